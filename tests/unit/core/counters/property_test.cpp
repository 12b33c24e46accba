// The counters against the slow ones, on random histories.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "slow.hpp"

using namespace omnia::tests;
using omnia::norms::Norms;
using omnia::rules::counters::Contatori;
using omnia::rules::counters::first_fit;

namespace {

Contatori fast(const Scenario& s) { return count(s.registro, s.richiesta, s.settore); }

std::string figures(const Contatori& c) {
  std::string text;
  for (const auto* t : {&c.biennio, &c.consecutive, &c.quinquennio}) {
    for (const auto n : {t->usato, t->richiesto, t->residuo, t->usato_prudente, std::int64_t{t->settimane_ammesse}}) {
      text += std::to_string(n) + ' ';
    }
  }
  return text + c.biennio.testo;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(counters_properties)

BOOST_AUTO_TEST_CASE(the_biennio_agrees_with_the_slow_count) {
  int exceeded = 0;
  for (std::uint32_t seed = 1; seed <= 1000; ++seed) {
    const Scenario s = scenario(seed);
    const auto c = fast(s).biennio;
    Slow slow(s);
    BOOST_REQUIRE_MESSAGE(c.usato == slow.biennio_used(s.richiesta.primo_lunedi + 7 * (s.richiesta.settimane - 1)),
                          "used, seed " << seed);
    BOOST_REQUIRE_MESSAGE(c.settimane_ammesse == slow.biennio_admitted(s.richiesta.primo_lunedi), "admitted, seed " << seed);
    exceeded += c.superato ? 1 : 0;
  }
  // The histories are worth something only if both outcomes are frequent.
  BOOST_TEST(exceeded > 150);
  BOOST_TEST(exceeded < 900);
}

BOOST_AUTO_TEST_CASE(the_consecutive_weeks_agree_with_the_slow_count) {
  int exceeded = 0;
  for (std::uint32_t seed = 1; seed <= 1500; ++seed) {
    const Scenario s = scenario(seed);
    const auto c = fast(s).consecutive;
    BOOST_REQUIRE_MESSAGE(c.settimane_ammesse == Slow(s).consecutive_admitted(), "seed " << seed);
    exceeded += c.superato ? 1 : 0;
  }
  BOOST_TEST(exceeded > 100);
}

BOOST_AUTO_TEST_CASE(the_quinquennio_agrees_with_the_slow_count) {
  int exceeded = 0;
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    const Scenario s = scenario(seed);
    const auto c = fast(s).quinquennio;
    Slow slow(s);
    BOOST_REQUIRE_MESSAGE(c.usato == slow.quinquennio_used(s.richiesta.primo_lunedi + 7 * s.richiesta.settimane - 1),
                          "used, seed " << seed);
    BOOST_REQUIRE_MESSAGE(c.settimane_ammesse == slow.quinquennio_admitted(), "admitted, seed " << seed);
    exceeded += c.superato ? 1 : 0;
  }
  BOOST_TEST(exceeded > 20);
}

BOOST_AUTO_TEST_CASE(the_first_date_with_room_is_the_one_that_trying_every_week_finds) {
  int later = 0;
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    const Scenario s = scenario(seed);
    const auto found = first_fit(s.registro, s.richiesta, s.settore, Norms::builtin(), s.richiesta.primo_lunedi);
    BOOST_REQUIRE_MESSAGE((found == Slow(s).biennio_first(s.richiesta.primo_lunedi)), "seed " << seed);
    if (found && *found > s.richiesta.primo_lunedi) ++later;
  }
  BOOST_TEST(later > 20);
}

BOOST_AUTO_TEST_CASE(the_order_of_the_history_changes_no_figure) {
  for (std::uint32_t seed = 1; seed <= 1000; ++seed) {
    Scenario s = scenario(seed);
    const std::string before = figures(fast(s));
    Dice dice(seed + 7);
    auto& all = s.registro.autorizzazioni;
    std::reverse(all.begin(), all.end());
    for (std::size_t i = all.size(); i > 1; --i)
      std::swap(all[i - 1], all[static_cast<std::size_t>(dice.roll(static_cast<int>(i)))]);
    BOOST_REQUIRE_MESSAGE(figures(fast(s)) == before, "seed " << seed);
  }
}

BOOST_AUTO_TEST_CASE(the_same_history_twice_changes_no_figure) {
  for (std::uint32_t seed = 1; seed <= 1000; ++seed) {
    Scenario s = scenario(seed);
    const std::string before = figures(fast(s));
    auto& all = s.registro.autorizzazioni;
    const auto copy = all;
    all.insert(all.end(), copy.begin(), copy.end());
    BOOST_REQUIRE_MESSAGE(figures(fast(s)) == before, "seed " << seed);
  }
}

BOOST_AUTO_TEST_CASE(the_weeks_admitted_never_break_a_limit_and_the_figures_add_up) {
  for (std::uint32_t seed = 1; seed <= 1500; ++seed) {
    Scenario s = scenario(seed);
    const auto c = fast(s);
    for (const auto* t : {&c.biennio, &c.consecutive, &c.quinquennio}) {
      BOOST_REQUIRE_MESSAGE(t->residuo == std::max<std::int64_t>(0, t->limite - t->usato), t->codice << ", seed " << seed);
      BOOST_REQUIRE_MESSAGE(t->usato_prudente >= t->usato, t->codice << ", seed " << seed);
      BOOST_REQUIRE_MESSAGE(t->superato == (t->settimane_ammesse < t->settimane_richieste), t->codice << ", seed " << seed);
    }
    for (const auto* t : {&c.biennio, &c.quinquennio}) {
      std::int64_t rows = 0;
      for (const auto& riga : t->righe) rows += riga.unita;
      BOOST_REQUIRE_MESSAGE(rows == t->usato, t->codice << ": the rows do not add up, seed " << seed);
    }
    // Granting what is admitted leaves the same request with nothing new and nothing exceeded.
    if (s.richiesta.eone || c.biennio.settimane_ammesse == 0) continue;
    s.richiesta.settimane = c.biennio.settimane_ammesse;
    const auto& lunedi = s.richiesta.primo_lunedi;
    s.registro.autorizzazioni.push_back(cigo("N1", {lunedi, lunedi + 7 * s.richiesta.settimane - 1}));
    const auto again = fast(s).biennio;
    BOOST_REQUIRE_MESSAGE(!again.superato && again.richiesto == 0, "seed " << seed);
    if (c.biennio.richiesto > 0 && !c.biennio.superato) BOOST_REQUIRE_MESSAGE(again.usato <= again.limite, "seed " << seed);
  }
}

BOOST_AUTO_TEST_SUITE_END()
