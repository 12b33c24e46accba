#include "wasm-client/screens/fields.hpp"

#include <unordered_map>

#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/documents.hpp"
#include "wasm-client/app/fixes.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::FieldKind;
using view::Kind;
using view::Node;

namespace {

FieldKind field_kind(const std::string& tipo) {
  static const std::unordered_map<std::string, FieldKind> kKinds = {
      {"text", FieldKind::text},     {"email", FieldKind::email},        {"date", FieldKind::date},
      {"money", FieldKind::money},   {"hours", FieldKind::hours},        {"decimal", FieldKind::decimal},
      {"number", FieldKind::number}, {"multiline", FieldKind::multiline}};
  const auto found = kKinds.find(tipo);
  return found == kKinds.end() ? FieldKind::text : found->second;
}

std::string help_of(const Desk& desk, const forms::Field& field) {
  std::string help = field.aiuto;
  if (!desk.work.registro) return help;
  const auto proposed = app::proposal(*desk.work.registro, field.path, desk.model.oggi);
  if (!proposed || proposed->testo != forms::get(desk.draft(), field.path)) return help;
  const std::string source = t(field.tipo == "lettura" ? "campo.fonte" : "campo.proposto", {{"fonte", proposed->fonte}});
  return help.empty() ? source : help + " " + source;
}

Node choice(const forms::Field& field, const std::string& value) {
  Node group = view::keyed(Kind::radio_group, field.path, field.etichetta);
  for (const auto& [option, label] : field.scelte) {
    Node radio = view::keyed(Kind::radio, field.path + "=" + option, label);
    radio.value = option;
    radio.checked = option == value;
    group.children.push_back(std::move(radio));
  }
  return group;
}

Node control(const forms::Field& field, const std::string& value) {
  if (field.tipo == "choice") return choice(field, value);
  if (field.tipo == "checkbox") {
    Node box = view::keyed(Kind::checkbox, field.path, field.etichetta);
    box.checked = !value.empty();
    return box;
  }
  if (field.tipo == "file") {
    Node chooser = view::keyed(Kind::field, field.path, field.etichetta);
    chooser.field_kind = FieldKind::file;
    chooser.value = value;
    chooser.max = app::kMaxDocument;
    chooser.options = {{".pdf,application/pdf", t("documento.scegli_pdf")}};
    return chooser;
  }
  if (field.tipo == "lettura") {
    Node shown = view::definition(field.etichetta, value);
    shown.key = field.path;
    return view::node(Kind::definition_list, {shown});
  }
  Node input = view::keyed(Kind::field, field.path, field.etichetta);
  input.field_kind = field_kind(field.tipo);
  input.value = value;
  return input;
}

// Does the text say a value of that type? What does not parse stays in the draft as it was typed.
bool reads(const std::string& tipo, const std::string& value) {
  if (tipo == "money") return domain::Money::parse(value).ok();
  if (tipo == "hours") return domain::Hours::parse(value).ok();
  if (tipo == "decimal") return domain::Decimal::parse(value).ok();
  if (tipo == "temperature") return domain::Temperature::parse(value).ok();
  if (tipo == "number") return domain::Count::parse(value).ok();
  if (tipo == "date") return domain::Date::parse(value).ok();
  return tipo != "email" || domain::Pec::parse(value).ok();
}

}  // namespace

std::string value_of(const Desk& desk, std::string_view path) {
  const auto& typed = desk.work.digitato;
  return typed && typed->first == path ? typed->second : forms::get(desk.draft(), path);
}

std::string error_of(const Desk& desk, std::string_view path) {
  std::string out;
  for (const rules::Alert* alert : app::shown_on(desk.work, path)) {
    if (alert->gravita != norms::Gravita::errore) continue;
    if (!out.empty()) out += " ";
    out += alert->testo;
    if (!alert->rimedio.empty()) out += " " + alert->rimedio;
  }
  return out;
}

void add_error(const Desk& desk, std::string_view path, Nodes& out) {
  const std::string error = error_of(desk, path);
  if (error.empty()) return;
  Node alert = view::keyed(Kind::alert, "errore:" + std::string(path), error);
  alert.value = t("gravita.errore");
  alert.tone = view::Tone::error;
  out.push_back(std::move(alert));
}

std::string alert_key(const rules::Alert& alert, const std::string& prefix) {
  return prefix + ":" + alert.codice + ":" + alert.campo;
}

Node alert_node(const rules::Alert& alert, const std::string& prefix) {
  Node node = view::keyed(Kind::alert, alert_key(alert, prefix), alert.testo);
  node.value = gravity_word(alert.gravita);
  node.tone = tone(alert.gravita);
  // Beside its field there is nowhere to jump.
  if (prefix != kBesideField) node.target = alert.campo;
  node.help = alert.rimedio;
  if (!alert.citazione.empty()) {
    // The law on its own line: who is in a hurry reads the remedy and stops.
    if (!node.help.empty()) node.help += "\n";
    node.help += t(alert.lettura ? "avviso.fonte_da_confermare" : "avviso.fonte", {{"fonte", alert.citazione}});
  }
  return node;
}

void add_remedy(const Desk& desk, const rules::Alert& alert, Nodes& out) {
  const auto rimedio = app::remedy(desk.work, alert, desk.model.oggi);
  if (rimedio) out.push_back(view::button("rimedio:" + alert.codice + ":" + alert.campo, rimedio->etichetta));
}

void add_alerts(const Desk& desk, std::string_view path, Nodes& out) {
  for (const rules::Alert* alert : app::shown_on(desk.work, path)) {
    if (alert->gravita != norms::Gravita::errore) out.push_back(alert_node(*alert, kBesideField));
    add_remedy(desk, *alert, out);
  }
}

void add_field(const Desk& desk, const forms::Field& field, Nodes& out) {
  Node node = control(field, value_of(desk, field.path));
  Node& carrier = field.tipo == "lettura" ? node.children.front() : node;
  carrier.help = help_of(desk, field);
  carrier.required = field.obbligatorio;
  // Something only shown cannot carry an error: it stands beside it.
  const bool only_shown = field.tipo == "lettura";
  if (!only_shown) carrier.error = error_of(desk, field.path);
  if (field.path == app::kReportFile && !desk.work.documenti.errore_relazione.empty()) {
    carrier.error = desk.work.documenti.errore_relazione;
  }
  out.push_back(std::move(node));
  if (only_shown) add_error(desk, field.path, out);
  add_alerts(desk, field.path, out);
}

void add_fields(const Desk& desk, const forms::Section& section, Nodes& out) {
  const forms::Context context = app::form_context(desk.work);
  for (const forms::Field& field : section.campi) {
    if (forms::visible(field, desk.draft(), context)) add_field(desk, field, out);
  }
}

std::string summary_value(const domain::Draft& draft, const forms::Field& field) {
  std::string value = forms::get(draft, field.path);
  if (field.tipo == "checkbox") return t(value.empty() ? "no" : "si");
  if (value.empty()) return value;
  if (!reads(field.tipo, value)) return t("riepilogo.non_valido", {{"testo", value}});
  if (field.tipo == "money") return value + " €";
  for (const auto& [option, label] : field.scelte) {
    if (option == value) return label;
  }
  return value;
}

}  // namespace omnia::screens
