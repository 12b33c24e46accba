#include "tools/demo/month.hpp"

namespace omnia::demo {

using domain::Date;
using domain::YearMonth;

bool is_working_day(Date day) { return static_cast<int>(day.weekday()) < 5 && !domain::is_holiday(day); }

bool present(const Addetto& addetto, YearMonth mese) {
  return (!addetto.assunto || *addetto.assunto <= mese.ultimo()) && (!addetto.uscito || *addetto.uscito >= mese.primo());
}

Mese month_of(const Azienda& azienda, const Addetto& addetto, std::size_t posto, YearMonth mese) {
  Mese out;
  out.mese = mese;
  const std::int64_t daily = own_week(azienda, addetto) / 5;
  for (Date day = mese.primo(); day <= mese.ultimo(); day = day + 1) {
    if (!addetto.in_forza(day) || !is_working_day(day)) continue;
    out.lavorabili += daily;
    for (const Cassa& cassa : azienda.casse) {
      if (cassa.stato == domain::StatoAutorizzazione::respinta || cassa.stato == domain::StatoAutorizzazione::annullata) continue;
      const std::int64_t hours = hours_in_cassa(azienda, cassa, addetto, posto, day);
      if (hours == 0 || out.cassa.count(day) != 0) continue;
      out.cassa[day] = {hours, &cassa};
      out.in_cassa += hours;
    }
  }
  return out;
}

std::int64_t headcount(const Azienda& azienda, YearMonth mese) {
  std::int64_t sum = 0;
  for (const Addetto& addetto : azienda.addetti) sum += addetto.in_forza(mese.ultimo()) ? addetto.part_time_centesimi : 0;
  return sum / 100;
}

}  // namespace omnia::demo
