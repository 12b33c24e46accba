#include "server/services/istruttoria/effetti.hpp"

#include <algorithm>
#include <stdexcept>

#include "server/services/refusal.hpp"
#include "server/store/import_store.hpp"
#include "shared/workflow/workflow.hpp"

namespace omnia::services {
namespace {

using store::Provvedimento;

void authorise(store::Connection& db, const Fascicolo& f, const Provvedimento& act) {
  const auto& riga = f.riga();
  if (!store::is_unita_produttiva(db, riga.matricola, riga.unita_produttiva)) {
    throw Refusal(Esito::in_conflitto, "provvedimento.unita", "L’unità produttiva non è più in anagrafica.",
                  "Registra l’unità produttiva e riprova.");
  }
  store::RigaAutorizzazione row;
  row.numero = act.numero;
  row.matricola = riga.matricola;
  row.unita_produttiva = riga.unita_produttiva;
  row.prestazione = riga.prestazione;
  row.causale = riga.causale;
  row.eone = f.esame.scadenza && f.esame.scadenza->eone;
  row.stato = "autorizzata";
  row.dal = domain::Date::parse(act.dal).value();
  row.al = domain::Date::parse(act.al).value();
  row.ore_centesimi = act.ore_centesimi;
  row.ticket = f.bozza.invio.ticket;
  store::put_autorizzazione(db, row);
}

const Provvedimento& before(const Fascicolo& f, const Provvedimento& act) {
  for (const auto& one : f.atti) {
    if (one.n == act.precedente) return one;
  }
  throw std::logic_error("an act without the one that it changes");
}

std::string corrected(const Fascicolo& f, const Provvedimento& act) {
  const bool was_whole = f.riga().stato == "accolta";
  if (is_whole(f, act) == was_whole) return "rettifica";
  return was_whole ? "riduci" : "amplia";
}

void end_authorisation(store::Connection& db, const std::string& numero, const Provvedimento& act) {
  if (act.dal.empty()) {
    store::set_stato_autorizzazione(db, numero, "annullata");
  } else {
    store::set_fine_autorizzazione(db, numero, act.al, act.ore_centesimi);
    store::set_stato_autorizzazione(db, numero, "autorizzata");
  }
}

std::string apply_linked(store::Connection& db, const Fascicolo& f, const Provvedimento& act) {
  const Provvedimento& old = before(f, act);
  store::set_stato_provvedimento(db, f.riga().id, old.n,
                                 *workflow::next("provvedimento", old.stato, workflow::evento_di(act.tipo)));
  const std::string& numero = old.numero;  // of the authorisation too, when the act gave one
  if (act.tipo == "rettifica") {
    store::set_stato_autorizzazione(db, numero, "annullata");
    authorise(db, f, act);
    return corrected(f, act);
  }
  if (act.tipo == "annullamento") {
    store::set_stato_autorizzazione(db, numero, "annullata");
    return "annulla";
  }
  if (act.tipo == "revoca") {
    end_authorisation(db, numero, act);
    return "revoca";
  }
  if (act.tipo == "sospensione") {
    store::set_stato_autorizzazione(db, numero, "in_istruttoria");
    return "sospendi";
  }
  store::set_stato_autorizzazione(db, numero, "autorizzata");
  return is_whole(f, old) ? "riprendi" : "riprendi_in_parte";
}

}  // namespace

bool is_whole(const Fascicolo& f, const Provvedimento& act) {
  const auto& riga = f.riga();
  return act.dal == riga.dal && act.al == riga.al && act.ore_centesimi == riga.ore_centesimi && act.lavoratori == riga.lavoratori;
}

void read_revocation(const Fascicolo& f, const Provvedimento& prima, const std::string& decorrenza, Provvedimento& act) {
  const auto day = domain::Date::parse(decorrenza);
  if (!day.ok() || day.value().lunedi() != day.value() || day.value().iso() < prima.dal || day.value().iso() > prima.al) {
    throw Refusal(Esito::non_accettabile, "provvedimento.decorrenza", "La revoca parte da un lunedì del periodo autorizzato.",
                  "Scegli un lunedì " + italian_period(prima.dal, prima.al) + ".", "decorrenza");
  }
  if (day.value().iso() == prima.dal) return;  // nothing remains
  act.dal = prima.dal;
  act.al = (day.value() - 1).iso();
  act.settimane = (day.value() - domain::Date::parse(prima.dal).value()) / 7;
  act.lavoratori = prima.lavoratori;
  for (const auto& week : f.bozza.periodo.settimane) {
    if (act.dal <= week.lunedi.iso() && week.lunedi < day.value() && week.ore) act.ore_centesimi += week.ore->centesimi;
  }
  act.ore_centesimi = std::min(act.ore_centesimi, prima.ore_centesimi);
}

std::string apply_effects(store::Connection& db, const Fascicolo& f, const Provvedimento& act) {
  if (act.precedente) return apply_linked(db, f, act);
  for (auto request : f.richieste) {  // no answer can change a decision that is taken
    if (const auto next = workflow::next("richiesta", request.stato, "chiudi")) {
      request.stato = *next;
      store::update_richiesta(db, f.riga().id, request);
    }
  }
  if (act.tipo == "reiezione") return "respingi";
  authorise(db, f, act);
  return act.tipo == "accoglimento" ? "accogli" : "accogli_in_parte";
}

}  // namespace omnia::services
