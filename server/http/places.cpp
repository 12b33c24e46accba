#include "server/http/places.hpp"

namespace omnia::http {

bool Places::try_take(const std::string& caller) {
  if (taken_ >= in_all_) return false;
  const auto found = by_caller_.find(caller);
  if (found != by_caller_.end() && found->second >= of_one_ && caller != exempt_) return false;
  ++taken_;
  ++by_caller_[caller];
  return true;
}

bool Places::take(const std::string& caller, std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  return freed_.wait_for(lock, patience, [&] { return try_take(caller); });
}

void Places::give_back(const std::string& caller) {
  {
    const std::lock_guard lock(mutex_);
    --taken_;
    const auto found = by_caller_.find(caller);
    if (--found->second == 0) by_caller_.erase(found);
  }
  freed_.notify_all();  // who waits may be over its own limit: all look again
}

}  // namespace omnia::http
