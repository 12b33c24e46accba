#include "shared/rules/review.hpp"

#include "shared/rules/alerts/sections.hpp"
#include "shared/rules/alerts/states.hpp"

namespace omnia::rules {
namespace {

void count(Review& review) {
  for (const Alert& alert : review.alerts) {
    auto& section = review.sezioni[alerts::section_of(alert.campo)];
    if (alert.gravita == norms::Gravita::errore) {
      ++review.errori;
      ++section.errori;
    } else if (alert.gravita == norms::Gravita::avviso) {
      ++review.avvisi;
      ++section.avvisi;
    }
  }
  review.inviabile = review.errori == 0;
}

}  // namespace

Review review(const domain::Draft& draft, const domain::Registry& registry, const norms::Norms& norms, domain::Date oggi) {
  auto facts = alerts::make_context(draft, registry, norms, oggi);
  alerts::Collector found(norms);
  alerts::all(facts, found);
  Review review;
  review.norme_versione = norms.versione();
  review.norme_impronta = norms.impronta();
  review.oggi = oggi;
  review.alerts = std::move(found).sorted();
  review.sezioni = alerts::states(facts);
  review.instradamento = std::move(facts.instradamento);
  review.scadenza = std::move(facts.scadenza);
  review.contatori = std::move(facts.contatori);
  review.liquidita = std::move(facts.liquidita);
  review.indicatori = std::move(facts.indicatori);
  review.consultazione = std::move(facts.consultazione);
  count(review);
  return review;
}

}  // namespace omnia::rules
