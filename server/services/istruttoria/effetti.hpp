// What a signature does: the authorisation that the counters of the next request will see, the act that it changes, the state
// of the domanda.
#pragma once
#include <string>

#include "server/services/istruttoria/fascicolo.hpp"

namespace omnia::services {

// Does the act authorise all that was asked?
bool is_whole(const Fascicolo& fascicolo, const store::Provvedimento& act);
// From its first day on the authorisation is taken back: what remains of it goes into `act`. Refuses a day that is no Monday
// of the authorised period.
void read_revocation(const Fascicolo& fascicolo, const store::Provvedimento& prima, const std::string& decorrenza,
                     store::Provvedimento& act);
// Inside the transaction of the signature. Answers the event of the domanda.
std::string apply_effects(store::Connection& db, const Fascicolo& fascicolo, const store::Provvedimento& act);

}  // namespace omnia::services
