// The shapes of a chart: where they stand, and that words do not run into each other.
#include "wasm-client/view/chart.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>

using namespace omnia::view;

namespace {

const ChartShape& text(const ChartPicture& picture, const std::string& words) {
  const auto found =
      std::find_if(picture.shapes.begin(), picture.shapes.end(), [&](const ChartShape& s) { return s.text == words; });
  BOOST_REQUIRE_MESSAGE(found != picture.shapes.end(), "not in the chart: " << words);
  return *found;
}

std::size_t count(const ChartPicture& picture, ChartShape::What what, std::string_view ink) {
  return static_cast<std::size_t>(std::count_if(picture.shapes.begin(), picture.shapes.end(),
                                                [&](const ChartShape& s) { return s.what == what && s.ink == ink; }));
}

Chart weeks(std::int64_t today, std::int64_t limit) {
  Chart c;
  c.series = {"Autorizzate", "Questa domanda"};
  c.max = 100;
  c.marks = {{"", "", 10, 20, 0, 0}, {"", "", 60, 65, 0, 1}};
  c.ticks = {{0, "2024"}, {50, "2025"}, {100, "2026"}};
  c.today = {today, "Oggi"};
  c.limit = {limit, "Limite"};
  return c;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(charts)

BOOST_AUTO_TEST_CASE(a_lane_for_each_series_with_its_bars) {
  const ChartPicture p = picture(weeks(40, 60));
  BOOST_TEST(count(p, ChartShape::What::box, "track") == 2U);
  BOOST_TEST(count(p, ChartShape::What::box, "series0") == 1U);
  BOOST_TEST(count(p, ChartShape::What::box, "series1") == 1U);
  BOOST_TEST(text(p, "Questa domanda").y > text(p, "Autorizzate").y2);
  BOOST_TEST(text(p, "2025").fine);  // left out where there is no room
  BOOST_TEST(!text(p, "2026").fine);
  BOOST_TEST(p.height > text(p, "2026").y);
}

BOOST_AUTO_TEST_CASE(today_and_limit_lean_away_from_each_other) {
  const ChartPicture middle = picture(weeks(40, 60));
  BOOST_TEST(text(middle, "Oggi").align == 2);
  BOOST_TEST(text(middle, "Limite").align == 0);
  BOOST_TEST(text(middle, "Oggi").y == text(middle, "Limite").y);
  const ChartPicture late = picture(weeks(80, 95));
  BOOST_TEST(text(late, "Limite").align == 2);
  BOOST_TEST(text(late, "Oggi").y > text(late, "Limite").y);
  const ChartPicture early = picture(weeks(10, 5));  // the limit has passed
  BOOST_TEST(text(early, "Limite").align == 0);
  BOOST_TEST(text(early, "Oggi").y > text(early, "Limite").y);
}

BOOST_AUTO_TEST_CASE(a_pole_on_the_left_does_not_run_through_the_names_of_the_lanes) {
  const auto crossed = [](const ChartPicture& p, const char* name) {
    const ChartShape& words = text(p, name);
    return std::any_of(p.shapes.begin(), p.shapes.end(), [&](const ChartShape& s) {
      return s.what == ChartShape::What::line && s.strong && s.y < words.y2 && s.y2 > words.y;
    });
  };
  const ChartPicture early = picture(weeks(10, 95));
  BOOST_TEST(count(early, ChartShape::What::line, "today") == 2U);
  const ChartPicture near = picture(weeks(10, 20));
  BOOST_TEST(!crossed(near, "Autorizzate"));
  BOOST_TEST(!crossed(near, "Questa domanda"));
  BOOST_TEST(crossed(picture(weeks(50, 60)), "Autorizzate"));  // far from the names it is one line
}

BOOST_AUTO_TEST_CASE(bars_below_zero_go_to_the_left) {
  Chart c;
  c.kind = ChartKind::bars;
  c.series = {"2026"};
  c.marks = {{"1° trimestre", "100", 0, 0, 100, 0}, {"2° trimestre", "−100", 0, 0, -100, 0}};
  const ChartPicture p = picture(c);
  std::vector<const ChartShape*> bars;
  for (const ChartShape& s : p.shapes) {
    if (s.what == ChartShape::What::box) bars.push_back(&s);
  }
  BOOST_REQUIRE(bars.size() == 2U);
  BOOST_TEST(bars[0]->x == kAcross / 2);
  BOOST_TEST(bars[0]->x2 == kAcross);
  BOOST_TEST(bars[1]->x == 0);
  BOOST_TEST(bars[1]->x2 == kAcross / 2);
  BOOST_TEST(text(p, "−100").align == 2);
}

BOOST_AUTO_TEST_CASE(a_line_stays_under_its_limit_when_its_values_do) {
  Chart c;
  c.kind = ChartKind::line;
  c.series = {"Settimane"};
  c.max = 2;
  c.marks = {{"", "", 0, 0, 0, 0}, {"", "", 1, 0, 26, 0}, {"", "", 2, 0, 50, 0}};
  c.limit = {52, "52 settimane"};
  const ChartPicture p = picture(c);
  int limit = 0;
  for (const ChartShape& s : p.shapes) {
    if (s.what == ChartShape::What::line && s.ink == "limit") limit = s.y;
  }
  BOOST_TEST(count(p, ChartShape::What::line, "series0") == 2U);
  for (const ChartShape& s : p.shapes) {
    if (s.what == ChartShape::What::dot) BOOST_TEST(s.y > limit);
  }
}

BOOST_AUTO_TEST_CASE(a_chart_without_marks_is_empty_and_whole) {
  for (const ChartKind kind : {ChartKind::timeline, ChartKind::bars, ChartKind::line}) {
    Chart c;
    c.kind = kind;
    BOOST_TEST(picture(c).height >= 0);
  }
}

BOOST_AUTO_TEST_SUITE_END()
