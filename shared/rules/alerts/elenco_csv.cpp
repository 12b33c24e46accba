#include "shared/rules/alerts/elenco_csv.hpp"

#include "shared/rules/alerts/collector.hpp"

namespace omnia::rules::alerts {

std::optional<Alert> elenco_illeggibile(const csv::ElencoBeneficiari& elenco, const norms::Norms& norms) {
  if (!elenco.illeggibile) return std::nullopt;
  Collector out(norms);
  out.add("A-LAV-18", "lavoratori.beneficiari",
          {{"riga", std::to_string(elenco.illeggibile->riga)}, {"motivo", elenco.illeggibile->motivo}});
  return std::move(out).sorted().front();
}

}  // namespace omnia::rules::alerts
