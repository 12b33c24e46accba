// Logins under way at an identity provider: what must come back, used once. Functions run inside a write() of the caller.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/store/db.hpp"

namespace omnia::store {

struct AccessoInCorso {
  std::string stato;  // SHA-256 of `state`
  std::string fornitore, nonce, verificatore;
  std::string legame;  // SHA-256 of the browser's cookie
  std::int64_t creato = 0;
};
void insert_accesso_in_corso(Connection& db, const AccessoInCorso& accesso);
// Gives it and forgets it: a second return finds nothing.
std::optional<AccessoInCorso> take_accesso_in_corso(Connection& db, std::string_view stato);
void delete_accessi_in_corso(Connection& db, std::int64_t creati_prima);

}  // namespace omnia::store
