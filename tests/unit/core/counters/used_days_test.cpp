// Days used and the weeks they make: E5 to E11, E42 and E43 of the dossier.
#include "shared/rules/counters/used_days.hpp"

#include <boost/test/unit_test.hpp>

#include "history.hpp"

using namespace omnia::tests;
using omnia::norms::Norms;
using omnia::rules::counters::Dichiarazione;
using omnia::rules::counters::used_days;
using omnia::rules::counters::used_weeks;

namespace {

Dichiarazione nine_weeks(int days) {
  Dichiarazione d;
  d.periodo = weeks_from("2020-03-02", 9);
  d.giorni = first_days(d.periodo, days, 5);
  return d;
}
omnia::rules::counters::Fruito declare(const Dichiarazione& d) { return used_weeks(d, day("2020-06-30"), Norms::builtin()); }

}  // namespace

BOOST_AUTO_TEST_SUITE(counters_used_days)

BOOST_AUTO_TEST_CASE(thirty_days_of_five_are_six_weeks_and_three_are_left) {
  const auto f = declare(nine_weeks(30));
  BOOST_TEST((f.valido && !f.lettura));
  BOOST_TEST(f.usate == 6 * 630);
  BOOST_TEST(f.settimane_intere == 3);
  BOOST_TEST(f.testo == "30 giorni su 5 a settimana: usate 6 settimane su 9 autorizzate, se ne possono chiedere ancora 3.");
  BOOST_TEST(f.citazione == "Circ. INPS 58/2009; msg. INPS 2101/2020 e 3566/2018");
  BOOST_TEST(declare(nine_weeks(35)).settimane_intere == 2);
}

BOOST_AUTO_TEST_CASE(a_part_of_a_week_is_exact_and_only_whole_weeks_can_be_asked) {
  const auto f = declare(nine_weeks(32));
  BOOST_TEST(f.usate == 32 * 126);
  BOOST_TEST(f.residue == 9 * 630 - 32 * 126);
  BOOST_TEST(f.settimane_intere == 2);
  BOOST_TEST(f.lettura);
  BOOST_TEST(f.testo == "32 giorni su 5 a settimana: usate 6,4 settimane su 9 autorizzate, se ne possono chiedere ancora 2.");
}

BOOST_AUTO_TEST_CASE(full_weeks_of_every_working_week_are_whole) {
  // Days of 13, 26 and 52 weeks with 5, 6 and 7 days: 26 weeks are the 130, 156 and 182 of FSBA.
  for (const int weeks : {13, 26, 52}) {
    for (const int divisor : {5, 6, 7}) {
      Dichiarazione d;
      d.periodo = weeks_from("2018-01-01", weeks);
      d.giorni = first_days(d.periodo, weeks * divisor, divisor);
      d.divisore = divisor;
      d.fsba = true;
      const auto f = declare(d);
      BOOST_TEST(f.usate == weeks * 630, weeks << " weeks of " << divisor);
      BOOST_TEST(f.settimane_intere == 0);
    }
  }
}

