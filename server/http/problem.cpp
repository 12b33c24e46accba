#include "server/http/problem.hpp"

#include <nlohmann/json.hpp>

namespace omnia::http {
namespace {

using services::Esito;

int status_of(Esito esito) {
  switch (esito) {
    case Esito::malformata:
      return 400;
    case Esito::non_autenticata:
      return 401;
    case Esito::vietata:
      return 403;
    case Esito::non_trovata:
      return 404;
    case Esito::in_conflitto:
      return 409;
    case Esito::senza_lunghezza:
      return 411;
    case Esito::troppo_grande:
      return 413;
    case Esito::tipo_non_ammesso:
      return 415;
    case Esito::non_accettabile:
      return 422;
    case Esito::troppe:
      return 429;
    case Esito::sovraccarico:
      return 503;
  }
  return 500;
}

const char* title_of(int stato) {
  switch (stato) {
    case 400:
      return "Richiesta malformata";
    case 401:
      return "Accesso richiesto";
    case 403:
      return "Operazione vietata";
    case 404:
      return "Non trovato";
    case 405:
      return "Metodo non ammesso";
    case 408:
      return "Richiesta incompleta";
    case 409:
      return "Conflitto";
    case 411:
      return "Lunghezza assente";
    case 413:
      return "Contenuto troppo grande";
    case 414:
      return "Indirizzo troppo lungo";
    case 415:
      return "Tipo di contenuto non ammesso";
    case 416:
      return "Intervallo non ammesso";
    case 422:
      return "Contenuto non accettabile";
    case 429:
      return "Troppe richieste";
    case 503:
      return "Servizio occupato";
    default:
      return "Errore del server";
  }
}

Answer build(int stato, const std::string& codice, const std::string& testo, const std::string& rimedio, const std::string& campo,
             const std::string& alerts, const std::string& righe) {
  nlohmann::json body = {
      {"type", "about:blank"}, {"title", title_of(stato)}, {"status", stato}, {"detail", testo}, {"codice", codice}};
  if (!campo.empty()) body["campo"] = campo;
  if (!rimedio.empty()) body["rimedio"] = rimedio;
  if (!alerts.empty()) body["alerts"] = nlohmann::json::parse(alerts);
  if (!righe.empty()) body["righe"] = nlohmann::json::parse(righe);
  Answer answer;
  answer.stato = stato;
  answer.tipo = "application/problem+json";
  answer.corpo = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  if (stato == 503) answer.intestazioni.emplace_back("Retry-After", "2");
  return answer;
}

}  // namespace

Answer problem(int stato, const std::string& codice, const std::string& testo, const std::string& rimedio,
               const std::string& campo) {
  return build(stato, codice, testo, rimedio, campo, {}, {});
}

Answer problem(const services::Refusal& refusal) {
  Answer answer = build(status_of(refusal.esito), refusal.codice, refusal.testo, refusal.rimedio, refusal.campo, refusal.alerts,
                        refusal.righe);
  if (refusal.riprova_dopo > 0) answer.intestazioni.emplace_back("Retry-After", std::to_string(refusal.riprova_dopo));
  return answer;
}

Answer problem(int stato) {
  switch (stato) {
    case 400:
      return problem(400, "richiesta.malformata", "La richiesta non rispetta il protocollo HTTP.",
                     "Controlla riga di richiesta e intestazioni.");
    case 404:
      return problem(404, "percorso.sconosciuto", "Questo indirizzo non esiste.", "Controlla l’indirizzo.");
    case 408:
      return problem(408, "richiesta.incompleta", "La richiesta si è interrotta prima della fine.",
                     "Invia di nuovo la richiesta.");
    case 413:
      return problem(413, "corpo.troppo_grande", "Il contenuto inviato supera il limite.",
                     "Riduci il contenuto o dividilo in più invii.");
    case 414:
      return problem(414, "indirizzo.troppo_lungo", "L’indirizzo richiesto è troppo lungo.",
                     "Accorcia i parametri della ricerca.");
    case 415:
      return problem(415, "corpo.codifica", "La codifica del contenuto non è ammessa.", "Invia il contenuto non compresso.");
    case 416:
      return problem(416, "intervallo.non_ammesso", "L’intervallo richiesto non esiste.", "Chiedi il contenuto intero.");
    default:
      return problem(stato < 500 ? 400 : 500, stato < 500 ? "richiesta.malformata" : "server.errore",
                     stato < 500 ? "La richiesta non rispetta il protocollo HTTP." : "Si è verificato un errore del server.",
                     stato < 500 ? "Controlla la richiesta." : "Riprova tra poco; se si ripete, segnalalo all’assistenza.");
  }
}

}  // namespace omnia::http
