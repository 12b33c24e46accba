#include "server/services/fields.hpp"

#include <algorithm>

namespace omnia::services {

using nlohmann::json;

namespace {

void require_object(const json& body) {
  if (body.is_object()) return;
  throw Refusal(Esito::non_accettabile, "json.oggetto", "Il contenuto non è un oggetto JSON.",
                "Invia il contenuto nella forma prevista.");
}

bool blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

}  // namespace

Fields::Fields(const json& body) : body_(body) { require_object(body); }

void Fields::only(const json& body, std::initializer_list<std::string_view> names) {
  require_object(body);
  for (const auto& [name, value] : body.items()) {
    if (std::find(names.begin(), names.end(), name) == names.end()) refuse(name.c_str(), "non è previsto.");
  }
}

void Fields::refuse(const char* name, const std::string& why) {
  throw Refusal(Esito::non_accettabile, "json.campo", "Il campo «" + std::string(name) + "» non va bene: " + why,
                "Correggi il campo e invia di nuovo.", name);
}

const json* Fields::find(const char* name) {
  known_.emplace_back(name);
  const auto found = body_.find(name);
  return found == body_.end() || found->is_null() ? nullptr : &*found;
}

std::string Fields::text(const char* name, std::size_t massimo) {
  std::string value = optional_text(name, massimo);
  if (blank(value)) refuse(name, "manca.");
  return value;
}

std::string Fields::optional_text(const char* name, std::size_t massimo) {
  const json* found = find(name);
  if (found == nullptr) return {};
  if (!found->is_string()) refuse(name, "non è un testo.");
  if (found->get_ref<const std::string&>().size() > massimo) refuse(name, "è troppo lungo.");
  return found->get<std::string>();
}

domain::Date Fields::day(const char* name) {
  const auto value = optional_day(name);
  if (!value) refuse(name, "manca.");
  return *value;
}

std::optional<domain::Date> Fields::optional_day(const char* name) {
  const std::string value = optional_text(name);
  if (value.empty()) return std::nullopt;
  const auto parsed = domain::Date::parse(value);
  if (!parsed.ok()) refuse(name, parsed.reason().testo);
  return parsed.value();
}

std::vector<std::string> Fields::texts(const char* name) {
  const json* found = find(name);
  if (found == nullptr) return {};
  if (!found->is_array() || !std::all_of(found->begin(), found->end(), [](const json& one) { return one.is_string(); })) {
    refuse(name, "non è un elenco di testi.");
  }
  return found->get<std::vector<std::string>>();
}

void Fields::end() const {
  for (const auto& [name, value] : body_.items()) {
    if (std::find(known_.begin(), known_.end(), name) == known_.end()) refuse(name.c_str(), "non è previsto.");
  }
}

}  // namespace omnia::services
