// The counters again, slow and plain: day by day, week by week, with no ledger, no union by bits and no sliding sum. Only
// T2, T3 and T5 with the default readings of the norms.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "random_history.hpp"

namespace omnia::tests {

class Slow {
 public:
  explicit Slow(const Scenario& s) : s_(s) {}

  // Units of the week for art. 12, the request left out.
  std::int64_t week(domain::Date monday) {
    const auto known = weeks_.find(monday.days());
    if (known != weeks_.end()) return known->second;
    return weeks_[monday.days()] = measure(monday, true);
  }
  std::int64_t biennio_used(domain::Date last_monday) {
    std::int64_t sum = 0;
    for (int i = 0; i < 104; ++i) sum += week(last_monday - 7 * i);
    return sum;
  }
  // Leading weeks that fit from `start` on.
  int biennio_admitted(domain::Date start) {
    Slow granted(*this);
    for (int k = 0; k < s_.richiesta.settimane; ++k) {
      const domain::Date monday = start + 7 * k;
      if (exempt(monday) || granted.week(monday) == 630) continue;
      granted.weeks_[monday.days()] = 630;
      for (int later = 0; later < 104; ++later) {
        if (granted.biennio_used(monday + 7 * later) > 52 * 630) return k;
      }
    }
    return s_.richiesta.settimane;
  }
  std::optional<domain::Date> biennio_first(domain::Date start) {
    for (int k = 0; k < 209; ++k) {
      if (biennio_admitted(start + 7 * k) == s_.richiesta.settimane) return start + 7 * k;
    }
    return std::nullopt;
  }

  int consecutive_admitted() {
    Slow granted(*this);
    for (int k = 0; k < s_.richiesta.settimane; ++k) {
      const domain::Date monday = s_.richiesta.primo_lunedi + 7 * k;
      if (exempt(monday) || granted.week(monday) > 0) continue;
      granted.weeks_[monday.days()] = 630;
      if (!granted.run_is_legal(monday)) return k;
    }
    return s_.richiesta.settimane;
  }

  std::int64_t quinquennio_used(domain::Date last) {
    const domain::Date first = (last + 1).add_months(-60);
    std::int64_t units = 0;
    for (domain::Date monday = first.lunedi(); monday <= last; monday = monday + 7) {
      units += granted5_.count(monday.days()) != 0 ? 630 : measure(monday, false);
    }
    const std::int64_t solidarity = months(first, last, true);
    const std::int64_t half =
        s_.settore == rules::routing::Settore::edilizia ? 0 : std::min<std::int64_t>(solidarity, 24 * 2730) / 2;
    return units + months(first, last, false) + solidarity - half;
  }
  int quinquennio_admitted() {
    Slow granted(*this);
    const std::int64_t limit = (builder() ? 30 : 24) * 2730;
    for (int k = 0; k < s_.richiesta.settimane; ++k) {
      const domain::Date monday = s_.richiesta.primo_lunedi + 7 * k;
      if (measure(monday, false) == 630) continue;
      granted.granted5_[monday.days()] = true;
      if (granted.quinquennio_used(monday + 6) > limit) return k;
    }
    return s_.richiesta.settimane;
  }

  bool exempt(domain::Date monday) const {
    if (!s_.richiesta.eone) return false;
    if (!builder()) return true;
    for (int i = 0; i < 7; ++i) {
      if (!climate(monday + i)) return false;
    }
    return true;
  }

 private:
  bool builder() const {
    return s_.settore == rules::routing::Settore::edilizia || s_.settore == rules::routing::Settore::lapidei;
  }
  static bool climate(domain::Date d) { return d.anno() >= 2023 && d.anno() <= 2026 && d.mese() >= 7; }

  bool considered(const domain::Autorizzazione& a) const {
    return a.unita_produttiva == 0 && a.stato == domain::StatoAutorizzazione::autorizzata;
  }
  // Does the entry count on that day for art. 12 (or for art. 4)?
  bool counts(const domain::Autorizzazione& a, domain::Date d, bool art12) const {
    if (!considered(a) || !a.periodo.contains(d)) return false;
    if (!art12) return a.prestazione == "CIGO" || a.prestazione == "FIS";
    if (a.prestazione != "CIGO") return false;
    return !a.eone || (builder() && !climate(d));
  }
  std::int64_t measure(domain::Date monday, bool art12) const {
    std::int64_t units = 0;
    for (int i = 0; i < 7; ++i) {
      std::int64_t worth = 0;  // of the day: the most that one of its authorisations makes it
      for (const auto& a : s_.registro.autorizzazioni) {
        if (!counts(a, monday + i, art12)) continue;
        if (!a.fruito_dichiarato) return 630;
        const std::int64_t day = 630 / (a.giorni_settimana == 0 ? s_.divisore : a.giorni_settimana);
        for (const auto d : a.giorni_fruiti) worth = d == monday + i ? std::max(worth, day) : worth;
      }
      units += worth;
    }
    return std::min<std::int64_t>(630, units);
  }

  bool stopped(domain::Date monday) const {
    for (const auto& a : s_.registro.autorizzazioni) {
      if (!considered(a) || a.prestazione.substr(0, 4) != "CIGS" || a.prestazione == "CIGS_CDS") continue;
      if (a.periodo.overlaps({monday, monday + 6})) return true;
    }
    return false;
  }
  bool run_is_legal(domain::Date monday) {
    int length = 1;
    domain::Date first = monday;
    while (week(first - 7) > 0) first = first - 7, ++length;
    for (domain::Date d = monday + 7; week(d) > 0; d = d + 7) ++length;
    if (length > 52) return false;
    int activity = 0;
    int run = 0;
    for (domain::Date d = first - 7; d > first - 7 * 310; d = d - 7) {
      run = week(d) > 0 ? run + 1 : 0;
      if (run == 52) return activity >= 52;
      if (week(d) == 0 && !stopped(d) && run == 0) ++activity;
    }
    return true;
  }

  // Whether a day is under CIGS in full, or only under solidarity.
  bool cigs(domain::Date d, bool solidarity) const {
    bool full = false;
    bool cds = false;
    for (const auto& a : s_.registro.autorizzazioni) {
      if (!considered(a) || !a.periodo.contains(d)) continue;
      full = full || a.prestazione == "CIGS_CRISI" || a.prestazione == "CIGS_RIORGANIZZAZIONE";
      cds = cds || a.prestazione == "CIGS_CDS";
    }
    return solidarity ? cds && !full : full;
  }
  std::int64_t months(domain::Date first, domain::Date last, bool solidarity) const {
    std::int64_t units = 0;
    for (domain::Date d = first; d <= last; d = d + 1) {
      if (!cigs(d, solidarity)) continue;
      const domain::Date start = d;
      int whole = 0;
      int left = 0;
      for (; d <= last && cigs(d, solidarity); d = d + 1) {
        ++left;
        if (d + 1 == start.add_months(whole + 1)) ++whole, left = 0;
      }
      units += whole * 2730 + left * 91;
    }
    return units;
  }

  Scenario s_;
  std::map<std::int32_t, std::int64_t> weeks_;
  std::map<std::int32_t, bool> granted5_;
};

}  // namespace omnia::tests
