#include "server/store/chain.hpp"

#include <boost/test/unit_test.hpp>

#include "server/store/access_store.hpp"
#include "tests/unit/server/store/temporary_db.hpp"

namespace {

using namespace omnia::store;

struct LogFixture {
  omnia::tests::TemporaryFolder folder;
  Db db{folder.file("omnia.db")};

  LogFixture() {
    for (int day = 20; day < 25; ++day) write(day);
  }
  void write(int day) {
    db.write([&](SQLite::Database& w) {
      append_accesso(w, {"2026-11-" + std::to_string(day) + "T10:00:00+01:00", "operatore-1", "XQZWKJ85A01H501M", "operatore",
                         "4900", "legge_domanda", "/api/v1/domande/x", "4977777750", "competenza della Sede", "127.0.0.1"});
    });
  }
  // What somebody with the file in hand could do: the triggers are no defence against that, the chain is.
  void tamper(const std::string& sql) {
    db.write([&](SQLite::Database& w) {
      for (const char* name : {"accessi_in_fila", "accessi_ultimo", "accessi_immutabili", "accessi_permanenti"})
        w.exec("DROP TRIGGER IF EXISTS " + std::string(name));
      w.exec(sql);
    });
  }
  std::string defects() {
    std::string all;
    for (const auto& one : db.read([](SQLite::Database& r) { return check_catena(r, catena_accessi()); }).difetti)
      all += one + " ";
    return all;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(store_chain)

BOOST_FIXTURE_TEST_CASE(what_was_written_is_whole, LogFixture) {
  BOOST_TEST(defects() == "");
  BOOST_TEST(db.read([](SQLite::Database& r) { return check_catena(r, catena_accessi()); }).righe == 5);
}

BOOST_FIXTURE_TEST_CASE(the_database_itself_refuses_edits_deletions_and_rows_out_of_line, LogFixture) {
  for (const char* sql :
       {"UPDATE accessi SET motivo = '' WHERE numero = 2", "DELETE FROM accessi WHERE numero = 5",
        "INSERT INTO accessi SELECT 9, quando, chi, persona, ruolo, per_conto, azione, oggetto, matricola, motivo, "
        "indirizzo, precedente, 'f' || substr(impronta, 2) FROM accessi WHERE numero = 1"}) {
    BOOST_CHECK_THROW(db.write([&](SQLite::Database& w) { w.exec(sql); }), SQLite::Exception);
  }
  BOOST_TEST(defects() == "");
}

BOOST_FIXTURE_TEST_CASE(an_edit_shows, LogFixture) {
  tamper("UPDATE accessi SET chi = 'operatore-2' WHERE numero = 3");
  BOOST_TEST(defects() == "La riga 3 non è com’è stata scritta. ");
}

BOOST_FIXTURE_TEST_CASE(text_moved_from_one_column_to_the_next_shows, LogFixture) {
  tamper("UPDATE accessi SET per_conto = '490', azione = '0' || azione WHERE numero = 3");
  BOOST_TEST(defects() == "La riga 3 non è com’è stata scritta. ");
}

BOOST_FIXTURE_TEST_CASE(a_deletion_shows_in_the_middle_at_the_end_and_at_the_beginning, LogFixture) {
  tamper("DELETE FROM accessi WHERE numero = 3");
  BOOST_TEST(defects() == "Dopo la riga 2 viene la 4: ne mancano. La riga 4 non segue quella che la precede. ");
  tamper("DELETE FROM accessi WHERE numero >= 3");
  BOOST_TEST(defects() == "L’ultima riga è la 2, ma il registro finiva con la 5. ");
  tamper("DELETE FROM accessi WHERE numero = 1");
  BOOST_TEST(defects().substr(0, 26) == "Dopo la riga 0 viene la 2:");
}

BOOST_FIXTURE_TEST_CASE(two_rows_changed_of_place_show, LogFixture) {
  tamper(
      "UPDATE accessi SET numero = 99 WHERE numero = 2; UPDATE accessi SET numero = 2 WHERE numero = 3; "
      "UPDATE accessi SET numero = 3 WHERE numero = 99");
  BOOST_TEST(defects().find("La riga 2 non segue quella che la precede.") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(what_the_law_no_longer_wants_goes_and_the_rest_stays_a_chain, LogFixture) {
  db.write([](SQLite::Database& w) { forget_accessi(w, omnia::domain::Date::of(2026, 11, 22)); });
  BOOST_TEST(defects() == "");
  BOOST_TEST(db.read([](SQLite::Database& r) { return check_catena(r, catena_accessi()); }).righe == 3);
  write(26);
  BOOST_TEST(defects() == "");
  db.write([](SQLite::Database& w) { forget_accessi(w, omnia::domain::Date::of(2026, 1, 1)); });
  BOOST_TEST(db.read([](SQLite::Database& r) { return check_catena(r, catena_accessi()); }).righe == 4);
  BOOST_CHECK_THROW(db.write([](SQLite::Database& w) { w.exec("DELETE FROM accessi WHERE numero = 4"); }), SQLite::Exception);
}

BOOST_AUTO_TEST_SUITE_END()
