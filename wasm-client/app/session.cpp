#include "wasm-client/app/session.hpp"

#include <nlohmann/json.hpp>

#include "wasm-client/app/answers.hpp"
#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/drafts.hpp"
#include "wasm-client/app/filed.hpp"
#include "wasm-client/app/json_members.hpp"
#include "wasm-client/app/office_work.hpp"
#include "wasm-client/app/preferences.hpp"
#include "wasm-client/app/queue.hpp"
#include "wasm-client/app/subject.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app {
namespace {

constexpr const char* kSession = "/api/v1/sessione";
constexpr const char* kRememberedIdentity = "sessione";

// What a person can do something about has its own words; the rest is told by its code.
std::string login_failure(const std::string& reason) {
  for (const char* known : {"acr", "annullato", "senza_poteri", "codice_fiscale", "rete", "stato"}) {
    if (reason == known) return t_of("accesso.errore.", reason);
  }
  return t("accesso.errore", {{"codice", reason}});
}

Effects ask_identities(Model& model) {
  model.schermata = Screen::identita;
  model.identita.reset();
  model.accesso = {true, {}};
  model.in_scadenza.clear();
  return {get("accesso", "/api/v1/accesso")};
}

// The network came back while the person was at work: nothing moves, what may have aged is asked for again.
Effects refresh(Model& model) {
  Effects effects;
  const bool lists = model.schermata == Screen::home || model.schermata == Screen::elenco;
  if (lists) append(effects, load_domande(model));
  if (!model.scrivania) return effects;
  const auto& matricola = model.scrivania->bozza.draft.azienda.matricola;
  if (matricola && model.scrivania->registro_locale) effects.push_back(ask_registry(matricola->str()));
  return effects;
}

Effects enter(Model& model, const SessionAnswer& answer) {
  const bool at_work = model.identita && model.identita->id == answer.identita.id && model.schermata != Screen::avvio &&
                       model.schermata != Screen::identita;
  if (model.scrivania && model.scrivania->bozza.identita != answer.identita.id) model.scrivania.reset();
  model.identita = answer.identita;
  model.poteri = answer.poteri;
  model.secondi_inattiva = answer.secondi_inattiva;
  model.in_scadenza.clear();
  if (answer.oggi && *answer.oggi != model.oggi) {
    model.oggi = *answer.oggi;
    examine(model);
  }
  model.online = true;
  model.accesso = {};
  model.avviso_sessione.clear();
  Effects effects = {StoreDraft{kRememberedIdentity, write_identity(answer.identita)},
                     Listen{can_file(model) || of_the_office(model)}};
  append(effects, session_ends(answer.secondi_massima));
  if (at_work) {
    append(effects, refresh(model));
  } else if (model.scrivania) {
    model.schermata = Screen::domanda;
  } else {
    append(effects, go_home(model));
  }
  effects.push_back(get("servizio", "/api/v1/servizio"));
  append(effects, run_queue(model));
  return effects;
}

Effects session_answer(Model& model, const std::string&, const HttpAnswer& answer) {
  if (answer.stato == 204 || answer.stato == 401) {
    const bool at_work = model.identita && model.schermata != Screen::avvio && model.schermata != Screen::identita;
    return at_work ? session_lost(model) : ask_identities(model);
  }
  if (const auto session = answer.stato == 200 ? read_session(answer.corpo) : std::nullopt) return enter(model, *session);
  model.accesso = {false, failure_text(answer)};
  if (answer.stato == 0) model.online = false;
  if (answer.stato == 0 && queued(model) > 0) {
    Effects effects = model.schermata == Screen::avvio && model.identita ? go_home(model) : Effects();
    append(effects, wait_for_network(model, {}));
    return effects;
  }
  // Without network the person remembered by this browser goes on with the drafts that are here.
  const bool at_the_start = model.schermata == Screen::avvio || model.schermata == Screen::identita;
  return answer.stato == 0 && model.identita && at_the_start ? go_home(model) : Effects();
}

// The demo identities are asked for only where there are some.
Effects ways_in_answer(Model& model, const std::string&, const HttpAnswer& answer) {
  const auto ways = answer.stato == 200 ? read_ways_in(answer.corpo) : std::nullopt;
  model.accesso = {ways && ways->demo, ways ? std::string() : failure_text(answer)};
  if (!ways) return {};
  model.fornitori = ways->fornitori;
  model.nessun_accesso = ways->fornitori.empty() && !ways->demo;
  return ways->demo ? Effects{get("identita", "/api/v1/identita-demo")} : Effects();
}

Effects identities_answer(Model& model, const std::string&, const HttpAnswer& answer) {
  model.accesso = {};
  if (answer.stato == 200) {
    model.identita_demo = read_identities(answer.corpo);
  } else {
    model.accesso.errore = failure_text(answer);
  }
  return {};
}

// The way to the provider and back is the browser's: the page is left and comes again.
Effects go_to_provider(Model&, const std::string& id) { return {Navigate{"/api/v1/accesso/" + url_encode(id)}}; }

Effects login(Model& model, const std::string& id) {
  if (model.accesso.in_corso) return {};
  model.accesso = {true, {}};
  Http http;
  http.tag = "accedi";
  http.metodo = "POST";
  http.percorso = kSession;
  http.corpo = members::dump({{"identita", id}});
  return {http};
}

Effects login_answer(Model& model, const std::string&, const HttpAnswer& answer) {
  if (const auto session = answer.stato == 200 ? read_session(answer.corpo) : std::nullopt) return enter(model, *session);
  model.accesso = {false, failure_text(answer)};
  return {};
}

Effects logout(Model& model, const std::string&) {
  const bool desk = model.scrivania.has_value();
  Http http;
  http.tag = "esci";
  http.metodo = "DELETE";
  http.percorso = kSession;
  model.identita.reset();
  model.scrivania.reset();
  model.eliminata.reset();
  model.elenco = {};
  model.ricerca = {};
  model.dettaglio.reset();
  model.istruttoria.reset();
  model.ricevuta.reset();
  model.pagina = {};
  model.schermata = Screen::identita;
  // Who enters while the old session is still being closed would be thrown out with it.
  model.accesso = {true, {}};
  Effects effects = {http, DeleteDraft{kRememberedIdentity}, Listen{false}};
  if (desk) effects.push_back(ReleaseDraft{});
  return effects;
}

// Whatever the office answered, the person is out; the identities are asked again. On a shared computer the page starts anew, so
// that nothing of who was here is in it.
Effects logout_answer(Model& model, const std::string&, const HttpAnswer&) {
  if (!model.condiviso) return ask_identities(model);
  model.bozze.clear();
  return {Share{false}, Restart{}};
}

Effects retry(Model& model, const std::string&) { return ask_session(model); }

Effects switch_face(Model& model, const std::string& face) {
  model.faccia = face;
  return {SwitchFace{face}};
}

}  // namespace

