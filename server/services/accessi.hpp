// The log of consultations: written by the gate of the routes, read by the security area, by employers for what concerns their
// positions, and by everybody for the own accesses.
#pragma once
#include <string>
#include <string_view>

#include "server/identity/powers.hpp"
#include "server/services/office.hpp"

namespace omnia::services {

struct Consultazione {
  identity::Azione azione = identity::Azione::nessuna;
  identity::Oggetto oggetto = identity::Oggetto::nessuno;
  std::string_view id;        // of the object
  std::string_view che_cosa;  // path, or the text of a search
  std::string_view indirizzo;
};
// Durable when it returns: before the data leaves.
void record_access(Office& office, const identity::Identita& chi, const Consultazione& consultazione);
// A login, with what was used for it (DPCM 24/10/2014 art. 13: what ties operations to the digital identity is kept 24 months).
void record_login(Office& office, const identity::Identita& chi, std::string_view come, std::string_view indirizzo);

struct RicercaAccessi {
  std::string_view matricola, chi, dal, al, cursore, limite;
};
// JSON of GET /accessi. The security area sees all; an employer what concerns the own positions, without the names of those
// who work for the office.
std::string list_accesses(Office& office, const identity::Identita& chi, const RicercaAccessi& ricerca);
// JSON of GET /accessi/miei: what the person consulted, with whatever power.
std::string own_accesses(Office& office, const identity::Identita& chi, const RicercaAccessi& ricerca);
// JSON of GET /accessi/verifica: is the chain whole?
std::string check_accesses(Office& office);

}  // namespace omnia::services
