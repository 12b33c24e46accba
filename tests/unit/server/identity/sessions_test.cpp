#include "server/identity/sessions.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/server/identity/office_fixture.hpp"

using namespace omnia::identity;
using omnia::tests::OfficeFixture;

BOOST_AUTO_TEST_SUITE(identity_sessions)

BOOST_FIXTURE_TEST_CASE(only_the_digest_of_the_token_is_stored, OfficeFixture) {
  Sessions sessions(db, {});
  const auto opened = sessions.open("datore-1", 1000);
  BOOST_REQUIRE(opened.has_value());
  BOOST_TEST(opened->session.denominazione == "OFFICINE IMMAGINARIE SRL");
  BOOST_TEST(opened->session.csrf != opened->token);
  const auto stored = db.read([](SQLite::Database& c) { return c.execAndGet("SELECT impronta FROM sessioni").getString(); });
  BOOST_TEST(stored.size() == 64U);
  BOOST_TEST(stored.find(opened->token) == std::string::npos);
  BOOST_TEST(sessions.find(opened->token, 1000)->identita.id == "datore-1");
  BOOST_TEST(!sessions.find(stored, 1000).has_value());
}

BOOST_FIXTURE_TEST_CASE(a_session_dies_idle_but_lives_while_it_is_used, OfficeFixture) {
  Sessions sessions(db, {1800, 43200});
  const auto token = sessions.open("datore-1", 0)->token;
  BOOST_TEST(sessions.find(token, 1799).has_value());
  BOOST_TEST(sessions.find(token, 1799 + 1799).has_value());
  BOOST_TEST(!sessions.find(token, 1799 + 1799 + 1800).has_value());
}

BOOST_FIXTURE_TEST_CASE(no_use_keeps_a_session_beyond_its_absolute_end, OfficeFixture) {
  Sessions sessions(db, {1800, 5000});
  const auto token = sessions.open("datore-1", 0)->token;
  for (std::int64_t now = 1000; now < 5000; now += 1000) BOOST_TEST(sessions.find(token, now).has_value());
  BOOST_TEST(sessions.find(token, 4999)->scade == 5000);
  BOOST_TEST(!sessions.find(token, 5000).has_value());
}

BOOST_FIXTURE_TEST_CASE(reading_often_writes_the_last_use_at_most_once_a_minute, OfficeFixture) {
  Sessions sessions(db, {1800, 43200});
  const auto token = sessions.open("datore-1", 0)->token;
  const auto before = db.stats().lavori;
  for (std::int64_t now = 1; now < 60; ++now) sessions.find(token, now);
  BOOST_TEST(db.stats().lavori == before);
  sessions.find(token, 60);
  BOOST_TEST(db.stats().lavori == before + 1);
}

BOOST_FIXTURE_TEST_CASE(a_closed_session_is_gone_and_a_login_sweeps_the_expired_ones, OfficeFixture) {
  Sessions sessions(db, {1800, 43200});
  const auto token = sessions.open("datore-1", 0)->token;
  sessions.close(token);
  BOOST_TEST(!sessions.find(token, 1).has_value());
  sessions.open("datore-1", 0);
  sessions.open("operatore-1", 10000);
  BOOST_TEST(db.read([](SQLite::Database& c) { return c.execAndGet("SELECT count(*) FROM sessioni").getInt(); }) == 1);
}

BOOST_FIXTURE_TEST_CASE(another_power_of_the_same_person_goes_on_with_a_new_token_and_the_same_absolute_end, OfficeFixture) {
  db.write([](SQLite::Database& c) {
    c.exec(
        "INSERT INTO identita(id, codice_fiscale, cognome, nome, ruolo) VALUES('studio-1', 'XQZWKJ85A01H501M', 'XQZ', 'ADA', "
        "'intermediario')");
  });
  Sessions sessions(db, {1800, 5000});
  const auto token = sessions.open("datore-1", 0, {"spid", "198.51.100.7", "prova"})->token;
  const auto changed = sessions.act_as(token, "studio-1", 1000);
  BOOST_REQUIRE(changed.has_value());
  BOOST_TEST(changed->token != token);
  BOOST_TEST((changed->session.identita.ruolo == Ruolo::intermediario));
  BOOST_TEST(changed->session.provenienza.fornitore == "spid");
  BOOST_TEST(changed->session.scade_comunque == 5000);
  BOOST_TEST(!sessions.find(token, 1000).has_value());
  BOOST_TEST(sessions.find(changed->token, 2000)->identita.id == "studio-1");
  BOOST_TEST(!sessions.act_as(changed->token, "operatore-1", 2000).has_value(), "somebody else");
  BOOST_TEST(!sessions.act_as(changed->token, "nessuno", 2000).has_value());
  BOOST_TEST(!sessions.act_as(changed->token, "datore-1", 5000).has_value(), "too late");
}

BOOST_FIXTURE_TEST_CASE(a_person_sees_the_own_living_sessions_and_closes_no_other, OfficeFixture) {
  Sessions sessions(db, {1800, 43200});
  const auto here = sessions.open("datore-1", 1000, {"", "198.51.100.7", "qui"});
  const auto there = sessions.open("datore-1", 2000, {"", "203.0.113.9", "là"});
  sessions.open("operatore-1", 2000);
  const auto list = sessions.of_person("XQZWKJ85A01H501M", 2500);
  BOOST_REQUIRE(list.size() == 2U);
  BOOST_TEST(list[0].agente == "là");
  BOOST_TEST(list[1].scade == 2800);
  BOOST_TEST(sessions.of_person("XQZWKJ85A01H501M", 3000).size() == 1U, "the other is idle");
  BOOST_TEST(!sessions.revoke("12345678901", there->session.id));
  BOOST_TEST(sessions.revoke("XQZWKJ85A01H501M", there->session.id));
  BOOST_TEST(!sessions.find(there->token, 2500).has_value());
  BOOST_TEST(sessions.find(here->token, 2500).has_value());
}

BOOST_FIXTURE_TEST_CASE(an_unknown_identity_opens_nothing, OfficeFixture) {
  Sessions sessions(db, {});
  BOOST_TEST(!sessions.open("nessuno", 0).has_value());
  BOOST_TEST(!sessions.find("", 0).has_value());
}

BOOST_FIXTURE_TEST_CASE(an_identity_that_was_removed_ends_its_session, OfficeFixture) {
  Sessions sessions(db, {});
  const auto token = sessions.open("advisor-1", 0)->token;
  db.write([](SQLite::Database& c) { c.exec("DELETE FROM identita WHERE id = 'advisor-1'"); });
  BOOST_TEST(!sessions.find(token, 1).has_value());
}

BOOST_FIXTURE_TEST_CASE(demo_identities_come_by_role_with_a_description, OfficeFixture) {
  const auto list = demo_identities(db, omnia::domain::Date::of(2026, 11, 24));
  BOOST_REQUIRE(list.size() == 5U);
  BOOST_TEST(list[0].descrizione == "Datore di lavoro di OFFICINE IMMAGINARIE SRL");
  BOOST_TEST(list[1].descrizione == "Intermediario con una delega valida oggi");
  BOOST_TEST(list[2].descrizione == "Operatore della Sede 4900");
  BOOST_TEST(list[3].descrizione == "Consulente della chat INFO CIG");
  BOOST_TEST(list[4].descrizione == "Analista del Ministero");
}

BOOST_AUTO_TEST_SUITE_END()
