#include "server/http/pool.hpp"

#include <algorithm>
#include <utility>

namespace omnia::http {
namespace {

constexpr std::chrono::milliseconds kTick{100};  // how late a refusal may be

}  // namespace

Pool::Pool(Limits limits) : limits_(limits), usher_([this] { refuse_late(); }) {}

Pool::~Pool() { shutdown(); }

void Pool::enqueue(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (!stopping_ && waiting_.size() < limits_.queue) {
      waiting_.push_back({std::move(job), Clock::now()});
      // Threads that have been called and not yet come still count as idle: one for each job that waits.
      if (waiting_.size() > idle_ && threads_.size() < limits_.most_threads) {
        join_those_that_left();
        threads_.emplace_back([this] { work(); });
      }
      come_.notify_one();
      return;
    }
  }
  job.refuse();
}

void Pool::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    ++idle_;
    const bool called = come_.wait_for(lock, limits_.idle, [this] { return stopping_ || !waiting_.empty(); });
    --idle_;
    if (waiting_.empty()) {
      if (!stopping_ && (called || threads_.size() <= limits_.threads)) continue;
      leave();
      return;
    }
    Job job = std::move(waiting_.front().job);
    waiting_.pop_front();
    lock.unlock();
    job.run();
    job = {};
    lock.lock();
  }
}

// Under the mutex. Who stops the pool joins its threads by itself.
void Pool::leave() {
  if (stopping_) return;
  const auto mine = std::find_if(threads_.begin(), threads_.end(),
                                 [](const std::thread& one) { return one.get_id() == std::this_thread::get_id(); });
  left_.push_back(std::move(*mine));
  threads_.erase(mine);
}

// Under the mutex: they have nothing more to lock it for.
void Pool::join_those_that_left() {
  for (auto& one : left_) one.join();
  left_.clear();
}

void Pool::refuse_late() {
  std::unique_lock lock(mutex_);
  while (!over_.wait_for(lock, kTick, [this] { return stopping_; })) {
    std::vector<Job> late;
    while (!waiting_.empty() && waiting_.front().since < Clock::now() - limits_.patience) {
      late.push_back(std::move(waiting_.front().job));
      waiting_.pop_front();
    }
    lock.unlock();
    for (auto& job : late) job.refuse();
    lock.lock();
  }
}

void Pool::shutdown() {
  std::list<std::thread> threads;
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return;
    stopping_ = true;
    threads.swap(threads_);
    join_those_that_left();
  }
  come_.notify_all();
  over_.notify_all();
  for (auto& one : threads) one.join();
  usher_.join();
}

}  // namespace omnia::http
