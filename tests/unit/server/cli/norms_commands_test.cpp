#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "assets/norms.hpp"
#include "tests/unit/server/cli/run.hpp"
#include "tests/unit/server/uniemens/fixture.hpp"
#include "tools/cli/acts.hpp"
#include "tools/cli/commands.hpp"

namespace {

using namespace omnia;
using nlohmann::json;
using test::ran;
using test::refusal;

// A folder with the table of the parameters, changed.
template <class Change>
void write_parameters(const test::Folder& folder, Change change) {
  auto root = json::parse(assets::norms().at("parametri.json"));
  change(root);
  folder.write("parametri.json", root.dump());
}

json& row_of(json& root, const std::string& key) {
  for (auto& row : root["parametri"]) {
    if (row["chiave"] == key) return row;
  }
  BOOST_FAIL(key);
  return root;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cli_norms)

BOOST_AUTO_TEST_CASE(the_built_in_tables_are_in_order) {
  const auto result = ran(cli::norms_check, cli::NormsArgs{});
  const auto& norms = norms::Norms::builtin();
  BOOST_TEST(result.exit == 0);
  BOOST_TEST(result.out == "Le norme sono in ordine: versione " + norms.versione() + ", " +
                               std::to_string(norms.parameters().size()) + " righe di parametri, impronta " + norms.impronta() +
                               ".\n");
}

BOOST_AUTO_TEST_CASE(a_folder_with_defects_is_told_what_and_where) {
  const test::Folder folder;
  write_parameters(folder, [](json& root) { row_of(root, "cigo.max_weeks_single")["mark"] = "forse"; });
  cli::NormsArgs args;
  args.norme = folder.path();
  const auto result = ran(cli::norms_check, args);
  BOOST_TEST(result.exit == 1);
  BOOST_TEST(result.out ==
             "parametri.json, riga 1 (cigo.max_weeks_single): il campo «mark» deve essere confirmed, knowledge o reading.\n"
             "Trovato 1 difetto.\n");
  args.chiave = "cigo.max_weeks_single";
  BOOST_TEST(refusal(cli::norms_explain, args) ==
             "le norme della cartella «" + folder.path() +
                 "» non sono valide: parametri.json, riga 1 (cigo.max_weeks_single): il campo «mark» deve essere confirmed, "
                 "knowledge o reading.");
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_one_of_tables_is_refused) {
  const test::Folder folder;
  cli::NormsArgs args;
  args.norme = folder.path();
  BOOST_TEST(refusal(cli::norms_list, args) == "nella cartella delle norme «" + folder.path() +
                                                   "» non c’è nessuna tabella: i nomi ammessi sono causali.json, cigo.json, "
                                                   "parametri.json, routing.json.");
  const auto file = folder.write("parametri2.json", "{}");
  BOOST_TEST(refusal(cli::norms_list, args) == "il file «" + file +
                                                   "» non è una tabella delle norme: i nomi ammessi sono causali.json, "
                                                   "cigo.json, parametri.json, routing.json.");
  args.norme = folder / "manca";
  BOOST_TEST(refusal(cli::norms_list, args) ==
             "la cartella delle norme «" + folder / "manca" + "» non si può leggere: verifica il percorso.");
}

BOOST_AUTO_TEST_CASE(a_key_is_explained_as_it_stands_on_a_day) {
  cli::NormsArgs args;
  args.chiave = "workers.min_days";
  args.giorno = "2021-12-31";
  BOOST_TEST(ran(cli::norms_explain, args)
                 .out.rfind("workers.min_days il 31/12/2021\n"
                            "  Valore: 90 giorni\n"
                            "  Unità: giorni\n"
                            "  Validità: dal 24/09/2015 al 31/12/2021\n"
                            "  Fonte: ",
                            0) == 0U);
  args.chiave = "liquidity.variant";
  args.giorno = "24/11/2026";
  const auto citation = norms::Norms::builtin().find("liquidity.variant", domain::Date::of(2026, 11, 24))->citazione;
  BOOST_TEST(ran(cli::norms_explain, args).out ==
             "liquidity.variant il 24/11/2026\n"
             "  Valore: ACID_TEST\n"
             "  Unità: scelta\n"
             "  Validità: dal 24/09/2015, senza fine\n"
             "  Fonte: " +
                 citation +
                 "\n"
                 "    D.Lgs. 148/2015: https://www.normattiva.it/uri-res/N2Ls?urn:nir:::2015;148~art7\n"
                 "    Circ. INPS 197/2015: http://studioassociatodamico.it/wordpress/"
                 "cassa-integrazione-guadagni-ordinaria-revisione-dei-limiti-di-durata-novita-del-dlgs-1482015\n"
                 "  Stato: lettura da confermare\n"
                 "  Alternative: CURRENT_RATIO\n"
                 "  Usata da: indice di liquidità\n");
}

BOOST_AUTO_TEST_CASE(a_citation_names_its_acts_with_their_articles) {
  const auto names = [](const std::string& citation) {
    std::string all;
    for (const auto& act : cli::acts_of(citation)) all += act.nome + "|";
    return all;
  };
  BOOST_TEST(names("art. 15 c. 2 D.Lgs. 148/2015; msg. INPS 4619/2023 e 4496/2023") ==
             "D.Lgs. 148/2015|Msg. INPS 4619/2023|Msg. INPS 4496/2023|");
  BOOST_TEST(names("D.I. 104125/2019; D.I. 21/5/2024; circ. INPS 77/2021 e 99/2025") ==
             "D.I. 104125/2019|D.I. 21/5/2024|Circ. INPS 77/2021|Circ. INPS 99/2025|");
  // A day said of an act is not an act, nor is one after the colon of a remark.
  BOOST_TEST(names("msg. INPS 2651/2024 (dal 9/7/2024)") == "Msg. INPS 2651/2024|");
  BOOST_TEST(names("Controllo formale").empty());
  BOOST_TEST(names("Art. 2963 c.c. e art. 155 c.p.c.: nessun atto").empty());
  const auto acts = cli::acts_of("Art. 22-ter D.Lgs. 148/2015; art. 8 L. 457/1972");
  BOOST_REQUIRE(acts.size() == 2U);
  BOOST_TEST(acts[0].url == "https://www.normattiva.it/uri-res/N2Ls?urn:nir:::2015;148~art22ter");
  BOOST_TEST(acts[1].url == "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:legge:1972-08-08;457~art8");
}

// Of every act that the tables cite it is written where it was read, or that no address is known.
BOOST_AUTO_TEST_CASE(every_act_cited_by_the_tables_is_in_the_list_of_acts) {
  const auto& norms = norms::Norms::builtin();
  std::vector<std::string> citations;
  for (const auto& p : norms.parameters()) citations.push_back(p.citazione);
  for (const auto& regola : norms.routing().regole) citations.push_back(regola.citazione);
  for (const auto& prestazione : norms.routing().prestazioni) citations.push_back(prestazione.citazione);
  for (const auto& motivo : norms.routing().motivi) citations.push_back(motivo.citazione);
  for (const auto& causale : norms.causali()) citations.push_back(causale.citazione);
  for (const auto& alert : norms.alerts()) citations.push_back(alert.citazione);
  int with_address = 0;
  for (const auto& citation : citations) {
    for (const auto& act : cli::acts_of(citation)) {
      BOOST_TEST(act.noto, act.nome << " (" << citation << ")");
      with_address += act.url.empty() ? 0 : 1;
    }
  }
  BOOST_TEST(with_address > 300);
}

BOOST_AUTO_TEST_CASE(an_unknown_key_or_day_is_refused) {
  cli::NormsArgs args;
  args.chiave = "nessuna.chiave";
  args.giorno = "2026-11-24";
  BOOST_TEST(refusal(cli::norms_explain, args) == "la chiave «nessuna.chiave» non c’è: vedi l’elenco con «omnia norms list».");
  args.chiave = "massimale.lordo";
  args.giorno = "2027-01-01";
  BOOST_TEST(refusal(cli::norms_explain, args) ==
             "la chiave «massimale.lordo» non ha un valore il 01/01/2027: vedi le sue righe con «omnia norms list».");
  args.giorno = "domani";
  BOOST_TEST(refusal(cli::norms_explain, args).rfind("--at: «domani» non è una data: ", 0) == 0U);
}

BOOST_AUTO_TEST_CASE(the_list_can_be_narrowed_to_a_mark) {
  cli::NormsArgs args;
  const auto all = ran(cli::norms_list, args).out;
  const auto lines = static_cast<std::size_t>(std::count(all.begin(), all.end(), '\n'));
  BOOST_TEST(lines == norms::Norms::builtin().parameters().size());
  BOOST_TEST(all.find("massimale.lordo: 1.423,69 €, dal 01/01/2026 al 31/12/2026 [confirmed] ") != std::string::npos);
  args.mark = "reading";
  const auto readings = ran(cli::norms_list, args).out;
  BOOST_TEST(readings.find("[confirmed]") == std::string::npos);
  BOOST_TEST(readings.find("deadlines.late_policy: MONDAY_PREV_WEEK, dal 24/09/2015, senza fine [reading] ") !=
             std::string::npos);
  BOOST_TEST(readings.find("(alternative: FILING_MINUS_7)\n") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
