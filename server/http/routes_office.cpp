// Routes of the office at work: istruttoria, requests of missing elements, acts.
#include "server/http/application.hpp"
#include "server/http/json_body.hpp"
#include "server/services/fields.hpp"
#include "server/services/istruttoria/istruttoria.hpp"
#include "server/services/istruttoria/provvedimenti.hpp"
#include "server/services/istruttoria/richieste.hpp"

namespace omnia::http {
namespace {

using identity::Azione;
using identity::Oggetto;

constexpr std::size_t kBodyLimit = std::size_t{256} * 1024;

Answer json_of(std::string body, int stato = 200) {
  Answer answer;
  answer.stato = stato;
  answer.corpo = std::move(body);
  return answer;
}

const identity::Identita& caller(const Exchange& exchange) { return exchange.sessione->identita; }
const std::string& segment(const Exchange& exchange, std::size_t i) { return exchange.richiesta.segmenti.at(i); }
nlohmann::json body(const Exchange& exchange) { return parse_json_body(exchange.richiesta.corpo); }

Route of_domanda(std::string metodo, const std::string& resto, Azione azione, Handler handler) {
  Route route;
  route.metodo = std::move(metodo);
  route.modello = "/api/v1/domande/{id}/" + resto;
  route.azione = azione;
  route.oggetto = Oggetto::domanda;
  route.limite = route.metodo == "POST" ? kBodyLimit : 0;
  route.tipo_corpo = route.metodo == "POST" ? "application/json" : "";
  route.handler = std::move(handler);
  return route;
}

// A PDF of the office, whose name is plain.
Answer pdf_answer(store::AllegatoIntero found) {
  Answer answer = json_of(std::move(found.contenuto));
  answer.tipo = found.tipo;
  answer.intestazioni.emplace_back("Content-Disposition", "attachment; filename=\"" + found.nome + "\"");
  return answer;
}

void add_requests(Router& router) {
  router.add(of_domanda("POST", "richieste", Azione::istruisce_domanda, [](Exchange& e) {
    return json_of(services::send_request(e.office, caller(e), segment(e, 0), body(e)), 201);
  }));
  router.add(of_domanda("POST", "richieste/{n}/consegna", Azione::istruisce_domanda, [](Exchange& e) {
    return json_of(services::record_delivery(e.office, caller(e), segment(e, 0), segment(e, 1), body(e)));
  }));
  router.add(of_domanda("POST", "richieste/{n}/risposta", Azione::istruisce_domanda, [](Exchange& e) {
    return json_of(services::record_answer(e.office, caller(e), segment(e, 0), segment(e, 1), body(e)));
  }));
  router.add(of_domanda("GET", "richieste/{n}/richiesta.pdf", Azione::legge_domanda,
                        [](Exchange& e) { return pdf_answer(services::read_request(e.office, segment(e, 0), segment(e, 1))); }));
}

void add_acts(Router& router) {
  router.add(of_domanda("POST", "provvedimenti", Azione::istruisce_domanda, [](Exchange& e) {
    return json_of(services::propose_act(e.office, caller(e), segment(e, 0), body(e)), 201);
  }));
  router.add(of_domanda("POST", "provvedimenti/{n}/firma", Azione::firma_provvedimento, [](Exchange& e) {
    if (!e.richiesta.corpo.empty()) services::Fields::only(body(e), {});
    return json_of(services::sign_act(e.office, caller(e), segment(e, 0), segment(e, 1)));
  }));
  router.add(of_domanda("POST", "provvedimenti/{n}/rinvio", Azione::firma_provvedimento, [](Exchange& e) {
    return json_of(services::send_back_act(e.office, caller(e), segment(e, 0), segment(e, 1), body(e)));
  }));
  router.add(of_domanda("GET", "provvedimenti/{n}/atto.pdf", Azione::legge_domanda,
                        [](Exchange& e) { return pdf_answer(services::read_act(e.office, segment(e, 0), segment(e, 1))); }));
}

}  // namespace

void add_office_routes(Router& router) {
  router.add(of_domanda("GET", "istruttoria", Azione::esamina_domanda,
                        [](Exchange& e) { return json_of(services::read_istruttoria(e.office, caller(e), segment(e, 0))); }));
  router.add(of_domanda("POST", "assegnazione", Azione::assegna_domanda,
                        [](Exchange& e) { return json_of(services::assign(e.office, caller(e), segment(e, 0), body(e))); }));
  add_requests(router);
  add_acts(router);
  Route load;
  load.metodo = "GET";
  load.modello = "/api/v1/carichi";
  load.azione = Azione::vede_carichi;
  load.handler = [](Exchange& e) { return json_of(services::list_carichi(e.office, caller(e))); };
  router.add(std::move(load));
}

}  // namespace omnia::http
