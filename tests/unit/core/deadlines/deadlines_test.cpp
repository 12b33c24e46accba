#include "shared/rules/deadlines/deadlines.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/core/norm_variant.hpp"

namespace {

using omnia::domain::Date;
using omnia::norms::Norms;
using omnia::tests::with_parameter;
namespace deadlines = omnia::rules::deadlines;

const Norms& kNorms() { return Norms::builtin(); }

deadlines::Scadenza ordinary_of(Date inizio, Date oggi) { return deadlines::cigo(inizio, {}, false, oggi, kNorms()); }

}  // namespace

BOOST_AUTO_TEST_SUITE(terms)

BOOST_AUTO_TEST_CASE(fifteen_days_exclude_the_first_and_move_past_holidays) {
  const auto expect = [](Date inizio, const char* unmoved, const char* due) {
    const auto scadenza = ordinary_of(inizio, inizio);
    BOOST_TEST(scadenza.senza_proroga.iso() == unmoved);
    BOOST_TEST(scadenza.data.iso() == due);
    BOOST_TEST(deadlines::ordinary(inizio, kNorms()).iso() == due);
    BOOST_TEST(scadenza.spostata == (std::string(unmoved) != due));
  };
  expect(Date::of(2026, 3, 2), "2026-03-17", "2026-03-17");
  expect(Date::of(2026, 4, 10), "2026-04-25", "2026-04-27");   // Liberation Day on a Saturday, then Sunday
  expect(Date::of(2025, 12, 22), "2026-01-06", "2026-01-07");  // Epiphany
  expect(Date::of(2026, 3, 21), "2026-04-05", "2026-04-07");   // Easter and Easter Monday
  expect(Date::of(2026, 5, 18), "2026-06-02", "2026-06-03");   // Republic Day
  expect(Date::of(2026, 7, 31), "2026-08-15", "2026-08-17");   // Assumption on a Saturday, then Sunday
}

BOOST_AUTO_TEST_CASE(a_date_before_the_decree_is_judged_by_its_first_text) {
  BOOST_TEST(deadlines::ordinary(Date::of(2010, 3, 1), kNorms()).iso() == "2010-03-16");
}

BOOST_AUTO_TEST_CASE(a_saturday_does_not_move_the_term) {
  const auto scadenza = ordinary_of(Date::of(2026, 11, 6), Date::of(2026, 11, 6));
  BOOST_TEST(scadenza.data.iso() == "2026-11-21");
  BOOST_TEST(!scadenza.spostata);
}

BOOST_AUTO_TEST_CASE(the_fourth_of_october_is_a_holiday_from_2026_only) {
  // 04/10/2025 is a Saturday of the old calendar; 04/10/2027 is a Monday and, by L. 151/2025, a holiday.
  BOOST_TEST(deadlines::ordinary(Date::of(2025, 9, 19), kNorms()).iso() == "2025-10-04");
  BOOST_TEST(deadlines::ordinary(Date::of(2027, 9, 19), kNorms()).iso() == "2027-10-05");
}

BOOST_AUTO_TEST_CASE(the_ordinary_term_says_its_rule_and_its_source) {
  const auto plain = ordinary_of(Date::of(2026, 3, 2), Date::of(2026, 3, 12));
  BOOST_TEST(plain.regola == "15 giorni dall’inizio, giorno iniziale escluso");
  BOOST_TEST(plain.citazione == "Art. 15, comma 2, D.Lgs. 148/2015; msg. INPS 4275/2017");
  BOOST_TEST(plain.giorni_rimasti == 5);
  BOOST_TEST((!plain.tardiva && !plain.lettura && !plain.eone && !plain.prudenziale && !plain.primo_giorno_autorizzabile));
  const auto moved = ordinary_of(Date::of(2026, 4, 10), Date::of(2026, 4, 10));
  BOOST_TEST(moved.regola ==
             "15 giorni dall’inizio, giorno iniziale escluso; il 25/04/2026 è festivo e il termine passa al primo giorno non "
             "festivo");
}

BOOST_AUTO_TEST_CASE(the_last_useful_day_is_still_in_time) {
  const auto last = ordinary_of(Date::of(2026, 4, 10), Date::of(2026, 4, 27));
  BOOST_TEST(last.giorni_rimasti == 0);
  BOOST_TEST(!last.tardiva);
  const auto after = ordinary_of(Date::of(2026, 4, 10), Date::of(2026, 4, 28));
  BOOST_TEST(after.giorni_rimasti == -1);
  BOOST_TEST(after.tardiva);
}

