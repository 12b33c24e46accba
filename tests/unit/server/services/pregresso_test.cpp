// Files of the old procedures: all or nothing, twice like once, and what they become here.
#include "server/services/pregresso/pregresso.hpp"

#include <boost/test/unit_test.hpp>

#include "server/services/attivazioni.hpp"
#include "server/services/refusal.hpp"
#include "server/store/istruttoria_store.hpp"
#include "server/store/maintenance.hpp"
#include "server/store/office_store.hpp"
#include "server/store/pregresso_store.hpp"
#include "server/store/registry_store.hpp"
#include "tests/unit/server/identity/office_fixture.hpp"

namespace {

using namespace omnia;
using services::EsitoPregresso;
using services::FilePregresso;

const std::string kHeader = "protocollo;data_invio;matricola;unita_produttiva;causale;dal;al;ore;lavoratori\n";
const std::string kDomanda = "PROT-1;2026-10-30;4977777750;0;MANC_LAVORO;2026-11-02;2026-11-15;800,50;10\n";
const std::string kActs = "numero;protocollo;data_decisione;matricola;unita_produttiva;dal;al;ore;lavoratori;esito\n";
const std::string kAct = "490000000777;PROT-1;2026-11-10;4977777750;0;2026-11-02;2026-11-08;400;10;\n";

struct Fixture : tests::OfficeFixture {
  services::Clock clock{domain::Date::parse("2026-11-24").value()};

