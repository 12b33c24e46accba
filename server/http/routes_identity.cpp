// Routes of who one is: the providers and the way in and out, the session, its other powers, the person's other sessions.
#include <fmt/format.h>

#include "server/http/application.hpp"
#include "server/http/json_body.hpp"
#include "server/http/log.hpp"
#include "server/http/route.hpp"
#include "server/services/accessi.hpp"
#include "server/services/refusal.hpp"
#include "shared/csv/encoding.hpp"

namespace omnia::http {
namespace {

using identity::Azione;
using nlohmann::json;
using services::Esito;
using services::Refusal;

constexpr std::string_view kLoginCookie = "omnia_accesso";
constexpr std::size_t kMaxAgent = 200;

json describe(const identity::Identita& chi, const std::string& denominazione) {
  json out = {{"id", chi.id},
              {"nome", chi.nome},
              {"cognome", chi.cognome},
              {"codice_fiscale", chi.codice_fiscale},
              {"ruolo", identity::nome(chi.ruolo)}};
  if (!chi.sede.empty()) out["sede"] = chi.sede;
  if (!denominazione.empty()) out["denominazione"] = denominazione;
  return out;
}

class IdentityRoutes {
 public:
  explicit IdentityRoutes(Application& application) : application_(application) {}

  std::string session_body(const identity::Session& session) {
    const auto& office = application_.office();
    json powers = json::array();
    for (const auto& potere : powers_through(session.provenienza.fornitore, session.identita.codice_fiscale)) {
      powers.push_back(
          {{"id", potere.identita.id}, {"ruolo", identity::nome(potere.identita.ruolo)}, {"descrizione", potere.descrizione}});
    }
    const auto now = office.clock.now();
    return json{{"identita", describe(session.identita, session.denominazione)},
                {"poteri", std::move(powers)},
                {"csrf", session.csrf},
                {"oggi", office.clock.oggi().iso()},
                {"scade", services::rome_time(session.scade).iso()},
                {"secondi_inattiva", office.sessions.limits().inattiva},
                {"secondi_massima", session.scade_comunque - now}}
        .dump();
  }

  Answer demo_login(Exchange& exchange) {
    return enter(exchange, read_identity(exchange), Esito::non_accettabile, "Questa identità non esiste.");
  }

  Answer act_as(Exchange& exchange) {
    const std::string id = read_identity(exchange);
    const auto& mine = exchange.sessione->identita;
    const auto powers = powers_through(exchange.sessione->provenienza.fornitore, mine.codice_fiscale);
    const bool admitted =
        std::any_of(powers.begin(), powers.end(), [&](const identity::Potere& one) { return one.identita.id == id; });
    auto opened =
        admitted ? exchange.office.sessions.act_as(exchange.richiesta.cookie(identity::kCookie), id, exchange.office.clock.now())
                 : std::nullopt;
    if (!opened) {
      throw Refusal(Esito::non_accettabile, "identita.sconosciuta", "Questo potere non è tra i tuoi.",
                    "Scegli uno dei poteri proposti.", "identita");
    }
    services::record_login(exchange.office, opened->session.identita, "agisce come", exchange.richiesta.indirizzo);
    return with_session(json_answer(session_body(opened->session)), *opened);
  }

  Answer logout(Exchange& exchange) {
    exchange.office.sessions.close(exchange.richiesta.cookie(identity::kCookie));
    Answer answer = no_content();
    answer.intestazioni.emplace_back("Set-Cookie", session_cookie("", 0));
    return answer;
  }

  Answer demo_list(Exchange& exchange) {
    json rows = json::array();
    for (const auto& [chi, descrizione] : identity::demo_identities(exchange.office.db, exchange.office.clock.oggi())) {
      rows.push_back({{"id", chi.id},
                      {"nome", chi.nome},
                      {"cognome", chi.cognome},
                      {"ruolo", identity::nome(chi.ruolo)},
                      {"descrizione", descrizione}});
    }
    return json_answer(json{{"identita", std::move(rows)}}.dump());
  }

  static Answer sessions(Exchange& exchange) {
    json rows = json::array();
    const auto& mine = *exchange.sessione;
    for (const auto& one : exchange.office.sessions.of_person(mine.identita.codice_fiscale, exchange.office.clock.now())) {
      rows.push_back({{"id", one.id},
                      {"attuale", one.id == mine.id},
                      {"ruolo", identity::nome(one.identita.ruolo)},
                      {"fornitore", one.fornitore},
                      {"indirizzo", one.indirizzo},
                      {"dispositivo", one.agente},
                      {"aperta_il", services::rome_time(one.creata).iso()},
                      {"ultimo_uso", services::rome_time(one.ultimo_uso).iso()},
                      {"scade", services::rome_time(one.scade).iso()}});
    }
    return json_answer(json{{"righe", std::move(rows)}}.dump());
  }

