#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "shared/rules/explanation/explain.hpp"
#include "shared/wire/wire.hpp"
#include "tests/unit/core/review/base.hpp"
#include "tests/unit/server/cli/run.hpp"
#include "tests/unit/server/uniemens/fixture.hpp"
#include "tools/cli/commands.hpp"
#include "tools/demo/drafts.hpp"
#include "tools/demo/registry_of.hpp"

namespace {

using namespace omnia;
using nlohmann::json;
using test::ran;
using test::refusal;

// The clean domanda and its registry as files.
struct Files {
  test::Folder folder;
  domain::Draft bozza = test::clean_draft();
  domain::Registry registro = test::clean_registry();

  cli::ExplainArgs args(std::vector<std::string> argomenti = {}) {
    cli::ExplainArgs a;
    a.bozza = folder.write("bozza.json", wire::write(bozza));
    a.fonte.registro = folder.write("registro.json", wire::write(registro));
    a.oggi = "2026-11-24";
    a.argomenti = std::move(argomenti);
    return a;
  }
};

std::size_t widest(const std::string& text) {
  std::istringstream in(text);
  std::string line;
  std::size_t most = 0;
  while (std::getline(in, line)) {
    const auto characters =
        std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; });
    most = std::max(most, static_cast<std::size_t>(characters));
  }
  return most;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cli_explain)

BOOST_AUTO_TEST_CASE(one_topic_is_a_tree_that_fits_eighty_columns) {
  Files files;
  const auto text = ran(cli::explain, files.args({"scadenza"})).out;
  BOOST_TEST(text ==
             "Termine della domanda (scadenza)\n"
             "  L’ultimo giorno utile per inviare la domanda è martedì 1º dicembre 2026.\n"
             "  Regola: La domanda si invia entro un termine che corre dall’inizio della\n"
             "          sospensione o riduzione.\n"
             "  Fonte: Art. 15, comma 2, D.Lgs. 148/2015; msg. INPS 4275/2017\n"
             "  · causale: Mancanza di lavoro o di commesse [domanda, causale.id]\n"
             "    1. Il termine cade martedì 1º dicembre 2026.\n"
             "       Regola: 15 giorni dall’inizio, giorno iniziale escluso.\n"
             "       Fonte: Art. 15, comma 2, D.Lgs. 148/2015; msg. INPS 4275/2017\n"
             "       · inizio effettivo: 16/11/2026 [domanda, periodo.data_inizio_effettivo]\n"
             "       · giorni dall’inizio: 15 giorni [tabella delle norme,\n"
             "         deadlines.ordinary_days]\n"
             "    2. Mancano 7 giorni.\n"
             "       Regola: L’ultimo giorno utile è compreso.\n"
             "       · oggi: 24/11/2026 [giorno dell’esame]\n");
  BOOST_TEST(widest(text) <= 80U);
}

BOOST_AUTO_TEST_CASE(without_a_topic_everything_is_explained) {
  Files files;
  files.bozza.azienda.pec = {};
  const auto text = ran(cli::explain, files.args()).out;
  BOOST_TEST(widest(text) <= 80U);
  for (const char* title : {"Prestazione suggerita (instradamento)\n", "\nMedia dei dipendenti (organico)\n",
                            "\nBiennio mobile (biennio)\n", "\nImporti (importi)\n", "\nAvviso A-AZI-06\n"}) {
    BOOST_TEST(text.find(title) != std::string::npos, title);
  }
  BOOST_TEST(text.find("Indice di liquidità") == std::string::npos);  // the domanda asks the conguaglio
}

BOOST_AUTO_TEST_CASE(json_is_one_tree_a_line) {
  Files files;
  auto args = files.args({"biennio", "terzo"});
  args.json = true;
  std::istringstream out(ran(cli::explain, args).out);
  std::string line;
  for (const char* topic : {"biennio", "terzo"}) {
    BOOST_REQUIRE(std::getline(out, line));
    const auto tree =
        rules::explanation::explain(files.bozza, files.registro, norms::Norms::builtin(), test::kOggi, topic).value();
    BOOST_TEST(line == wire::write(tree));
    BOOST_TEST(json::parse(line)["codice"] == topic);
  }
  BOOST_TEST(!std::getline(out, line));
}

BOOST_AUTO_TEST_CASE(english_words_of_the_topics_are_understood) {
  Files files;
  for (const auto& a : rules::explanation::argomenti()) {
    if (a.alias.empty() || a.codice == "liquidita" || a.codice == "fondo") continue;  // not of this domanda
    BOOST_TEST(ran(cli::explain, files.args({std::string(a.alias)})).out ==
               ran(cli::explain, files.args({std::string(a.codice)})).out);
  }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_explained_is_refused_with_the_remedy) {
  Files files;
  BOOST_TEST(
      refusal(cli::explain, files.args({"ferie"})) ==
      "«ferie» non è un argomento: scegli tra instradamento, organico, scadenza, richiesta, consecutive, biennio, "
      "quinquennio, terzo, capienza, previsione, consultazione, liquidita, contributo, importi, flussi, fis, fondo, cisoa, "
      "oppure il codice di un avviso come A-TER-03.");
  BOOST_TEST(refusal(cli::explain, files.args({"A-AZI-06"})) == "La bozza non ha l’avviso A-AZI-06.");
  files.bozza.unita_produttiva.progressivo = {};
  BOOST_TEST(refusal(cli::explain, files.args({"biennio"})) == "Per contare le settimane scegli l’unità produttiva.");
  auto args = files.args();
  args.bozza = files.folder.write("storta.json", "{");
  BOOST_TEST(refusal(cli::explain, args).rfind(args.bozza + ": ", 0) == 0U);
  args = files.args();
  args.fonte.registro.clear();
  BOOST_TEST(refusal(cli::explain, args) ==
             "indica da dove leggere il registro: --registro FILE, --registri CARTELLA oppure --db FILE.");
}

// Half typed, wrong, late, extended: whatever the draft, the trees hold and no line runs over.
BOOST_AUTO_TEST_CASE(every_generated_draft_can_be_explained) {
  demo::Options options;
  options.companies = 6;
  options.months = 8;
  const auto world = demo::make_world(options);
  demo::Random random(7, 99);
  std::size_t trees = 0;
  for (int i = 0; i < 120; ++i) {
    const auto& azienda = world.aziende[static_cast<std::size_t>(i) % world.aziende.size()];
    const auto c = demo::make_case(demo::registry_of(world, azienda, test::kOggi), random, i);
    const auto& norms = norms::Norms::builtin();
    const auto all = rules::explanation::explain_all(c.bozza, c.registro, norms, c.oggi);
    trees += all.size();
    const auto review = rules::review(c.bozza, c.registro, norms, c.oggi);
    for (const auto& alert : review.alerts) {
      const auto found = std::find_if(all.begin(), all.end(), [&](const auto& tree) { return tree.codice == alert.codice; });
      BOOST_REQUIRE_MESSAGE(found != all.end(), alert.codice);
    }
  }
  BOOST_TEST(trees > 1000U);
}

BOOST_AUTO_TEST_SUITE_END()
