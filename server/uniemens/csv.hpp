// CSV text as people's programs write it: `;`, `,` or TAB, UTF-8 (with or without BOM) or Windows-1252, RFC 4180 quotes,
// columns found by the name in the header.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/uniemens/difetto.hpp"

namespace omnia::uniemens {

inline constexpr std::size_t kMaxRecord = std::size_t{64} * 1024;
inline constexpr std::size_t kMaxColumns = 256;

bool is_utf8(std::string_view text);
// Windows-1252 bytes as UTF-8.
std::string from_cp1252(std::string_view bytes);

struct CsvRow {
  std::int64_t riga = 0;  // line where the record starts
  std::vector<std::string> celle;
};

class CsvFile {
 public:
  // Throws FileRifiutato: UTF-16, NUL bytes, open quotes, records or rows too big, header without one of `obbligatorie`.
  CsvFile(std::string bytes, const std::vector<std::string_view>& obbligatorie);
  [[nodiscard]] const std::vector<CsvRow>& rows() const { return rows_; }
  [[nodiscard]] std::size_t columns() const { return names_.size(); }
  // Index of the column, or npos.
  [[nodiscard]] std::size_t column(std::string_view nome) const;
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

 private:
  void decode(std::string& bytes) const;
  void split(std::string_view text, char separator, std::int64_t first_line);
  void read_header(const std::vector<std::string_view>& obbligatorie);
  std::vector<CsvRow> rows_;
  std::map<std::string, std::size_t, std::less<>> names_;
};

}  // namespace omnia::uniemens
