// The four checks of the CIGO durations; count() runs them all on one case.
#pragma once
#include <optional>
#include <vector>

#include "shared/rules/counters/ledger.hpp"

namespace omnia::rules::counters {

Contatore check_biennio(const Caso& caso, const std::vector<Voce>& voci);      // T3, art. 12 c. 3
Contatore check_consecutive(const Caso& caso, const std::vector<Voce>& voci);  // T2, art. 12 cc. 1-2
Contatore check_quinquennio(const Caso& caso);                                 // T5, art. 4
TerzoOre check_terzo(const Caso& caso);                                        // T4, art. 12 cc. 5-6

// The quinquennio mobile: years counted back from the last day, both ends included (circ. MLPS 17/2017).
domain::Period years_back(domain::Date last, int years);

std::optional<domain::Date> first_biennio_fit(const Caso& caso, const std::vector<Voce>& voci, domain::Date dal);

}  // namespace omnia::rules::counters
