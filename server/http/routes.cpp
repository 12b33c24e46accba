// Every route of the API in one table: each names its action and, if its path does, its object, and the gate of the
// application asks the table of powers before the handler runs.
#include <fmt/format.h>

#include <set>

#include "assets/api.hpp"
#include "server/http/application.hpp"
#include "server/http/json_body.hpp"
#include "server/http/problem.hpp"
#include "server/services/domande.hpp"
#include "server/services/invio.hpp"
#include "server/services/matricole.hpp"
#include "server/services/refusal.hpp"
#include "server/store/office_store.hpp"
#include "server/uniemens/import.hpp"
#include "shared/wire/wire.hpp"

namespace omnia::http {
namespace {

using identity::Azione;
using identity::Oggetto;
using nlohmann::json;
using services::Esito;
using services::Refusal;

constexpr std::size_t kMiB = std::size_t{1024} * 1024;
constexpr std::size_t kJsonLimit = 1 * kMiB;
constexpr std::size_t kDomandaLimit = 20 * kMiB;
constexpr std::size_t kUniemensLimit = 50 * kMiB;

Answer text(std::string body, std::string type) {
  Answer answer;
  answer.tipo = std::move(type);
  answer.corpo = std::move(body);
  return answer;
}

Answer json_answer(std::string body, int stato = 200) {
  Answer answer;
  answer.stato = stato;
  answer.corpo = std::move(body);
  return answer;
}

json describe(const identity::Session& session) {
  const auto& chi = session.identita;
  json out = {{"id", chi.id},
              {"nome", chi.nome},
              {"cognome", chi.cognome},
              {"codice_fiscale", chi.codice_fiscale},
              {"ruolo", identity::nome(chi.ruolo)}};
  if (!chi.sede.empty()) out["sede"] = chi.sede;
  if (!session.denominazione.empty()) out["denominazione"] = session.denominazione;
  return out;
}

std::string session_body(const services::Office& office, const identity::Session& session) {
  return json{{"identita", describe(session)},
              {"csrf", session.csrf},
              {"oggi", office.clock.oggi().iso()},
              {"scade", services::rome_time(session.scade).iso()}}
      .dump();
}

std::string cookie(const std::string& token, std::int64_t max_age, bool https) {
  return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Strict{}", identity::kCookie, token, max_age,
                     https ? "; Secure" : "");
}

Answer open_session(Exchange& exchange, const Settings& settings) {
  const json body = parse_json_body(exchange.richiesta.corpo);
  if (!body.is_object() || !body.contains("identita") || !body["identita"].is_string()) {
    throw Refusal(Esito::non_accettabile, "json.campo", "Manca l’identità con cui accedere.",
                  "Scegli una delle identità proposte.", "identita");
  }
  auto opened = exchange.office.sessions.open(body["identita"].get_ref<const std::string&>(), exchange.office.clock.now());
  if (!opened) {
    throw Refusal(Esito::non_accettabile, "identita.sconosciuta", "Questa identità non esiste.",
                  "Scegli una delle identità proposte.", "identita");
  }
  // A login over a session ends the old one: nobody else may go on with it.
  const auto old = exchange.richiesta.cookie(identity::kCookie);
  if (!old.empty()) exchange.office.sessions.close(old);
  Answer answer = json_answer(session_body(exchange.office, opened->session));
  answer.intestazioni.emplace_back("Set-Cookie", cookie(opened->token, settings.sessioni.massima, settings.https));
  return answer;
}

Answer close_session(Exchange& exchange, const Settings& settings) {
  exchange.office.sessions.close(exchange.richiesta.cookie(identity::kCookie));
  Answer answer;
  answer.stato = 204;
  answer.intestazioni.emplace_back("Set-Cookie", cookie("", 0, settings.https));
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

Answer registry(Exchange& exchange) {
  const auto& chi = exchange.sessione->identita;
  const auto& matricola = exchange.richiesta.segmenti.at(0);
  const auto registro = services::read_registry(exchange.office, chi, identity::Azione::legge_registro, matricola);
  services::record_access(exchange.office, chi, "registro", matricola);
  return json_answer(wire::write(registro));
}

Answer submit(Exchange& exchange, Metrics& metrics) {
  try {
    auto esito = services::submit(exchange.office, exchange.sessione->identita,
                                  exchange.richiesta.intestazione("Idempotency-Key"), exchange.richiesta.corpo, &parse_json_body);
    metrics.submission(esito.ripetuta ? "ripetuta" : "accolta");
    Answer answer = json_answer(std::move(esito.risposta), 201);
    if (esito.ripetuta) answer.intestazioni.emplace_back("Idempotency-Replayed", "true");
    return answer;
  } catch (const Refusal&) {
    metrics.submission("rifiutata");
    throw;
  }
}

Answer list(Exchange& exchange) {
  const Request& request = exchange.richiesta;
  services::Ricerca ricerca;
  ricerca.stato = request.parametro("stato");
  ricerca.matricola = request.parametro("matricola");
  ricerca.causale = request.parametro("causale");
  ricerca.testo = request.parametro("q");
  ricerca.cursore = request.parametro("cursore");
  ricerca.limite = request.parametro("limite");
  ricerca.aperte = request.parametro("aperte");
  ricerca.assegnata_a = request.parametro("assegnata_a");
  ricerca.entro = request.parametro("entro");
  ricerca.ordine = request.parametro("ordine");
  ricerca.prestazione = request.parametro("prestazione");
  return json_answer(services::list_domande(exchange.office, exchange.sessione->identita, ricerca));
}

// RFC 6266: an ASCII name for everybody and the true one in UTF-8.
std::string disposition(const std::string& name) {
  std::string ascii;
  std::string encoded;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    ascii += plain ? c : '_';
    encoded += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
}

Answer file_answer(store::AllegatoIntero found) {
  Answer answer = text(std::move(found.contenuto), found.tipo);
  answer.intestazioni.emplace_back("Content-Disposition", disposition(found.nome));
  return answer;
}

Answer attachment(Exchange& exchange) {
  return file_answer(services::read_allegato(exchange.office, exchange.sessione->identita, exchange.richiesta.segmenti.at(0),
                                             exchange.richiesta.segmenti.at(1)));
}

Answer receipt(Exchange& exchange) {
  return file_answer(services::read_ricevuta(exchange.office, exchange.sessione->identita, exchange.richiesta.segmenti.at(0)));
}

Answer upload_uniemens(Exchange& exchange) {
  const auto& chi = exchange.sessione->identita;
  uniemens::ImportOptions options;
  const auto mine = identity::matricole(exchange.office.db, chi, exchange.office.clock.oggi());
  options.ammesse = std::set<std::string>(mine.begin(), mine.end());
  options.chi = chi.id;
  options.ruolo = identity::nome(chi.ruolo);
  std::FILE* file = exchange.richiesta.corpo_su_file.get();
  const auto report = uniemens::import_xml(
      exchange.office.db, "caricamento", [file](char* bytes, std::size_t n) { return std::fread(bytes, 1, n, file); }, options);
  if (report.file_rifiutati > 0 && !report.rifiuti.empty()) {
    const auto& first = report.rifiuti.front();
    throw Refusal(Esito::non_accettabile, first.codice,
                  first.riga > 0 ? fmt::format("Riga {}: {}", first.riga, first.motivo) : first.motivo,
                  "Correggi il file e caricalo di nuovo.");
  }
  return json_answer(report.json());
}

Answer ready(Exchange& exchange) {
  exchange.office.db.write([&](SQLite::Database& db) { store::prove_write(db, exchange.office.clock.now()); });
  return text("pronto\n", "text/plain; charset=utf-8");
}

Route open(std::string modello, Handler handler) {
  Route route;
  route.metodo = "GET";
  route.modello = std::move(modello);
  route.sessione = false;
  route.handler = std::move(handler);
  return route;
}

Route get(std::string modello, Azione azione, Handler handler, Oggetto oggetto = Oggetto::nessuno) {
  Route route = open(std::move(modello), std::move(handler));
  route.sessione = true;
  route.azione = azione;
  route.oggetto = oggetto;
  return route;
}

Route post(std::string modello, Azione azione, std::size_t limite, std::string tipo, Handler handler) {
  Route route = get(std::move(modello), azione, std::move(handler));
  route.metodo = "POST";
  route.limite = limite;
  route.tipo_corpo = std::move(tipo);
  return route;
}

void add_session_routes(Router& router, const Settings& settings) {
  if (settings.demo) {
    router.add(open("/api/v1/identita-demo", demo_list));
    Route login = post("/api/v1/sessione", Azione::usa_sessione, kJsonLimit, "application/json",
                       [&settings](Exchange& exchange) { return open_session(exchange, settings); });
    login.sessione = false;
    router.add(std::move(login));
  }
  router.add(get("/api/v1/sessione", Azione::usa_sessione,
                 [](Exchange& exchange) { return json_answer(session_body(exchange.office, *exchange.sessione)); }));
  Route logout = get("/api/v1/sessione", Azione::usa_sessione,
                     [&settings](Exchange& exchange) { return close_session(exchange, settings); });
  logout.metodo = "DELETE";
  router.add(std::move(logout));
}

}  // namespace

void add_routes(Router& router, Application& application) {
  Metrics& metrics = application.metrics();
  router.add(open("/healthz", [](Exchange&) { return text("vivo\n", "text/plain; charset=utf-8"); }));
  router.add(open("/readyz", ready));
  router.add(open("/metrics", [&metrics](Exchange& exchange) {
    return text(metrics.text(exchange.office.db.stats()), "text/plain; version=0.0.4; charset=utf-8");
  }));
  router.add(open("/api/v1/openapi.json", [](Exchange&) { return json_answer(assets::api().at("openapi.json")); }));
  add_session_routes(router, application.settings());
  router.add(get("/api/v1/matricole", Azione::cerca_matricole, [](Exchange& exchange) {
    const Request& request = exchange.richiesta;
    return json_answer(services::search_matricole(exchange.office, exchange.sessione->identita, request.parametro("q"),
                                                  request.parametro("cursore"), request.parametro("limite")));
  }));
  router.add(get("/api/v1/matricole/{matricola}/registro", Azione::legge_registro, registry, Oggetto::matricola));
  router.add(get("/api/v1/domande", Azione::elenca_domande, list));
  router.add(post("/api/v1/domande", Azione::invia_domanda, kDomandaLimit, "application/json",
                  [&metrics](Exchange& exchange) { return submit(exchange, metrics); }));
  router.add(get(
      "/api/v1/domande/{id}", Azione::legge_domanda,
      [](Exchange& exchange) {
        return json_answer(
            services::read_domanda(exchange.office, exchange.sessione->identita, exchange.richiesta.segmenti.at(0)));
      },
      Oggetto::domanda));
  router.add(get("/api/v1/domande/{id}/allegati/{n}", Azione::legge_domanda, attachment, Oggetto::domanda));
  router.add(get("/api/v1/domande/{id}/ricevuta.pdf", Azione::legge_domanda, receipt, Oggetto::domanda));
  add_office_routes(router);
  Route uniemens = post("/api/v1/uniemens", Azione::carica_uniemens, kUniemensLimit, "application/xml", upload_uniemens);
  uniemens.corpo_su_file = true;
  router.add(std::move(uniemens));
}

}  // namespace omnia::http
