#include "wasm-client/app/texts.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "shared/forms/fields.hpp"

using namespace omnia;

namespace {

std::string sources() {
  std::ostringstream all;
  for (const char* folder : {"app", "screens"}) {
    for (const auto& entry : std::filesystem::directory_iterator(std::string(OMNIA_SOURCE_DIR) + "/wasm-client/" + folder)) {
      if (entry.path().extension() == ".cpp") all << std::ifstream(entry.path()).rdbuf();
    }
  }
  return all.str();
}

std::set<std::string> matches(const std::string& text, const std::string& pattern) {
  std::set<std::string> out;
  const std::regex regex(pattern);
  for (std::sregex_iterator one(text.begin(), text.end(), regex), end; one != end; ++one) {
    for (std::size_t group = 1; group < one->size(); ++group) {
      if ((*one)[group].matched) out.insert((*one)[group]);
    }
  }
  return out;
}

nlohmann::json file() {
  nlohmann::json all = nlohmann::json::object();
  for (const auto& entry : std::filesystem::directory_iterator(std::string(OMNIA_SOURCE_DIR) + "/assets/texts")) {
    std::ifstream in(entry.path());
    const auto one = nlohmann::json::parse(in);
    for (const auto& [key, value] : one.items()) {
      BOOST_TEST(!all.contains(key), "twice: " << key);
      all[key] = value;
    }
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(texts)

BOOST_AUTO_TEST_CASE(every_key_used_exists) {
  const std::string code = sources();
  std::set<std::string> keys = matches(code, R"rx(\bt\(\s*"([^"]+)")rx");
  keys.merge(matches(code, R"rx(\bt\([^"?;{}]*\?\s*"([^"]+)"\s*:\s*"([^"]+)")rx"));
  keys.merge(matches(code, R"rx(\bset_day\("([^"]+)")rx"));
  BOOST_TEST(keys.size() > 150U);
  for (const std::string& key : keys) BOOST_TEST(!app::t(key).empty(), "no text for " << key);
  for (const std::string& key : matches(code, R"rx(\bplural\(\s*"([^"]+)")rx")) {
    BOOST_TEST(!app::t(key + ".uno").empty(), "no text for " << key << ".uno");
    BOOST_TEST(!app::t(key + ".molti").empty(), "no text for " << key << ".molti");
  }
}

BOOST_AUTO_TEST_CASE(no_key_is_unused_and_no_text_is_empty) {
  const std::string code = sources();
  const std::set<std::string> prefixes = matches(code, R"rx(\bt_of\(\s*"([^"]+)")rx");
  const std::set<std::string> plurals = matches(code, R"rx(\bplural\(\s*"([^"]+)")rx");
  const nlohmann::json all = file();
  for (const auto& [key, value] : all.items()) {
    BOOST_TEST(!value.get<std::string>().empty(), "empty: " << key);
    bool used = code.find("\"" + key + "\"") != std::string::npos;
    for (const std::string& prefix : prefixes) used = used || key.rfind(prefix, 0) == 0;
    for (const std::string& plural : plurals) used = used || key == plural + ".uno" || key == plural + ".molti";
    BOOST_TEST(used, "unused: " << key);
  }
}

BOOST_AUTO_TEST_CASE(placeholders_and_plurals_are_filled) {
  BOOST_TEST(app::plural("conta.errore", 1) == "1 errore");
  BOOST_TEST(app::plural("conta.errore", 1200) == "1.200 errori");
  BOOST_TEST(app::t("rimedio.lunedi", {{"data", "23/11/2026"}}) == "Usa lunedì 23/11/2026");
  BOOST_TEST(app::t("non.esiste").empty());
}

BOOST_AUTO_TEST_SUITE_END()
