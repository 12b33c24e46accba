#include "server/services/clock.hpp"

#include <boost/test/unit_test.hpp>

using omnia::domain::Date;
using omnia::services::Clock;
using omnia::services::rome_time;

BOOST_AUTO_TEST_SUITE(services_clock)

BOOST_AUTO_TEST_CASE(winter_is_one_hour_ahead_of_utc_and_summer_two) {
  BOOST_TEST(rome_time(1795500072).iso() == "2026-11-24T07:01:12+01:00");
  BOOST_TEST(rome_time(1783000000).iso() == "2026-07-02T15:46:40+02:00");
}

BOOST_AUTO_TEST_CASE(the_hour_changes_at_one_utc_of_the_last_sundays_of_march_and_october) {
  BOOST_TEST(rome_time(1774745999).iso() == "2026-03-29T01:59:59+01:00");
  BOOST_TEST(rome_time(1774746000).iso() == "2026-03-29T03:00:00+02:00");
  BOOST_TEST(rome_time(1792889999).iso() == "2026-10-25T02:59:59+02:00");
  BOOST_TEST(rome_time(1792890000).iso() == "2026-10-25T02:00:00+01:00");
}

BOOST_AUTO_TEST_CASE(the_day_is_the_italian_one_just_after_midnight) {
  BOOST_TEST(rome_time(1795474800).iso() == "2026-11-24T00:00:00+01:00");
  BOOST_TEST(rome_time(1795474799).giorno.iso() == "2026-11-23");
}

BOOST_AUTO_TEST_CASE(a_fixed_day_keeps_the_present_time_and_its_own_offset) {
  BOOST_TEST(Clock(Date::of(2026, 7, 1)).roma().iso().substr(0, 10) == "2026-07-01");
  BOOST_TEST(Clock(Date::of(2026, 7, 1)).roma().iso().substr(19) == "+02:00");
  BOOST_TEST(Clock(Date::of(2026, 12, 1)).roma().iso().substr(19) == "+01:00");
  BOOST_TEST(Clock().oggi().iso() == rome_time(Clock().now()).giorno.iso());
}

BOOST_AUTO_TEST_SUITE_END()
