#include "server/http/application.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>

#include "assets/api.hpp"
#include "server/http/guard.hpp"
#include "server/http/log.hpp"
#include "server/http/problem.hpp"
#include "server/identity/secrets.hpp"
#include "server/services/accessi.hpp"
#include "server/services/norme.hpp"
#include "server/services/refusal.hpp"

namespace omnia::http {
namespace {

using services::Esito;
using services::Refusal;

constexpr std::size_t kLongestSearch = 200;

bool changes_state(const std::string& metodo) { return metodo != "GET" && metodo != "HEAD"; }

[[noreturn]] void refuse_size() {
  throw Refusal(Esito::troppo_grande, "corpo.troppo_grande", "Il contenuto inviato supera il limite.",
                "Riduci il contenuto o dividilo in più invii.");
}

// Any exception of a route becomes a problem; what it says is for the log, never for the client.
template <class F>
Answer guarded(F&& run) {
  try {
    return run();
  } catch (const Refusal& refusal) {
    return problem(refusal);
  } catch (const store::Unwritable& e) {
    log_failure(e.what());
    return problem(503, "archivio.non_scrivibile", "L’archivio non riesce a scrivere: la richiesta non è stata registrata.",
                   "Riprova tra qualche minuto; se si ripete, segnalalo all’assistenza.");
  } catch (const std::exception& e) {
    log_failure(e.what());
    return problem(500);
  }
}

// The words by which a list was narrowed to somebody.
std::string searched(const Request& request) {
  std::string out;
  for (const char* name : {"q", "matricola", "chi"}) {
    const auto word = request.parametro(name);
    if (!word.empty()) out += (out.empty() ? "" : " ") + std::string(word.substr(0, kLongestSearch));
  }
  return out;
}

constexpr std::string_view kApi = "/api/v1/";

// "GET /api/v1/domande" -> {"stato", …}, from the document that the server gives of itself.
std::map<std::string, std::set<std::string>> documented_parameters() {
  std::map<std::string, std::set<std::string>> out;
  const auto document = nlohmann::json::parse(assets::api().at("openapi.json"));
  for (const auto& [path, methods] : document.at("paths").items()) {
    for (const auto& [method, operation] : methods.items()) {
      std::string name = method;
      std::transform(name.begin(), name.end(), name.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
      auto& known = out[name + " " + path];
      for (const auto& one : operation.value("parameters", nlohmann::json::array())) {
        const bool shared = one.contains("$ref");
        const auto& what = shared ? document.at(nlohmann::json::json_pointer(one.at("$ref").get<std::string>().substr(1))) : one;
        if (what.at("in") == "query") known.insert(what.at("name").get<std::string>());
      }
    }
  }
  return out;
}

void take_turn(Turns& turns, std::optional<Turn>& turn) {
  turn.emplace(turns);
  if (turn->taken()) return;
  throw Refusal(Esito::sovraccarico, "server.sovraccarico", "Il servizio ha troppe richieste in corso.",
                "Riprova tra qualche secondo: la bozza resta nel browser.");
}

}  // namespace

Application::Application(store::Db& db, const Settings& settings, StaticFiles files)
    : settings_(settings),
      office_{db,
              services::Clock(settings.oggi),
              identity::Sessions(db, settings.sessioni),
              std::make_shared<const norms::Norms>(services::load_norms(settings.norme)),
              {services::PdfCheck(), services::Antivirus(settings.clamav)},
              settings.sigillo,
              settings.codici,
              [this](std::string_view registrato, std::string_view motivo) {
                log_unsealed(registrato, motivo);
                metrics_.unsealed(std::string(registrato));
              }},
      by_address_(settings.richieste.indirizzo),
      by_person_(settings.richieste.identita),
      logins_(settings.richieste.accesso),
      turns_({std::max<std::size_t>(4, 2 * std::size_t{std::thread::hardware_concurrency()})}),
      files_(std::move(files)),
      parameters_(documented_parameters()) {
  if (!settings.fornitori.empty()) relying_party_.emplace(db, settings.fornitori);
  add_routes(router_, *this);
}

// A misspelt filter would give everything, without a word. What an identity provider adds to its return is its own business.
void Application::check_parameters(const Request& request, const Route& route) const {
  if (request.parametri.empty() || route.modello.rfind(kApi, 0) != 0 || route.accesso) return;
  const auto known = parameters_.find(route.metodo + " " + route.modello);
  std::set<std::string> seen;
  for (const auto& [name, value] : request.parametri) {
    if (known == parameters_.end() || known->second.count(name) == 0) {
      throw Refusal(Esito::malformata, "parametro.sconosciuto", "Il parametro «" + name + "» non è previsto.",
                    "Toglilo, o controlla come si scrive nella descrizione delle API.", name);
    }
    if (!seen.insert(name).second) {
      throw Refusal(Esito::malformata, "parametro.ripetuto", "Il parametro «" + name + "» è scritto più volte.",
                    "Scrivilo una volta sola.", name);
    }
  }
}

void Application::check_rate(RateLimit& limit, const std::string& key) const {
  const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
  const int wait = limit.take(key, now.count());
  if (wait == 0) return;
  Refusal refusal(Esito::troppe, "richieste.troppe", "Hai inviato troppe richieste in poco tempo.",
                  "Riprova tra " + std::to_string(wait) + (wait == 1 ? " secondo." : " secondi."));
  refusal.riprova_dopo = wait;
  throw refusal;
}

void Application::check_body_headers(const Request& request, const Route& route) const {
  if (!changes_state(route.metodo)) return;
  const auto length = request.intestazione("Content-Length");
  const bool chunked = !request.intestazione("Transfer-Encoding").empty();
  std::size_t bytes = 0;
  if (length.empty() && !chunked && route.limite > 0) {
    throw Refusal(Esito::senza_lunghezza, "corpo.lunghezza_assente", "La richiesta non dichiara la lunghezza del contenuto.",
                  "Aggiungi Content-Length.");
  }
  if (!length.empty()) {
    const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), bytes);
    if (error == std::errc::result_out_of_range) refuse_size();
    if (error != std::errc() || end != length.data() + length.size()) {
      throw Refusal(Esito::malformata, "corpo.lunghezza", "La lunghezza dichiarata del contenuto non è un numero.",
                    "Correggi Content-Length.");
    }
  }
  if (bytes > route.limite) refuse_size();
  if (!request.intestazione("Content-Encoding").empty() &&
      !equal_ignoring_case(request.intestazione("Content-Encoding"), "identity")) {
    throw Refusal(Esito::tipo_non_ammesso, "corpo.codifica", "La codifica del contenuto non è ammessa.",
                  "Invia il contenuto non compresso.");
  }
  const std::string type = media_type(request.intestazione("Content-Type"));
  const bool right = type == route.tipo_corpo || (route.tipo_corpo == "application/xml" && type == "text/xml");
  if ((bytes > 0 || chunked) && !route.tipo_corpo.empty() && !right) {
    throw Refusal(Esito::tipo_non_ammesso, "corpo.tipo", "Il tipo di contenuto non è ammesso.",
                  "Invia il contenuto come " + route.tipo_corpo + ".");
  }
}

