#include "shared/domain/date.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

using omnia::domain::Date;
using omnia::domain::Period;
using omnia::domain::Week;
using omnia::domain::Weekday;
using omnia::domain::YearMonth;

namespace {

std::string iso_of(std::string_view text) {
  const auto parsed = Date::parse(text);
  return parsed ? parsed.value().iso() : parsed.reason().codice;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(domain_date)

BOOST_AUTO_TEST_CASE(a_date_is_read_in_the_ways_people_write_it) {
  for (const char* text : {"2026-11-23", "23/11/2026", "23.11.2026", "23-11-2026", "  23/11/2026 "}) {
    BOOST_TEST(iso_of(text) == "2026-11-23", text);
  }
  for (const char* text : {"2026-1-5", "5/1/2026", "05/1/2026", "5.01.2026", "5-1-2026"}) {
    BOOST_TEST(iso_of(text) == "2026-01-05", text);
  }
}

BOOST_AUTO_TEST_CASE(a_text_of_another_shape_is_refused_with_the_remedy) {
  for (const char* text :
       {"", "23", "23/11", "23/11/26", "23/11-2026", "2026/11/23", "2026.11.23", "23//2026", "/11/2026", "23/11/2026/1",
        "023/11/2026", "2026-11-230", "2026-011-23", "a3/11/2026", "+3/11/2026", "23/1 /2026", "23/11/20260", "２３/11/2026"}) {
    BOOST_TEST(iso_of(text) == "data.formato", text);
  }
  BOOST_TEST(Date::parse("ieri").reason().testo ==
             "La data non è scritta nel modo atteso: indicala come giorno/mese/anno, per esempio 23/11/2026.");
}

BOOST_AUTO_TEST_CASE(a_day_that_does_not_exist_is_refused) {
  for (const char* text : {"31/04/2026", "29/02/2026", "29/02/1900", "29/02/2100", "30/02/2024", "00/01/2026", "32/01/2026",
                           "01/13/2026", "01/00/2026", "2026-00-10"}) {
    BOOST_TEST(iso_of(text) == "data.inesistente", text);
  }
  BOOST_TEST(Date::parse("31/04/2026").reason().testo ==
             "Il giorno indicato non esiste nel calendario: verifica giorno e mese della data.");
}

BOOST_AUTO_TEST_CASE(a_leap_day_exists_every_four_years_but_not_every_century) {
  BOOST_TEST(iso_of("29/02/2024") == "2024-02-29");
  BOOST_TEST(iso_of("29/02/2000") == "2000-02-29");
  BOOST_TEST(Date::exists(2028, 2, 29));
  BOOST_TEST(!Date::exists(2027, 2, 29));
  BOOST_TEST(!Date::exists(2026, 13, 1));
  BOOST_TEST(!Date::exists(2026, 1, -1));
}

BOOST_AUTO_TEST_CASE(a_year_outside_1900_to_2199_is_refused) {
  BOOST_TEST(iso_of("01/01/1900") == "1900-01-01");
  BOOST_TEST(iso_of("31/12/2199") == "2199-12-31");
  BOOST_TEST(iso_of("31/12/1899") == "data.anno");
  BOOST_TEST(iso_of("01/01/2200") == "data.anno");
  BOOST_TEST(Date::parse("01/01/0026").reason().testo ==
             "L’anno della data deve essere compreso tra 1900 e 2199: verifica le quattro cifre dell’anno.");
}

BOOST_AUTO_TEST_CASE(days_are_counted_from_1970_and_come_back_the_same) {
  BOOST_TEST(Date::of(1970, 1, 1).days() == 0);
  BOOST_TEST(Date::of(1969, 12, 31).days() == -1);
  BOOST_TEST(Date::of(2000, 3, 1).days() == 11017);
  BOOST_TEST(Date().iso() == "1970-01-01");
  Date previous = Date::of(1899, 12, 31);
  for (Date day = previous + 1; day.anno() < 2200; day = day + 1) {
    const Date again = Date::of(day.anno(), day.mese(), day.giorno());
    if (again != day || day - previous != 1 || !Date::exists(day.anno(), day.mese(), day.giorno())) {
      BOOST_FAIL("the calendar breaks at " + day.iso());
    }
    previous = day;
  }
  BOOST_TEST(previous.iso() == "2199-12-31");
}

BOOST_AUTO_TEST_CASE(the_day_of_the_week_follows_the_calendar_also_before_1970) {
  BOOST_TEST((Date::of(2026, 11, 23).weekday() == Weekday::lunedi));
  BOOST_TEST((Date::of(2026, 11, 29).weekday() == Weekday::domenica));
  BOOST_TEST((Date::of(1970, 1, 1).weekday() == Weekday::giovedi));
  BOOST_TEST((Date::of(1900, 1, 1).weekday() == Weekday::lunedi));
  BOOST_TEST(Date::of(2026, 11, 29).lunedi().iso() == "2026-11-23");
  BOOST_TEST(Date::of(2026, 11, 23).lunedi().iso() == "2026-11-23");
  BOOST_TEST(Date::of(1969, 12, 31).lunedi().iso() == "1969-12-29");
}

BOOST_AUTO_TEST_CASE(a_date_is_written_for_people) {
  BOOST_TEST(Date::of(2026, 1, 5).italiano() == "05/01/2026");
  BOOST_TEST(Date::of(2026, 11, 23).per_esteso() == "lunedì 23 novembre 2026");
  BOOST_TEST(Date::of(2026, 5, 1).per_esteso() == "venerdì 1º maggio 2026");
}

BOOST_AUTO_TEST_CASE(months_are_added_by_the_calendar_and_end_on_the_last_day) {
  BOOST_TEST(Date::of(2026, 8, 31).add_months(6).iso() == "2027-02-28");
  BOOST_TEST(Date::of(2027, 8, 31).add_months(6).iso() == "2028-02-29");
  BOOST_TEST(Date::of(2028, 2, 29).add_months(-60).iso() == "2023-02-28");
  BOOST_TEST(Date::of(2026, 1, 15).add_months(-1).iso() == "2025-12-15");
  BOOST_TEST(Date::of(2026, 12, 15).add_months(1).iso() == "2027-01-15");
  BOOST_TEST(Date::of(2026, 3, 31).add_months(0).iso() == "2026-03-31");
  BOOST_TEST(Date::of(2024, 2, 10).fine_mese().iso() == "2024-02-29");
  BOOST_TEST(Date::of(2026, 12, 10).fine_mese().iso() == "2026-12-31");
  BOOST_TEST(Date::of(2026, 12, 31).primo_del_mese().iso() == "2026-12-01");
}

BOOST_AUTO_TEST_CASE(a_period_has_both_ends) {
  const Period week{Date::of(2026, 11, 23), Date::of(2026, 11, 29)};
  const Period none{Date::of(2026, 11, 23), Date::of(2026, 11, 22)};
  BOOST_TEST(week.giorni() == 7);
  BOOST_TEST(none.giorni() == 0);
  BOOST_TEST(week.contains(Date::of(2026, 11, 29)));
  BOOST_TEST(!week.contains(Date::of(2026, 11, 30)));
  BOOST_TEST(week.overlaps({Date::of(2026, 11, 29), Date::of(2026, 12, 5)}));
  BOOST_TEST(!week.overlaps({Date::of(2026, 11, 30), Date::of(2026, 12, 6)}));
  BOOST_TEST(!week.overlaps(none));
}

BOOST_AUTO_TEST_CASE(a_week_goes_from_monday_to_sunday) {
  const Week week = Week::of(Date::of(2026, 11, 26));
  BOOST_TEST(week.lunedi.iso() == "2026-11-23");
  BOOST_TEST(week.domenica().iso() == "2026-11-29");
  BOOST_TEST(week.next().lunedi.iso() == "2026-11-30");
  BOOST_TEST(week.next(-103).lunedi.iso() == "2024-12-02");
}

BOOST_AUTO_TEST_CASE(uniemens_weeks_begin_on_sunday_and_the_first_holds_the_first_of_january) {
  struct Month {
    int anno, mese, first, last;
  };
  const std::vector<Month> months{{2020, 12, 49, 53}, {2021, 1, 1, 6}, {2021, 2, 6, 10}, {2026, 2, 6, 9}};
  for (const auto& m : months) {
    const YearMonth month{m.anno, m.mese};
    BOOST_TEST(omnia::domain::uniemens_week(month.primo()) == m.first, month.iso());
    BOOST_TEST(omnia::domain::uniemens_week(month.ultimo()) == m.last, month.iso());
  }
  BOOST_TEST(omnia::domain::uniemens_week(Date::of(2021, 1, 30)) == 5);
  BOOST_TEST(omnia::domain::uniemens_week(Date::of(2021, 1, 31)) == 6);
  for (int day = 28; day <= 31; ++day) BOOST_TEST(omnia::domain::uniemens_week(Date::of(2025, 12, day)) == 53);
  BOOST_TEST(omnia::domain::uniemens_week(Date::of(2026, 1, 1)) == 1);
  BOOST_TEST(omnia::domain::uniemens_week(Date::of(2026, 1, 3)) == 1);
  BOOST_TEST(omnia::domain::uniemens_week(Date::of(2026, 1, 4)) == 2);
}

BOOST_AUTO_TEST_CASE(the_last_stump_of_december_is_week_53_also_in_a_leap_year_that_begins_on_saturday) {
  BOOST_TEST(omnia::domain::uniemens_week(Date::of(2028, 12, 30)) == 53);
  BOOST_TEST(omnia::domain::uniemens_week(Date::of(2028, 12, 31)) == 53);
}

BOOST_AUTO_TEST_CASE(a_month_is_read_and_written) {
  for (const char* text : {"2026-10", "10/2026", " 10/2026 ", "10-2026"}) {
    const auto month = YearMonth::parse(text);
    BOOST_REQUIRE_MESSAGE(month.ok(), text);
    BOOST_TEST(month.value().iso() == "2026-10");
    BOOST_TEST(month.value().italiano() == "10/2026");
  }
  BOOST_TEST(YearMonth::parse("2026-1").value().iso() == "2026-01");
  for (const char* text : {"", "2026", "10/26", "2026/10", "10.2026", "1x/2026", "2026-010"}) {
    BOOST_REQUIRE_MESSAGE(!YearMonth::parse(text).ok(), text);
    BOOST_TEST(YearMonth::parse(text).reason().codice == "mese.formato", text);
  }
  BOOST_TEST(YearMonth::parse("x").reason().testo ==
             "Il mese non è scritto nel modo atteso: indicalo come mese/anno, per esempio 10/2026.");
  BOOST_TEST(YearMonth::parse("13/2026").reason().codice == "mese.inesistente");
  BOOST_TEST(YearMonth::parse("00/2026").reason().testo ==
             "Il mese deve essere compreso tra 1 e 12: verifica la cifra del mese.");
  BOOST_TEST(YearMonth::parse("10/1899").reason().codice == "mese.anno");
  BOOST_TEST(YearMonth::parse("2200-10").reason().testo ==
             "L’anno deve essere compreso tra 1900 e 2199: verifica le quattro cifre dell’anno.");
}

BOOST_AUTO_TEST_CASE(months_are_added_across_the_years) {
  BOOST_TEST((YearMonth{2026, 10}.add(3) == YearMonth{2027, 1}));
  BOOST_TEST((YearMonth{2026, 1}.add(-1) == YearMonth{2025, 12}));
  BOOST_TEST((YearMonth{2026, 1}.add(-13) == YearMonth{2024, 12}));
  BOOST_TEST((YearMonth{2026, 12}.add(0) == YearMonth{2026, 12}));
  BOOST_TEST(YearMonth::of(Date::of(2026, 2, 10)).ultimo().iso() == "2026-02-28");
}

BOOST_AUTO_TEST_SUITE_END()