BOOST_AUTO_TEST_CASE(eone_may_be_filed_until_the_end_of_the_following_month) {
  const auto expect = [](Date evento, const char* due) { BOOST_TEST(deadlines::eone(evento, false, kNorms()).iso() == due); };
  expect(Date::of(2026, 2, 14), "2026-03-31");
  expect(Date::of(2026, 3, 3), "2026-04-30");
  expect(Date::of(2026, 3, 31), "2026-04-30");
  expect(Date::of(2026, 4, 1), "2026-05-31");
  expect(Date::of(2026, 1, 30), "2026-02-28");
  expect(Date::of(2025, 12, 12), "2026-01-31");
  expect(Date::of(2026, 7, 20), "2026-08-31");
}

BOOST_AUTO_TEST_CASE(a_month_that_ends_on_a_sunday_shows_both_dates_and_counts_the_earlier) {
  const auto scadenza = deadlines::cigo(Date::of(2026, 4, 1), {Date::of(2026, 4, 1)}, true, Date::of(2026, 5, 31), kNorms());
  BOOST_TEST(scadenza.data.iso() == "2026-05-31");
  BOOST_TEST(scadenza.senza_proroga.iso() == "2026-05-31");
  BOOST_TEST(scadenza.prudenziale.value().iso() == "2026-05-30");
  BOOST_TEST(scadenza.con_proroga.value().iso() == "2026-06-01");
  BOOST_TEST((scadenza.eone && scadenza.lettura && !scadenza.spostata && !scadenza.tardiva));
  BOOST_TEST(scadenza.regola ==
             "fine del mese successivo all’evento del 01/04/2026; il 31/05/2026 è festivo: la proroga al 01/06/2026 è da "
             "confermare");
}

BOOST_AUTO_TEST_CASE(the_reading_that_admits_the_extension_moves_the_term) {
  const auto norms = with_parameter("deadlines.eone.rolls", "yes");
  const auto scadenza = deadlines::cigo(Date::of(2026, 4, 1), {}, true, Date::of(2026, 6, 1), norms);
  BOOST_TEST(scadenza.data.iso() == "2026-06-01");
  BOOST_TEST(scadenza.senza_proroga.iso() == "2026-05-31");
  BOOST_TEST((scadenza.spostata && scadenza.lettura && !scadenza.tardiva));
}

BOOST_AUTO_TEST_CASE(an_eone_month_that_ends_on_a_working_day_has_one_date) {
  const auto scadenza = deadlines::cigo(Date::of(2026, 2, 9), {Date::of(2026, 2, 14)}, true, Date::of(2026, 3, 1), kNorms());
  BOOST_TEST(scadenza.data.iso() == "2026-03-31");
  BOOST_TEST((!scadenza.prudenziale && !scadenza.con_proroga && !scadenza.lettura));
  BOOST_TEST(scadenza.giorni_rimasti == 30);
  BOOST_TEST(scadenza.regola == "fine del mese successivo all’evento del 14/02/2026");
  BOOST_TEST(scadenza.citazione == "Art. 15, comma 2, D.Lgs. 148/2015, modificato dal D.Lgs. 185/2016");
}

BOOST_AUTO_TEST_CASE(the_earliest_event_decides_when_events_fall_in_two_months) {
  const auto scadenza =
      deadlines::cigo(Date::of(2026, 3, 30), {Date::of(2026, 4, 1), Date::of(2026, 3, 31)}, true, Date::of(2026, 4, 2), kNorms());
  BOOST_TEST(scadenza.data.iso() == "2026-04-30");
}

BOOST_AUTO_TEST_CASE(without_events_the_start_decides_the_month) {
  const auto scadenza = deadlines::cigo(Date::of(2026, 3, 30), {}, true, Date::of(2026, 4, 2), kNorms());
  BOOST_TEST(scadenza.data.iso() == "2026-04-30");
}

BOOST_AUTO_TEST_CASE(a_late_domanda_pays_from_the_monday_of_the_week_before) {
  const auto scadenza = ordinary_of(Date::of(2026, 3, 2), Date::of(2026, 3, 26));
  BOOST_TEST(scadenza.tardiva);
  BOOST_TEST(scadenza.primo_giorno_autorizzabile.value().iso() == "2026-03-16");
  BOOST_TEST(scadenza.lettura);
  BOOST_TEST(scadenza.giorni_rimasti == -9);
}

