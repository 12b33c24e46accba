// Routes of who may what: delegations, grants of the security area, the log of accesses, the settings of the service.
#include <nlohmann/json.hpp>

#include "server/http/application.hpp"
#include "server/http/json_body.hpp"
#include "server/http/route.hpp"
#include "server/services/abilitazioni.hpp"
#include "server/services/accessi.hpp"
#include "server/services/deleghe.hpp"

namespace omnia::http {
namespace {

using identity::Azione;
using identity::Oggetto;
using nlohmann::json;

const std::string& first(const Exchange& exchange) { return exchange.richiesta.segmenti.at(0); }
const identity::Identita& caller(const Exchange& exchange) { return exchange.sessione->identita; }

services::RicercaAccessi search_of(const Request& request) {
  return {request.parametro("matricola"), request.parametro("chi"),     request.parametro("dal"),
          request.parametro("al"),        request.parametro("cursore"), request.parametro("limite")};
}

void add_delegations(Router& router) {
  router.add(get("/api/v1/deleghe", Azione::legge_deleghe,
                 [](Exchange& exchange) { return json_answer(services::list_delegations(exchange.office, caller(exchange))); }));
  router.add(post("/api/v1/deleghe", Azione::concede_deleghe, kJsonLimit, "application/json", [](Exchange& exchange) {
    const json body = parse_json_body(exchange.richiesta.corpo);
    return json_answer(services::give_delegation(exchange.office, caller(exchange), body), 201);
  }));
  router.add(post("/api/v1/deleghe/elenco", Azione::concede_deleghe, kJsonLimit, "text/csv", [](Exchange& exchange) {
    return json_answer(services::give_delegations(exchange.office, caller(exchange), exchange.richiesta.corpo), 201);
  }));
  router.add(post(
      "/api/v1/deleghe/{id}/revoca", Azione::revoca_deleghe, kJsonLimit, "application/json",
      [](Exchange& exchange) {
        services::revoke_delegation(exchange.office, caller(exchange), first(exchange));
        return no_content();
      },
      Oggetto::delega));
  router.add(post(
      "/api/v1/deleghe/{id}/subdeleghe", Azione::subdelega, kJsonLimit, "application/json",
      [](Exchange& exchange) {
        const json body = parse_json_body(exchange.richiesta.corpo);
        return json_answer(services::give_subdelegation(exchange.office, caller(exchange), first(exchange), body), 201);
      },
      Oggetto::delega));
  router.add(post("/api/v1/subdeleghe/elenco", Azione::subdelega, kJsonLimit, "text/csv", [](Exchange& exchange) {
    return json_answer(services::give_subdelegations(exchange.office, caller(exchange), exchange.richiesta.corpo), 201);
  }));
  router.add(post(
      "/api/v1/subdeleghe/{id}/revoca", Azione::subdelega, kJsonLimit, "application/json",
      [](Exchange& exchange) {
        services::revoke_subdelegation(exchange.office, caller(exchange), first(exchange));
        return no_content();
      },
      Oggetto::subdelega));
}

void add_grants(Router& router) {
  router.add(get("/api/v1/abilitazioni", Azione::gestisce_abilitazioni,
                 [](Exchange& exchange) { return json_answer(services::list_grants(exchange.office)); }));
  router.add(post("/api/v1/abilitazioni", Azione::gestisce_abilitazioni, kJsonLimit, "application/json", [](Exchange& exchange) {
    const json body = parse_json_body(exchange.richiesta.corpo);
    return json_answer(services::give_grant(exchange.office, caller(exchange), body), 201);
  }));
  router.add(post("/api/v1/abilitazioni/{id}/revisione", Azione::gestisce_abilitazioni, kJsonLimit, "application/json",
                  [](Exchange& exchange) {
                    return json_answer(services::review_grant(exchange.office, caller(exchange), first(exchange)));
                  }));
  router.add(post("/api/v1/abilitazioni/{id}/revoca", Azione::gestisce_abilitazioni, kJsonLimit, "application/json",
                  [](Exchange& exchange) {
                    const json body = parse_json_body(exchange.richiesta.corpo);
                    services::revoke_grant(exchange.office, caller(exchange), first(exchange), body);
                    return no_content();
                  }));
}

void add_access_log(Router& router) {
  router.add(get("/api/v1/accessi", Azione::legge_accessi, [](Exchange& exchange) {
    return json_answer(services::list_accesses(exchange.office, caller(exchange), search_of(exchange.richiesta)));
  }));
  router.add(get("/api/v1/accessi/miei", Azione::usa_sessione, [](Exchange& exchange) {
    return json_answer(services::own_accesses(exchange.office, caller(exchange), search_of(exchange.richiesta)));
  }));
  router.add(get("/api/v1/accessi/verifica", Azione::verifica_accessi,
                 [](Exchange& exchange) { return json_answer(services::check_accesses(exchange.office)); }));
}

// What runs, for who runs it: no secret, no case.
Answer configuration(Application& application) {
  const Settings& settings = application.settings();
  json providers = json::array();
  for (const auto& one : settings.fornitori.elenco) {
    json roles = json::array();
    for (const auto ruolo : one.ruoli) roles.push_back(identity::nome(ruolo));
    providers.push_back({{"id", one.id},
                         {"nome", one.nome},
                         {"issuer", one.issuer},
                         {"client_id", one.client_id},
                         {"acr", one.acr},
                         {"algoritmi", one.algoritmi},
                         {"ruoli", std::move(roles)}});
  }
  return json_answer(json{{"demo", settings.demo},
                          {"https", settings.https},
                          {"oggi", application.office().clock.oggi().iso()},
                          {"sessione_inattiva_secondi", settings.sessioni.inattiva},
                          {"sessione_massima_secondi", settings.sessioni.massima},
                          {"richieste_al_minuto",
                           {{"identita", settings.richieste.identita},
                            {"indirizzo", settings.richieste.indirizzo},
                            {"accesso", settings.richieste.accesso}}},
                          {"fornitori", std::move(providers)}}
                         .dump());
}

}  // namespace

void add_grant_routes(Router& router, Application& application) {
  add_delegations(router);
  add_grants(router);
  add_access_log(router);
  router.add(get("/api/v1/configurazione", Azione::legge_configurazione,
                 [&application](Exchange&) { return configuration(application); }));
}

}  // namespace omnia::http
