// The operator's desk: the fascicolo of a domanda with checks, history, counters and proposal; assignment; load of the Sede.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "server/identity/powers.hpp"
#include "server/services/istruttoria/fascicolo.hpp"
#include "shared/rules/deadlines/terms.hpp"

namespace omnia::services {

// JSON of GET /domande/{id}/istruttoria. The access is recorded, and what was new is new no more.
std::string read_istruttoria(Office& office, const identity::Identita& chi, std::string_view id);
// POST /domande/{id}/assegnazione: {"a": operator's id or "io", "motivo"}. An operator takes for himself; the director gives to
// any operator of the Sede.
std::string assign(Office& office, const identity::Identita& chi, std::string_view id, const nlohmann::json& corpo);
// JSON of GET /carichi: open domande of each operator of the caller's Sede.
std::string list_carichi(Office& office, const identity::Identita& chi);
// What the applicant sees of the way of his domanda: state, milestones, last day, acts.
nlohmann::json pratica_json(Office& office, store::Connection& db, const store::RigaDomanda& riga);

// Shared by the steps of the istruttoria -----------------------------------------------------------------------------------

// Moves the domanda and records the change; refuses with 409 "domanda.stato" what the table of transitions does not know.
struct Passo {
  std::string_view evento;  // of the domanda; empty: it stays where it is
  std::string azione;       // for the record: "domanda.assegnata"
  std::string motivo;
  nlohmann::json dettaglio = nlohmann::json::object();
};
void take_step(Office& office, store::Connection& db, const identity::Identita& chi, const store::RigaDomanda& riga,
               const Passo& passo);
// An operator works on what is assigned to him; refuses with 409 "domanda.non_in_carico".
void require_in_charge(const identity::Identita& chi, const store::RigaDomanda& riga);
std::string full_name(const identity::Identita& chi);

// Texts and days of a body, refused with 422 and the field.
std::string required_text(const nlohmann::json& corpo, const char* campo, std::size_t massimo = 4000);
std::string optional_text(const nlohmann::json& corpo, const char* campo, std::size_t massimo = 4000);
domain::Date required_day(const nlohmann::json& corpo, const char* campo);

// When the decision is due, with the one suspension that the requests may make.
rules::deadlines::Termine decision_term(const Fascicolo& fascicolo, const norms::Norms& norme, domain::Date oggi);

}  // namespace omnia::services
