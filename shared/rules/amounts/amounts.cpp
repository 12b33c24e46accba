#include "shared/rules/amounts/amounts.hpp"

#include <algorithm>

#include "shared/domain/quantity.hpp"

namespace omnia::rules::amounts {
namespace {

using domain::Date;
using norms::Norms;

constexpr std::int64_t kWhole = 10000;  // 100 % in hundredths of a percent
// Above these there is a typing mistake, and below them no product overflows.
constexpr std::int64_t kMostPay = 100000;  // 1,000 euro an hour
constexpr std::int64_t kMostWorkers = 100000;

// a x b / d to the nearest integer, half up; none negative.
std::int64_t rounded(std::int64_t a, std::int64_t b, std::int64_t d) { return (a * b + d / 2) / d; }

bool plausible(const Calcolo& c) {
  return c.retribuzione_oraria_cent >= 0 && c.retribuzione_oraria_cent <= kMostPay && c.ore_cig_centesimi >= 0 &&
         c.lavoratori > 0 && c.lavoratori <= kMostWorkers && c.ore_lavorabili_centesimi > 0 &&
         c.ore_lavorabili_centesimi <= 100000 && c.ore_cig_centesimi <= c.ore_lavorabili_centesimi * c.lavoratori &&
         c.part_time_centesimi > 0 && c.part_time_centesimi <= kWhole;
}

// The ceiling for the hours of CIG: whole months first, so that nothing overflows.
std::int64_t part_of(std::int64_t cap, const Calcolo& c) {
  const std::int64_t months = c.ore_cig_centesimi / c.ore_lavorabili_centesimi;
  const std::int64_t hours = c.ore_cig_centesimi % c.ore_lavorabili_centesimi;
  const std::int64_t scale = c.ore_lavorabili_centesimi * kWhole;
  const std::int64_t own = cap * c.part_time_centesimi;  // hundredths of a percent of a cent
  return own / kWhole * months + (own % kWhole * months * c.ore_lavorabili_centesimi + own * hours + scale / 2) / scale;
}

std::string euro(std::int64_t cent) { return domain::Money{cent}.italiano(); }

}  // namespace

std::optional<Massimale> ceiling(Date giorno, bool edile_meteo, const Norms& norms) {
  const std::string suffix = edile_meteo ? ".edile_meteo" : "";
  const auto* gross = norms.find("massimale.lordo" + suffix, giorno);
  const auto* net = norms.find("massimale.netto" + suffix, giorno);
  if (gross == nullptr || net == nullptr) return std::nullopt;
  return Massimale{gross->intero, net->intero, giorno.anno(), edile_meteo, gross->citazione};
}

OreLavorabili workable_hours(domain::YearMonth mese, int giorni_settimana, std::int64_t ore_settimanali_centesimi,
                             const Norms& norms) {
  OreLavorabili out;
  const int week = std::clamp(giorni_settimana, 1, 7);
  for (Date d = mese.primo(); d <= mese.ultimo(); d = d + 1) {
    if (static_cast<int>(d.weekday()) >= week) continue;
    ++out.giorni;
    if (domain::is_holiday(d)) ++out.festivi;
  }
  const bool excluded = norms.choice("treatment.workable_holidays", mese.primo()) == "excluded";
  const int counted = out.giorni - (excluded ? out.festivi : 0);
  out.ore_centesimi = rounded(ore_settimanali_centesimi, counted, week);
  out.testo = "In " + mese.italiano() + " ci sono " + std::to_string(out.giorni) + " giorni lavorativi, di cui " +
              std::to_string(out.festivi) + " festivi " + (excluded ? "esclusi" : "compresi") + ": " +
              domain::format_hundredths(out.ore_centesimi) + " ore lavorabili.";
  out.lettura = out.festivi > 0;
  return out;
}

Importo benefit(const Calcolo& calcolo, const Norms& norms) {
  Importo out;
  const Date giorno = calcolo.mese.primo();
  const auto cap = ceiling(giorno, calcolo.edile_meteo, norms);
  const auto* rate = norms.find("treatment.rate", giorno);
  const auto* reduction = norms.find("treatment.reduction", giorno);
  if (!cap || rate == nullptr || reduction == nullptr) {
    out.testo =
        "Il massimale del " + std::to_string(calcolo.mese.anno) + " non è nella tabella delle norme: l’importo non si stima.";
    return out;
  }
  if (!plausible(calcolo)) {
    out.testo = "L’importo non si stima: controlla retribuzione oraria, ore di CIG e ore lavorabili del mese.";
    return out;
  }
  out.calcolabile = true;
  out.retribuzione_persa_cent = rounded(calcolo.retribuzione_oraria_cent, calcolo.ore_cig_centesimi, 100);
  out.ottanta_cent = rounded(calcolo.retribuzione_oraria_cent * calcolo.ore_cig_centesimi, rate->intero, 100 * kWhole);
  out.tetto_cent = part_of(cap->lordo_cent, calcolo);
  out.al_tetto = out.ottanta_cent > out.tetto_cent;
  out.lordo_cent = std::min(out.ottanta_cent, out.tetto_cent);
  // At the ceiling the net figure too is the published one, in proportion.
  out.netto_cent =
      out.al_tetto ? part_of(cap->netto_cent, calcolo) : out.lordo_cent - rounded(out.lordo_cent, reduction->intero, kWhole);
  out.riduzione_cent = out.lordo_cent - out.netto_cent;
  out.citazione = rate->citazione + "; " + cap->citazione + "; " + reduction->citazione;
  if (calcolo.edile_meteo) {
    const auto* increase = norms.find("treatment.building_weather_increase", giorno);
    if (increase != nullptr) out.citazione += "; " + increase->citazione;
  }
  out.testo = "Per " + domain::format_hundredths(calcolo.ore_cig_centesimi) + " ore spettano " + euro(out.lordo_cent) +
              " lordi, " + euro(out.netto_cent) + " dopo la riduzione: " +
              (out.al_tetto ? "si applica il massimale." : "è l’80% della retribuzione persa, entro il massimale.");
  out.calcolo =
      "80% di " + euro(out.retribuzione_persa_cent) + " = " + euro(out.ottanta_cent) + "; massimale " + euro(cap->lordo_cent) +
      " × " + domain::format_hundredths(calcolo.ore_cig_centesimi) + " / " +
      domain::format_hundredths(calcolo.ore_lavorabili_centesimi) +
      (calcolo.part_time_centesimi == kWhole ? "" : " × " + domain::format_hundredths(calcolo.part_time_centesimi) + "%") +
      " = " + euro(out.tetto_cent);
  return out;
}

std::int64_t contribution_cent(std::int64_t retribuzione_persa_cent, std::int64_t percento_centesimi) {
  return rounded(retribuzione_persa_cent, percento_centesimi, kWhole);
}

}  // namespace omnia::rules::amounts
