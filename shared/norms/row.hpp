// Strict reader of one row of a law table: a missing, unknown or wrong field makes the row refuse, naming file and row.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/date.hpp"
#include "shared/norms/mark.hpp"

namespace omnia::norms {

class Row {
 public:
  // `where`: "parametri.json, riga 3".
  Row(const nlohmann::json& row, std::string where);

  // Readers: the value, or a neutral one and a defect. The optional ones take absence and null as "not said".
  std::string text(const char* field);
  std::string optional_text(const char* field);
  std::int64_t integer(const char* field);
  std::optional<std::int64_t> optional_integer(const char* field);
  bool flag(const char* field, bool otherwise = false);
  std::optional<bool> optional_flag(const char* field);
  std::vector<std::string> list(const char* field);
  std::optional<domain::Date> date(const char* field);
  Mark mark();
  // The field as it is (null when absent), for payloads whose shape depends on another field.
  const nlohmann::json& raw(const char* field);

  void refuse(std::string_view why);  // the first defect is kept
  // Adds what identifies the row to the messages that follow: "parametri.json, riga 3 (cigo.max_weeks_single)".
  void name(std::string_view identity);
  // Call last: refuses fields that nobody read. Empty when the row is good.
  std::string defect();
  [[nodiscard]] const std::string& where() const { return where_; }

 private:
  const nlohmann::json* find(const char* field);

  const nlohmann::json& row_;
  std::string where_;
  std::string defect_;
  std::set<std::string, std::less<>> read_;
};

}  // namespace omnia::norms
