// Counters of the office in Prometheus text format.
#pragma once
#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <tuple>

#include "server/store/db.hpp"

namespace omnia::http {

class Metrics {
 public:
  void request(const std::string& metodo, const std::string& rotta, int stato, double secondi);
  void submission(const std::string& esito);  // "accolta", "ripetuta", "rifiutata"
  // An entry registered without its seal: "domanda", "provvedimento".
  void unsealed(const std::string& registrato);
  // A connection that got no more than a word; see Listener.
  void sent_away(const std::string& motivo);
  // Where the number of open streams is read.
  void count_streams(std::function<std::size_t()> open) { open_streams_ = std::move(open); }
  [[nodiscard]] std::string text(const store::Db::Stats& db) const;

 private:
  static constexpr std::array<double, 12> kBuckets{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5};
  struct Histogram {
    std::array<std::uint64_t, kBuckets.size()> buckets{};
    std::uint64_t count = 0;
    double sum = 0;
  };
  mutable std::mutex mutex_;
  std::map<std::tuple<std::string, std::string, int>, std::uint64_t> requests_;
  std::map<std::string, Histogram> latency_;
  std::map<std::string, std::uint64_t> submissions_;
  std::map<std::string, std::uint64_t> unsealed_;
  std::map<std::string, std::uint64_t> sent_away_;
  std::function<std::size_t()> open_streams_;
};

}  // namespace omnia::http
