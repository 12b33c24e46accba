#include "shared/rules/amounts/plan.hpp"

#include <algorithm>

#include "shared/domain/quantity.hpp"

namespace omnia::rules::amounts {
namespace {

using domain::Date;
using domain::YearMonth;
using norms::Norms;

struct Quota {  // hours of the week that fall in one month
  YearMonth mese;
  std::int64_t ore = 0;
};

std::vector<Quota> shares(const SettimanaCosto& s, int days) {
  const YearMonth first = YearMonth::of(s.lunedi);
  const YearMonth last = YearMonth::of(s.lunedi + (days - 1));
  if (first == last) return {{first, s.ore_centesimi}};
  const std::int64_t before = last.primo() - s.lunedi;
  const std::int64_t hours = s.ore_centesimi * before / days;
  return {{first, hours}, {last, s.ore_centesimi - hours}};
}

std::int64_t rate_of(const Piano& piano, YearMonth mese) {
  std::int64_t rate = piano.aliquote.empty() ? 0 : piano.aliquote.front().second;
  for (const auto& [month, percent] : piano.aliquote) {
    if (month <= mese) rate = percent;
  }
  return rate;
}

void add(StimaSettimana& out, const Importo& importo, std::int64_t rate) {
  out.calcolabile = out.calcolabile && importo.calcolabile;
  out.retribuzione_persa_cent += importo.retribuzione_persa_cent;
  out.lordo_cent += importo.lordo_cent;
  out.netto_cent += importo.netto_cent;
  out.contributo_cent += contribution_cent(importo.retribuzione_persa_cent, rate);
  out.al_tetto = out.al_tetto || importo.al_tetto;
  if (!importo.calcolabile) out.testo = importo.testo;
}

StimaSettimana week(const Piano& piano, const SettimanaCosto& s, const Norms& norms) {
  StimaSettimana out;
  out.lunedi = s.lunedi;
  out.calcolabile = true;
  const int days = std::clamp(piano.giorni_settimana, 1, 7);
  for (const auto& quota : shares(s, days)) {
    Calcolo c;
    c.mese = quota.mese;
    c.retribuzione_oraria_cent = piano.retribuzione_oraria_cent;
    c.ore_cig_centesimi = quota.ore;
    c.edile_meteo = piano.edile_meteo;
    const auto month = workable_hours(quota.mese, days, piano.ore_settimanali_centesimi, norms);
    c.lavoratori = s.lavoratori;
    c.ore_lavorabili_centesimi = month.ore_centesimi;
    add(out, benefit(c, norms), rate_of(piano, quota.mese));
  }
  if (out.calcolabile) {
    out.testo = "Settimana dal " + s.lunedi.italiano() + ": ai lavoratori " + domain::Money{out.netto_cent}.italiano() +
                " netti, contributo addizionale " + domain::Money{out.contributo_cent}.italiano() + ".";
  }
  return out;
}

}  // namespace

Stima estimate(const Piano& piano, const Norms& norms) {
  Stima stima;
  stima.completa = !piano.settimane.empty();
  for (const auto& s : piano.settimane) {
    stima.settimane.push_back(week(piano, s, norms));
    const auto& last = stima.settimane.back();
    stima.completa = stima.completa && last.calcolabile;
    stima.retribuzione_persa_cent += last.retribuzione_persa_cent;
    stima.lordo_cent += last.lordo_cent;
    stima.netto_cent += last.netto_cent;
    stima.contributo_cent += last.contributo_cent;
  }
  stima.citazione = "Artt. 3 e 5 D.Lgs. 148/2015; art. 26 L. 41/1986";
  const std::string weeks = piano.settimane.size() == 1 ? "1 settimana" : std::to_string(piano.settimane.size()) + " settimane";
  stima.testo = "Stima per " + weeks + ": retribuzione persa " + domain::Money{stima.retribuzione_persa_cent}.italiano() +
                ", prestazione lorda " + domain::Money{stima.lordo_cent}.italiano() + " e netta " +
                domain::Money{stima.netto_cent}.italiano() + ", contributo addizionale " +
                domain::Money{stima.contributo_cent}.italiano() + ".";
  if (!stima.completa) stima.testo += " Mancano le settimane che non si possono stimare.";
  return stima;
}

}  // namespace omnia::rules::amounts
