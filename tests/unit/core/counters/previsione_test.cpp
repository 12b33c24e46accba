// The forecast against brute force: the slow counters of slow.hpp tried from every Monday of two years.
#include "shared/rules/counters/previsione.hpp"

#include <boost/test/unit_test.hpp>
#include <chrono>

#include "slow.hpp"
#include "tests/unit/core/alerts/cases.hpp"

using namespace omnia::tests;
using omnia::domain::Date;
using omnia::norms::Norms;
using omnia::rules::counters::forecast;
using omnia::rules::counters::Previsione;
using omnia::rules::routing::Settore;

namespace {

Previsione industry(const omnia::domain::Registry& r, const omnia::rules::counters::Richiesta& richiesta) {
  return forecast(r, richiesta, Settore::industria, Norms::builtin());
}

std::string told(const Previsione& p) {
  std::string text;
  for (const auto& t : stretches(p)) {
    text += t.primo.iso() + ".." + t.ultimo.iso() + " " + std::to_string(t.settimane) + " " + names(t.fermano) + "\n";
  }
  return text;
}

struct Lenti {
  int t2, t3, t5;
  [[nodiscard]] int least() const { return std::min({t2, t3, t5}); }
};
Lenti slow_weeks(Scenario s, Date lunedi) {
  s.richiesta.primo_lunedi = lunedi;
  Slow slow(s);
  return {slow.consecutive_admitted(), slow.biennio_admitted(lunedi), slow.quinquennio_admitted()};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(counters_forecast)

BOOST_AUTO_TEST_CASE(fifty_weeks_used_leave_two_until_the_window_moves_on) {
  const auto r = registry({cigo("A1", weeks_from("2025-01-06", 26)), cigo("A2", weeks_from("2025-09-01", 24))});
  const auto p = industry(r, ask("2026-07-06", 13));
  BOOST_TEST(p.calcolata);
  BOOST_TEST(p.provate == 13);
  BOOST_REQUIRE(p.punti.size() == 104U);
  BOOST_TEST(p.punti[0].settimane == 2);
  BOOST_TEST(p.punti[0].biennio.residue == 2 * 630);
  BOOST_TEST(p.punti[0].residuo_quinquennio == 24 * 2730 - 50 * 630);
  BOOST_TEST(p.prima_data.value().iso() == "2026-12-21");
  BOOST_TEST(!p.di_nuovo.has_value());
  BOOST_TEST(p.testo ==
             "Dal 06/07/2026 entrano 2 settimane di 13. Il limite che ferma: Biennio mobile. Per 13 settimane la prima data è "
             "lunedì 21 dicembre 2026.");
  BOOST_TEST(p.citazione == "Artt. 4 e 12 D.Lgs. 148/2015");
  BOOST_TEST(p.lettura);  // the window of the first week alone would have room for all thirteen
  const auto all = stretches(p);
  BOOST_TEST(all.front().primo.iso() == "2026-07-06");
  BOOST_TEST(all.back().settimane == 13);
  BOOST_TEST(!all.back().fermano.any());
}

BOOST_AUTO_TEST_CASE(a_request_that_fits_tells_from_when_another_fits) {
  const auto p = industry(registry({}), ask("2026-11-30", 13));
  BOOST_TEST(p.prima_data.value().iso() == "2026-11-30");
  BOOST_TEST(p.di_nuovo.value().iso() == "2027-03-01");  // at once: 26 of 52
  BOOST_TEST(p.testo ==
             "Dal 30/11/2026 entrano 13 settimane. Dopo questa richiesta entrano 13 settimane di nuovo dal 01/03/2027.");
  BOOST_TEST(told(p) == "2026-11-30..2028-11-20 13 \n");
  // Thirty used: thirteen more fit, and thirteen again only when the first ones leave the biennio.
  const auto used = industry(registry({cigo("A1", weeks_from("2026-02-02", 30))}), ask("2026-11-30", 13));
  BOOST_TEST(used.di_nuovo.value().iso() == "2027-11-29");
  BOOST_TEST(used.testo ==
             "Dal 30/11/2026 entrano 13 settimane. Dopo questa richiesta entrano 13 settimane di nuovo dal 29/11/2027.");
}

BOOST_AUTO_TEST_CASE(after_a_full_run_the_pause_and_the_biennio_stop_together) {
  const auto p = industry(registry({cigo("A1", weeks_from("2025-01-06", 52))}), ask("2026-06-01", 13));
  BOOST_TEST(p.testo ==
             "Dal 01/06/2026 non entra alcuna settimana. Il limite che ferma: Settimane consecutive, Biennio mobile. Per 13 "
             "settimane la prima data è lunedì 4 gennaio 2027.");
  BOOST_TEST(p.lettura);  // what breaks a run is a reading
}

BOOST_AUTO_TEST_CASE(the_five_years_stop_where_the_biennio_would_not) {
  // 22 months of CIGS and 13 weeks leave less than a month.
  const auto r =
      registry({of_kind("CIGS_CRISI", {day("2023-01-01"), day("2024-10-31")}), cigo("A1", weeks_from("2025-03-03", 5))});
  const auto p = industry(r, ask("2026-11-30", 13));
  BOOST_TEST(p.punti[0].settimane == 3);
  BOOST_TEST(names(p.punti[0].fermano) == "Quinquennio mobile");
  BOOST_TEST(p.lettura);
}

BOOST_AUTO_TEST_CASE(a_law_of_another_time_gives_no_forecast) {
  BOOST_TEST(!industry(registry({}), ask("2014-01-06", 13)).calcolata);
  BOOST_TEST(!industry(registry({}), ask("2026-11-30", 0)).calcolata);
}

BOOST_AUTO_TEST_CASE(every_monday_of_two_years_agrees_with_brute_force) {
  int stopped = 0;
  for (std::uint32_t seed = 1; seed <= 4; ++seed) {
    Scenario s = scenario(seed);
    s.richiesta.settimane = 13;
    const auto p = forecast(s.registro, s.richiesta, s.settore, Norms::builtin());
    BOOST_REQUIRE(p.punti.size() == 104U);
    Slow sums(s);
    std::optional<Date> first;
    for (std::size_t k = 0; k < p.punti.size(); ++k) {
      const auto lunedi = s.richiesta.primo_lunedi.lunedi() + 7 * static_cast<int>(k);
      const auto slow = slow_weeks(s, lunedi);
      const auto& punto = p.punti[k];
      BOOST_REQUIRE(punto.biennio.lunedi == lunedi);
      BOOST_REQUIRE_MESSAGE(punto.settimane == slow.least(), "seed " << seed << ", " << lunedi.iso());
      BOOST_REQUIRE(punto.fermano.consecutive == (slow.least() < 13 && slow.t2 == slow.least()));
      BOOST_REQUIRE(punto.fermano.biennio == (slow.least() < 13 && slow.t3 == slow.least()));
      BOOST_REQUIRE(punto.fermano.quinquennio == (slow.least() < 13 && slow.t5 == slow.least()));
      BOOST_REQUIRE(punto.biennio.usate == sums.biennio_used(lunedi));
      const bool builder = s.settore == Settore::edilizia || s.settore == Settore::lapidei;
      BOOST_REQUIRE(punto.residuo_quinquennio ==
                    std::max<std::int64_t>(0, (builder ? 30 : 24) * 2730 - sums.quinquennio_used(lunedi + 6)));
      if (!first && slow.least() == 13) first = lunedi;
      stopped += slow.least() < 13 ? 1 : 0;
    }
    if (first) BOOST_REQUIRE_MESSAGE(p.prima_data == first, "seed " << seed);
  }
  BOOST_TEST(stopped > 40);
}

BOOST_AUTO_TEST_CASE(again_is_what_a_registry_with_the_request_granted_answers) {
  int later = 0;
  for (std::uint32_t seed = 1; seed <= 120; ++seed) {
    Scenario s = scenario(seed);
    const auto p = forecast(s.registro, s.richiesta, s.settore, Norms::builtin());
    const int n = s.richiesta.settimane;
    if (p.prima_data != p.dal) continue;
    auto granted = cigo("R", {p.dal, p.dal + 7 * n - 1});
    granted.eone = s.richiesta.eone;
    s.registro.autorizzazioni.push_back(granted);
    auto next = s.richiesta;
    next.primo_lunedi = p.dal + 7 * n;
    const auto after = forecast(s.registro, next, s.settore, Norms::builtin());
    const bool in_two_years = after.prima_data && *after.prima_data < p.dal + 7 * 104;
    BOOST_REQUIRE_MESSAGE(p.di_nuovo == (in_two_years ? after.prima_data : std::nullopt), "seed " << seed);
    later += p.di_nuovo && *p.di_nuovo > next.primo_lunedi ? 1 : 0;
  }
  BOOST_TEST(later > 3);
}

BOOST_AUTO_TEST_CASE(a_draft_is_forecast_from_its_unit_on) {
  omnia::test::World w;
  const auto& norms = Norms::builtin();
  const auto asked = forecast(w.d, w.r, norms, w.oggi);
  BOOST_REQUIRE(asked.has_value());
  BOOST_TEST(asked->dal.iso() == "2026-11-16");
  BOOST_TEST(asked->settimane == 2);
  w.d.periodo = {};
  const auto open = forecast(w.d, w.r, norms, w.oggi);
  BOOST_TEST(open->dal.iso() == "2026-11-30");  // the first Monday that is not past
  BOOST_TEST(open->settimane == 13);
  w.d.unita_produttiva.progressivo = omnia::domain::enter<omnia::domain::Count>("7");
  BOOST_TEST(!forecast(w.d, w.r, norms, w.oggi).has_value());
  w.d.unita_produttiva.progressivo = {};
  BOOST_TEST(!forecast(w.d, w.r, norms, w.oggi).has_value());
}

// A screen makes it at every change: well under a millisecond for a normal history.
BOOST_AUTO_TEST_CASE(its_cost_is_told) {
  using Clock = std::chrono::steady_clock;
  for (const int entries : {0, 10, 100}) {
    std::vector<omnia::domain::Autorizzazione> all;
    for (int i = 0; i < entries; ++i)
      all.push_back(cigo("A" + std::to_string(i), {day("2022-01-03") + 14 * i, day("2022-01-03") + 14 * i + 6}));
    const auto r = registry(std::move(all));
    constexpr int kTimes = 50;
    const auto start = Clock::now();
    std::size_t points = 0;
    for (int i = 0; i < kTimes; ++i) points += industry(r, ask("2026-11-30", 13)).punti.size();
    const auto us = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count() / kTimes;
    BOOST_TEST(points == 104U * kTimes);
    BOOST_TEST_MESSAGE("forecast with " << entries << " authorisations: " << us << " µs");
  }
}

BOOST_AUTO_TEST_SUITE_END()
