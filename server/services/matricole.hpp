// The registry as the caller may see it: search of positions with their suggested benefit, and the facts of one position.
#pragma once
#include <string>
#include <string_view>

#include "server/identity/powers.hpp"
#include "server/services/office.hpp"
#include "shared/domain/registry.hpp"

namespace omnia::services {

// JSON of GET /api/v1/matricole.
std::string search_matricole(Office& office, const identity::Identita& chi, std::string_view testo, std::string_view cursore,
                             std::string_view limite);

// The registry of one matricola with `titolo` set for the caller; refuses a foreign or unknown one with 404.
domain::Registry read_registry(Office& office, const identity::Identita& chi, identity::Azione azione,
                               std::string_view matricola);

}  // namespace omnia::services
