// The indicators and the union consultation of a draft, from its fields and the registry.
#include <algorithm>

#include "shared/rules/alerts/context.hpp"

namespace omnia::rules::alerts {
namespace {

using domain::Date;
using domain::StatoAutorizzazione;

// Weeks of the suspension with those before that follow one another without a break in the same UP.
int continuous_weeks(const Context& c) {
  auto weeks = static_cast<int>(c.settimane);
  if (!c.periodo_ragionevole || c.up == nullptr) return weeks;
  Date start = c.periodo->dal;
  const auto before = [&](std::int64_t up, const domain::Period& p) { return up == c.up->progressivo && p.al + 1 == start; };
  for (bool found = true; found && weeks <= kMostWeeks;) {
    found = false;
    for (const auto& a : c.registry.autorizzazioni) {
      const bool alive = a.stato == StatoAutorizzazione::autorizzata || a.stato == StatoAutorizzazione::in_istruttoria;
      if (!alive || a.prestazione != "CIGO" || !before(a.unita_produttiva, a.periodo)) continue;
      start = a.periodo.dal;
      weeks += a.periodo.giorni() / 7;
      found = true;
    }
    for (const auto& d : c.registry.domande) {
      if (d.id == c.draft.id || !before(d.unita_produttiva, d.periodo)) continue;
      start = d.periodo.dal;
      weeks += d.periodo.giorni() / 7;
      found = true;
    }
  }
  return weeks;
}

// Hours a week of the worker most suspended and of the average one, in the worst week. The plan has no hours by worker: who
// is at zero hours loses the whole contractual time.
void worst_week(const Context& c, union_consultation::Caso& caso) {
  const std::int64_t full = c.norma("plan.weekly_hours") * 100;
  for (const auto& week : c.draft.periodo.settimane) {
    if (!week.ore || !week.lavoratori || week.lavoratori->n == 0) continue;
    const std::int64_t average = week.ore->centesimi / week.lavoratori->n;
    const bool at_zero = week.zero_ore && week.zero_ore->n > 0;
    caso.ore_medie_settimana_centesimi = std::max(caso.ore_medie_settimana_centesimi, average);
    caso.ore_massime_settimana_centesimi = std::max({caso.ore_massime_settimana_centesimi, average, at_zero ? full : 0});
  }
}

}  // namespace

union_consultation::Caso consultation_case(const Context& c) {
  const auto& s = c.draft.consultazione;
  union_consultation::Caso caso;
  caso.settore = c.settore;
  caso.eone = c.eone;
  caso.proroga = c.draft.periodo.tipo == domain::TipoRichiesta::proroga;
  caso.settimane_continuative = caso.proroga ? continuous_weeks(c) : static_cast<int>(c.settimane);
  if (c.draft.azienda.dipendenti_medi) caso.dipendenti_centesimi = c.draft.azienda.dipendenti_medi->centesimi;
  worst_week(c, caso);
  caso.inizio = c.inizio;
  caso.comunicazione = s.data_comunicazione.value;
  if (s.esame_richiesto) caso.richiesta_esame = s.esame_richiesto_il.value;
  if (!s.esito.empty()) caso.verbale = s.esame_data.value;
  return caso;
}

void work_out_duties(Context& c) {
  if (c.causale == nullptr) return;
  c.consultazione = union_consultation::evaluate(consultation_case(c), c.giorno(), c.norms);
  const auto& periods = c.draft.indicatori.periodi;
  const bool typed = std::any_of(periods.begin(), periods.end(), [](const auto& row) { return !indicators::empty(row); });
  if (c.causale->indicatori && typed) c.indicatori = indicators::evaluate(c.draft.indicatori, c.oggi, c.norms);
}

}  // namespace omnia::rules::alerts
