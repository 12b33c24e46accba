// Log of the server on standard error: one JSON object a line, with no personal data (route models, never paths or bodies).
#pragma once
#include <string>
#include <string_view>

namespace omnia::http {

struct AccessLine {
  std::string metodo;
  std::string rotta;
  int stato = 0;
  double millisecondi = 0;
  std::size_t byte = 0;
  std::string ruolo;
  std::string richiesta;  // X-Request-Id of the answer
};

void start_log(bool silent);
void log_access(const AccessLine& line);
// An entry that was registered without its seal.
void log_unsealed(std::string_view registrato, std::string_view motivo);
void log_event(std::string_view text);
// Texts of exceptions: codici fiscali in them are masked.
void log_failure(std::string_view text);

// "…XQZWKJ85A01H501M…" -> "…XQZWKJ********1M…": whatever looks like a codice fiscale of 16 characters.
std::string mask_codici_fiscali(std::string_view text);

}  // namespace omnia::http
