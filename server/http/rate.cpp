#include "server/http/rate.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace omnia::http {
namespace {

constexpr std::size_t kManyBuckets = 10000;
constexpr double kMinuteMs = 60000;

}  // namespace

std::string rate_key(const std::string& indirizzo) {
  in6_addr address{};
  if (indirizzo.find(':') == std::string::npos || ::inet_pton(AF_INET6, indirizzo.c_str(), &address) != 1) return indirizzo;
  if (IN6_IS_ADDR_V4MAPPED(&address)) {
    std::array<char, INET_ADDRSTRLEN> text{};
    ::inet_ntop(AF_INET, &address.s6_addr[12], text.data(), text.size());
    return text.data();
  }
  std::fill(std::begin(address.s6_addr) + 8, std::end(address.s6_addr), std::uint8_t{0});
  std::array<char, INET6_ADDRSTRLEN> text{};
  ::inet_ntop(AF_INET6, &address, text.data(), text.size());
  return std::string(text.data()) + "/64";
}

int RateLimit::take(const std::string& key, std::int64_t now_ms) {
  if (per_minute_ <= 0) return 0;
  const std::lock_guard lock(mutex_);
  if (buckets_.size() >= kManyBuckets) forget_full(now_ms);
  const double capacity = per_minute_;
  const auto [found, fresh] = buckets_.try_emplace(key, Bucket{capacity, now_ms});
  Bucket& bucket = found->second;
  if (!fresh) {
    const auto passed = static_cast<double>(std::max<std::int64_t>(0, now_ms - bucket.at));
    bucket.left = std::min(capacity, bucket.left + passed * capacity / kMinuteMs);
    bucket.at = now_ms;
  }
  if (bucket.left >= 1) {
    bucket.left -= 1;
    return 0;
  }
  return static_cast<int>(std::ceil((1 - bucket.left) * kMinuteMs / capacity / 1000));
}

// A bucket that nobody used for a minute is full again: as if it had never been.
void RateLimit::forget_full(std::int64_t now_ms) {
  for (auto one = buckets_.begin(); one != buckets_.end();) {
    one = now_ms - one->second.at >= static_cast<std::int64_t>(kMinuteMs) ? buckets_.erase(one) : std::next(one);
  }
}

}  // namespace omnia::http
