#include "shared/rules/alerts/sections.hpp"

namespace omnia::rules::alerts {

void all(const Context& c, Collector& out) {
  for (const auto section : {azienda, unita_produttiva, causale, termini, periodo, piano, lavoratori, relazione, indicatori,
                             consultazione, pagamento, importi, invio, testi}) {
    section(c, out);
  }
}

}  // namespace omnia::rules::alerts
