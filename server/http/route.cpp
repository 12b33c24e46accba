#include "server/http/route.hpp"

namespace omnia::http {

Answer text_answer(std::string body, std::string type) {
  Answer answer;
  answer.tipo = std::move(type);
  answer.corpo = std::move(body);
  return answer;
}

Answer json_answer(std::string body, int stato) {
  Answer answer;
  answer.stato = stato;
  answer.corpo = std::move(body);
  return answer;
}

Answer no_content() {
  Answer answer;
  answer.stato = 204;
  return answer;
}

Answer redirect(std::string where) {
  Answer answer = text_answer({}, "text/plain; charset=utf-8");
  answer.stato = 303;
  answer.intestazioni.emplace_back("Location", std::move(where));
  return answer;
}

Route open(std::string modello, Handler handler) {
  Route route;
  route.metodo = "GET";
  route.modello = std::move(modello);
  route.sessione = false;
  route.handler = std::move(handler);
  return route;
}

Route get(std::string modello, identity::Azione azione, Handler handler, identity::Oggetto oggetto) {
  Route route = open(std::move(modello), std::move(handler));
  route.sessione = true;
  route.azione = azione;
  route.oggetto = oggetto;
  return route;
}

Route post(std::string modello, identity::Azione azione, std::size_t limite, std::string tipo, Handler handler,
           identity::Oggetto oggetto) {
  Route route = get(std::move(modello), azione, std::move(handler), oggetto);
  route.metodo = "POST";
  route.limite = limite;
  route.tipo_corpo = std::move(tipo);
  return route;
}

Route remove(std::string modello, identity::Azione azione, Handler handler, identity::Oggetto oggetto) {
  Route route = get(std::move(modello), azione, std::move(handler), oggetto);
  route.metodo = "DELETE";
  return route;
}

}  // namespace omnia::http
