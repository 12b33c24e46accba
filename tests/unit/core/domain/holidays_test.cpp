#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>
#include <vector>

#include "shared/domain/date.hpp"

using omnia::domain::Date;
using omnia::domain::easter;
using omnia::domain::is_holiday;
using omnia::domain::roll_back;
using omnia::domain::roll_forward;

BOOST_AUTO_TEST_SUITE(domain_holidays)

BOOST_AUTO_TEST_CASE(easter_falls_where_the_calendars_print_it) {
  const std::vector<std::pair<int, std::string>> known{
      {1900, "1900-04-15"}, {1954, "1954-04-18"}, {1981, "1981-04-19"}, {2000, "2000-04-23"}, {2008, "2008-03-23"},
      {2011, "2011-04-24"}, {2024, "2024-03-31"}, {2025, "2025-04-20"}, {2026, "2026-04-05"}, {2027, "2027-03-28"},
      {2028, "2028-04-16"}, {2038, "2038-04-25"}, {2049, "2049-04-18"}, {2076, "2076-04-19"}, {2100, "2100-03-28"}};
  for (const auto& [anno, iso] : known) BOOST_TEST(easter(anno).iso() == iso);
}

BOOST_AUTO_TEST_CASE(the_feasts_of_2026_are_these_and_no_other_weekday) {
  const std::vector<std::string> feasts{"2026-01-01", "2026-01-06", "2026-04-06", "2026-04-25", "2026-05-01",
                                        "2026-06-02", "2026-08-15", "2026-12-08", "2026-12-25", "2026-12-26"};
  std::vector<std::string> found;
  for (Date day = Date::of(2026, 1, 1); day.anno() == 2026; day = day + 1) {
    if (is_holiday(day) && day.weekday() != omnia::domain::Weekday::domenica) found.push_back(day.iso());
  }
  BOOST_TEST(found == feasts, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_first_of_november_is_a_feast_when_it_is_not_a_sunday) { BOOST_TEST(is_holiday(Date::of(2027, 11, 1))); }

BOOST_AUTO_TEST_CASE(saint_francis_is_a_feast_from_2026) {
  BOOST_TEST(is_holiday(Date::of(2026, 10, 4)));  // it is also a Sunday
  BOOST_TEST(is_holiday(Date::of(2027, 10, 4)));  // a Monday
  BOOST_TEST(!is_holiday(Date::of(2025, 10, 4)));
  BOOST_TEST(!is_holiday(Date::of(2024, 10, 4)));
}

BOOST_AUTO_TEST_CASE(saturdays_local_patrons_and_good_friday_are_working_days) {
  BOOST_TEST(!is_holiday(Date::of(2026, 11, 28)));
  BOOST_TEST(!is_holiday(Date::of(2026, 6, 29)));
  BOOST_TEST(!is_holiday(Date::of(2026, 4, 3)));
  BOOST_TEST(is_holiday(Date::of(2026, 11, 29)));
}

BOOST_AUTO_TEST_CASE(a_term_moves_past_every_feast_in_a_row) {
  // Friday 25 December 2026, Saturday 26, Sunday 27.
  BOOST_TEST(roll_forward(Date::of(2026, 12, 25)).iso() == "2026-12-28");
  BOOST_TEST(roll_back(Date::of(2026, 12, 27)).iso() == "2026-12-24");
  BOOST_TEST(roll_forward(Date::of(2026, 4, 5)).iso() == "2026-04-07");
  BOOST_TEST(roll_back(Date::of(2026, 4, 6)).iso() == "2026-04-04");
  BOOST_TEST(roll_forward(Date::of(2026, 11, 28)).iso() == "2026-11-28");
  BOOST_TEST(roll_back(Date::of(2026, 11, 28)).iso() == "2026-11-28");
}

BOOST_AUTO_TEST_SUITE_END()
