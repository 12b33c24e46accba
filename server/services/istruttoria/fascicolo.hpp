// Everything that the istruttoria of one domanda looks at, read in one snapshot.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "server/services/office.hpp"
#include "server/store/istruttoria_store.hpp"
#include "server/store/office_store.hpp"
#include "shared/domain/draft.hpp"
#include "shared/domain/registry.hpp"
#include "shared/rules/review.hpp"

namespace omnia::services {

struct Fascicolo {
  store::DomandaIntera domanda;
  domain::Draft bozza;
  domain::Registry registro;  // of today, without this domanda
  rules::Review esame;        // of the draft on the day of its sending, with that registry
  std::vector<store::RichiestaIntegrazione> richieste;
  std::vector<store::Provvedimento> atti;

  [[nodiscard]] const store::RigaDomanda& riga() const { return domanda.riga; }
  [[nodiscard]] domain::Date inviata() const { return domain::Date::parse(domanda.riga.data_invio).value(); }
};
// Inside a read() or write(). Throws when there is no such domanda: the gate of the routes has found it before.
Fascicolo open_fascicolo(Office& office, store::Connection& db, std::string_view id);

// "24/11/2026", "dal 23/11/2026 al 06/12/2026".
std::string italian_day(const std::string& iso);
std::string italian_period(const std::string& dal, const std::string& al);

}  // namespace omnia::services
