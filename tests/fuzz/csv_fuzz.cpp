// A CSV in memory: rows read with typed cells, and the same bytes as a list of beneficiaries. Nothing throws.
#include "shared/csv/beneficiari.hpp"
#include "shared/csv/cells.hpp"
#include "shared/csv/encoding.hpp"
#include "shared/domain/identifiers.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace omnia;

namespace {

void read_cells(const csv::Table& table) {
  std::vector<csv::Difetto> defects;
  for (const auto& row : table.rows()) {
    csv::Cells cells(table, row, defects);
    cells.identifier<domain::Matricola>("matricola");
    cells.date("dal");
    cells.hours("ore");
    cells.flag("eone");
    cells.integer("progressivo", 0, 9999, 0);
    cells.choice("stato", {"autorizzata", "respinta"}, "autorizzata");
    fuzz::must(cells.ok() || !defects.empty(), "a wrong cell leaves a defect");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::text_of(data, size));
  fuzz::must(csv::is_utf8(csv::from_cp1252(bytes)), "Windows-1252 becomes UTF-8");
  const auto read = csv::read_table(bytes, {"matricola"});
  if (const auto* table = std::get_if<csv::Table>(&read)) read_cells(*table);
  const auto list = csv::read_beneficiari(bytes);
  fuzz::must(list.ok() == !list.beneficiari.empty(), "a list is read whole or not at all");
  for (const auto& worker : list.beneficiari)
    fuzz::must(worker.codice_fiscale.value.has_value(), "a worker has a codice fiscale");
  return 0;
}
