// CSV text as people's programs write it: `;`, `,` or TAB, UTF-8 (with or without BOM) or Windows-1252, RFC 4180 quotes,
// columns found by the name in the header.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace omnia::csv {

inline constexpr std::size_t kMaxRecord = std::size_t{64} * 1024;
inline constexpr std::size_t kMaxColumns = 256;

// What is wrong with a file or one of its records, and where.
struct Difetto {
  std::int64_t riga = 0;  // line of the file
  std::string colonna;    // name of the column; empty: the whole record, or the whole file
  std::string codice;     // "csv.valore"
  std::string motivo;     // Italian sentence with the remedy; names the column
  bool operator==(const Difetto&) const = default;
};

struct Row {
  std::int64_t riga = 0;  // line where the record starts
  std::vector<std::string> celle;
};

using Columns = std::map<std::string, std::size_t, std::less<>>;

class Table {
 public:
  Table(std::vector<Row> rows, Columns names, std::size_t width)
      : rows_(std::move(rows)), names_(std::move(names)), width_(width) {}

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  // Cells of the header, those without a name included.
  [[nodiscard]] std::size_t columns() const { return width_; }
  // Names of the header, in lower case with `_` for spaces.
  [[nodiscard]] const Columns& names() const { return names_; }
  // Index of the column, or kNone.
  [[nodiscard]] std::size_t column(std::string_view nome) const;
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

 private:
  std::vector<Row> rows_;
  Columns names_;
  std::size_t width_;
};

// A Difetto for the whole file: UTF-16, NUL bytes, open quotes, records or rows too big, header without one of `obbligatorie`.
std::variant<Table, Difetto> read_table(std::string bytes, const std::vector<std::string_view>& obbligatorie);

}  // namespace omnia::csv
