// Requests of missing elements to the company (art. 11 c. 2 D.M. 95442/2016): fifteen days from the delivery; what comes late
// but before the decision still counts; only one stops the clock of the decision.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "server/identity/powers.hpp"
#include "server/services/istruttoria/fascicolo.hpp"

namespace omnia::services {

// Inside a read() or write().
nlohmann::json richieste_json(const Office& office, store::Connection& db,
                              const std::vector<store::RichiestaIntegrazione>& richieste);

// POST /domande/{id}/richieste: {"elementi": [...], "testo", "canale", "sospende"}. Number, letter and segnatura in one
// transaction.
std::string send_request(Office& office, const identity::Identita& chi, std::string_view id, const nlohmann::json& corpo);
// POST …/richieste/{n}/consegna: {"data", "prova"}; the term begins. e-mail proves nothing and is refused.
std::string record_delivery(Office& office, const identity::Identita& chi, std::string_view id, std::string_view n,
                            const nlohmann::json& corpo);
// POST …/richieste/{n}/risposta: {"data", "testo"}.
std::string record_answer(Office& office, const identity::Identita& chi, std::string_view id, std::string_view n,
                          const nlohmann::json& corpo);

// 404 "richiesta.non_trovata" without such a request, "richiesta.senza_documento" when it is of before there were letters.
store::RichiestaIntegrazione find_written_request(Office& office, std::string_view id, std::string_view n);
// GET …/richieste/{n}/richiesta.pdf.
store::AllegatoIntero read_request(Office& office, std::string_view id, std::string_view n);

// Delivered, its term over, and nobody answered.
bool is_unanswered(const store::RichiestaIntegrazione& richiesta, domain::Date oggi);
// "Alla richiesta … non è pervenuta risposta." for each of them: it enters the act by itself (msg. INPS 1396/2018).
std::string unanswered_text(const std::vector<store::RichiestaIntegrazione>& richieste, domain::Date oggi);

}  // namespace omnia::services
