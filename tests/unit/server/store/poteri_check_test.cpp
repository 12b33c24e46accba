#include "server/store/poteri_check.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/server/store/temporary_db.hpp"

namespace {

using namespace omnia::store;
using omnia::tests::TemporaryFolder;

constexpr const char* kPeople = R"(
  INSERT INTO posizioni(matricola, codice_fiscale, denominazione, ricerca, csc, sede) VALUES
    ('4977777750', '77777771005', 'OFFICINE IMMAGINARIE SRL', 'officine immaginarie srl', '10601', '4900');
  INSERT INTO identita(id, codice_fiscale, cognome, nome, ruolo, sede) VALUES
    ('operatore-1', '12345678901', 'XQZ', 'EVA', 'operatore', '4900');
  INSERT INTO deleghe(id, intermediario_cf, matricola, dal) VALUES('d1', 'QZXJWK92D30F205Y', '4977777750', '2026-01-01');
  INSERT INTO subdeleghe(id, delega, dipendente_cf, dal) VALUES('s1', 'd1', '12345678902', '2026-01-01');
  INSERT INTO abilitazioni(id, identita, atto, protocollo, richiesta_il, dal, al, revisione_entro, concessa_da, concessa_il)
    VALUES('a1', 'operatore-1', 'incarico', 'P', '2026-01-01', '2026-01-01', '2028-01-01', '2027-01-01', 'sicurezza-1', 'x');
)";

struct Archive {
  TemporaryFolder folder;
  SQLite::Database db = prepared(folder.file("omnia.db"));

  static SQLite::Database prepared(const std::string& path) {
    { const Db made(path); }
    SQLite::Database raw(path, SQLite::OPEN_READWRITE);
    raw.exec("PRAGMA foreign_keys = OFF");
    raw.exec(kPeople);
    return raw;
  }
  void record() {
    record_potere(db, Potere::identita, "operatore-1", "importata", {});
    record_potere(db, Potere::delega, "d1", "importata", {});
    record_potere(db, Potere::subdelega, "s1", "concessa", {"2026-11-24T10:00:00+01:00", "intermediario-1", "intermediario"});
    record_potere(db, Potere::abilitazione, "a1", "concessa", {});
  }
  std::int64_t changes() { return db.execAndGet("SELECT count(*) FROM modifiche").getInt64(); }
};

// What is found after somebody worked on the file with other means.
std::string after(const char* sql) {
  Archive archive;
  archive.record();
  archive.db.exec(sql);
  std::string all;
  for (const auto& one : check_poteri(archive.db).difetti) all += (all.empty() ? "" : " ") + one;
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_poteri_check)

BOOST_AUTO_TEST_CASE(powers_that_nobody_touched_are_those_of_the_record) { BOOST_TEST(after("SELECT 1") == ""); }

BOOST_AUTO_TEST_CASE(a_power_that_was_altered_behind_the_office_is_found) {
  BOOST_TEST(after("UPDATE deleghe SET intermediario_cf = '12345678909'") ==
             "La delega d1 non è quella del registro delle modifiche.");
  BOOST_TEST(after("UPDATE deleghe SET al = '2030-12-31'") == "La delega d1 non è quella del registro delle modifiche.");
  BOOST_TEST(after("UPDATE subdeleghe SET dipendente_cf = '12345678909'") ==
             "La subdelega s1 non è quella del registro delle modifiche.");
  BOOST_TEST(after("UPDATE abilitazioni SET al = '2040-01-01'") ==
             "L’abilitazione a1 non è quella del registro delle modifiche.");
  BOOST_TEST(after("UPDATE identita SET ruolo = 'direttore'") ==
             "L’identità operatore-1 non è quella del registro delle modifiche.");
}

BOOST_AUTO_TEST_CASE(a_power_that_was_added_or_taken_away_behind_the_office_is_found) {
  BOOST_TEST(after("INSERT INTO deleghe(id, intermediario_cf, matricola, dal) VALUES('d2', '12345678909', '4977777750', "
                   "'2026-01-01')") == "La delega d2 non è nel registro delle modifiche.");
  BOOST_TEST(after("INSERT INTO identita(id, codice_fiscale, cognome, nome, ruolo, sede) VALUES('direttore-9', '12345678909', "
                   "'XQZ', 'UGO', 'direttore', '4900')") == "L’identità direttore-9 non è nel registro delle modifiche.");
  BOOST_TEST(after("DELETE FROM abilitazioni") == "L’abilitazione a1 non c’è, ma il registro delle modifiche la conosce.");
}

BOOST_AUTO_TEST_CASE(a_row_is_recorded_when_it_changes_and_not_when_it_is_read_again) {
  Archive archive;
  archive.record();
  const auto before = archive.changes();
  archive.record();
  BOOST_TEST(archive.changes() == before);
  archive.db.exec("UPDATE deleghe SET revocata_il = '2026-11-24'");
  record_potere(archive.db, Potere::delega, "d1", "revocata", {"2026-11-24T10:00:00+01:00", "datore-1", "datore"});
  BOOST_TEST(archive.changes() == before + 1);
  const auto last = list_modifiche(archive.db, "delega:d1").back().modifica;
  BOOST_TEST(last.azione == "delega.revocata");
  BOOST_TEST(last.chi == "datore-1");
  BOOST_TEST(check_poteri(archive.db).difetti.empty());
}

BOOST_AUTO_TEST_CASE(an_archive_of_before_is_counted_until_it_is_opened_and_then_held_to_its_powers) {
  Archive archive;
  archive.db.exec("DROP TRIGGER modifiche_immutabili; UPDATE modifiche SET dettaglio = '{\"domande\":0}'");
  BOOST_TEST(check_poteri(archive.db).difetti.empty());
  BOOST_TEST(check_poteri(archive.db).non_annotati == 4);
  record_poteri_trovati(archive.db, false);
  const auto recorded = archive.changes();
  record_poteri_trovati(archive.db, false);
  BOOST_TEST(archive.changes() == recorded);
  BOOST_TEST(check_poteri(archive.db).difetti.empty());
  BOOST_TEST(check_poteri(archive.db).non_annotati == 0);
  archive.db.exec("UPDATE identita SET sede = '5100'");
  BOOST_TEST(check_poteri(archive.db).difetti.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
