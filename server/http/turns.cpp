#include "server/http/turns.hpp"

namespace omnia::http {

bool Turns::take() {
  std::unique_lock lock(mutex_);
  if (working_ < limits_.at_once) {
    ++working_;
    return true;
  }
  if (waiting_.size() >= limits_.waiting) return false;
  Waiting mine;
  const auto place = waiting_.insert(waiting_.end(), &mine);
  if (mine.turn.wait_for(lock, limits_.patience, [&] { return mine.called; })) return true;
  waiting_.erase(place);
  return false;
}

std::size_t Turns::waiting() {
  const std::lock_guard lock(mutex_);
  return waiting_.size();
}

// The turn goes to who has waited longest: nobody who comes now gets before.
void Turns::give_back() {
  const std::lock_guard lock(mutex_);
  if (waiting_.empty()) {
    --working_;
    return;
  }
  Waiting* next = waiting_.front();
  waiting_.pop_front();
  next->called = true;
  next->turn.notify_one();  // under the lock: it dies as soon as its owner has the turn
}

}  // namespace omnia::http
