#include "server/http/server.hpp"

#include <arpa/inet.h>
#include <malloc.h>
#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>

#include "server/http/application.hpp"
#include "server/http/library.hpp"
#include "server/http/listener.hpp"
#include "server/http/log.hpp"
#include "server/http/places.hpp"
#include "server/http/problem.hpp"
#include "server/identity/secrets.hpp"
#include "server/services/antivirus.hpp"
#include "server/services/segnatura.hpp"
#include "server/store/segnature_store.hpp"

namespace omnia::http {
namespace {

constexpr std::size_t kMaxBody = std::size_t{51} * 1024 * 1024;  // above every route's limit: what the library itself refuses
constexpr std::size_t kHeavyBody = std::size_t{1024} * 1024;
constexpr int kArenas = 4;  // of the allocator: one for each of the many threads would keep what each once needed
// A body that comes while we wait holds a thread, and a large one memory.
constexpr int kComingAtOnce = 64;
constexpr int kComingOfOne = 24;
constexpr int kHeavyAtOnce = 8;
constexpr int kHeavyOfOne = 6;
constexpr std::chrono::milliseconds kPatience{200};  // for one of these places: who waits holds a thread too

// What one request leaves for its log line. A request is served by one thread from first byte to last.
struct Trace {
  Request request;
  Application::Admitted admitted;
  std::string rotta = "(illeggibile)";
  std::string ruolo;
};
thread_local Trace trace;

// Behind our proxy, what it wrote last in X-Forwarded-For; whatever stands before may come from the client.
std::string peer_of(const httplib::Request& from, const std::string& proxy) {
  if (proxy.empty() || from.remote_addr != proxy) return from.remote_addr;
  const std::string chain = from.get_header_value("X-Forwarded-For");
  const auto begin = chain.find_last_of(", ");
  const std::string last = begin == std::string::npos ? chain : chain.substr(begin + 1);
  return last.empty() ? from.remote_addr : last;
}

Request translate(const httplib::Request& from, const std::string& proxy) {
  Request to;
  to.metodo = from.method;
  to.percorso = from.path;
  to.indirizzo = peer_of(from, proxy);
  for (const auto& [key, value] : from.params) to.parametri.emplace_back(key, value);
  for (const auto& [key, value] : from.headers) to.intestazioni.emplace_back(key, value);
  return to;
}

void give(Answer answer, httplib::Response& to) {
  to.status = answer.stato;
  for (const auto& [key, value] : answer.intestazioni) to.set_header(key, value);
  if (answer.ascolto && trace.request.metodo == "GET") {
    Listener::keep_open(std::move(answer.ascolto));
    to.set_content_provider(answer.tipo, [beginning = std::move(answer.corpo)](std::size_t, httplib::DataSink& sink) {
      const bool written = sink.write(beginning.data(), beginning.size());
      sink.done();
      return written;
    });
    return;
  }
  if (answer.corpo_condiviso) {
    const auto body = answer.corpo_condiviso;
    to.set_content_provider(body->size(), answer.tipo, [body](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
      return sink.write(body->data() + offset, length);
    });
  } else if (answer.stato != 204 && answer.stato != 304) {
    to.set_content(std::move(answer.corpo), answer.tipo);
  }
}

class Adapter {
 public:
  Adapter(Application& application, std::string proxy) : application_(application), proxy_(std::move(proxy)) {}

  // Judges head and caller before the body. true: answered.
  bool begin(const httplib::Request& request, httplib::Response& response) {
    trace = Trace();
    trace.request = translate(request, proxy_);
    if (!request.has_header("Content-Length") && !request.has_header("Transfer-Encoding")) {
      // No body was announced (RFC 9112 §6.3), but after a DELETE or a POST the library would wait for one and swallow the
      // next request of the connection. The object behind this reference is not const.
      const_cast<httplib::Request&>(request).body_consumed_ = true;  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    }
    auto start = application_.start(trace.request);
    trace.rotta = std::move(start.rotta);
    trace.ruolo = std::move(start.ruolo);
    if (!start.answer) {
      trace.admitted = std::move(start.admitted);
      return false;
    }
    give(std::move(*start.answer), response);
    return true;
  }

