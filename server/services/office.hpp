// What every service works with: the database, the clock and the sessions of one office.
#pragma once
#include <functional>
#include <memory>
#include <string_view>

#include "server/documents/segnatura.hpp"
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
  documents::Codici codici;
  // Told of every entry that was registered without its seal though the office has one: what was registered ("domanda",
  // "richiesta", "provvedimento"), and why. From the thread that writes: it must neither wait nor throw.
  std::function<void(std::string_view registrato, std::string_view motivo)> non_sigillata;
};

// Consultations of personal data are recorded by the gate of the routes (services/accessi.hpp), not by the services.

}  // namespace omnia::services
