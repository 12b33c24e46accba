// T4: one third of the workable hours of the biennium.
#include <boost/test/unit_test.hpp>

#include "../norm_variant.hpp"
#include "history.hpp"

using namespace omnia::tests;
using omnia::domain::OrganicoMese;
using omnia::domain::YearMonth;
using omnia::rules::routing::Settore;

namespace {

// 20 full-time workers of 40 hours and 5 part-time of 20, from May to October 2026.
omnia::domain::Registry twenty_and_five(std::int64_t authorised_hours) {
  auto a = cigo("A1", weeks_from("2026-01-05", 10));
  a.ore_centesimi = authorised_hours * 100;
  auto r = registry({a});
  for (int month = 5; month <= 10; ++month) {
    r.unita_produttive[0].organico.push_back({{2026, month}, 2000, 5});
    r.unita_produttive[0].organico.push_back({{2026, month}, 4000, 20});
  }
  return r;
}

omnia::rules::counters::TerzoOre third(const omnia::domain::Registry& r, std::int64_t hundredths, bool is_eone = false) {
  auto richiesta = ask("2026-11-23", 2, is_eone);
  richiesta.ore_centesimi = hundredths;
  return count(r, richiesta).terzo;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(counters_terzo)

BOOST_AUTO_TEST_CASE(the_last_hour_of_the_third_fits_and_the_next_does_not) {
  const auto fits = third(twenty_and_five(30000), 120000);
  BOOST_TEST(fits.calcolabile);
  BOOST_TEST(fits.lavorabili == 9360000);
  BOOST_TEST(fits.limite == 3120000);
  BOOST_TEST(fits.autorizzate == 3000000);
  BOOST_TEST(fits.richieste == 120000);
  BOOST_TEST(!fits.superato);
  BOOST_TEST(fits.eccedenti == 0);
  BOOST_TEST(fits.lettura);
  BOOST_TEST(fits.citazione == "Art. 12, comma 5, D.Lgs. 148/2015");
  BOOST_TEST(
      fits.testo ==
      "Ore già autorizzate 30.000,00, richieste 1.200,00: il limite di un terzo delle ore lavorabili nel biennio è 31.200,00.");
  const auto over = third(twenty_and_five(30000), 120100);
  BOOST_TEST(over.superato);
  BOOST_TEST(over.eccedenti == 100);
  BOOST_TEST(over.testo ==
             "Ore già autorizzate 30.000,00, richieste 1.201,00: superano di 1,00 il limite di 31.200,00, un terzo delle ore "
             "lavorabili nel "
             "biennio.");
  BOOST_TEST(third(twenty_and_five(30000), 120001).superato);
}

BOOST_AUTO_TEST_CASE(the_limit_is_compared_without_dividing) {
  // One head of 25,01 hours in one month of six: H = 104 x 25,01 / 6, a third of it is 144,50222...
  auto r = registry({});
  r.unita_produttive[0].organico.push_back({{2026, 10}, 2501, 1});
  for (int month = 5; month <= 10; ++month) r.posizione.forza.push_back({{2026, month}, 100});
  BOOST_TEST(!third(r, 14450).superato);
  const auto over = third(r, 14451);
  BOOST_TEST(over.limite == 14450);
  BOOST_TEST(over.superato);
  BOOST_TEST(over.eccedenti == 1);
}

BOOST_AUTO_TEST_CASE(the_half_year_is_the_six_calendar_months_before_the_start) {
  auto r = twenty_and_five(0);
  r.unita_produttive[0].organico.push_back({{2026, 4}, 4000, 1000});
  r.unita_produttive[0].organico.push_back({{2026, 11}, 4000, 1000});
  BOOST_TEST(third(r, 0).lavorabili == 9360000);
}

BOOST_AUTO_TEST_CASE(a_month_without_workers_stays_in_the_average_if_the_position_was_alive) {
  auto r = registry({});
  r.unita_produttive[0].organico.push_back({{2026, 10}, 4000, 6});
  BOOST_TEST(third(r, 0).lavorabili == 104 * 6 * 4000);  // the only month known
  for (int month = 5; month <= 10; ++month) r.posizione.forza.push_back({{2026, month}, 600});
  BOOST_TEST(third(r, 0).lavorabili == 104 * 4000);
  r.unita_produttive[0].dal = day("2026-09-15");  // opened in the half-year: September and October
  BOOST_TEST(third(r, 0).lavorabili == 104 * 3 * 4000);
}

BOOST_AUTO_TEST_CASE(workers_seen_before_the_declared_opening_make_a_month_of_the_average) {
  // It once divided by zero: an opening in the month of the request, and workers in the months before.
  auto r = twenty_and_five(0);
  r.unita_produttive[0].dal = day("2026-11-02");
  BOOST_TEST(third(r, 0).lavorabili == 9360000);
}

BOOST_AUTO_TEST_CASE(without_headcount_there_is_no_limit_and_no_refusal) {
  auto r = registry({});
  const auto t = third(r, 500000);
  BOOST_TEST(!t.calcolabile);
  BOOST_TEST(!t.superato);
  BOOST_TEST(t.limite == 0);
  BOOST_TEST(t.testo ==
             "L’organico del semestre precedente non è disponibile: il limite di un terzo delle ore lavorabili non si calcola e "
             "lo verifica "
             "la Sede INPS.");
  r.unita_produttive.clear();
  BOOST_TEST(!third(r, 500000).calcolabile);
}

BOOST_AUTO_TEST_CASE(only_the_hours_of_the_weeks_in_the_window_are_authorised) {
  auto r = twenty_and_five(0);
  // The 104 weeks begin on 9 December 2024: two weeks of five are inside.
  auto old = cigo("A0", weeks_from("2024-11-18", 5));
  old.ore_centesimi = 100001;
  r.autorizzazioni.insert(r.autorizzazioni.begin(), old);
  BOOST_TEST(third(r, 0).autorizzate == 40001);
}

BOOST_AUTO_TEST_CASE(only_authorised_cigo_of_the_unit_is_added) {
  auto r = twenty_and_five(0);
  for (const char* kind : {"CIGO_COVID", "CIGS_CRISI", "FIS"})
    r.autorizzazioni.push_back(of_kind(kind, weeks_from("2026-03-16", 2)));
  auto pending = cigo("P1", weeks_from("2026-03-16", 2));
  pending.stato = omnia::domain::StatoAutorizzazione::in_istruttoria;
  auto other = cigo("B1", weeks_from("2026-03-16", 2));
  other.unita_produttiva = 7;
  r.autorizzazioni.push_back(pending);
  r.autorizzazioni.push_back(other);
  for (auto& a : r.autorizzazioni) a.ore_centesimi = 100;
  BOOST_TEST(third(r, 0).autorizzate == 100);
}

BOOST_AUTO_TEST_CASE(the_prudent_figure_adds_what_is_asked_and_not_decided_and_the_limit_does_not) {
  auto r = twenty_and_five(100);
  auto pending = cigo("P1", weeks_from("2026-03-16", 2));
  pending.stato = omnia::domain::StatoAutorizzazione::in_istruttoria;
  pending.ore_centesimi = 5000000;
  r.autorizzazioni.push_back(pending);
  omnia::domain::DomandaPresentata filed;
  filed.id = "d1";
  filed.protocollo = "INPS.7000.01/10/2026.0000001";
  filed.causale = "MANC_LAVORO";
  filed.periodo = weeks_from("2026-10-05", 2);
  filed.ore_centesimi = 300;
  r.domande = {filed};
  const auto t = third(r, 100);
  BOOST_TEST(t.autorizzate == 10000);
  BOOST_TEST(t.autorizzate_prudenti == 10000 + 5000000 + 300);
  BOOST_TEST(!t.superato);
  auto decided = cigo("A9", filed.periodo);  // the domanda has its answer: only the answer counts
  decided.ore_centesimi = 200;
  r.autorizzazioni = {decided};
  BOOST_TEST(third(r, 100).autorizzate == 200);
  BOOST_TEST(third(r, 100).autorizzate_prudenti == 200);
}

BOOST_AUTO_TEST_CASE(it_gives_what_every_counter_gives_window_residue_and_the_rows_with_their_reason) {
  auto r = twenty_and_five(30000);
  auto old = cigo("A0", weeks_from("2024-11-18", 5));  // two weeks of five in the window
  old.ore_centesimi = 100001;
  auto event = eone("E1", weeks_from("2026-03-16", 2));
  event.ore_centesimi = 500;
  auto refused = cigo("R1", weeks_from("2026-04-06", 1));
  refused.stato = omnia::domain::StatoAutorizzazione::respinta;
  auto annulled = refused;
  annulled.numero = "R2";
  annulled.stato = omnia::domain::StatoAutorizzazione::annullata;
  auto pending = cigo("P1", weeks_from("2026-05-04", 1));
  pending.stato = omnia::domain::StatoAutorizzazione::in_istruttoria;
  auto outside = cigo("X1", weeks_from("2024-01-01", 4));
  for (auto* one : {&refused, &annulled, &pending, &outside}) one->ore_centesimi = 700;
  auto crisis = of_kind("CIGS_CRISI", weeks_from("2026-06-01", 2));
  crisis.numero = "C1";
  r.autorizzazioni.insert(r.autorizzazioni.begin(), {outside, old});
  r.autorizzazioni.insert(r.autorizzazioni.end(), {event, refused, annulled, pending, crisis});
  const auto t = third(r, 100);
  BOOST_TEST((t.finestra.dal == day("2024-12-09") && t.finestra.al == day("2026-12-06")));
  BOOST_TEST(t.limite == 3120000);
  BOOST_TEST(t.residuo == 3120000 - 3000000 - 40001 - 500);
  BOOST_TEST(t.autorizzate_prudenti == t.autorizzate + 700);
  using Riga = omnia::rules::counters::RigaContatore;
  const std::string counted = "Ore delle settimane che cadono nel biennio.";
  const std::vector<Riga> expected{
      {"A0", {day("2024-12-09"), day("2024-12-22")}, 40001, true, counted},
      {"A1", weeks_from("2026-01-05", 10), 3000000, true, counted},
      {"E1", weeks_from("2026-03-16", 2), 500, true, counted},
      {"R1", weeks_from("2026-04-06", 1), 0, false, "Respinta: non si conta."},
      {"R2", weeks_from("2026-04-06", 1), 0, false, "Annullata: non si conta."},
      {"P1", weeks_from("2026-05-04", 1), 0, false, "In istruttoria: si conta solo nella stima prudente."},
      {"C1", weeks_from("2026-06-01", 2), 0, false, "CIGS: non si conta nei limiti della CIGO."}};
  BOOST_TEST((t.righe == expected));
  std::int64_t sum = 0;
  for (const auto& riga : t.righe) sum += riga.unita;
  BOOST_TEST(sum == t.autorizzate);
  auto richiesta = ask("2026-11-23", 2);
  const auto exempt =
      omnia::rules::counters::count(r, richiesta, Settore::industria, with_parameter("cigo.third.eone", "exempt")).terzo;
  BOOST_TEST(exempt.righe.at(2).motivo == "EONE: non si conta in questo limite.");
  BOOST_TEST(third(twenty_and_five(31201), 0).residuo == 0);
}

BOOST_AUTO_TEST_CASE(which_half_year_counts_is_a_switch_and_the_default_looks_at_the_start) {
  // Filed in November for a start in December: October and November differ.
  auto r = registry({});
  r.unita_produttive[0].organico = {{{2026, 5}, 4000, 12}, {{2026, 11}, 4000, 6}};
  for (int month = 5; month <= 11; ++month) r.posizione.forza.push_back({{2026, month}, 600});
  auto richiesta = ask("2026-12-07", 1);
  richiesta.presentata = day("2026-11-24");
  const auto hours = [&](const omnia::norms::Norms& norms) {
    return omnia::rules::counters::count(r, richiesta, Settore::industria, norms).terzo.lavorabili;
  };
  BOOST_TEST(hours(omnia::norms::Norms::builtin()) == 104 * 4000);  // June to November: 6 heads in one month of six
  const auto filing = with_parameter("headcount.half_year", "filing");
  BOOST_TEST(hours(filing) == 104 * 2 * 4000);  // May to October: 12 in one month of six
  richiesta.presentata.reset();                 // not known: the start
  BOOST_TEST(hours(filing) == 104 * 4000);
}

BOOST_AUTO_TEST_CASE(eone_hours_count_by_the_text_and_it_is_a_switch) {
  auto r = twenty_and_five(0);
  auto e = eone("E1", weeks_from("2026-03-16", 2));
  e.ore_centesimi = 5000;
  r.autorizzazioni.push_back(e);
  BOOST_TEST(third(r, 100, true).autorizzate == 5000);
  BOOST_TEST(third(r, 100, true).richieste == 100);
  const auto norms = with_parameter("cigo.third.eone", "exempt");
  auto richiesta = ask("2026-11-23", 2, true);
  richiesta.ore_centesimi = 100;
  const auto t = omnia::rules::counters::count(r, richiesta, Settore::industria, norms).terzo;
  BOOST_TEST(t.autorizzate == 0);
  BOOST_TEST(t.richieste == 0);
}

BOOST_AUTO_TEST_CASE(the_formula_of_the_workable_hours_is_a_switch) {
  // The 104 weeks from 9 December 2024 have 520 days from Monday to Friday, 17 of which are holidays.
  auto richiesta = ask("2026-11-23", 2);
  richiesta.ore_centesimi = 0;
  const auto norms = with_parameter("cigo.third.formula", "calendar");
  const auto t = omnia::rules::counters::count(twenty_and_five(0), richiesta, Settore::industria, norms).terzo;
  int holidays = 0;
  for (auto d = day("2024-12-09"); d <= day("2026-12-06"); d = d + 1) {
    holidays += static_cast<int>(d.weekday()) < 5 && omnia::domain::is_holiday(d) ? 1 : 0;
  }
  BOOST_TEST(holidays == 17);
  BOOST_TEST(t.lavorabili == 90000 * (520 - holidays) / 5);
  BOOST_TEST(t.lettura);
}

BOOST_AUTO_TEST_SUITE_END()
