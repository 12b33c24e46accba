#include <boost/test/unit_test.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <sstream>

#include "assets/norms.hpp"
#include "server/services/norme.hpp"
#include "shared/wire/wire.hpp"
#include "tests/unit/server/cli/run.hpp"
#include "tests/unit/server/uniemens/fixture.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/draft_source.hpp"
#include "tools/demo/drafts.hpp"
#include "tools/demo/registry_of.hpp"

namespace {

using namespace omnia;
using nlohmann::json;
using test::ran;
using test::Ran;
using test::refusal;

const domain::Date kOggi = domain::Date::of(2026, 11, 24);

// Companies of the demo, a registry file each, and drafts of them.
struct World {
  test::Folder folder;
  std::vector<demo::Caso> cases;

  explicit World(int count) {
    demo::Options options;
    options.companies = 6;
    options.months = 8;
    const auto world = demo::make_world(options);
    demo::Random random(7, 99);
    for (int i = 0; i < count; ++i) {
      const auto& azienda = world.aziende[static_cast<std::size_t>(i) % world.aziende.size()];
      const auto registry = demo::registry_of(world, azienda, kOggi);
      folder.write("registri/" + registry.posizione.matricola + ".json", wire::write(registry));
      cases.push_back(demo::make_case(registry, random, i));
      auto& matricola = cases.back().bozza.azienda.matricola;
      matricola = domain::enter<domain::Matricola>(registry.posizione.matricola);
      char name[64];
      std::snprintf(name, sizeof name, "bozze/%02d/%04d.json", i % 3, i);
      folder.write(name, wire::write(cases.back().bozza));
    }
  }

