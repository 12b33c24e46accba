// The table of routes: method, path with {…}, who may call, how large a body and of which type, and the handler.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.hpp"
#include "server/identity/sessions.hpp"
#include "server/services/office.hpp"

namespace omnia::http {

struct Exchange {
  Request& richiesta;
  services::Office& office;
  const identity::Session* sessione = nullptr;  // set when the route needs one
  std::string cambiata{};                       // the domanda that it changed, when the path does not name it
};
using Handler = std::function<Answer(Exchange&)>;

struct Route {
  std::string metodo;
  std::string modello;  // "/api/v1/domande/{id}"
  bool sessione = true;
  bool anche_senza = false;  // a caller who shows no session at all is answered too; one that is over is still refused
  identity::Azione azione = identity::Azione::nessuna;  // what the caller must have the power to do; required with a session
  identity::Oggetto oggetto = identity::Oggetto::nessuno;
  bool accesso = false;    // begins or ends a login: few a minute
  std::size_t limite = 0;  // bytes of body; 0: none admitted
  std::string tipo_corpo;  // media type of the body, empty: not checked
  bool corpo_su_file = false;
  Handler handler;
};

class Router {
 public:
  // Throws std::logic_error for a route with a session whose action has no row in the table of powers.
  void add(Route route);
  struct Match {
    const Route* route = nullptr;  // nullptr: the path exists, not with this method
    std::vector<std::string> segmenti;
    std::string ammessi;  // "GET, POST": methods of the path
  };
  // nullopt: no such path. HEAD is answered by GET.
  [[nodiscard]] std::optional<Match> match(std::string_view metodo, std::string_view percorso) const;
  [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

 private:
  std::vector<Route> routes_;
};

}  // namespace omnia::http
