// Terms for filing, shown in section Periodo: 15 days, end of the following month for EONE, what a late filing loses
// (D.Lgs. 148/2015 art. 15). A draft that asks for the FIS has the terms of art. 30 c. 2 instead.
#include <algorithm>

#include "shared/rules/alerts/sections.hpp"
#include "shared/rules/deadlines/terms.hpp"

namespace omnia::rules::alerts {
namespace {

using domain::Date;
using domain::YearMonth;

bool asks_fis(const Context& c) { return c.draft.prestazione == "FIS"; }

void real_start(const Context& c, Collector& out) {
  const auto& p = c.draft.periodo;
  if (p.data_inizio_effettivo.empty()) out.add("A-TER-01", "periodo.data_inizio_effettivo");
  out.formal(p.data_inizio_effettivo, "periodo.data_inizio_effettivo", "una data valida");
  if (p.data_inizio_effettivo && p.dal) {
    const Date monday = p.dal->lunedi();
    if (*p.data_inizio_effettivo < monday || *p.data_inizio_effettivo > monday + 6) {
      out.add("A-TER-02", "periodo.data_inizio_effettivo", {{"dal", monday.italiano()}, {"al", (monday + 6).italiano()}});
    }
  }
  if (!asks_fis(c) && c.inizio && *c.inizio > c.oggi + static_cast<int>(c.norma("deadlines.cigo.max_days_before"))) {
    out.add("A-TER-12", "periodo.data_inizio_effettivo", {{"data", c.inizio->italiano()}});
  }
}

std::string how_long(int days) {
  if (days == 0) return "Manca meno di un giorno";
  if (days == 1) return "Manca 1 giorno";
  return "Mancano " + std::to_string(days) + " giorni";
}

void ordinary(const Context& c, Collector& out) {
  const auto& s = *c.scadenza;
  const std::string campo = "periodo.data_inizio_effettivo";
  if (s.spostata) out.add("A-TER-11", campo, {{"prima", s.senza_proroga.italiano()}, {"data", s.data.italiano()}});
  if (s.tardiva) {
    if (s.primo_giorno_autorizzabile) {
      out.add("A-TER-05", campo, {{"data", s.primo_giorno_autorizzabile->italiano()}}, {.lettura = s.lettura});
    }
  } else if (s.giorni_rimasti <= c.norma("deadlines.warning_days_left")) {
    out.add("A-TER-03", campo, {{"quanto", how_long(s.giorni_rimasti)}, {"data", s.data.italiano()}});
  } else {
    const auto days = std::to_string(c.norma("deadlines.ordinary_days"));
    out.add("A-TER-04", campo, {{"data", s.data.italiano()}, {"giorni", days}});
  }
}

// Months of the events whose own term has passed, when others are still in time: the office refuses the former alone, but
// only if they were asked apart (msg. INPS 4275/2017).
void months_apart(const Context& c, Collector& out) {
  const bool rolls = c.norms.choice("deadlines.eone.rolls", c.giorno()) == "yes";
  std::vector<std::string> late;
  bool in_time = false;
  for (const Date event : c.draft.periodo.giorni_evento) {
    if (deadlines::eone(event, rolls, c.norms) >= c.oggi) {
      in_time = true;
      continue;
    }
    const std::string month = YearMonth::of(event).italiano();
    if (late.empty() || late.back() != month) late.push_back(month);
  }
  if (in_time && !late.empty()) out.add("A-TER-09", "periodo.giorni_evento", {{"mese", join(late)}});
}

// msg. INPS 4824/2016: every week of one application holds at least one event.
void weeks_without_events(const Context& c, Collector& out) {
  if (!c.periodo_ragionevole || c.norma("deadlines.eone.single_application") == 0) return;
  const auto& days = c.draft.periodo.giorni_evento;
  std::vector<std::string> idle;
  for (const Date monday : mondays(*c.periodo)) {
    const auto event = std::lower_bound(days.begin(), days.end(), monday);
    if (event == days.end() || *event > monday + 6) idle.push_back(monday.italiano());
  }
  if (idle.empty()) return;
  const bool one = idle.size() == 1;
  out.add("A-TER-10", "periodo.giorni_evento",
          {{"settimane",
            one ? "La settimana del " + idle[0] + " non contiene" : "Le settimane del " + join(idle) + " non contengono"}});
}

void eone(const Context& c, Collector& out) {
  const auto& s = *c.scadenza;
  if (s.tardiva && s.primo_giorno_autorizzabile) {
    out.add("A-TER-07", "periodo.giorni_evento",
            {{"scadenza", s.data.italiano()}, {"data", s.primo_giorno_autorizzabile->italiano()}}, {.lettura = s.lettura});
  }
  if (s.prudenziale && !s.tardiva) out.add("A-TER-08", "periodo.giorni_evento", {{"data", s.prudenziale->italiano()}});
  months_apart(c, out);
  weeks_without_events(c, out);
}

// Art. 15 c. 3 and 4. How the lost days are counted is a reading, so the error comes only when nothing is left under the
// most favourable one, the Monday of the week before the filing.
void late(const Context& c, Collector& out) {
  if (!c.tardiva()) return;
  out.add("A-TER-13", "periodo.data_inizio_effettivo");
  const Date favourable = std::max(*c.inizio, c.oggi.lunedi() - static_cast<int>(c.norms.integer("deadlines.late_days", c.oggi)));
  const Date first = std::min(c.scadenza->primo_giorno_autorizzabile.value_or(favourable), favourable);
  if (c.periodo && c.periodo->al < first) out.add("A-TER-06", "periodo.al", {{"data", first.italiano()}});
}

// From 30 days before the start to 15 after it (art. 30 c. 2); an unavoidable event has the term of the CIGO.
void fis(const Context& c, Collector& out) {
  const auto t = deadlines::ais(*c.inizio, c.draft.periodo.giorni_evento, c.eone, c.oggi, c.norms);
  const std::string campo = "periodo.data_inizio_effettivo";
  if (t.troppo_presto && !c.eone) {
    const auto days = std::to_string(c.norms.integer("deadlines.fis.max_days_before", *c.inizio));
    out.add("A-TER-14", campo, {{"giorni", days}, {"inizio", c.inizio->italiano()}, {"data", t.primo_giorno.italiano()}});
  }
  if (t.termine.scaduto && t.primo_giorno_autorizzabile) {
    out.add("A-TER-15", campo, {{"scadenza", t.termine.data.italiano()}, {"data", t.primo_giorno_autorizzabile->italiano()}},
            {.lettura = t.termine.lettura});
  }
}

}  // namespace

void termini(const Context& c, Collector& out) {
  real_start(c, out);
  if (!c.scadenza) return;
  if (asks_fis(c)) return fis(c, out);
  if (c.eone) {
    eone(c, out);
  } else {
    ordinary(c, out);
  }
  late(c, out);
}

}  // namespace omnia::rules::alerts
