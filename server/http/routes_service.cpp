// Routes about the service itself: what every person is told, the manual, the feature flags.
#include "server/http/application.hpp"
#include "server/http/json_body.hpp"
#include "server/services/attivazioni.hpp"
#include "server/services/manuale.hpp"

namespace omnia::http {
namespace {

using identity::Azione;

constexpr std::size_t kBodyLimit = std::size_t{16} * 1024;

Answer json_of(std::string body) {
  Answer answer;
  answer.corpo = std::move(body);
  return answer;
}

Answer manual(Exchange& exchange) {
  Answer answer;
  answer.tipo = "application/pdf";
  answer.corpo = services::manuale_pdf(exchange.office.clock.roma().iso());
  answer.intestazioni.emplace_back("Content-Disposition", "inline; filename=\"manuale-omnia-is.pdf\"");
  return answer;
}

void add(Router& router, std::string metodo, std::string modello, Azione azione, Handler handler) {
  Route route;
  route.metodo = std::move(metodo);
  route.modello = std::move(modello);
  route.azione = azione;
  route.limite = route.metodo == "POST" ? kBodyLimit : 0;
  route.tipo_corpo = route.metodo == "POST" ? "application/json" : "";
  route.handler = std::move(handler);
  router.add(std::move(route));
}

}  // namespace

void add_service_routes(Router& router) {
  add(router, "GET", "/api/v1/servizio", Azione::usa_sessione,
      [](Exchange& e) { return json_of(services::read_servizio(e.office, e.sessione->identita)); });
  add(router, "GET", "/api/v1/documenti/manuale.pdf", Azione::usa_sessione, manual);
  add(router, "GET", "/api/v1/attivazioni", Azione::gestisce_attivazioni,
      [](Exchange& e) { return json_of(services::list_attivazioni(e.office)); });
  add(router, "POST", "/api/v1/attivazioni", Azione::gestisce_attivazioni, [](Exchange& e) {
    return json_of(services::change_attivazione(e.office, e.sessione->identita, parse_json_body(e.richiesta.corpo)));
  });
}

}  // namespace omnia::http
