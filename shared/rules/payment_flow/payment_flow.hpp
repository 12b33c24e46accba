// The terms to recover or to ask the payment of an authorised benefit, all under forfeiture (art. 7 cc. 3 and 5-bis).
#pragma once
#include <optional>

#include "shared/rules/deadlines/terms.hpp"

namespace omnia::rules::payment_flow {

struct Conguaglio {
  deadlines::Termine termine;                        // six months
  domain::Date decorrenza;                           // the later of the end of the pay period and the authorisation
  domain::Date verifica;                             // payment of the contributions that INPS checks (msg. 1410/2025)
  std::optional<domain::Date> verifica_con_proroga;  // the check day is a holiday
  std::string testo_verifica;
  std::string citazione_verifica;
  bool operator==(const Conguaglio&) const = default;
};
Conguaglio set_off(const domain::Period& autorizzato, domain::Date autorizzazione, domain::Date oggi, const norms::Norms& norms);

// UniEmens-Cig flows of direct payment: end of the second month after that of the period, or 60 days from the notice.
struct Diretto {
  deadlines::Termine termine;
  domain::Date fine_secondo_mese;
  std::optional<domain::Date> sessanta_giorni;  // empty while the authorisation has not been notified
  bool operator==(const Diretto&) const = default;
};
Diretto direct(const domain::Period& periodo, std::optional<domain::Date> notifica, domain::Date oggi, const norms::Norms& norms);

}  // namespace omnia::rules::payment_flow
