#include "shared/rules/counters/sliding.hpp"

namespace omnia::rules::counters {

using domain::Date;

std::vector<std::int64_t> window_sums(const Ledger& ledger, int window) {
  std::vector<std::int64_t> sums(static_cast<std::size_t>(ledger.size()));
  std::int64_t sum = 0;
  for (int i = 0; i < ledger.size(); ++i) {
    sum += ledger.units(i) - ledger.units(i - window);
    sums[static_cast<std::size_t>(i)] = sum;
  }
  return sums;
}

// Each week that is not yet authorised is worth a whole one, since its use is still unknown, and raises every window that
// holds it: also the later ones, where weeks already authorised may follow a late request.
int admitted_weeks(const Scorrimento& regole, const Ledger& ledger, const std::vector<std::int64_t>& sums, int first,
                   int settimane, const Esente& esente) {
  std::vector<std::int64_t> local(sums.begin() + first, sums.begin() + first + settimane + regole.finestra - 1);
  for (int k = 0; k < settimane; ++k) {
    const std::int64_t added = kUnitsPerWeek - ledger.units(first + k);
    if (added == 0 || esente(ledger.lunedi(first + k))) continue;
    int from = k;
    int to = k + regole.finestra - 1;
    bool fits = true;
    for (int e = from; e <= to; ++e) local[static_cast<std::size_t>(e)] += added;
    if (regole.ancora == "first_requested_week") from = to = 0;
    if (regole.ancora == "last_requested_week") from = to = settimane - 1;
    for (int e = from; e <= to && fits; ++e) fits = local[static_cast<std::size_t>(e)] <= regole.limite;
    if (!fits) return k;
  }
  return settimane;
}

std::optional<Date> first_sliding_fit(const Caso& caso, const std::vector<Voce>& voci, const Scorrimento& regole,
                                      const Esente& esente, Date dal) {
  const Date start = dal == dal.lunedi() ? dal : dal.lunedi() + 7;
  const int n = caso.richiesta.settimane;
  const int back = regole.finestra - 1;
  const Date origin = start - 7 * back;
  const Registri registri = fill(caso, voci, origin, back + kSearchWeeks + n + back, {origin, origin});
  const auto sums = window_sums(registri.ufficiale, regole.finestra);
  for (int k = 0; k < kSearchWeeks; ++k) {
    if (admitted_weeks(regole, registri.ufficiale, sums, back + k, n, esente) == n) return start + 7 * k;
  }
  return std::nullopt;
}

}  // namespace omnia::rules::counters
