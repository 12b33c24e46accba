// What all the steps of the istruttoria share.
#include <fmt/format.h>

#include "server/services/istruttoria/istruttoria.hpp"
#include "server/services/refusal.hpp"
#include "server/store/audit_store.hpp"
#include "shared/workflow/workflow.hpp"

namespace omnia::services {
namespace {

using nlohmann::json;

[[noreturn]] void refuse_field(const char* campo, const std::string& testo, const std::string& rimedio) {
  throw Refusal(Esito::non_accettabile, "json.campo", testo, rimedio, campo);
}

bool blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

}  // namespace

std::string full_name(const identity::Identita& chi) { return chi.nome + " " + chi.cognome; }

void take_step(Office& office, store::Connection& db, const identity::Identita& chi, const store::RigaDomanda& riga,
               const Passo& passo) {
  json detail = passo.dettaglio;
  if (!passo.evento.empty()) {
    const auto next = workflow::next("domanda", riga.stato, passo.evento);
    if (!next) {
      throw Refusal(Esito::in_conflitto, "domanda.stato",
                    "La domanda è nello stato «" + riga.stato + "»: questo passo non è possibile.", "Ricarica la domanda.");
    }
    store::set_stato_domanda(db, riga.id, *next);
    detail["stato"] = *next;
  }
  store::append_modifica(db, {office.clock.roma().iso(), chi.id, std::string(identity::nome(chi.ruolo)), "Sede " + riga.sede,
                              passo.azione, "domanda:" + riga.id, passo.motivo, detail.dump()});
}

void require_in_charge(const identity::Identita& chi, const store::RigaDomanda& riga) {
  if (riga.assegnata_a == chi.id) return;
  throw Refusal(Esito::in_conflitto, "domanda.non_in_carico",
                riga.assegnata_a.empty() ? "La domanda non è ancora in carico a nessuno."
                                         : "La domanda è in carico a " + riga.assegnata_a_nome + ".",
                "Prendila in carico e riprova.");
}

std::string optional_text(const json& corpo, const char* campo, std::size_t massimo) {
  const auto found = corpo.is_object() ? corpo.find(campo) : corpo.end();
  if (!corpo.is_object() || found == corpo.end() || found->is_null()) return {};
  if (!found->is_string()) refuse_field(campo, fmt::format("Il campo «{}» non è un testo.", campo), "Scrivi un testo.");
  auto text = found->get<std::string>();
  if (text.size() > massimo)
    refuse_field(campo, fmt::format("Il campo «{}» è troppo lungo.", campo),
                 fmt::format("Scrivi al massimo {} caratteri.", massimo));
  return text;
}

std::string required_text(const json& corpo, const char* campo, std::size_t massimo) {
  auto text = optional_text(corpo, campo, massimo);
  if (blank(text)) refuse_field(campo, fmt::format("Manca il campo «{}».", campo), "Scrivi il testo e riprova.");
  return text;
}

domain::Date required_day(const json& corpo, const char* campo) {
  const auto day = domain::Date::parse(required_text(corpo, campo, 20));
  if (!day.ok()) refuse_field(campo, day.reason().testo, "Scrivi un giorno che esiste.");
  return day.value();
}

rules::deadlines::Termine decision_term(const Fascicolo& fascicolo, const norms::Norms& norme, domain::Date oggi) {
  using namespace rules::deadlines;
  std::vector<Sospensione> stops;
  for (const auto& one : fascicolo.richieste) {
    if (!one.sospende || one.stato == "annullata" || one.consegnata_il.empty()) continue;
    const auto answered = domain::Date::parse(one.risposta_il);
    stops.push_back({one.protocollo, domain::Date::parse(one.consegnata_il).value(),
                     answered.ok() ? std::optional<domain::Date>(answered.value()) : std::nullopt});
  }
  return decision(fascicolo.inviata(), Procedura::cigo, stops, oggi, norme).termine;
}

}  // namespace omnia::services
