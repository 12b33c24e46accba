// Connections that we have answered for the last time. To close a socket with unread bytes resets it, and the client would lose
// the answer: what still comes is read and forgotten until the client closes too, by one thread for all of them.
#pragma once
#include <chrono>
#include <functional>
#include <list>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace omnia::http {

class Farewell {
 public:
  struct Limits {
    std::size_t most = 512;  // one more closes the one that has waited longest
    std::chrono::milliseconds patience{5000};
  };
  Farewell(Limits limits, std::function<void(int)> close);
  ~Farewell();
  Farewell(const Farewell&) = delete;
  Farewell& operator=(const Farewell&) = delete;

  // Our last byte has been written.
  void put(int socket);
  // Closes the one that has waited longest. False: there is none.
  bool make_room();
  void stop();

 private:
  using Clock = std::chrono::steady_clock;
  struct Leaving {
    int socket;
    Clock::time_point until;
  };
  void watch();
  void forget(int socket);
  void close_until(Clock::time_point now);

  Limits limits_;
  std::function<void(int)> close_;
  int poll_;
  std::mutex mutex_;
  bool stopping_ = false;
  std::list<Leaving> leaving_;  // the longest wait first
  std::unordered_map<int, std::list<Leaving>::iterator> by_socket_;
  std::thread thread_;
};

}  // namespace omnia::http
