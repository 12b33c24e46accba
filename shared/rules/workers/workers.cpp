#include "shared/rules/workers/workers.hpp"

namespace omnia::rules::workers {

using domain::Date;

bool is_of(const domain::Beneficiario& b, const domain::Lavoratore* known, std::string_view qualifica) {
  return b.qualifica == qualifica || (known != nullptr && known->qualifica == qualifica);
}

bool home_workers_admitted(const norms::Norms& norms, Date giorno) { return norms.integer("workers.home.admitted", giorno) != 0; }

Seniority::Seniority(const domain::Posizione& posizione, const norms::Norms& norms, Date giorno, Date inviata, bool eone)
    : posizione_(posizione),
      inviata_(inviata),
      days_(norms.integer("workers.min_days", giorno)),
      exempt_(eone && norms.integer("workers.min_days.eone_exempt", giorno) != 0) {}

// First day in the UP that the registry proves. UniEmens shows the UP by month: a first month later than the hiring means a
// move from another UP, unless the flows of the position themselves begin there.
std::optional<Date> Seniority::first_day(const domain::Lavoratore& w) const {
  const auto& flows = posizione_.forza;
  const bool moved = !flows.empty() && flows.front().mese < w.primo_mese;
  if (w.assunzione && domain::YearMonth::of(*w.assunzione) >= w.primo_mese) return w.assunzione;
  if (moved) return w.primo_mese.primo();
  return w.assunzione;
}

bool Seniority::is_short(const domain::Beneficiario& b, const domain::Lavoratore& w) const {
  const auto first = first_day(w);
  return first && inviata_ - *first + 1 < days_ && !b.cambio_appalto;  // art. 1 c. 3: taken over with the contract
}

}  // namespace omnia::rules::workers
