#include "shared/rules/counters/sliding.hpp"

#include <algorithm>

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

namespace {

// Units that the request adds before its k-th week, for k from 0 to the number of weeks. A week that is not yet authorised is
// worth a whole one, since its use is still unknown.
void added_before(const Ledger& ledger, int first, int settimane, const Esente& esente, std::vector<std::int64_t>& before) {
  before.assign(1, 0);
  for (int k = 0; k < settimane; ++k) {
    const std::int64_t added = kUnitsPerWeek - ledger.units(first + k);
    const bool counts = added != 0 && !esente(ledger.lunedi(first + k));
    before.push_back(before.back() + (counts ? added : 0));
  }
}

// The request's first weeks against the windows that end `e` weeks after its start.
class Finestre {
 public:
  Finestre(const Scorrimento& regole, const std::vector<std::int64_t>& sums, int first, const std::vector<std::int64_t>& before)
      : regole_(regole), sums_(sums.data() + first), before_(before), settimane_(static_cast<int>(before.size()) - 1) {}

  // Only the last window, which holds all the weeks: most starts of a search are dismissed by it.
  [[nodiscard]] bool last_fits() const {
    return regole_.ancora == "first_requested_week" || before_.back() == 0 || fits(settimane_ - 1, settimane_);
  }
  // Each week added raises every window that holds it: also the later ones, where weeks already authorised may follow a late
  // request.
  [[nodiscard]] int admitted() const {
    for (int k = 0; k < settimane_; ++k) {
      if (at(k + 1) == at(k)) continue;
      int from = k;
      int to = k + regole_.finestra - 1;
      if (regole_.ancora == "first_requested_week") from = to = 0;
      if (regole_.ancora == "last_requested_week") from = to = settimane_ - 1;
      for (int e = from; e <= to; ++e) {
        if (!fits(e, k + 1)) return k;
      }
    }
    return settimane_;
  }

 private:
  [[nodiscard]] std::int64_t at(int k) const { return before_[static_cast<std::size_t>(k)]; }
  // The window that ends with week `e`, with those of the first `weeks` of the request that it holds.
  [[nodiscard]] bool fits(int e, int weeks) const {
    const int to = std::min(weeks, e + 1);
    const int from = std::clamp(e - regole_.finestra + 1, 0, to);
    return sums_[e] + at(to) - at(from) <= regole_.limite;
  }

  const Scorrimento& regole_;
  const std::int64_t* sums_;
  const std::vector<std::int64_t>& before_;
  int settimane_;
};

}  // namespace

int admitted_weeks(const Scorrimento& regole, const Ledger& ledger, const std::vector<std::int64_t>& sums, int first,
                   int settimane, const Esente& esente) {
  std::vector<std::int64_t> before;
  added_before(ledger, first, settimane, esente, before);
  return Finestre(regole, sums, first, before).admitted();
}

std::optional<Date> first_sliding_fit(const Caso& caso, const std::vector<Voce>& voci, const Scorrimento& regole,
                                      const Esente& esente, Date dal) {
  const Date start = dal == dal.lunedi() ? dal : dal.lunedi() + 7;
  const int n = caso.richiesta.settimane;
  const int back = regole.finestra - 1;
  const Date origin = start - 7 * back;
  const Registri registri = fill(caso, voci, origin, back + kSearchWeeks + n + back, {origin, origin});
  const auto sums = window_sums(registri.ufficiale, regole.finestra);
  std::vector<std::int64_t> before;
  for (int k = 0; k < kSearchWeeks; ++k) {
    added_before(registri.ufficiale, back + k, n, esente, before);
    const Finestre finestre(regole, sums, back + k, before);
    if (finestre.last_fits() && finestre.admitted() == n) return start + 7 * k;
  }
  return std::nullopt;
}

}  // namespace omnia::rules::counters
