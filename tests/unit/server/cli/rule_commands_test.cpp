#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "shared/rules/deadlines/deadlines.hpp"
#include "shared/rules/liquidity/liquidity.hpp"
#include "shared/wire/wire.hpp"
#include "tests/unit/core/routing/casi.hpp"
#include "tests/unit/server/cli/run.hpp"
#include "tests/unit/server/uniemens/fixture.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/table.hpp"

namespace {

using namespace omnia;
using domain::Date;
using test::ran;
using test::refusal;

constexpr const char* kRouteHeader =
    "id;descrizione;csc;ca;ateco2007;media;flag;causale;inizio;suggerita;esito_causale;cigs;respinte\n";

// One UP, 50 weeks authorised from January 2025, and a request.
std::string history(const std::string& richiesta) {
  return R"({"richiesta":)" + richiesta +
         R"(,"settore":"industria","registro":{"aggiornato_al":"2026-11-24","posizione":{"matricola":"4912345678"},)"
         R"("unita_produttive":[{"progressivo":0,"tipo":"stabilimento","giorni_settimana":5}],"autorizzazioni":[{"numero":"A1",)"
         R"("unita_produttiva":0,"prestazione":"CIGO","causale":"MANC_LAVORO","stato":"autorizzata",)"
         R"("periodo":{"dal":"2025-01-06","al":"2025-12-21"}}]}})";
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_SUITE(cli_rules)

BOOST_AUTO_TEST_CASE(no_cell_that_goes_out_runs_in_a_spreadsheet_and_numbers_stay_numbers) {
  for (const char* formula :
       {"=cmd|' /C calc'!A0", "+1+cmd", "-2+3+cmd", "@SUM(A1)", "=1", "  =1", "\" =1", "'=1", "\t1", "\r1", "＝1"}) {
    const std::string line = cli::csv_line({formula});
    BOOST_TEST(line.substr(0, 2) == "\"'", line);
  }
  BOOST_TEST(cli::csv_line({"-5", "+1,50", "-", "1=2", "ROSSI & C. - Savona", "a@b.invalid", ""}) ==
             "-5;+1,50;-;1=2;ROSSI & C. - Savona;a@b.invalid;\n");
  BOOST_TEST(cli::csv_line({"a;b", "dice \"sì\""}) == "\"a;b\";\"dice \"\"sì\"\"\"\n");
  const test::Folder folder;
  cli::DeadlinesArgs args;
  args.casi = folder.write("casi.csv", "id;inizio\n=HYPERLINK(A1);2026-11-23\n");
  BOOST_TEST(has(ran(cli::deadlines, args).out, "\n\"'=HYPERLINK(A1)\";"));
}

BOOST_AUTO_TEST_CASE(the_worked_cases_of_routing_come_back_as_they_are) {
  const test::Folder folder;
  const std::string cases = std::string(kCasi).substr(1);  // without the newline of the literal
  cli::RouteArgs args;
  args.casi = folder.write("casi.csv", kRouteHeader + cases);
  const auto result = ran(cli::route, args);
  BOOST_TEST(result.exit == 0);
  BOOST_TEST(result.out == kRouteHeader + cases);
}

BOOST_AUTO_TEST_CASE(from_the_input_columns_alone_every_refused_benefit_is_told) {
  const test::Folder folder;
  cli::RouteArgs args;
  // A spreadsheet's file: commas, Windows-1252, Italian date, other columns first.
  args.casi = folder.write("casi.csv", "nota,inizio,csc,media,ca\nperch\xE9 no,02/03/2026,1.06.04,12,\"3N,3P\"\n");
  const auto out = ran(cli::route, args).out;
  BOOST_TEST(has(out, std::string(kRouteHeader) + ";;1.06.04;3N,3P;;12;;;02/03/2026;CIGO_IND;OK;NO_SOGLIA;"), out);
  BOOST_TEST(has(out, "FIS=R02"));
  BOOST_TEST(has(out, "CISOA=R10"));
  BOOST_TEST(!has(out, "CIGO_IND="));
}

BOOST_AUTO_TEST_CASE(a_unit_that_is_not_registered_warns_and_refuses_nothing) {
  const test::Folder folder;
  cli::RouteArgs args;
  args.casi = folder.write("casi.csv", "csc;media;flag;inizio\n10604;12;UP_NON_CENSITA;2026-03-02\n");
  const auto out = ran(cli::route, args).out;
  BOOST_TEST(has(out, ";CIGO_IND;OK;NO_SOGLIA;CIGO_EDI=R17|"));
  BOOST_TEST(!has(out, "CIGO_IND=R16"));
}

BOOST_AUTO_TEST_CASE(one_position_by_options) {
  cli::RouteArgs args;
  args.caso = {"11301", "UP_CANTIERE", "41.20", "22", "", "EONE", "2026-02-09"};
  const auto text = ran(cli::route, args).out;
  BOOST_TEST(
      text.rfind("Prestazione suggerita: " + norms::Norms::builtin().routing().prestazione("CIGO_EDI")->nome + " (CIGO_EDI)\n",
                 0) == 0U);
  BOOST_TEST(has(text, "\nCausale: OK\nCIGS: SI\nNon compatibili:\n"));
  BOOST_TEST(has(text, "\n  FIS (R02): "));
  args.json = true;
  BOOST_TEST(has(ran(cli::route, args).out, R"("primaria":"CIGO_EDI")"));
  BOOST_TEST(has(ran(cli::route, args).out, R"("causa":{"cigs":"SI","citazione":"","esito":"OK","motivo":"","testo":""})"));
  args.caso.csc = "113";
  BOOST_TEST(refusal(cli::route, args).rfind("csc: ", 0) == 0U);
  args.caso.csc = "11301";
  args.caso.causale = "BOH";
  BOOST_TEST(refusal(cli::route, args) == "causale: «BOH» non è ammessa: scrivi ORD, EONE oppure STR.");
}

BOOST_AUTO_TEST_CASE(a_wrong_case_stops_with_file_line_and_column) {
  const test::Folder folder;
  cli::RouteArgs args;
  args.casi = folder.write("casi.csv", "csc;inizio;media\n11301;2026-02-09;22\n11301;2026-02-09;molti\n");
  BOOST_TEST(refusal(cli::route, args) ==
             args.casi + ", riga 3, colonna media: " + domain::Decimal::parse("molti").reason().testo);
  args.casi = folder.write("altri.csv", "csc;media\n11301;22\n");
  BOOST_TEST(has(refusal(cli::route, args), "altri.csv, riga 1: "));
}

BOOST_AUTO_TEST_CASE(terms_of_a_table_of_cases) {
  const test::Folder folder;
  cli::DeadlinesArgs args;
  args.casi = folder.write("casi.csv",
                           "id;inizio;eventi;eone;oggi\n"
                           "D1;2026-03-02;;N;2026-03-12\n"
                           "D2;10/04/2026;;;2026-04-30\n"
                           "D3;2026-02-02;2026-02-09,2026-02-05;S;2026-03-01\n");
  const auto& norms = norms::Norms::builtin();
  const auto d1 = rules::deadlines::cigo(Date::of(2026, 3, 2), {}, false, Date::of(2026, 3, 12), norms);
  const auto d2 = rules::deadlines::cigo(Date::of(2026, 4, 10), {}, false, Date::of(2026, 4, 30), norms);
  const auto d3 = rules::deadlines::cigo(Date::of(2026, 2, 2), {Date::of(2026, 2, 5)}, true, Date::of(2026, 3, 1), norms);
  const auto quoted = [](const std::string& text) { return text.find(';') == std::string::npos ? text : "\"" + text + "\""; };
  BOOST_TEST(ran(cli::deadlines, args).out ==
             "id;tipo;inizio;fine;atto;sospesa_dal;sospesa_al;eventi;eone;oggi;termine;senza_proroga;prudenziale;con_proroga;"
             "giorni_rimasti;tardiva;primo_giorno_invio;primo_giorno_autorizzabile;primo_giorno_altra_lettura;regola;note;"
             "citazione;lettura\n"
             "D1;CIGO;2026-03-02;;;;;;N;2026-03-12;2026-03-17;2026-03-17;;;5;N;;;;" +
                 quoted(d1.regola) + ";;" + quoted(d1.citazione) +
                 ";N\n"
                 "D2;CIGO;2026-04-10;;;;;;N;2026-04-30;2026-04-27;2026-04-25;;;-3;S;;2026-04-20;2026-04-23;" +
                 quoted(d2.regola) + ";;" + quoted(d2.citazione) +
                 ";S\n"
                 "D3;CIGO;2026-02-02;;;;;2026-02-09,2026-02-05;S;2026-03-01;2026-03-31;2026-03-31;;;30;N;;;;" +
                 quoted(d3.regola) + ";;" + quoted(d3.citazione) + ";N\n");
}

BOOST_AUTO_TEST_CASE(one_term_by_options) {
  cli::DeadlinesArgs args;
  args.inizio = "2026-04-10";
  args.oggi = "2026-04-20";
  const auto s = rules::deadlines::cigo(Date::of(2026, 4, 10), {}, false, Date::of(2026, 4, 20), norms::Norms::builtin());
  BOOST_TEST(ran(cli::deadlines, args).out == "Termine della domanda: lunedì 27 aprile 2026\n  " + s.regola + " (" + s.citazione +
                                                  ")\n  Il 20/04/2026 mancano 7 giorni.\n");
  args.json = true;
  BOOST_TEST(ran(cli::deadlines, args).out == wire::write(s) + "\n");
  args.json = false;
  args.oggi = "2026-04-26";
  BOOST_TEST(has(ran(cli::deadlines, args).out, "\n  Il 26/04/2026 manca 1 giorno.\n"));
  // Late: both readings of art. 15 c. 3 are told.
  args.inizio = "2026-03-02";
  args.oggi = "2026-03-26";
  BOOST_TEST(has(ran(cli::deadlines, args).out,
                 "\n  Il 26/03/2026 la domanda è tardiva di 9 giorni.\n  Primo giorno autorizzabile: 16/03/2026 (con l’altra "
                 "lettura dell’art. 15, comma 3: 19/03/2026)\n"));
  args.inizio = "ieri";
  BOOST_TEST(refusal(cli::deadlines, args).rfind("--inizio: «ieri» non è una data: ", 0) == 0U);
  BOOST_TEST(refusal(cli::deadlines, cli::DeadlinesArgs{}) == "indica --inizio, oppure un file di casi.");
}

BOOST_AUTO_TEST_CASE(liquidity_by_options_and_by_table) {
  cli::LiquidityArgs args;
  args.oggi = "2026-11-24";
  args.caso = {"10.000,00", "5.000,00", "", "17.000,00", false, false, false};
  const auto text = ran(cli::liquidity, args).out;
  BOOST_TEST(text.rfind("Verdetto: difficolta\n", 0) == 0U);
  BOOST_TEST(has(text, "\n  ACID_TEST: (10.000,00 + 5.000,00) / 17.000,00 = 0,88\n"));
  const test::Folder folder;
  args.caso = {};
  args.casi = folder.write("casi.csv",
                           "id;liquidita_immediate;liquidita_differite;rimanenze;passivita_correnti;cessazione\n"
                           "L1;10000;5000;;17000;N\n"
                           "L2;20000;0;;17000;N\n"
                           "L3;20000;0;;17000;S\n"
                           "L4;20000;0;;0;N\n");
  std::istringstream out(ran(cli::liquidity, args).out);
  std::string line;
  std::getline(out, line);
  BOOST_TEST(line ==
             "id;liquidita_immediate;liquidita_differite;rimanenze;passivita_correnti;verdetto;variante;indice;indice_altra;"
             "discordanti;calcolo;testo");
  for (const char* start :
       {"L1;10000;5000;;17000;difficolta;ACID_TEST;0,88;;N;", "L2;20000;0;;17000;non_dimostrata;ACID_TEST;1,17;;N;",
        "L3;20000;0;;17000;altri_motivi;ACID_TEST;1,17;;N;", "L4;20000;0;;0;non_calcolabile;ACID_TEST;n.d.;"}) {
    std::getline(out, line);
    BOOST_TEST(line.rfind(start, 0) == 0U, line);
  }
  args.casi.clear();
  args.caso.passivita_correnti = "molti";
  BOOST_TEST(refusal(cli::liquidity, args) == "passivita_correnti: " + domain::Money::parse("molti").reason().testo);
}

BOOST_AUTO_TEST_CASE(counters_of_a_history) {
  const test::Folder folder;
  cli::CountersArgs args;
  args.storia = folder.write("storia.json", history(R"({"unita_produttiva":0,"dal":"2026-11-30","settimane":4})"));
  const auto result = ran(cli::counters, args);
  BOOST_TEST(result.exit == 2);
  BOOST_TEST(result.out.rfind(
                 "Unità produttiva 0, 4 settimane dal 30/11/2026, settore industria.\n"
                 "Durata della richiesta: limite 13, usate 0 (prudente 0), richieste 4, residuo 13; entrano 4 di 4 settimane\n",
                 0) == 0U,
             result.out);
  BOOST_TEST(has(result.out,
                 "\nBiennio mobile: limite 52, usate 50 (prudente 50), richieste 4, residuo 2; entrano 2 di 4 settimane\n"
                 "  Finestra dal 30/12/2024 al 27/12/2026. "));
  BOOST_TEST(
      has(result.out, "\nContributo addizionale: Fino al 31/10/2026 risultano usate 50 settimane nel quinquennio mobile: "));
  BOOST_TEST(has(result.out, "\n  A1 dal 06/01/2025 al 21/12/2025: conta 50. "));
  BOOST_TEST(has(result.out, "\nUn terzo delle ore: autorizzate "));
  BOOST_TEST(has(result.out, " ore. Ore delle settimane che cadono nel biennio.\n"));
  BOOST_TEST(has(result.out, "conta 50. Fruito non noto: si contano le settimane autorizzate.\n"));
  args.settimane = 2;
  BOOST_TEST(ran(cli::counters, args).exit == 0);
  args.json = true;
  const auto answer = nlohmann::json::parse(ran(cli::counters, args).out);
  for (const char* key : {"richiesta", "consecutive", "biennio", "quinquennio", "terzo", "contributo"}) {
    BOOST_TEST(answer.contains(key), key);
  }
  BOOST_TEST(answer["contributo"]["usato"] == 50 * 630);
  for (const char* one : {"richiesta", "consecutive", "biennio", "quinquennio", "contributo"}) {
    for (const char* key : {"limite", "usato", "usato_prudente", "residuo", "finestra", "righe"})
      BOOST_TEST(answer[one].contains(key), one << " " << key);
  }
  for (const char* key :
       {"limite_centesimi", "autorizzate_centesimi", "autorizzate_prudenti_centesimi", "residuo_centesimi", "finestra", "righe"})
    BOOST_TEST(answer["terzo"].contains(key), key);
  BOOST_TEST(answer["terzo"]["righe"][0]["numero"] == "A1");
  args.json = false;
  args.settimane = 14;
  args.dal = "2028-01-03";
  const auto long_one = ran(cli::counters, args);
  BOOST_TEST(long_one.exit == 2);
  BOOST_TEST(
      has(long_one.out, "La richiesta è di 14 settimane: una sola domanda ne ammette 13. Per le altre invia una proroga."));
  args.proroga = true;
  BOOST_TEST(has(ran(cli::counters, args).out, "la proroga di 14 settimane può arrivare a 13"));
}

BOOST_AUTO_TEST_CASE(what_if_tells_the_first_date_and_the_longest_request) {
  const test::Folder folder;
  cli::CountersArgs args;
  args.storia = folder.write("storia.json", history(R"({"unita_produttiva":0,"dal":"2026-11-30","settimane":13})"));
  const auto result = ran(cli::whatif, args);
  BOOST_TEST(result.exit == 0);
  BOOST_TEST(
      result.out ==
      "Unità produttiva 0, settore industria.\n"
      "Dal 30/11/2026 entrano 2 settimane di 13. Il limite che ferma: Biennio mobile. Per 13 settimane la prima data è lunedì 21 "
      "dicembre 2026. (Artt. 4 e 12 D.Lgs. 148/2015; lettura da confermare)\n"
      "In una sola domanda: Dal 30/11/2026 si possono chiedere al massimo 2 settimane, fino al 13/12/2026. Il limite che ferma "
      "la settimana successiva: Biennio mobile.\n"
      "  Biennio mobile: Delle 3 settimane richieste ne entrano 2 nel limite di 52 settimane del biennio mobile. C’è spazio per "
      "3 "
      "settimane dal 21/12/2026. (Art. 12, comma 3, D.Lgs. 148/2015; lettura da confermare)\n"
      "Prossimi 24 mesi, per lunedì di inizio (fino a 13 settimane):\n"
      "  dal 30/11/2026 al 14/12/2026: 2 settimane; ferma: Biennio mobile\n"
      "  dal 21/12/2026 al 20/11/2028: 13 settimane\n");
  args.dal = "2028-01-03";
  BOOST_TEST(has(ran(cli::whatif, args).out, "Dal 03/01/2028 entrano 13 settimane."));
}

BOOST_AUTO_TEST_CASE(the_what_if_as_json_has_a_point_for_each_week_of_two_years) {
  const test::Folder folder;
  cli::CountersArgs args;
  args.storia = folder.write("storia.json", history(R"({"unita_produttiva":0,"dal":"2026-11-30","settimane":13})"));
  args.json = true;
  const auto answer = nlohmann::json::parse(ran(cli::whatif, args).out);
  BOOST_TEST(answer["punti"].size() == 104U);
  BOOST_TEST(answer["punti"][0].dump() ==
             R"({"fermano":["biennio"],"lunedi":"2026-11-30","residuo_biennio":1260,"residuo_quinquennio":34020,"settimane":2,)"
             R"("usate_biennio":31500,"usate_biennio_prudenti":31500})");
  BOOST_TEST(answer["massimo"]["settimane"] == 2);
  BOOST_TEST(answer["massimo"]["al"] == "2026-12-13");
  BOOST_TEST(answer["massimo"]["vincoli"][0]["codice"] == "biennio");
  BOOST_TEST(answer["prima_data"] == "2026-12-21");
  BOOST_TEST(answer["di_nuovo"].is_null());
}

BOOST_AUTO_TEST_CASE(a_history_that_cannot_be_read_is_refused) {
  const test::Folder folder;
  cli::CountersArgs args;
  args.storia = folder.write("storia.json", "{}");
  BOOST_TEST(refusal(cli::counters, args) ==
             args.storia + ": servono gli oggetti «registro» e «richiesta» (vedi docs/formati.md).");
  args.storia = folder.write("storia.json", history(R"({"dal":"2026-11-30","settimane":"quattro"})"));
  BOOST_TEST(refusal(cli::counters, args) == args.storia + ", richiesta: un campo ha il tipo sbagliato (vedi docs/formati.md).");
  args.storia = folder.write("storia.json", history(R"({"settimane":4})"));
  BOOST_TEST(refusal(cli::counters, args) == "indica il primo giorno della richiesta con --dal.");
  args.dal = "2014-01-06";
  BOOST_TEST(refusal(cli::counters, args) == "prima del 24/09/2015 valeva un’altra legge: scegli una data successiva.");
  args.dal = "2026-11-30";
  args.settore = "acciaio";
  BOOST_TEST(refusal(cli::counters, args) ==
             "settore: «acciaio» non è ammesso: scrivi industria, edilizia, lapidei oppure altro.");
}

BOOST_AUTO_TEST_CASE(a_case_can_come_from_the_input_and_is_asked_once) {
  cli::RouteArgs route;
  route.casi = "-";
  const auto piped = ran(cli::route, route, "csc;inizio\n10604;2026-03-02\n");
  BOOST_TEST(has(piped.out, ";10604;;;;;;2026-03-02;CIGO_IND;OK;"), piped.out);
  cli::CountersArgs counters;
  counters.storia = "-";
  BOOST_TEST(ran(cli::counters, counters, history(R"({"unita_produttiva":0,"dal":"2026-11-30","settimane":2})")).exit == 0);
  BOOST_TEST(ran(cli::whatif, counters, history(R"({"unita_produttiva":0,"dal":"2026-11-30","settimane":2})")).exit == 0);
  cli::DeadlinesArgs deadlines;
  deadlines.casi = "-";
  BOOST_TEST(has(ran(cli::deadlines, deadlines, "inizio\n2026-11-16\n").out, ";CIGO;2026-11-16;"));
  cli::LiquidityArgs liquidity;
  liquidity.casi = "-";
  BOOST_TEST(has(ran(cli::liquidity, liquidity, "liquidita_immediate;liquidita_differite;passivita_correnti\n1;0;2\n").out,
                 ";difficolta;"));
  // A file and a case beside it would leave one of the two unanswered.
  route.caso.csc = "11301";
  BOOST_TEST(refusal(cli::route, route) ==
             "c’è un file di casi e un caso scritto con le opzioni: lascia il file oppure le opzioni.");
  deadlines.eone = true;
  BOOST_TEST(has(refusal(cli::deadlines, deadlines), "lascia il file oppure le opzioni."));
  liquidity.caso.cessazione = true;
  BOOST_TEST(has(refusal(cli::liquidity, liquidity), "lascia il file oppure le opzioni."));
  route.caso.csc.clear();
  route.json = true;
  BOOST_TEST(refusal(cli::route, route) == "--json risponde a un caso solo: toglilo, oppure scrivi il caso con le opzioni.");
  const test::Folder folder;
  route.json = false;
  route.casi = folder / "";
  BOOST_TEST(refusal(cli::route, route) == "«" + route.casi + "» è una cartella: indica un file.");
  route.casi = folder.write("vuoti.csv", "csc;inizio\n");
  BOOST_TEST(refusal(cli::route, route) == route.casi + ": sotto l’intestazione non c’è nessun caso: aggiungi una riga.");
}

BOOST_AUTO_TEST_CASE(a_word_that_no_rule_knows_is_refused_and_not_ignored) {
  cli::RouteArgs args;
  args.caso = {"50101", "", "01.21", "8", "OTDD", "EONE", "2026-03-02"};
  BOOST_TEST(
      refusal(cli::route, args).rfind("flag: «OTDD» non è una qualità nota: scrivi, separati da virgole, AEREO, ", 0) == 0U,
      refusal(cli::route, args));
  args.caso.flag = "OTD, UP_NON_CENSITA";
  BOOST_TEST(has(ran(cli::route, args).out, "\nCausale: LAVORATORE_ESCLUSO (R12)"));
  args.caso = {"41306", "3N,3P;7B", "43.21", "6", "", "", "2026-03-02"};
  BOOST_TEST(
      has(refusal(cli::route, args), "ca: «3P;7B» non è un codice di autorizzazione (una cifra e una lettera) né una qualità"));
  args.caso.ca = "1J,3N,3P";  // a code without a meaning for the routing is still a code
  BOOST_TEST(has(ran(cli::route, args).out, "(FSBA)"));
  args.caso = {"10501", "CAPITALE_PUBBLICO,0J", "36.00", "50", "", "", "2026-03-02"};
  BOOST_TEST(has(ran(cli::route, args).out, "(FIS)"));
  args.caso.ca = "0J";
  BOOST_TEST(has(ran(cli::route, args).out, "(CIGO_IND)"));
  args.caso.ateco = "metalli";
  BOOST_TEST(has(refusal(cli::route, args), "ateco2007: il codice ATECO ha da due a sei cifre"));
}

BOOST_AUTO_TEST_CASE(a_history_with_a_field_or_a_benefit_that_does_not_exist_is_refused) {
  const test::Folder folder;
  cli::CountersArgs args;
  const auto refused = [&](const std::string& text) {
    args.storia = folder.write("storia.json", text);
    return refusal(cli::counters, args);
  };
  const std::string good = history(R"({"unita_produttiva":0,"dal":"2026-11-30","settimane":2})");
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string text = good;
    return text.replace(text.find(from), from.size(), to);
  };
  BOOST_TEST(refused(good).empty());
  BOOST_TEST(refused("{\"richiesta\":") == args.storia + ": il testo non è JSON valido: controlla che sia completo e in UTF-8.");
  // Written wrong, the whole history would have been taken as empty.
  BOOST_TEST(has(refused(with("autorizzazioni", "autorizazioni")),
                 ": il campo «registro.autorizazioni» non esiste: scrivi uno fra versione, aggiornato_al, "));
  BOOST_TEST(has(refused(with("\"stato\"", "\"esito\"")), ": il campo «registro.autorizzazioni[0].esito» non esiste: "));
  BOOST_TEST(has(refused(with("settore", "setore")), ": il campo «setore» non esiste: scrivi uno fra richiesta, registro, "));
  BOOST_TEST(
      has(refused(with("\"CIGO\"", "\"CIGX\"")),
          ", registro, autorizzazione «A1»: la prestazione «CIGX» non è tra i valori ammessi (CIGO, CIGS_RIORGANIZZAZIONE, "));
  for (const char* known : {"\"CIGS_CDS\"", "\"F_PROF\"", "\"FIS_COVID\"", "\"F_AMB_44_11S\"", "\"FSBA\""})
    BOOST_TEST(refused(with("\"CIGO\"", known)).empty(), known);
  const std::string worker =
      R"({"prestazione":"CISOA","lavoratori":[{"codice_fiscale":"RSSMRA80A01H501U","tempo_indeterminato":true,)"
      R"("giornate_lavorate":190,"autorizzate":[],"richieste":[{"giorno":"2026-03-03","clima":true}]}]})";
  BOOST_TEST(
      has(refused(worker), ": il campo «lavoratori[0].richieste[0].clima» non esiste: scrivi uno fra giorno, mezza, climatica."));
}

// Whatever `omnia registry` writes is a history that `counters` reads.
BOOST_AUTO_TEST_CASE(a_whole_registry_is_a_history) {
  domain::Registry registry;
  registry.aggiornato_al = Date::of(2026, 11, 24);
  registry.posizione.csc = "10604";
  registry.posizione.ca.push_back({"3N", Date::of(2020, 1, 1), Date::of(2030, 1, 1)});
  registry.posizione.forza.push_back({domain::YearMonth::of(registry.aggiornato_al), 1200});
  registry.posizione.dal = registry.posizione.al = Date::of(2030, 1, 1);
  auto& unit = registry.unita_produttive.emplace_back();
  unit.dal = unit.al = Date::of(2030, 1, 1);
  unit.organico.push_back({domain::YearMonth::of(registry.aggiornato_al), 4000, 12});
  registry.lavoratori.emplace_back();
  auto& one = registry.autorizzazioni.emplace_back();
  one.prestazione = "CIGO";
  one.periodo = {Date::of(2026, 3, 2), Date::of(2026, 3, 8)};
  one.giorni_settimana = 5;
  one.giorni_fruiti = {Date::of(2026, 3, 2)};
  registry.domande.emplace_back();
  registry.ultimo_uniemens = domain::YearMonth::of(registry.aggiornato_al);
  registry.titolo.delega_al = Date::of(2030, 1, 1);
  const auto text =
      R"({"richiesta":{"unita_produttiva":0,"dal":"2026-11-30","settimane":2},"registro":)" + wire::write(registry) + "}";
  cli::CountersArgs args;
  args.storia = "-";
  BOOST_TEST(refusal(cli::counters, args, text) == "");
}

BOOST_AUTO_TEST_SUITE_END()