std::optional<identity::Session> Application::check_caller(const Request& request, const Route& route,
                                                           std::optional<Turn>& turn) {
  if (changes_state(route.metodo)) check_origin(request, settings_.https);
  if (route.accesso) check_rate(logins_, rate_key(request.indirizzo));
  if (!route.sessione) return std::nullopt;
  const auto token = request.cookie(identity::kCookie);
  if (token.empty() && route.anche_senza) return std::nullopt;
  if (token.empty())
    throw Refusal(Esito::non_autenticata, "sessione.assente", "Per continuare serve l’accesso.", "Accedi e riprova.");
  auto session = office_.sessions.find(token, office_.clock.now());
  if (!session) {
    throw Refusal(Esito::non_autenticata, "sessione.scaduta", "La sessione è scaduta.",
                  "Accedi di nuovo: la bozza resta nel browser.");
  }
  if (changes_state(route.metodo) && !identity::same_secret(request.intestazione("X-CSRF-Token"), session->csrf)) {
    throw Refusal(Esito::vietata, "csrf.non_valido", "Il controllo contro le richieste falsificate non è riuscito.",
                  "Ricarica la pagina e riprova.");
  }
  check_rate(by_person_, session->identita.codice_fiscale);
  if (!changes_state(route.metodo)) take_turn(turns_, turn);  // not before: the use of a session waits for the disk
  identity::authorise(office_.db, session->identita, route.azione, route.oggetto,
                      request.segmenti.empty() ? std::string_view() : request.segmenti.front(), office_.clock.oggi());
  return session;
}

