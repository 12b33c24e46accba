#include "server/http/listener.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <stdexcept>
#include <utility>

#include "server/http/application.hpp"
#include "server/http/log.hpp"
#include "server/http/problem.hpp"

namespace omnia::http {
namespace {

using std::chrono::milliseconds;

constexpr int kThreadsOfOne = 224;     // of one address: some threads stay for the others
constexpr int kKeepAliveSeconds = 10;  // for a connection to begin its next request, and to send it
constexpr int kKeepAliveRequests = 10000;
constexpr int kWriteSeconds = 10;
constexpr rlim_t kMaxFiles = 65536;
constexpr rlim_t kFewestFiles = 256;
constexpr std::size_t kFilesForOurselves = 2048;  // archive, uploads, helpers: at most so many, at least a quarter of all
constexpr milliseconds kPause{20};                // before accept() is tried again when the system has nothing to give

// As many files as the system lets this process have: an idle connection needs one.
std::size_t raise_file_limit() {
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, kMaxFiles);
  ::setrlimit(RLIMIT_NOFILE, &limit);
  ::getrlimit(RLIMIT_NOFILE, &limit);
  if (limit.rlim_cur < kFewestFiles) {
    throw std::runtime_error("Il sistema concede solo " + std::to_string(limit.rlim_cur) + " file aperti: ne servono almeno " +
                             std::to_string(kFewestFiles) + ". Alza il limite (LimitNOFILE, ulimit -n).");
  }
  return static_cast<std::size_t>(limit.rlim_cur);
}

std::size_t connections_for(std::size_t files) { return files - std::min(files / 4, kFilesForOurselves); }

// A whole answer for a connection whose request nobody reads.
std::string farewell_words(const Answer& answer, bool https) {
  Pairs headers = answer.intestazioni;
  add_security_headers(headers, https);
  std::string text = "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Type: " + answer.tipo +
                     "\r\nContent-Length: " + std::to_string(answer.corpo.size()) + "\r\n";
  for (const auto& [name, value] : headers) text.append(name).append(": ").append(value).append("\r\n");
  return text + "\r\n" + answer.corpo;
}

void set_timeouts(int socket) {
  const int yes = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  const timeval wait{kWriteSeconds, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait);
}

// The listening socket itself is broken: nothing more will come of it. Every other error is of one connection, or passes.
bool listening_is_over(int error) { return error == EBADF || error == EINVAL || error == ENOTSOCK || error == EOPNOTSUPP; }
bool system_has_nothing_left(int error) { return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM; }

// A request is served by one thread from first byte to last.
thread_local std::shared_ptr<const Ascolto> kept_open;

}  // namespace

Listener::Listener(std::string proxy, bool https, std::function<void(const char*)> refused, News& news,
                   std::function<bool(const Ascolto&)> living)
    : refused_(std::move(refused)),
      busy_(farewell_words(problem(503, "server.sovraccarico", "Il servizio ha troppe richieste in corso.",
                                   "Riprova tra qualche secondo: la bozza resta nel browser."),
                           https)),
      too_many_in_hand_(
          farewell_words(problem(503, "server.troppe_insieme", "Dal tuo indirizzo arrivano troppe richieste insieme.",
                                 "Aspetta che quelle in corso finiscano e riprova."),
                         https)),
      in_hand_(std::numeric_limits<int>::max(), kThreadsOfOne, std::move(proxy)),
      most_open_(connections_for(raise_file_limit())),
      farewell_({}, [this](int socket) { close(socket); }),
      parking_(
          {most_open_, std::chrono::seconds(kKeepAliveSeconds)}, [this](Connection one) { enqueue(std::move(one)); },
          [this](const Connection& one) { close(one.socket); }),
      streams_({most_open_ / 2}, news, std::move(living), [this](int socket) { close(socket); }) {
  set_keep_alive_max_count(kKeepAliveRequests);
  set_keep_alive_timeout(kKeepAliveSeconds);
}

