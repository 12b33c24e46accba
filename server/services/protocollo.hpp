// The protocol register as the services use it.
#pragma once
#include <string_view>

#include "server/store/db.hpp"
#include "shared/domain/date.hpp"

namespace omnia::services {

// D.P.R. 445/2000: numbers follow the days. Throws 503 "orologio.indietro" when the clock went back behind the last entry of the
// Sede. `cosa`: what is to be registered, with its article ("la domanda").
void require_clock(store::Connection& db, std::string_view sede, domain::Date oggi, std::string_view cosa);

}  // namespace omnia::services
