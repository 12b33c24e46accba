// A consultant's spreadsheet of several companies: the same reviews whatever program wrote it, defects by row.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "shared/wire/wire.hpp"
#include "tests/unit/core/review/base.hpp"
#include "tests/unit/server/cli/run.hpp"
#include "tests/unit/server/uniemens/fixture.hpp"
#include "tools/cli/commands.hpp"

namespace {

using namespace omnia;
using nlohmann::json;
using test::codice_fiscale;
using test::ran;
using test::refusal;

// Two companies, each with its registry.
struct Office {
  test::Folder folder;
  std::string prima, seconda;

  Office() {
    auto r = test::clean_registry();
    prima = r.posizione.matricola;
    folder.write("registri/" + prima + ".json", wire::write(r));
    seconda = "4912345678";
    r.posizione.matricola = seconda;
    r.posizione.denominazione = "Niccolò e figli S.n.c.";
    folder.write("registri/" + seconda + ".json", wire::write(r));
  }
  [[nodiscard]] cli::CheckArgs args(const std::string& csv) const {
    cli::CheckArgs a;
    a.fonte.registri = folder / "registri";
    a.oggi = test::kOggi.iso();
    a.bozze = {folder.write("clienti.csv", csv)};
    return a;
  }
};

// The columns that make the clean domanda of the core's tests, the narrative parts left out.
std::string sheet(const Office& office, char separator) {
  const std::string s(1, separator);
  const auto line = [&](std::initializer_list<std::string> cells) {
    std::string text;
    for (const auto& cell : cells) text += (text.empty() ? "" : s) + cell;
    return text + "\n";
  };
  const std::string people = codice_fiscale(0) + " " + codice_fiscale(1) + ":impiegato";
  return line({"matricola", "unita_produttiva", "causale", "inizio", "dal", "al", "lavoratori", "zero_ore", "ore_settimana",
               "beneficiari", "dipendenti", "consultazione.data_comunicazione", "consultazione.dichiarazione", "mia nota"}) +
         line({office.prima, "1", "manc_lavoro", "16/11/2026", "16/11/2026", "29/11/2026", "2", "0", "32", people, "20",
               "02/11/2026", "S", "perché no"}) +
         line({office.seconda, "1", "MANC_LAVORO", "2026-11-16", "2026-11-16", "2026-11-29", "2", "0", "32", people, "20",
               "2026-11-02", "N", "però"});
}

std::string cp1252(std::string text) {
  const std::pair<const char*, const char*> letters[] = {{"é", "\xE9"}, {"ò", "\xF2"}};
  for (const auto& [utf8, byte] : letters) {
    for (auto at = text.find(utf8); at != std::string::npos; at = text.find(utf8)) text.replace(at, 2, byte);
  }
  return text;
}

std::vector<json> reviews(const cli::CheckArgs& args) {
  std::vector<json> all;
  std::istringstream in(ran(cli::check, args).out);
  for (std::string line; std::getline(in, line);) all.push_back(json::parse(line));
  return all;
}

bool raised(const json& review, const std::string& codice) {
  const auto& alerts = review["esame"]["alerts"];
  return std::any_of(alerts.begin(), alerts.end(), [&](const json& a) { return a["codice"] == codice; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cli_check_table)

BOOST_AUTO_TEST_CASE(several_companies_are_checked_in_one_go_with_any_encoding_and_separator) {
  const Office office;
  const std::string plain = sheet(office, ';');
  for (const auto& csv :
       {plain, "\xEF\xBB\xBF" + plain, cp1252(plain), sheet(office, ','), cp1252(sheet(office, ',')), sheet(office, '\t')}) {
    auto args = office.args(csv);
    args.formato = cli::Formato::json;
    const auto all = reviews(args);
    BOOST_REQUIRE(all.size() == 2U);
    BOOST_TEST(all[0]["bozza"] == args.bozze[0] + ":2");
    BOOST_TEST(all[1]["bozza"] == args.bozze[0] + ":3");
    for (const auto& one : all) {
      BOOST_TEST(one["esame"]["scadenza"]["data"] == "2026-12-01");
      BOOST_TEST(one["esame"]["contatori"]["biennio"]["richiesto"] == 1260);
      // What the registry knows is not asked again.
      for (const char* known : {"A-AZI-01", "A-AZI-06", "A-FRM-02", "A-FRM-07", "A-LAV-07", "A-LAV-09", "A-PIA-01", "A-CAU-01"}) {
        BOOST_TEST(!raised(one, known), known);
      }
      BOOST_TEST(raised(one, "A-REL-01"));  // the sheet has no report
    }
    BOOST_TEST(!raised(all[0], "A-SIN-10"));
    BOOST_TEST(raised(all[1], "A-SIN-10"));  // "N" in the second row
  }
}

BOOST_AUTO_TEST_CASE(the_report_for_people_names_file_and_row) {
  const Office office;
  const auto args = office.args(sheet(office, ';'));
  const auto result = ran(cli::check, args);
  BOOST_TEST(result.exit == 2);
  BOOST_TEST(result.out.find(args.bozze[0] + ":2: non si può inviare (") != std::string::npos, result.out);
  BOOST_TEST(result.out.find("Bozze: 2. Inviabili: 0 (0 con avvisi). Con errori: 2. Illeggibili: 0.\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_wrong_row_is_told_with_its_column_and_the_others_go_on) {
  const Office office;
  auto args =
      office.args("matricola;pagamento;eventi;inizio;unita_produttiva\n" + office.prima + ";forse;ieri;boh;1\n" + office.seconda +
                  ";diretto;16/11/2026, 17/11/2026;16/11/2026;1\n;;;;\n9999999999;;;;1\n" + office.prima + ";;;;1;troppo\n");
  args.formato = cli::Formato::json;
  const auto result = ran(cli::check, args);
  BOOST_TEST(result.exit == 1);
  const auto all = reviews(args);
  BOOST_REQUIRE(all.size() == 4U);
  BOOST_TEST(all[0]["errore"] ==
             "Colonna «eventi», valore «ieri»: non è un valore ammesso per questo campo. Correggilo. Colonna «pagamento», valore "
             "«forse»: non è un valore ammesso per questo campo. Correggilo.");
  BOOST_TEST(all[1].contains("esame"));
  BOOST_TEST(all[2]["bozza"] == args.bozze[0] + ":5");
  BOOST_TEST(all[2]["errore"] ==
             "manca il registro della matricola 9999999999: scrivilo in «" + (office.folder / "registri/9999999999.json") + "».");
  BOOST_TEST(all[3]["errore"] ==
             "La riga ha 6 celle e l’intestazione 5: metti tra virgolette i testi che contengono il separatore.");
}

// What a draft can keep while it is not valid stays in it, as in the form.
BOOST_AUTO_TEST_CASE(a_value_that_does_not_parse_is_an_alert_of_its_field) {
  const Office office;
  auto args = office.args("matricola;inizio;beneficiari\n" + office.prima + ";boh;ABC\n");
  args.formato = cli::Formato::json;
  const auto all = reviews(args);
  BOOST_REQUIRE(all.size() == 1U);
  BOOST_TEST(raised(all[0], "A-FRM-01"));
  BOOST_TEST(raised(all[0], "A-LAV-07"));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_table_of_domande_is_one_unreadable_draft) {
  const Office office;
  const auto args = office.args("azienda;causale\nA;B\n");
  const auto result = ran(cli::check, args);
  BOOST_TEST(result.exit == 1);
  BOOST_TEST(
      result.out.rfind(args.bozze[0] + ":1: illeggibile: Manca la colonna «matricola»: aggiungila alla prima riga del file.\n",
                       0) == 0U,
      result.out);
}

BOOST_AUTO_TEST_CASE(sarif_points_to_the_line_of_the_spreadsheet) {
  const Office office;
  auto args = office.args(sheet(office, ';'));
  args.formato = cli::Formato::sarif;
  const auto root = json::parse(ran(cli::check, args).out);
  const auto& results = root["runs"][0]["results"];
  BOOST_REQUIRE(!results.empty());
  const auto& place = results[0]["locations"][0];
  BOOST_TEST(place["physicalLocation"]["region"]["startLine"] == 2);
  const std::string uri = place["physicalLocation"]["artifactLocation"]["uri"];
  BOOST_TEST(uri.substr(uri.size() - 12) == "/clienti.csv");
  BOOST_TEST(results.back()["locations"][0]["physicalLocation"]["region"]["startLine"] == 3);
}

BOOST_AUTO_TEST_SUITE_END()
