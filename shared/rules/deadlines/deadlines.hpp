// Terms for filing: 15 days (art. 15 c. 2 D.Lgs. 148/2015), end of the following month for EONE, effects of a late filing.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "shared/domain/date.hpp"
#include "shared/norms/norms.hpp"

namespace omnia::rules::deadlines {

struct Scadenza {
  domain::Date data;                        // last useful day
  domain::Date senza_proroga;               // the term before it was moved for a holiday (equal to data if not moved)
  std::optional<domain::Date> prudenziale;  // EONE whose month ends on a holiday: last day before that is not one
  std::optional<domain::Date> con_proroga;  // EONE whose month ends on a holiday: the term if the extension is admitted
  bool eone = false;
  bool spostata = false;   // moved because it fell on a holiday
  int giorni_rimasti = 0;  // data - oggi; negative when late
  bool tardiva = false;
  std::optional<domain::Date> primo_giorno_autorizzabile;  // only when late: max(inizio, limit of art. 15 c. 3)
  std::string regola;                                      // "15 giorni dall’inizio, giorno iniziale escluso"
  std::string citazione;
  bool lettura = false;
  bool operator==(const Scadenza&) const = default;
};

domain::Date ordinary(domain::Date inizio, const norms::Norms& norms);
// End of the month following the event; `roll` moves it past holidays (a reading: norm deadlines.eone.rolls).
domain::Date eone(domain::Date evento, bool roll, const norms::Norms& norms);
// First day that a filing on `invio` can cover (norm deadlines.late_policy: MONDAY_PREV_WEEK or FILING_MINUS_7).
domain::Date first_payable(domain::Date inizio, domain::Date invio, domain::Date scadenza, const norms::Norms& norms);
// The same by the reading that the norms do not apply: who files late sees both.
domain::Date first_payable_other(domain::Date inizio, domain::Date invio, domain::Date scadenza, const norms::Norms& norms);
// The term of a CIGO domanda. For EONE the earliest event decides (msg. 4275/2017); without events, `inizio`.
Scadenza cigo(domain::Date inizio, const std::vector<domain::Date>& giorni_evento, bool eone, domain::Date oggi,
              const norms::Norms& norms);
// Last day for the decision shown on the receipt (norm procedure.decision_days from the filing).
domain::Date last_day_for_decision(domain::Date invio, const norms::Norms& norms);

}  // namespace omnia::rules::deadlines
