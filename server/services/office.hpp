// What every service works with: the database, the clock and the sessions of one office.
#pragma once
#include <memory>

#include "server/identity/sessions.hpp"
#include "server/services/allegati.hpp"
#include "server/services/clock.hpp"
#include "server/store/db.hpp"
#include "shared/norms/norms.hpp"

namespace omnia::services {

struct Office {
  store::Db& db;
  Clock clock;
  identity::Sessions sessions;
  std::shared_ptr<const norms::Norms> norme;  // the tables in force: every judgement of the office is made with these
  ControlliAllegati controlli;
};

// Records who consulted which personal data (platform rule; Garante 27/11/2008). Durable before the data leaves.
void record_access(Office& office, const identity::Identita& chi, const char* azione, const std::string& oggetto);

}  // namespace omnia::services
