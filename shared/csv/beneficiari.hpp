// A list of beneficiaries from the CSV that a payroll program or a spreadsheet writes: all of it, or what is wrong row by row.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "shared/csv/table.hpp"
#include "shared/domain/draft.hpp"

namespace omnia::csv {

struct ElencoBeneficiari {
  std::vector<domain::Beneficiario> beneficiari;  // in the order of the file; empty when anything is wrong
  std::optional<Difetto> illeggibile;             // the file as a whole: not a CSV, or without its columns (A-LAV-18)
  std::vector<Difetto> righe;                     // wrong cells and repeated workers, in the order of the file
  [[nodiscard]] bool ok() const { return !illeggibile && righe.empty(); }
  bool operator==(const ElencoBeneficiari&) const = default;
};

// Columns `codice_fiscale` (or `cf`) and `qualifica`, required; `cognome`, `nome`, `cambio_appalto` (S or N), optional. Others
// are ignored.
ElencoBeneficiari read_beneficiari(std::string bytes);

}  // namespace omnia::csv
