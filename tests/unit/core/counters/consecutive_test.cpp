// T2: 52 consecutive weeks, then 52 of normal activity.
#include <boost/test/unit_test.hpp>

#include "../norm_variant.hpp"
#include "history.hpp"

using namespace omnia::tests;
using omnia::rules::counters::kUnitsPerWeek;
using omnia::rules::routing::Settore;

BOOST_AUTO_TEST_SUITE(counters_consecutive)

BOOST_AUTO_TEST_CASE(the_run_joins_the_weeks_before_and_those_asked) {
  const auto r = registry({cigo("A1", weeks_from("2026-01-05", 10)), cigo("A2", weeks_from("2026-03-16", 5))});
  const auto c = count(r, ask("2026-04-20", 4)).consecutive;
  BOOST_TEST(c.codice == "consecutive");
  BOOST_TEST(c.nome == "Settimane consecutive");
  BOOST_TEST(c.limite == 52 * kUnitsPerWeek);
  BOOST_TEST(c.usato == 15 * kUnitsPerWeek);
  BOOST_TEST(c.richiesto == 4 * kUnitsPerWeek);
  BOOST_TEST(c.residuo == 37 * kUnitsPerWeek);
  BOOST_TEST(span(c.finestra) == "2026-01-05..2026-05-17");
  BOOST_TEST(c.righe.size() == 2U);
  BOOST_TEST(!c.superato);
  BOOST_TEST(!c.lettura);
  BOOST_TEST(c.testo == "Settimane consecutive con questa richiesta: 19 su 52.");
  BOOST_TEST(c.citazione == "Art. 12, comma 1, D.Lgs. 148/2015");
}

BOOST_AUTO_TEST_CASE(a_request_alone_is_its_own_run) {
  const auto c = count(registry({}), ask("2026-04-20", 1)).consecutive;
  BOOST_TEST(c.usato == 0);
  BOOST_TEST(span(c.finestra) == "2026-04-20..2026-04-26");
  BOOST_TEST(c.testo == "Settimane consecutive con questa richiesta: 1 su 52.");
}

BOOST_AUTO_TEST_CASE(one_free_week_breaks_the_run) {
  const auto r = registry({cigo("A1", weeks_from("2026-01-05", 10))});
  BOOST_TEST(count(r, ask("2026-03-16", 4)).consecutive.usato == 10 * kUnitsPerWeek);
  BOOST_TEST(count(r, ask("2026-03-23", 4)).consecutive.usato == 0);
}

BOOST_AUTO_TEST_CASE(a_week_declared_as_not_used_breaks_the_run_and_one_day_used_does_not) {
  const auto middle = weeks_from("2026-03-16", 1);
  const auto with = [&](std::vector<omnia::domain::Date> days) {
    const auto r = registry({cigo("A1", weeks_from("2026-01-05", 10)), declared(cigo("A2", middle), std::move(days))});
    return count(r, ask("2026-03-23", 4)).consecutive.usato;
  };
  BOOST_TEST(with({}) == 0);
  BOOST_TEST(with({day("2026-03-18")}) == 11 * kUnitsPerWeek);
}

BOOST_AUTO_TEST_CASE(what_breaks_a_run_is_a_switch) {
  const auto r = registry(
      {cigo("A1", weeks_from("2026-01-05", 10)), declared(cigo("A2", weeks_from("2026-03-16", 1)), {day("2026-03-18")})});
  const auto norms = with_parameter("cigo.run.break", "one_free_day");
  const auto c = omnia::rules::counters::count(r, ask("2026-03-23", 4), Settore::industria, norms).consecutive;
  BOOST_TEST(c.usato == 0);
}

BOOST_AUTO_TEST_CASE(the_weeks_over_52_do_not_fit) {
  const auto r = registry({cigo("A1", weeks_from("2026-01-05", 48))});
  const auto c = count(r, ask("2026-12-07", 6)).consecutive;
  BOOST_TEST(c.superato);
  BOOST_TEST(c.lettura);
  BOOST_TEST(c.settimane_ammesse == 4);
  BOOST_TEST(c.testo == "Delle 6 settimane richieste ne entrano 4 nel limite di 52 settimane consecutive.");
  BOOST_TEST(!count(r, ask("2026-12-07", 4)).consecutive.superato);
}

