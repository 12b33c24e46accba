// The segnatura informatica of what the office registers: sealed with the registration when the office has a seal, and otherwise
// at the first time that somebody asks for it and there is one. Never twice.
#pragma once
#include <string_view>

#include "server/services/office.hpp"
#include "server/store/istruttoria_store.hpp"
#include "server/store/office_store.hpp"

namespace omnia::services {

// At the start: what is registered from now on bears these codes, whenever it is sealed.
void remember_codes(store::Db& db, const documents::Codici& codici);

// Inside the write() that registers. Without a seal, or when it does not sign, nothing is stored and nothing fails: the printed
// form of the protocol holds all the same, and Office::non_sigillata is told.
void seal_domanda(Office& office, store::Connection& db, const store::DomandaIntera& domanda);
void seal_act(Office& office, store::Connection& db, const store::RigaDomanda& domanda, const store::Provvedimento& atto);
void seal_request(Office& office, store::Connection& db, const store::RigaDomanda& domanda,
                  const store::RichiestaIntegrazione& richiesta);

// Whether who asks for the segnatura of the entry gets one. Inside a read() or write().
bool gives_segnatura(const Office& office, store::Connection& db, std::string_view protocollo);

// Throw 409 "segnatura.sigillo_assente" or "segnatura.sigillo_scaduto" when it was never sealed and cannot be now.
store::AllegatoIntero read_segnatura(Office& office, std::string_view id);
// Of a signed act; 404 "provvedimento.non_trovato" when there is none with that number.
store::AllegatoIntero read_segnatura_atto(Office& office, std::string_view id, std::string_view n);
// Of a request of missing elements; 404 as find_written_request() has it.
store::AllegatoIntero read_segnatura_richiesta(Office& office, std::string_view id, std::string_view n);
// The registered domanda, byte for byte: its digest is that of the segnatura and of the receipt.
store::AllegatoIntero read_registrata(Office& office, std::string_view id);

}  // namespace omnia::services
