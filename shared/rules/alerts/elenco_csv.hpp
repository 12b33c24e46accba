// The alert on a list of workers taken from a CSV: raised when the file is read, not by review(), which speaks of the draft.
#pragma once
#include <optional>

#include "shared/csv/beneficiari.hpp"
#include "shared/rules/review.hpp"

namespace omnia::rules::alerts {

// A-LAV-18 when the file cannot be read as a whole. What is wrong with single rows has its own sentence in `elenco.righe`.
std::optional<Alert> elenco_illeggibile(const csv::ElencoBeneficiari& elenco, const norms::Norms& norms);

}  // namespace omnia::rules::alerts
