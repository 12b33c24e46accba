#include "server/store/audit_store.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/server/store/temporary_db.hpp"

namespace {

using namespace omnia::store;
using omnia::tests::TemporaryFolder;

Modifica change(int n) {
  return {"2026-11-24T10:00:0" + std::to_string(n) + "+01:00",
          "operatore-1",
          "operatore",
          "77777771005",
          "domanda.assegnata",
          "domanda:d-1",
          "carico",
          "{\"n\":" + std::to_string(n) + "}"};
}

// A chain of five rows after the one that every archive begins with, then what somebody with the file in hand did to it.
std::vector<std::string> after(const std::string& tampering, const std::optional<Testa>& atteso = std::nullopt) {
  const TemporaryFolder folder;
  Db db(folder.file("omnia.db"));
  db.write([](SQLite::Database& w) {
    for (int n = 1; n <= 5; ++n) append_modifica(w, change(n));
  });
  db.write([&](SQLite::Database& w) {
    w.exec("DROP TRIGGER modifiche_immutabili; DROP TRIGGER modifiche_permanenti;");
    if (!tampering.empty()) w.exec(tampering);
  });
  return db.read([&](SQLite::Database& r) { return check_catena(r, catena_modifiche(), atteso).difetti; });
}

bool says(const std::vector<std::string>& defects, const std::string& what) {
  for (const auto& defect : defects) {
    if (defect == what) return true;
  }
  return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_audit)

BOOST_AUTO_TEST_CASE(a_chain_that_nobody_touched_has_no_defect) { BOOST_TEST(after("").empty()); }

BOOST_AUTO_TEST_CASE(any_text_that_is_edited_is_found) {
  for (const char* column : {"quando", "chi", "ruolo", "per_conto", "azione", "oggetto", "motivo", "dettaglio"}) {
    const auto defects = after(std::string("UPDATE modifiche SET ") + column + " = 'altro' WHERE numero = 3");
    BOOST_TEST(defects.size() == 1U, column);
    BOOST_TEST(says(defects, "La modifica 3 non è com’è stata scritta."), column);
  }
}

BOOST_AUTO_TEST_CASE(text_moved_from_one_column_to_the_next_is_found) {
  BOOST_TEST(says(after("UPDATE modifiche SET chi = 'operatore-1o', ruolo = 'peratore' WHERE numero = 3"),
                  "La modifica 3 non è com’è stata scritta."));
}

BOOST_AUTO_TEST_CASE(a_row_taken_away_is_found_in_the_middle_and_at_the_end) {
  const auto middle = after("DELETE FROM modifiche WHERE numero = 3");
  BOOST_TEST(says(middle, "Dopo la modifica 2 viene la 4: ne mancano."));
  BOOST_TEST(says(middle, "La modifica 4 non segue quella che la precede."));
  BOOST_TEST(says(after("DELETE FROM modifiche WHERE numero = 6"), "L’ultima modifica è la 5, ma il registro finiva con la 6."));
  BOOST_TEST(says(after("DELETE FROM modifiche"), "L’ultima modifica è la 0, ma il registro finiva con la 6."));
}

BOOST_AUTO_TEST_CASE(rows_that_change_places_are_found) {
  const auto defects = after(
      "UPDATE modifiche SET numero = 99 WHERE numero = 3; UPDATE modifiche SET numero = 3 WHERE numero = 4; "
      "UPDATE modifiche SET numero = 4 WHERE numero = 99");
  BOOST_TEST(says(defects, "La modifica 3 non segue quella che la precede."));
  BOOST_TEST(says(defects, "La modifica 3 non è com’è stata scritta."));
}

BOOST_AUTO_TEST_CASE(a_row_added_without_its_chain_is_refused_or_found) {
  const std::string row = "INSERT INTO modifiche VALUES(7, 'x', 'x', 'x', '', 'x', 'x', '', '{}', '" + std::string(64, 'a') +
                          "', '" + std::string(64, 'b') + "')";
  BOOST_CHECK_THROW(after(row), SQLite::Exception);
  BOOST_TEST(says(after("DROP TRIGGER modifiche_in_fila; " + row), "La modifica 7 non segue quella che la precede."));
}

BOOST_AUTO_TEST_CASE(whoever_writes_the_end_again_is_betrayed_by_a_head_noted_elsewhere) {
  const std::string cut =
      "DELETE FROM modifiche WHERE numero = 6; UPDATE modifiche_catena SET numero = 5, impronta = (SELECT impronta FROM "
      "modifiche "
      "WHERE numero = 5)";
  BOOST_TEST(after(cut).empty());
  BOOST_TEST(says(after(cut, Testa{6, std::string(64, 'c')}), "La modifica 6 non è quella annotata a suo tempo."));
}

BOOST_AUTO_TEST_CASE(the_database_itself_refuses_edits_and_deletions) {
  const TemporaryFolder folder;
  Db db(folder.file("omnia.db"));
  for (const char* sql : {"UPDATE modifiche SET motivo = 'x'", "DELETE FROM modifiche"}) {
    BOOST_CHECK_THROW(db.write([&](SQLite::Database& w) { w.exec(sql); }), SQLite::Exception);
  }
  db.read([](SQLite::Database& r) { BOOST_TEST(testa_catena(r, catena_modifiche()).numero == 1); });
}

BOOST_AUTO_TEST_CASE(the_changes_of_one_object_come_oldest_first) {
  const TemporaryFolder folder;
  Db db(folder.file("omnia.db"));
  db.write([](SQLite::Database& w) {
    append_modifica(w, change(2));
    append_modifica(w, change(1));
  });
  const auto found = db.read([](SQLite::Database& r) { return list_modifiche(r, "domanda:d-1"); });
  BOOST_REQUIRE(found.size() == 2U);
  BOOST_TEST(found[0].modifica.dettaglio == "{\"n\":2}");
  BOOST_TEST(found[1].numero == found[0].numero + 1);
}

BOOST_AUTO_TEST_SUITE_END()