BOOST_AUTO_TEST_CASE(the_literal_reading_pays_from_seven_days_before_the_filing) {
  const auto norms = with_parameter("deadlines.late_policy", "FILING_MINUS_7");
  const auto scadenza = deadlines::cigo(Date::of(2026, 3, 2), {}, false, Date::of(2026, 3, 26), norms);
  BOOST_TEST(scadenza.primo_giorno_autorizzabile.value().iso() == "2026-03-19");
}

BOOST_AUTO_TEST_CASE(the_other_reading_of_a_late_filing_is_told_too) {
  const auto start = omnia::domain::Date::of(2026, 3, 2);
  const auto due = omnia::domain::Date::of(2026, 3, 17);
  const auto other = [&](omnia::domain::Date filed) {
    return omnia::rules::deadlines::first_payable_other(start, filed, due, omnia::norms::Norms::builtin()).iso();
  };
  BOOST_TEST(other(omnia::domain::Date::of(2026, 3, 26)) == "2026-03-19");  // by practice, Monday 16
  BOOST_TEST(other(due) == "2026-03-02");
}

BOOST_AUTO_TEST_CASE(nothing_before_the_start_is_ever_payable) {
  const auto inizio = Date::of(2026, 3, 2);
  const auto due = deadlines::ordinary(inizio, kNorms());
  BOOST_TEST(deadlines::first_payable(inizio, due, due, kNorms()).iso() == "2026-03-02");
  // An event of Wednesday 10 June filed on 1 August: the limit is Monday 20 July; of 29 July: the start itself.
  BOOST_TEST(deadlines::first_payable(Date::of(2026, 6, 10), Date::of(2026, 8, 1), Date::of(2026, 7, 31), kNorms()).iso() ==
             "2026-07-20");
  BOOST_TEST(deadlines::first_payable(Date::of(2026, 7, 29), Date::of(2026, 8, 1), Date::of(2026, 7, 31), kNorms()).iso() ==
             "2026-07-29");
}

BOOST_AUTO_TEST_CASE(a_filing_on_monday_and_on_sunday_reach_back_to_the_same_rule) {
  const auto inizio = Date::of(2026, 1, 5);
  const auto due = Date::of(2026, 1, 20);
  BOOST_TEST(deadlines::first_payable(inizio, Date::of(2026, 3, 23), due, kNorms()).iso() == "2026-03-16");
  BOOST_TEST(deadlines::first_payable(inizio, Date::of(2026, 3, 29), due, kNorms()).iso() == "2026-03-16");
}

BOOST_AUTO_TEST_CASE(the_office_decides_within_seventy_five_days) {
  BOOST_TEST(deadlines::last_day_for_decision(Date::of(2026, 11, 24), kNorms()).iso() == "2027-02-07");
}

BOOST_AUTO_TEST_CASE(a_late_domanda_of_march_loses_two_weeks) {
  const auto first = ordinary_of(Date::of(2026, 3, 2), Date::of(2026, 3, 26)).primo_giorno_autorizzabile.value();
  BOOST_TEST((first - 1).iso() == "2026-03-15");
  BOOST_TEST((first - Date::of(2026, 3, 2)) == 14);
}

BOOST_AUTO_TEST_CASE(the_leap_day_and_the_turn_of_the_year_are_counted_as_they_come) {
  BOOST_TEST(deadlines::ordinary(Date::of(2028, 2, 14), kNorms()).iso() == "2028-02-29");
  BOOST_TEST(deadlines::ordinary(Date::of(2027, 2, 14), kNorms()).iso() == "2027-03-01");
  BOOST_TEST(deadlines::eone(Date::of(2028, 1, 31), false, kNorms()).iso() == "2028-02-29");
  BOOST_TEST(deadlines::ordinary(Date::of(2026, 12, 17), kNorms()).iso() == "2027-01-02");  // New Year's Day, then a Saturday
  // 4 October 2026 is a Sunday and a feast, 5 October a working day.
  BOOST_TEST(deadlines::ordinary(Date::of(2026, 9, 19), kNorms()).iso() == "2026-10-05");
}

BOOST_AUTO_TEST_CASE(the_months_of_an_unavoidable_event_come_from_the_norms) {
  BOOST_TEST(deadlines::eone(Date::of(2026, 2, 14), false, with_parameter("deadlines.eone_months", 2)).iso() == "2026-04-30");
}

BOOST_AUTO_TEST_SUITE_END()