BOOST_AUTO_TEST_CASE(one_hour_of_one_worker_and_all_at_zero_hours_are_the_same_day) {
  const auto tuesday = day("2026-11-24");
  BOOST_TEST(used_days({{tuesday, 100}}).size() == 1U);
  BOOST_TEST(used_days({{tuesday, 1}, {tuesday, 0}, {tuesday + 1, 0}}).size() == 1U);
  BOOST_TEST(used_days(std::vector<omnia::rules::counters::OreGiorno>(200, {tuesday, 800})).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_declaration_is_refused_while_the_period_runs_or_flows_are_missing) {
  auto d = nine_weeks(30);
  const auto early = used_weeks(d, day("2020-05-03"), Norms::builtin());
  BOOST_TEST(!early.valido);
  BOOST_TEST(early.usate == 9 * 630);
  BOOST_TEST(early.testo ==
             "Il periodo autorizzato finisce il 03/05/2020: il fruito si dichiara dopo. Si contano le settimane autorizzate: 9.");
  d.flussi_completi = false;
  BOOST_TEST(declare(d).testo ==
             "Mancano flussi di pagamento del periodo: il fruito si dichiara dopo averli inviati tutti. Si contano le settimane "
             "autorizzate: 9.");
}

BOOST_AUTO_TEST_CASE(a_sunday_a_day_outside_and_an_unknown_week_are_refused) {
  auto d = nine_weeks(3);
  d.giorni.push_back(day("2020-03-08"));
  BOOST_TEST(declare(d).testo ==
             "Il 08/03/2020 è una domenica: con 5 giorni a settimana non si può usare. Si contano le settimane autorizzate: 9.");
  d.giorni = {day("2020-03-01")};
  BOOST_TEST(declare(d).testo == "Il 01/03/2020 è fuori dal periodo autorizzato. Si contano le settimane autorizzate: 9.");
  d.divisore = 7;
  BOOST_TEST(declare(d).testo == "L’orario su 7 giorni a settimana non è ammesso. Si contano le settimane autorizzate: 9.");
}

BOOST_AUTO_TEST_CASE(each_period_is_converted_with_its_own_week) {
  auto six = nine_weeks(0);
  six.divisore = 6;
  six.giorni = first_days(six.periodo, 9, 6);
  BOOST_TEST(declare(six).usate == 945);  // 1,5 weeks
  BOOST_TEST(declare(six).usate + declare(nine_weeks(5)).usate == 945 + 630);
  Dichiarazione fsba;
  fsba.periodo = weeks_from("2026-01-05", 26);
  fsba.giorni = first_days(fsba.periodo, 182, 7);
  fsba.divisore = 7;
  fsba.fsba = true;
  BOOST_TEST(used_weeks(fsba, day("2026-08-01"), Norms::builtin()).usate == 26 * 630);
}

BOOST_AUTO_TEST_CASE(an_authorisation_of_the_time_of_five_days_is_read_with_five_when_the_unit_works_six) {
  auto before = declared(cigo("A5", weeks_from("2025-11-03", 2)), first_days(weeks_from("2025-11-03", 2), 10, 5));
  before.giorni_settimana = 5;
  const auto after = declared(cigo("A6", weeks_from("2026-03-02", 2)), first_days(weeks_from("2026-03-02", 2), 9, 6));
  const auto c = count(registry({before, after}, 6), ask("2026-11-23", 1)).biennio;
  BOOST_TEST(c.usato == 2 * 630 + 945);  // ten days of five, nine of six
  BOOST_TEST(c.righe[0].motivo == "Fruito dichiarato: 10 giorni su 5 a settimana.");
  BOOST_TEST(c.righe[1].motivo == "Fruito dichiarato: 9 giorni su 6 a settimana.");
  before.giorni_settimana = 0;  // not said: the week of the unit today
  BOOST_TEST(count(registry({before, after}, 6), ask("2026-11-23", 1)).biennio.usato == 1050 + 945);
}

BOOST_AUTO_TEST_CASE(a_day_of_two_authorisations_with_different_weeks_counts_once_for_the_most_in_any_order) {
  const auto week = weeks_from("2026-03-02", 1);
  auto five = declared(cigo("A5", week), first_days(week, 2, 5));
  auto six = declared(cigo("A6", week), first_days(week, 3, 6));
  five.giorni_settimana = 5;
  six.giorni_settimana = 6;
  const auto used = [](std::vector<omnia::domain::Autorizzazione> all) {
    return count(registry(std::move(all), 5), ask("2026-11-23", 1)).biennio.usato;
  };
  BOOST_TEST(used({five, six}) == 2 * 126 + 105);
  BOOST_TEST(used({six, five}) == 2 * 126 + 105);
  five.giorni_fruiti = first_days(week, 5, 5);
  six.giorni_fruiti = first_days(week, 6, 6);
  BOOST_TEST(used({six, five}) == 630);
  BOOST_TEST(used({five, six}) == 630);
}

BOOST_AUTO_TEST_SUITE_END()
