#include "shared/rules/headcount/headcount.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using omnia::domain::Date;
using omnia::domain::ForzaMese;
using omnia::domain::YearMonth;
using omnia::rules::headcount::average;

const Date kDay = Date::of(2026, 11, 24);

// Monthly figures (hundredths) of the months that end in `last`.
std::vector<ForzaMese> months(YearMonth last, const std::vector<std::int64_t>& figures) {
  std::vector<ForzaMese> forza;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    forza.push_back({last.add(static_cast<int>(i + 1) - static_cast<int>(figures.size())), figures[i]});
  }
  return forza;
}

const YearMonth kOctober{2026, 10};

}  // namespace

BOOST_AUTO_TEST_SUITE(headcount)

BOOST_AUTO_TEST_CASE(the_half_year_is_the_six_months_before_the_month_of_the_day) {
  const auto media = average(months({2026, 11}, {100'00, 1'00, 1'00, 1'00, 1'00, 1'00, 1'00, 100'00}), kDay);
  BOOST_TEST(media.somma_centesimi == 6'00);
  BOOST_TEST(media.mesi == 6);
}

BOOST_AUTO_TEST_CASE(an_average_of_exactly_five_is_not_more_than_five) {
  BOOST_TEST(average(months(kOctober, {4'00, 6'00, 5'00, 5'00, 5'00, 5'00}), kDay).compare(5) == 0);
}

BOOST_AUTO_TEST_CASE(an_average_of_5_0083_is_more_than_five_because_nothing_is_rounded) {
  const auto media = average(months(kOctober, {5'00, 5'00, 5'00, 5'00, 5'00, 5'05}), kDay);
  BOOST_TEST(media.somma_centesimi == 30'05);
  BOOST_TEST(media.compare(5) == 1);
}

BOOST_AUTO_TEST_CASE(fifteen_is_not_over_fifteen_and_one_head_in_one_month_more_is) {
  BOOST_TEST(average(months(kOctober, {15'00, 15'00, 15'00, 15'00, 15'00, 15'00}), kDay).compare(15) == 0);
  BOOST_TEST(average(months(kOctober, {15'00, 15'00, 15'00, 15'00, 15'00, 16'00}), kDay).compare(15) == 1);
  BOOST_TEST(average(months(kOctober, {15'00, 15'00, 15'00, 15'00, 15'00, 14'00}), kDay).compare(15) == -1);
}

BOOST_AUTO_TEST_CASE(a_new_employer_is_judged_on_the_months_available) {
  const auto media = average(months(kOctober, {14'00, 17'00}), kDay);
  BOOST_TEST(media.mesi == 2);
  BOOST_TEST(media.compare(15) == 1);
}

BOOST_AUTO_TEST_CASE(in_the_first_month_its_own_figure_counts) {
  const auto media = average(months({2026, 11}, {7'00}), kDay);
  BOOST_TEST(media.mesi == 1);
  BOOST_TEST(media.compare(5) == 1);
}

BOOST_AUTO_TEST_CASE(months_at_zero_stay_in_the_half_year) {
  const auto media = average(months(kOctober, {0, 0, 0, 12'00, 12'00, 12'00}), kDay);
  BOOST_TEST(media.mesi == 6);
  BOOST_TEST(media.compare(6) == 0);
}

BOOST_AUTO_TEST_CASE(without_figures_there_is_no_average) {
  BOOST_TEST(average({}, kDay).mesi == 0);
  BOOST_TEST(average(months({2026, 4}, {9'00}), kDay).mesi == 0);
}

BOOST_AUTO_TEST_SUITE_END()
