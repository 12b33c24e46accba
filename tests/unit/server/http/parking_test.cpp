#include "server/http/parking.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <condition_variable>
#include <string>
#include <vector>

namespace {

using omnia::http::Connection;
using omnia::http::Parking;
using namespace std::chrono_literals;

struct Pair {
  Pair() { BOOST_REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0); }
  ~Pair() {
    for (const int end : ends) ::close(end);
  }
  Pair(const Pair&) = delete;
  Pair& operator=(const Pair&) = delete;
  void send(const std::string& text) const {
    BOOST_REQUIRE(::write(ends[0], text.data(), text.size()) == static_cast<ssize_t>(text.size()));
  }
  [[nodiscard]] Connection connection() const {
    Connection one;
    one.socket = ends[1];
    return one;
  }
  std::array<int, 2> ends{};
};

// What the parking gave back, in order.
struct Record {
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<int> sockets;
  Parking::Handler handler() {
    return [this](const Connection& one) {
      const std::lock_guard lock(mutex);
      sockets.push_back(one.socket);
      changed.notify_all();
    };
  }
  bool reaches(std::size_t n) {
    std::unique_lock lock(mutex);
    return changed.wait_for(lock, 5s, [&] { return sockets.size() >= n; });
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(http_parking)

BOOST_AUTO_TEST_CASE(a_connection_comes_back_when_the_whole_head_has_come_and_not_before) {
  Record ready;
  Record over;
  const Pair pair;
  Parking parking({10, 60s}, ready.handler(), over.handler());
  parking.put(pair.connection());
  pair.send("GET / HTTP/1.1\r\nHo");
  std::this_thread::sleep_for(250ms);
  BOOST_TEST(ready.sockets.empty());
  pair.send("st: x\r\n\r\n");
  BOOST_TEST(ready.reaches(1));
  BOOST_TEST(over.sockets.empty());
}

BOOST_AUTO_TEST_CASE(a_short_body_is_waited_for_and_a_long_one_is_not) {
  Record ready;
  Record over;
  const Pair shorter;
  const Pair longer;
  const Pair polite;
  Parking parking({10, 60s}, ready.handler(), over.handler());
  parking.put(shorter.connection());
  shorter.send("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\n12345");
  std::this_thread::sleep_for(250ms);
  BOOST_TEST(ready.sockets.empty());
  parking.put(longer.connection());
  longer.send("POST / HTTP/1.1\r\ncontent-length: 1000000\r\n\r\n12345");
  BOOST_TEST(ready.reaches(1));
  BOOST_TEST(ready.sockets.back() == longer.ends[1]);
  parking.put(polite.connection());  // waits for our word before it sends more
  polite.send("POST / HTTP/1.1\r\nContent-Length: 10\r\nExpect: 100-continue\r\n\r\n");
  BOOST_TEST(ready.reaches(2));
  BOOST_TEST(ready.sockets.back() == polite.ends[1]);
  shorter.send("67890");
  BOOST_TEST(ready.reaches(3));
  BOOST_TEST(ready.sockets.back() == shorter.ends[1]);
}

BOOST_AUTO_TEST_CASE(a_body_that_never_comes_is_handed_over_to_be_refused_and_one_that_has_ended_at_once) {
  Record ready;
  Record over;
  const Pair late;
  const Pair cut;
  Parking parking({10, 300ms}, ready.handler(), over.handler());
  parking.put(late.connection());
  late.send("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\n12345");
  BOOST_TEST(ready.reaches(1));
  BOOST_TEST(over.sockets.empty());
  parking.put(cut.connection());
  cut.send("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\n12345");
  ::shutdown(cut.ends[0], SHUT_WR);
  BOOST_TEST(ready.reaches(2));
}

BOOST_AUTO_TEST_CASE(the_time_of_a_request_runs_from_its_first_byte) {
  Record ready;
  Record over;
  const Pair pair;
  Parking parking({10, 3s}, ready.handler(), over.handler());
  parking.put(pair.connection());
  std::this_thread::sleep_for(2s);
  pair.send("GET / HTTP/1.1\r\n");
  std::this_thread::sleep_for(2s);
  BOOST_TEST(over.sockets.empty());
  pair.send("\r\n");
  BOOST_TEST(ready.reaches(1));
}

BOOST_AUTO_TEST_CASE(what_is_no_request_comes_back_and_what_has_ended_is_over_at_once) {
  Record ready;
  Record over;
  const Pair tls;
  const Pair ended;
  Parking parking({10, 60s}, ready.handler(), over.handler());
  tls.send("\x16\x03\x01");
  parking.put(tls.connection());
  BOOST_TEST(ready.reaches(1));
  parking.put(ended.connection());
  ::shutdown(ended.ends[0], SHUT_WR);
  BOOST_TEST(over.reaches(1));
  BOOST_TEST(ready.sockets.size() == 1U);
}

BOOST_AUTO_TEST_CASE(who_waits_too_long_is_sent_away) {
  Record ready;
  Record over;
  const Pair pair;
  Parking parking({10, 50ms}, ready.handler(), over.handler());
  parking.put(pair.connection());
  BOOST_TEST(over.reaches(1));
  BOOST_TEST(ready.sockets.empty());
}

BOOST_AUTO_TEST_CASE(one_too_many_sends_away_the_one_that_has_waited_longest) {
  Record ready;
  Record over;
  const std::array<Pair, 3> pairs;
  Parking parking({2, 60s}, ready.handler(), over.handler());
  for (const auto& pair : pairs) parking.put(pair.connection());
  BOOST_TEST(over.reaches(1));
  BOOST_TEST(over.sockets.front() == pairs[0].ends[1]);
  parking.stop();
  BOOST_TEST(over.sockets.size() == 3U);
  const Pair late;
  parking.put(late.connection());
  BOOST_TEST(over.sockets.back() == late.ends[1]);
}

BOOST_AUTO_TEST_SUITE_END()
