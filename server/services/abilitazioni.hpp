// Grants of the security area: who may work in the office or watch it, by which act, until when; yearly review and revocation.
// Ministry analysts come only by an AA07 request brought by PEC.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "server/identity/powers.hpp"
#include "server/services/office.hpp"

namespace omnia::services {

std::string list_grants(Office& office);
std::string give_grant(Office& office, const identity::Identita& chi, const nlohmann::json& body);
// Reviewed today: good for another year, never beyond its end.
std::string review_grant(Office& office, const identity::Identita& chi, std::string_view id);
// At once: sessions that act with it end.
void revoke_grant(Office& office, const identity::Identita& chi, std::string_view id, const nlohmann::json& body);

}  // namespace omnia::services
