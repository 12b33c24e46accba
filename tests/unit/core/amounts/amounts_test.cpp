#include "shared/rules/amounts/amounts.hpp"

#include <boost/test/unit_test.hpp>

#include "shared/rules/amounts/plan.hpp"
#include "tests/unit/core/norm_variant.hpp"

namespace {

using omnia::domain::Date;
using omnia::domain::YearMonth;
using omnia::norms::Norms;
using omnia::tests::with_parameter;
using namespace omnia::rules::amounts;

const Norms& kNorms() { return Norms::builtin(); }

// November 2026: 21 working days, 168 hours.
Calcolo november(std::int64_t pay_cent, std::int64_t hours) {
  Calcolo c;
  c.mese = {2026, 11};
  c.retribuzione_oraria_cent = pay_cent;
  c.ore_cig_centesimi = hours * 100;
  c.ore_lavorabili_centesimi = 16800;
  return c;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(amounts)

BOOST_AUTO_TEST_CASE(the_ceilings_are_those_published_year_by_year) {
  const auto expect = [](int year, std::int64_t gross, std::int64_t net, std::int64_t weather, std::int64_t weather_net) {
    const auto plain = ceiling(Date::of(year, 6, 15), false, kNorms());
    const auto building = ceiling(Date::of(year, 6, 15), true, kNorms());
    BOOST_REQUIRE((plain && building));
    BOOST_TEST(plain->lordo_cent == gross);
    BOOST_TEST(plain->netto_cent == net);
    BOOST_TEST(building->lordo_cent == weather);
    BOOST_TEST(building->netto_cent == weather_net);
  };
  expect(2022, 122251, 115112, 146701, 138134);
  expect(2023, 132153, 124436, 158584, 149323);
  expect(2024, 139289, 131156, 167148, 157386);
  expect(2025, 140403, 132205, 168485, 158645);
  expect(2026, 142369, 134056, 170844, 160866);
  BOOST_TEST(!ceiling(Date::of(2027, 1, 1), false, kNorms()).has_value());
}

BOOST_AUTO_TEST_CASE(under_the_ceiling_it_is_eighty_percent_less_the_reduction) {
  // 40 hours at 9,00: lost 360,00; 80 % 288,00; ceiling 1.423,69 x 40/168 = 338,97; 5,84 % of 288,00 = 16,82.
  const auto i = benefit(november(900, 40), kNorms());
  BOOST_TEST((i.calcolabile && !i.al_tetto));
  BOOST_TEST(i.retribuzione_persa_cent == 36000);
  BOOST_TEST(i.ottanta_cent == 28800);
  BOOST_TEST(i.tetto_cent == 33897);
  BOOST_TEST(i.lordo_cent == 28800);
  BOOST_TEST(i.riduzione_cent == 1682);
  BOOST_TEST(i.netto_cent == 27118);
  BOOST_TEST(i.testo ==
             "Per 40,00 ore spettano 288,00 € lordi, 271,18 € dopo la riduzione: è l’80% della retribuzione persa, entro il "
             "massimale.");
  BOOST_TEST(i.calcolo == "80% di 360,00 € = 288,00 €; massimale 1.423,69 € × 40,00 / 168,00 = 338,97 €");
  BOOST_TEST(i.citazione == "Art. 3, comma 1, D.Lgs. 148/2015; Circ. INPS 4/2026; Art. 26 L. 41/1986");
}

BOOST_AUTO_TEST_CASE(a_whole_month_over_the_ceiling_gives_the_published_figures) {
  const auto i = benefit(november(1500, 168), kNorms());
  BOOST_TEST(i.al_tetto);
  BOOST_TEST(i.ottanta_cent == 201600);
  BOOST_TEST(i.lordo_cent == 142369);
  BOOST_TEST(i.netto_cent == 134056);
  BOOST_TEST(i.testo == "Per 168,00 ore spettano 1.423,69 € lordi, 1.340,56 € dopo la riduzione: si applica il massimale.");
  auto weather = november(1500, 168);
  weather.edile_meteo = true;
  const auto w = benefit(weather, kNorms());
  BOOST_TEST(w.lordo_cent == 170844);
  BOOST_TEST(w.netto_cent == 160866);
  BOOST_TEST(w.citazione ==
             "Art. 3, comma 1, D.Lgs. 148/2015; Circ. INPS 4/2026; Art. 26 L. 41/1986; Art. 2, comma 17, L. 549/1995");
}

BOOST_AUTO_TEST_CASE(part_time_has_its_share_of_the_ceiling) {
  auto half = november(1500, 84);
  half.ore_lavorabili_centesimi = 8400;
  half.part_time_centesimi = 5000;
  const auto i = benefit(half, kNorms());
  BOOST_TEST(i.tetto_cent == 71185);  // 1.423,69 / 2 = 711,845: half up
  BOOST_TEST(i.netto_cent == 67028);
  BOOST_TEST(i.calcolo == "80% di 1.260,00 € = 1.008,00 €; massimale 1.423,69 € × 84,00 / 84,00 × 50,00% = 711,85 €");
}

BOOST_AUTO_TEST_CASE(figures_that_cannot_be_are_told) {
  BOOST_TEST(benefit(november(900, 169), kNorms()).testo ==
             "L’importo non si stima: controlla retribuzione oraria, ore di CIG e ore lavorabili del mese.");
  auto unknown = november(900, 40);
  unknown.mese = {2027, 1};
  BOOST_TEST(benefit(unknown, kNorms()).testo ==
             "Il massimale del 2027 non è nella tabella delle norme: l’importo non si stima.");
  BOOST_TEST(!benefit(unknown, kNorms()).calcolabile);
}

BOOST_AUTO_TEST_CASE(the_divisor_is_the_working_time_of_the_month) {
  const auto november_hours = workable_hours({2026, 11}, 5, 4000, kNorms());
  BOOST_TEST(november_hours.giorni == 21);
  BOOST_TEST(november_hours.ore_centesimi == 16800);
  BOOST_TEST((november_hours.festivi == 0 && !november_hours.lettura));
  const auto december = workable_hours({2026, 12}, 5, 4000, kNorms());
  BOOST_TEST(december.giorni == 23);
  BOOST_TEST(december.festivi == 2);  // 8 and 25; the 26th is a Saturday
  BOOST_TEST(december.ore_centesimi == 18400);
  BOOST_TEST(december.lettura);
  BOOST_TEST(december.testo == "In 12/2026 ci sono 23 giorni lavorativi, di cui 2 festivi compresi: 184,00 ore lavorabili.");
  const auto without = workable_hours({2026, 12}, 5, 4000, with_parameter("treatment.workable_holidays", "excluded"));
  BOOST_TEST(without.ore_centesimi == 16800);
  BOOST_TEST(workable_hours({2026, 11}, 6, 4000, kNorms()).ore_centesimi == 16667);  // 25 days of 6,666...
}

BOOST_AUTO_TEST_CASE(the_contribution_is_on_the_pay_lost) {
  BOOST_TEST(contribution_cent(36000, 900) == 3240);
  BOOST_TEST(contribution_cent(36000, 0) == 0);
  BOOST_TEST(contribution_cent(5, 900) == 0);
  BOOST_TEST(contribution_cent(6, 900) == 1);  // 0,54
}

BOOST_AUTO_TEST_CASE(a_plan_is_estimated_week_by_week_and_in_all) {
  Piano p;
  p.retribuzione_oraria_cent = 1500;
  p.aliquote = {{{2026, 11}, 900}, {{2026, 12}, 1200}};
  p.settimane = {{Date::of(2026, 11, 16), 10, 40000}, {Date::of(2026, 11, 30), 10, 40000}};
  const auto s = estimate(p, kNorms());
  BOOST_REQUIRE(s.settimane.size() == 2U);
  // First week: 400 h x 15 = 6.000,00 lost; 80 % 4.800,00; ceiling 1.423,69 x 400/168 = 3.389,74; net 1.340,56 x 400/168.
  BOOST_TEST(s.settimane[0].retribuzione_persa_cent == 600000);
  BOOST_TEST(s.settimane[0].lordo_cent == 338974);
  BOOST_TEST(s.settimane[0].netto_cent == 319181);
  BOOST_TEST(s.settimane[0].contributo_cent == 54000);
  BOOST_TEST(s.settimane[0].al_tetto);
  BOOST_TEST(s.settimane[0].testo ==
             "Settimana dal 16/11/2026: ai lavoratori 3.191,81 € netti, contributo addizionale 540,00 €.");
  // Second: 80 hours on 30 November, 320 in December (184 workable hours): 9 % of 1.200,00 and 12 % of 4.800,00.
  BOOST_TEST(s.settimane[1].contributo_cent == 10800 + 57600);
  BOOST_TEST(s.settimane[1].lordo_cent == 67795 + 247598);
  BOOST_TEST(s.contributo_cent == 54000 + 68400);
  BOOST_TEST((s.completa && s.lettura));
  BOOST_TEST(s.retribuzione_persa_cent == 1200000);
  BOOST_TEST(s.lordo_cent == 338974 + 315393);
  std::int64_t net = 0;
  for (const auto& week : s.settimane) net += week.netto_cent;
  BOOST_TEST(s.netto_cent == net);
}

BOOST_AUTO_TEST_CASE(a_week_that_cannot_be_estimated_leaves_the_plan_incomplete) {
  Piano p;
  p.retribuzione_oraria_cent = 1000;
  p.settimane = {{Date::of(2026, 11, 16), 1, 4000}, {Date::of(2027, 1, 4), 1, 4000}};
  const auto s = estimate(p, kNorms());
  BOOST_TEST(!s.completa);
  BOOST_TEST(s.settimane[0].calcolabile);
  BOOST_TEST(s.settimane[1].testo == "Il massimale del 2027 non è nella tabella delle norme: l’importo non si stima.");
  BOOST_TEST(
      s.testo ==
      "Stima per 2 settimane: retribuzione persa 400,00 €, prestazione lorda 320,00 € e netta 301,31 €, contributo addizionale "
      "0,00 €. Mancano le settimane che non si possono stimare.");
}

BOOST_AUTO_TEST_SUITE_END()
