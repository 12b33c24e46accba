// T9: the contributo addizionale. Cases E33 to E35 and E39 of the dossier, and the bonus of 24 months.
#include "shared/rules/counters/contribution.hpp"

#include <boost/test/unit_test.hpp>

#include "../norm_variant.hpp"
#include "history.hpp"

using namespace omnia::tests;
using omnia::norms::Norms;
using omnia::rules::counters::contribution_rate;
using omnia::rules::counters::RichiestaAliquota;

namespace {

RichiestaAliquota month(int anno, int mese, const char* start) { return {0, "CIGO", false, {anno, mese}, day(start)}; }
auto rate(const omnia::domain::Registry& r, const RichiestaAliquota& richiesta) {
  return contribution_rate(r, richiesta, Norms::builtin());
}
// Use that ends on that day: the bonus is out of play for two years.
omnia::domain::Autorizzazione used(const char* numero, omnia::domain::Period periodo) {
  return declared(cigo(numero, periodo), first_days(periodo, 10000, 5));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(counters_contribution)

BOOST_AUTO_TEST_CASE(the_weeks_used_fill_the_tiers_and_not_the_authorised) {
  const auto period = weeks_from("2024-01-01", 53);
  const auto r = registry({declared(cigo("A1", period), first_days(period, 48 * 5, 5))});
  const auto a = rate(r, month(2025, 2, "2025-02-03"));
  BOOST_TEST(a.percento_centesimi == 900);
  BOOST_TEST(a.fascia == 1);
  BOOST_TEST(a.usato == 48 * 630);
  BOOST_TEST(a.residuo == 4 * 630);
  BOOST_TEST(a.finestra.dal.iso() == "2020-02-01");
  BOOST_TEST(a.finestra.al.iso() == "2025-01-31");
  BOOST_TEST(!a.lettura);
  BOOST_TEST(a.citazione == "Art. 5, comma 1, D.Lgs. 148/2015");
  BOOST_TEST(
      a.testo ==
      "Fino al 31/01/2025 risultano usate 48 settimane nel quinquennio mobile: per 02/2025 il contributo addizionale è 9%. "
      "Mancano 4 settimane alla soglia di 52. Misura piena: l’ultimo uso è finito il 29/11/2024, la ridotta spetta ai "
      "trattamenti iniziati dal 30/11/2026.");
  BOOST_REQUIRE(a.righe.size() == 1U);
  BOOST_TEST(a.righe[0].motivo == "Giorni fruiti: 240.");
}

BOOST_AUTO_TEST_CASE(the_higher_rate_starts_the_month_after_the_threshold_is_passed) {
  // 51 weeks until the end of 2025, then from Monday 4 May 2026: the 52nd ends on 10 May. The use of 2024 keeps the bonus away.
  const auto r = registry({used("A0", weeks_from("2024-06-03", 1)), used("A1", weeks_from("2025-01-06", 50)),
                           used("A2", weeks_from("2026-05-04", 10))});
  BOOST_TEST(rate(r, month(2026, 5, "2026-05-04")).percento_centesimi == 900);
  const auto june = rate(r, month(2026, 6, "2026-05-04"));
  BOOST_TEST(june.percento_centesimi == 1200);
  BOOST_TEST(june.usato == 55 * 630);
  BOOST_TEST(june.limite == 104 * 630);
}

BOOST_AUTO_TEST_CASE(exactly_at_the_threshold_the_rate_does_not_change) {
  const auto at = [](int weeks) {
    return rate(registry({used("A1", weeks_from("2022-01-03", weeks))}), month(2024, 6, "2024-06-03")).percento_centesimi;
  };
  BOOST_TEST(at(52) == 900);
  BOOST_TEST(at(53) == 1200);
  BOOST_TEST(at(104) == 1200);
  BOOST_TEST(at(105) == 1500);
}

BOOST_AUTO_TEST_CASE(eone_pays_nothing_and_fills_nothing_by_default) {
  auto asked = month(2026, 11, "2026-11-02");
  asked.eone = true;
  const auto zero = rate(registry({}), asked);
  BOOST_TEST((zero.calcolabile && zero.percento_centesimi == 0 && zero.fascia == 0));
  BOOST_TEST(zero.testo == "Evento non evitabile: contributo addizionale 0%.");
  BOOST_TEST(zero.citazione == "Art. 13, comma 3, D.Lgs. 148/2015");
  const auto r = registry({eone("E1", weeks_from("2024-12-02", 60))});
  const auto a = rate(r, month(2026, 11, "2026-11-02"));
  BOOST_TEST(a.usato == 0);
  BOOST_TEST(a.righe[0].motivo == "EONE: nessun contributo, non riempie le fasce (art. 13, comma 3).");
  BOOST_TEST(a.lettura);
  const auto other = contribution_rate(r, month(2026, 11, "2026-11-02"), with_parameter("addiz.eone_in_tiers", true));
  BOOST_TEST(other.percento_centesimi == 1200);
}

BOOST_AUTO_TEST_CASE(cigs_fills_the_tiers_and_the_benefits_outside_do_not) {
  auto pending = cigo("P1", weeks_from("2025-06-02", 4));
  pending.stato = omnia::domain::StatoAutorizzazione::in_istruttoria;
  const auto r =
      registry({of_kind("CIGS_CRISI", weeks_from("2024-01-01", 53)), of_kind("CIGS_22TER", weeks_from("2025-01-06", 4)),
                of_kind("CIGO_COVID", weeks_from("2022-01-03", 4)), of_kind("CIGO_44_11Q", weeks_from("2022-04-04", 4)),
                of_kind("FIS", weeks_from("2022-06-06", 4)), pending});
  const auto a = rate(r, month(2025, 9, "2025-09-01"));
  BOOST_TEST(a.usato == 53 * 630);
  BOOST_TEST(a.percento_centesimi == 1200);
  BOOST_TEST(a.lettura);  // the use of the CIGS is not known
  BOOST_TEST(a.righe[0].motivo == "Fruito non noto: si contano le settimane autorizzate.");
  BOOST_TEST(a.righe[1].motivo == "CIGS per transizione occupazionale: ha un’aliquota propria (art. 22-ter).");
  BOOST_TEST(a.righe[2].motivo == "CIG per COVID-19: non si conta (art. 19, comma 3, D.L. 18/2020).");
  BOOST_TEST(a.righe[3].motivo == "CIGO in deroga del 2022: non si conta (art. 11 D.L. 21/2022).");
  BOOST_TEST(a.righe[4].motivo == "Né CIGO né CIGS: non riempie le fasce.");
  BOOST_TEST(a.righe[5].motivo == "In istruttoria: si conta solo nella stima prudente.");
  BOOST_TEST(a.usato_prudente == (53 + 4) * 630);
}

// A year of CIGS is 53 Monday weeks (from Wednesday 3 January 2024) or 12 months, which are 52 weeks: the rate is another.
BOOST_AUTO_TEST_CASE(how_the_months_of_cigs_become_weeks_is_a_switch) {
  const auto r = registry({of_kind("CIGS_CRISI", {day("2024-01-03"), day("2025-01-02")})});
  const auto asked = month(2025, 9, "2025-09-01");
  const auto weeks = rate(r, asked);
  BOOST_TEST(weeks.usato == 53 * 630);
  BOOST_TEST(weeks.percento_centesimi == 1200);
  BOOST_TEST((weeks.cigs && weeks.lettura));
  const auto norms = with_parameter("addiz.cigs_measure", "months");
  const auto months = contribution_rate(r, asked, norms);
  BOOST_TEST(months.usato == 52 * 630);
  BOOST_TEST(months.percento_centesimi == 900);
  BOOST_REQUIRE(months.righe.size() == 1U);
  BOOST_TEST(months.righe[0].unita == 52 * 630);
  BOOST_TEST(months.righe[0].motivo == "CIGS: mesi autorizzati.");
  // One month and 10 days, twice the same days under two numbers, one refused: 2.730 + 10 x 91, once; and CIGO beside it.
  auto refused = of_kind("CIGS_CDS", weeks_from("2024-06-03", 4));
  refused.stato = omnia::domain::StatoAutorizzazione::respinta;
  auto pending = of_kind("CIGS_RIORGANIZZAZIONE", {day("2025-03-01"), day("2025-03-31")});
  pending.stato = omnia::domain::StatoAutorizzazione::in_istruttoria;
  const omnia::domain::Period broken{day("2024-02-01"), day("2024-03-10")};
  const auto mixed = contribution_rate(registry({of_kind("CIGS_CRISI", broken), of_kind("CIGS_CDS", broken), refused,
                                                 used("A1", weeks_from("2024-09-02", 2)), pending}),
                                       asked, norms);
  BOOST_TEST(mixed.usato == 2730 + 10 * 91 + 2 * 630);
  BOOST_TEST(mixed.usato_prudente == mixed.usato + 2730);
  BOOST_REQUIRE(mixed.righe.size() == 5U);
  BOOST_TEST(mixed.righe[0].unita == 2730 + 10 * 91);
  BOOST_TEST(mixed.righe[1].unita == 0);
  BOOST_TEST(mixed.righe[2].motivo == "Respinta o annullata: non si conta.");
  BOOST_TEST(mixed.righe[3].unita == 2 * 630);
  BOOST_TEST(mixed.righe[4].motivo == "In istruttoria: si conta solo nella stima prudente.");
}

// Five days of a week of six are five sixths of it, and the week of an authorisation is the one of its own time (E43).
BOOST_AUTO_TEST_CASE(the_days_used_are_parts_of_the_week_of_their_own_time) {
  auto short_week = used("A2", weeks_from("2024-03-04", 1));
  short_week.giorni_settimana = 5;
  const auto six = declared(cigo("A1", weeks_from("2024-02-05", 1)), first_days(weeks_from("2024-02-05", 1), 5, 6));
  const auto a = rate(registry({six, short_week}, 6), month(2025, 2, "2025-02-03"));
  BOOST_TEST(a.usato == 5 * 105 + 630);
}

BOOST_AUTO_TEST_CASE(flat_rates_do_not_look_at_the_weeks) {
  auto asked = month(2026, 11, "2026-11-02");
  asked.prestazione = "CIGS_22TER";
  BOOST_TEST(rate(registry({}), asked).percento_centesimi == 1500);
  asked.prestazione = "FIS";
  BOOST_TEST(rate(registry({}), asked).testo == "Assegno del FIS: contributo addizionale 4%.");
  asked.prestazione = "FSBA";
  BOOST_TEST(!rate(registry({}), asked).calcolabile);
  BOOST_TEST(rate(registry({}), asked).testo == "L’aliquota di questa prestazione non è nella tabella delle norme.");
}

BOOST_AUTO_TEST_CASE(the_bonus_opens_after_twenty_four_free_months_to_the_day) {
  auto last = cigo("A1", {day("2023-01-02"), day("2023-01-31")});
  const auto r = registry({last});
  const auto early = rate(r, month(2025, 1, "2025-01-31"));
  BOOST_TEST(early.percento_centesimi == 900);
  BOOST_TEST(!early.premialita.spetta);
  BOOST_TEST(early.premialita.testo ==
             "Misura piena: l’ultimo uso è finito il 31/01/2023, la ridotta spetta ai trattamenti iniziati dal 01/02/2025.");
  const auto open = rate(r, month(2025, 2, "2025-02-01"));
  BOOST_TEST(open.percento_centesimi == 600);
  BOOST_TEST(open.premialita.ultimo_uso.value().iso() == "2023-01-31");
  BOOST_TEST(open.premialita.testo ==
             "Misura ridotta: prima del trattamento del 01/02/2025 l’ultimo uso era finito il 31/01/2023.");
  BOOST_TEST(open.citazione == "Art. 5, comma 1-ter, D.Lgs. 148/2015; circ. INPS 5/2025");
  // Before 2025 there was no bonus, however long the pause.
  BOOST_TEST(rate(registry({}), month(2024, 12, "2024-12-02")).percento_centesimi == 900);
  BOOST_TEST(rate(registry({}), month(2025, 1, "2025-01-07")).premialita.testo ==
             "Misura ridotta: prima del trattamento del 07/01/2025 non risulta alcun uso di CIG.");
}

BOOST_AUTO_TEST_CASE(the_bonus_goes_on_over_several_periods_until_the_thresholds) {
  std::vector<omnia::domain::Autorizzazione> all{used("A1", weeks_from("2025-03-03", 30))};
  const auto second = rate(registry(all), month(2025, 12, "2025-12-01"));
  BOOST_TEST(second.percento_centesimi == 600);
  BOOST_TEST(second.premialita.dal.value().iso() == "2025-03-03");
  all.push_back(used("A2", weeks_from("2025-12-01", 30)));
  BOOST_TEST(rate(registry(all), month(2026, 9, "2026-09-07")).percento_centesimi == 900);  // 60 weeks
  all.push_back(used("A3", weeks_from("2026-09-07", 50)));
  const auto spent = rate(registry(all), month(2027, 12, "2027-12-06"));  // 110 weeks
  BOOST_TEST(spent.percento_centesimi == 1500);
  BOOST_TEST(!spent.premialita.spetta);
}

BOOST_AUTO_TEST_CASE(the_level_of_the_bonus_and_the_use_of_eone_are_switches) {
  auto r = registry({cigo("A0", weeks_from("2024-12-02", 2)), cigo("A1", weeks_from("2026-03-02", 2))});
  for (auto& a : r.autorizzazioni) a.unita_produttiva = 7;
  const auto asked = month(2026, 11, "2026-11-02");
  BOOST_TEST(rate(r, asked).percento_centesimi == 900);
  BOOST_TEST(contribution_rate(r, asked, with_parameter("addiz.bonus_level", "unit")).percento_centesimi == 600);
  const auto weather = registry({eone("E0", weeks_from("2024-12-02", 2)), eone("E1", weeks_from("2026-03-02", 2))});
  BOOST_TEST(rate(weather, asked).percento_centesimi == 900);
  BOOST_TEST(contribution_rate(weather, asked, with_parameter("addiz.bonus_eone_use", false)).percento_centesimi == 600);
}

BOOST_AUTO_TEST_CASE(one_week_and_a_threshold_just_reached_are_said_as_people_do) {
  const auto said = [](int weeks) {
    return rate(registry({used("A1", weeks_from("2022-01-03", weeks))}), month(2024, 6, "2024-06-03")).testo;
  };
  BOOST_TEST(said(1) ==
             "Fino al 31/05/2024 risulta usata 1 settimana nel quinquennio mobile: per 06/2024 il contributo addizionale è 9%. "
             "Mancano 51 settimane alla soglia di 52.");
  BOOST_TEST(said(51).find(" Manca 1 settimana alla soglia di 52.") != std::string::npos);
  BOOST_TEST(said(52).find(" La soglia di 52 settimane è raggiunta: oltre, l’aliquota sale dal mese successivo.") !=
             std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
