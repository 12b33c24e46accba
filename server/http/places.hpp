// Places that only so many may hold at once: in all, and of one caller, so that nobody takes what is there for everybody.
#pragma once
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>

namespace omnia::http {

class Places {
 public:
  // `exempt`: the proxy, which speaks for everybody; no limit of its own.
  Places(int in_all, int of_one, std::string exempt = {}) : in_all_(in_all), of_one_(of_one), exempt_(std::move(exempt)) {}

  // False: none became free within `patience`.
  bool take(const std::string& caller, std::chrono::milliseconds patience = std::chrono::milliseconds(0));
  void give_back(const std::string& caller);

 private:
  bool try_take(const std::string& caller);

  const int in_all_;
  const int of_one_;
  const std::string exempt_;
  std::mutex mutex_;
  std::condition_variable freed_;
  int taken_ = 0;
  std::map<std::string, int> by_caller_;
};

// One place for as long as this lives.
class Place {
 public:
  Place(Places& places, std::string caller, std::chrono::milliseconds patience = std::chrono::milliseconds(0))
      : places_(places), caller_(std::move(caller)), taken_(places.take(caller_, patience)) {}
  ~Place() {
    if (taken_) places_.give_back(caller_);
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  [[nodiscard]] bool taken() const { return taken_; }

 private:
  Places& places_;
  std::string caller_;
  bool taken_;
};

}  // namespace omnia::http
