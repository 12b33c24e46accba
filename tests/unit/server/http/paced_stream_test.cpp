#include "server/http/paced_stream.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <string>
#include <thread>

namespace {

using omnia::http::Pace;
using omnia::http::PacedStream;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

struct Pair {
  Pair() { BOOST_REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0); }
  ~Pair() {
    for (const int end : ends) ::close(end);
  }
  Pair(const Pair&) = delete;
  Pair& operator=(const Pair&) = delete;
  [[nodiscard]] int client() const { return ends[0]; }
  [[nodiscard]] int server() const { return ends[1]; }
  std::array<int, 2> ends{};
};

constexpr Pace kQuick{200ms, 1000, 10s, 50ms};

// Bytes read until the stream gives up.
std::size_t read_all(PacedStream& stream) {
  std::array<char, 512> bytes{};
  std::size_t total = 0;
  for (;;) {
    const auto n = stream.read(bytes.data(), bytes.size());
    if (n <= 0) return total;
    total += static_cast<std::size_t>(n);
  }
}

// Sends `what` every few milliseconds until it goes.
class Drip {
 public:
  Drip(int socket, std::string what)
      : thread_([this, socket, what = std::move(what)] {
          while (!over_) {
            if (::send(socket, what.data(), what.size(), MSG_NOSIGNAL | MSG_DONTWAIT) < 0) return;
            std::this_thread::sleep_for(10ms);
          }
        }) {}
  ~Drip() {
    over_ = true;
    thread_.join();
  }
  Drip(const Drip&) = delete;
  Drip& operator=(const Drip&) = delete;

 private:
  std::atomic<bool> over_{false};
  std::thread thread_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(http_paced_stream)

BOOST_AUTO_TEST_CASE(a_drip_is_cut_off_when_the_grace_is_over_though_every_byte_is_in_time) {
  const Pair pair;
  PacedStream stream(pair.server(), kQuick, 0ms);
  const Drip drip(pair.client(), "a");  // 100 bytes a second, a tenth of the pace
  const auto begun = Clock::now();
  const auto bytes = read_all(stream);
  BOOST_TEST((Clock::now() - begun < 2s));
  BOOST_TEST((Clock::now() - begun >= 200ms));
  BOOST_TEST(bytes > 0U);
  BOOST_TEST((stream.get_error() == httplib::Error::Timeout));
}

BOOST_AUTO_TEST_CASE(who_keeps_the_pace_is_read_far_beyond_the_grace) {
  const Pair pair;
  PacedStream stream(pair.server(), Pace{1s, 1000, 10s, 50ms}, 0ms);
  std::size_t read = 0;
  {
    const Drip drip(pair.client(), std::string(100, 'a'));  // ten times the pace
    std::array<char, 512> bytes{};
    const auto begun = Clock::now();
    while (Clock::now() - begun < 2s) {
      const auto n = stream.read(bytes.data(), bytes.size());
      BOOST_REQUIRE(n > 0);
      read += static_cast<std::size_t>(n);
    }
  }
  BOOST_TEST(read > 500U);
}

BOOST_AUTO_TEST_CASE(what_has_come_late_is_read_and_nothing_more_is_waited_for) {
  const Pair pair;
  BOOST_REQUIRE(::write(pair.client(), "testa", 5) == 5);
  PacedStream stream(pair.server(), kQuick, 60s);
  const auto begun = Clock::now();
  BOOST_TEST(read_all(stream) == 5U);
  BOOST_TEST((Clock::now() - begun < 1s));
}

BOOST_AUTO_TEST_CASE(after_the_answer_the_rest_is_not_waited_for_but_after_a_word_to_go_on_it_is) {
  const Pair pair;
  PacedStream stream(pair.server(), Pace{}, 0ms);
  std::array<char, 16> bytes{};
  stream.write("HTTP/1.1 100 Continue\r\n", 23);
  BOOST_REQUIRE(::write(pair.client(), "corpo", 5) == 5);
  BOOST_TEST(stream.read(bytes.data(), bytes.size()) == 5);
  BOOST_TEST(!stream.refused());
  stream.write("HTTP/1.1 413 Payload Too Large\r\n", 32);
  BOOST_TEST(stream.refused());
  const auto begun = Clock::now();
  BOOST_TEST(stream.read(bytes.data(), bytes.size()) == -1);
  BOOST_TEST((Clock::now() - begun < 2s));
}

BOOST_AUTO_TEST_CASE(who_does_not_take_its_answer_is_given_up) {
  const Pair pair;
  PacedStream stream(pair.server(), kQuick, 0ms);
  const timeval wait{0, 100000};
  ::setsockopt(pair.server(), SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait);
  const std::string answer = "HTTP/1.1 200 OK\r\n" + std::string(100000000, 'x');
  const auto begun = Clock::now();
  std::size_t written = 0;
  for (;;) {
    const auto n = stream.write(answer.data() + written, answer.size() - written);
    if (n < 0) break;
    written += static_cast<std::size_t>(n);
  }
  BOOST_TEST(written < answer.size());
  BOOST_TEST((Clock::now() - begun < 20s));
}

BOOST_AUTO_TEST_SUITE_END()
