#include "server/store/fascicoli_check.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "server/store/audit_store.hpp"
#include "server/store/office_store.hpp"
#include "shared/norms/sha256.hpp"
#include "tests/unit/server/store/plain_domanda.hpp"
#include "tests/unit/server/store/temporary_db.hpp"

namespace {

using namespace omnia::store;
using nlohmann::json;
using omnia::domain::Date;
using omnia::tests::TemporaryFolder;

const Date kDay = Date::of(2026, 11, 24);
const std::string kWhen = "2026-11-24T10:00:00+01:00";
const std::string kOf = "della domanda INPS.4900.24/11/2026.0000001";

// A domanda with a request that was delivered and a signed act, recorded as the office does, in a file that anybody may change:
// without the triggers and the foreign keys of the office's own connection.
struct Tampered {
  TemporaryFolder folder;
  SQLite::Database db = prepared(folder.file("omnia.db"));

  Tampered() {
    file();
    ask();
    sign();
    drop_triggers();
  }
  static SQLite::Database prepared(const std::string& path) {
    { const Db made(path); }
    SQLite::Database raw(path, SQLite::OPEN_READWRITE);
    raw.exec("PRAGMA foreign_keys = OFF");
    return raw;
  }
  void drop_triggers() {
    std::vector<std::string> triggers;
    {
      SQLite::Statement query(db, "SELECT name FROM sqlite_master WHERE type = 'trigger'");
      while (query.executeStep()) triggers.push_back(query.getColumn(0).getString());
    }
    for (const auto& one : triggers) db.exec("DROP TRIGGER " + one);
  }
  void record(const std::string& step, const json& detail) {
    append_modifica(db, {kWhen, "operatore-1", "operatore", "Sede 4900", step, "domanda:d-1", "", detail.dump()});
  }
  std::string enter() { return registra_protocollo(db, "4900", kDay, kWhen, "Prova", std::string(64, '0')); }
  void file() { insert_domanda(db, omnia::tests::plain_domanda(db, "d-1", kDay), {}, {}); }
  void ask() {
    RichiestaIntegrazione request;
    request.stato = "inviata";
    request.protocollo = enter();
    request.elementi = R"(["Bilancio"])";
    request.canale = "pec";
    request.inviata_da = "operatore-1";
    request.inviata_il = kDay.iso();
    request.n = insert_richiesta(db, "d-1", request);
    request.stato = "consegnata";
    request.consegnata_il = kDay.iso();
    request.prova_consegna = "Ricevuta";
    request.scadenza = "2026-12-09";
    update_richiesta(db, "d-1", request);
    record("richiesta.consegnata", {{"richiesta", request.n},
                                    {"protocollo", request.protocollo},
                                    {"stato_richiesta", request.stato},
                                    {"impronta", impronta(request)}});
  }
  void sign() {
    Provvedimento act;
    act.stato = "in_firma";
    act.tipo = "accoglimento";
    act.dal = "2026-11-23";
    act.al = "2026-12-06";
    act.settimane = 2;
    act.ore_centesimi = 8000;
    act.lavoratori = 1;
    act.contenuto = "{}";
    act.proposto_da = "operatore-1";
    act.proposto_il = kWhen;
    act.n = insert_provvedimento(db, "d-1", act);
    const json proposed = {{"provvedimento", act.n}, {"tipo", act.tipo}, {"contenuto", omnia::norms::sha256_hex("{}")}};
    record("provvedimento.proposto", proposed);
    act.stato = "firmato";
    act.firmato_da = "direttore-1";
    act.firmato_il = kWhen;
    act.numero = "490000000001";
    act.protocollo = enter();
    act.documento = std::string(64, 'a');
    firma_provvedimento(db, "d-1", act);
    json signed_one = proposed;
    signed_one.update({{"numero", act.numero}, {"documento", act.documento}, {"atto", impronta(act)}});
    record("provvedimento.firmato", signed_one);
    db.exec(
        "INSERT INTO autorizzazioni(numero, matricola, unita_produttiva, prestazione, stato, dal, al, ore_centesimi) "
        "VALUES('490000000001', '4977777750', 0, 'CIGO', 'autorizzata', '2026-11-23', '2026-12-06', 8000)");
  }
  // What is said after the change; one sentence, or none.
  std::string after(const std::string& sql) {
    db.exec("SAVEPOINT prova");
    db.exec(sql);
    const auto found = check_fascicolo(db, "d-1", "INPS.4900.24/11/2026.0000001");
    db.exec("ROLLBACK TO prova");
    BOOST_TEST(found.size() <= 1U);
    return found.empty() ? "" : found.front();
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(store_fascicoli_check)

BOOST_FIXTURE_TEST_CASE(papers_that_nobody_touched_are_whole, Tampered) { BOOST_TEST(after("SELECT 1") == ""); }

BOOST_FIXTURE_TEST_CASE(a_request_that_was_changed_or_taken_away_is_found, Tampered) {
  const std::string changed = "La richiesta di integrazione 1 " + kOf + " non è quella del registro delle modifiche.";
  for (const char* change : {"scadenza = '2026-12-24'", "consegnata_il = '2026-11-25'", "sospende = 1", "testo = 'altro'",
                             "canale = 'cassetto'", "prova_consegna = 'x'", "elementi = '[\"x\"]'", "stato = 'annullata'"}) {
    BOOST_TEST(after(std::string("UPDATE richieste_integrazione SET ") + change) == changed, change);
  }
  BOOST_TEST(after("DELETE FROM richieste_integrazione") ==
             "La richiesta di integrazione 1 " + kOf + " non c’è, ma il registro delle modifiche la conosce.");
  BOOST_TEST(after("UPDATE richieste_integrazione SET stato = 'chiusa'") == "");  // the decision does so
  // Its letter cannot become another, and one of before gets none.
  const std::string letter =
      "INSERT INTO documenti_richieste SELECT protocollo, '" + std::string(64, 'b') + "' FROM richieste_integrazione";
  BOOST_TEST(after(letter) == changed);
  BOOST_TEST(after("DELETE FROM documenti_richieste") == "");
  record("richiesta.consegnata", {{"richiesta", 1}, {"documento", std::string(64, 'b')}});
  BOOST_TEST(after("SELECT 1") == changed);
  BOOST_TEST(after(letter) == "");
}

BOOST_FIXTURE_TEST_CASE(an_act_that_was_changed_or_taken_away_is_found, Tampered) {
  const std::string changed = "Il provvedimento 1 " + kOf + " non è quello del registro delle modifiche.";
  for (const char* change : {"al = '2026-12-13'", "ore_centesimi = 12000", "lavoratori = 2", "contenuto = '[]'",
                             "firmato_da = 'direttore-2'", "numero = '490000000002'", "proposto_da = 'operatore-2'"}) {
    BOOST_TEST(after(std::string("UPDATE provvedimenti SET ") + change) == changed, change);
  }
  BOOST_TEST(after("UPDATE provvedimenti SET stato = 'annullato'") ==
             "Il provvedimento 1 " + kOf + " è «annullato», ma gli atti che seguono lo vogliono «firmato».");
  BOOST_TEST(after("DELETE FROM provvedimenti") ==
             "La proposta di provvedimento 1 " + kOf + " non c’è, ma il registro delle modifiche la conosce.");
}

BOOST_FIXTURE_TEST_CASE(an_authorisation_that_the_acts_do_not_give_is_found, Tampered) {
  const std::string changed = "L’autorizzazione 490000000001 non è quella che danno i provvedimenti " + kOf + ".";
  for (const char* change : {"al = '2026-12-13'", "ore_centesimi = 1", "stato = 'annullata'", "dal = '2026-11-16'"}) {
    BOOST_TEST(after(std::string("UPDATE autorizzazioni SET ") + change) == changed, change);
  }
  BOOST_TEST(after("DELETE FROM autorizzazioni") == changed);
}

BOOST_AUTO_TEST_CASE(attachments_recorded_before_their_names_were_are_held_to_their_contents) {
  Tampered office;
  office.record("domanda.inviata", {{"allegati", {omnia::norms::sha256_hex("ciao")}}});
  BOOST_TEST(check_fascicolo(office.db, "d-1", "P").front() ==
             "Gli allegati della domanda P non sono quelli del registro delle modifiche.");
  const AllegatoDaSalvare file{"nota.txt", "text/plain", "ciao", omnia::norms::sha256_hex("ciao")};
  put_contenuto(office.db, file);
  office.db.exec("INSERT INTO allegati VALUES('d-1', 1, 'nota.txt', 'text/plain', '" + file.impronta + "')");
  BOOST_TEST(check_fascicolo(office.db, "d-1", "P").empty());
}

BOOST_AUTO_TEST_SUITE_END()