BOOST_AUTO_TEST_CASE(a_late_request_cannot_join_two_runs_beyond_52) {
  const auto r = registry({cigo("A1", weeks_from("2026-01-05", 30)), cigo("A2", weeks_from("2026-08-10", 22))});
  // One free week between the two: 30 + 1 + 22.
  const auto c = count(r, ask("2026-08-03", 1)).consecutive;
  BOOST_TEST(c.superato);
  BOOST_TEST(c.settimane_ammesse == 0);
  const auto less = registry({cigo("A1", weeks_from("2026-01-05", 30)), cigo("A2", weeks_from("2026-08-10", 21))});
  BOOST_TEST(!count(less, ask("2026-08-03", 1)).consecutive.superato);
}

BOOST_AUTO_TEST_CASE(after_a_full_run_the_restart_is_53_weeks_after_its_end) {
  const auto r = registry({cigo("A1", weeks_from("2025-01-06", 52))});
  const auto early = count(r, ask("2026-12-28", 2));
  BOOST_TEST(early.consecutive.superato);
  BOOST_TEST(early.consecutive.settimane_ammesse == 0);
  BOOST_TEST(
      early.consecutive.testo ==
      "L’unità produttiva ha usato 52 settimane consecutive, fino al 04/01/2026: dopo 52 settimane di normale attività la nuova "
      "richiesta può iniziare dal 04/01/2027.");
  BOOST_TEST(span(early.consecutive.finestra) == "2025-01-06..2027-01-10");
  const auto on_time = count(r, ask("2027-01-04", 2));
  BOOST_TEST(!on_time.consecutive.superato);
  BOOST_TEST(!on_time.biennio.superato);  // T2 and T3 give the same date
  BOOST_TEST(early.biennio.settimane_ammesse == 0);
}

BOOST_AUTO_TEST_CASE(the_week_right_after_a_full_run_gives_the_same_date) {
  const auto r = registry({cigo("A1", weeks_from("2025-01-06", 52))});
  const auto c = count(r, ask("2026-01-05", 1)).consecutive;
  BOOST_TEST(c.superato);
  BOOST_TEST(
      c.testo ==
      "L’unità produttiva ha usato 52 settimane consecutive, fino al 04/01/2026: dopo 52 settimane di normale attività la nuova "
      "richiesta può iniziare dal 04/01/2027.");
}

BOOST_AUTO_TEST_CASE(cigs_at_zero_hours_is_not_normal_activity) {
  const auto r = registry({cigo("A1", weeks_from("2025-01-06", 52)), of_kind("CIGS_CRISI", weeks_from("2026-01-05", 52))});
  const auto c = count(r, ask("2027-01-04", 2)).consecutive;
  BOOST_TEST(c.superato);
  BOOST_TEST(c.lettura);
  BOOST_TEST(
      c.testo ==
      "L’unità produttiva ha usato 52 settimane consecutive, fino al 04/01/2026: dopo 52 settimane di normale attività la nuova "
      "richiesta può iniziare dal 03/01/2028.");
}

BOOST_AUTO_TEST_CASE(cigs_at_reduced_hours_is_normal_activity) {
  const auto r = registry({cigo("A1", weeks_from("2025-01-06", 52)), of_kind("CIGS_CDS", weeks_from("2026-01-05", 52))});
  BOOST_TEST(!count(r, ask("2027-01-04", 2)).consecutive.superato);
}

BOOST_AUTO_TEST_CASE(a_run_of_51_weeks_asks_for_no_pause) {
  const auto r = registry({cigo("A1", weeks_from("2025-01-06", 51))});
  BOOST_TEST(!count(r, ask("2026-01-12", 2)).consecutive.superato);
}

BOOST_AUTO_TEST_CASE(eone_weeks_of_a_manufacturer_neither_join_nor_lengthen_a_run) {
  const auto r = registry({cigo("A1", weeks_from("2026-01-05", 10)), eone("E1", weeks_from("2026-03-16", 45))});
  BOOST_TEST(count(r, ask("2027-01-25", 4)).consecutive.usato == 0);
  BOOST_TEST(count(r, ask("2026-03-16", 4)).consecutive.usato == 10 * kUnitsPerWeek);
}

BOOST_AUTO_TEST_CASE(pending_weeks_lengthen_only_the_prudent_run) {
  auto pending = cigo("P1", weeks_from("2026-03-16", 4));
  pending.stato = omnia::domain::StatoAutorizzazione::in_istruttoria;
  const auto r = registry({cigo("A1", weeks_from("2026-01-05", 10)), pending});
  const auto c = count(r, ask("2026-04-13", 4)).consecutive;
  BOOST_TEST(c.usato == 0);
  BOOST_TEST(c.usato_prudente == 14 * kUnitsPerWeek);
}

BOOST_AUTO_TEST_SUITE_END()
