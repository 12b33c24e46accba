#include "server/uniemens/csv.hpp"

#include <algorithm>
#include <array>

#include "shared/domain/ascii.hpp"

namespace omnia::uniemens {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

// Code points of bytes 0x80 to 0x9F in Windows-1252; 0 where the byte is not used.
constexpr std::array<unsigned, 32> kCp1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

void append_utf8(std::string& out, unsigned code) {
  if (code < 0x80) {
    out.push_back(static_cast<char>(code));
  } else if (code < 0x800) {
    out.push_back(static_cast<char>(0xC0U | (code >> 6U)));
    out.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
  } else {
    out.push_back(static_cast<char>(0xE0U | (code >> 12U)));
    out.push_back(static_cast<char>(0x80U | ((code >> 6U) & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
  }
}

// Length of the well-formed sequence at the start of `text`, 0 when it is not one (overlong forms and surrogates included).
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  }
  if ((lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F) || (lead == 0xF0 && byte(1) < 0x90) ||
      (lead == 0xF4 && byte(1) > 0x8F)) {
    return 0;
  }
  return length;
}

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

bool is_blank(const CsvRow& row) {
  return std::all_of(row.celle.begin(), row.celle.end(), [](const std::string& cell) { return trim_cell(cell).empty(); });
}

}  // namespace

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::string from_cp1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool special = byte >= 0x80 && byte < 0xA0;
    append_utf8(out, special ? (kCp1252[byte - 0x80U] == 0 ? 0xFFFDU : kCp1252[byte - 0x80U]) : byte);
  }
  return out;
}

CsvFile::CsvFile(std::string bytes, const std::vector<std::string_view>& obbligatorie) {
  decode(bytes);
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
  split(text, separator, line);
  read_header(obbligatorie);
}

void CsvFile::decode(std::string& bytes) const {
  if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF") {
    throw FileRifiutato({1, "csv.codifica", "Il file è in UTF-16 («Testo Unicode» di Excel): salvalo come «CSV UTF-8»."});
  }
  if (bytes.find('\0') != std::string::npos) {
    throw FileRifiutato({1, "csv.codifica", "Il file contiene byte nulli: non è un testo CSV. Salvalo come «CSV UTF-8»."});
  }
  while (std::string_view(bytes).substr(0, 3) == kBom) bytes.erase(0, 3);
  if (!is_utf8(bytes)) bytes = from_cp1252(bytes);
}

void CsvFile::split(std::string_view text, char separator, std::int64_t first_line) {
  std::int64_t line = first_line;
  CsvRow row{line, {std::string()}};
  bool quoted = false;
  std::size_t record = 0;
  const auto end_row = [&] {
    if (!is_blank(row)) rows_.push_back(std::move(row));
    row = CsvRow{line, {std::string()}};
    record = 0;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool line_break = c == '\n' || (c == '\r' && (i + 1 >= text.size() || text[i + 1] != '\n'));
    line += line_break ? 1 : 0;
    if (++record > kMaxRecord || row.celle.size() > kMaxColumns) {
      throw FileRifiutato({row.riga, "csv.limite",
                           "La riga supera 64 KiB o 256 colonne: forse manca una virgoletta di chiusura. Correggi la riga."});
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
  if (quoted) throw FileRifiutato({row.riga, "csv.virgolette", "Una virgoletta non è chiusa: correggi la riga."});
  end_row();
}

void CsvFile::read_header(const std::vector<std::string_view>& obbligatorie) {
  if (rows_.empty())
    throw FileRifiutato({1, "csv.intestazione", "Il file è vuoto: la prima riga deve portare i nomi delle colonne."});
  for (std::size_t i = 0; i < rows_.front().celle.size(); ++i) {
    const std::string name = column_name(rows_.front().celle[i]);
    if (!name.empty() && !names_.emplace(name, i).second) {
      throw FileRifiutato(
          {rows_.front().riga, "csv.intestazione", "La colonna «" + name + "» compare due volte: lasciane una sola."});
    }
  }
  for (const std::string_view name : obbligatorie) {
    if (names_.find(name) != names_.end()) continue;
    throw FileRifiutato({rows_.front().riga, "csv.intestazione",
                         "Manca la colonna «" + std::string(name) + "»: aggiungila alla prima riga del file."});
  }
  rows_.erase(rows_.begin());
}

std::size_t CsvFile::column(std::string_view nome) const {
  const auto found = names_.find(nome);
  return found == names_.end() ? kNone : found->second;
}

}  // namespace omnia::uniemens