Application::Start Application::start(Request& request) {
  Start start;
  start.rotta = "(nessuna)";
  std::optional<Turn> turn;
  Answer first = guarded([&]() -> Answer {
    check_characters(request);
    auto match = router_.match(request.metodo, request.percorso);
    if (!match) {
      const auto file = files_.find(request);
      if (!file) return problem(404);
      start.rotta = "(file)";
      if (!changes_state(request.metodo)) return *file;
      match = Router::Match{nullptr, {}, "GET, HEAD"};
    }
    if (match->route == nullptr) {
      Answer refused = problem(405, "metodo.non_ammesso", "Questo indirizzo non ammette il metodo " + request.metodo + ".",
                               "Usa uno di questi: " + match->ammessi + ".");
      refused.intestazioni.emplace_back("Allow", match->ammessi);
      return refused;
    }
    start.rotta = match->route->modello;
    if (request.percorso.rfind("/api/", 0) == 0) check_rate(by_address_, rate_key(request.indirizzo));
    request.segmenti = std::move(match->segmenti);
    start.admitted.sessione = check_caller(request, *match->route, turn);
    if (start.admitted.sessione) start.ruolo = identity::nome(start.admitted.sessione->identita.ruolo);
    check_parameters(request, *match->route);
    check_body_headers(request, *match->route);
    start.admitted.route = match->route;
    return {};
  });
  if (start.admitted.route == nullptr) {
    start.answer = std::move(first);
  } else if (request.metodo != "POST") {
    start.answer = finish(request, start.admitted);
    turn.reset();  // what follows waits for the disk
    if (start.answer->stato == 200 && start.admitted.sessione)
      *start.answer = recorded(request, start.admitted, std::move(*start.answer));
  }
  return start;
}

// An answer leaves only when its consultation is written.
Answer Application::recorded(const Request& request, const Admitted& admitted, Answer answer) {
  return guarded([&] {
    record(request, admitted);
    return std::move(answer);
  });
}

// What somebody read of one position, or searched by words, position or person, is a consultation; the pages of the own lists
// are not.
void Application::record(const Request& request, const Admitted& admitted) {
  const Route& route = *admitted.route;
  const std::string search = searched(request);
  if (changes_state(route.metodo) || (route.oggetto == identity::Oggetto::nessuno && search.empty())) return;
  const std::string what = route.oggetto == identity::Oggetto::nessuno ? "ricerca: " + search : request.percorso;
  services::record_access(office_, admitted.sessione->identita,
                          {route.azione, route.oggetto, request.segmenti.empty() ? std::string_view() : request.segmenti.front(),
                           what, request.indirizzo});
}

Answer Application::finish(Request& request, const Admitted& admitted) {
  return guarded([&] {
    Exchange exchange{request, office_, admitted.sessione ? &*admitted.sessione : nullptr};
    Answer answer = admitted.route->handler(exchange);
    if (changes_state(request.metodo)) tell(exchange, *admitted.route);
    return answer;
  });
}

// After the write: what is told can be read.
void Application::tell(const Exchange& exchange, const Route& route) {
  std::string domanda = exchange.cambiata;
  if (domanda.empty() && route.oggetto == identity::Oggetto::domanda) domanda = exchange.richiesta.segmenti.front();
  if (domanda.empty()) return;
  try {
    auto whom = identity::interessati(office_.db, identity::Azione::elenca_domande, domanda, office_.clock.oggi());
    news_.publish(std::move(domanda), std::move(whom), identity::sha256_hex(exchange.richiesta.cookie(identity::kCookie)));
  } catch (const std::exception& e) {  // what was done is done: the news is a courtesy
    log_failure(e.what());
  }
}

bool Application::may_listen(const Ascolto& ascolto) {
  try {
    if (!office_.sessions.lives(ascolto.impronta, office_.clock.now())) return false;
    identity::authorise(office_.db, ascolto.chi, identity::Azione::elenca_domande, identity::Oggetto::nessuno, {},
                        office_.clock.oggi());
    return true;
  } catch (const Refusal&) {
    return false;
  } catch (const std::exception& e) {
    log_failure(e.what());
    return false;
  }
}

}  // namespace omnia::http
