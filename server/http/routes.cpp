// Every route of the API in one table: each names its action and, if its path does, its object, and the gate of the
// application asks the table of powers before the handler runs.
#include <fmt/format.h>

#include <set>

#include "assets/api.hpp"
#include "server/http/application.hpp"
#include "server/http/json_body.hpp"
#include "server/http/route.hpp"
#include "server/services/domande.hpp"
#include "server/services/invio.hpp"
#include "server/services/matricole.hpp"
#include "server/services/refusal.hpp"
#include "server/services/segnatura.hpp"
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

constexpr std::size_t kDomandaLimit = 20 * kMiB;
constexpr std::size_t kUniemensLimit = 50 * kMiB;

Answer registry(Exchange& exchange) {
  const auto& chi = exchange.sessione->identita;
  const auto& matricola = exchange.richiesta.segmenti.at(0);
  const auto registro = services::read_registry(exchange.office, chi, identity::Azione::legge_registro, matricola);
  return json_answer(wire::write(registro));
}

Answer submit(Exchange& exchange, Metrics& metrics) {
  try {
    auto esito = services::submit(exchange.office, exchange.sessione->identita,
                                  exchange.richiesta.intestazione("Idempotency-Key"), exchange.richiesta.corpo, &parse_json_body);
    metrics.submission(esito.ripetuta ? "ripetuta" : "accolta");
    if (!esito.ripetuta) exchange.cambiata = esito.id;
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
  Answer answer = text_answer(std::move(found.contenuto), found.tipo);
  answer.intestazioni.emplace_back("Content-Disposition", disposition(found.nome));
  return answer;
}

Answer attachment(Exchange& exchange) {
  return file_answer(
      services::read_allegato(exchange.office, exchange.richiesta.segmenti.at(0), exchange.richiesta.segmenti.at(1)));
}

Answer receipt(Exchange& exchange) {
  return file_answer(services::read_ricevuta(exchange.office, exchange.richiesta.segmenti.at(0)));
}

Answer seal(Exchange& exchange) {
  return file_answer(services::read_segnatura(exchange.office, exchange.richiesta.segmenti.at(0)));
}

Answer seal_of_act(Exchange& exchange) {
  const auto& path = exchange.richiesta.segmenti;
  return file_answer(services::read_segnatura_atto(exchange.office, path.at(0), path.at(1)));
}

Answer seal_of_request(Exchange& exchange) {
  const auto& path = exchange.richiesta.segmenti;
  return file_answer(services::read_segnatura_richiesta(exchange.office, path.at(0), path.at(1)));
}

Answer registered(Exchange& exchange) {
  return file_answer(services::read_registrata(exchange.office, exchange.richiesta.segmenti.at(0)));
}

Answer upload_uniemens(Exchange& exchange) {
  const auto& chi = exchange.sessione->identita;
  uniemens::ImportOptions options;
  const auto mine = identity::matricole(exchange.office.db, chi, exchange.office.clock.oggi(), Azione::carica_uniemens);
  options.ammesse = std::set<std::string>(mine.begin(), mine.end());
  options.ultimo_mese = domain::YearMonth::of(exchange.office.clock.oggi());
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

// RFC 9116. Half a year ahead: as long as the service runs, it is never out of date.
std::string security_txt(const std::string& contatto, domain::Date oggi) {
  return fmt::format("Contact: {}\nExpires: {}T00:00:00Z\nPreferred-Languages: it, en\n", contatto, (oggi + 180).iso());
}

Answer ready(Exchange& exchange) {
  exchange.office.db.write([&](store::Connection& db) { store::prove_write(db, exchange.office.clock.now()); });
  return text_answer("pronto\n", "text/plain; charset=utf-8");
}

}  // namespace

void add_routes(Router& router, Application& application) {
  Metrics& metrics = application.metrics();
  router.add(open("/healthz", [](Exchange&) { return text_answer("vivo\n", "text/plain; charset=utf-8"); }));
  router.add(open("/readyz", ready));
  router.add(open("/metrics", [&metrics](Exchange& exchange) {
    return text_answer(metrics.text(exchange.office.db.stats()), "text/plain; version=0.0.4; charset=utf-8");
  }));
  router.add(open("/api/v1/openapi.json", [](Exchange&) { return json_answer(assets::api().at("openapi.json")); }));
  if (!application.settings().contatto.empty()) {
    router.add(open("/.well-known/security.txt", [&application](Exchange& exchange) {
      return text_answer(security_txt(application.settings().contatto, exchange.office.clock.oggi()),
                         "text/plain; charset=utf-8");
    }));
  }
  add_identity_routes(router, application);
  add_grant_routes(router, application);
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
      [](Exchange& exchange) { return json_answer(services::read_domanda(exchange.office, exchange.richiesta.segmenti.at(0))); },
      Oggetto::domanda));
  router.add(get("/api/v1/domande/{id}/allegati/{n}", Azione::legge_domanda, attachment, Oggetto::domanda));
  router.add(get("/api/v1/domande/{id}/ricevuta.pdf", Azione::legge_domanda, receipt, Oggetto::domanda));
  router.add(get("/api/v1/domande/{id}/segnatura.xml", Azione::legge_domanda, seal, Oggetto::domanda));
  router.add(get("/api/v1/domande/{id}/provvedimenti/{n}/segnatura.xml", Azione::legge_domanda, seal_of_act, Oggetto::domanda));
  router.add(get("/api/v1/domande/{id}/richieste/{n}/segnatura.xml", Azione::legge_domanda, seal_of_request, Oggetto::domanda));
  router.add(get("/api/v1/domande/{id}/domanda.json", Azione::legge_domanda, registered, Oggetto::domanda));
  add_office_routes(router);
  add_service_routes(router);
  add_news_routes(router, application.news());
  Route uniemens = post("/api/v1/uniemens", Azione::carica_uniemens, kUniemensLimit, "application/xml", upload_uniemens);
  uniemens.corpo_su_file = true;
  router.add(std::move(uniemens));
}

}  // namespace omnia::http
