// The what-if against brute force: the slow counters of slow.hpp tried on every length and every start date.
#include "shared/rules/counters/what_if.hpp"

#include <boost/test/unit_test.hpp>

#include "slow.hpp"

using namespace omnia::tests;
using omnia::norms::Norms;
using omnia::rules::counters::biennio_timeline;
using omnia::rules::counters::first_date;
using omnia::rules::counters::Ipotesi;
using omnia::rules::counters::longest_period;
using omnia::rules::routing::Settore;

namespace {

auto longest(const omnia::domain::Registry& r, const Ipotesi& ipotesi) {
  return longest_period(r, ipotesi, Settore::industria, Norms::builtin());
}

// Weeks from the start that pass T2, T3 and T5 together.
int slow_weeks(Scenario s) {
  Slow slow(s);
  return std::min({slow.biennio_admitted(s.richiesta.primo_lunedi), slow.consecutive_admitted(), slow.quinquennio_admitted()});
}

bool slow_fits(const Scenario& s) {
  Slow slow(s);
  const int n = s.richiesta.settimane;
  return slow.consecutive_admitted() == n && slow.biennio_admitted(s.richiesta.primo_lunedi) == n &&
         slow.quinquennio_admitted() == n;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(counters_what_if)

BOOST_AUTO_TEST_CASE(the_biennio_binds_after_fifty_weeks) {
  const auto r = registry({cigo("A1", weeks_from("2025-01-06", 26)), cigo("A2", weeks_from("2025-09-01", 24))});
  const auto m = longest(r, {ask("2026-07-06", 13), false, 0});
  BOOST_TEST(m.settimane == 2);
  BOOST_TEST(span(m.periodo.value()) == "2026-07-06..2026-07-19");
  BOOST_REQUIRE(m.vincoli.size() == 1U);
  BOOST_TEST(m.vincoli[0].codice == "biennio");
  BOOST_TEST(m.vincoli[0].citazione == "Art. 12, comma 3, D.Lgs. 148/2015");
  BOOST_TEST(m.testo ==
             "Dal 06/07/2026 si possono chiedere al massimo 2 settimane, fino al 19/07/2026. Il limite che ferma la settimana "
             "successiva: Biennio mobile.");
  const auto first = first_date(r, ask("2026-07-06", 13), Settore::industria, Norms::builtin(), day("2026-07-06"));
  BOOST_TEST(first.value().iso() == "2026-12-21");
}

BOOST_AUTO_TEST_CASE(one_domanda_binds_when_there_is_room) {
  const auto m = longest(registry({}), {ask("2026-11-23", 20), false, 0});
  BOOST_TEST(m.settimane == 13);
  BOOST_REQUIRE(m.vincoli.size() == 1U);
  BOOST_TEST(m.vincoli[0].codice == "richiesta");
  const auto less = longest(registry({}), {ask("2026-11-23", 5), false, 0});
  BOOST_TEST((less.settimane == 5 && less.vincoli.empty()));
  BOOST_TEST(less.testo == "Dal 23/11/2026 entrano tutte le settimane volute: 5.");
}

BOOST_AUTO_TEST_CASE(after_a_full_run_no_week_fits_and_two_limits_bind) {
  const auto r = registry({cigo("A1", weeks_from("2025-01-06", 52))});
  const auto m = longest(r, {ask("2026-06-01", 13), false, 0});
  BOOST_TEST(m.settimane == 0);
  BOOST_TEST(!m.periodo.has_value());
  BOOST_REQUIRE(m.vincoli.size() == 2U);
  BOOST_TEST(m.vincoli[0].codice == "consecutive");
  BOOST_TEST(m.vincoli[1].codice == "biennio");
  BOOST_TEST(
      m.testo ==
      "Dal 01/06/2026 non entra alcuna settimana. Il limite che ferma la settimana successiva: Settimane consecutive, Biennio "
      "mobile.");
  BOOST_TEST(first_date(r, ask("2026-06-01", 13), Settore::industria, Norms::builtin(), day("2026-06-01")).value().iso() ==
             "2027-01-04");
}

BOOST_AUTO_TEST_CASE(the_third_of_the_hours_binds_when_the_hours_are_given) {
  auto a = cigo("A1", weeks_from("2026-01-05", 10));
  a.ore_centesimi = 3000000;
  auto r = registry({a});
  for (int month = 5; month <= 10; ++month) r.unita_produttive[0].organico.push_back({{2026, month}, 4500, 20});
  // H = 104 x 900, a third is 31.200: 1.200 hours are left, 400 a week are three weeks.
  const auto m = longest(r, {ask("2026-11-23", 13), false, 40000});
  BOOST_TEST(m.settimane == 3);
  BOOST_REQUIRE(m.vincoli.size() == 1U);
  BOOST_TEST(m.vincoli[0].codice == "terzo");
  BOOST_TEST(m.lettura);
  BOOST_TEST(longest(r, {ask("2026-11-23", 13), false, 0}).settimane == 13);
}

BOOST_AUTO_TEST_CASE(the_longest_period_is_the_one_that_trying_every_length_finds) {
  int bound = 0;
  for (std::uint32_t seed = 1; seed <= 150; ++seed) {
    Scenario s = scenario(seed);
    s.richiesta.settimane = 13;
    const auto m = longest_period(s.registro, {s.richiesta, false, 0}, s.settore, Norms::builtin());
    BOOST_REQUIRE_MESSAGE(m.settimane == slow_weeks(s), "seed " << seed << ": " << m.settimane << " and " << slow_weeks(s));
    bound += m.settimane < 13 ? 1 : 0;
  }
  BOOST_TEST(bound > 30);
}

BOOST_AUTO_TEST_CASE(the_first_date_is_the_one_that_trying_every_monday_finds) {
  int later = 0;
  for (std::uint32_t seed = 1; seed <= 25; ++seed) {
    Scenario s = scenario(seed);
    const auto dal = s.richiesta.primo_lunedi;
    const auto found = first_date(s.registro, s.richiesta, s.settore, Norms::builtin(), dal);
    std::optional<omnia::domain::Date> tried;
    for (int k = 0; k < 209 && !tried; ++k) {
      s.richiesta.primo_lunedi = dal + 7 * k;
      if (slow_fits(s)) tried = s.richiesta.primo_lunedi;
    }
    BOOST_REQUIRE_MESSAGE((found == tried), "seed " << seed);
    later += found && *found > dal ? 1 : 0;
  }
  BOOST_TEST(later > 2);
}

BOOST_AUTO_TEST_CASE(the_timeline_of_two_years_agrees_with_the_slow_sums) {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    const Scenario s = scenario(seed);
    const auto dal = s.richiesta.primo_lunedi + 3;  // any day of the week
    const auto points = biennio_timeline(s.registro, 0, s.settore, Norms::builtin(), dal);
    BOOST_REQUIRE(points.size() == 104U);
    Slow slow(s);
    for (std::size_t i = 0; i < points.size(); ++i) {
      const auto lunedi = s.richiesta.primo_lunedi + 7 * static_cast<int>(i);
      BOOST_REQUIRE(points[i].lunedi == lunedi);
      BOOST_REQUIRE_MESSAGE(points[i].usate == slow.biennio_used(lunedi), "seed " << seed << ", week " << i);
      BOOST_REQUIRE(points[i].residue == std::max<std::int64_t>(0, 52 * 630 - points[i].usate));
      BOOST_REQUIRE(points[i].usate_prudenti >= points[i].usate);
    }
  }
}

BOOST_AUTO_TEST_CASE(one_week_left_is_said_in_the_singular) {
  const auto r = registry({cigo("A1", weeks_from("2025-01-06", 51))});
  BOOST_TEST(longest(r, {ask("2026-02-02", 13), false, 0}).testo ==
             "Dal 02/02/2026 si può chiedere al massimo 1 settimana, fino al 08/02/2026. Il limite che ferma la settimana "
             "successiva: Biennio mobile.");
}

BOOST_AUTO_TEST_SUITE_END()
