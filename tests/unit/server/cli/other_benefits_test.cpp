// The terms and the limits of the benefits beside the CIGO, and those that come after a domanda, from the command line.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/unit/server/cli/run.hpp"
#include "tests/unit/server/uniemens/fixture.hpp"
#include "tools/cli/commands.hpp"

namespace {

using namespace omnia;
using nlohmann::json;
using test::ran;
using test::refusal;

// Twenty weeks of `prestazione` in 2025, 5,0083 heads on average, four weeks asked from 30 November 2026.
json history(const std::string& prestazione) {
  json forza = json::array();
  for (const char* month : {"2026-05", "2026-06", "2026-07", "2026-08", "2026-09"}) {
    forza.push_back({{"mese", month}, {"forza_centesimi", 500}});
  }
  forza.push_back({{"mese", "2026-10"}, {"forza_centesimi", 505}});
  const json past{{"numero", "A1"}, {"unita_produttiva", 0},  {"prestazione", prestazione},
                  {"causale", ""},  {"stato", "autorizzata"}, {"periodo", {{"dal", "2025-02-03"}, {"al", "2025-06-22"}}}};
  return {{"prestazione", prestazione},
          {"richiesta", {{"unita_produttiva", 0}, {"dal", "2026-11-30"}, {"settimane", 4}}},
          {"registro",
           {{"aggiornato_al", "2026-11-24"},
            {"posizione", {{"matricola", "4912345678"}, {"forza", forza}}},
            {"unita_produttive", {{{"progressivo", 0}, {"tipo", "stabilimento"}, {"giorni_settimana", 5}}}},
            {"autorizzazioni", {past}}}}};
}

cli::CountersArgs question(const test::Folder& folder, const json& text) {
  cli::CountersArgs args;
  args.storia = folder.write("storia.json", text.dump());
  return args;
}

std::string term(const std::string& tipo, const std::string& inizio, const std::string& oggi) {
  cli::DeadlinesArgs args;
  args.tipo = tipo;
  args.inizio = inizio;
  args.oggi = oggi;
  return ran(cli::deadlines, args).out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cli_other_benefits)

BOOST_AUTO_TEST_CASE(the_term_of_fis_of_a_fund_and_of_cisoa) {
  const std::string late =
      "Domanda di assegno di integrazione salariale: martedì 1º dicembre 2026\n"
      "  Domanda di assegno di integrazione salariale: entro il 01/12/2026. Una domanda inviata il 10/12/2026 copre dal "
      "30/11/2026. (Art. 30, comma 2, D.Lgs. 148/2015; circ. INPS 22/2016; lettura da confermare)\n"
      "  Il 10/12/2026 la domanda è tardiva di 9 giorni.\n";
  for (const char* tipo : {"FIS", "fis", "FONDO", "F_PROF", "F_TN"}) BOOST_TEST(term(tipo, "2026-11-16", "2026-12-10") == late);
  BOOST_TEST(
      term("FIS", "2026-11-16", "2026-10-01") ==
      "Domanda di assegno di integrazione salariale: martedì 1º dicembre 2026\n"
      "  Domanda di assegno di integrazione salariale: entro il 01/12/2026. Si può inviare dal 17/10/2026. (Art. 30, comma "
      "2, D.Lgs. 148/2015; circ. INPS 22/2016)\n  Il 01/10/2026 mancano 61 giorni.\n");
  BOOST_TEST(term("CISOA", "2026-11-16", "2026-11-20") ==
             "Domanda di CISOA: martedì 1º dicembre 2026\n  Domanda di CISOA: entro il 01/12/2026. (L. 457/1972, prassi; lettura "
             "da confermare)\n  Il 20/11/2026 mancano 11 giorni.\n");
}

BOOST_AUTO_TEST_CASE(the_terms_that_come_after_a_domanda) {
  cli::DeadlinesArgs args;
  args.oggi = "2026-11-24";
  args.tipo = "CONGUAGLIO";
  args.inizio = "2026-05-04";
  args.fine = "2026-05-31";
  args.atto = "2026-06-20";
  BOOST_TEST(ran(cli::deadlines, args).out ==
             "Conguaglio o rimborso, a pena di decadenza: domenica 20 dicembre 2026\n"
             "  Conguaglio o rimborso, a pena di decadenza: entro il 20/12/2026. È un giorno festivo: la proroga al 21/12/2026 è "
             "da confermare. Il termine corre dal 20/06/2026, data dell’autorizzazione. (Art. 7, comma 3, D.Lgs. 148/2015; "
             "lettura da confermare)\n"
             "  Con la proroga al primo giorno non festivo: 21/12/2026\n"
             "  Il conguaglio è valido se avviene con il versamento dei contributi entro il 16/01/2027. (Msg. INPS 1410/2025)\n"
             "  Il 24/11/2026 mancano 26 giorni.\n");
  args.tipo = "DIRETTO";
  args.inizio = "2026-03-02";
  args.fine = "2026-03-31";
  args.atto = "2026-04-20";
  args.json = true;
  const auto direct = json::parse(ran(cli::deadlines, args).out);
  BOOST_TEST(direct["data"] == "2026-06-19");
  BOOST_TEST(direct["fine_secondo_mese"] == "2026-05-31");
  BOOST_TEST(direct["scaduto"] == true);
  args = {};
  args.tipo = "DECISIONE";
  args.inizio = "2026-09-01";
  args.oggi = "2026-11-24";
  args.sospesa_dal = "2026-09-20";
  args.sospesa_al = "2026-10-05";
  BOOST_TEST(ran(cli::deadlines, args).out ==
             "Decisione della sede: lunedì 30 novembre 2026\n"
             "  75 giorni dalla domanda completa: la sede decide entro il 30/11/2026, con 15 giorni di sospensione. (Regolamento "
             "INPS sui procedimenti, circ. 55/2021; art. 2 L. 241/1990; art. 2, comma 7, L. 241/1990)\n"
             "  Il 24/11/2026 mancano 6 giorni.\n");
  args.tipo = "DECISIONE_CIGS";
  BOOST_TEST(ran(cli::deadlines, args).out.find("Decisione della sede: sabato 31 ottobre 2026\n") == 0U);
  BOOST_TEST(term("SUPPLEMENTO", "2026-11-10", "2026-11-24").find("mercoledì 25 novembre 2026\n") != std::string::npos);
  BOOST_TEST(term("RICORSO", "2026-11-10", "2026-12-20") ==
             "Ricorso al comitato amministratore: giovedì 10 dicembre 2026\n  Ricorso al comitato amministratore: entro il "
             "10/12/2026. (Art. 17 D.Lgs. 148/2015)\n  Il 20/12/2026 il termine è passato da 10 giorni.\n");
  BOOST_TEST(term("TAR", "2026-11-10", "2026-11-24").find("Ricorso al TAR: sabato 9 gennaio 2027\n") == 0U);
}

BOOST_AUTO_TEST_CASE(a_table_mixes_kinds_and_a_case_without_a_day_is_told_by_row_and_column) {
  const test::Folder folder;
  cli::DeadlinesArgs args;
  args.casi = folder.write("casi.csv",
                           "id;tipo;inizio;fine;atto;eventi;eone;oggi\n"
                           "T1;FIS;16/11/2026;;;;;2026-11-20\n"
                           "T2;CIGO;2026-01-30;;;2026-01-30,2026-02-03;S;2026-02-10\n"
                           "T3;DIRETTO;2026-03-02;2026-03-31;;;;2026-05-01\n");
  std::istringstream out(ran(cli::deadlines, args).out);
  std::string line;
  std::getline(out, line);
  std::getline(out, line);
  BOOST_TEST(line.find("T1;FIS;2026-11-16;;;;;;N;2026-11-20;2026-12-01;2026-12-01;;;11;N;2026-10-17;;;") == 0U, line);
  std::getline(out, line);
  BOOST_TEST(line.find(";Gli eventi cadono in 2 mesi: invia una domanda per ogni mese, oppure una sola entro il 28/02/2026.;") !=
                 std::string::npos,
             line);
  std::getline(out, line);
  BOOST_TEST(line.find("T3;DIRETTO;2026-03-02;2026-03-31;;;;;N;2026-05-01;2026-05-31;2026-05-31;;2026-06-01;30;N;;;;") == 0U,
             line);
  args.casi = folder.write("manca.csv", "tipo;inizio\nCONGUAGLIO;2026-05-04\n");
  BOOST_TEST(refusal(cli::deadlines, args) ==
             args.casi + ", riga 2, colonna «fine»: serve l’ultimo giorno del periodo autorizzato.");
  args.casi.clear();
  args.tipo = "BOH";
  args.inizio = "2026-05-04";
  BOOST_TEST(refusal(cli::deadlines, args) ==
             "--tipo: «BOH» non è ammesso: scrivi uno fra CIGO, FIS, FONDO, CISOA, CONGUAGLIO, DIRETTO, SUPPLEMENTO, DECISIONE, "
             "DECISIONE_CIGS, RICORSO, TAR, o il codice di un Fondo.");
}

BOOST_AUTO_TEST_CASE(the_weeks_of_fis_with_the_size_and_the_months_of_article_4) {
  const test::Folder folder;
  auto args = question(folder, history("FIS"));
  const auto fits = ran(cli::counters, args);
  BOOST_TEST(fits.exit == 0);
  BOOST_TEST(
      fits.out ==
      "Unità produttiva 0, 4 settimane dal 30/11/2026, prestazione FIS.\n"
      "Biennio mobile del FIS: limite 26, usate 20 (prudente 20), richieste 4, residuo 6; entrano 4 di 4 settimane\n"
      "  Finestra dal 30/12/2024 al 27/12/2026. Restano 6 settimane su 26 nel biennio mobile che finisce il 27/12/2026: la "
      "richiesta ne usa 4. (Art. 29, comma 3-bis, D.Lgs. 148/2015)\n"
      "  A1 dal 03/02/2025 al 22/06/2025: conta 20. Settimane autorizzate: fruito non dichiarato.\n"
      "  Somma di 6 mesi: 30,05, oltre 30,00. La media è oltre 5 dipendenti.\n"
      "Quinquennio mobile: limite 104, usate 20 (prudente 20), richieste 4, residuo 84; entrano 4 di 4 settimane\n"
      "  Finestra dal 28/12/2021 al 27/12/2026. Restano 19,38 mesi (84 settimane) nel quinquennio mobile che finisce il "
      "27/12/2026: la richiesta usa 4 settimane. (Art. 4, comma 1, D.Lgs. 148/2015)\n"
      "  A1 dal 03/02/2025 al 22/06/2025: conta 20. Settimane autorizzate: fruito non dichiarato.\n");
  args.settimane = 7;
  BOOST_TEST(ran(cli::counters, args).exit == 2);
  args.json = true;
  const auto answer = json::parse(ran(cli::counters, args).out);
  BOOST_TEST(answer["prestazione"] == "FIS");
  BOOST_TEST(answer["settimane_limite"] == 26);
  BOOST_TEST(answer["contatore"]["settimane_ammesse"] == 6);
  BOOST_TEST(answer["contatore"]["righe"][0]["unita"] == 20 * 630);
  BOOST_TEST(answer["quinquennio"]["usato"] == 20 * 630);
  // An average of exactly five has thirteen weeks: nothing is left.
  auto five = history("FIS");
  five["registro"]["posizione"]["forza"][5]["forza_centesimi"] = 500;
  args = question(folder, five);
  BOOST_TEST(ran(cli::counters, args).out.find("limite 13, usate 20 (prudente 20), richieste 4, residuo 0; entrano 0 di 4 ") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_benefit_is_the_one_named_or_that_of_the_position) {
  const test::Folder folder;
  auto args = question(folder, history("F_PROF"));
  BOOST_TEST(ran(cli::counters, args).out.find("prestazione F_PROF.\nBiennio mobile del Fondo: limite 26, usate 20 ") !=
             std::string::npos);
  args.prestazione = "fis";
  BOOST_TEST(ran(cli::counters, args).out.find("prestazione FIS.\nBiennio mobile del FIS: limite 26, usate 0 ") !=
             std::string::npos);
  args.prestazione = "CIGS";
  BOOST_TEST(refusal(cli::counters, args) ==
             "prestazione: «CIGS» non è ammessa: scrivi CIGO, FIS, FSBA, CISOA o il codice di un Fondo.");
  // A shop: the position alone leads to the FIS, unless a sector of the CIGO is asked for.
  auto shop = history("FIS");
  shop.erase("prestazione");
  shop["registro"]["posizione"]["csc"] = "70201";
  shop["registro"]["posizione"]["ca"] = {{{"codice", "0J"}, {"dal", "2020-01-01"}}};
  args = question(folder, shop);
  BOOST_TEST(ran(cli::counters, args).out.find(", prestazione FIS.\n") != std::string::npos);
  BOOST_TEST(refusal(cli::whatif, args) == "whatif risponde per la CIGO: per FIS usa counters.");
  args.settore = "industria";
  BOOST_TEST(ran(cli::counters, args).out.find(", settore industria.\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_days_of_fsba_for_the_whole_company) {
  const test::Folder folder;
  auto args = question(folder, history("FSBA"));
  const auto result = ran(cli::counters, args);
  BOOST_TEST(result.exit == 0);
  BOOST_TEST(result.out.find("Unità produttiva 0, 4 settimane dal 30/11/2026, prestazione FSBA.\n"
                             "Giornate FSBA: limite 130, usate 100 (prudente 100), richieste 20, residuo 30; entrano 20\n"
                             "  Finestra dal 28/12/2024 al 25/12/2026. Restano 30 giornate su 130 nel biennio che finisce il "
                             "25/12/2026 per tutta l’azienda: la richiesta ne usa 20. (") == 0U,
             result.out);
  BOOST_TEST(result.out.find("\n  A1 dal 03/02/2025 al 22/06/2025: conta 100. ") != std::string::npos);
  args.settimane = 7;
  args.json = true;
  const auto over = ran(cli::counters, args);
  BOOST_TEST(over.exit == 2);
  BOOST_TEST(json::parse(over.out)["ammessi"] == 30);
}

BOOST_AUTO_TEST_CASE(the_days_of_cisoa_worker_by_worker) {
  const test::Folder folder;
  const json days{
      {"prestazione", "CISOA"},
      {"lavoratori",
       {{{"codice_fiscale", "RSSMRA80A01H501U"},
         {"giornate_lavorate", 190},
         {"autorizzate", {{{"giorno", "2026-03-02"}}}},
         {"richieste", {{{"giorno", "2026-03-03"}}, {{"giorno", "2026-03-04"}, {"mezza", true}}, {{"giorno", "2026-03-02"}}}}}}}};
  auto args = question(folder, days);
  const auto result = ran(cli::counters, args);
  BOOST_TEST(result.exit == 2);
  BOOST_TEST(
      result.out ==
      "RSSMRA80A01H501U. 190 giornate presso l’azienda, comprese quelle per eventi climatici: ne servono 181. (Art. 8 L. "
      "457/1972: più di 180 giornate l’anno presso la stessa azienda)\n"
      "Giornate CISOA 2026: limite 90, usate 1 (prudente 1), richieste 1, residuo 89; entrano 1\n"
      "  Finestra dal 01/01/2026 al 31/12/2026. Nel 2026 il lavoratore ha usato 1 giornata su 90: ne restano 89 prima della "
      "richiesta. (Art. 8 L. 457/1972)\n"
      "  dal 02/03/2026 al 02/03/2026: conta 1. Giornate intere già autorizzate.\n"
      "  02/03/2026: non pagabile. Giornata già autorizzata al lavoratore.\n"
      "  03/03/2026: pagabile. Giornata 2 di 90 dell’anno.\n"
      "  04/03/2026: non pagabile. Mezza giornata fuori dai periodi di deroga climatica: non è pagabile e non si conta.\n");
  args.json = true;
  const auto answer = json::parse(ran(cli::counters, args).out);
  BOOST_TEST(answer["prestazione"] == "CISOA");
  BOOST_TEST(answer["lavoratori"][0]["giornate"][1].dump() ==
             R"({"conta":true,"giorno":"2026-03-03","motivo":"Giornata 2 di 90 dell’anno.","pagabile":true})");
  BOOST_TEST(answer["lavoratori"][0]["anni"][0]["residui"] == 89);
}

BOOST_AUTO_TEST_CASE(days_of_cisoa_that_cannot_be_read_are_refused) {
  const test::Folder folder;
  auto args = question(folder, {{"lavoratori", {{{"richieste", {{{"mezza", true}}}}}}}});
  BOOST_TEST(refusal(cli::counters, args) == args.storia + ": Il campo «lavoratori[0].richieste[0].giorno» manca.");
  args = question(folder, history("FIS"));
  args.prestazione = "CISOA";
  BOOST_TEST(refusal(cli::counters, args) ==
             "la CISOA si conta lavoratore per lavoratore: scrivi le giornate in «lavoratori» (vedi docs/formati.md).");
}

BOOST_AUTO_TEST_CASE(dates_that_contradict_one_another_are_refused) {
  cli::DeadlinesArgs args;
  args.tipo = "DIRETTO";
  args.inizio = "2026-05-31";
  args.fine = "2026-05-04";
  args.oggi = "2026-06-01";
  BOOST_TEST(refusal(cli::deadlines, args) == "--fine: viene prima dell’inizio: correggi una delle due date.");
  args.inizio = "2021-03-01";
  args.fine = "2021-03-31";
  BOOST_TEST(refusal(cli::deadlines, args) == "--inizio: per quel giorno il termine non è nelle tabelle delle norme.");
  args = {};
  args.tipo = "DECISIONE";
  args.inizio = "2026-09-01";
  args.sospesa_dal = "2026-10-05";
  args.sospesa_al = "2026-09-20";
  BOOST_TEST(refusal(cli::deadlines, args) ==
             "--sospesa-al: viene prima della richiesta di documenti: correggi una delle due date.");
  args.sospesa_dal = "2026-08-20";
  BOOST_TEST(refusal(cli::deadlines, args) == "--sospesa-dal: viene prima della domanda completa: correggi una delle due date.");
  args.sospesa_dal.clear();
  BOOST_TEST(refusal(cli::deadlines, args) == "--sospesa-dal: serve il giorno della richiesta di documenti.");
  args = {};
  args.inizio = "2026-09-19";
  args.oggi = "2026-10-05";
  BOOST_TEST(ran(cli::deadlines, args).out.find("\n  Il 05/10/2026 è l’ultimo giorno.\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_history_that_contradicts_itself_is_refused) {
  const test::Folder folder;
  auto args = question(folder, history("CIGO"));
  args.unita = 7;
  BOOST_TEST(refusal(cli::counters, args) == "unità produttiva 7: non è nel registro. Scegli fra 0.");
  auto backwards = history("CIGO");
  backwards["registro"]["autorizzazioni"][0]["periodo"]["al"] = "2025-02-01";
  args = question(folder, backwards);
  BOOST_TEST(refusal(cli::counters, args) ==
             args.storia + ", registro: l’autorizzazione «A1» finisce prima di cominciare: correggi il periodo.");
}

BOOST_AUTO_TEST_SUITE_END()
