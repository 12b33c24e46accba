#include "server/services/protocollo.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/services/refusal.hpp"
#include "server/store/office_store.hpp"

namespace omnia::services {

void require_clock(store::Connection& db, std::string_view sede, domain::Date oggi, std::string_view cosa) {
  if (store::ultima_registrazione(db, sede) <= oggi.iso()) return;
  throw Refusal(Esito::sovraccarico, "orologio.indietro",
                fmt::format("La data del server precede quella dell’ultimo protocollo: {} non si può protocollare.", cosa),
                "Riprova più tardi: quello che hai scritto resta nel browser.");
}

std::string file_name(const char* what, const std::string& protocollo, const char* extension) {
  std::string out = std::string(what) + "-" + protocollo + extension;
  std::replace(out.begin(), out.end(), '/', '-');
  return out;
}

}  // namespace omnia::services