  void with_body(const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& reader) {
    const Route& route = *trace.admitted.route;
    const std::size_t length = request.has_header("Content-Length") ? request.get_header_value_u64("Content-Length") : kMaxBody;
    std::optional<Place> heavy;
    if (length > kHeavyBody && route.limite > kHeavyBody) heavy.emplace(heavy_, trace.request.indirizzo, kPatience);
    const int refused = heavy && !heavy->taken() ? 503 : receive(route, length, reader);
    if (refused == 503) {
      give(problem(503, "server.occupato", "Il servizio sta ricevendo molti contenuti grandi.", "Riprova tra qualche secondo."),
           response);
      return;
    }
    give(refused == 0 ? application_.finish(trace.request, trace.admitted) : problem(refused), response);
  }

  void finish_headers(const httplib::Request&, httplib::Response& response) {
    Pairs headers;
    for (const char* known : {"Cache-Control", "Content-Type"}) {
      if (response.has_header(known)) headers.emplace_back(known, response.get_header_value(known));
    }
    const auto added = static_cast<Pairs::difference_type>(headers.size());
    add_security_headers(headers, application_.settings().https);
    std::for_each(headers.begin() + added, headers.end(),
                  [&](const auto& pair) { response.set_header(pair.first, pair.second); });
    response.set_header("X-Request-Id", identity::random_uuid());
  }

  void log(const httplib::Request& request, const httplib::Response& response) {
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - request.start_time_).count();
    application_.metrics().request(request.method.empty() ? "?" : request.method, trace.rotta, response.status, seconds);
    log_access({request.method, trace.rotta, response.status, seconds * 1000, response.body.size() + response.content_length_,
                trace.ruolo, response.get_header_value("X-Request-Id")});
    trace = Trace();
  }

 private:
  // 0, or the status of the refusal: 503 when too many bodies are coming. The place is free again before the work begins.
  int receive(const Route& route, std::size_t length, const httplib::ContentReader& reader) {
    std::optional<Place> coming;
    if (length > kShortBody) coming.emplace(coming_, trace.request.indirizzo, kPatience);
    return coming && !coming->taken() ? 503 : read_body(route, reader);
  }

  // 0, or the status of the refusal. Nothing beyond the route's limit is ever kept.
  static int read_body(const Route& route, const httplib::ContentReader& reader) {
    std::size_t size = 0;
    bool too_large = false;
    if (route.corpo_su_file) {
      trace.request.corpo_su_file = std::shared_ptr<std::FILE>(std::tmpfile(), [](std::FILE* file) {
        if (file != nullptr) std::fclose(file);
      });
      if (!trace.request.corpo_su_file) return 500;
    }
    std::FILE* file = trace.request.corpo_su_file.get();
    const bool complete = reader([&](const char* bytes, std::size_t n) {
      size += n;
      too_large = size > route.limite;
      if (too_large) return false;
      if (file != nullptr) return std::fwrite(bytes, 1, n, file) == n;
      trace.request.corpo.append(bytes, n);
      return true;
    });
    if (too_large) return 413;
    if (!complete) return 408;
    if (file != nullptr) std::rewind(file);
    return 0;
  }

