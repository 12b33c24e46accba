// The counters against the slow and plain ones on as many histories as a run of CI bears; OMNIA_HISTORIES=10000000 on demand.
// Every history compares what is used; one in kDeep also compares what is admitted, which costs the slow count far more.
#include <algorithm>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "tests/unit/core/counters/slow.hpp"

using namespace omnia::tests;

namespace {

constexpr std::uint32_t kHistories = 200'000;
constexpr std::uint32_t kDeep = 100;
constexpr std::uint32_t kFirstSeed = 1'000'000;  // other histories than those of unit_core

std::uint32_t histories() {
  const char* asked = std::getenv("OMNIA_HISTORIES");
  return asked == nullptr ? kHistories : static_cast<std::uint32_t>(std::strtoul(asked, nullptr, 10));
}

bool agree(std::uint32_t seed, bool deep) {
  const Scenario s = scenario(seed);
  const auto c = count(s.registro, s.richiesta, s.settore);
  Slow slow(s);
  const auto last = s.richiesta.primo_lunedi + 7 * (s.richiesta.settimane - 1);
  if (c.biennio.usato != slow.biennio_used(last)) return false;
  if (c.consecutive.settimane_ammesse != slow.consecutive_admitted()) return false;
  if (!deep) return true;
  return c.biennio.settimane_ammesse == slow.biennio_admitted(s.richiesta.primo_lunedi) &&
         c.quinquennio.usato == slow.quinquennio_used(last + 6) && c.quinquennio.settimane_ammesse == slow.quinquennio_admitted();
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_counters_agree_with_the_slow_ones_on_many_histories) {
  const std::uint32_t all = histories();
  BOOST_REQUIRE(all > 0);
  std::atomic<std::uint32_t> next{0};
  std::atomic<std::uint32_t> wrong{0};
  std::atomic<std::uint32_t> seed_of_wrong{0};
  std::vector<std::thread> crew;
  const unsigned size = std::max(1u, std::thread::hardware_concurrency());
  for (unsigned i = 0; i < size; ++i) {
    crew.emplace_back([&] {
      for (std::uint32_t n = next++; n < all; n = next++) {
        if (agree(kFirstSeed + n, n % kDeep == 0)) continue;
        ++wrong;
        seed_of_wrong = kFirstSeed + n;
      }
    });
  }
  for (auto& one : crew) one.join();
  BOOST_TEST(wrong == 0u, wrong << " histories disagree, one has seed " << seed_of_wrong);
  BOOST_TEST_MESSAGE(all << " histories agree");
}
