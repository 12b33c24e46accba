#include "server/store/identity_store.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/server/identity/office_fixture.hpp"

namespace {

using namespace omnia::store;
using omnia::tests::OfficeFixture;

// Unlike any other, and as long as a SHA-256.
std::string digest(const std::string& name) { return name + std::string(64 - name.size(), 'x'); }

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
    insert_sessione(w, {digest("ferma"), "datore-1", "c1", 1000, 1000, "id-ferma", "XQZWKJ85A01H501M", "", "", ""});
    insert_sessione(w, {digest("vecchia"), "datore-1", "c2", 10, 5000, "id-vecchia", "XQZWKJ85A01H501M", "", "", ""});
    insert_sessione(w, {digest("viva"), "datore-1", "c3", 1000, 1000, "id-viva", "XQZWKJ85A01H501M", "", "", ""});
    touch_sessione(w, digest("viva"), 5000);
    delete_sessioni_scadute(w, 3000, 500);
  });
  db.read([](SQLite::Database& r) {
    BOOST_TEST(!find_sessione(r, digest("ferma")).has_value());
    BOOST_TEST(!find_sessione(r, digest("vecchia")).has_value());
    const auto alive = find_sessione(r, digest("viva"));
    BOOST_TEST(alive.value().ultimo_uso == 5000);
    BOOST_TEST(alive.value().creata == 1000);
    BOOST_TEST(alive.value().csrf == "c3");
  });
}

BOOST_AUTO_TEST_SUITE_END()
