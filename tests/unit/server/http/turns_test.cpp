#include "server/http/turns.hpp"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <thread>
#include <vector>

namespace {

using omnia::http::Turn;
using omnia::http::Turns;
using namespace std::chrono_literals;

}  // namespace

BOOST_AUTO_TEST_SUITE(http_turns)

BOOST_AUTO_TEST_CASE(only_so_many_work_at_once_and_everybody_has_a_turn) {
  Turns turns({2, 100, 10s});
  std::atomic<int> working{0};
  std::atomic<int> most{0};
  std::atomic<int> done{0};
  std::vector<std::thread> people;
  for (int i = 0; i < 20; ++i) {
    people.emplace_back([&] {
      const Turn mine(turns);
      if (!mine.taken()) return;
      const int now = ++working;
      int seen = most;
      while (now > seen && !most.compare_exchange_weak(seen, now)) {
      }
      std::this_thread::sleep_for(5ms);
      --working;
      ++done;
    });
  }
  for (auto& one : people) one.join();
  BOOST_TEST(done == 20);
  BOOST_TEST(most == 2);
}

BOOST_AUTO_TEST_CASE(who_waits_too_long_and_who_comes_when_too_many_wait_are_told_so) {
  Turns turns({1, 1, 2s});
  const Turn first(turns);
  BOOST_TEST(first.taken());
  std::thread patient([&] {
    const Turn second(turns);
    BOOST_TEST(!second.taken());
  });
  while (turns.waiting() < 1) std::this_thread::yield();
  const auto before = std::chrono::steady_clock::now();
  const Turn third(turns);
  BOOST_TEST(!third.taken());
  BOOST_TEST((std::chrono::steady_clock::now() - before < 1s));
  patient.join();
}

BOOST_AUTO_TEST_CASE(the_first_to_come_is_the_first_to_be_called) {
  Turns turns({1, 10, 10s});
  std::vector<std::size_t> order;
  std::vector<std::thread> people;
  {
    const Turn mine(turns);
    for (std::size_t i = 0; i < 5; ++i) {
      people.emplace_back([&, i] {
        const Turn theirs(turns);
        order.push_back(i);
      });
      while (turns.waiting() < i + 1) std::this_thread::yield();
    }
  }
  for (auto& one : people) one.join();
  BOOST_TEST(order == (std::vector<std::size_t>{0, 1, 2, 3, 4}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
