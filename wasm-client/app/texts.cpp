#include "wasm-client/app/texts.hpp"

#include <map>
#include <nlohmann/json.hpp>

#include "assets/texts.hpp"
#include "shared/domain/quantity.hpp"
#include "shared/norms/norms.hpp"

namespace omnia::app {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

Texts read() {
  Texts out;
  for (const auto& [name, text] : assets::texts()) {
    const auto json = nlohmann::json::parse(text);
    for (const auto& [key, value] : json.items()) out.emplace(key, value.get<std::string>());
  }
  return out;
}

}  // namespace

const std::string& t(std::string_view key) {
  static const Texts kTexts = read();
  static const std::string kNone;
  const auto found = kTexts.find(key);
  return found == kTexts.end() ? kNone : found->second;
}

std::string t(std::string_view key, norms::Words words) { return norms::fill(t(key), words); }
std::string t(std::string_view key, const Values& values) { return norms::fill(t(key), values); }

std::string t_of(std::string_view prefix, std::string_view name) {
  std::string key(prefix);
  key += name;
  return t(key);
}

std::string plural(std::string_view key, std::int64_t n) {
  std::string full(key);
  full += n == 1 ? ".uno" : ".molti";
  return t(full, {{"n", domain::format_integer(n)}});
}

}  // namespace omnia::app
