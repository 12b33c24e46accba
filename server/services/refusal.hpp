// A refusal of the office: what is wrong, where, and what to do. Thrown by identity and services; http turns it into
// application/problem+json and chooses the status.
#pragma once
#include <exception>
#include <string>
#include <utility>

namespace omnia::services {

enum class Esito {
  malformata,        // 400 the request itself is not readable
  non_autenticata,   // 401
  vietata,           // 403
  non_trovata,       // 404
  in_conflitto,      // 409
  senza_lunghezza,   // 411
  troppo_grande,     // 413
  tipo_non_ammesso,  // 415
  non_accettabile,   // 422 readable, but wrong in the field
  troppe,            // 429 try again later
  sovraccarico,      // 503 try again
};

struct Refusal : std::exception {
  Refusal(Esito esito_, std::string codice_, std::string testo_, std::string rimedio_ = {}, std::string campo_ = {})
      : esito(esito_),
        codice(std::move(codice_)),
        testo(std::move(testo_)),
        rimedio(std::move(rimedio_)),
        campo(std::move(campo_)) {}
  [[nodiscard]] const char* what() const noexcept override { return codice.c_str(); }

  Esito esito;
  std::string codice;
  std::string testo;
  std::string rimedio;
  std::string campo;
  std::string alerts;    // JSON list, only for "domanda.errori"
  std::string righe;     // JSON list of what is wrong in a CSV, row by row
  int riprova_dopo = 0;  // seconds, only for those that time heals
};

}  // namespace omnia::services
