// application/problem+json (RFC 9457): every error of the server, with a stable `codice`, an Italian text and the remedy.
#pragma once
#include "server/http/message.hpp"
#include "server/services/refusal.hpp"

namespace omnia::http {

Answer problem(int stato, const std::string& codice, const std::string& testo, const std::string& rimedio = {},
               const std::string& campo = {});
Answer problem(const services::Refusal& refusal);
// What the HTTP library refused by itself: only the status is known.
Answer problem(int stato);

}  // namespace omnia::http
