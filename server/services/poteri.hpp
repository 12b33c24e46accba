// What the office does to delegations, grants and identities goes into the record of changes, with who did it.
#pragma once
#include <string>
#include <string_view>

#include "server/identity/powers.hpp"
#include "server/services/office.hpp"
#include "server/store/poteri_check.hpp"

namespace omnia::services {

// In the same write, after the change.
inline void record_potere(const Office& office, store::Connection& db, const identity::Identita& chi, store::Potere tipo,
                          std::string_view id, std::string_view passo) {
  store::record_potere(db, tipo, id, passo, {office.clock.roma().iso(), chi.id, std::string(identity::nome(chi.ruolo))});
}

}  // namespace omnia::services