  [[nodiscard]] cli::CheckArgs args() const {
    cli::CheckArgs a;
    a.fonte.registri = folder / "registri";
    a.oggi = kOggi.iso();
    a.bozze = {folder / "bozze"};
    return a;
  }
  [[nodiscard]] std::string review(std::size_t i, const norms::Norms& norms) const {
    return wire::write(rules::review(cases[i].bozza, cases[i].registro, norms, kOggi));
  }
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// The tables of an earlier year, as files.
std::string write_old_norms(const test::Folder& folder) {
  auto root = json::parse(assets::norms().at("parametri.json"));
  root["versione"] = "2020.1";
  for (auto& row : root["parametri"]) {
    if (row["chiave"] == "cigo.biennio.limit_weeks") row["valore"] = 13;
  }
  folder.write("vecchie/parametri.json", root.dump(2));
  return folder / "vecchie";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cli_check)

BOOST_AUTO_TEST_CASE(a_folder_gives_one_line_a_draft_in_the_order_of_the_names) {
  const World world(9);
  auto args = world.args();
  args.formato = cli::Formato::json;
  const auto result = ran(cli::check, args);
  const auto lines = lines_of(result.out);
  BOOST_REQUIRE(lines.size() == 9U);
  std::size_t at = 0;
  for (std::size_t group = 0; group < 3; ++group) {
    for (std::size_t i = group; i < 9; i += 3, ++at) {
      char name[64];
      std::snprintf(name, sizeof name, "bozze/%02zu/%04zu.json", group, i);
      BOOST_TEST(lines[at] ==
                 R"({"bozza":")" + world.folder / name + R"(","esame":)" + world.review(i, norms::Norms::builtin()) + "}");
    }
  }
  BOOST_TEST(result.err == "");
}

BOOST_AUTO_TEST_CASE(threads_do_not_change_a_byte) {
  const World world(30);
  auto args = world.args();
  args.formato = cli::Formato::json;
  args.paralleli = 1;
  const auto one = ran(cli::check, args).out;
  args.paralleli = 7;
  BOOST_TEST((ran(cli::check, args).out == one));
}

BOOST_AUTO_TEST_CASE(an_old_review_is_made_again_with_the_old_tables_byte_for_byte) {
  const World world(6);
  const auto folder = write_old_norms(world.folder);
  const auto old = services::load_norms(folder);
  BOOST_TEST(old.versione() == "2020.1");
  auto args = world.args();
  args.formato = cli::Formato::json;
  args.bozze = {world.folder / "bozze/00/0000.json"};
  const auto stored = world.review(0, old);
  const auto now = world.review(0, norms::Norms::builtin());
  BOOST_TEST(stored != now);
  BOOST_TEST(stored.find(R"("norme_impronta":")" + old.impronta() + R"(","norme_versione":"2020.1")") != std::string::npos);
  BOOST_TEST(now.find(norms::Norms::builtin().impronta()) != std::string::npos);
  const auto line = [&](const std::string& review) { return R"({"bozza":")" + args.bozze[0] + R"(","esame":)" + review + "}\n"; };
  BOOST_TEST(ran(cli::check, args).out == line(now));
  args.norme = folder;
  BOOST_TEST(ran(cli::check, args).out == line(stored));
}

BOOST_AUTO_TEST_CASE(the_exit_code_follows_the_worst_draft) {
  const World world(12);
  auto args = world.args();
  const auto& norms = norms::Norms::builtin();
  std::int64_t errors = 0;
  std::int64_t warnings = 0;
  std::optional<std::size_t> sendable;
  for (std::size_t i = 0; i < world.cases.size(); ++i) {
    const auto review = rules::review(world.cases[i].bozza, world.cases[i].registro, norms, kOggi);
    errors += review.errori > 0 ? 1 : 0;
    warnings += review.errori == 0 && review.avvisi > 0 ? 1 : 0;
    if (review.errori == 0 && review.avvisi > 0) sendable = i;
  }
  BOOST_REQUIRE(errors > 0);
  const auto all = ran(cli::check, args);
  BOOST_TEST(all.exit == 2);
  BOOST_TEST(all.out.substr(all.out.rfind("Bozze: ")) ==
             "Bozze: 12. Inviabili: " + std::to_string(12 - errors) + " (" + std::to_string(warnings) +
                 " con avvisi). Con errori: " + std::to_string(errors) + ". Illeggibili: 0.\nNorme: versione " +
                 norms.versione() + ", impronta " + norms.impronta() + ".\n");
  BOOST_REQUIRE(sendable.has_value());
  char name[64];
  std::snprintf(name, sizeof name, "bozze/%02zu/%04zu.json", *sendable % 3, *sendable);
  args.bozze = {world.folder / name};
  BOOST_TEST(ran(cli::check, args).exit == 0);
  args.severo = true;
  BOOST_TEST(ran(cli::check, args).exit == 3);
  args.bozze.push_back(world.folder.write("rotta.json", "{"));
  const auto broken = ran(cli::check, args);
  BOOST_TEST(broken.exit == 1);
  BOOST_TEST(broken.out.find(world.folder / "rotta.json" +
                             ": illeggibile: Il testo non è JSON valido: controlla che sia completo e in UTF-8.\n") !=
             std::string::npos);
}

// It used to pass as missing, and the rest of the review looked right.
BOOST_AUTO_TEST_CASE(a_misspelt_member_is_told_and_not_taken_as_missing) {
  const World world(1);
  auto args = world.args();
  args.bozze = {world.folder.write("refuso.json", R"({"periodo":{"data_inizio_efettivo":"2026-11-23"}})")};
  const auto told = ran(cli::check, args);
  BOOST_TEST(told.exit == 1);
  BOOST_TEST(told.out.rfind(args.bozze[0] + ": illeggibile: Il campo «periodo.data_inizio_efettivo» non esiste: forse è "
                                            "«data_inizio_effettivo».\n",
                            0) == 0U);
}

BOOST_AUTO_TEST_CASE(drafts_come_from_the_standard_input_one_after_the_other) {
  const World world(3);
  auto args = world.args();
  args.bozze = {"-"};
  args.formato = cli::Formato::json;
  std::string input = "[";
  for (const auto& one : world.cases) input += "\n" + json::parse(wire::write(one.bozza)).dump(2) + ",";
  input.back() = ']';
  const auto lines = lines_of(ran(cli::check, args, input).out);
  BOOST_REQUIRE(lines.size() == 3U);
  BOOST_TEST(lines[2] == R"({"bozza":"-:3","esame":)" + world.review(2, norms::Norms::builtin()) + "}");
  const auto cut = ran(cli::check, args, wire::write(world.cases[0].bozza) + "\n{\"a\":");
  BOOST_TEST(cut.exit == 1);
  BOOST_TEST(lines_of(cut.out).back() ==
             R"({"bozza":"-:2","errore":"l’ultima bozza è incompleta: manca la parentesi graffa che la chiude."})");
}

BOOST_AUTO_TEST_CASE(braces_inside_texts_do_not_end_a_draft) {
  std::istringstream in(R"({"a":"}{\"}","b":{"c":1}} {"d":2} x)");
  BOOST_TEST(cli::next_object(in).value() == R"({"a":"}{\"}","b":{"c":1}})");
  BOOST_TEST(cli::next_object(in).value() == R"({"d":2})");
  BOOST_CHECK_THROW(cli::next_object(in), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(sarif_has_a_rule_for_every_alert_and_a_result_for_every_finding) {
  const World world(4);
  auto args = world.args();
  args.formato = cli::Formato::sarif;
  args.bozze.push_back(world.folder.write("rotta.json", "[]"));
  const auto sarif = json::parse(ran(cli::check, args).out);
  BOOST_TEST(sarif["version"] == "2.1.0");
  const auto& run = sarif["runs"][0];
  BOOST_TEST(run["tool"]["driver"]["rules"].size() == norms::Norms::builtin().alerts().size());
  BOOST_TEST(run["tool"]["driver"]["properties"]["norme_impronta"] == norms::Norms::builtin().impronta());
  BOOST_TEST(run["invocations"][0]["executionSuccessful"] == false);
  std::size_t alerts = 0;
  for (const auto& one : world.cases) {
    alerts += rules::review(one.bozza, one.registro, norms::Norms::builtin(), kOggi).alerts.size();
  }
  BOOST_REQUIRE(run["results"].size() == alerts + 1);
  const auto& last = run["results"].back();
  BOOST_TEST(last["level"] == "error");
  BOOST_TEST(last["message"]["text"] == "Bozza illeggibile: Il documento deve essere un oggetto.");
  BOOST_TEST(last["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == world.folder / "rotta.json");
}

BOOST_AUTO_TEST_CASE(nothing_to_check_is_not_a_good_outcome) {
  const World world(1);
  auto args = world.args();
  args.bozze = {"-"};
  BOOST_TEST(refusal(cli::check, args, "\n") == "non c’è nessuna bozza da esaminare: verifica il file o l’ingresso.");
}

BOOST_AUTO_TEST_CASE(without_findings_sarif_is_still_a_document) {
  const auto& norms = norms::Norms::builtin();
  const auto empty = json::parse(cli::opening(cli::Formato::sarif, norms) + cli::closing(cli::Formato::sarif, {}, norms));
  BOOST_TEST(empty["runs"][0]["results"].empty());
  BOOST_TEST(empty["runs"][0]["invocations"][0]["executionSuccessful"] == true);
}

BOOST_AUTO_TEST_CASE(the_summary_counts_each_alert_and_names_no_draft) {
  const World world(6);
  auto args = world.args();
  args.riassunto = true;
  std::map<std::string, int> counts;
  for (const auto& one : world.cases) {
    for (const auto& alert : rules::review(one.bozza, one.registro, norms::Norms::builtin(), kOggi).alerts)
      ++counts[alert.codice];
  }
  const auto lines = lines_of(ran(cli::check, args).out);
  BOOST_REQUIRE(lines.size() == counts.size() + 2);
  std::size_t at = 0;
  for (const auto& [codice, quante] : counts) {
    BOOST_TEST(lines[at++] == std::to_string(quante) + " × " + codice + ": " + norms::Norms::builtin().alert(codice)->testo);
  }
}

BOOST_AUTO_TEST_CASE(progress_is_drawn_on_a_terminal_only) {
  const World world(3);
  auto args = world.args();
  const auto seen = ran(cli::check, args, {}, true);
  BOOST_TEST(seen.err.rfind("\r[##############################] 3 di 3, ", 0) == 0U);
  BOOST_TEST(seen.err.substr(seen.err.size() - 9) == " bozze/s\n");
  args.silenzioso = true;
  BOOST_TEST(ran(cli::check, args, {}, true).err == "");
}

BOOST_AUTO_TEST_CASE(a_draft_without_its_registry_is_told_what_is_missing) {
  const World world(1);
  auto args = world.args();
  args.formato = cli::Formato::json;
  auto draft = world.cases[0].bozza;
  draft.azienda.matricola = domain::enter<domain::Matricola>("4900000000");
  args.bozze = {world.folder.write("altra.json", wire::write(draft))};
  const auto path = world.folder / "registri" + "/4900000000.json";
  BOOST_TEST(json::parse(ran(cli::check, args).out)["errore"] ==
             "manca il registro della matricola 4900000000: scrivilo in «" + path + "».");
  draft.azienda.matricola = {};
  world.folder.write("altra.json", wire::write(draft));
  BOOST_TEST(json::parse(ran(cli::check, args).out)["errore"] ==
             "nella bozza la matricola manca o non è di dieci cifre: senza non si sa quale registro usare.");
}

BOOST_AUTO_TEST_CASE(wrong_arguments_are_refused_with_the_remedy) {
  const World world(1);
  auto args = world.args();
  args.fonte = {};
  BOOST_TEST(refusal(cli::check, args) ==
             "indica da dove leggere il registro: --registro FILE, --registri CARTELLA oppure --db FILE.");
  args = world.args();
  args.bozze = {world.folder / "manca.json"};
  BOOST_TEST(refusal(cli::check, args) == "il file «" + world.folder / "manca.json" + "» non esiste: verifica il percorso.");
  args = world.args();
  args.riassunto = true;
  args.formato = cli::Formato::json;
  BOOST_TEST(refusal(cli::check, args) == "--riassunto non si usa con --json o --sarif.");
}

BOOST_AUTO_TEST_SUITE_END()