  static Answer revoke(Exchange& exchange) {
    if (!exchange.office.sessions.revoke(exchange.sessione->identita.codice_fiscale, exchange.richiesta.segmenti.at(0))) {
      throw Refusal(Esito::non_trovata, "sessione.non_trovata", "Questa sessione non è tra le tue, o è già chiusa.",
                    "Aggiorna l’elenco delle sessioni.");
    }
    return no_content();
  }

  Answer providers(Exchange&) {
    json rows = json::array();
    if (const auto* party = application_.relying_party()) {
      for (const auto& one : party->fornitori().elenco) rows.push_back({{"id", one.id}, {"nome", one.nome}});
    }
    return json_answer(json{{"fornitori", std::move(rows)}, {"demo", application_.settings().demo}}.dump());
  }

  Answer begin_login(Exchange& exchange) {
    auto* party = application_.relying_party();
    const auto* provider = party == nullptr ? nullptr : party->fornitori().find(exchange.richiesta.segmenti.at(0));
    if (provider == nullptr) {
      throw Refusal(Esito::non_trovata, "accesso.fornitore_sconosciuto", "Questo modo di accedere non esiste.",
                    "Torna alla pagina iniziale e scegline uno tra quelli proposti.");
    }
    return or_back([&] {
      const auto start = party->begin(*provider, exchange.office.clock.now());
      Answer answer = redirect(start.indirizzo);
      answer.intestazioni.emplace_back("Set-Cookie", login_cookie(start.legame, identity::oidc::kLoginSeconds));
      // The cookie does not come back with the provider's navigation (SameSite=Strict): the session that this login replaces
      // ends here, so that nobody else goes on with it. Another site cannot end it this way: its navigation has no cookie.
      if (const auto old = exchange.richiesta.cookie(identity::kCookie); !old.empty()) {
        exchange.office.sessions.close(old);
        answer.intestazioni.emplace_back("Set-Cookie", session_cookie("", 0));
      }
      return answer;
    });
  }

  Answer end_login(Exchange& exchange) {
    const Request& request = exchange.richiesta;
    Answer answer = or_back([&] {
      auto* party = application_.relying_party();
      if (party == nullptr) throw Refusal(Esito::non_autenticata, "accesso.stato", "");
      const auto entered = party->finish({request.parametro("code"), request.parametro("state"), request.parametro("iss"),
                                          request.parametro("error"), request.cookie(kLoginCookie)},
                                         exchange.office.clock.now());
      return welcome(exchange, entered);
    });
    answer.intestazioni.emplace_back("Set-Cookie", login_cookie("", 0));
    return answer;
  }

 private:
  static std::string read_identity(Exchange& exchange) {
    const json body = parse_json_body(exchange.richiesta.corpo);
    if (!body.is_object() || !body.contains("identita") || !body["identita"].is_string()) {
      throw Refusal(Esito::non_accettabile, "json.campo", "Manca l’identità con cui accedere.",
                    "Scegli una delle identità proposte.", "identita");
    }
    return body["identita"].get<std::string>();
  }

  // A power that the provider by which the person came in does not give is as if it were not there.
  std::vector<identity::Potere> powers_through(const std::string& fornitore, const std::string& codice_fiscale) {
    const auto& office = application_.office();
    auto powers = identity::powers_of(office.db, codice_fiscale, office.clock.oggi());
    if (fornitore.empty()) return powers;
    const auto* party = application_.relying_party();
    const auto* provider = party == nullptr ? nullptr : party->fornitori().find(fornitore);
    powers.erase(std::remove_if(powers.begin(), powers.end(),
                                [&](const identity::Potere& one) {
                                  return provider == nullptr || !identity::oidc::admits(*provider, one.identita.ruolo);
                                }),
                 powers.end());
    return powers;
  }

  // The powers come from the office's own data, never from claims: an identity says who, not for whom.
  Answer welcome(Exchange& exchange, const identity::oidc::RelyingParty::Entrato& entered) {
    const auto powers = powers_through(entered.fornitore->id, entered.persona.codice_fiscale);
    if (powers.empty()) throw Refusal(Esito::vietata, "accesso.senza_poteri", "");
    Answer answer = redirect("/");
    auto opened = exchange.office.sessions.open(powers.front().identita.id, exchange.office.clock.now(),
                                                origin(exchange, entered.fornitore->id));
    if (!opened) throw Refusal(Esito::vietata, "accesso.senza_poteri", "");
    services::record_login(exchange.office, opened->session.identita, entered.fornitore->id + " " + entered.persona.acr,
                           exchange.richiesta.indirizzo);
    return with_session(std::move(answer), *opened);
  }

