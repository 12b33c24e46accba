#include "server/http/news.hpp"

#include <boost/test/unit_test.hpp>
#include <thread>

namespace {

using omnia::http::Ascolto;
using omnia::http::News;
using omnia::store::Relazione;
using namespace std::chrono_literals;

Ascolto of_sede(const std::string& sede) {
  Ascolto one;
  one.ambito = {Relazione::della_sede, sede};
  one.impronta = "sessione-di-" + sede;
  return one;
}

std::size_t count(const std::string& text, const std::string& word) {
  std::size_t n = 0;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++n;
  return n;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(http_news)

BOOST_AUTO_TEST_CASE(news_are_told_once_to_whom_they_concern) {
  News news;
  Ascolto roma = of_sede("7000");
  Ascolto torino = of_sede("8100");
  news.resume(roma, {});
  news.resume(torino, {});
  news.publish("d1", {{Relazione::della_sede, "7000"}, {Relazione::propria, "8100"}}, "altri");
  const std::string text = news.text_for(roma);
  BOOST_TEST(text == "id: " + news.id_of(1) + "\nevent: domanda\ndata: {\"id\":\"d1\"}\n\n");
  BOOST_TEST(news.text_for(roma).empty());
  BOOST_TEST(news.text_for(torino).empty());  // the same word by another relation is somebody else
}

BOOST_AUTO_TEST_CASE(who_made_the_change_is_not_told_and_many_of_one_domanda_are_one) {
  News news;
  Ascolto roma = of_sede("7000");
  news.resume(roma, {});
  for (const char* by : {"altri", "sessione-di-7000", "altri"}) news.publish("d1", {{Relazione::della_sede, "7000"}}, by);
  news.publish("d2", {{Relazione::della_sede, "7000"}}, "sessione-di-7000");
  const std::string text = news.text_for(roma);
  BOOST_TEST(count(text, "event: domanda") == 1U);
  BOOST_TEST(count(text, "d2") == 0U);
}

BOOST_AUTO_TEST_CASE(who_comes_back_is_told_what_was_missed) {
  News news;
  for (const char* id : {"d1", "d2", "d3"}) news.publish(id, {{Relazione::della_sede, "7000"}}, "altri");
  Ascolto roma = of_sede("7000");
  news.resume(roma, news.id_of(1));
  const std::string text = news.text_for(roma);
  BOOST_TEST(count(text, "\"d1\"") == 0U);
  BOOST_TEST(count(text, "\"d2\"") == 1U);
  BOOST_TEST(count(text, "\"d3\"") == 1U);
  news.resume(roma, {});
  BOOST_TEST(news.text_for(roma).empty());
}

BOOST_AUTO_TEST_CASE(what_is_no_longer_kept_is_said_to_be_lost) {
  News news(2);
  Ascolto slow = of_sede("7000");
  news.resume(slow, {});
  for (const char* id : {"d1", "d2", "d3"}) news.publish(id, {{Relazione::della_sede, "7000"}}, "altri");
  BOOST_TEST(count(news.text_for(slow), "event: da_capo") == 1U);
  BOOST_TEST(news.text_for(slow).empty());
  for (const std::string& unknown :
       {std::string("altro.1"), news.id_of(99), std::string("3"), std::string("x.y"), news.id_of(0)}) {
    Ascolto back = of_sede("7000");
    news.resume(back, unknown);
    BOOST_TEST(count(news.text_for(back), "event: da_capo") == 1U, unknown);
  }
  Ascolto back = of_sede("7000");
  news.resume(back, news.id_of(1));  // d2 and d3 are still kept
  BOOST_TEST(count(news.text_for(back), "event: domanda") == 2U);
}

BOOST_AUTO_TEST_CASE(waiting_ends_with_a_news_with_a_call_or_with_time) {
  News news;
  news.wait(0, 1ms);
  std::thread other([&news] { news.publish("d1", {}, {}); });
  news.wait(0, 1min);
  other.join();
  std::thread caller([&news] { news.wake(); });
  news.wait(1, 1min);
  caller.join();
  BOOST_TEST(news.latest() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
