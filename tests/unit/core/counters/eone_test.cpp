// EONE and art. 12 c. 4: who is exempt, and the climate windows of letters m), n), o).
#include <boost/test/unit_test.hpp>

#include "../norm_variant.hpp"
#include "history.hpp"

using namespace omnia::tests;
using omnia::rules::counters::kUnitsPerWeek;
using omnia::rules::counters::weeks_text;
using omnia::rules::routing::Settore;

BOOST_AUTO_TEST_SUITE(counters_eone)

BOOST_AUTO_TEST_CASE(eone_weeks_of_a_manufacturer_do_not_consume_the_biennio) {
  const auto r = registry({eone("E1", weeks_from("2025-01-06", 40))});
  const auto c = count(r, ask("2026-01-05", 52));
  BOOST_TEST(c.biennio.usato == 0);
  BOOST_TEST(!c.biennio.superato);
  BOOST_TEST(c.biennio.settimane_ammesse == 52);
  BOOST_TEST(!c.consecutive.superato);
  BOOST_TEST(c.biennio.righe.at(0).motivo == "EONE di impresa non edile: non si conta (art. 12, comma 4, D.Lgs. 148/2015).");
  BOOST_TEST(!c.biennio.righe.at(0).conta);
}

BOOST_AUTO_TEST_CASE(eone_weeks_of_a_builder_or_a_quarry_consume_it) {
  // January to June: outside every climate window.
  const auto r = registry({eone("E1", weeks_from("2025-01-06", 20)), eone("E2", weeks_from("2026-01-05", 20))});
  for (const auto settore : {Settore::edilizia, Settore::lapidei}) {
    const auto c = count(r, ask("2026-06-01", 4), settore).biennio;
    BOOST_TEST(c.usato == 40 * kUnitsPerWeek);
    BOOST_TEST(c.residuo == 12 * kUnitsPerWeek);
  }
  BOOST_TEST(count(r, ask("2026-06-01", 4), Settore::altro).biennio.usato == 0);
}

BOOST_AUTO_TEST_CASE(an_eone_request_of_a_manufacturer_is_exempt_even_with_no_week_left) {
  const auto r = registry({cigo("A1", weeks_from("2025-06-02", 52))});
  const auto c = count(r, ask("2026-06-01", 5, true));
  BOOST_TEST(!c.biennio.superato);
  BOOST_TEST(c.biennio.esente);
  BOOST_TEST(c.biennio.richiesto == 0);
  BOOST_TEST(c.biennio.settimane_ammesse == 5);
  BOOST_TEST(c.biennio.testo ==
             "Le settimane richieste non si contano nel biennio mobile: evento oggettivamente non evitabile (EONE) di impresa "
             "non edile (art. 12, comma 4, D.Lgs. 148/2015).");
  BOOST_TEST(!c.consecutive.superato);
  BOOST_TEST(c.consecutive.esente);
  BOOST_TEST(c.consecutive.testo ==
             "Le settimane richieste non si contano tra le consecutive: un evento oggettivamente non evitabile (EONE) è escluso "
             "dal limite.");
  BOOST_TEST(!c.biennio.lettura);
}

BOOST_AUTO_TEST_CASE(an_eone_request_of_a_builder_is_exempt_only_in_a_climate_window) {
  const auto r = registry({cigo("A1", weeks_from("2025-01-06", 52))});
  const auto july = count(r, ask("2026-07-06", 2, true), Settore::edilizia).biennio;
  BOOST_TEST(july.esente);
  BOOST_TEST(!july.superato);
  BOOST_TEST(july.lettura);  // the act of 2026 is not confirmed
  BOOST_TEST(july.testo ==
             "Le settimane richieste non si contano nel biennio mobile: evento oggettivamente non evitabile (EONE) nel periodo "
             "di deroga climatica.");
  BOOST_TEST(count(r, ask("2026-05-04", 2, true), Settore::edilizia).biennio.superato);
  BOOST_TEST(count(r, ask("2026-07-06", 2, false), Settore::edilizia).biennio.superato);
}

BOOST_AUTO_TEST_CASE(a_confirmed_window_is_not_a_reading) {
  BOOST_TEST(!count(registry({}), ask("2025-07-07", 2, true), Settore::edilizia).biennio.lettura);
}

