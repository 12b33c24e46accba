// The person's own sessions and powers, and the end of a session that comes near.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "wasm-client/app/answers.hpp"
#include "wasm-client/app/session.hpp"
#include "wasm-client/app/subject.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app {
namespace {

constexpr std::int64_t kWarningSeconds = 300;

// Warned five minutes before, or half-way through a shorter session.
std::int64_t warning_after(std::int64_t secondi) { return secondi - std::min(kWarningSeconds, secondi / 2); }

Effects ask_sessions(Model& model) {
  model.caricamento_sessioni = {true, {}};
  return {get("sessioni", "/api/v1/sessioni")};
}

// Drafts are in the browser: leaving the desk loses nothing.
Effects show(Model& model, const std::string&) {
  if (!model.identita) return {};
  model.schermata = Screen::sessioni;
  Effects effects = ask_sessions(model);
  effects.push_back(FocusNode{"titolo"});
  return effects;
}

Effects refresh(Model& model, const std::string&) { return ask_sessions(model); }

Effects sessions_answer(Model& model, const std::string&, const HttpAnswer& answer) {
  model.caricamento_sessioni = {};
  if (answer.stato == 200) {
    model.sessioni = read_sessions(answer.corpo);
  } else {
    model.caricamento_sessioni.errore = failure_text(answer);
  }
  return {};
}

Effects close_session(Model& model, const std::string& id) {
  model.caricamento_sessioni = {true, {}};
  Http http;
  http.tag = "chiudi_sessione";
  http.metodo = "DELETE";
  http.percorso = "/api/v1/sessioni/" + url_encode(id);
  return {http};
}

Effects closed_answer(Model& model, const std::string&, const HttpAnswer& answer) {
  Effects effects = ask_sessions(model);
  if (answer.stato != 204) model.caricamento_sessioni.errore = failure_text(answer);
  return effects;
}

Effects act_as(Model& model, const std::string& id) {
  if (model.caricamento_sessioni.in_corso) return {};
  model.caricamento_sessioni = {true, {}};
  Http http;
  http.tag = "agisci";
  http.metodo = "POST";
  http.percorso = "/api/v1/sessione/potere";
  http.corpo = nlohmann::json({{"identita", id}}).dump();
  return {http};
}

// What was on the screens belonged to the other power.
Effects acting_answer(Model& model, const std::string&, const HttpAnswer& answer) {
  model.caricamento_sessioni = {};
  if (answer.stato != 200) {
    model.caricamento_sessioni.errore = failure_text(answer);
    return {};
  }
  model.scrivania.reset();
  model.ricerca = {};
  model.ricevuta.reset();
  model.pagina = {};
  model.identita.reset();
  Effects effects = session_opened(model, answer);
  effects.push_back(FocusNode{"titolo"});
  return effects;
}

Effects stay(Model&, const std::string&) { return {get("sessione", "/api/v1/sessione")}; }

// 401 leads to the way in like everywhere, and so does 204: the browser has thrown the cookie away. A session that another page
// kept alive goes on.
Effects ended_answer(Model& model, const std::string&, const HttpAnswer& answer) {
  if (answer.stato == 204) return session_lost(model);
  return answer.stato == 200 ? session_opened(model, answer) : Effects();
}

}  // namespace

Effects session_used(const Model& model) {
  if (model.secondi_inattiva <= 0) return {};
  return {Wait{"avviso_inattiva", warning_after(model.secondi_inattiva)}, Wait{"fine_inattiva", model.secondi_inattiva + 1}};
}

Effects session_ends(std::int64_t secondi) {
  if (secondi <= 0) return {};
  return {Wait{"avviso_massima", warning_after(secondi)}, Wait{"fine_massima", secondi + 1}};
}

Effects session_time(Model& model, const Elapsed& event) {
  if (!model.identita) return {};
  if (event.tag == "avviso_inattiva" || event.tag == "avviso_massima") {
    model.in_scadenza = event.tag.substr(7);
    return {};
  }
  if (event.tag != "fine_inattiva" && event.tag != "fine_massima") return {};
  return {get("fine_sessione", "/api/v1/sessione")};
}

Subject sessions_subject() {
  return {{{"sessioni", show},
           {"sessioni.ricarica", refresh},
           {"chiudi_sessione", close_session},
           {"agisci", act_as},
           {"resta", stay}},
          {},
          {{"sessioni", sessions_answer},
           {"chiudi_sessione", closed_answer},
           {"agisci", acting_answer},
           {"fine_sessione", ended_answer}}};
}

}  // namespace omnia::app
