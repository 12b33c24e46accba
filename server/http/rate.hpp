// How many requests a minute an address and a person may make: a bucket each, refilled all the time, so that a burst is
// possible and a flood is not.
#pragma once
#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

namespace omnia::http {

// A minute; 0: no limit.
struct RateSettings {
  int indirizzo = 6000;  // an address may be a whole office behind one router
  int identita = 1200;
  int accesso = 60;  // logins begun or ended from an address
};

// Who an address counts for: with IPv6 a line has a whole /64 network of them, so that one address each would be no limit.
std::string rate_key(const std::string& indirizzo);

class RateLimit {
 public:
  explicit RateLimit(int al_minuto) : per_minute_(al_minuto) {}
  // Takes one from the bucket of `key`. 0: admitted; otherwise the seconds after which there is one again.
  int take(const std::string& key, std::int64_t now_ms);

 private:
  struct Bucket {
    double left = 0;
    std::int64_t at = 0;
  };
  void forget_full(std::int64_t now_ms);

  int per_minute_;
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace omnia::http
