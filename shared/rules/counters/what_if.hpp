// What would happen: the longest period that can start on a date and the limits that bind it, the first date on which a
// period fits every limit, and the weeks left in the biennio week by week.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "shared/rules/counters/counters.hpp"

namespace omnia::rules::counters {

struct Ipotesi {
  Richiesta richiesta;  // `settimane` is the most that is wanted; `ore_centesimi` is not used
  bool proroga = false;
  std::int64_t ore_settimana_centesimi = 0;  // hours of one week; 0: the third of the hours is not tried
};

struct Vincolo {       // a limit that the next week would exceed
  std::string codice;  // "richiesta" T1, "consecutive" T2, "biennio" T3, "terzo" T4, "quinquennio" T5
  std::string nome;
  std::string testo;  // what that counter says of one week more
  std::string citazione;
  bool lettura = false;
  bool operator==(const Vincolo&) const = default;
};

struct Massimo {
  int settimane = 0;  // weeks from the first Monday that pass every limit
  std::optional<domain::Period> periodo;
  std::vector<Vincolo> vincoli;  // empty: all that was wanted fits
  std::string testo;
  bool lettura = false;
  bool operator==(const Massimo&) const = default;
};
Massimo longest_period(const domain::Registry& registry, const Ipotesi& ipotesi, routing::Settore settore,
                       const norms::Norms& norms);

// First Monday, not before `dal`, from which the weeks fit T2, T3 and T5 together; nullopt if none within four years.
std::optional<domain::Date> first_date(const domain::Registry& registry, const Richiesta& richiesta, routing::Settore settore,
                                       const norms::Norms& norms, domain::Date dal);

struct PuntoBiennio {  // the biennio that ends with that week
  domain::Date lunedi;
  std::int64_t usate = 0;    // units
  std::int64_t residue = 0;  // units
  std::int64_t usate_prudenti = 0;
  bool operator==(const PuntoBiennio&) const = default;
};
// One point a week from the week of `dal`, for the 104 weeks (two years) that follow by default.
std::vector<PuntoBiennio> biennio_timeline(const domain::Registry& registry, std::int64_t unita_produttiva,
                                           routing::Settore settore, const norms::Norms& norms, domain::Date dal,
                                           int settimane = 104);

// The same from the week of a request, as if it were granted.
std::vector<PuntoBiennio> biennio_timeline_with(const domain::Registry& registry, const Richiesta& richiesta,
                                                routing::Settore settore, const norms::Norms& norms, int settimane = 104);

}  // namespace omnia::rules::counters
