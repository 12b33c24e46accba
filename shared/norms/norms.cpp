#include "shared/norms/norms.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "assets/norms.hpp"
#include "shared/norms/sha256.hpp"
#include "shared/norms/tables.hpp"
#include "shared/norms/words.hpp"

namespace omnia::norms {
namespace {

using domain::Date;
using domain::Reason;
using domain::Result;

// First and last day of the calendar that the tables may speak of.
Date first_day() { return Date::of(1900, 1, 1); }
Date last_day() { return Date::of(2199, 12, 31); }

// Appends rows that must not meet those of another file (two parametri files, two alert catalogues).
template <class T>
Reason append(Result<std::vector<T>> parsed, std::vector<T>& into, const std::string& file) {
  if (!parsed.ok()) return parsed.reason();
  if (!into.empty()) return {"norme.file", file + ": la tabella è già in un altro file."};
  into = std::move(parsed.value());
  return {};
}

}  // namespace

Result<Norms> Norms::parse(const std::map<std::string, std::string>& tables) {
  Norms norms;
  std::string content;
  for (const auto& [file, text] : tables) {
    const auto root = nlohmann::json::parse(text, nullptr, false);
    if (!root.is_object()) return Reason{"norme.sintassi", file + ": il testo non è un oggetto JSON valido."};
    Reason defect;
    if (root.contains("parametri")) {
      Row head(root, file);
      norms.versione_ = head.text("versione");
      head.raw("parametri");
      if (auto why = head.defect(); !why.empty()) return bad_row(std::move(why));
      defect = append(parse_parameters(file, root["parametri"]), norms.parameters_, file);
    } else if (root.contains("causali")) {
      defect = append(parse_causali(file, root["causali"]), norms.causali_, file);
    } else if (root.contains("alerts")) {
      defect = append(parse_alerts(file, root["alerts"]), norms.alerts_, file);
    } else if (root.contains("regole")) {
      auto routing = parse_routing(file, root);
      if (!routing.ok()) return routing.reason();
      norms.routing_ = std::move(routing.value());
    }
    if (!defect.codice.empty()) return defect;
    norms.tables_.emplace(file, text);
    content += file + '\n' + root.dump() + '\n';
  }
  if (norms.parameters_.empty()) return Reason{"norme.file", "parametri.json: manca la tabella dei parametri."};
  norms.impronta_ = sha256_hex(content);
  return norms;
}

const Norms& Norms::builtin() {
  static const Norms norms = [] {
    auto parsed = parse(assets::norms());
    return parsed.ok() ? std::move(parsed.value()) : Norms();
  }();
  return norms;
}

namespace {

// The rows are sorted by key.
std::vector<Parameter>::const_iterator first_row(const std::vector<Parameter>& rows, std::string_view chiave) {
  return std::lower_bound(rows.begin(), rows.end(), chiave,
                          [](const Parameter& p, std::string_view key) { return p.chiave < key; });
}

}  // namespace

const Parameter* Norms::find(std::string_view chiave, Date giorno) const {
  for (auto row = first_row(parameters_, chiave); row != parameters_.end() && row->chiave == chiave; ++row) {
    if ((!row->valid_from || *row->valid_from <= giorno) && (!row->valid_to || giorno <= *row->valid_to)) return &*row;
  }
  return nullptr;
}

std::int64_t Norms::integer(std::string_view chiave, Date giorno, std::int64_t fallback) const {
  const auto* parameter = find(chiave, giorno);
  return parameter == nullptr ? fallback : parameter->intero;
}

std::string Norms::choice(std::string_view chiave, Date giorno) const {
  const auto* parameter = find(chiave, giorno);
  return parameter == nullptr ? std::string() : parameter->testo;
}

std::vector<domain::Period> Norms::windows(std::string_view chiave) const {
  std::vector<domain::Period> periods;
  for (auto row = first_row(parameters_, chiave); row != parameters_.end() && row->chiave == chiave; ++row) {
    periods.push_back({row->valid_from.value_or(first_day()), row->valid_to.value_or(last_day())});
  }
  return periods;
}

const Causale* Norms::causale(std::string_view id) const {
  const auto found = std::find_if(causali_.begin(), causali_.end(), [&](const Causale& c) { return c.id == id; });
  return found == causali_.end() ? nullptr : &*found;
}

const AlertText* Norms::alert(std::string_view codice) const {
  const auto found = std::lower_bound(alerts_.begin(), alerts_.end(), codice,
                                      [](const AlertText& a, std::string_view key) { return a.codice < key; });
  return found == alerts_.end() || found->codice != codice ? nullptr : &*found;
}

std::string_view Norms::table(std::string_view nome) const {
  const auto found = tables_.find(nome);
  return found == tables_.end() ? std::string_view() : std::string_view(found->second);
}

namespace {

// `value_of` answers the value of a placeholder, or nullopt.
template <class ValueOf>
std::string filled_with(std::string_view text, const ValueOf& value_of) {
  std::string filled;
  while (!text.empty()) {
    const auto open = text.find('{');
    const auto close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    const auto name = text.substr(open + 1, close - open - 1);
    const std::optional<std::string_view> value = value_of(name);
    filled += text.substr(0, open);
    // An unknown placeholder stays, so that a test sees it; the search goes on inside it.
    filled += value ? *value : text.substr(open, 1);
    text.remove_prefix((value ? close : open) + 1);
  }
  return filled.append(text);
}

}  // namespace

std::string fill(std::string_view text, const std::vector<std::pair<std::string, std::string>>& values) {
  return filled_with(text, [&](std::string_view name) -> std::optional<std::string_view> {
    for (const auto& [nome, valore] : values) {
      if (nome == name) return valore;
    }
    return std::nullopt;
  });
}

std::string fill(std::string_view text, Words words) {
  return filled_with(text, [&](std::string_view name) -> std::optional<std::string_view> {
    for (const Word& word : words) {
      if (word.nome == name) return word.valore;
    }
    return std::nullopt;
  });
}

}  // namespace omnia::norms