Listener::~Listener() = default;

bool Listener::serve_until_halt() {
  pool_ = std::make_unique<Pool>(Pool::Limits());
  bool clean = true;
  while (!halted_) {
    const int socket = ::accept4(svr_sock_, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket >= 0) {
      accept_one(socket);
      continue;
    }
    const int error = errno;
    if (halted_) break;
    if (listening_is_over(error)) {
      log_failure("la porta non riceve più connessioni");
      clean = false;
      break;
    }
    if (system_has_nothing_left(error)) {
      make_room();
      std::this_thread::sleep_for(kPause);
    }
  }
  parking_.stop();
  pool_->shutdown();
  streams_.stop();
  farewell_.stop();
  ::close(svr_sock_.exchange(INVALID_SOCKET));
  return clean;
}

void Listener::halt() {
  halted_ = true;
  ::shutdown(svr_sock_, SHUT_RDWR);  // wakes accept()
}

void Listener::accept_one(int socket) {
  ++open_;
  set_timeouts(socket);
  Connection one;
  one.socket = socket;
  one.requests_left = kKeepAliveRequests;
  httplib::detail::get_remote_ip_and_port(socket, one.remote, one.remote_port);
  httplib::detail::get_local_ip_and_port(socket, one.local, one.local_port);
  if (open_ > most_open_ && !make_room()) {
    send_away(one, "connessioni", busy_);
    return;
  }
  if (Parking::request_has_come(socket)) {
    enqueue(std::move(one));
  } else {
    parking_.put(std::move(one));
  }
}

// Sends away the connection that has waited longest for nothing.
bool Listener::make_room() { return farewell_.make_room() || parking_.make_room(); }

void Listener::enqueue(Connection one) {
  auto shared = std::make_shared<Connection>(std::move(one));
  pool_->enqueue({[this, shared] { serve(std::move(*shared)); }, [this, shared] { send_away(*shared, "coda", busy_); }});
}

// Requests that have come already; then the connection waits without a thread. What the parking gave back late is read as it is.
void Listener::serve(Connection one) {
  for (bool on = true; on;) {
    if (one.spent.count() == 0 && !Parking::request_has_come(one.socket)) {
      parking_.put(std::move(one));
      return;
    }
    if (!in_hand_.take(one.remote)) {
      send_away(one, "indirizzo", too_many_in_hand_);
      return;
    }
    on = serve_request(one) && !halted_;
    in_hand_.give_back(one.remote);
    if (const auto ascolto = std::exchange(kept_open, nullptr)) {
      streams_.put(one.socket, *ascolto);
      return;
    }
  }
  leave(one);
}

void Listener::keep_open(std::shared_ptr<const Ascolto> ascolto) { kept_open = std::move(ascolto); }

bool Listener::serve_request(Connection& one) {
  kept_open = nullptr;
  one.requests_left -= 1;
  bool closed = false;
  PacedStream stream(one.socket, Pace(), one.spent);
  one.spent = milliseconds(0);
  const bool served = process_request(stream, one.remote, one.remote_port, one.local, one.local_port, one.requests_left == 0,
                                      closed, nullptr, nullptr);
  if (!served) kept_open = nullptr;
  return served && !closed && !stream.refused() && one.requests_left > 0;
}

// A few hundred bytes: the system's buffer takes them at once, or the client has stopped reading.
void Listener::send_away(const Connection& one, const char* motivo, const std::string& answer) {
  refused_(motivo);
  if (::send(one.socket, answer.data(), answer.size(), MSG_DONTWAIT | MSG_NOSIGNAL) < 0) {
    close(one.socket);
  } else {
    leave(one);
  }
}

void Listener::leave(const Connection& one) { farewell_.put(one.socket); }

void Listener::close(int socket) {
  ::shutdown(socket, SHUT_RDWR);
  ::close(socket);
  --open_;
}

}  // namespace omnia::http
