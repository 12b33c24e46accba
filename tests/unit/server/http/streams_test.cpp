#include "server/http/streams.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "tests/unit/server/http/socket_pair.hpp"

namespace {

using omnia::http::Ascolto;
using omnia::http::News;
using omnia::http::Streams;
using omnia::store::Relazione;
using namespace std::chrono_literals;

struct Client : omnia::tests::SocketPair {
  // What comes until `word` is there; the end of the stream is "(fine)".
  std::string until(const std::string& word) {
    while (heard.find(word) == std::string::npos) {
      pollfd waiting{mine, POLLIN, 0};
      if (::poll(&waiting, 1, 10'000) != 1) return heard + "(silenzio)";
      std::array<char, 4096> bytes{};
      const auto n = ::read(mine, bytes.data(), bytes.size());
      if (n <= 0) return heard += "(fine)";
      heard.append(bytes.data(), static_cast<std::size_t>(n));
    }
    return heard;
  }
  std::string heard;
};

struct Fixture {
  std::atomic<bool> living{true};
  std::atomic<int> closed{0};
  News news;
  Streams::Limits limits;
  std::unique_ptr<Streams> streams;
  void begin() {
    limits.gathering = 1ms;
    streams = std::make_unique<Streams>(
        limits, news, [this](const Ascolto&) { return living.load(); },
        [this](int socket) {
          ++closed;  // who listens sees the end only after it
          ::close(socket);
        });
  }
  void listens(const Client& client, const std::string& who = "A") {
    Ascolto one;
    one.chi.codice_fiscale = who;
    one.ambito = {Relazione::della_sede, "7000"};
    news.resume(one, {});
    streams->put(client.theirs, one);
  }
  void happens(const std::string& id) { news.publish(id, {{Relazione::della_sede, "7000"}}, "altri"); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(http_streams, Fixture)

BOOST_AUTO_TEST_CASE(everybody_who_listens_is_told) {
  begin();
  Client one, two;
  listens(one);
  listens(two, "B");
  BOOST_TEST(streams->open() == 2U);
  happens("d1");
  for (Client* client : {&one, &two}) BOOST_TEST(client->until("\"d1\"").find("event: domanda") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_silent_stream_beats_and_ends_when_who_listens_may_no_longer) {
  limits.beat = 10ms;
  begin();
  Client client;
  listens(client);
  BOOST_TEST(client.until(":\n\n").find_first_not_of(":\n") ==
             std::string::npos);  // beats only, of a busy machine several at once
  living = false;
  BOOST_TEST(client.until("(fine)").find("(fine)") != std::string::npos);
  BOOST_TEST(closed == 1);
}

BOOST_AUTO_TEST_CASE(who_has_left_is_noticed_at_the_next_beat) {
  limits.beat = 10ms;
  begin();
  Client client;
  listens(client);
  client.leave();
  for (int i = 0; i < 1000 && closed == 0; ++i) std::this_thread::sleep_for(10ms);
  BOOST_TEST(closed == 1);
  BOOST_TEST(streams->open() == 0U);
}

BOOST_AUTO_TEST_CASE(one_stream_too_many_of_a_person_closes_the_oldest_of_theirs) {
  limits.of_one = 2;
  begin();
  Client other, first, second, third;
  listens(other, "B");
  for (const Client* client : {&first, &second, &third}) listens(*client);
  BOOST_TEST(first.until("(fine)") == "(fine)");
  BOOST_TEST(streams->open() == 3U);
  happens("d1");
  for (Client* client : {&other, &second, &third}) BOOST_TEST(client->until("\"d1\"").find("d1") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(one_stream_too_many_of_all_closes_the_oldest) {
  limits.most = 2;
  begin();
  Client a, b, c;
  listens(a, "A");
  listens(b, "B");
  listens(c, "C");
  BOOST_TEST(a.until("(fine)") == "(fine)");
  BOOST_TEST(streams->open() == 2U);
}

BOOST_AUTO_TEST_CASE(who_does_not_take_what_it_is_told_is_closed_and_the_others_go_on) {
  begin();
  Client deaf, good;
  const int small = 4096;
  ::setsockopt(deaf.theirs, SOL_SOCKET, SO_SNDBUF, &small, sizeof small);
  listens(deaf);
  listens(good, "B");
  for (int i = 0; i < 500 && closed == 0; ++i) {
    happens("d" + std::to_string(i));
    BOOST_REQUIRE(good.until("\"d" + std::to_string(i) + "\"").find("(fine)") == std::string::npos);
  }
  BOOST_TEST(closed == 1);
  BOOST_TEST(streams->open() == 1U);
}

BOOST_AUTO_TEST_CASE(at_the_end_all_are_closed_and_none_is_taken) {
  begin();
  Client before, after;
  listens(before);
  streams->stop();
  listens(after);
  BOOST_TEST(before.until("(fine)") == "(fine)");
  BOOST_TEST(after.until("(fine)") == "(fine)");
  BOOST_TEST(closed == 2);
}

BOOST_AUTO_TEST_SUITE_END()
