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

// Units that a request of every week from `first` on would add before the k-th, for k from 0 to `weeks`. A week that is not yet
// authorised is worth a whole one, since its use is still unknown.
std::vector<std::int64_t> added_before(const Ledger& ledger, int first, int weeks, const Esente& esente) {
  std::vector<std::int64_t> before(static_cast<std::size_t>(weeks) + 1);
  std::int64_t total = 0;
  for (int k = 0; k < weeks; ++k) {
    const std::int64_t added = kUnitsPerWeek - ledger.units(first + k);
    if (added != 0 && !esente(ledger.lunedi(first + k))) total += added;
    before[static_cast<std::size_t>(k) + 1] = total;
  }
  return before;
}

// The request's first weeks against the windows that end `e` weeks after its start.
class Finestre {
 public:
  // `sums` and `before` from the first week asked on.
  Finestre(const Scorrimento& regole, const std::int64_t* sums, const std::int64_t* before, int settimane)
      : regole_(regole), sums_(sums), before_(before), settimane_(settimane) {}

  // Only the window that ends with the last week, if it holds a week added: most starts of a search are dismissed by it.
  [[nodiscard]] bool last_fits() const {
    const bool nothing_added = at(settimane_) == at(std::max(0, settimane_ - regole_.finestra));
    return nothing_added || regole_.ancora == "first_requested_week" || fits(settimane_ - 1, settimane_);
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
  [[nodiscard]] std::int64_t at(int k) const { return before_[k] - before_[0]; }
  // The window that ends with week `e`, with those of the first `weeks` of the request that it holds.
  [[nodiscard]] bool fits(int e, int weeks) const {
    const int to = std::min(weeks, e + 1);
    const int from = std::clamp(e - regole_.finestra + 1, 0, to);
    return sums_[e] + at(to) - at(from) <= regole_.limite;
  }

  const Scorrimento& regole_;
  const std::int64_t* sums_;
  const std::int64_t* before_;
  int settimane_;
};

}  // namespace

int admitted_weeks(const Scorrimento& regole, const Ledger& ledger, const std::vector<std::int64_t>& sums, int first,
                   int settimane, const Esente& esente) {
  const auto before = added_before(ledger, first, settimane, esente);
  return Finestre(regole, sums.data() + first, before.data(), settimane).admitted();
}

bool anchor_matters(const Caso& caso, const Scorrimento& regole, const Ledger& ledger, const std::vector<std::int64_t>& sums,
                    int first, int ammesse, const Esente& esente) {
  const int n = caso.richiesta.settimane;
  const auto* anchor = caso.norms.find("cigo.biennio.anchor", caso.giorno);
  if (anchor == nullptr || anchor->mark != norms::Mark::reading) return false;
  // Every window is tried by the default: where that admits all the weeks, so does any of them alone.
  if (ammesse == n && regole.ancora == Scorrimento().ancora) return false;
  // By no reading are there more weeks in one request than the limit has.
  const int most = std::max(ammesse, static_cast<int>(regole.limite / kUnitsPerWeek));
  return std::any_of(anchor->alternative.begin(), anchor->alternative.end(), [&](const std::string& other) {
    Scorrimento tried = regole;
    tried.ancora = other;
    return std::min(most, admitted_weeks(tried, ledger, sums, first, n, esente)) != ammesse;
  });
}

std::vector<int> sliding_course(const Caso& caso, const std::vector<Voce>& voci, const Scorrimento& regole, const Esente& esente,
                                int quanti) {
  const int n = caso.richiesta.settimane;
  const int back = regole.finestra - 1;
  const Date origin = caso.lunedi(-back);
  const Registri registri = fill(caso, voci, origin, back + quanti + n + back, {origin, origin});
  const auto sums = window_sums(registri.ufficiale, regole.finestra);
  const auto before = added_before(registri.ufficiale, back, quanti + n, esente);
  std::vector<int> course;
  course.reserve(static_cast<std::size_t>(quanti));
  for (int k = 0; k < quanti; ++k) {
    // Most starts find room for every week in the fullest window that a week of the request can touch.
    const auto first = sums.begin() + back + k;
    const bool roomy = *std::max_element(first, first + n + back) + n * kUnitsPerWeek <= regole.limite;
    course.push_back(roomy ? n : Finestre(regole, sums.data() + back + k, before.data() + k, n).admitted());
  }
  return course;
}

std::optional<Date> first_sliding_fit(const Caso& caso, const std::vector<Voce>& voci, const Scorrimento& regole,
                                      const Esente& esente, Date dal) {
  const Date start = dal == dal.lunedi() ? dal : dal.lunedi() + 7;
  const int n = caso.richiesta.settimane;
  const int back = regole.finestra - 1;
  const Date origin = start - 7 * back;
  const Registri registri = fill(caso, voci, origin, back + kSearchWeeks + n + back, {origin, origin});
  const auto sums = window_sums(registri.ufficiale, regole.finestra);
  const auto before = added_before(registri.ufficiale, back, kSearchWeeks + n, esente);
  for (int k = 0; k < kSearchWeeks; ++k) {
    const Finestre finestre(regole, sums.data() + back + k, before.data() + k, n);
    if (finestre.last_fits() && finestre.admitted() == n) return start + 7 * k;
  }
  return std::nullopt;
}

}  // namespace omnia::rules::counters
