// Random histories of one UP from a seed: the same on every machine.
#pragma once
#include <cstdint>
#include <vector>

#include "history.hpp"

namespace omnia::tests {

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : state_(seed * 2654435761u + 12345u) {}
  // 0 to n - 1.
  int roll(int n) {
    state_ = state_ * 1664525u + 1013904223u;
    return static_cast<int>((state_ >> 8) % static_cast<std::uint32_t>(n));
  }
  bool chance(int percent) { return roll(100) < percent; }

 private:
  std::uint32_t state_;
};

inline std::vector<domain::Date> random_days(Dice& dice, const domain::Period& periodo, int divisor) {
  std::vector<domain::Date> days;
  const int percent = 10 + dice.roll(90);
  for (domain::Date d = periodo.dal; d <= periodo.al; d = d + 1) {
    const bool works = static_cast<int>(d.weekday()) < divisor || dice.chance(1);
    if (works && dice.chance(percent)) days.push_back(d);
  }
  return days;
}

inline domain::Autorizzazione random_authorisation(Dice& dice, int n, int divisor) {
  static const char* const kKinds[] = {"CIGO_COVID", "CIGS_CRISI", "CIGS_CDS", "CIGS_RIORGANIZZAZIONE", "FIS", "CIGS_22TER"};
  const domain::Date start = day("2022-01-03") + 7 * dice.roll(5 * 52);
  const int weeks = dice.chance(15) ? 30 + dice.roll(40) : 1 + dice.roll(14);
  domain::Autorizzazione a = cigo("A" + std::to_string(n), {start, start + 7 * weeks - 1});
  // Now and then a period that does not follow the weeks.
  if (dice.chance(20)) a.periodo = {a.periodo.dal + dice.roll(7), a.periodo.al + dice.roll(7)};
  if (dice.chance(20)) {
    a.prestazione = kKinds[dice.roll(6)];
  } else if (dice.chance(30)) {
    a.eone = true;
    a.causale = "METEO_EDIL";
  }
  // Now and then the unit had another week then.
  if (dice.chance(25)) divisor = a.giorni_settimana = 5 + dice.roll(3);
  if (dice.chance(35)) a = declared(a, random_days(dice, a.periodo, divisor));
  const int state = dice.roll(20);
  if (state == 0) a.stato = domain::StatoAutorizzazione::respinta;
  if (state == 1) a.stato = domain::StatoAutorizzazione::annullata;
  if (state == 2) a.stato = domain::StatoAutorizzazione::in_istruttoria;
  if (dice.chance(5)) a.unita_produttiva = 1;
  return a;
}

struct Scenario {
  domain::Registry registro;
  rules::counters::Richiesta richiesta;
  rules::routing::Settore settore = rules::routing::Settore::industria;
  int divisore = 5;
};

inline Scenario scenario(std::uint32_t seed) {
  using rules::routing::Settore;
  static const Settore kSectors[] = {Settore::industria, Settore::edilizia, Settore::lapidei, Settore::altro};
  Dice dice(seed);
  Scenario s;
  s.divisore = 5 + dice.roll(3);
  s.settore = kSectors[dice.roll(4)];
  std::vector<domain::Autorizzazione> all;
  const int n = 4 + dice.roll(20);
  all.reserve(static_cast<std::size_t>(n));
  for (int i = 0; i < n; ++i) all.push_back(random_authorisation(dice, i, s.divisore));
  s.registro = registry(std::move(all), s.divisore);
  s.richiesta = {0, day("2025-01-06") + 7 * dice.roll(2 * 52), 1 + dice.roll(16), dice.chance(25), 0};
  return s;
}

}  // namespace omnia::tests
