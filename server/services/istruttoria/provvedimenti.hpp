// Acts: what the operator proposes and the director signs (two pairs of eyes), and the acts that change an act already signed.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "server/identity/powers.hpp"
#include "server/services/istruttoria/fascicolo.hpp"

namespace omnia::services {

// For the office all of them; for the applicant those that were signed.
nlohmann::json provvedimenti_json(const Office& office, store::Connection& db, const std::vector<store::Provvedimento>& atti,
                                  bool ufficio);

// POST /domande/{id}/provvedimenti. Refuses an act without its motivation, one that goes beyond what was asked, and a refusal
// for missing elements without a request that was delivered and is over (msg. INPS 1396/2018).
std::string propose_act(Office& office, const identity::Identita& chi, std::string_view id, const nlohmann::json& corpo);
// POST …/provvedimenti/{n}/firma: number, protocol, PDF and effects in one transaction. Never by who proposed.
std::string sign_act(Office& office, const identity::Identita& chi, std::string_view id, std::string_view n);
// POST …/provvedimenti/{n}/rinvio: {"motivo"}.
std::string send_back_act(Office& office, const identity::Identita& chi, std::string_view id, std::string_view n,
                          const nlohmann::json& corpo);
// The act with that number; 404 "provvedimento.non_trovato" unless it is signed.
store::Provvedimento find_signed_act(Office& office, std::string_view id, std::string_view n);
// The same as a PDF.
store::AllegatoIntero read_act(Office& office, std::string_view id, std::string_view n);

}  // namespace omnia::services
