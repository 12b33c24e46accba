#include "tools/cli/table.hpp"

#include <stdexcept>

#include "shared/domain/ascii.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

csv::Table open_table(const std::string& path, const std::vector<std::string_view>& columns, std::istream& in) {
  auto read = csv::read_table(read_input(path, in), columns);
  if (const auto* difetto = std::get_if<csv::Difetto>(&read)) {
    throw std::runtime_error(path + ", riga " + std::to_string(difetto->riga) + ": " + difetto->motivo);
  }
  auto& table = std::get<csv::Table>(read);
  if (table.rows().empty()) throw std::runtime_error(path + ": sotto l’intestazione non c’è nessun caso: aggiungi una riga.");
  return std::move(table);
}

// Whoever opens our answer in a spreadsheet must not run what somebody wrote in a cell (OWASP, CSV injection): neither after
// spaces or a quote, nor with the sign of equality of another alphabet. A number with its sign stays a number.
bool runs_in_a_spreadsheet(const std::string& cell) {
  constexpr std::string_view kWideEquals = "\xEF\xBC\x9D";
  if (!cell.empty() && (cell.front() == '\t' || cell.front() == '\r')) return true;
  const auto first = cell.find_first_not_of(" \"'");
  if (first == std::string::npos) return false;
  const std::string_view rest = std::string_view(cell).substr(first);
  if (rest.substr(0, kWideEquals.size()) == kWideEquals) return true;
  if (std::string_view("=+-@").find(rest.front()) == std::string_view::npos) return false;
  const bool sign = rest.front() == '+' || rest.front() == '-';
  return !sign || rest.find_first_not_of("0123456789.,", 1) != std::string_view::npos;
}

}  // namespace

CaseTable::CaseTable(const std::string& path, const std::vector<std::string_view>& columns, std::istream& in)
    : path_(path), table_(open_table(path, columns, in)) {}

std::string CaseTable::cell(const csv::Row& row, std::string_view column) const {
  const auto at = table_.column(column);
  if (at == csv::Table::kNone || at >= row.celle.size()) return {};
  return std::string(domain::ascii::trim(row.celle[at]));
}

void CaseTable::refuse(const csv::Row& row, std::string_view column, const std::string& why) const {
  throw std::runtime_error(path_ + ", riga " + std::to_string(row.riga) + ", colonna «" + std::string(column) + "»: " + why);
}

domain::Date CaseTable::date(const csv::Row& row, std::string_view column) const { return value<domain::Date>(row, column); }

bool CaseTable::flag(const csv::Row& row, std::string_view column) const {
  const auto text = cell(row, column);
  if (text.empty() || text == "no" || text == "NO" || text == "n" || text == "N" || text == "0") return false;
  if (text == "sì" || text == "si" || text == "SI" || text == "SÌ" || text == "s" || text == "S" || text == "1") return true;
  refuse(row, column, "«" + text + "» non è sì o no: scrivi S oppure N.");
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ';';
    const std::string cell = runs_in_a_spreadsheet(cells[i]) ? "'" + cells[i] : cells[i];
    if (cell == cells[i] && cell.find_first_of(";\"\r\n") == std::string::npos) {
      line += cell;
      continue;
    }
    line += '"';
    for (const char c : cell) line += c == '"' ? std::string("\"\"") : std::string(1, c);
    line += '"';
  }
  return line + "\n";
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = text.find(separator);
    const auto part = domain::ascii::trim(text.substr(0, end));
    if (!part.empty()) parts.emplace_back(part);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return parts;
}

}  // namespace omnia::cli
