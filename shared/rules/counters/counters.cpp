#include "shared/rules/counters/counters.hpp"

#include "shared/domain/quantity.hpp"
#include "shared/rules/counters/checks.hpp"

namespace omnia::rules::counters {

Contatori count(const domain::Registry& registry, const Richiesta& richiesta, routing::Settore settore,
                const norms::Norms& norms) {
  Contatori contatori;
  const Caso caso = open_case(registry, richiesta, settore, norms);
  // Before 24 September 2015 there was another law, and other limits.
  contatori.calcolati = caso.richiesta.settimane > 0 && norms.find("cigo.biennio.limit_weeks", caso.giorno) != nullptr;
  if (!contatori.calcolati) return contatori;
  const auto voci = entries(caso, Regola::art12);
  contatori.biennio = check_biennio(caso, voci);
  contatori.consecutive = check_consecutive(caso, voci);
  contatori.quinquennio = check_quinquennio(caso);
  contatori.terzo = check_terzo(caso);
  return contatori;
}

std::optional<domain::Date> first_fit(const domain::Registry& registry, const Richiesta& richiesta, routing::Settore settore,
                                      const norms::Norms& norms, domain::Date dal) {
  const Caso caso = open_case(registry, richiesta, settore, norms);
  if (caso.richiesta.settimane <= 0) return std::nullopt;
  return first_biennio_fit(caso, entries(caso, Regola::art12), dal);
}

std::string weeks_text(std::int64_t units) {
  std::string text = domain::format_hundredths(units * 100 / kUnitsPerWeek);
  while (text.back() == '0') text.pop_back();
  if (text.back() == ',') text.pop_back();
  return text;
}

}  // namespace omnia::rules::counters
