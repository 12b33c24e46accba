// The listening socket and its connections: who is served by a thread, who waits without one, who is sent away and what it is
// told. The library reads requests and writes answers; it does not listen, because its loop leaves for good at the first
// connection that broke off too early, and spins when the system has no descriptor left.
#pragma once
#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "server/http/farewell.hpp"
#include "server/http/library.hpp"
#include "server/http/paced_stream.hpp"
#include "server/http/parking.hpp"
#include "server/http/places.hpp"
#include "server/http/pool.hpp"
#include "server/http/streams.hpp"

namespace omnia::http {

class Listener : public httplib::Server {
 public:
  // `proxy`: the address that speaks for everybody. `https`: what is said before a request is read has the same security headers
  // as every answer, HSTS among them. `refused` is told why a connection was sent away with a word: "coda" (every
  // thread busy and too many waiting), "indirizzo" (too many requests in hand of one address), "connessioni" (no descriptor left
  // for it). Throws std::runtime_error when the system gives too few descriptors.
  // `living`: whether who listens to `news` still may.
  Listener(std::string proxy, bool https, std::function<void(const char* motivo)> refused, News& news,
           std::function<bool(const Ascolto&)> living);
  ~Listener() override;

  // Serves until halt(), then finishes what is under way. False: the port failed by itself.
  bool serve_until_halt();
  // From any thread, also before serve_until_halt().
  void halt();
  // The connection whose request this thread answers stays open for the news.
  static void keep_open(std::shared_ptr<const Ascolto> ascolto);
  [[nodiscard]] std::size_t streams() const { return streams_.open(); }

 private:
  void accept_one(int socket);
  bool make_room();
  void enqueue(Connection one);
  void serve(Connection one);
  bool serve_request(Connection& one);
  void send_away(const Connection& one, const char* motivo, const std::string& answer);
  void leave(const Connection& one);  // our last byte has been written
  void close(int socket);

  std::function<void(const char*)> refused_;
  std::string busy_, too_many_in_hand_;  // whole answers, ready before anybody is in a hurry
  Places in_hand_;
  std::size_t most_open_;
  std::atomic<std::size_t> open_{0};
  std::atomic<bool> halted_{false};
  std::unique_ptr<Pool> pool_;
  Farewell farewell_;
  Parking parking_;
  Streams streams_;
};

}  // namespace omnia::http
