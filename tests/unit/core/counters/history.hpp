// Short words to write the history of one UP in the tests of the counters.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/rules/counters/counters.hpp"

namespace omnia::tests {

inline domain::Date day(std::string_view iso) { return domain::Date::parse(iso).value(); }

// `weeks` Monday weeks from a day on.
inline domain::Period weeks_from(std::string_view iso, int weeks) { return {day(iso), day(iso) + 7 * weeks - 1}; }

inline domain::Autorizzazione cigo(std::string numero, domain::Period periodo) {
  domain::Autorizzazione a;
  a.numero = std::move(numero);
  a.prestazione = "CIGO";
  a.causale = "MANC_LAVORO";
  a.periodo = periodo;
  return a;
}

inline domain::Autorizzazione eone(std::string numero, domain::Period periodo) {
  auto a = cigo(std::move(numero), periodo);
  a.causale = "METEO_EDIL";
  a.eone = true;
  return a;
}

inline domain::Autorizzazione of_kind(std::string prestazione, domain::Period periodo) {
  auto a = cigo("S1", periodo);
  a.prestazione = std::move(prestazione);
  a.causale.clear();
  return a;
}

// The first `n` days of the period that fall on one of the first `per_week` days of the week.
inline std::vector<domain::Date> first_days(const domain::Period& periodo, int n, int per_week) {
  std::vector<domain::Date> days;
  for (domain::Date d = periodo.dal; d <= periodo.al && static_cast<int>(days.size()) < n; d = d + 1) {
    if (static_cast<int>(d.weekday()) < per_week) days.push_back(d);
  }
  return days;
}

inline domain::Autorizzazione declared(domain::Autorizzazione a, std::vector<domain::Date> giorni) {
  a.fruito_dichiarato = true;
  a.giorni_fruiti = std::move(giorni);
  return a;
}

inline domain::Registry registry(std::vector<domain::Autorizzazione> autorizzazioni, int divisor = 5) {
  domain::Registry r;
  r.aggiornato_al = day("2030-12-31");
  domain::UnitaProduttiva up;
  up.giorni_settimana = divisor;
  r.unita_produttive.push_back(up);
  r.autorizzazioni = std::move(autorizzazioni);
  return r;
}

inline rules::counters::Richiesta ask(std::string_view iso, int weeks, bool is_eone = false) {
  return {0, day(iso), weeks, is_eone, 0};
}

inline rules::counters::Contatori count(const domain::Registry& r, const rules::counters::Richiesta& richiesta,
                                        rules::routing::Settore settore = rules::routing::Settore::industria) {
  return rules::counters::count(r, richiesta, settore, norms::Norms::builtin());
}

inline std::string span(const domain::Period& p) { return p.dal.iso() + ".." + p.al.iso(); }

}  // namespace omnia::tests
