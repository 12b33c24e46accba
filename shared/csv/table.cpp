#include "shared/csv/table.hpp"

#include <algorithm>

#include "shared/csv/encoding.hpp"
#include "shared/domain/ascii.hpp"

namespace omnia::csv {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

using Failure = std::optional<Difetto>;

std::string_view trim_cell(std::string_view text) {
  text = domain::ascii::trim(text);
  while (text.substr(0, 2) == kNoBreakSpace) text = domain::ascii::trim(text.substr(2));
  while (text.size() >= 2 && text.substr(text.size() - 2) == kNoBreakSpace)
    text = domain::ascii::trim(text.substr(0, text.size() - 2));
  return text;
}

std::string column_name(std::string_view cell) {
  std::string name(trim_cell(cell));
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c == ' ' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return name;
}

// The separator that occurs most in the header line; `;` when in doubt.
char detect_separator(std::string_view header) {
  char best = ';';
  std::ptrdiff_t most = std::count(header.begin(), header.end(), ';');
  for (const char candidate : {'\t', ','}) {
    const auto n = std::count(header.begin(), header.end(), candidate);
    if (n > most) {
      best = candidate;
      most = n;
    }
  }
  return best;
}

bool is_blank(const Row& row) {
  return std::all_of(row.celle.begin(), row.celle.end(), [](const std::string& cell) { return trim_cell(cell).empty(); });
}

Failure decode(std::string& bytes) {
  if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF") {
    return Difetto{1, {}, "csv.codifica", "Il file è in UTF-16 («Testo Unicode» di Excel): salvalo come «CSV UTF-8»."};
  }
  if (bytes.find('\0') != std::string::npos) {
    return Difetto{1, {}, "csv.codifica", "Il file contiene byte nulli: non è un testo CSV. Salvalo come «CSV UTF-8»."};
  }
  while (std::string_view(bytes).substr(0, 3) == kBom) bytes.erase(0, 3);
  if (!is_utf8(bytes)) bytes = from_cp1252(bytes);
  return std::nullopt;
}

Failure split(std::string_view text, char separator, std::int64_t first_line, std::vector<Row>& rows) {
  std::int64_t line = first_line;
  Row row{line, {std::string()}};
  bool quoted = false;
  std::size_t record = 0;
  const auto end_row = [&] {
    if (!is_blank(row)) rows.push_back(std::move(row));
    row = Row{line, {std::string()}};
    record = 0;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool line_break = c == '\n' || (c == '\r' && (i + 1 >= text.size() || text[i + 1] != '\n'));
    line += line_break ? 1 : 0;
    if (++record > kMaxRecord || row.celle.size() > kMaxColumns) {
      return Difetto{row.riga,
                     {},
                     "csv.limite",
                     "La riga supera 64 KiB o 256 colonne: forse manca una virgoletta di chiusura. Correggi la riga."};
    }
    std::string& cell = row.celle.back();
    if (quoted) {
      if (c != '"') {
        cell.push_back(c);
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        cell.push_back(text[++i]);
      } else {
        quoted = false;
      }
    } else if (c == '"' && cell.empty()) {
      quoted = true;
    } else if (c == separator) {
      row.celle.emplace_back();
    } else if (line_break) {
      end_row();
    } else if (c != '\r') {
      cell.push_back(c);
    }
  }
  if (quoted) return Difetto{row.riga, {}, "csv.virgolette", "Una virgoletta non è chiusa: correggi la riga."};
  end_row();
  return std::nullopt;
}

Failure read_header(const Row& header, const std::vector<std::string_view>& obbligatorie, Columns& names) {
  for (std::size_t i = 0; i < header.celle.size(); ++i) {
    const std::string name = column_name(header.celle[i]);
    if (!name.empty() && !names.emplace(name, i).second) {
      return Difetto{header.riga, name, "csv.intestazione", "La colonna «" + name + "» compare due volte: lasciane una sola."};
    }
  }
  for (const std::string_view name : obbligatorie) {
    if (names.find(name) != names.end()) continue;
    return Difetto{header.riga, std::string(name), "csv.intestazione",
                   "Manca la colonna «" + std::string(name) + "»: aggiungila alla prima riga del file."};
  }
  return std::nullopt;
}

}  // namespace

std::variant<Table, Difetto> read_table(std::string bytes, const std::vector<std::string_view>& obbligatorie) {
  if (auto failure = decode(bytes)) return *failure;
  std::string_view text = bytes;
  std::int64_t line = 1;
  char separator = 0;
  if (text.substr(0, 4) == "sep=" && text.size() > 4) {  // Excel's hint
    separator = text[4];
    const auto end = text.find('\n');
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    line = 2;
  }
  if (separator == 0) separator = detect_separator(text.substr(0, text.find_first_of("\r\n")));
  std::vector<Row> rows;
  if (auto failure = split(text, separator, line, rows)) return *failure;
  if (rows.empty())
    return Difetto{1, {}, "csv.intestazione", "Il file è vuoto: la prima riga deve portare i nomi delle colonne."};
  Columns names;
  if (auto failure = read_header(rows.front(), obbligatorie, names)) return *failure;
  const std::size_t width = rows.front().celle.size();
  rows.erase(rows.begin());
  return Table(std::move(rows), std::move(names), width);
}

std::size_t Table::column(std::string_view nome) const {
  const auto found = names_.find(nome);
  return found == names_.end() ? kNone : found->second;
}

}  // namespace omnia::csv
