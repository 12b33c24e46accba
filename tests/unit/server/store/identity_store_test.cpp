#include "server/store/identity_store.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/server/identity/office_fixture.hpp"

namespace {

using namespace omnia::store;
using omnia::tests::OfficeFixture;

}  // namespace

BOOST_AUTO_TEST_SUITE(store_identity)

BOOST_FIXTURE_TEST_CASE(people_come_in_the_order_of_the_procedure, OfficeFixture) {
  std::string roles;
  for (const auto& person : db.read([](SQLite::Database& r) { return list_identita(r); })) roles += person.ruolo + " ";
  BOOST_TEST(roles == "datore intermediario operatore advisor analista ");
}

BOOST_FIXTURE_TEST_CASE(a_person_written_again_is_the_new_one, OfficeFixture) {
  db.write([](SQLite::Database& w) { put_identita(w, {"operatore-1", "12345678901", "XQZ", "EVA", "operatore", "5100", ""}); });
  db.read([](SQLite::Database& r) {
    BOOST_TEST(find_identita(r, "operatore-1")->sede == "5100");
    BOOST_TEST(list_identita(r).size() == 5U);
    BOOST_TEST(!find_identita(r, "nessuno").has_value());
  });
}

BOOST_FIXTURE_TEST_CASE(a_company_with_several_positions_has_the_name_of_the_first, OfficeFixture) {
  db.read([](SQLite::Database& r) {
    BOOST_TEST(find_denominazione(r, "87777770584") == "COSTRUZIONI FINTE SRL");
    BOOST_TEST(find_denominazione(r, "00000000000") == "");
  });
}

BOOST_FIXTURE_TEST_CASE(sessions_unused_or_too_old_go_and_the_others_stay, OfficeFixture) {
  db.write([](SQLite::Database& w) {
    insert_sessione(w, {"ferma", "datore-1", "c1", 1000, 1000});
    insert_sessione(w, {"vecchia", "datore-1", "c2", 10, 5000});
    insert_sessione(w, {"viva", "datore-1", "c3", 1000, 1000});
    touch_sessione(w, "viva", 5000);
    delete_sessioni_scadute(w, 3000, 500);
  });
  db.read([](SQLite::Database& r) {
    BOOST_TEST(!find_sessione(r, "ferma").has_value());
    BOOST_TEST(!find_sessione(r, "vecchia").has_value());
    const auto alive = find_sessione(r, "viva");
    BOOST_TEST(alive.value().ultimo_uso == 5000);
    BOOST_TEST(alive.value().creata == 1000);
    BOOST_TEST(alive.value().csrf == "c3");
  });
}

BOOST_AUTO_TEST_SUITE_END()
