// What a week plan is worth to the workers and costs to the employer, from the command line.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "shared/wire/wire.hpp"
#include "tests/unit/core/review/base.hpp"
#include "tests/unit/server/cli/run.hpp"
#include "tests/unit/server/uniemens/fixture.hpp"
#include "tools/cli/commands.hpp"

namespace {

using namespace omnia;
using nlohmann::json;
using test::ran;
using test::refusal;

// Two weeks of November 2026, ten workers, 160 hours a week.
struct Desk {
  test::Folder folder;
  cli::EstimateArgs args;

  Desk() {
    args.fonte.registro = folder.write("registro.json", wire::write(test::clean_registry()));
    args.oggi = test::kOggi.iso();
    args.bozze = {folder.write("bozza.json", wire::write(test::clean_draft()))};
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(cli_estimate)

BOOST_AUTO_TEST_CASE(a_plan_within_the_ceiling_week_by_week) {
  Desk desk;
  desk.args.retribuzione = "10,00";
  const auto result = ran(cli::estimate, desk.args);
  BOOST_TEST(result.exit == 0);
  // 160 hours at 10 euro; 80 % is 1.280, under the ceiling of 1.423,69 × 160 / 168; less 5,84 %: 1.205,25. No CIG for 24 months:
  // 6 %.
  BOOST_TEST(result.out ==
             desk.args.bozze[0] +
                 "\n"
                 "  Settimana dal 16/11/2026: ai lavoratori 1.205,25 € netti (1.280,00 € lordi) su 1.600,00 € di retribuzione "
                 "persa; contributo addizionale 96,00 €.\n"
                 "  Settimana dal 23/11/2026: ai lavoratori 1.205,25 € netti (1.280,00 € lordi) su 1.600,00 € di retribuzione "
                 "persa; contributo addizionale 96,00 €.\n"
                 "  In tutto: ai lavoratori 2.410,50 € netti (2.560,00 € lordi); l’azienda non paga 3.200,00 € di retribuzione e "
                 "versa 192,00 € di contributo addizionale. (Artt. 3 e 5 D.Lgs. 148/2015; art. 26 L. 41/1986; lettura da "
                 "confermare)\n"
                 "  Aliquota del contributo addizionale: 6%. Fino al 31/10/2026 risultano usate 0 settimane nel quinquennio "
                 "mobile: per 11/2026 il contributo addizionale è 6%. Mancano 52 settimane alla soglia di 52. Misura ridotta: "
                 "prima del trattamento del 16/11/2026 non risulta alcun uso di CIG. (Art. 5, comma 1-ter, D.Lgs. 148/2015; "
                 "circ. INPS 5/2025; lettura da confermare)\n");
}

BOOST_AUTO_TEST_CASE(without_the_pay_only_the_most_that_can_be_due) {
  Desk desk;
  const auto result = ran(cli::estimate, desk.args);
  BOOST_TEST(result.exit == 0);
  BOOST_TEST(result.out.find("  Settimana dal 16/11/2026: ai lavoratori al massimo 1.276,72 € netti (1.355,90 € lordi).\n") !=
                 std::string::npos,
             result.out);
  BOOST_TEST(result.out.find("\n  Indica la retribuzione oraria per una stima più vicina e per il contributo.\n") !=
             std::string::npos);
  desk.args.json = true;
  const auto stima = json::parse(ran(cli::estimate, desk.args).out)["stima"];
  BOOST_TEST(stima["al_massimo"] == true);
  BOOST_TEST(stima["netto_cent"] == 255344);
  BOOST_TEST(!stima.contains("contributo_cent"));
  BOOST_TEST(!stima["settimane"][0].contains("retribuzione_persa_cent"));
}

BOOST_AUTO_TEST_CASE(a_sheet_of_several_companies_gives_each_its_pay) {
  Desk desk;
  auto other = test::clean_registry();
  const std::string first = other.posizione.matricola;
  desk.folder.write("registri/" + first + ".json", wire::write(other));
  other.posizione.matricola = "4912345678";
  desk.folder.write("registri/4912345678.json", wire::write(other));
  desk.args.fonte = {};
  desk.args.fonte.registri = desk.folder / "registri";
  const std::string weeks = ";1;MANC_LAVORO;16/11/2026;29/11/2026;10;160;";
  desk.args.bozze = {desk.folder.write(
      "clienti.csv", "matricola;unita_produttiva;causale;dal;al;lavoratori;ore_settimana;retribuzione_oraria\n" + first + weeks +
                         "20,00\n4912345678" + weeks + "\n4912345678;1;MANC_LAVORO;16/11/2026;29/11/2026;;;\n" + first + weeks +
                         "tanto\n")};
  desk.args.json = true;
  const auto result = ran(cli::estimate, desk.args);
  BOOST_TEST(result.exit == 1);
  std::istringstream lines(result.out);
  std::vector<json> all;
  for (std::string line; std::getline(lines, line);) all.push_back(json::parse(line));
  BOOST_REQUIRE(all.size() == 4U);
  BOOST_TEST(all[0]["bozza"] == desk.args.bozze[0] + ":2");
  BOOST_TEST(all[0]["stima"]["retribuzione_persa_cent"] == 640000);
  BOOST_TEST(all[0]["stima"]["contributo_cent"] == 38400);
  BOOST_TEST(all[0]["stima"]["aliquota"] == "6%");
  BOOST_TEST(all[0]["stima"]["settimane"][0]["al_tetto"] == true);
  BOOST_TEST(all[0]["stima"]["settimane"][0]["lordo_cent"] == 135590);
  BOOST_TEST(all[1]["stima"]["al_massimo"] == true);
  BOOST_TEST(all[2]["errore"] == "il piano non ha settimane con lavoratori e ore: compilale per avere la stima.");
  BOOST_TEST(all[3]["errore"] == "retribuzione oraria: " + domain::Money::parse("tanto").reason().testo);
}

BOOST_AUTO_TEST_CASE(an_eone_pays_no_contribution_and_a_year_without_ceiling_is_told) {
  Desk desk;
  desk.args.retribuzione = "10";
  auto draft = test::clean_draft();
  draft.causale.id = "METEO_IND";
  desk.args.bozze = {desk.folder.write("eone.json", wire::write(draft))};
  BOOST_TEST(ran(cli::estimate, desk.args).out.find(" e versa 0,00 € di contributo addizionale. (") != std::string::npos);
  draft.periodo.settimane[1].lunedi = test::day("2031-11-17");
  desk.args.bozze = {desk.folder.write("lontana.json", wire::write(draft))};
  const auto result = ran(cli::estimate, desk.args);
  BOOST_TEST(
      result.out.find("  Settimana dal 17/11/2031: Il massimale del 2031 non è nella tabella delle norme: l’importo non si "
                      "stima.\n") != std::string::npos,
      result.out);
  BOOST_TEST(result.out.find("\n  Mancano le settimane che non si possono stimare.\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_pay_that_is_not_an_amount_stops_at_once) {
  Desk desk;
  desk.args.retribuzione = "0";
  BOOST_TEST(refusal(cli::estimate, desk.args) == "retribuzione oraria: scrivi un importo maggiore di zero, come 14,50.");
}

BOOST_AUTO_TEST_SUITE_END()
