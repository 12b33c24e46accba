// A registry CSV in memory: first byte the kind of file, then its bytes. Rows are read with typed cells; a refusal is an
// exception.
#include "server/uniemens/csv_row.hpp"
#include "shared/domain/identifiers.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace omnia;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(fuzz::text_of(data, size));
  fuzz::must(uniemens::is_utf8(uniemens::from_cp1252(bytes)), "Windows-1252 becomes UTF-8");
  try {
    const uniemens::CsvFile file(bytes, {"matricola"});
    std::vector<uniemens::Difetto> defects;
    for (const auto& row : file.rows()) {
      uniemens::CsvCells cells(file, row, defects);
      cells.identifier<domain::Matricola>("matricola");
      cells.date("dal");
      cells.hours("ore");
      cells.flag("eone");
      cells.integer("progressivo", 0, 9999, 0);
      cells.choice("stato", {"autorizzata", "respinta"}, "autorizzata");
      fuzz::must(cells.ok() || !defects.empty(), "a wrong cell leaves a defect");
    }
  } catch (const uniemens::FileRifiutato&) {
    return 0;
  }
  return 0;
}