BOOST_AUTO_TEST_CASE(a_request_that_leaves_the_window_is_exempt_week_by_week) {
  // 14, 21 and 28 December 2026; the week of the 28th ends on 3 January.
  const auto r = registry({cigo("A1", weeks_from("2025-01-06", 51))});
  const auto c = count(r, ask("2026-12-14", 4, true), Settore::edilizia).biennio;
  BOOST_TEST(!c.esente);
  BOOST_TEST(c.richiesto == 2 * kUnitsPerWeek);
  BOOST_TEST(c.settimane_ammesse == 4);
  const auto full = registry({cigo("A1", weeks_from("2025-06-02", 52))});
  const auto over = count(full, ask("2026-12-14", 4, true), Settore::edilizia).biennio;
  BOOST_TEST(over.settimane_ammesse == 2);
  BOOST_TEST(over.superato);
}

BOOST_AUTO_TEST_CASE(a_declared_week_across_the_first_of_july_is_split_by_day) {
  auto a = eone("E1", weeks_from("2026-06-29", 1));
  a = declared(a, first_days(a.periodo, 5, 5));
  const auto c = count(registry({a}), ask("2026-09-07", 1), Settore::edilizia).biennio;
  BOOST_TEST(weeks_text(c.usato) == "0,4");
  BOOST_TEST(c.lettura);
  BOOST_TEST(count(registry({a}), ask("2026-09-07", 1), Settore::industria).biennio.usato == 0);
}

BOOST_AUTO_TEST_CASE(an_authorised_week_across_the_first_of_july_counts_whole) {
  const auto r = registry({eone("E1", weeks_from("2026-06-29", 2))});
  const auto c = count(r, ask("2026-09-07", 1), Settore::edilizia).biennio;
  BOOST_TEST(c.usato == kUnitsPerWeek);
  BOOST_TEST(c.righe.at(0).conta);
}

BOOST_AUTO_TEST_CASE(the_window_begins_on_the_first_of_july_and_ends_on_the_last_of_december) {
  const auto used = [](std::vector<omnia::domain::Date> days) {
    auto a = declared(eone("E1", {day("2025-06-23"), day("2026-01-11")}), std::move(days));
    return count(registry({a}), ask("2026-03-02", 1), Settore::edilizia).biennio.usato;
  };
  BOOST_TEST(used({day("2025-06-30")}) == 126);
  BOOST_TEST(used({day("2025-07-01")}) == 0);
  BOOST_TEST(used({day("2025-12-31")}) == 0);
  BOOST_TEST(used({day("2026-01-01")}) == 126);
}

BOOST_AUTO_TEST_CASE(a_period_wholly_inside_a_window_says_why_it_does_not_count) {
  const auto r = registry({eone("E1", weeks_from("2025-07-07", 3))});
  const auto c = count(r, ask("2026-03-02", 1), Settore::lapidei).biennio;
  BOOST_TEST(c.usato == 0);
  BOOST_TEST(!c.righe.at(0).conta);
  BOOST_TEST(c.righe.at(0).motivo == "EONE nel periodo di deroga climatica: non si conta.");
}

BOOST_AUTO_TEST_CASE(ordinary_weeks_of_a_builder_count_also_in_a_window) {
  const auto r = registry({cigo("A1", weeks_from("2025-07-07", 3))});
  BOOST_TEST(count(r, ask("2026-03-02", 1), Settore::edilizia).biennio.usato == 3 * kUnitsPerWeek);
}

BOOST_AUTO_TEST_CASE(the_narrow_reading_of_the_declared_days_of_building_weather_is_a_switch) {
  auto a = eone("E1", weeks_from("2026-02-02", 4));
  a = declared(a, first_days(a.periodo, 5, 5));
  const auto r = registry({a});
  const auto norms = with_parameter("fruito.building_weather", false);
  const auto used = [&](Settore settore, const omnia::norms::Norms& table) {
    return omnia::rules::counters::count(r, ask("2026-06-01", 1), settore, table).biennio.usato;
  };
  BOOST_TEST(used(Settore::edilizia, omnia::norms::Norms::builtin()) == kUnitsPerWeek);
  BOOST_TEST(used(Settore::edilizia, norms) == 4 * kUnitsPerWeek);
}

BOOST_AUTO_TEST_SUITE_END()
