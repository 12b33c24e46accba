#include "server/store/maintenance.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "server/store/fascicoli_check.hpp"
#include "server/store/office_store.hpp"
#include "server/store/segnature_store.hpp"
#include "shared/norms/sha256.hpp"
#include "tests/unit/server/store/plain_domanda.hpp"
#include "tests/unit/server/store/temporary_db.hpp"

namespace {

using namespace omnia::store;
using omnia::domain::Date;
using omnia::tests::plain_domanda;
using omnia::tests::TemporaryFolder;

const Date kDay = Date::of(2026, 11, 24);

// One domanda with one attachment, recorded as the office does.
void file_domanda(Db& db) {
  db.write([](SQLite::Database& w) {
    const DomandaIntera domanda = plain_domanda(w, "d-1", kDay);
    const auto& riga = domanda.riga;
    insert_domanda(w, domanda, {}, {{"nota.txt", "text/plain", "ciao", omnia::norms::sha256_hex("ciao")}});
    insert_segnatura(w, riga.protocollo, riga.inviata_il, "<segnatura/>");
    append_modifica(w, {riga.inviata_il, "datore-1", "datore", riga.codice_fiscale, "domanda.inviata", "domanda:d-1", "",
                        R"({"protocollo":")" + riga.protocollo + R"(","impronta":")" + domanda.impronta +
                            R"(","impronta_allegati":")" + impronta(list_allegati(w, "d-1")) + R"(","stato":"protocollata"})"});
  });
}

// What verify() says after somebody worked on the file with other means.
std::vector<std::string> after(const std::string& sql) {
  const TemporaryFolder folder;
  const std::string file = folder.file("omnia.db");
  {
    Db db(file);
    file_domanda(db);
  }
  {
    SQLite::Database raw(file, SQLite::OPEN_READWRITE);
    for (const char* trigger : {"domande_immutabili", "domande_permanenti", "domande_passaggi", "contenuti_immutabili",
                                "segnature_immutabili", "segnature_permanenti"})
      raw.exec(std::string("DROP TRIGGER ") + trigger);
    if (!sql.empty()) raw.exec(sql);
  }
  return verify(file).difetti;
}

bool says(const std::vector<std::string>& defects, const std::string& what) {
  for (const auto& defect : defects) {
    if (defect == what) return true;
  }
  for (const auto& defect : defects) BOOST_TEST_MESSAGE(defect);
  return false;
}

std::string refusal(const std::function<void()>& run) {
  try {
    run();
  } catch (const std::runtime_error& e) {
    return e.what();
  }
  return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_maintenance)

BOOST_AUTO_TEST_CASE(an_archive_that_nobody_touched_is_whole) { BOOST_TEST(after("").empty()); }

BOOST_AUTO_TEST_CASE(what_was_changed_behind_the_office_is_found) {
  const std::string protocol = "INPS.4900.24/11/2026.0000001";
  BOOST_TEST(
      says(after("UPDATE domande SET bozza = '{\"x\":1}'"), "La domanda " + protocol + " non corrisponde alla sua impronta."));
  const std::string digest = omnia::norms::sha256_hex("{\"x\":1}");
  BOOST_TEST(says(after("UPDATE domande SET bozza = '{\"x\":1}', impronta = '" + digest + "'"),
                  "La domanda " + protocol + " non è quella del registro delle modifiche."));
  BOOST_TEST(says(after("DELETE FROM allegati; DELETE FROM domande_lavoratori; DELETE FROM domande"),
                  "Le domande sono 0, ma il registro delle modifiche ne conta 1."));
  BOOST_TEST(says(after("UPDATE contenuti SET contenuto = x'63696161'"),
                  "Il contenuto " + omnia::norms::sha256_hex("ciao") + " non corrisponde alla sua impronta."));
  BOOST_TEST(says(after("UPDATE domande SET stato = 'accolta', assegnata_a = 'x'"),
                  "La domanda " + protocol + " è «accolta», ma l’ultima modifica registrata la vuole «protocollata»."));
  BOOST_TEST(says(after("DELETE FROM contenuti"), "Una riga della tabella allegati rimanda a una di contenuti che non c’è."));
}

