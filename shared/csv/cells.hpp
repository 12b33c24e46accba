// Typed reading of one CSV record: each wrong cell becomes a defect that names line, column, value and remedy.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/csv/table.hpp"
#include "shared/domain/date.hpp"

namespace omnia::csv {

class Cells {
 public:
  Cells(const Table& table, const Row& row, std::vector<Difetto>& difetti);

  [[nodiscard]] std::string text(std::string_view colonna, std::size_t massimo = 200);
  std::string required(std::string_view colonna, std::size_t massimo = 200);
  std::optional<domain::Date> date(std::string_view colonna);
  domain::Date required_date(std::string_view colonna);
  std::int64_t integer(std::string_view colonna, std::int64_t minimo, std::int64_t massimo, std::int64_t se_vuoto);
  std::int64_t hours(std::string_view colonna);
  bool flag(std::string_view colonna);  // S/N, sì/no, 1/0; empty is no
  std::string choice(std::string_view colonna, std::initializer_list<std::string_view> ammessi, std::string_view se_vuoto);
  // Text by a parser of the core; empty text when wrong or, if not `obbligatorio`, missing.
  template <class T>
  std::string identifier(std::string_view colonna, bool obbligatorio = true) {
    const std::string raw = obbligatorio ? required(colonna) : text(colonna);
    if (raw.empty()) return {};
    const auto parsed = T::parse(raw);
    if (parsed) return parsed.value().str();
    wrong(colonna, parsed.reason().testo + spreadsheet_hint(raw));
    return {};
  }
  void wrong(std::string_view colonna, const std::string& rimedio);
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  [[nodiscard]] std::string_view raw(std::string_view colonna) const;
  static std::string spreadsheet_hint(std::string_view raw);
  const Table& table_;
  const Row& row_;
  std::vector<Difetto>& difetti_;
  bool ok_ = true;
};

}  // namespace omnia::csv
