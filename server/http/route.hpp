// Short words for the tables of routes, and for their answers.
#pragma once
#include <string>

#include "server/http/router.hpp"

namespace omnia::http {

inline constexpr std::size_t kMiB = std::size_t{1024} * 1024;
inline constexpr std::size_t kJsonLimit = 1 * kMiB;

Answer text_answer(std::string body, std::string type);
Answer json_answer(std::string body, int stato = 200);
Answer no_content();
Answer redirect(std::string where);

// GET without a session; GET, POST (with a body of one media type) and DELETE with one.
Route open(std::string modello, Handler handler);
Route get(std::string modello, identity::Azione azione, Handler handler, identity::Oggetto oggetto = identity::Oggetto::nessuno);
Route post(std::string modello, identity::Azione azione, std::size_t limite, std::string tipo, Handler handler,
           identity::Oggetto oggetto = identity::Oggetto::nessuno);
Route remove(std::string modello, identity::Azione azione, Handler handler,
             identity::Oggetto oggetto = identity::Oggetto::nessuno);

}  // namespace omnia::http
