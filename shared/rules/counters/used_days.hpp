// From hours of CIG to days used, and from days to weeks (circ. INPS 58/2009; msg. INPS 2101/2020): exact, never rounded.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "shared/domain/date.hpp"
#include "shared/norms/norms.hpp"

namespace omnia::rules::counters {

// Hours of CIG of one worker on one day.
struct OreGiorno {
  domain::Date giorno;
  std::int64_t ore_centesimi = 0;
};

// The distinct days on which at least one worker had any fraction of an hour; sorted.
std::vector<domain::Date> used_days(const std::vector<OreGiorno>& ore);

// A declaration of the days used, for one authorisation.
struct Dichiarazione {
  domain::Period periodo;  // authorised
  std::vector<domain::Date> giorni;
  int divisore = 5;
  bool flussi_completi = true;  // all the payment flows of the authorisation were sent
  bool fsba = false;            // the divisor may also be 7
};

struct Fruito {
  bool valido = false;       // otherwise the authorised weeks count
  std::int64_t usate = 0;    // units (630 a week)
  std::int64_t residue = 0;  // of the authorised weeks, units
  int settimane_intere = 0;  // weeks that can be asked with the residue
  std::string testo;
  std::string citazione;
  bool lettura = false;
  bool operator==(const Fruito&) const = default;
};
Fruito used_weeks(const Dichiarazione& dichiarazione, domain::Date oggi, const norms::Norms& norms);

}  // namespace omnia::rules::counters
