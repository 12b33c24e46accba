// What changed among the domande, for who is looking on: only the id of the domanda, told to those who may read it, because what
// it says is read through the routes. The last few news are kept in memory: who comes back after a fault of the network is told
// what it missed, or to read its lists again.
#pragma once
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "server/identity/powers.hpp"
#include "server/store/powers_store.hpp"

namespace omnia::http {

// Who looks on, since which news, and by which session.
struct Ascolto {
  identity::Identita chi;
  store::Ambito ambito;     // news to this one are for them
  std::string impronta;     // of the session's cookie
  std::uint64_t letto = 0;  // the news up to this one are known already
  bool da_capo = false;     // what was missed is no longer kept
};

class News {
 public:
  explicit News(std::size_t kept = 1024);

  // `da`: the session that made the change (Ascolto::impronta), which knows.
  void publish(std::string domanda, std::vector<store::Ambito> a_chi, std::string da);
  [[nodiscard]] std::uint64_t latest() const;

  // The id of the event that tells the news number `n`.
  [[nodiscard]] std::string id_of(std::uint64_t n) const;
  // Sets `letto` and `da_capo` from the id of the last event that a client has heard; empty: it begins now.
  void resume(Ascolto& ascolto, std::string_view last_event_id) const;
  // The events for `ascolto` after what it has read, in the text of a stream (HTML standard, §9.2), and it has read them.
  // Several news of one domanda are one event.
  std::string text_for(Ascolto& ascolto) const;

  // Returns when there is something after `n`, at wake(), and at the latest after `most`.
  void wait(std::uint64_t n, std::chrono::milliseconds most);
  void wake();

 private:
  struct Notizia {
    std::string domanda;
    std::vector<store::Ambito> a_chi;
    std::string da;
  };
  static bool concerns(const Notizia& one, const Ascolto& ascolto);
  [[nodiscard]] std::uint64_t last() const { return first_ + kept_.size() - 1; }

  std::size_t most_;
  std::string run_;  // the ids of another process are unknown to this one
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool woken_ = false;
  std::uint64_t first_ = 1;  // the number of the oldest that is kept
  std::deque<Notizia> kept_;
};

}  // namespace omnia::http