  Answer enter(Exchange& exchange, const std::string& id, Esito esito, const char* text) {
    auto opened = exchange.office.sessions.open(id, exchange.office.clock.now(), origin(exchange, {}));
    if (!opened) throw Refusal(esito, "identita.sconosciuta", text, "Scegli una delle identità proposte.", "identita");
    // A login over a session ends the old one: nobody else may go on with it.
    const auto old = exchange.richiesta.cookie(identity::kCookie);
    if (!old.empty()) exchange.office.sessions.close(old);
    services::record_login(exchange.office, opened->session.identita, "demo", exchange.richiesta.indirizzo);
    return with_session(json_answer(session_body(opened->session)), *opened);
  }

  static identity::Provenienza origin(const Exchange& exchange, std::string fornitore) {
    std::string agent(exchange.richiesta.intestazione("User-Agent").substr(0, kMaxAgent));
    if (!csv::is_utf8(agent)) agent = csv::from_cp1252(agent);  // headers have no encoding
    return {std::move(fornitore), exchange.richiesta.indirizzo, std::move(agent)};
  }

  // The browser is on a page of ours only when this ends: a refusal goes there too, with the reason for the screen.
  template <class F>
  static Answer or_back(F&& run) {
    try {
      return std::forward<F>(run)();
    } catch (const Refusal& refusal) {
      const std::string reason = refusal.codice.substr(refusal.codice.find('.') + 1);
      log_event("accesso non riuscito: " + reason);
      return redirect("/?accesso=" + reason);
    }
  }

  Answer with_session(Answer answer, const identity::Sessions::Opened& opened) {
    answer.intestazioni.emplace_back("Set-Cookie", session_cookie(opened.token, application_.settings().sessioni.massima));
    return answer;
  }

  [[nodiscard]] std::string session_cookie(const std::string& token, std::int64_t max_age) const {
    return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Strict{}", identity::kCookie, token, max_age,
                       application_.settings().https ? "; Secure" : "");
  }

  // Lax, because it must come back with the navigation that the provider starts.
  [[nodiscard]] std::string login_cookie(const std::string& value, std::int64_t max_age) const {
    return fmt::format("{}={}; Path=/api/v1/ritorno; Max-Age={}; HttpOnly; SameSite=Lax{}", kLoginCookie, value, max_age,
                       application_.settings().https ? "; Secure" : "");
  }

  Application& application_;
};

Route login_route(Route route) {
  route.accesso = true;
  return route;
}

}  // namespace

void add_identity_routes(Router& router, Application& application) {
  const auto routes = std::make_shared<IdentityRoutes>(application);
  router.add(open("/api/v1/accesso", [routes](Exchange& exchange) { return routes->providers(exchange); }));
  router.add(
      login_route(open("/api/v1/accesso/{fornitore}", [routes](Exchange& exchange) { return routes->begin_login(exchange); })));
  router.add(login_route(open("/api/v1/ritorno", [routes](Exchange& exchange) { return routes->end_login(exchange); })));
  if (application.settings().demo) {
    router.add(open("/api/v1/identita-demo", [routes](Exchange& exchange) { return routes->demo_list(exchange); }));
    Route login = post("/api/v1/sessione", Azione::usa_sessione, kJsonLimit, "application/json",
                       [routes](Exchange& exchange) { return routes->demo_login(exchange); });
    login.sessione = false;
    router.add(login_route(std::move(login)));
  }
  // Every page asks it first: that nobody has entered yet is an answer, not an error in the browser's console.
  Route who = get("/api/v1/sessione", Azione::usa_sessione, [routes](Exchange& exchange) {
    return exchange.sessione != nullptr ? json_answer(routes->session_body(*exchange.sessione)) : no_content();
  });
  who.anche_senza = true;
  router.add(std::move(who));
  router.add(remove("/api/v1/sessione", Azione::usa_sessione, [routes](Exchange& exchange) { return routes->logout(exchange); }));
  router.add(post("/api/v1/sessione/potere", Azione::usa_sessione, kJsonLimit, "application/json",
                  [routes](Exchange& exchange) { return routes->act_as(exchange); }));
  router.add(get("/api/v1/sessioni", Azione::usa_sessione, &IdentityRoutes::sessions));
  router.add(remove("/api/v1/sessioni/{id}", Azione::usa_sessione, &IdentityRoutes::revoke));
}

}  // namespace omnia::http
