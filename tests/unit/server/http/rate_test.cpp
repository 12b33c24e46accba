#include "server/http/rate.hpp"

#include <boost/test/unit_test.hpp>

using omnia::http::RateLimit;

BOOST_AUTO_TEST_SUITE(http_rate)

BOOST_AUTO_TEST_CASE(a_burst_up_to_the_limit_passes_and_then_a_trickle) {
  RateLimit limit(60);
  for (int i = 0; i < 60; ++i) BOOST_TEST(limit.take("a", 1000) == 0);
  BOOST_TEST(limit.take("a", 1000) == 1);
  BOOST_TEST(limit.take("a", 1999) == 1);
  BOOST_TEST(limit.take("a", 2000) == 0);
  BOOST_TEST(limit.take("a", 2000) == 1);
}

BOOST_AUTO_TEST_CASE(the_wait_is_the_time_of_one_request_and_a_minute_fills_the_bucket) {
  RateLimit limit(2);
  BOOST_TEST(limit.take("a", 0) == 0);
  BOOST_TEST(limit.take("a", 0) == 0);
  BOOST_TEST(limit.take("a", 0) == 30);
  BOOST_TEST(limit.take("a", 60000) == 0);
  BOOST_TEST(limit.take("a", 60000) == 0);
  BOOST_TEST(limit.take("a", 60000) == 30);
}

BOOST_AUTO_TEST_CASE(each_key_has_its_own_bucket_and_a_clock_that_goes_back_gives_nothing) {
  RateLimit limit(1);
  BOOST_TEST(limit.take("a", 5000) == 0);
  BOOST_TEST(limit.take("b", 5000) == 0);
  BOOST_TEST(limit.take("a", 0) == 60);
}

BOOST_AUTO_TEST_CASE(the_addresses_of_one_line_count_together) {
  using omnia::http::rate_key;
  BOOST_TEST(rate_key("198.51.100.7") == "198.51.100.7");
  BOOST_TEST(rate_key("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64");
  BOOST_TEST(rate_key("2001:db8:1:2::9") == rate_key("2001:DB8:1:2:ffff::"));
  BOOST_TEST(rate_key("2001:db8:1:3::9") != rate_key("2001:db8:1:2::9"));
  BOOST_TEST(rate_key("::ffff:198.51.100.7") == "198.51.100.7");
  for (const char* text : {"", "ignoto", "1:2", "x:y"}) BOOST_TEST(rate_key(text) == text);
}

BOOST_AUTO_TEST_CASE(zero_means_no_limit) {
  RateLimit limit(0);
  for (int i = 0; i < 100000; ++i) BOOST_REQUIRE(limit.take("a", 0) == 0);
}

BOOST_AUTO_TEST_CASE(many_keys_do_not_grow_for_ever) {
  RateLimit limit(1);
  for (int i = 0; i < 10000; ++i) limit.take(std::to_string(i), 0);
  BOOST_TEST(limit.take("9999", 60000) == 0, "those a minute old are forgotten, and full again");
}

BOOST_AUTO_TEST_SUITE_END()
