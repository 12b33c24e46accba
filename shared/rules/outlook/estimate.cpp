// The estimate of a plan of weeks: benefit to the workers and contributo addizionale.
#include <algorithm>

#include "shared/rules/counters/contribution.hpp"
#include "shared/rules/outlook/outlook.hpp"

namespace omnia::rules::outlook {
namespace {

using domain::YearMonth;

const domain::UnitaProduttiva* chosen(const Domanda& d) {
  const auto& number = d.draft.unita_produttiva.progressivo;
  if (!number) return nullptr;
  for (const auto& unit : d.registry.unita_produttive) {
    if (unit.progressivo == number->n) return &unit;
  }
  return nullptr;
}

// The rate of each month of the plan: it can change from one month to the next.
void add_rates(const Domanda& d, amounts::Piano& piano, Preventivo& out) {
  const auto& unit = d.draft.unita_produttiva.progressivo;
  if (!unit || piano.settimane.empty()) return;
  const auto* causale = d.norms.causale(d.draft.causale.id);
  const std::string benefit = d.draft.prestazione == "FIS" ? "FIS" : "CIGO";
  const domain::Date first = piano.settimane.front().lunedi;
  const YearMonth last = YearMonth::of(piano.settimane.back().lunedi + 6);
  for (YearMonth month = YearMonth::of(first); month <= last; month = month.add(1)) {
    const counters::RichiestaAliquota question{unit->n, benefit, causale != nullptr && causale->eone, month, first, false};
    const auto rate = counters::contribution_rate(d.registry, question, d.norms);
    if (!rate.calcolabile) return piano.aliquote.clear();
    piano.aliquote.emplace_back(month, rate.percento_centesimi);
    if (month == YearMonth::of(first)) {
      out.aliquota = counters::percent_text(rate.percento_centesimi);
      out.testo_aliquota = rate.testo;
      out.citazione_aliquota = rate.citazione;
      out.lettura_aliquota = rate.lettura;
    }
  }
}

}  // namespace

amounts::Piano plan(const Domanda& d, std::int64_t pay) {
  amounts::Piano piano;
  for (const auto& s : d.draft.periodo.settimane) {
    if (s.ore && s.lavoratori && s.lavoratori->n > 0) piano.settimane.push_back({s.lunedi, s.lavoratori->n, s.ore->centesimi});
  }
  const auto* causale = d.norms.causale(d.draft.causale.id);
  const auto* unit = chosen(d);
  const bool building = d.settore == routing::Settore::edilizia || d.settore == routing::Settore::lapidei;
  const domain::Date day = d.draft.periodo.data_inizio_effettivo ? *d.draft.periodo.data_inizio_effettivo
                           : d.draft.periodo.dal                 ? d.draft.periodo.dal->lunedi()
                                                                 : d.oggi;
  piano.retribuzione_oraria_cent = pay;
  piano.ore_settimanali_centesimi = d.norms.integer("plan.weekly_hours", day) * 100;
  piano.giorni_settimana = unit == nullptr ? 5 : unit->giorni_settimana;
  piano.edile_meteo = building && causale != nullptr && causale->meteo;
  return piano;
}

std::optional<Preventivo> estimate(const Domanda& d, std::int64_t pay) {
  Preventivo out;
  out.al_massimo = pay <= 0;
  amounts::Piano piano = plan(d, out.al_massimo ? kCeilingPay : pay);
  if (piano.settimane.empty()) return std::nullopt;
  add_rates(d, piano, out);
  out.stima = amounts::estimate(piano, d.norms);
  return out;
}

}  // namespace omnia::rules::outlook
