// Delegations: an employer gives one for a position, with its days and the services it covers, or many by CSV; who gave it
// revokes it, who holds it renounces it or passes it to the own staff (L. 12/1979; circ. INPS 28/2011).
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "server/identity/powers.hpp"
#include "server/services/office.hpp"

namespace omnia::services {

// JSON of GET /deleghe: those of the own positions, or those received with their sub-delegations.
std::string list_delegations(Office& office, const identity::Identita& chi);
std::string give_delegation(Office& office, const identity::Identita& chi, const nlohmann::json& body);
// All rows or none: what is wrong is told row by row (Refusal::righe).
std::string give_delegations(Office& office, const identity::Identita& chi, const std::string& file);
void revoke_delegation(Office& office, const identity::Identita& chi, std::string_view id);

std::string give_subdelegation(Office& office, const identity::Identita& chi, std::string_view delega,
                               const nlohmann::json& body);
// As give_delegations, for the delegations that the intermediary holds today.
std::string give_subdelegations(Office& office, const identity::Identita& chi, const std::string& file);
void revoke_subdelegation(Office& office, const identity::Identita& chi, std::string_view id);

}  // namespace omnia::services
