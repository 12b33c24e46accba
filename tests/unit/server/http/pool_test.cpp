#include "server/http/pool.hpp"

#include <array>
#include <atomic>
#include <boost/test/unit_test.hpp>

namespace {

using omnia::http::Pool;
using namespace std::chrono_literals;

// A door that keeps jobs inside until it is opened.
struct Door {
  std::mutex mutex;
  std::condition_variable changed;
  int inside = 0;
  bool open = false;
  void pass() {
    std::unique_lock lock(mutex);
    ++inside;
    changed.notify_all();
    changed.wait(lock, [this] { return open; });
  }
  bool holds(int n) {
    std::unique_lock lock(mutex);
    return changed.wait_for(lock, 5s, [&] { return inside >= n; });
  }
  void let_out() {
    const std::lock_guard lock(mutex);
    open = true;
    changed.notify_all();
  }
};

void nobody() { BOOST_ERROR("refused"); }

}  // namespace

BOOST_AUTO_TEST_SUITE(http_pool)

BOOST_AUTO_TEST_CASE(as_many_jobs_that_come_at_once_as_there_may_be_threads_run_at_once) {
  Door door;  // before the pool, whose end waits for who is still at the door
  Pool pool({2, 50, 100, 10s, 10s});
  for (int i = 0; i < 50; ++i) pool.enqueue({[&] { door.pass(); }, nobody});
  BOOST_TEST(door.holds(50));
  door.let_out();
}

BOOST_AUTO_TEST_CASE(who_waits_behind_busy_threads_is_refused_in_time_and_one_too_many_at_once) {
  Door door;
  std::atomic<int> refused{0};
  std::atomic<int> run{0};
  Pool pool({1, 1, 2, 200ms, 10s});
  const Pool::Job job{[&] { ++run; }, [&] { ++refused; }};
  pool.enqueue({[&] { door.pass(); }, nobody});
  BOOST_TEST(door.holds(1));
  pool.enqueue(job);
  pool.enqueue(job);
  BOOST_TEST(refused == 0);
  pool.enqueue(job);
  BOOST_TEST(refused == 1);
  for (int i = 0; i < 200 && refused < 3; ++i) std::this_thread::sleep_for(20ms);
  BOOST_TEST(refused == 3);
  BOOST_TEST(run == 0);
  door.let_out();
}

BOOST_AUTO_TEST_CASE(the_end_runs_what_waits_and_refuses_what_comes_later) {
  std::atomic<int> run{0};
  std::atomic<int> refused{0};
  Pool pool({1, 1, 100, 10s, 10s});
  for (int i = 0; i < 20; ++i) pool.enqueue({[&] { ++run; }, nobody});
  pool.shutdown();
  BOOST_TEST(run == 20);
  pool.enqueue({nobody, [&] { ++refused; }});
  BOOST_TEST(refused == 1);
}

BOOST_AUTO_TEST_CASE(threads_that_have_nothing_to_do_go_and_come_again) {
  std::array<Door, 3> doors;
  Pool pool({1, 20, 100, 10s, 50ms});
  for (Door& door : doors) {
    for (int i = 0; i < 20; ++i) pool.enqueue({[&] { door.pass(); }, nobody});
    BOOST_TEST(door.holds(20));
    door.let_out();
    std::this_thread::sleep_for(300ms);
  }
}

BOOST_AUTO_TEST_SUITE_END()
