// The plan of the weeks, shown in section Periodo: workers, hours and event days of each Monday week.
#include <algorithm>
#include <functional>

#include "shared/rules/alerts/sections.hpp"

namespace omnia::rules::alerts {
namespace {

using domain::Date;
using domain::SettimanaPiano;

// Made only for an alert: most rows have none.
std::string row(std::size_t index, std::string_view field) {
  return "periodo.settimane[" + std::to_string(index) + "]." + std::string(field);
}

// The most hours that n workers can be asked for in a week: the n longest contractual times. Those of the beneficiaries, or
// of the whole UP while the list is empty; the ordinary week for people the registry does not know.
class Capacity {
 public:
  explicit Capacity(const Context& c) : ordinary_(c.norma("plan.weekly_hours") * 100) {
    std::vector<std::int64_t> hours;
    if (c.draft.lavoratori.beneficiari.empty()) {
      for (const auto& key : c.organico.keys()) hours.push_back(hours_of(&c.registry.lavoratori[key.at]));
    } else {
      for (const auto* worker : c.in_registro) hours.push_back(hours_of(worker));
    }
    std::sort(hours.begin(), hours.end(), std::greater<>());
    sums_.push_back(0);
    for (const auto h : hours) sums_.push_back(sums_.back() + h);
  }
  [[nodiscard]] std::int64_t of(std::int64_t workers) const {
    const auto known = std::min(workers, static_cast<std::int64_t>(sums_.size()) - 1);
    return sums_[static_cast<std::size_t>(known)] + (workers - known) * ordinary_;
  }
  [[nodiscard]] std::int64_t ordinary() const { return ordinary_; }