BOOST_AUTO_TEST_CASE(a_domanda_whose_columns_are_not_those_of_its_draft_is_found) {
  const std::string found = "La domanda INPS.4900.24/11/2026.0000001 non ha la matricola e i giorni della sua bozza.";
  for (const char* change : {"matricola = '4977777751'", "dal = '2026-11-30'", "al = '2026-12-13'"})
    BOOST_TEST(says(after(std::string("UPDATE domande SET ") + change), found), change);
}

BOOST_AUTO_TEST_CASE(an_attachment_that_was_renamed_added_or_taken_away_is_found) {
  const std::string found =
      "Gli allegati della domanda INPS.4900.24/11/2026.0000001 non sono quelli del registro delle modifiche.";
  for (const char* change :
       {"UPDATE allegati SET nome = 'altro.txt'", "UPDATE allegati SET tipo = 'application/pdf'",
        "INSERT INTO allegati SELECT domanda_id, 2, nome, tipo, impronta FROM allegati", "DELETE FROM allegati"})
    BOOST_TEST(says(after(change), found), change);
}

BOOST_AUTO_TEST_CASE(entries_without_a_seal_are_counted_and_are_no_defect) {
  const TemporaryFolder folder;
  const std::string file = folder.file("omnia.db");
  {
    Db db(file);
    file_domanda(db);
    BOOST_TEST(verify(file).senza_segnatura == 0);
    db.write([](SQLite::Database& w) { insert_domanda(w, plain_domanda(w, "d-2", kDay), {}, {}); });
    BOOST_TEST(verify(file).senza_segnatura == 1);
    db.write([](SQLite::Database& w) {
      RichiestaIntegrazione request;
      request.stato = "inviata";
      request.protocollo = registra_protocollo(w, "4900", kDay, "x", "Richiesta", "x");
      request.elementi = R"(["Bilancio"])";
      request.canale = "pec";
      request.inviata_da = "operatore-1";
      request.inviata_il = kDay.iso();
      insert_richiesta(w, "d-2", request);
    });
  }
  BOOST_TEST(verify(file).senza_segnatura == 2);
}

BOOST_AUTO_TEST_CASE(a_sealed_segnatura_that_was_changed_or_taken_away_is_found) {
  const std::string of = "La segnatura del protocollo INPS.4900.24/11/2026.0000001 ";
  BOOST_TEST(says(after("UPDATE segnature SET contenuto = '<altro/>'"), of + "non corrisponde alla sua impronta."));
  const std::string digest = omnia::norms::sha256_hex("<altro/>");
  BOOST_TEST(says(after("UPDATE segnature SET contenuto = '<altro/>', impronta = '" + digest + "'"),
                  of + "non è quella del registro delle modifiche."));
  BOOST_TEST(
      says(after("DELETE FROM segnature"), "Le segnature informatiche sono 0, ma il registro delle modifiche ne conta 1."));
}

BOOST_AUTO_TEST_CASE(a_register_with_a_gap_a_day_out_of_order_or_a_wrong_segnatura_is_found) {
  const auto with = [](const std::string& row) {
    return after("INSERT INTO protocolli(sede, anno, numero, protocollo, registrato_il, oggetto, impronta) VALUES" + row);
  };
  BOOST_TEST(says(with("('4900', 2026, 3, 'INPS.4900.24/11/2026.0000003', '2026-11-24T10:00:00+01:00', 'x', 'x')"),
                  "Sede 4900, anno 2026: dopo il protocollo 1 viene il 3."));
  BOOST_TEST(says(with("('4900', 2026, 2, 'INPS.4900.23/11/2026.0000002', '2026-11-23T10:00:00+01:00', 'x', 'x')"),
                  "Il protocollo INPS.4900.23/11/2026.0000002 è di un giorno prima di quello che lo precede."));
  BOOST_TEST(says(with("('4900', 2026, 2, 'INPS.4900.31/11/2026.0000002', '2026-11-30T10:00:00+01:00', 'x', 'x')"),
                  "La segnatura INPS.4900.31/11/2026.0000002 non è quella del suo numero."));
  BOOST_TEST(says(with("('4900', 2026, 2, 'INPS.4900.24/11/2026.0000002', '2026-11-24T10:00:00+01:00', 'x', 'x')"),
                  "Il contatore della Sede 4900, anno 2026, è più indietro del protocollo 2."));
}

