// The forms of the pages: what is typed, what is wrong with it, what is sent.
#include <algorithm>

#include "shared/csv/encoding.hpp"
#include "shared/domain/ascii.hpp"
#include "shared/domain/identifiers.hpp"
#include "wasm-client/app/json_members.hpp"
#include "wasm-client/app/pages.hpp"

namespace omnia::app::pages {

using members::flag;
using members::member;
using members::text;

std::string wire_value(const Model& model, std::string_view owner, const json& field) {
  const std::string typed(domain::ascii::trim(value(model, owner, field)));
  const std::string kind = text(field, "tipo");
  if (kind == "giorno") {
    const auto day = domain::Date::parse(typed);
    return day.ok() ? day.value().iso() : typed;
  }
  if (kind != "cf") return typed;
  const auto code = domain::CodiceFiscale::parse(typed);
  return code.ok() ? code.value().str() : typed;
}

std::string fault(const Model& model, std::string_view owner, const json& field) {
  const std::string typed(domain::ascii::trim(value(model, owner, field)));
  const std::string kind = text(field, "tipo");
  if (typed.empty()) {
    const std::string own = text(field, "manca");
    return !flag(field, "obbligatorio") ? std::string() : own.empty() ? say(model, "manca") : own;
  }
  if (kind == "giorno") {
    const auto day = domain::Date::parse(typed);
    return day.ok() ? std::string() : day.reason().testo;
  }
  if (kind != "cf") return {};
  const auto code = domain::CodiceFiscale::parse(typed);
  return code.ok() ? std::string() : code.reason().testo;
}

std::string body(const Model& model, const json& action) {
  const std::string owner = text(action, "id");
  json out = json::object();
  for (const json& field : member(action, "campi")) {
    if (!visible(model, action, field)) continue;
    const std::string typed = wire_value(model, owner, field);
    const std::string kind = text(field, "tipo");
    if (kind == "file") return typed;
    if (typed.empty()) continue;
    json& place = out[text(field, "id")];
    if (flag(field, "booleano")) {
      place = typed == "true";
    } else if (kind == "spunte") {
      place = json::array();
      for (const auto& [option, words] : options(model, field)) {
        if ((" " + typed + " ").find(" " + option + " ") != std::string::npos) place.push_back(option);
      }
    } else {
      place = typed;
    }
  }
  return members::dump(out);
}

}  // namespace omnia::app::pages
