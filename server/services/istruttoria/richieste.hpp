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

nlohmann::json richieste_json(const std::vector<store::RichiestaIntegrazione>& richieste, domain::Date oggi);

// POST /domande/{id}/richieste: {"elementi": [...], "testo", "canale", "sospende"}.
std::string send_request(Office& office, const identity::Identita& chi, std::string_view id, const nlohmann::json& corpo);
// POST …/richieste/{n}/consegna: {"data", "prova"}; the term begins. e-mail proves nothing and is refused.
std::string record_delivery(Office& office, const identity::Identita& chi, std::string_view id, std::string_view n,
                            const nlohmann::json& corpo);
// POST …/richieste/{n}/risposta: {"data", "testo"}.
std::string record_answer(Office& office, const identity::Identita& chi, std::string_view id, std::string_view n,
                          const nlohmann::json& corpo);

// Delivered, its term over, and nobody answered.
bool is_unanswered(const store::RichiestaIntegrazione& richiesta, domain::Date oggi);
// "Alla richiesta … non è pervenuta risposta." for each of them: it enters the act by itself (msg. INPS 1396/2018).
std::string unanswered_text(const std::vector<store::RichiestaIntegrazione>& richieste, domain::Date oggi);

}  // namespace omnia::services
