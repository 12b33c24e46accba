#include "shared/csv/cells.hpp"

#include <algorithm>

#include "shared/domain/ascii.hpp"
#include "shared/domain/quantity.hpp"

namespace omnia::csv {

Cells::Cells(const Table& table, const Row& row, std::vector<Difetto>& difetti) : table_(table), row_(row), difetti_(difetti) {
  // Empty cells after the last column are what a spreadsheet leaves behind.
  const auto extra = row.celle.begin() + static_cast<std::ptrdiff_t>(std::min(row.celle.size(), table.columns()));
  if (std::all_of(extra, row.celle.end(), [](const std::string& cell) { return cell.empty(); })) return;
  ok_ = false;
  difetti_.push_back({row.riga,
                      {},
                      "csv.celle",
                      "La riga ha " + std::to_string(row.celle.size()) + " celle e l’intestazione " +
                          std::to_string(table.columns()) + ": metti tra virgolette i testi che contengono il separatore."});
}

std::string_view Cells::raw(std::string_view colonna) const {
  const std::size_t index = table_.column(colonna);
  return index < row_.celle.size() ? domain::ascii::trim(row_.celle[index]) : std::string_view{};
}

void Cells::wrong(std::string_view colonna, const std::string& rimedio) {
  ok_ = false;
  const std::string_view value = raw(colonna);
  const std::string shown = value.empty() ? "è vuota" : "valore «" + std::string(value.substr(0, 60)) + "»";
  difetti_.push_back(
      {row_.riga, std::string(colonna), "csv.valore", "Colonna «" + std::string(colonna) + "», " + shown + ": " + rimedio});
}

std::string Cells::spreadsheet_hint(std::string_view raw) {
  const bool scientific = raw.find("E+") != std::string_view::npos;
  const bool short_digits = raw.size() >= 8 && raw.size() < 11 && domain::ascii::all_digits(raw);
  if (!scientific && !short_digits) return {};
  return " Un foglio di calcolo può aver tolto gli zeri iniziali: formatta la colonna come testo.";
}

std::string Cells::text(std::string_view colonna, std::size_t massimo) {
  const std::string_view value = raw(colonna);
  if (value.size() > massimo) {
    wrong(colonna, "il testo supera " + std::to_string(massimo) + " caratteri. Abbrevialo.");
    return {};
  }
  return std::string(value);
}

std::string Cells::required(std::string_view colonna, std::size_t massimo) {
  if (raw(colonna).empty()) {
    wrong(colonna, "il valore è obbligatorio. Indicalo.");
    return {};
  }
  return text(colonna, massimo);
}

std::optional<domain::Date> Cells::date(std::string_view colonna) {
  const std::string_view value = raw(colonna);
  if (value.empty()) return std::nullopt;
  const auto parsed = domain::Date::parse(value);
  if (parsed) return parsed.value();
  wrong(colonna, "non è una data. Scrivila come 2026-11-23 o 23/11/2026.");
  return std::nullopt;
}

domain::Date Cells::required_date(std::string_view colonna) {
  if (required(colonna).empty()) return {};
  return date(colonna).value_or(domain::Date{});
}

std::int64_t Cells::integer(std::string_view colonna, std::int64_t minimo, std::int64_t massimo, std::int64_t se_vuoto) {
  const std::string_view value = raw(colonna);
  if (value.empty()) return se_vuoto;
  if (const auto number = domain::ascii::to_int(value); number && *number >= minimo && *number <= massimo) return *number;
  wrong(colonna, "non è un numero intero tra " + std::to_string(minimo) + " e " + std::to_string(massimo) + ". Correggilo.");
  return se_vuoto;
}

std::int64_t Cells::hours(std::string_view colonna) {
  const std::string_view value = raw(colonna);
  if (value.empty()) return 0;
  const auto parsed = domain::Hours::parse(value);
  if (parsed) return parsed.value().centesimi;
  wrong(colonna, "non è un numero di ore. Scrivilo come 1234,50.");
  return 0;
}

bool Cells::flag(std::string_view colonna) {
  const std::string value = domain::ascii::clean(raw(colonna));
  if (value.empty() || value == "N" || value == "NO" || value == "0") return false;
  if (value == "S" || value == "SI" || value == "S\xC3\xAC" || value == "S\xC3\x8C" || value == "1") return true;  // sì, SÌ
  wrong(colonna, "non è S o N. Correggilo.");
  return false;
}

std::string Cells::choice(std::string_view colonna, std::initializer_list<std::string_view> ammessi, std::string_view se_vuoto) {
  const std::string_view value = raw(colonna);
  if (value.empty() && !se_vuoto.empty()) return std::string(se_vuoto);
  if (std::find(ammessi.begin(), ammessi.end(), value) != ammessi.end()) return std::string(value);
  std::string list;
  for (const std::string_view item : ammessi) list += (list.empty() ? "" : ", ") + std::string(item);
  wrong(colonna, "non è tra i valori ammessi (" + list + "). Correggilo.");
  return {};
}

}  // namespace omnia::csv
