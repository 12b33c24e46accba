#include "server/services/istruttoria/istruttoria.hpp"

#include <array>
#include <map>

#include "server/services/domande.hpp"
#include "server/services/fields.hpp"
#include "server/services/istruttoria/proposta.hpp"
#include "server/services/istruttoria/provvedimenti.hpp"
#include "server/services/istruttoria/richieste.hpp"
#include "server/services/refusal.hpp"
#include "server/store/audit_store.hpp"
#include "server/store/identity_store.hpp"
#include "shared/wire/wire.hpp"
#include "shared/workflow/workflow.hpp"

namespace omnia::services {
namespace {

using identity::Identita;
using identity::Ruolo;
using nlohmann::json;

json checks_json(const std::vector<store::Controllo>& checks) {
  json out = json::array();
  for (const auto& one : checks) {
    out.push_back({{"codice", one.codice},
                   {"nome", one.nome},
                   {"esito", one.esito},
                   {"spiegazione", one.spiegazione},
                   {"citazione", one.citazione}});
  }
  return out;
}

json proposal_json(const Proposta& p) {
  json reasons = json::array();
  for (const auto& one : p.motivi) reasons.push_back({{"codice", one.codice}, {"testo", one.testo}});
  json workers = json::array();
  for (const auto& one : p.lavoratori_esclusi) {
    workers.push_back({{"riga", one.riga + 1},
                       {"codice_fiscale", one.codice_fiscale},
                       {"codice", one.codice},
                       {"testo", one.testo},
                       {"citazione", one.citazione}});
  }
  return {{"tipo", p.tipo},
          {"dal", p.periodo ? p.periodo->dal.iso() : ""},
          {"al", p.periodo ? p.periodo->al.iso() : ""},
          {"settimane", p.settimane},
          {"ore_centesimi", p.ore_centesimi},
          {"lavoratori", p.lavoratori},
          {"esclusioni", p.esclusioni},
          {"lavoratori_esclusi", std::move(workers)},
          {"motivi", std::move(reasons)},
          {"motivazione",
           {{"fatti", p.motivazione.fatti},
            {"documenti", p.motivazione.documenti},
            {"norma", p.motivazione.norma},
            {"conclusione", p.motivazione.conclusione}}},
          {"spiegazione", json::parse(wire::write(p.spiegazione))}};
}

// Each limit without and with this request, in weeks.
json counters_json(const rules::counters::Contatori& found) {
  json out = json::array();
  if (!found.calcolati) return out;
  for (const auto* one : {&found.biennio, &found.consecutive, &found.quinquennio}) {
    using rules::counters::weeks_text;
    out.push_back({{"codice", one->codice},
                   {"nome", one->nome},
                   {"limite", weeks_text(one->limite)},
                   {"senza", weeks_text(one->usato)},
                   {"con", weeks_text(one->usato + one->richiesto)},
                   {"superato", one->superato},
                   {"testo", one->testo},
                   {"citazione", one->citazione}});
  }
  const auto& third = found.terzo;
  out.push_back({{"codice", "terzo_ore"},
                 {"nome", "Un terzo delle ore lavorabili"},
                 {"limite", domain::Hours{third.limite}.italiano()},
                 {"senza", domain::Hours{third.autorizzate}.italiano()},
                 {"con", domain::Hours{third.autorizzate + third.richieste}.italiano()},
                 {"superato", third.superato},
                 {"testo", third.testo},
                 {"citazione", third.citazione}});
  return out;
}

// Authorisations of the company, this UP first; latest first.
json history_json(const Fascicolo& f) {
  constexpr std::array<const char*, 4> kStates{"autorizzata", "in_istruttoria", "respinta", "annullata"};
  json out = json::array();
  for (const bool here : {true, false}) {
    for (auto one = f.registro.autorizzazioni.rbegin(); one != f.registro.autorizzazioni.rend(); ++one) {
      if ((one->unita_produttiva == f.riga().unita_produttiva) != here || out.size() >= 100) continue;
      out.push_back({{"numero", one->numero},
                     {"unita_produttiva", one->unita_produttiva},
                     {"prestazione", one->prestazione},
                     {"causale", one->causale},
                     {"stato", kStates.at(static_cast<std::size_t>(one->stato))},
                     {"dal", one->periodo.dal.iso()},
                     {"al", one->periodo.al.iso()},
                     {"ore_centesimi", one->ore_centesimi},
                     {"stessa_unita", here}});
    }
  }
  return out;
}

json others_json(const std::vector<store::AltraDomanda>& others) {
  json out = json::array();
  for (const auto& one : others) {
    out.push_back({{"protocollo", one.protocollo},
                   {"matricola", one.matricola},
                   {"denominazione", one.denominazione},
                   {"dal", one.dal},
                   {"al", one.al},
                   {"stato", one.stato},
                   {"origine", one.origine},
                   {"protocollo_origine", one.protocollo_origine},
                   {"lavoratori", one.lavoratori}});
  }
  return out;
}

// Words of the record for who reads it; a change that is not here is not shown.
const std::map<std::string, const char*>& milestones() {
  static const std::map<std::string, const char*> kWords{
      {"domanda.inviata", "Domanda ricevuta e protocollata"},
      {"domanda.importata", "Domanda acquisita dalla procedura precedente"},
      {"domanda.decisa_altrove", "Decisione acquisita dalla procedura precedente"},
      {"domanda.assegnata", "Domanda presa in carico"},
      {"richiesta.inviata", "Richiesta di integrazione inviata"},
      {"richiesta.consegnata", "Richiesta di integrazione consegnata"},
      {"richiesta.risposta", "Risposta alla richiesta ricevuta"},
      {"richiesta.annullata", "Richiesta di integrazione annullata"},
      {"provvedimento.proposto", "Provvedimento proposto al direttore"},
      {"provvedimento.rinviato", "Provvedimento rinviato dal direttore"},
      {"provvedimento.firmato", "Provvedimento firmato"},
  };
  return kWords;
}

bool for_the_office_only(const std::string& azione) {
  return azione == "provvedimento.proposto" || azione == "provvedimento.rinviato";
}

json changes_json(store::Connection& db, const std::string& id, std::int64_t seen, const std::string& me) {
  json out = json::array();
  for (const auto& row : store::list_modifiche(db, "domanda:" + id)) {
    const auto word = milestones().find(row.modifica.azione);
    if (word == milestones().end()) continue;
    out.push_back({{"quando", row.modifica.quando},
                   {"azione", row.modifica.azione},
                   {"testo", word->second},
                   {"chi", row.modifica.chi},
                   {"motivo", row.modifica.motivo},
                   {"nuova", row.numero > seen && row.modifica.chi != me}});
  }
  return out;
}

json reasons_json() {
  json out = json::array();
  for (const auto& one : motivi_noti()) out.push_back({{"codice", one.codice}, {"nome", one.nome}});
  return out;
}

json term_json(const rules::deadlines::Termine& term) {
  return {
      {"data", term.data.iso()}, {"giorni_rimasti", term.giorni_rimasti}, {"testo", term.testo}, {"citazione", term.citazione}};
}

json events_json(const std::string& stato) {
  json out = json::array();
  for (const auto event : workflow::eventi("domanda", stato)) out.push_back(event);
  return out;
}

json desk_json(Office& office, store::Connection& db, const Identita& chi, std::string_view id) {
  const Fascicolo f = open_fascicolo(office, db, id);
  return {{"domanda", row_json(f.riga())},
          {"eventi", events_json(f.riga().stato)},
          {"in_carico", f.riga().assegnata_a == chi.id},
          {"termine", term_json(decision_term(f, *office.norme, office.clock.oggi()))},
          {"controlli", checks_json(store::list_controlli(db, id))},
          {"proposta", proposal_json(propose_decision(f, *office.norme))},
          {"motivi_possibili", reasons_json()},
          {"contatori", counters_json(f.esame.contatori)},
          {"storia", history_json(f)},
          {"altre_domande", others_json(store::list_altre_domande(db, id))},
          {"richieste", richieste_json(office, db, f.richieste)},
          {"provvedimenti", provvedimenti_json(office, db, f.atti, true)},
          {"modifiche", changes_json(db, std::string(id), store::find_visita(db, chi.id, id), chi.id)}};
}

Identita colleague(store::Connection& db, const Identita& chi, const std::string& wanted) {
  if (wanted.empty() || wanted == "io" || wanted == chi.id) return chi;
  const auto row = store::find_identita(db, wanted);
  const bool fits = row && row->ruolo == "operatore" && row->sede == chi.sede;
  if (!fits || chi.ruolo != Ruolo::direttore) {
    throw Refusal(
        Esito::non_accettabile, "assegnazione.operatore",
        fits ? "Solo il direttore assegna una domanda a un altro operatore." : "L’operatore scelto non è della tua Sede.",
        fits ? "Prendila in carico tu, oppure chiedi al direttore." : "Scegli un operatore della tua Sede.", "a");
  }
  Identita other = chi;
  other.id = row->id;
  other.nome = row->nome;
  other.cognome = row->cognome;
  other.ruolo = Ruolo::operatore;
  return other;
}

}  // namespace

std::string read_istruttoria(Office& office, const Identita& chi, std::string_view id) {
  const auto desk = office.db.read([&](store::Connection& db) { return desk_json(office, db, chi, id); });
  office.db.write([&](store::Connection& db) { store::put_visita(db, chi.id, id); });
  return json{{"istruttoria", desk}}.dump();
}

std::string assign(Office& office, const Identita& chi, std::string_view id, const json& corpo) {
  Fields::only(corpo, {"a", "motivo"});
  const std::string wanted = optional_text(corpo, "a", 60);
  const std::string motivo = optional_text(corpo, "motivo", 500);
  return office.db.write([&](store::Connection& db) {
    const auto riga = store::find_riga(db, id).value();
    const Identita whom = colleague(db, chi, wanted);
    if (riga.assegnata_a == whom.id) {
      throw Refusal(Esito::in_conflitto, "assegnazione.uguale", "La domanda è già in carico a " + full_name(whom) + ".",
                    "Ricarica la domanda.");
    }
    store::set_assegnata(db, id, whom.id);
    take_step(office, db, chi, riga, {"assegna", "domanda.assegnata", motivo, {{"a", whom.id}, {"nome", full_name(whom)}}});
    return json{{"istruttoria", desk_json(office, db, chi, id)}}.dump();
  });
}

std::string list_carichi(Office& office, const Identita& chi) {
  json rows = json::array();
  for (const auto& one :
       office.db.read([&](store::Connection& db) { return store::list_carichi(db, chi.sede, office.clock.oggi()); })) {
    rows.push_back({{"id", one.id},
                    {"nome", one.nome},
                    {"cognome", one.cognome},
                    {"aperte", one.aperte},
                    {"in_scadenza", one.in_scadenza},
                    {"scadute", one.scadute}});
  }
  return json{{"operatori", std::move(rows)}}.dump();
}

json pratica_json(Office& office, store::Connection& db, const store::RigaDomanda& riga) {
  json steps = json::array();
  for (auto& one : changes_json(db, riga.id, 0, "")) {
    if (!for_the_office_only(one["azione"].get<std::string>()))
      steps.push_back({{"quando", one["quando"]}, {"azione", one["azione"]}, {"testo", one["testo"]}});
  }
  return {{"stato", riga.stato},
          {"tappe", std::move(steps)},
          {"ultimo_giorno_decisione", riga.ultimo_giorno_decisione},
          {"richieste", richieste_json(office, db, store::list_richieste(db, riga.id))},
          {"atti", provvedimenti_json(office, db, store::list_provvedimenti(db, riga.id), false)}};
}

}  // namespace omnia::services
