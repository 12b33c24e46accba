// The workers of a domanda who cannot be authorised, week by week (D.Lgs. 148/2015 art. 1; msg. INPS 2130/2025).
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "shared/rules/proposta/proposta.hpp"

namespace omnia::rules::proposta {

// What keeps one worker out of some of the weeks.
struct Ostacolo {
  LavoratoreEscluso chi;
  std::vector<bool> settimane;  // of the plan: true where he is out
};

// At most one for each worker, by row: the first that holds, those of the person before those of the days.
std::vector<Ostacolo> obstacles(const alerts::Context& c, const std::vector<domain::SettimanaPiano>& piano);

// Hours of week `quale` that remain to those who are not out, rounded down. The plan gives the hours of all together: they
// are shared by the contractual hours of each, or by heads when the hours of somebody are not known.
std::int64_t hours_left(const alerts::Context& c, const domain::SettimanaPiano& settimana, std::size_t quale,
                        const std::vector<Ostacolo>& ostacoli);

}  // namespace omnia::rules::proposta
