// The built-in norm tables with the value of one parameter changed: how the tests turn the switches of the law.
#pragma once
#include <boost/test/unit_test.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "assets/norms.hpp"
#include "shared/norms/norms.hpp"

namespace omnia::tests {

inline norms::Norms with_parameter(std::string_view chiave, const nlohmann::json& valore) {
  auto tables = assets::norms();
  for (auto& [name, text] : tables) {
    auto root = nlohmann::json::parse(text);
    if (!root.contains("parametri")) continue;
    bool found = false;
    for (auto& row : root["parametri"]) {
      if (row["chiave"] != chiave) continue;
      row["valore"] = valore;
      found = true;
    }
    BOOST_REQUIRE_MESSAGE(found, chiave);
    text = root.dump();
  }
  const auto parsed = norms::Norms::parse(tables);
  BOOST_REQUIRE_MESSAGE(parsed.ok(), (parsed.ok() ? std::string() : parsed.reason().testo));
  return parsed.value();
}

}  // namespace omnia::tests
