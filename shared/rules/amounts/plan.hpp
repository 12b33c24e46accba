// Estimate of a week plan: benefit to the workers, pay lost and contribution due, week by week and in all.
#pragma once
#include <utility>
#include <vector>

#include "shared/rules/amounts/amounts.hpp"

namespace omnia::rules::amounts {

struct SettimanaCosto {
  domain::Date lunedi;
  std::int64_t lavoratori = 0;
  std::int64_t ore_centesimi = 0;  // hours of CIG of all of them
};

struct Piano {
  std::vector<SettimanaCosto> settimane;
  std::int64_t retribuzione_oraria_cent = 0;      // average global hourly pay
  std::int64_t ore_settimanali_centesimi = 4000;  // contractual, of a full-time worker
  int giorni_settimana = 5;
  bool edile_meteo = false;
  // Rate of the contributo addizionale by month (counters/contribution.hpp); a month without a row takes the last one before.
  std::vector<std::pair<domain::YearMonth, std::int64_t>> aliquote;
};

struct StimaSettimana {
  domain::Date lunedi;
  bool calcolabile = false;
  std::int64_t retribuzione_persa_cent = 0;
  std::int64_t lordo_cent = 0;
  std::int64_t netto_cent = 0;
  std::int64_t contributo_cent = 0;
  bool al_tetto = false;
  std::string testo;
  bool operator==(const StimaSettimana&) const = default;
};

struct Stima {
  std::vector<StimaSettimana> settimane;
  std::int64_t retribuzione_persa_cent = 0;
  std::int64_t lordo_cent = 0;
  std::int64_t netto_cent = 0;
  std::int64_t contributo_cent = 0;
  bool completa = false;  // every week could be estimated
  std::string testo;
  std::string citazione;
  bool lettura = true;  // averages of pay and hours: an estimate, not a payslip
  bool operator==(const Stima&) const = default;
};

// The hours of a week across two months are shared by its working days.
Stima estimate(const Piano& piano, const norms::Norms& norms);

}  // namespace omnia::rules::amounts