  Fixture() {
    db.write([](SQLite::Database& c) {
      c.exec("INSERT INTO unita_produttive(matricola, progressivo) VALUES('4977777750', 0), ('1877777729', 0)");
    });
  }
  EsitoPregresso run(std::vector<FilePregresso> files, bool prova = false) {
    return services::import_pregresso({db, clock, norms::Norms::builtin()}, std::move(files), prova);
  }
  std::optional<store::RigaDomanda> domanda(const std::string& protocollo = "PROT-1") {
    return db.read([&](SQLite::Database& r) { return store::find_domanda_pregressa(r, protocollo); });
  }
  domain::Registry registro() { return store::load_registry(db, "4977777750", clock.oggi()).value(); }
  void set(const std::string& funzione, const std::string& sede, const std::string& dal, bool attiva) {
    db.write([&](SQLite::Database& w) {
      services::set_attivazione(w, {funzione, sede, "CIGO", dal, "Messaggio di prova", attiva},
                                {"sistema", "sistema", "2026-11-24T10:00:00+01:00"});
    });
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(services_pregresso, Fixture)

BOOST_AUTO_TEST_CASE(a_domanda_of_the_old_procedure_waits_for_the_office_with_both_its_protocols) {
  const auto report = run({{"domande.csv", kHeader + kDomanda}});
  BOOST_TEST(report.testo() == "domande.csv: importate 1 riga.\n");
  const auto row = domanda().value();
  BOOST_TEST(row.protocollo == "INPS.4900.24/11/2026.0000001");
  BOOST_TEST(row.origine == "procedura_precedente");
  BOOST_TEST(row.stato == "protocollata");
  BOOST_TEST(row.data_invio == "2026-10-30");
  BOOST_TEST(row.settimane == 2);
  BOOST_TEST(row.ore_centesimi == 80050);
  BOOST_TEST(row.lavoratori == 10);
  const auto pending = registro().domande;
  BOOST_REQUIRE(pending.size() == 1U);
  BOOST_TEST(pending[0].protocollo == "PROT-1 (procedura precedente)");
}

BOOST_AUTO_TEST_CASE(a_decided_one_has_its_act_and_its_authorisation_counts) {
  const auto report = run({{"atti.csv", kActs + kAct}, {"domande.csv", kHeader + kDomanda}});
  BOOST_TEST(report.testo() == "domande.csv: importate 1 riga.\natti.csv: importate 1 riga.\n");
  BOOST_TEST(domanda()->stato == "accolta_in_parte");
  const auto acts = db.read([&](SQLite::Database& r) { return store::list_provvedimenti(r, domanda()->id); });
  BOOST_REQUIRE(acts.size() == 1U);
  BOOST_TEST(acts[0].tipo == "accoglimento_parziale");
  BOOST_TEST(acts[0].stato == "firmato");
  BOOST_TEST(acts[0].numero == "490000000777");
  const auto sheet = db.read([&](SQLite::Database& r) { return store::find_contenuto(r, acts[0].documento); });
  BOOST_TEST(sheet.rfind("%PDF-1.7", 0) == 0U);
  const auto known = registro();
  BOOST_TEST(known.domande.empty());
  BOOST_REQUIRE(known.autorizzazioni.size() == 1U);
  BOOST_TEST(known.autorizzazioni[0].numero == "490000000777 (procedura precedente)");
  BOOST_TEST(known.autorizzazioni[0].causale == "MANC_LAVORO");
  const auto whole = store::verify(folder.file("omnia.db"));
  for (const auto& defect : whole.difetti) BOOST_ERROR(defect);
}

BOOST_AUTO_TEST_CASE(a_rejection_comes_with_its_domanda_and_authorises_nothing) {
  const auto report =
      run({{"domande.csv", kHeader + kDomanda}, {"atti.csv", kActs + "R-1;PROT-1;2026-11-10;4977777750;0;;;;;respinta\n"}});
  BOOST_TEST(report.ok());
  BOOST_TEST(domanda()->stato == "respinta");
  BOOST_TEST(registro().autorizzazioni.empty());
}

BOOST_AUTO_TEST_CASE(a_rejection_that_names_weeks_or_hours_is_asked_again) {
  const auto report = run({{"domande.csv", kHeader + kDomanda},
                           {"atti.csv", kActs + "R-1;PROT-1;2026-11-10;4977777750;0;2026-11-02;2026-11-08;40;;respinta\n"}});
  const std::string told = report.testo();
  BOOST_TEST(told.find("Colonna «dal», valore «2026-11-02»: una reiezione non autorizza nulla. Svuota la cella, o correggi "
                       "l’esito.") != std::string::npos,
             told);
  BOOST_TEST(told.find("Colonna «ore», valore «40»: una reiezione non autorizza nulla.") != std::string::npos, told);
  BOOST_TEST(!domanda().has_value());
}

BOOST_AUTO_TEST_CASE(more_hours_than_the_period_has_are_a_slip) {
  const std::string row = "PROT-1;2026-10-30;4977777750;0;MANC_LAVORO;2026-11-02;2026-11-15;";
  const std::string told = run({{"domande.csv", kHeader + row + "3361;10\n"}}).testo();
  BOOST_TEST(
      told.find("Colonna «ore», valore «3361»: sono più di quante ne ha il periodo, notti comprese (3.360). Controlla ore e "
                "lavoratori.") != std::string::npos,
      told);
  BOOST_TEST(run({{"domande.csv", kHeader + row + "3360;10\n"}}).ok());
}

BOOST_AUTO_TEST_CASE(an_authorisation_without_its_domanda_only_counts) {
  const auto report = run({{"atti.csv", kActs + "490000000778;;2026-09-10;4977777750;0;2026-09-07;2026-09-13;120;;\n"}});
  BOOST_TEST(report.ok());
  BOOST_TEST(registro().autorizzazioni.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_trial_says_what_it_would_do_and_writes_nothing) {
  const auto report = run({{"domande.csv", kHeader + kDomanda}, {"atti.csv", kActs + kAct}}, true);
  BOOST_TEST(report.testo() ==
             "domande.csv: da importare 1 riga.\natti.csv: da importare 1 riga.\nProva riuscita: non è stato scritto nulla.\n");
  BOOST_TEST(!domanda().has_value());
  BOOST_TEST(run({{"domande.csv", kHeader + kDomanda}}).file[0].nuove == 1);
}

BOOST_AUTO_TEST_CASE(one_wrong_row_and_no_file_changes_anything) {
  const auto report = run({{"domande.csv", kHeader + kDomanda + "PROT-2;2026-12-30;4977777750;7;BOH;2026-11-03;2026-11-15;x;0\n"},
                           {"atti.csv", kActs + kAct}});
  BOOST_TEST(report.testo() ==
             "domande.csv: 4 cose da correggere:\n"
             "  riga 3: Colonna «unita_produttiva», valore «7»: non è nel registro. Importa prima unita_produttive.csv.\n"
             "  riga 3: Colonna «causale», valore «BOH»: non è tra quelle del D.M. 95442/2016. Correggila.\n"
             "  riga 3: Colonna «ore», valore «x»: non è un numero di ore. Scrivilo come 1234,50.\n"
             "  riga 3: Colonna «lavoratori», valore «0»: non è un numero intero tra 1 e 999999. Correggilo.\n"
             "atti.csv: da importare 1 riga.\n"
             "Non è stato importato nulla.\n");
  BOOST_TEST(!domanda().has_value());
  BOOST_TEST(registro().autorizzazioni.empty());
}

BOOST_AUTO_TEST_CASE(the_same_file_twice_is_known_and_the_same_rows_in_another_file_too) {
  run({{"domande.csv", kHeader + kDomanda}, {"atti.csv", kActs + kAct}});
  const auto again = run({{"domande.csv", kHeader + kDomanda}, {"atti.csv", kActs + kAct}});
  BOOST_TEST(again.testo() == "domande.csv: già importato, non cambia nulla.\natti.csv: già importato, non cambia nulla.\n");
  const std::string more = "PROT-2;2026-10-30;1877777729;0;MANC_LAVORO;2026-11-02;2026-11-08;40;1\n";
  const auto longer = run({{"nuove.csv", kHeader + kDomanda + more}, {"nuovi-atti.csv", kActs + kAct + "\n"}});
  BOOST_TEST(longer.testo() ==
             "nuove.csv: importate 1 riga, già note 1 riga.\nnuovi-atti.csv: importate 0 righe, già note 1 riga.\n");
  const auto other = run({{"altre.csv", kHeader + "PROT-1;2026-10-30;4977777750;0;MANC_LAVORO;2026-11-02;2026-11-15;900;10\n"}});
  BOOST_TEST(other.testo() ==
             "altre.csv: 1 cosa da correggere:\n  riga 2: Colonna «protocollo», valore «PROT-1»: è già importato con altri dati. "
             "Correggi la riga o toglila.\nNon è stato importato nulla.\n");
}

BOOST_AUTO_TEST_CASE(an_act_must_fit_its_domanda) {
  run({{"domande.csv", kHeader + kDomanda}});
  const auto report = run({{"atti.csv", kActs + "490000000777;PROT-1;2026-10-10;4977777750;0;2026-11-02;2026-11-22;900;11;\n"
                                                "490000000778;PROT-9;2026-11-10;4977777750;0;2026-11-02;2026-11-08;10;1;\n"}});
  BOOST_TEST(report.testo() ==
             "atti.csv: 5 cose da correggere:\n"
             "  riga 2: Colonna «data_decisione», valore «2026-10-10»: viene prima dell’invio. Correggila.\n"
             "  riga 2: Colonna «dal», valore «2026-11-02»: con «al» esce dal periodo chiesto (dal 02/11/2026 al 15/11/2026). "
             "Correggi le date.\n"
             "  riga 2: Colonna «ore», valore «900»: supera le ore chieste (800,50). Correggile.\n"
             "  riga 2: Colonna «lavoratori», valore «11»: supera i lavoratori chiesti (10). Correggili.\n"
             "  riga 3: Colonna «protocollo», valore «PROT-9»: non è di una domanda importata. Importa prima il file delle "
             "domande.\nNon è stato importato nulla.\n");
}

BOOST_AUTO_TEST_CASE(commas_and_windows_characters_are_read_and_a_file_without_columns_is_refused) {
  std::string text = kHeader + "PR\xE9-1;2026-10-30;4977777750;0;MANC_LAVORO;2026-11-02;2026-11-08;40;1\n";
  for (char& c : text) c = c == ';' ? ',' : c;
  BOOST_TEST(run({{"domande.csv", text}}).ok());
  BOOST_TEST(domanda("PRé-1").has_value());
  const auto poor = run({{"povero.csv", "protocollo;matricola\nA;4977777750\n"}});
  BOOST_REQUIRE(poor.file[0].difetti.size() == 1U);
  BOOST_TEST(poor.file[0].difetti[0].codice == "csv.intestazione");
}

BOOST_AUTO_TEST_CASE(after_the_switch_off_the_old_channel_has_received_nothing) {
  set("procedura_precedente", "", "2026-10-15", false);
  const auto report = run({{"domande.csv", kHeader + kDomanda}});
  BOOST_TEST(
      report.testo() ==
      "domande.csv: 1 cosa da correggere:\n  riga 2: Colonna «data_invio», valore «2026-10-30»: viene dopo la chiusura della "
      "procedura precedente (15/10/2026). Togli la riga o correggi la data.\nNon è stato importato nulla.\n");
  set("procedura_precedente", "4900", "2026-10-16", true);  // this Sede has more time
  BOOST_TEST(run({{"domande.csv", kHeader + kDomanda}}).ok());
}

BOOST_AUTO_TEST_CASE(a_flag_of_the_sede_comes_before_a_general_one_and_the_day_decides) {
  const auto day = [](const char* iso) { return domain::Date::parse(iso).value(); };
  const auto on = [&](const char* sede, const char* when) {
    return db.read([&](SQLite::Database& r) { return services::is_attiva(r, services::kInvioDomanda, sede, "CIGO", day(when)); });
  };
  BOOST_TEST(on("4900", "2026-11-24"));
  set("invio_domanda", "", "2026-12-01", false);
  set("invio_domanda", "4900", "2026-12-10", true);
  BOOST_TEST(on("4900", "2026-11-30"));
  BOOST_TEST(!on("4900", "2026-12-01"));
  BOOST_TEST(!on("1800", "2026-12-10"));
  BOOST_TEST(on("4900", "2026-12-10"));
  db.read([&](SQLite::Database& r) {
    BOOST_TEST(services::nota_invio(r, "1800", "CIGO", day("2026-12-10")) ==
               "La domanda di CIGO per la Sede 1800 non si presenta ancora da qui: usa la procedura precedente.");
    BOOST_TEST(services::nota_invio(r, "1800", "FIS", day("2026-11-24")) ==
               "La domanda di assegno di integrazione salariale del FIS per la Sede 1800 non si presenta ancora da qui: usa la "
               "procedura precedente.");
    BOOST_TEST(services::nota_invio(r, "1800", "CIGO", day("2026-11-24")).empty());
  });
}

BOOST_AUTO_TEST_CASE(a_change_without_reason_or_for_a_form_that_is_not_there_is_refused) {
  const auto refusal = [&](const services::NuovaAttivazione& wanted) {
    try {
      db.write([&](SQLite::Database& w) {
        services::set_attivazione(w, wanted, {"sistema", "sistema", "2026-11-24T10:00:00+01:00"});
      });
    } catch (const services::Refusal& e) {
      return e.codice + ": " + e.testo;
    }
    return std::string();
  };
  BOOST_TEST(
      refusal({"invio_domanda", "", "FIS", "2026-12-01", "msg", true}) ==
      "attivazione.modulo_assente: Questa versione non ha il modulo di domanda per: assegno di integrazione salariale del FIS.");
  BOOST_TEST(refusal({"invio_domanda", "", "CIGO", "2026-12-01", " ", true}) ==
             "attivazione.motivo: Manca il motivo del cambio, oppure supera i 500 caratteri.");
  BOOST_TEST(refusal({"invio_domanda", "49", "CIGO", "2026-12-01", "msg", true}) ==
             "attivazione.sede: La Sede «49» non è un codice di quattro cifre.");
  BOOST_TEST(refusal({"altro", "", "CIGO", "2026-12-01", "msg", true}) ==
             "attivazione.funzione: La funzione «altro» non esiste.");
  BOOST_TEST(refusal({"invio_domanda", "", "CIGS", "2026-12-01", "msg", true}) ==
             "attivazione.prestazione: La prestazione «CIGS» non esiste.");
  BOOST_TEST(refusal({"invio_domanda", "", "CIGO", "2026-12-01", "msg", false}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
