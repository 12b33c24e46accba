// The threads that serve requests. A job runs on one of them, or is refused: at once when too many wait already, by a thread of
// its own when its turn has not come in time, so that nobody waits for ever behind others that hold every thread.
#pragma once
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <list>
#include <mutex>
#include <thread>
#include <vector>

namespace omnia::http {

class Pool {
 public:
  struct Limits {
    std::size_t threads = 64;        // that stay
    std::size_t most_threads = 256;  // while there is work for them
    std::size_t queue = 1024;
    std::chrono::milliseconds patience{2000};
    std::chrono::milliseconds idle{10000};  // after which a thread beyond those that stay goes
  };
  struct Job {
    std::function<void()> run;
    std::function<void()> refuse;
  };
  explicit Pool(Limits limits);
  ~Pool();
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  // Exactly one of the two parts of `job` is called, perhaps before this returns.
  void enqueue(Job job);
  // Runs what waits, then ends. Later jobs are refused.
  void shutdown();

 private:
  using Clock = std::chrono::steady_clock;
  struct Waiting {
    Job job;
    Clock::time_point since;
  };
  void work();
  void refuse_late();
  void leave();
  void join_those_that_left();

  const Limits limits_;
  std::mutex mutex_;
  std::condition_variable come_;
  std::condition_variable over_;
  std::deque<Waiting> waiting_;
  std::size_t idle_ = 0;
  bool stopping_ = false;
  std::list<std::thread> threads_;
  std::vector<std::thread> left_;  // to be joined
  std::thread usher_;
};

}  // namespace omnia::http
