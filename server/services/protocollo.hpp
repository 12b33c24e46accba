// The protocol register as the services use it.
#pragma once
#include <string>
#include <string_view>

#include "server/store/db.hpp"
#include "shared/domain/date.hpp"

namespace omnia::services {

// D.P.R. 445/2000: numbers follow the days. Throws 503 "orologio.indietro" when the clock went back behind the last entry of the
// Sede. `cosa`: what is to be registered, with its article ("la domanda").
void require_clock(store::Connection& db, std::string_view sede, domain::Date oggi, std::string_view cosa);

// "domanda-INPS.4900.24-11-2026.0000001.json": the name of a file of that entry.
std::string file_name(const char* what, const std::string& protocollo, const char* extension);

}  // namespace omnia::services
