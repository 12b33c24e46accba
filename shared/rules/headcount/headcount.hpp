// Average headcount of the half-year (art. 2-bis D.Lgs. 148/2015): exact fraction, never rounded.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "shared/domain/registry.hpp"
#include "shared/norms/norms.hpp"

namespace omnia::rules::headcount {

struct Media {
  std::int64_t somma_centesimi = 0;  // sum of the monthly figures
  int mesi = 0;                      // months available, at most six
  // somma / mesi compared with a threshold without dividing: -1, 0, 1.
  [[nodiscard]] int compare(std::int64_t soglia) const;
};

// The day whose half-year before counts: that of the start, or that of the filing when the reading says so and it is known
// (art. 12 c. 5 speaks of the application, msg. INPS 3566/2018 of the start).
domain::Date reference_day(domain::Date inizio, const std::optional<domain::Date>& presentata, const norms::Norms& norms);

// The monthly figures that make the average: the six months before the month of `giorno`, or those available; in the first
// month of a new employer, that month.
std::vector<domain::ForzaMese> half_year_figures(const std::vector<domain::ForzaMese>& forza, domain::Date giorno, int mesi = 6);
Media average(const std::vector<domain::ForzaMese>& forza, domain::Date giorno, int mesi = 6);

}  // namespace omnia::rules::headcount
