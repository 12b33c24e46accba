// T3, with the numbers of circ. MLPS 17/2017 and of the INPS practice.
#include <boost/test/unit_test.hpp>

#include "../norm_variant.hpp"
#include "history.hpp"

using namespace omnia::tests;
using omnia::norms::Norms;
using omnia::rules::counters::first_fit;
using omnia::rules::counters::kUnitsPerWeek;
using omnia::rules::counters::weeks_text;
using omnia::rules::routing::Settore;

namespace {

// 26 weeks in 2025, then 24 between 2025 and 2026: fifty, with two left.
omnia::domain::Registry fifty_weeks() {
  return registry({cigo("A1", weeks_from("2025-01-06", 26)), cigo("A2", weeks_from("2025-09-01", 24))});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(counters_biennio)

BOOST_AUTO_TEST_CASE(the_biennio_is_the_week_asked_and_the_103_before) {
  const auto c = count(registry({}), ask("2026-11-23", 1)).biennio;
  BOOST_TEST(span(c.finestra) == "2024-12-02..2026-11-29");
  BOOST_TEST(c.finestra.giorni() == 104 * 7);
  BOOST_TEST(c.codice == "biennio");
  BOOST_TEST(c.nome == "Biennio mobile");
  BOOST_TEST(c.limite == 52 * kUnitsPerWeek);
  BOOST_TEST(c.usato == 0);
  BOOST_TEST(c.richiesto == kUnitsPerWeek);
  BOOST_TEST(c.residuo == 52 * kUnitsPerWeek);
  BOOST_TEST(!c.superato);
  BOOST_TEST(!c.lettura);
  BOOST_TEST(c.citazione == "Art. 12, comma 3, D.Lgs. 148/2015");
  BOOST_TEST(c.testo == "Restano 52 settimane nel biennio mobile che finisce il 29/11/2026: la richiesta ne usa 1.");
  BOOST_TEST(c.righe.empty());
}

BOOST_AUTO_TEST_CASE(a_start_in_the_middle_of_the_week_is_its_monday) {
  BOOST_TEST(span(count(registry({}), ask("2026-11-26", 1)).biennio.finestra) == "2024-12-02..2026-11-29");
}

BOOST_AUTO_TEST_CASE(after_52_weeks_the_restart_is_two_years_after_the_first_one) {
  const auto r = registry({cigo("A1", weeks_from("2017-02-06", 52))});
  const auto early = count(r, ask("2019-01-28", 1)).biennio;
  BOOST_TEST(early.superato);
  BOOST_TEST(early.settimane_ammesse == 0);
  BOOST_TEST(early.usato == 52 * kUnitsPerWeek);
  BOOST_TEST(early.testo ==
             "La settimana richiesta non entra nel limite di 52 settimane del biennio mobile. C’è spazio per 1 settimana dal "
             "04/02/2019.");
  const auto on_time = count(r, ask("2019-02-04", 1)).biennio;
  BOOST_TEST(!on_time.superato);
  BOOST_TEST(on_time.usato == 51 * kUnitsPerWeek);
  BOOST_TEST(on_time.testo == "Resta 1 settimana nel biennio mobile che finisce il 10/02/2019: la richiesta ne usa 1.");
}

BOOST_AUTO_TEST_CASE(with_50_weeks_used_only_2_of_13_fit_and_the_finding_says_when_there_is_room) {
  const auto c = count(fifty_weeks(), ask("2026-07-06", 13)).biennio;
  BOOST_TEST(c.superato);
  BOOST_TEST(c.settimane_richieste == 13);
  BOOST_TEST(c.settimane_ammesse == 2);
  BOOST_TEST(c.richiesto == 13 * kUnitsPerWeek);
  BOOST_TEST(
      c.testo ==
      "Delle 13 settimane richieste ne entrano 2 nel limite di 52 settimane del biennio mobile. C’è spazio per 13 settimane dal "
      "21/12/2026.");
  const auto first = first_fit(fifty_weeks(), ask("2026-07-06", 13), Settore::industria, Norms::builtin(), day("2026-07-06"));
  BOOST_REQUIRE(first.has_value());
  BOOST_TEST(first->iso() == "2026-12-21");
  BOOST_TEST(!count(fifty_weeks(), ask("2026-12-21", 13)).biennio.superato);
  BOOST_TEST(count(fifty_weeks(), ask("2026-12-14", 13)).biennio.superato);
}

BOOST_AUTO_TEST_CASE(the_first_date_with_room_is_a_monday_not_before_the_day_asked) {
  const auto on = [&](const char* iso, int weeks) {
    const auto first = first_fit(fifty_weeks(), ask(iso, weeks), Settore::industria, Norms::builtin(), day(iso));
    return first ? first->iso() : std::string("mai");
  };
  BOOST_TEST(on("2026-07-06", 2) == "2026-07-06");
  BOOST_TEST(on("2026-07-07", 2) == "2026-07-13");
  BOOST_TEST(on("2026-12-27", 13) == "2026-12-28");
  BOOST_TEST(on("2026-07-06", 53) == "mai");
  BOOST_TEST(count(registry({}), ask("2026-07-06", 53)).biennio.testo ==
             "Delle 53 settimane richieste ne entrano 52 nel limite di 52 settimane del biennio mobile. Nei prossimi quattro "
             "anni non c’è "
             "spazio per 53 settimane di seguito.");
}

BOOST_AUTO_TEST_CASE(one_week_that_fits_is_said_in_the_singular) {
  const auto r = registry({cigo("A1", weeks_from("2025-01-06", 51))});
  BOOST_TEST(
      count(r, ask("2026-02-02", 3)).biennio.testo ==
      "Delle 3 settimane richieste ne entra 1 nel limite di 52 settimane del biennio mobile. C’è spazio per 3 settimane dal "
      "28/12/2026.");
  const auto full = registry({cigo("A1", weeks_from("2025-01-06", 52))});
  BOOST_TEST(
      count(full, ask("2026-02-02", 3)).biennio.testo ==
      "Nessuna delle 3 settimane richieste entra nel limite di 52 settimane del biennio mobile. C’è spazio per 3 settimane dal "
      "04/01/2027.");
}

BOOST_AUTO_TEST_CASE(a_late_request_is_checked_against_the_weeks_already_authorised_after_it) {
  // 40 weeks before, 12 after: between them nothing fits, though the biennio that ends with the week asked has room.
  const auto r = registry({cigo("A1", weeks_from("2025-06-02", 40)), cigo("A2", weeks_from("2026-06-01", 12))});
  const auto c = count(r, ask("2026-04-06", 2)).biennio;
  BOOST_TEST(c.usato == 40 * kUnitsPerWeek);
  BOOST_TEST(c.residuo == 12 * kUnitsPerWeek);
  BOOST_TEST(c.settimane_ammesse == 0);
  BOOST_TEST(c.superato);
  const auto less = registry({cigo("A1", weeks_from("2025-06-02", 40)), cigo("A2", weeks_from("2026-06-01", 11))});
  BOOST_TEST(count(less, ask("2026-04-06", 2)).biennio.settimane_ammesse == 1);
}

BOOST_AUTO_TEST_CASE(a_week_already_authorised_adds_nothing) {
  const auto r = registry({cigo("A1", weeks_from("2025-01-06", 52))});
  const auto c = count(r, ask("2025-12-22", 2)).biennio;
  BOOST_TEST(!c.superato);
  BOOST_TEST(c.richiesto == 0);
  BOOST_TEST(!c.esente);
  BOOST_TEST(c.testo == "Non restano settimane nel biennio mobile che finisce il 04/01/2026: la richiesta non ne usa altre.");
}

BOOST_AUTO_TEST_CASE(a_week_authorised_in_part_is_a_whole_week) {
  const auto r = registry({cigo("A1", {day("2026-03-04"), day("2026-03-10")})});
  BOOST_TEST(count(r, ask("2026-06-01", 1)).biennio.usato == 2 * kUnitsPerWeek);
}

BOOST_AUTO_TEST_CASE(without_a_declaration_the_authorised_weeks_are_the_used_ones) {
  auto a = cigo("A1", weeks_from("2026-03-02", 9));
  a.giorni_fruiti = first_days(a.periodo, 10, 5);
  const auto c = count(registry({a}), ask("2026-06-01", 1)).biennio;
  BOOST_TEST(c.usato == 9 * kUnitsPerWeek);
  BOOST_TEST(c.righe.at(0).motivo == "Settimane autorizzate: fruito non dichiarato.");
}

BOOST_AUTO_TEST_CASE(a_declared_day_outside_its_own_authorisation_is_not_a_day_used) {
  auto a = declared(cigo("A1", weeks_from("2026-03-02", 1)), first_days(weeks_from("2026-03-02", 1), 2, 5));
  a.giorni_fruiti.push_back(day("2026-03-09"));
  const auto c = count(registry({a}), ask("2026-06-01", 1));
  BOOST_TEST(c.biennio.usato == 2 * kUnitsPerWeek / 5);
  BOOST_TEST(c.quinquennio.usato == 2 * kUnitsPerWeek / 5);
}

BOOST_AUTO_TEST_CASE(declared_days_are_divided_by_the_working_week) {
  struct Case {
    int weeks, days, divisor;
    const char* used;
    const char* phrase;
  };
  // The first two are of msg. INPS 2101/2020; 6,4 stays exact.
  for (const auto& k : {Case{9, 30, 5, "6", "Fruito dichiarato: 30 giorni su 5 a settimana."},
                        Case{9, 35, 5, "7", "Fruito dichiarato: 35 giorni su 5 a settimana."},
                        Case{9, 32, 5, "6,4", "Fruito dichiarato: 32 giorni su 5 a settimana."},
                        Case{9, 32, 6, "5,33", "Fruito dichiarato: 32 giorni su 6 a settimana."},
                        Case{9, 32, 7, "4,57", "Fruito dichiarato: 32 giorni su 7 a settimana."},
                        Case{1, 1, 5, "0,2", "Fruito dichiarato: 1 giorno su 5 a settimana."}}) {
    auto a = cigo("A1", weeks_from("2026-01-05", k.weeks));
    a = declared(a, first_days(a.periodo, k.days, k.divisor));
    const auto c = count(registry({a}, k.divisor), ask("2026-06-01", 1)).biennio;
    BOOST_TEST(weeks_text(c.usato) == k.used);
    BOOST_TEST(c.usato == k.days * kUnitsPerWeek / k.divisor);
    BOOST_TEST(c.righe.at(0).motivo == k.phrase);
    BOOST_TEST(c.righe.at(0).unita == c.usato);
  }
}

BOOST_AUTO_TEST_CASE(what_can_be_asked_is_the_whole_part_of_what_is_left) {
  // 49 whole weeks and 2 days: 2,6 are left, two whole weeks fit.
  auto b = cigo("A2", weeks_from("2026-02-02", 1));
  b = declared(b, first_days(b.periodo, 2, 5));
  const auto r = registry({cigo("A1", weeks_from("2025-02-03", 49)), b});
  const auto c = count(r, ask("2026-04-06", 3)).biennio;
  BOOST_TEST(weeks_text(c.residuo) == "2,6");
  BOOST_TEST(c.settimane_ammesse == 2);
  BOOST_TEST(!count(r, ask("2026-04-06", 2)).biennio.superato);
  BOOST_TEST(count(r, ask("2026-04-06", 2)).biennio.testo ==
             "Restano 2,6 settimane nel biennio mobile che finisce il 19/04/2026: la richiesta ne usa 2.");
}

BOOST_AUTO_TEST_CASE(a_declaration_of_no_day_frees_the_whole_period) {
  const auto r = registry({declared(cigo("A1", weeks_from("2026-01-05", 9)), {})});
  const auto c = count(r, ask("2026-06-01", 1)).biennio;
  BOOST_TEST(c.usato == 0);
  BOOST_TEST(!c.righe.at(0).conta);
  BOOST_TEST(c.righe.at(0).motivo == "Fruito dichiarato: 0 giorni su 5 a settimana.");
}

BOOST_AUTO_TEST_CASE(a_declaration_on_a_period_that_still_runs_is_not_taken) {
  auto a = cigo("A1", weeks_from("2026-03-02", 9));
  a = declared(a, first_days(a.periodo, 5, 5));
  auto r = registry({a});
  r.aggiornato_al = a.periodo.al;
  const auto c = count(r, ask("2026-06-01", 1)).biennio;
  BOOST_TEST(c.usato == 9 * kUnitsPerWeek);
  BOOST_TEST(c.righe.at(0).motivo == "Fruito dichiarato ma non ancora valido: si contano le settimane autorizzate.");
  r.aggiornato_al = a.periodo.al + 1;
  BOOST_TEST(count(r, ask("2026-06-01", 1)).biennio.usato == kUnitsPerWeek);
}

BOOST_AUTO_TEST_CASE(a_day_of_two_authorisations_counts_once) {
  // One worker or two hundred, one hour or the whole day: the registry holds distinct days, and so does the union.
  auto a = cigo("A1", weeks_from("2026-03-02", 2));
  auto b = cigo("A2", weeks_from("2026-03-09", 2));
  a = declared(a, {day("2026-03-10")});
  b = declared(b, {day("2026-03-10"), day("2026-03-17")});
  const auto c = count(registry({a, b}), ask("2026-06-01", 1)).biennio;
  BOOST_TEST(weeks_text(c.usato) == "0,4");
  BOOST_TEST(c.righe.at(0).unita == 126);
  BOOST_TEST(c.righe.at(1).unita == 126);
}

BOOST_AUTO_TEST_CASE(a_week_of_two_authorisations_counts_once_and_the_row_says_so) {
  const auto r = registry({cigo("A1", weeks_from("2026-03-02", 3)), cigo("A2", weeks_from("2026-03-09", 2))});
  const auto c = count(r, ask("2026-06-01", 1)).biennio;
  BOOST_TEST(c.usato == 3 * kUnitsPerWeek);
  BOOST_REQUIRE(c.righe.size() == 2U);
  BOOST_TEST(c.righe[0].conta);
  BOOST_TEST(!c.righe[1].conta);
  BOOST_TEST(c.righe[1].motivo == "Già contata con un’altra autorizzazione.");
}

BOOST_AUTO_TEST_CASE(a_week_of_six_days_of_five_is_worth_one_week_and_a_sunday_is_pointed_out) {
  auto a = cigo("A1", weeks_from("2026-03-02", 1));
  a = declared(a, first_days(a.periodo, 7, 7));
  const auto c = count(registry({a}), ask("2026-06-01", 1)).biennio;
  BOOST_TEST(c.usato == kUnitsPerWeek);
  BOOST_TEST(c.righe.at(0).motivo ==
             "Fruito dichiarato: 7 giorni su 5 a settimana. Tra i giorni c’è una domenica: verifica la dichiarazione.");
  BOOST_TEST(count(registry({a}, 7), ask("2026-06-01", 1)).biennio.righe.at(0).motivo ==
             "Fruito dichiarato: 7 giorni su 7 a settimana.");
}

BOOST_AUTO_TEST_CASE(another_unit_has_its_own_biennio) {
  auto other = cigo("B1", weeks_from("2026-01-05", 4));
  other.unita_produttiva = 2;
  const auto r = registry({cigo("A1", weeks_from("2026-01-05", 4)), other});
  const auto c = count(r, ask("2026-06-01", 1)).biennio;
  BOOST_TEST(c.usato == 4 * kUnitsPerWeek);
  BOOST_TEST(c.righe.size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_was_refused_or_annulled_or_is_not_cigo_does_not_count_and_says_why) {
  auto refused = cigo("A1", weeks_from("2026-01-05", 4));
  refused.stato = omnia::domain::StatoAutorizzazione::respinta;
  auto annulled = cigo("A2", weeks_from("2026-02-02", 4));
  annulled.stato = omnia::domain::StatoAutorizzazione::annullata;
  const auto period = weeks_from("2025-03-03", 4);
  const auto r =
      registry({refused, annulled, of_kind("CIGO_COVID", period), of_kind("CIGO_44_11Q", period), of_kind("CIGS_CRISI", period),
                of_kind("CIGS_22TER", period), of_kind("CIGS_22BIS", period), of_kind("FIS", period)});
  const auto c = count(r, ask("2026-06-01", 1)).biennio;
  BOOST_TEST(c.usato == 0);
  BOOST_TEST(c.usato_prudente == 0);
  std::vector<std::string> reasons;
  for (const auto& riga : c.righe) {
    BOOST_TEST(!riga.conta);
    reasons.push_back(riga.motivo.str());
  }
  const std::vector<std::string> expected{"Respinta: non si conta.",
                                          "Annullata: non si conta.",
                                          "CIGO per COVID-19: non si conta (art. 19, comma 3, D.L. 18/2020).",
                                          "CIGO in deroga del 2022: non si conta (art. 11 D.L. 21/2022).",
                                          "CIGS: non si conta nei limiti della CIGO.",
                                          "CIGS per transizione occupazionale: non si conta (art. 22-ter D.Lgs. 148/2015).",
                                          "Proroga della CIGS: non si conta (art. 22-bis D.Lgs. 148/2015).",
                                          "Prestazione diversa dalla CIGO: non si conta."};
  BOOST_TEST(reasons == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(pending_requests_are_only_in_the_prudent_figure) {
  auto pending = cigo("P1", weeks_from("2026-03-02", 4));
  pending.stato = omnia::domain::StatoAutorizzazione::in_istruttoria;
  auto r = registry({cigo("A1", weeks_from("2026-01-05", 4)), pending});
  omnia::domain::DomandaPresentata filed;
  filed.protocollo = "INPS.4900.01/04/2026.0000001";
  filed.causale = "MANC_LAVORO";
  filed.periodo = weeks_from("2026-04-06", 2);
  r.domande.push_back(filed);
  const auto c = count(r, ask("2026-06-01", 1)).biennio;
  BOOST_TEST(c.usato == 4 * kUnitsPerWeek);
  BOOST_TEST(c.usato_prudente == 10 * kUnitsPerWeek);
  BOOST_REQUIRE(c.righe.size() == 3U);
  BOOST_TEST(!c.righe[1].conta);
  BOOST_TEST(c.righe[1].motivo == "In istruttoria: si conta solo nella stima prudente.");
  BOOST_TEST(c.righe[2].numero == "INPS.4900.01/04/2026.0000001");
  BOOST_TEST(c.righe[2].motivo == "In istruttoria: si conta solo nella stima prudente.");
}

BOOST_AUTO_TEST_CASE(a_request_already_answered_by_an_authorisation_is_not_pending) {
  auto r = registry({cigo("A1", weeks_from("2026-01-05", 4))});
  omnia::domain::DomandaPresentata filed;
  filed.causale = "MANC_LAVORO";
  filed.periodo = weeks_from("2026-01-05", 4);
  r.domande.push_back(filed);
  filed.unita_produttiva = 3;
  filed.periodo = weeks_from("2026-03-02", 4);
  r.domande.push_back(filed);
  const auto c = count(r, ask("2026-06-01", 1)).biennio;
  BOOST_TEST(c.usato_prudente == 4 * kUnitsPerWeek);
  BOOST_TEST(c.righe.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_pending_eone_request_of_a_manufacturer_is_not_even_prudent) {
  auto r = registry({});
  omnia::domain::DomandaPresentata filed;
  filed.causale = "METEO_EDIL";
  filed.periodo = weeks_from("2026-03-02", 4);
  r.domande.push_back(filed);
  BOOST_REQUIRE(Norms::builtin().causale("METEO_EDIL") != nullptr);
  BOOST_TEST(count(r, ask("2026-06-01", 1)).biennio.usato_prudente == 0);
  BOOST_TEST(count(r, ask("2026-06-01", 1), Settore::edilizia).biennio.usato_prudente == 4 * kUnitsPerWeek);
}

BOOST_AUTO_TEST_CASE(the_row_shows_the_part_inside_the_window) {
  const auto r = registry({cigo("A1", weeks_from("2024-11-18", 4))});
  const auto c = count(r, ask("2026-11-23", 1)).biennio;
  BOOST_TEST(c.usato == 2 * kUnitsPerWeek);
  BOOST_TEST(span(c.righe.at(0).periodo) == "2024-12-02..2024-12-15");
  BOOST_TEST(c.righe.at(0).unita == 2 * kUnitsPerWeek);
}

BOOST_AUTO_TEST_CASE(the_anchor_of_the_biennio_is_a_switch) {
  // The first week alone fits, so does the last one seen from the end of the request; each week by itself does not.
  const auto with = [&](const char* anchor, const char* iso, int weeks) {
    const auto norms = with_parameter("cigo.biennio.anchor", anchor);
    return omnia::rules::counters::count(fifty_weeks(), ask(iso, weeks), Settore::industria, norms).biennio.settimane_ammesse;
  };
  BOOST_TEST(with("each_requested_week", "2026-07-06", 13) == 2);
  BOOST_TEST(with("first_requested_week", "2026-07-06", 13) == 13);
  BOOST_TEST(with("last_requested_week", "2026-07-06", 13) == 2);
  BOOST_TEST(with("last_requested_week", "2026-12-14", 13) == 12);
  BOOST_TEST(with("each_requested_week", "2026-12-14", 13) == 2);
}

BOOST_AUTO_TEST_CASE(a_request_without_weeks_or_before_the_law_is_not_counted) {
  BOOST_TEST(!count(registry({}), ask("2026-11-23", 0)).calcolati);
  BOOST_TEST(!count(registry({}), ask("2026-11-23", -3)).calcolati);
  BOOST_TEST(!count(registry({}), ask("2015-09-14", 1)).calcolati);
  BOOST_TEST(count(registry({}), ask("2015-09-28", 1)).calcolati);
  BOOST_TEST(!first_fit(registry({}), ask("2026-11-23", 0), Settore::industria, Norms::builtin(), day("2026-11-23")).has_value());
}

BOOST_AUTO_TEST_CASE(a_request_of_centuries_is_refused_at_once) {
  const auto c = count(registry({}), ask("2026-11-23", 9000)).biennio;
  BOOST_TEST(c.superato);
  BOOST_TEST(c.settimane_ammesse == 52);
}

BOOST_AUTO_TEST_CASE(weeks_are_written_without_useless_zeros_and_never_rounded_up) {
  BOOST_TEST(weeks_text(0) == "0");
  BOOST_TEST(weeks_text(41 * kUnitsPerWeek) == "41");
  BOOST_TEST(weeks_text(40 * kUnitsPerWeek) == "40");
  BOOST_TEST(weeks_text(41 * kUnitsPerWeek + 252) == "41,4");
  BOOST_TEST(weeks_text(105) == "0,16");
  BOOST_TEST(weeks_text(629) == "0,99");
}

BOOST_AUTO_TEST_CASE(weeks_that_one_reading_of_the_windows_would_admit_are_a_reading) {
  // The window of the first week has room for all thirteen, that of the last for two.
  const auto c = count(fifty_weeks(), ask("2026-07-06", 13)).biennio;
  BOOST_TEST((c.superato && c.lettura));
  // With 52 weeks used no window admits the next one: nothing depends on the reading.
  const auto full = count(registry({cigo("A1", weeks_from("2017-02-06", 52))}), ask("2019-01-28", 1)).biennio;
  BOOST_TEST((full.superato && !full.lettura));
  BOOST_TEST(!count(fifty_weeks(), ask("2026-07-06", 2)).biennio.lettura);
}

BOOST_AUTO_TEST_CASE(a_part_of_a_week_in_the_sum_is_a_reading) {
  auto a = cigo("A1", weeks_from("2026-01-05", 9));
  a = declared(a, first_days(a.periodo, 32, 5));
  BOOST_TEST(count(registry({a}), ask("2026-06-01", 1)).biennio.lettura);
  a.giorni_fruiti.resize(30);
  BOOST_TEST(!count(registry({a}), ask("2026-06-01", 1)).biennio.lettura);
}

BOOST_AUTO_TEST_CASE(a_request_pending_for_the_same_weeks_is_only_in_the_prudent_figure) {
  auto pending = cigo("P1", weeks_from("2026-06-01", 2));
  pending.stato = omnia::domain::StatoAutorizzazione::in_istruttoria;
  const auto c = count(registry({pending}), ask("2026-06-01", 2)).biennio;
  BOOST_TEST(c.usato == 0);
  BOOST_TEST(c.richiesto == 2 * kUnitsPerWeek);
  BOOST_TEST(c.usato_prudente == 2 * kUnitsPerWeek);
  BOOST_TEST(c.righe.at(0).motivo == "In istruttoria: si conta solo nella stima prudente.");
}

BOOST_AUTO_TEST_CASE(a_declared_public_holiday_counts_and_it_is_a_switch) {
  // The week of Immacolata, declared on all five days: 8 December 2025 is a Monday.
  auto a = cigo("A1", weeks_from("2025-12-08", 1));
  a = declared(a, first_days(a.periodo, 5, 5));
  BOOST_TEST(count(registry({a}), ask("2026-06-01", 1)).biennio.usato == kUnitsPerWeek);
  const auto norms = with_parameter("fruito.holidays", "never");
  BOOST_TEST(omnia::rules::counters::count(registry({a}), ask("2026-06-01", 1), Settore::industria, norms).biennio.usato ==
             4 * 126);
}

BOOST_AUTO_TEST_CASE(twelve_weeks_from_monday_4_january_2021_end_on_sunday_28_march) {
  const auto twelve = count(registry({}), ask("2021-01-04", 12)).biennio;
  BOOST_TEST(twelve.finestra.al.iso() == "2021-03-28");
  // A scheme of Thursday 1 April opens on its Monday.
  BOOST_TEST(day("2021-04-01").lunedi().iso() == "2021-03-29");
  BOOST_TEST(count(registry({}), ask("2021-04-01", 1)).biennio.finestra.al.iso() == "2021-04-04");
}

BOOST_AUTO_TEST_SUITE_END()
