#include "shared/norms/row.hpp"

namespace omnia::norms {
namespace {

const nlohmann::json kNothing;

std::string in_quotes(std::string_view field) { return "«" + std::string(field) + "»"; }

}  // namespace

Row::Row(const nlohmann::json& row, std::string where) : row_(row), where_(std::move(where)) {
  if (!row_.is_object()) refuse("la riga deve essere un oggetto");
}

void Row::refuse(std::string_view why) {
  if (defect_.empty()) defect_ = where_ + ": " + std::string(why) + ".";
}

void Row::name(std::string_view identity) { where_ += " (" + std::string(identity) + ")"; }

const nlohmann::json* Row::find(const char* field) {
  read_.insert(field);
  if (!row_.is_object()) return nullptr;
  const auto found = row_.find(field);
  return found == row_.end() || found->is_null() ? nullptr : &*found;
}

const nlohmann::json& Row::raw(const char* field) {
  const auto* value = find(field);
  return value == nullptr ? kNothing : *value;
}

std::string Row::text(const char* field) {
  auto value = optional_text(field);
  if (value.empty()) refuse("manca il campo " + in_quotes(field));
  return value;
}

std::string Row::optional_text(const char* field) {
  const auto* value = find(field);
  if (value == nullptr) return {};
  if (value->is_string()) return value->get<std::string>();
  refuse("il campo " + in_quotes(field) + " deve essere un testo");
  return {};
}

std::int64_t Row::integer(const char* field) {
  const auto value = optional_integer(field);
  if (!value) refuse("manca il campo " + in_quotes(field));
  return value.value_or(0);
}

std::optional<std::int64_t> Row::optional_integer(const char* field) {
  const auto* value = find(field);
  if (value == nullptr) return std::nullopt;
  if (value->is_number_integer()) return value->get<std::int64_t>();
  refuse("il campo " + in_quotes(field) + " deve essere un numero intero");
  return std::nullopt;
}

bool Row::flag(const char* field, bool otherwise) { return optional_flag(field).value_or(otherwise); }

std::optional<bool> Row::optional_flag(const char* field) {
  const auto* value = find(field);
  if (value == nullptr) return std::nullopt;
  if (value->is_boolean()) return value->get<bool>();
  refuse("il campo " + in_quotes(field) + " deve essere vero o falso");
  return std::nullopt;
}

std::vector<std::string> Row::list(const char* field) {
  std::vector<std::string> items;
  const auto* value = find(field);
  if (value == nullptr) return items;
  if (!value->is_array()) refuse("il campo " + in_quotes(field) + " deve essere un elenco");
  for (const auto& item : *value) {
    if (item.is_string()) {
      items.push_back(item.get<std::string>());
    } else {
      refuse("il campo " + in_quotes(field) + " deve contenere solo testi");
    }
  }
  return items;
}

std::optional<domain::Date> Row::date(const char* field) {
  const auto text = optional_text(field);
  if (text.empty()) return std::nullopt;
  const auto parsed = domain::Date::parse(text);
  if (parsed.ok() && parsed.value().iso() == text) return parsed.value();
  refuse("il campo " + in_quotes(field) + " deve essere una data aaaa-mm-gg");
  return std::nullopt;
}

Mark Row::mark() {
  const auto value = text("mark");
  if (value == "knowledge") return Mark::knowledge;
  if (value == "reading") return Mark::reading;
  if (value != "confirmed") refuse("il campo «mark» deve essere confirmed, knowledge o reading");
  return Mark::confirmed;
}

std::string Row::defect() {
  if (row_.is_object()) {
    for (const auto& item : row_.items()) {
      if (read_.find(item.key()) == read_.end()) refuse("campo sconosciuto " + in_quotes(item.key()));
    }
  }
  return defect_;
}

}  // namespace omnia::norms