  Application& application_;
  std::string proxy_;
  Places coming_{kComingAtOnce, kComingOfOne};
  Places heavy_{kHeavyAtOnce, kHeavyOfOne};
};

void configure(httplib::Server& server) {
  server.set_tcp_nodelay(true);
  // SO_REUSEADDR only: with the library's SO_REUSEPORT two servers would share one port in silence.
  server.set_socket_options([](socket_t sock) {
    const int yes = 1;
    ::setsockopt(sock, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  server.set_payload_max_length(kMaxBody);
}

void connect(httplib::Server& server, Adapter& adapter) {
  using Handled = httplib::Server::HandlerResponse;
  server.set_pre_routing_handler([&adapter](const httplib::Request& request, httplib::Response& response) {
    return adapter.begin(request, response) ? Handled::Handled : Handled::Unhandled;
  });
  server.set_expect_100_continue_handler([&adapter](const httplib::Request& request, httplib::Response& response) {
    return adapter.begin(request, response) && response.status >= 400 ? response.status : 100;
  });
  // Only admitted POSTs come this far: the pre-routing handler has answered everything else.
  server.Post(".*", [&adapter](const httplib::Request& request, httplib::Response& response,
                               const httplib::ContentReader& reader) { adapter.with_body(request, response, reader); });
  server.set_error_handler([](const httplib::Request&, httplib::Response& response) {
    if (response.body.empty() && !response.content_provider_) give(problem(response.status), response);
    return Handled::Handled;
  });
  server.set_exception_handler([](const httplib::Request&, httplib::Response& response, std::exception_ptr error) {
    try {
      std::rethrow_exception(std::move(error));
    } catch (const std::exception& e) {
      log_failure(e.what());
    } catch (...) {
      log_failure("eccezione sconosciuta");
    }
    give(problem(500), response);
  });
  server.set_post_routing_handler(
      [&adapter](const httplib::Request& request, httplib::Response& response) { adapter.finish_headers(request, response); });
  server.set_logger(
      [&adapter](const httplib::Request& request, const httplib::Response& response) { adapter.log(request, response); });
}

int bind_port(httplib::Server& server, const Options& options) {
  if (options.port == 0) {
    const int port = server.bind_to_any_port(options.host);
    if (port > 0) return port;
  } else if (server.bind_to_port(options.host, options.port)) {
    return options.port;
  }
  throw std::runtime_error("La porta " + std::to_string(options.port) + " su " + options.host +
                           " non si può aprire: è già in uso oppure non è permessa, o l’indirizzo non è di questo computer. "
                           "Indicane un’altra con --port, o un altro con --host.");
}

std::shared_ptr<const documents::Sigillo> seal_of(const Options& options) {
  const std::int64_t now = services::Clock().now();
  if (!options.sigillo_chiave.empty() || !options.sigillo_certificato.empty()) {
    return std::make_shared<documents::Sigillo>(
        documents::Sigillo::leggi(options.sigillo_chiave, options.sigillo_certificato, now));
  }
  if (!options.demo) return nullptr;
  return std::make_shared<documents::Sigillo>(documents::Sigillo::dimostrativo(options.db + ".sigillo-dimostrativo.pem", now));
}

[[noreturn]] void wrong(const std::string& what) { throw std::runtime_error(what); }

bool is_address(const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> out{};
  return ::inet_pton(AF_INET, text.c_str(), out.data()) == 1 || ::inet_pton(AF_INET6, text.c_str(), out.data()) == 1;
}

// Values that would be taken and mean something else, or nothing.
void check(const Options& options) {
  if (options.db.empty()) wrong("Il file di --db non ha nome: indica dove sta l’archivio.");
  if (options.host.empty()) wrong("L’indirizzo di --host è vuoto: indica 127.0.0.1, o 0.0.0.0 per ascoltare su tutti.");
  if (!options.proxy.empty() && !is_address(options.proxy)) {
    wrong("L’indirizzo di --proxy-fidato («" + options.proxy +
          "») non è IPv4 né IPv6: scrivilo come 127.0.0.1, altrimenti tutti sembrerebbero la stessa persona.");
  }
  if (options.sessione_inattiva > options.sessione_massima) {
    wrong(
        "--sessione-inattiva supera --sessione-massima: una sessione finirebbe prima di poter essere inattiva. Abbassa la "
        "prima o alza la seconda.");
  }
}

Settings settings_of(const Options& options) {
  check(options);
  Settings settings;
  settings.demo = options.demo;
  settings.https = options.https;
  settings.norme = options.norme;
  settings.clamav = options.clamav;
  settings.sessioni = {options.sessione_inattiva, options.sessione_massima};
  settings.contatto = options.contatto;
  if (!settings.contatto.empty() && settings.contatto.rfind("mailto:", 0) != 0 && settings.contatto.rfind("https://", 0) != 0) {
    throw std::runtime_error("Il contatto di --contatto-sicurezza deve cominciare con mailto: oppure con https://.");
  }
  settings.codici = options.codici;
  if (const std::string wrong = documents::difetto(settings.codici); !wrong.empty()) throw std::runtime_error(wrong);
  settings.richieste = {options.richieste_indirizzo, options.richieste_identita, options.richieste_accesso};
  if (!options.identita.empty()) settings.fornitori = identity::oidc::load_providers(options.identita);
  if (!options.demo && settings.fornitori.empty()) {
    throw std::runtime_error(
        "Nessuno potrebbe accedere: non è configurato alcun fornitore di identità. Indica il file dei fornitori con --identita, "
        "oppure usa --demo per provare il servizio con identità inventate.");
  }
  if (!options.oggi.empty()) {
    const auto day = domain::Date::parse(options.oggi);
    if (!day.ok()) throw std::runtime_error("La data di --oggi non è valida: " + day.reason().testo);
    settings.oggi = day.value();
  }
  return settings;
}

// A wrong path would be found out by the first who sends an attachment. The office starts all the same: the daemon may start
// after it.
void try_antivirus(const std::string& socket) {
  std::string firma;
  if (!socket.empty() && services::Antivirus(socket, 2).examine({}, firma) != services::EsitoAntivirus::pulito)
    log_failure("l’antivirus di --clamav non risponde su «" + socket + "»: finché non risponde gli allegati sono rimandati.");
}

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

}  // namespace

int run(const Options& options) {
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // before any thread: only the one below takes them
  ::mallopt(M_ARENA_MAX, kArenas);
  ::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error of the write, not the end of the process
  start_log(options.silenzioso);
  Settings settings = settings_of(options);
  store::Db db(options.db);
  settings.sigillo = seal_of(options);  // after the archive: a folder that cannot be written is told there
  services::remember_codes(db, settings.codici);
  const auto unsealed = db.read([](store::Connection& connection) { return store::count_senza_segnatura(connection); });
  if (unsealed > 0) log_event("domande, richieste e provvedimenti senza segnatura informatica: " + std::to_string(unsealed));
  log_event(settings.sigillo ? "sigillo elettronico: " + settings.sigillo->titolare() : "nessun sigillo elettronico");
  try_antivirus(options.clamav);
  Application application(db, settings, options.web.empty() ? StaticFiles() : StaticFiles(options.web));
  Adapter adapter(application, options.proxy);
  Listener server(
      options.proxy, options.https, [&application](const char* motivo) { application.metrics().sent_away(motivo); },
      application.news(), [&application](const Ascolto& ascolto) { return application.may_listen(ascolto); });
  application.metrics().count_streams([&server] { return server.streams(); });
  configure(server);
  connect(server, adapter);
  const int port = bind_port(server, options);
  std::thread stopper([&server, &signals] {
    int signal = 0;
    sigwait(&signals, &signal);
    log_event("arresto richiesto");
    server.halt();
  });
  std::printf("in ascolto su http://%s:%d\n", options.host.c_str(), port);
  std::fflush(stdout);
  log_event("avviato");
  const bool clean = server.serve_until_halt();  // returns when the requests under way are answered
  ::kill(::getpid(), SIGTERM);  // if the port failed by itself the stopper still waits; otherwise the signal stays blocked
  stopper.join();
  log_event("fermato");
  return clean ? 0 : 1;
}

}  // namespace omnia::http
