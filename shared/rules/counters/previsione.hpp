// The next 24 months of a unit: what each Monday leaves of the limits, how many weeks of one request would fit from it, which
// limit stops the next, and from when the weeks wanted fit, now and once more.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "shared/domain/draft.hpp"
#include "shared/rules/counters/what_if.hpp"

namespace omnia::rules::counters {

// The limits that the next week would exceed. The third of the hours is not among them: the hours of a future request are
// not known.
struct Fermano {
  bool consecutive = false;  // T2
  bool biennio = false;      // T3
  bool quinquennio = false;  // T5
  [[nodiscard]] bool any() const { return consecutive || biennio || quinquennio; }
  bool operator==(const Fermano&) const = default;
};
std::string names(const Fermano& fermano);  // "Settimane consecutive, Biennio mobile"

struct PuntoPrevisione {
  PuntoBiennio biennio;                  // of the biennio that ends with that week, and its Monday
  std::int64_t residuo_quinquennio = 0;  // units left in the quinquennio that ends with it
  int settimane = 0;                     // weeks that fit from that Monday on, at most `provate`
  Fermano fermano;                       // nothing when all those tried fit
  bool operator==(const PuntoPrevisione&) const = default;
};

struct Previsione {
  bool calcolata = false;  // false before 24 September 2015, under another law
  domain::Date dal;        // a Monday
  int settimane = 0;       // wanted
  int provate = 0;         // weeks tried from each Monday: those wanted, and at least those of one domanda
  std::vector<PuntoPrevisione> punti;
  std::optional<domain::Date> prima_data;  // first Monday, from `dal` on, from which all the weeks wanted fit; within four years
  std::optional<domain::Date> di_nuovo;    // first Monday from which they fit again, once these are granted from `dal`
  std::string testo;
  std::string citazione;
  bool lettura = false;
  bool operator==(const Previsione&) const = default;
};

inline constexpr int kForecastWeeks = 104;
// By the norms of the first day; granted, used and pending as the registry has them today.
Previsione forecast(const domain::Registry& registry, const Richiesta& richiesta, routing::Settore settore,
                    const norms::Norms& norms);
// Of a draft: from its first week, or from the first Monday that is not past; for its weeks, or for those of one domanda.
// nullopt while the unit is not chosen.
std::optional<Previsione> forecast(const domain::Draft& draft, const domain::Registry& registry, const norms::Norms& norms,
                                   domain::Date oggi);

// Mondays one after the other from which the same weeks fit, for the same reasons.
struct TrattoPrevisione {
  domain::Date primo;
  domain::Date ultimo;
  int settimane = 0;
  Fermano fermano;
  bool operator==(const TrattoPrevisione&) const = default;
};
std::vector<TrattoPrevisione> stretches(const Previsione& previsione);

}  // namespace omnia::rules::counters
