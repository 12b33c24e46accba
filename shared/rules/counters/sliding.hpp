// A limit of weeks in a window that slides over a ledger: the one algorithm of T3 (CIGO), T6 (FIS) and T7 (Fondi).
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "shared/rules/counters/ledger.hpp"

namespace omnia::rules::counters {

struct Scorrimento {
  std::int64_t limite = 0;  // units
  int finestra = 0;         // weeks
  // Which windows are tried (norm cigo.biennio.anchor): all those that hold a requested week, or one alone.
  std::string ancora = "each_requested_week";
};

// Weeks asked that the limit does not touch.
using Esente = std::function<bool(domain::Date lunedi)>;

// Sum of the window that ends with each week of the ledger.
std::vector<std::int64_t> window_sums(const Ledger& ledger, int window);

// Leading weeks, of `settimane` asked from week `first` of the ledger on, that fit. The ledger holds a whole window before
// and after them; `sums` are its window sums.
int admitted_weeks(const Scorrimento& regole, const Ledger& ledger, const std::vector<std::int64_t>& sums, int first,
                   int settimane, const Esente& esente);

// Whether another reading of which windows to try (norm cigo.biennio.anchor) would admit another number of weeks.
bool anchor_matters(const Caso& caso, const Scorrimento& regole, const Ledger& ledger, const std::vector<std::int64_t>& sums,
                    int first, int ammesse, const Esente& esente);

// The same for a request that starts on each Monday, `quanti` of them from that of the case on.
std::vector<int> sliding_course(const Caso& caso, const std::vector<Voce>& voci, const Scorrimento& regole, const Esente& esente,
                                int quanti);

inline constexpr int kSearchWeeks = 209;  // four years: how far ahead a free date is looked for
// First Monday, not before `dal`, from which all the weeks fit; nullopt if none in four years.
std::optional<domain::Date> first_sliding_fit(const Caso& caso, const std::vector<Voce>& voci, const Scorrimento& regole,
                                              const Esente& esente, domain::Date dal);

}  // namespace omnia::rules::counters
