#include "shared/norms/check.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "assets/norms.hpp"
#include "shared/norms/keys.hpp"

namespace {

using nlohmann::json;
using omnia::norms::check;
using omnia::norms::Continuita;
using omnia::norms::known_key;
using omnia::norms::known_keys;

// The built-in tables with their parameters changed.
template <class Change>
std::vector<std::string> changed(Change change) {
  auto tables = omnia::assets::norms();
  auto root = json::parse(tables.at("parametri.json"));
  change(root["parametri"]);
  tables["parametri.json"] = root.dump();
  return check(tables);
}

json& row_of(json& rows, const std::string& key) {
  return *std::find_if(rows.begin(), rows.end(), [&](const json& row) { return row["chiave"] == key; });
}

std::string place(const json& rows, const std::string& key, int nth = 0) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i]["chiave"] == key && nth-- == 0) return "parametri.json, riga " + std::to_string(i + 1) + " (" + key + "): ";
  }
  return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(norms_check)

BOOST_AUTO_TEST_CASE(the_built_in_tables_have_no_defect) {
  for (const auto& defect : check(omnia::assets::norms())) BOOST_ERROR(defect);
}

BOOST_AUTO_TEST_CASE(every_key_is_known_once) {
  std::set<std::string_view> names;
  for (const auto& key : known_keys()) BOOST_TEST(names.insert(key.nome).second, key.nome);
  BOOST_REQUIRE(known_key("cigo.biennio.limit_weeks") != nullptr);
  BOOST_TEST(known_key("cigo.biennio.limit_weeks")->uso == "contatore del biennio mobile");
  BOOST_TEST((known_key("massimale.lordo")->continuita == Continuita::a_termine));
  BOOST_TEST((known_key("cigo.eone.climate_window")->continuita == Continuita::finestre));
  BOOST_TEST(known_key("nessuna.chiave") == nullptr);
}

BOOST_AUTO_TEST_CASE(overlaps_and_holes_are_told_with_their_days) {
  std::string where;
  std::string before;
  auto defects = changed([&](json& rows) {
    where = place(rows, "workers.min_days", 1);
    before = place(rows, "workers.min_days");
    row_of(rows, "workers.min_days")["valid_to"] = "2022-01-15";
  });
  before.resize(before.size() - 2);
  BOOST_REQUIRE(defects.size() == 1U);
  BOOST_TEST(defects[0] == where + "vale dal 01/01/2022, quando vale ancora la riga precedente (" + before + ").");
  defects = changed([](json& rows) { row_of(rows, "workers.min_days")["valid_to"] = "2021-12-29"; });
  BOOST_REQUIRE(defects.size() == 1U);
  BOOST_TEST(defects[0] == where + "nessun valore dal 30/12/2021 al 31/12/2021.");
}

BOOST_AUTO_TEST_CASE(a_key_that_the_rules_ask_of_any_day_may_not_end) {
  std::string where;
  const auto defects = changed([&](json& rows) {
    where = place(rows, "cigo.biennio.limit_weeks");
    row_of(rows, "cigo.biennio.limit_weeks")["valid_to"] = "2030-12-31";
  });
  BOOST_REQUIRE(defects.size() == 1U);
  BOOST_TEST(defects[0] == where + "nessun valore dopo il 31/12/2030: la chiave deve valere anche poi.");
}

BOOST_AUTO_TEST_CASE(all_the_defects_are_found_at_once) {
  std::string limit;
  std::string run;
  std::size_t last = 0;
  const auto defects = changed([&](json& rows) {
    limit = place(rows, "cigo.biennio.limit_weeks");
    run = place(rows, "cigo.run.break");
    row_of(rows, "cigo.biennio.limit_weeks").erase("citazione");
    row_of(rows, "cigo.run.break")["valid_from"] = "24/09/2015";
    auto strange = row_of(rows, "cigo.max_weeks_single");
    strange["chiave"] = "cigo.max_weeks_singel";
    rows.push_back(strange);
    last = rows.size();
    auto& threshold = row_of(rows, "liquidity.threshold_hundredths");
    threshold["unita"] = "giorni";
    rows.erase(std::find_if(rows.begin(), rows.end(), [](const json& row) { return row["chiave"] == "headcount.months"; }));
    --last;
  });
  const std::vector<std::string> expected = {
      limit + "manca il campo «citazione».",
      run + "il campo «valid_from» deve essere una data aaaa-mm-gg.",
      "parametri.json, riga " + std::to_string(last) +
          " (cigo.max_weeks_singel): il programma non conosce la chiave «cigo.max_weeks_singel».",
  };
  for (const auto& sentence : expected) {
    BOOST_TEST(std::count(defects.begin(), defects.end(), sentence) == 1, sentence);
  }
  BOOST_TEST(
      defects.back() ==
      "parametri.json: manca la chiave «headcount.months», usata da: media dei dipendenti: instradamento e un terzo delle ore.");
  BOOST_TEST(std::any_of(defects.begin(), defects.end(), [](const std::string& defect) {
    return defect.find("l’unità è «giorni» ma il programma si aspetta «centesimi».") != std::string::npos;
  }));
  BOOST_TEST(defects.size() == 5U);
}

BOOST_AUTO_TEST_CASE(the_other_tables_are_read_too) {
  auto tables = omnia::assets::norms();
  tables["causali.json"] = R"({"causali":[{"id":"X"}]})";
  const auto defects = check(tables);
  BOOST_REQUIRE(defects.size() == 1U);
  BOOST_TEST(defects[0].rfind("causali.json, riga 1 (X): manca il campo «", 0) == 0U, defects[0]);
  tables = omnia::assets::norms();
  tables["parametri.json"] = "{";
  BOOST_TEST(check(tables).back() == "parametri.json: il testo non è un oggetto JSON valido.");
}

BOOST_AUTO_TEST_SUITE_END()
