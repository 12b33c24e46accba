#include "server/http/places.hpp"

#include <boost/test/unit_test.hpp>
#include <thread>

namespace {

using omnia::http::Place;
using omnia::http::Places;
using namespace std::chrono_literals;

}  // namespace

BOOST_AUTO_TEST_SUITE(http_places)

BOOST_AUTO_TEST_CASE(nobody_takes_more_than_one_callers_share_and_all_together_no_more_than_there_are) {
  Places places(3, 2);
  BOOST_TEST(places.take("a"));
  BOOST_TEST(places.take("a"));
  BOOST_TEST(!places.take("a"));
  BOOST_TEST(places.take("b"));
  BOOST_TEST(!places.take("c"));
  places.give_back("a");
  BOOST_TEST(places.take("b", 1ms));
  BOOST_TEST(!places.take("a"));
}

BOOST_AUTO_TEST_CASE(who_speaks_for_everybody_has_no_share_but_no_more_than_there_are) {
  Places places(3, 1, "proxy");
  BOOST_TEST(places.take("proxy"));
  BOOST_TEST(places.take("proxy"));
  BOOST_TEST(places.take("proxy"));
  BOOST_TEST(!places.take("proxy"));
}

BOOST_AUTO_TEST_CASE(who_is_patient_gets_the_place_that_becomes_free) {
  Places places(1, 1);
  bool first = false;
  std::thread holder;
  {
    const Place mine(places, "a");
    first = mine.taken();
    const Place impatient(places, "b", 10ms);
    BOOST_TEST(!impatient.taken());
    holder = std::thread([&] {
      const Place theirs(places, "b", 5s);
      BOOST_TEST(theirs.taken());
    });
    std::this_thread::sleep_for(50ms);
  }
  holder.join();
  BOOST_TEST(first);
  BOOST_TEST(places.take("c"));
}

BOOST_AUTO_TEST_SUITE_END()
