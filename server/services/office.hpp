// What every service works with: the database, the clock and the sessions of one office.
#pragma once
#include <memory>

#include "server/documents/sigillo.hpp"
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
  std::shared_ptr<const documents::Sigillo> sigillo;  // nullptr: the segnatura is printed only
};

// Consultations of personal data are recorded by the gate of the routes (services/accessi.hpp), not by the services.

}  // namespace omnia::services