Effects ask_session(Model& model) {
  model.accesso = {true, {}};
  return {get("sessione", kSession)};
}

Effects start(Model& model, const Start& start) {
  model = Model();
  if (const auto today = domain::Date::parse(start.oggi); today.ok()) model.oggi = model.oggi_qui = today.value();
  model.faccia = start.faccia;
  model.seme = start.seme;
  model.preferenze = preferences_of(start.preferenze);
  model.condiviso = start.condiviso;
  if (!start.accesso.empty()) model.avviso_sessione = login_failure(start.accesso);
  Effects effects = {LoadDrafts{}};
  append(effects, ask_session(model));
  return effects;
}

Effects session_opened(Model& model, const HttpAnswer& answer) {
  const auto session = read_session(answer.corpo);
  return session ? enter(model, *session) : Effects();
}

Effects connectivity(Model& model, bool online) {
  const bool came_back = online && !model.online;
  model.online = online;
  return came_back ? ask_session(model) : Effects();
}

// Terms run on for a page left open over midnight. Which day it is the office says; until it does, as many days have passed there
// as here.
Effects new_day(Model& model, const NewDay& event) {
  const auto today = domain::Date::parse(event.oggi);
  if (!today.ok() || today.value() == model.oggi_qui) return {};
  model.oggi = model.oggi + (today.value() - model.oggi_qui);
  model.oggi_qui = today.value();
  examine(model);
  return model.identita && model.online ? ask_session(model) : Effects();
}

bool can_file(const Model& model) {
  return model.identita && (model.identita->ruolo == "datore" || model.identita->ruolo == "intermediario");
}

Effects go_home(Model& model) {
  model.dettaglio.reset();
  model.apertura = {};
  if (!model.identita) return ask_identities(model);
  const bool operatore = model.identita->ruolo == "operatore" || model.identita->ruolo == "direttore";
  if (!operatore && !can_file(model)) {
    model.schermata = Screen::area;
    return {};
  }
  model.schermata = operatore ? Screen::elenco : Screen::home;
  model.elenco = {};
  return load_domande(model);
}

Effects session_lost(Model& model) {
  const bool waiting = queued(model) > 0;  // of this person, who is forgotten next
  Effects effects = ask_identities(model);
  effects.push_back(Listen{false});
  model.avviso_sessione = t(waiting ? "accesso.scaduta_in_coda" : "accesso.scaduta");
  return effects;
}

Subject session_subject() {
  return {
      {{"accedi", login}, {"fornitore", go_to_provider}, {"esci", logout}, {"riprova_accesso", retry}, {"faccia", switch_face}},
      {},
      {{"sessione", session_answer},
       {"identita", identities_answer},
       {"accesso", ways_in_answer},
       {"accedi", login_answer},
       {"esci", logout_answer}}};
}

}  // namespace omnia::app
