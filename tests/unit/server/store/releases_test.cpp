// Every released schema is carried forward with its data.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "server/store/maintenance.hpp"
#include "server/store/office_store.hpp"
#include "server/store/registry_store.hpp"
#include "tests/unit/server/store/temporary_db.hpp"

namespace {

namespace fs = std::filesystem;
using namespace omnia::store;
using omnia::tests::TemporaryFolder;

const fs::path kReleases = fs::path(OMNIA_SOURCE_DIR) / "tests/unit/server/store/rilasci";

std::string released(const TemporaryFolder& folder, const fs::path& dump) {
  const std::string file = folder.file(dump.stem().string() + ".db");
  std::ifstream in(dump, std::ios::binary);
  SQLite::Database raw(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  raw.exec(std::string(std::istreambuf_iterator<char>(in), {}));
  return file;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_releases)

BOOST_AUTO_TEST_CASE(the_database_of_every_release_opens_and_is_whole) {
  const TemporaryFolder folder;
  int seen = 0;
  for (const auto& entry : fs::directory_iterator(kReleases)) {
    const std::string file = released(folder, entry.path());
    { const Db db(file); }
    { const Db again(file); }
    const auto found = verify(file);
    for (const auto& defect : found.difetti) BOOST_ERROR(entry.path().filename() << ": " << defect);
    ++seen;
  }
  BOOST_TEST(seen > 0);
}

BOOST_AUTO_TEST_CASE(the_data_of_release_0_1_0_are_all_there) {
  const TemporaryFolder folder;
  const std::string file = released(folder, kReleases / "0.1.0.sql");
  Db db(file);
  db.read([](SQLite::Database& r) {
    const auto domanda = find_domanda(r, "d-2");
    BOOST_REQUIRE(domanda.has_value());
    BOOST_TEST(domanda->riga.protocollo == "INPS.4900.24/11/2026.0000002");
    BOOST_TEST(domanda->bozza == R"({"id":"b-1","versione":1})");
    BOOST_TEST(domanda->riga.stato == "protocollata");
    const auto file_of = find_allegato(r, "d-2", 1);
    BOOST_REQUIRE(file_of.has_value());
    BOOST_TEST(file_of->contenuto == "%PDF-1.7\nprova");
    BOOST_TEST(file_of->nome == "relazione.pdf");
    BOOST_TEST(r.execAndGet("SELECT count(*) FROM contenuti").getInt() == 1);  // the same bytes, kept once
    BOOST_TEST(r.execAndGet("SELECT count(*) FROM domande_lavoratori").getInt() == 2);
    BOOST_TEST(find_idempotenza(r, "datore-1", "chiave-1").has_value());
    BOOST_TEST(r.execAndGet("SELECT count(*) FROM identita").getInt() == 2);
  });
  FiltroDomande lista;
  lista.ambito = {Relazione::della_sede, "4900"};
  lista.oggi = omnia::domain::Date::of(2026, 11, 24);
  lista.aperte = true;
  lista.ordine = FiltroDomande::Ordine::scadenza;
  const auto page = db.read([&](SQLite::Database& r) { return list_domande(r, lista); });
  BOOST_TEST(page.totale == 2);  // the indexes of today are filled with the rows of then
  BOOST_TEST(page.righe.size() == 2U);
  const auto registry = load_registry(db, "4977777750", omnia::domain::Date::of(2026, 11, 24));
  BOOST_REQUIRE(registry.has_value());
  BOOST_TEST(registry->autorizzazioni.size() == 1U);
  BOOST_TEST(registry->domande.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
