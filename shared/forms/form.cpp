// The description of the form, read from assets/forms/cigo.json, and what is visible of it.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "assets/forms.hpp"
#include "shared/forms/fields.hpp"

namespace omnia::forms {
namespace {

using nlohmann::json;

Field read_field(const json& j) {
  Field field;
  field.path = j.at("path").get<std::string>();
  field.tipo = j.at("tipo").get<std::string>();
  field.etichetta = j.at("etichetta").get<std::string>();
  field.aiuto = j.value("aiuto", std::string());
  field.obbligatorio = j.value("obbligatorio", false);
  field.visibile_se = j.value("visibile_se", std::string());
  if (j.contains("scelte")) {
    for (const json& choice : j.at("scelte")) {
      field.scelte.emplace_back(choice.at("valore").get<std::string>(), choice.at("etichetta").get<std::string>());
    }
  }
  return field;
}

std::vector<Section> read_form() {
  std::vector<Section> out;
  const json form = json::parse(assets::forms().at("cigo.json"));
  for (const json& j : form.at("sezioni")) {
    Section section{j.at("id").get<std::string>(), j.at("titolo").get<std::string>(), j.at("scopo").get<std::string>(), {}};
    for (const json& field : j.at("campi")) section.campi.push_back(read_field(field));
    out.push_back(std::move(section));
  }
  return out;
}

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

bool asked_by(const norms::Causale* causale, std::string_view path) {
  if (causale == nullptr) return false;
  for (const std::string& asked : causale->richiede) {
    if (path == asked || starts_with(asked, std::string(path) + ".")) return true;
  }
  return false;
}

bool holds(std::string_view condition, const domain::Draft& draft, const Context& context) {
  constexpr std::string_view kAsked = "causale.richiede:";
  if (starts_with(condition, kAsked)) return asked_by(context.causale, condition.substr(kAsked.size()));
  if (condition == "causale.eone") return context.causale != nullptr && context.causale->eone;
  if (condition == "causale.indicatori") return context.causale != nullptr && context.causale->indicatori;
  if (condition == "consultazione_dovuta") return context.consultazione_dovuta;
  if (condition == "non_compatibile") return !context.compatibile;
  if (condition == "cigs_in_corso") return context.cigs_in_corso;
  const auto equals = condition.find('=');
  if (equals == std::string_view::npos) return false;
  const std::string_view path = condition.substr(0, equals);
  const std::string_view wanted = condition.substr(equals + 1);
  if (path == "unita_produttiva.tipo") return context.unita != nullptr && unit_type_name(context.unita->tipo) == wanted;
  return get(draft, path) == wanted;
}

}  // namespace

const std::vector<Section>& cigo() {
  static const std::vector<Section> kForm = read_form();
  return kForm;
}

const Section* section(std::string_view id) {
  for (const Section& one : cigo()) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

bool visible(const Field& field, const domain::Draft& draft, const Context& context) {
  std::string_view rest = field.visibile_se;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('&'), rest.size());
    if (!holds(rest.substr(0, end), draft, context)) return false;
    rest = rest.substr(std::min(end + 1, rest.size()));
  }
  return true;
}

std::string_view unit_type_name(domain::TipoUnita type) {
  switch (type) {
    case domain::TipoUnita::sede:
      return "sede";
    case domain::TipoUnita::stabilimento:
      return "stabilimento";
    case domain::TipoUnita::filiale:
      return "filiale";
    case domain::TipoUnita::laboratorio:
      return "laboratorio";
    case domain::TipoUnita::cantiere:
      break;
  }
  return "cantiere";
}

}  // namespace omnia::forms
