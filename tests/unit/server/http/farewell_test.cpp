#include "server/http/farewell.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <boost/test/unit_test.hpp>
#include <condition_variable>
#include <string>
#include <vector>

#include "tests/unit/server/http/socket_pair.hpp"

namespace {

using omnia::http::Farewell;
using namespace std::chrono_literals;

// Which sockets were closed, in order.
struct Record {
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<int> closed;
  std::function<void(int)> handler() {
    return [this](int socket) {
      ::close(socket);
      const std::lock_guard lock(mutex);
      closed.push_back(socket);
      changed.notify_all();
    };
  }
  bool reaches(std::size_t n) {
    std::unique_lock lock(mutex);
    return changed.wait_for(lock, 5s, [&] { return closed.size() >= n; });
  }
};

using Client = omnia::tests::SocketPair;

}  // namespace

BOOST_AUTO_TEST_SUITE(http_farewell)

BOOST_AUTO_TEST_CASE(a_client_that_still_sends_reads_our_last_words_and_the_end) {
  Record record;
  Farewell farewell({10, 60s}, record.handler());
  Client client;
  BOOST_REQUIRE(::write(client.theirs, "addio", 5) == 5);
  farewell.put(client.theirs);
  const std::string body(1000000, 'x');  // more than the socket holds: somebody must be reading it
  BOOST_TEST(::send(client.mine, body.data(), body.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(body.size()));
  std::array<char, 16> text{};
  BOOST_TEST(::recv(client.mine, text.data(), text.size(), 0) == 5);
  BOOST_TEST(::recv(client.mine, text.data(), text.size(), 0) == 0);
  BOOST_TEST(record.closed.empty());
  client.leave();
  BOOST_TEST(record.reaches(1));
}

BOOST_AUTO_TEST_CASE(who_never_closes_is_closed_in_the_end) {
  Record record;
  Farewell farewell({10, 50ms}, record.handler());
  const Client client;
  farewell.put(client.theirs);
  BOOST_TEST(record.reaches(1));
}

BOOST_AUTO_TEST_CASE(one_too_many_and_a_need_of_room_close_the_one_that_has_waited_longest) {
  Record record;
  Farewell farewell({2, 60s}, record.handler());
  const std::array<Client, 3> clients;
  for (const auto& client : clients) farewell.put(client.theirs);
  BOOST_TEST(record.reaches(1));
  BOOST_TEST(record.closed.front() == clients[0].theirs);
  BOOST_TEST(farewell.make_room());
  BOOST_TEST(record.closed.back() == clients[1].theirs);
  farewell.stop();
  BOOST_TEST(record.closed.size() == 3U);
  BOOST_TEST(!farewell.make_room());
}

BOOST_AUTO_TEST_SUITE_END()
