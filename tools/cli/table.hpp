// Cases in a CSV file: cells by name with sentences that tell the line, and rows written back the same way.
#pragma once
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "shared/csv/table.hpp"
#include "shared/domain/date.hpp"

namespace omnia::cli {

class CaseTable {
 public:
  // `-` is what comes in from `in`. Throws std::runtime_error when it has not the columns asked, or no case at all.
  CaseTable(const std::string& path, const std::vector<std::string_view>& columns, std::istream& in);

  [[nodiscard]] const std::vector<csv::Row>& rows() const { return table_.rows(); }
  [[nodiscard]] std::string cell(const csv::Row& row, std::string_view column) const;
  // Throws with file, line and column: "casi.csv, riga 3, colonna «inizio»: …".
  [[noreturn]] void refuse(const csv::Row& row, std::string_view column, const std::string& why) const;
  [[nodiscard]] domain::Date date(const csv::Row& row, std::string_view column) const;
  // Empty, "no", "n", "0" are no; "sì", "si", "s", "1" are yes.
  [[nodiscard]] bool flag(const csv::Row& row, std::string_view column) const;
  template <class T>
  [[nodiscard]] T value(const csv::Row& row, std::string_view column) const {
    auto parsed = T::parse(cell(row, column));
    if (!parsed.ok()) refuse(row, column, parsed.reason().testo);
    return std::move(parsed.value());
  }

 private:
  std::string path_;
  csv::Table table_;
};

// Cells joined with `;`, in quotes where needed, and a newline. One that a spreadsheet would run as a formula gets an apostrophe
// before it and is text.
std::string csv_line(const std::vector<std::string>& cells);
// Parts without the spaces around, empty ones left out.
std::vector<std::string> split(std::string_view text, char separator);

}  // namespace omnia::cli
