#include "server/store/office_store.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/server/store/temporary_db.hpp"

namespace {

using namespace omnia::store;
using omnia::domain::Date;
using omnia::tests::TemporaryFolder;

std::string register_one(Db& db, const std::string& sede, Date giorno) {
  return db.write(
      [&](SQLite::Database& c) { return registra_protocollo(c, sede, giorno, giorno.iso() + "T10:00:00+01:00", "prova", "x"); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_office)

BOOST_AUTO_TEST_CASE(protocol_numbers_run_by_sede_and_by_year) {
  const TemporaryFolder folder;
  Db db(folder.file("omnia.db"));
  const Date giorno = Date::of(2026, 12, 31);
  BOOST_TEST(register_one(db, "4900", giorno) == "INPS.4900.31/12/2026.0000001");
  BOOST_TEST(register_one(db, "4900", giorno) == "INPS.4900.31/12/2026.0000002");
  BOOST_TEST(register_one(db, "1800", giorno) == "INPS.1800.31/12/2026.0000001");
  BOOST_TEST(register_one(db, "4900", giorno + 1) == "INPS.4900.01/01/2027.0000001");
}

BOOST_AUTO_TEST_CASE(an_undone_transaction_gives_its_protocol_number_back) {
  const TemporaryFolder folder;
  Db db(folder.file("omnia.db"));
  const Date giorno = Date::of(2026, 11, 24);
  register_one(db, "4900", giorno);
  BOOST_CHECK_THROW(db.write([&](SQLite::Database& c) {
    registra_protocollo(c, "4900", giorno, "x", "prova", "x");
    throw std::runtime_error("ripensamento");
  }),
                    std::runtime_error);
  BOOST_TEST(register_one(db, "4900", giorno) == "INPS.4900.24/11/2026.0000002");
}

BOOST_AUTO_TEST_CASE(a_number_beyond_seven_digits_is_not_cut) {
  const TemporaryFolder folder;
  Db db(folder.file("omnia.db"));
  db.write([](SQLite::Database& c) { c.exec("INSERT INTO contatori_protocollo VALUES('4900', 2026, 9999999)"); });
  BOOST_TEST(register_one(db, "4900", Date::of(2026, 11, 24)) == "INPS.4900.24/11/2026.10000000");
}

BOOST_AUTO_TEST_CASE(an_idempotency_key_belongs_to_its_owner) {
  const TemporaryFolder folder;
  Db db(folder.file("omnia.db"));
  db.write([](SQLite::Database& c) { insert_idempotenza(c, "datore-1", "chiave-1", "impronta", "id", "{}", 1); });
  db.read([](SQLite::Database& c) {
    BOOST_TEST(find_idempotenza(c, "datore-1", "chiave-1")->impronta_corpo == "impronta");
    BOOST_TEST(!find_idempotenza(c, "datore-2", "chiave-1").has_value());
  });
  BOOST_CHECK_THROW(db.write([](SQLite::Database& c) { insert_idempotenza(c, "datore-1", "chiave-1", "altra", "id", "{}", 1); }),
                    SQLite::Exception);
}

BOOST_AUTO_TEST_SUITE_END()
