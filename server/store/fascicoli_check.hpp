// What the chain of changes says of the papers of each domanda: attachments, requests of missing elements, acts, the
// authorisations they gave.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "server/store/istruttoria_store.hpp"
#include "server/store/office_store.hpp"

namespace omnia::store {

// SHA-256 of what a request or a signed act says, without the state, which changes with what follows. It goes into the record of
// changes with each step, so that who changes the row has to change the chain.
std::string impronta(const RichiestaIntegrazione& richiesta);
std::string impronta(const Provvedimento& atto);
// Of what a domanda came with: each file by place, name, type and content.
std::string impronta(const std::vector<AllegatoBreve>& allegati);

// What is wrong with those of one domanda, as sentences. Rows recorded before their digests were are held against what was
// recorded of them then.
std::vector<std::string> check_fascicolo(Connection& db, const std::string& id, const std::string& protocollo);

}  // namespace omnia::store
