// One month of one worker of the demo: what a denuncia says, and what the registry will know of it.
#pragma once
#include <map>

#include "tools/demo/world.hpp"

namespace omnia::demo {

struct Ore {
  std::int64_t centesimi = 0;
  const Cassa* cassa = nullptr;
};

struct Mese {
  domain::YearMonth mese;
  std::map<domain::Date, Ore> cassa;  // days with hours in CIG
  std::int64_t lavorabili = 0;        // hundredths of an hour
  std::int64_t in_cassa = 0;
};

bool is_working_day(domain::Date day);
// In force on some day of the month.
bool present(const Addetto& addetto, domain::YearMonth mese);
// `posto`: place of the worker in the company.
Mese month_of(const Azienda& azienda, const Addetto& addetto, std::size_t posto, domain::YearMonth mese);
// ForzaAziendale in hundredths: the workers on the last day of the month, part-timers in proportion.
std::int64_t headcount(const Azienda& azienda, domain::YearMonth mese);

}  // namespace omnia::demo
