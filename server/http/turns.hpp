// Who works now and who waits for a turn, first come first served. Work that needs a processor gains nothing from being begun by
// everybody at once: all would be late together. Who would wait too long, or comes when too many wait, is told so at once.
#pragma once
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <list>
#include <mutex>

namespace omnia::http {

class Turns {
 public:
  struct Limits {
    std::size_t at_once = 4;
    std::size_t waiting = 128;
    std::chrono::milliseconds patience{1500};
  };
  explicit Turns(Limits limits) : limits_(limits) {}

  // False: too many wait, or the turn did not come in time.
  bool take();
  void give_back();
  std::size_t waiting();

 private:
  struct Waiting {
    bool called = false;
    std::condition_variable turn;
  };

  const Limits limits_;
  std::mutex mutex_;
  std::size_t working_ = 0;
  std::list<Waiting*> waiting_;  // the first to come is the first to be called
};

class Turn {
 public:
  explicit Turn(Turns& turns) : turns_(turns), taken_(turns.take()) {}
  ~Turn() {
    if (taken_) turns_.give_back();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  [[nodiscard]] bool taken() const { return taken_; }

 private:
  Turns& turns_;
  bool taken_;
};

}  // namespace omnia::http
