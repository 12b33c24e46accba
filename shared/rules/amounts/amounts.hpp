// What a benefit is worth to a worker and what it costs to the employer: 80 % of the lost pay within the massimale, less
// 5.84 %, and the contributo addizionale. Integer cents; every euro figure is rounded once, to the nearest cent, half up.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/domain/date.hpp"
#include "shared/norms/norms.hpp"

namespace omnia::rules::amounts {

// The published monthly ceiling. Read from the table, never computed: its cents do not follow from arithmetic.
struct Massimale {
  std::int64_t lordo_cent = 0;
  std::int64_t netto_cent = 0;  // less 5.84 %
  int anno = 0;
  bool edile_meteo = false;  // +20 % for bad weather in building and stone
  std::string citazione;
  bool operator==(const Massimale&) const = default;
};
// nullopt when the ceiling of that year is not in the norms.
std::optional<Massimale> ceiling(domain::Date giorno, bool edile_meteo, const norms::Norms& norms);

// Hours that can be worked in a month: the mobile divisor of the hourly amounts. Working days are the first D of the week.
struct OreLavorabili {
  int giorni = 0;
  int festivi = 0;  // among those days; counted or not as the norm treatment.workable_holidays says
  std::int64_t ore_centesimi = 0;
  std::string testo;
  bool lettura = true;
  bool operator==(const OreLavorabili&) const = default;
};
OreLavorabili workable_hours(domain::YearMonth mese, int giorni_settimana, std::int64_t ore_settimanali_centesimi,
                             const norms::Norms& norms);

struct Calcolo {
  domain::YearMonth mese;
  std::int64_t retribuzione_oraria_cent = 0;  // global hourly pay
  std::int64_t ore_cig_centesimi = 0;         // of all the workers together
  std::int64_t ore_lavorabili_centesimi = 0;  // of one worker in the month
  std::int64_t lavoratori = 1;                // with the same pay and hours
  std::int64_t part_time_centesimi = 10000;   // 10000 = full time
  bool edile_meteo = false;
};

struct Importo {
  bool calcolabile = false;
  std::int64_t retribuzione_persa_cent = 0;
  std::int64_t ottanta_cent = 0;  // 80 % of it
  std::int64_t tetto_cent = 0;    // share of the ceiling for those hours
  bool al_tetto = false;
  std::int64_t lordo_cent = 0;
  std::int64_t riduzione_cent = 0;
  std::int64_t netto_cent = 0;
  std::string testo;
  std::string calcolo;  // the figures, for who wants to redo them
  std::string citazione;
  bool lettura = false;
  bool operator==(const Importo&) const = default;
};
Importo benefit(const Calcolo& calcolo, const norms::Norms& norms);

// Contributo addizionale on the pay lost, at a rate of counters/contribution.hpp.
std::int64_t contribution_cent(std::int64_t retribuzione_persa_cent, std::int64_t percento_centesimi);

}  // namespace omnia::rules::amounts