 private:
  [[nodiscard]] std::int64_t hours_of(const domain::Lavoratore* worker) const {
    return worker == nullptr || worker->ore_settimanali_centesimi <= 0 ? ordinary_ : worker->ore_settimanali_centesimi;
  }
  std::int64_t ordinary_;
  std::vector<std::int64_t> sums_;
};

std::int64_t events_in(const Context& c, Date monday) {
  const auto& days = c.draft.periodo.giorni_evento;
  return std::upper_bound(days.begin(), days.end(), monday + 6) - std::lower_bound(days.begin(), days.end(), monday);
}

bool idle(const SettimanaPiano& s) {
  const bool no_workers = s.lavoratori.empty() || (s.lavoratori && s.lavoratori->n == 0);
  const bool no_hours = s.ore.empty() || (s.ore && s.ore->centesimi == 0);
  return no_workers && no_hours;
}

// Workers of the UP in that week: those of the registry in force, and those on the list that UniEmens does not show yet.
std::int64_t workforce(const Context& c, Date monday) {
  std::int64_t people = std::count(c.in_registro.begin(), c.in_registro.end(), nullptr);
  for (const auto& key : c.organico.keys()) {
    const auto& w = c.registry.lavoratori[key.at];
    const bool in = !w.assunzione || *w.assunzione <= monday + 6;
    const bool out = w.cessazione && *w.cessazione < monday;
    if (in && !out) ++people;
  }
  return people;
}

void people(const Context& c, Collector& out, const SettimanaPiano& s, std::size_t i) {
  if (s.zero_ore && s.lavoratori && s.zero_ore->n > s.lavoratori->n) {
    out.add("A-PIA-02", row(i, "zero_ore"), {{"lunedi", s.lunedi.italiano()}});
  }
  if (!s.lavoratori || c.organico.keys().empty()) return;
  const auto most = workforce(c, s.lunedi);
  if (s.lavoratori->n > most) {
    out.add("A-PIA-04", row(i, "lavoratori"), {{"lunedi", s.lunedi.italiano()}, {"organico", domain::format_integer(most)}});
  }
}

void hours(const Context& c, Collector& out, const Capacity& capacity, const SettimanaPiano& s, std::size_t i) {
  if (!s.lavoratori || !s.ore) return;
  const auto asked = s.ore->centesimi;
  const auto workers = s.lavoratori->n;
  const auto most = capacity.of(workers);
  if (asked > most) {
    out.add("A-PIA-03", row(i, "ore"),
            {{"lunedi", s.lunedi.italiano()},
             {"massimo", domain::format_hundredths(most)},
             {"lavoratori", domain::format_integer(workers)}});
  } else if (asked > workers * capacity.ordinary()) {
    out.add("A-PIA-06", row(i, "ore"), {{"lunedi", s.lunedi.italiano()}, {"ore", std::to_string(c.norma("plan.weekly_hours"))}});
  }
  const bool order = c.draft.causale.id == "ORDINE_AUTORITA";
  if (c.causale == nullptr || !(c.causale->meteo || order)) return;
  const std::int64_t week = c.up == nullptr ? 5 : c.up->giorni_settimana;
  const auto events = events_in(c, s.lunedi);
  if (events < week && asked * week > most * events && !c.draft.periodo.giorni_evento.empty()) {
    out.add("A-PIA-05", row(i, "ore"), {{"lunedi", s.lunedi.italiano()}});
  }
  const auto& band = c.draft.causale.ordinanza.ore_vietate;
  constexpr std::int64_t kWholeDay = 2400;  // what is typed beyond a day must not overflow the product
  if (order && band && asked > workers * std::min(band->centesimi, kWholeDay) * (events == 0 ? week : events)) {
    out.add("A-CAU-12", row(i, "ore"), {{"lunedi", s.lunedi.italiano()}});
  }
}

void rows(const Context& c, Collector& out) {
  const auto& weeks = c.draft.periodo.settimane;
  const Capacity capacity(c);
  const bool all_idle = std::all_of(weeks.begin(), weeks.end(), idle);
  if (all_idle) out.add("A-FRM-10", weeks.empty() ? "periodo.settimane" : row(0, "ore"));
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    const auto& s = weeks[i];
    if (s.lavoratori.invalid()) out.formal(s.lavoratori, row(i, "lavoratori"), "un numero di lavoratori");
    if (s.zero_ore.invalid()) out.formal(s.zero_ore, row(i, "zero_ore"), "un numero di lavoratori");
    if (s.ore.invalid()) out.formal(s.ore, row(i, "ore"), "un numero di ore");
    if (s.ore_impiegati.invalid()) out.formal(s.ore_impiegati, row(i, "ore_impiegati"), "un numero di ore");
    if (idle(s) && !all_idle) out.add("A-PIA-01", row(i, "lavoratori"), {{"lunedi", s.lunedi.italiano()}});
    people(c, out, s, i);
    hours(c, out, capacity, s, i);
  }
}

// One row per Monday of the period; while the dates are not whole weeks, only no row outside.
void shape(const Context& c, Collector& out) {
  const auto& p = c.draft.periodo;
  if (!c.periodo_ragionevole || p.settimane.empty()) return;
  const bool whole = *p.dal == c.periodo->dal && *p.al == c.periodo->al;
  const bool inside =
      std::all_of(p.settimane.begin(), p.settimane.end(), [&](const SettimanaPiano& s) { return c.periodo->contains(s.lunedi); });
  if (!inside || (whole && static_cast<std::int64_t>(p.settimane.size()) != c.settimane)) {
    out.add("A-FRM-03", "periodo.settimane", {{"dal", c.periodo->dal.italiano()}, {"al", c.periodo->al.italiano()}});
  }
}

void event_days(const Context& c, Collector& out) {
  std::vector<std::string> outside;
  std::vector<std::string> holidays;
  if (!c.eone) return;
  for (const Date day : c.draft.periodo.giorni_evento) {
    if (c.periodo && !c.periodo->contains(day)) outside.push_back(day.italiano());
    if (domain::is_holiday(day)) holidays.push_back(day.italiano());
  }
  const auto& hours_of_days = c.draft.periodo.ore_giorni;
  for (std::size_t i = 0; i < hours_of_days.size(); ++i) {
    if (!hours_of_days[i].ore.invalid()) continue;
    out.formal(hours_of_days[i].ore, "periodo.ore_giorni[" + std::to_string(i) + "].ore", "un numero di ore");
  }
  if (!outside.empty()) out.add("A-FRM-11", "periodo.giorni_evento", {{"giorni", join(outside)}});
  if (!holidays.empty()) out.add("A-PIA-07", "periodo.giorni_evento", {{"giorni", join(holidays)}});
}

}  // namespace

void piano(const Context& c, Collector& out) {
  shape(c, out);
  rows(c, out);
  event_days(c, out);
}

}  // namespace omnia::rules::alerts
