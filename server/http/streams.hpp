// Connections that are told the news as they come (server-sent events). One thread tells them all: an open stream costs a
// descriptor and some hundred bytes. Who does not take what it is told is closed, and asks again with what it has read.
#pragma once
#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

#include "server/http/news.hpp"

namespace omnia::http {

class Streams {
 public:
  struct Limits {
    std::size_t most = 4096;
    std::size_t of_one = 8;                    // person: one more closes the oldest, which is most often a page that is gone
    std::chrono::milliseconds beat{20000};     // a line of comment: proxies and people see that the stream lives
    std::chrono::milliseconds gathering{100};  // news that come together are told together
  };
  // `living`: whether who listens still may; asked at each beat.
  Streams(Limits limits, News& news, std::function<bool(const Ascolto&)> living, std::function<void(int)> close);
  ~Streams();
  Streams(const Streams&) = delete;
  Streams& operator=(const Streams&) = delete;

  // The head of the answer has been written.
  void put(int socket, Ascolto ascolto);
  void stop();
  [[nodiscard]] std::size_t open() const { return open_; }

 private:
  using Clock = std::chrono::steady_clock;
  struct Stream {
    int socket;
    Ascolto ascolto;
    Clock::time_point next_beat;
  };
  using Place = std::list<Stream>::iterator;
  void run();
  void tell_all();
  bool tell(Stream& one, Clock::time_point now) const;
  Place end(Place which);
  void make_room_for(const std::string& codice_fiscale);

  Limits limits_;
  News& news_;
  std::function<bool(const Ascolto&)> living_;
  std::function<void(int)> close_;
  std::mutex mutex_;
  std::atomic<bool> stopping_{false};
  std::atomic<std::size_t> open_{0};
  std::list<Stream> streams_;  // the oldest first
  std::thread thread_;
};

}  // namespace omnia::http