BOOST_AUTO_TEST_CASE(a_damaged_file_is_told_and_does_not_end_the_program) {
  const TemporaryFolder folder;
  const std::string file = folder.file("omnia.db");
  {
    Db db(file);
    file_domanda(db);
  }
  const auto size = std::filesystem::file_size(file);
  {
    std::fstream damaged(file, std::ios::in | std::ios::out | std::ios::binary);
    for (std::uintmax_t at = 20000; at + 2000 < size; at += 8192) {
      damaged.seekp(static_cast<std::streamoff>(at));
      damaged << std::string(600, '\xEE');
    }
  }
  BOOST_TEST(!verify(file).difetti.empty());
  BOOST_TEST(refusal([&] { backup(file, folder.file("copia.db")); }) != "");
  BOOST_TEST(!std::filesystem::exists(folder.file("copia.db")));
  BOOST_TEST(!std::filesystem::exists(folder.file("copia.db.in_corso")));
}

BOOST_AUTO_TEST_CASE(a_copy_goes_and_comes_back_and_only_its_owner_reads_it) {
  const TemporaryFolder folder;
  const std::string file = folder.file("omnia.db");
  const std::string copia = folder.file("copia.db");
  {
    Db db(file);
    file_domanda(db);
    backup(file, copia);  // while it is open
    BOOST_TEST(refusal([&] { restore(copia, file, true); }) == "Il database «" + file + "» è in uso: ferma il server e riprova.");
    db.write([](SQLite::Database& w) { w.exec("DELETE FROM domande_lavoratori"); });
  }
  const auto permissions = std::filesystem::status(copia).permissions();
  BOOST_TEST((permissions == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write)));
  BOOST_TEST(refusal([&] { backup(file, copia); }) == "Il file «" + copia + "» esiste già: indica un altro nome.");
  BOOST_TEST(refusal([&] { restore(copia, file, false); }) ==
             "Il database «" + file + "» esiste già: per sostituirlo aggiungi --sostituisci.");
  restore(copia, file, true);
  BOOST_TEST(verify(file).difetti.empty());
  BOOST_TEST(refusal([&] { restore(folder.file("nessuno.db"), file, true); }) ==
             "Il database «" + folder.file("nessuno.db") + "» non esiste: indica un altro file.");
}

BOOST_AUTO_TEST_CASE(what_is_too_old_goes_by_the_rule_in_force_and_its_going_is_recorded) {
  const TemporaryFolder folder;
  Db db(folder.file("omnia.db"));
  const Date today = Date::of(2027, 6, 30);
  const auto seconds = [](Date day) { return std::int64_t{day.days()} * 86400; };
  db.write([&](SQLite::Database& w) {
    insert_idempotenza(w, "datore-1", "vecchia", "x", "d", "{}", seconds(today - 91));
    insert_idempotenza(w, "datore-1", "nuova", "x", "d", "{}", seconds(today - 90));
    insert_idempotenza(w, "datore-1", "di-oggi", "x", "d", "{}", seconds(today));
  });
  const auto keys = [&] {
    return db.read([](SQLite::Database& r) { return r.execAndGet("SELECT count(*) FROM idempotenza").getInt(); });
  };
  const auto of_keys = [](const std::vector<Scaduti>& all) {
    for (const auto& one : all) {
      if (one.oggetto == "idempotenza") return one;
    }
    return Scaduti{};
  };
  BOOST_TEST(of_keys(retention(db, today, "x", true)).righe == 1);
  BOOST_TEST(keys() == 3);
  const auto gone = of_keys(retention(db, today, "2027-06-30T03:00:00+02:00", false));
  BOOST_TEST(gone.righe == 1);
  BOOST_TEST(gone.prima_del == "2027-04-01");
  BOOST_TEST(keys() == 2);
  const auto rows = db.read([](SQLite::Database& r) { return list_modifiche(r, "tabella:idempotenza"); });
  BOOST_REQUIRE(rows.size() == 1U);
  BOOST_TEST(rows[0].modifica.dettaglio == R"({"prima_del":"2027-04-01","righe":1})");
  // From July a shorter time is in force.
  db.write([](SQLite::Database& w) { w.exec("INSERT INTO conservazione VALUES('idempotenza', '2027-07-01', 1, 'prova')"); });
  BOOST_TEST(of_keys(retention(db, today, "x", true)).righe == 0);
  BOOST_TEST(of_keys(retention(db, today + 1, "x", true)).righe == 1);
}

BOOST_AUTO_TEST_SUITE_END()
