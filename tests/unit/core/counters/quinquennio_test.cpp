// T5: 24 or 30 months of CIGO and CIGS in five years.
#include <boost/test/unit_test.hpp>

#include "../norm_variant.hpp"
#include "history.hpp"
#include "shared/rules/counters/checks.hpp"

using namespace omnia::tests;
using omnia::rules::counters::kUnitsPerMonth;
using omnia::rules::counters::kUnitsPerWeek;
using omnia::rules::routing::Settore;

namespace {

omnia::domain::Period months_from(std::string_view iso, int months) { return {day(iso), day(iso).add_months(months) - 1}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(counters_quinquennio)

BOOST_AUTO_TEST_CASE(the_quinquennio_is_five_years_back_from_the_last_day) {
  const auto from = [](const char* last) { return omnia::rules::counters::years_back(day(last), 5).dal.iso(); };
  BOOST_TEST(from("2026-12-31") == "2022-01-01");
  BOOST_TEST(from("2026-11-29") == "2021-11-30");
  BOOST_TEST(from("2027-02-28") == "2022-03-01");
  BOOST_TEST(from("2028-02-29") == "2023-03-01");
  BOOST_TEST(from("2028-02-28") == "2023-02-28");
  BOOST_TEST(span(count(registry({}), ask("2026-11-23", 1)).quinquennio.finestra) == "2021-11-30..2026-11-29");
  BOOST_TEST(span(count(registry({}), ask("2027-02-08", 3)).quinquennio.finestra) == "2022-03-01..2027-02-28");
}

BOOST_AUTO_TEST_CASE(nothing_before_the_decree_counts) {
  BOOST_TEST(span(count(registry({}), ask("2018-01-01", 1)).quinquennio.finestra) == "2015-09-24..2018-01-07");
  const auto r = registry({of_kind("CIGS_CRISI", months_from("2015-08-24", 12))});
  BOOST_TEST(count(r, ask("2018-01-01", 1)).quinquennio.usato == 11 * kUnitsPerMonth);
}

BOOST_AUTO_TEST_CASE(the_limit_is_24_months_and_30_for_building_and_stone) {
  const auto c = count(registry({}), ask("2026-11-23", 2)).quinquennio;
  BOOST_TEST(c.codice == "quinquennio");
  BOOST_TEST(c.nome == "Quinquennio mobile");
  BOOST_TEST(c.limite == 24 * kUnitsPerMonth);
  BOOST_TEST(c.richiesto == 2 * kUnitsPerWeek);
  BOOST_TEST(c.testo ==
             "Restano 24 mesi (104 settimane) nel quinquennio mobile che finisce il 06/12/2026: la richiesta usa 2 settimane.");
  BOOST_TEST(c.citazione == "Art. 4, comma 1, D.Lgs. 148/2015");
  BOOST_TEST(!c.lettura);
  for (const auto settore : {Settore::edilizia, Settore::lapidei}) {
    BOOST_TEST(count(registry({}), ask("2026-11-23", 1), settore).quinquennio.limite == 30 * kUnitsPerMonth);
    BOOST_TEST(count(registry({}), ask("2026-11-23", 1), settore).quinquennio.citazione == "Art. 4, comma 2, D.Lgs. 148/2015");
  }
}

BOOST_AUTO_TEST_CASE(cigo_weeks_and_cigs_months_add_up_to_exactly_24_months) {
  const auto r = registry({of_kind("CIGS_CRISI", months_from("2023-01-01", 12)), cigo("A1", weeks_from("2024-06-03", 51))});
  const auto fits = count(r, ask("2026-11-23", 1)).quinquennio;
  BOOST_TEST(fits.usato == 12 * kUnitsPerMonth + 51 * kUnitsPerWeek);
  BOOST_TEST(fits.usato + fits.richiesto == 24 * kUnitsPerMonth);
  BOOST_TEST(!fits.superato);
  BOOST_TEST(fits.testo ==
             "Restano 0,23 mesi (1 settimana) nel quinquennio mobile che finisce il 29/11/2026: la richiesta usa 1 settimana.");
  const auto over = count(r, ask("2026-11-23", 2)).quinquennio;
  BOOST_TEST(over.superato);
  BOOST_TEST(over.settimane_ammesse == 1);
  BOOST_TEST(over.lettura);
  BOOST_TEST(over.testo ==
             "Delle 2 settimane richieste ne entra 1 nel limite di 24 mesi di cassa ordinaria (CIGO) e straordinaria (CIGS) nel "
             "quinquennio mobile.");
}

BOOST_AUTO_TEST_CASE(one_month_left_is_said_in_the_singular) {
  const auto r = registry({of_kind("CIGS_RIORGANIZZAZIONE", months_from("2023-01-01", 23))});
  BOOST_TEST(count(r, ask("2026-11-23", 1)).quinquennio.testo ==
             "Resta 1 mese (4,33 settimane) nel quinquennio mobile che finisce il 29/11/2026: la richiesta usa 1 settimana.");
}

BOOST_AUTO_TEST_CASE(cigs_counts_by_calendar_months_and_thirtieths) {
  const auto used = [](omnia::domain::Period p) {
    return count(registry({of_kind("CIGS_CRISI", p)}), ask("2026-11-23", 1)).quinquennio.usato;
  };
  BOOST_TEST(used({day("2024-01-15"), day("2024-02-14")}) == kUnitsPerMonth);
  BOOST_TEST(used({day("2024-01-15"), day("2024-02-15")}) == kUnitsPerMonth + 91);
  BOOST_TEST(used({day("2024-02-01"), day("2024-02-29")}) == kUnitsPerMonth);
  BOOST_TEST(used({day("2024-01-01"), day("2024-01-30")}) == 30 * 91);
  BOOST_TEST(used({day("2024-01-31"), day("2024-01-31")}) == 91);
  // Only the part inside the five years.
  BOOST_TEST(used({day("2021-06-30"), day("2021-12-29")}) == kUnitsPerMonth);
}

BOOST_AUTO_TEST_CASE(solidarity_counts_at_half_up_to_24_months) {
  struct Case {
    int months, counted;
  };
  // The window begins on 2021-11-30.
  for (const auto& k : {Case{12, 6}, Case{24, 12}, Case{30, 18}, Case{36, 24}, Case{37, 25}}) {
    const auto r = registry({of_kind("CIGS_CDS", months_from("2022-01-01", k.months))});
    const auto c = count(r, ask("2026-11-23", 1)).quinquennio;
    BOOST_TEST(c.usato == k.counted * kUnitsPerMonth, k.months);
    BOOST_TEST(c.righe.at(0).motivo == "Contratto di solidarietà: mesi autorizzati.");
    BOOST_TEST(c.righe.at(0).unita == c.usato);
  }
  const auto full = registry({of_kind("CIGS_CDS", months_from("2022-01-01", 36))});
  BOOST_TEST(count(full, ask("2026-11-23", 1)).quinquennio.superato);
}

BOOST_AUTO_TEST_CASE(solidarity_of_a_builder_counts_in_full_and_of_a_quarry_at_half) {
  const auto r = registry({of_kind("CIGS_CDS", months_from("2022-01-01", 12))});
  BOOST_TEST(count(r, ask("2026-11-23", 1), Settore::edilizia).quinquennio.usato == 12 * kUnitsPerMonth);
  BOOST_TEST(count(r, ask("2026-11-23", 1), Settore::lapidei).quinquennio.usato == 6 * kUnitsPerMonth);
}

BOOST_AUTO_TEST_CASE(two_cigs_on_the_same_days_count_once) {
  auto second = of_kind("CIGS_RIORGANIZZAZIONE", months_from("2024-04-01", 6));
  auto cds = of_kind("CIGS_CDS", months_from("2024-01-01", 12));
  const auto c =
      count(registry({of_kind("CIGS_CRISI", months_from("2024-01-01", 6)), second, cds}), ask("2026-11-23", 1)).quinquennio;
  // Nine months in full, and of the solidarity only the three that nothing else covers, at half.
  BOOST_TEST(c.usato == 9 * kUnitsPerMonth + 3 * kUnitsPerMonth / 2);
  BOOST_TEST(c.righe.at(0).motivo == "CIGS: mesi autorizzati.");
}

BOOST_AUTO_TEST_CASE(eone_counts_in_every_sector_and_is_a_switch) {
  const auto r = registry({eone("E1", weeks_from("2025-07-07", 4))});
  BOOST_TEST(count(r, ask("2026-11-23", 1)).quinquennio.usato == 4 * kUnitsPerWeek);
  BOOST_TEST(count(r, ask("2026-11-23", 1), Settore::edilizia).quinquennio.usato == 4 * kUnitsPerWeek);
  BOOST_TEST(count(registry({}), ask("2026-11-23", 3, true)).quinquennio.richiesto == 3 * kUnitsPerWeek);
  const auto norms = with_parameter("art4.eone", "exempt");
  const auto c = omnia::rules::counters::count(r, ask("2026-11-23", 3, true), Settore::industria, norms).quinquennio;
  BOOST_TEST(c.usato == 0);
  BOOST_TEST(c.esente);
  BOOST_TEST(c.richiesto == 0);
  BOOST_TEST(c.testo == "Le settimane richieste non si contano nella durata complessiva.");
  BOOST_TEST(c.righe.at(0).motivo == "EONE: non si conta nella durata complessiva.");
}

BOOST_AUTO_TEST_CASE(derogations_do_not_count_and_fis_and_the_fondi_do) {
  const auto period = weeks_from("2024-03-04", 4);
  const auto used = [&](const char* kind) {
    return count(registry({of_kind(kind, period)}), ask("2026-11-23", 1)).quinquennio.usato;
  };
  for (const char* kind : {"CIGO_COVID", "CIGO_44_11Q", "CIGS_22TER", "CIGS_22BIS", "FIS_COVID", "F_PROF_COVID", "F_PROF_44_11S"})
    BOOST_TEST(used(kind) == 0, kind);
  for (const char* kind : {"FIS", "F_PROF", "F_TN"}) BOOST_TEST(used(kind) == 4 * kUnitsPerWeek, kind);
}

BOOST_AUTO_TEST_CASE(cigo_is_net_of_the_declared_days_and_it_is_a_switch) {
  auto a = cigo("A1", weeks_from("2026-01-05", 9));
  a = declared(a, first_days(a.periodo, 30, 5));
  const auto r = registry({a});
  const auto c = count(r, ask("2026-11-23", 1)).quinquennio;
  BOOST_TEST(c.usato == 6 * kUnitsPerWeek);
  BOOST_TEST(c.lettura);
  const auto norms = with_parameter("art4.cigo_measure", "authorised");
  BOOST_TEST(omnia::rules::counters::count(r, ask("2026-11-23", 1), Settore::industria, norms).quinquennio.usato ==
             9 * kUnitsPerWeek);
}

BOOST_AUTO_TEST_CASE(each_week_asked_is_judged_in_the_window_that_ends_with_it) {
  // 24 months that begin to leave the window only in the second week asked.
  const auto r = registry({of_kind("CIGS_RIORGANIZZAZIONE", months_from("2021-12-01", 24))});
  const auto c = count(r, ask("2026-11-23", 2)).quinquennio;
  BOOST_TEST(c.settimane_ammesse == 0);
  BOOST_TEST(c.testo ==
             "Nessuna delle 2 settimane richieste entra nel limite di 24 mesi di cassa ordinaria (CIGO) e straordinaria (CIGS) "
             "nel quinquennio mobile.");
  BOOST_TEST(!count(r, ask("2026-12-07", 1)).quinquennio.superato);
}

BOOST_AUTO_TEST_CASE(pending_cigs_and_cigo_are_only_in_the_prudent_figure) {
  auto cigs = of_kind("CIGS_CRISI", months_from("2024-01-01", 6));
  cigs.stato = omnia::domain::StatoAutorizzazione::in_istruttoria;
  auto weeks = cigo("P1", weeks_from("2026-03-02", 4));
  weeks.stato = omnia::domain::StatoAutorizzazione::in_istruttoria;
  const auto c = count(registry({cigs, weeks}), ask("2026-11-23", 1)).quinquennio;
  BOOST_TEST(c.usato == 0);
  BOOST_TEST(c.usato_prudente == 6 * kUnitsPerMonth + 4 * kUnitsPerWeek);
  BOOST_REQUIRE(c.righe.size() == 2U);
  for (const auto& riga : c.righe) BOOST_TEST(riga.motivo == "In istruttoria: si conta solo nella stima prudente.");
}

BOOST_AUTO_TEST_CASE(rows_keep_the_order_of_the_registry) {
  const auto r = registry({of_kind("CIGS_CRISI", months_from("2022-01-01", 2)), cigo("A1", weeks_from("2023-01-02", 2)),
                           of_kind("CIGS_CDS", months_from("2024-01-01", 2)), cigo("A2", weeks_from("2025-01-06", 2))});
  const auto c = count(r, ask("2026-11-23", 1)).quinquennio;
  std::vector<std::string> order;
  std::int64_t sum = 0;
  for (const auto& riga : c.righe) {
    order.push_back(riga.periodo.dal.iso());
    sum += riga.unita;
  }
  const std::vector<std::string> expected{"2022-01-01", "2023-01-02", "2024-01-01", "2025-01-06"};
  BOOST_TEST(order == expected, boost::test_tools::per_element());
  BOOST_TEST(sum == c.usato);
}

BOOST_AUTO_TEST_CASE(nothing_before_24_september_2015_counts) {
  const auto r = registry({of_kind("CIGS_CRISI", months_from("2015-01-01", 12)), cigo("A1", weeks_from("2015-09-07", 2))});
  const auto c = count(r, ask("2016-06-06", 1)).quinquennio;
  BOOST_TEST(span(c.finestra) == "2015-09-24..2016-06-12");
  // From 24 September: three months until 23 December and eight days; no week of CIGO ends so late.
  BOOST_TEST(c.usato == 3 * kUnitsPerMonth + 8 * 91);
}

BOOST_AUTO_TEST_CASE(the_cigs_of_2021_in_derogation_is_outside_and_says_so) {
  const auto r = registry({of_kind("CIGS_DL73_40", {day("2021-12-01"), day("2021-12-31")}),
                           of_kind("CIGS_DL73_40BIS", {day("2021-12-01"), day("2021-12-31")})});
  const auto c = count(r, ask("2026-11-23", 1)).quinquennio;
  BOOST_TEST(c.usato == 0);
  BOOST_REQUIRE(c.righe.size() == 2U);
  for (const auto& riga : c.righe) {
    BOOST_TEST(riga.motivo == "CIGS in deroga del 2021: non si conta (artt. 40 e 40-bis D.L. 73/2021).");
  }
}

BOOST_AUTO_TEST_SUITE_END()
