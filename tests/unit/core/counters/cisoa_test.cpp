// T8: CISOA. Case E38 of the dossier, half days and climate windows.
#include "shared/rules/counters/cisoa.hpp"

#include <boost/test/unit_test.hpp>

#include "history.hpp"

using namespace omnia::tests;
using omnia::norms::Norms;
using omnia::rules::counters::cisoa_days;
using omnia::rules::counters::GiornataCisoa;
using omnia::rules::counters::LavoratoreCisoa;

namespace {

LavoratoreCisoa with_used(int days, const char* from) {
  LavoratoreCisoa w;
  w.giornate_lavorate = 200;
  for (int i = 0; i < days; ++i) w.autorizzate.push_back({day(from) + i, false, false});
  return w;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(counters_cisoa)

BOOST_AUTO_TEST_CASE(after_ninety_days_the_climate_is_still_payable_and_the_ninety_first_is_not) {
  auto w = with_used(90, "2025-02-01");  // until 1 May
  for (int i = 0; i < 5; ++i) w.richieste.push_back({day("2025-08-04") + i, i % 2 == 0, true});
  w.richieste.push_back({day("2025-06-10"), false, false});
  const auto e = cisoa_days(w, Norms::builtin());
  BOOST_REQUIRE(e.giornate.size() == 6U);
  BOOST_TEST(!e.giornate[0].pagabile);
  BOOST_TEST(e.giornate[0].motivo == "Oltre le 90 giornate dell’anno.");
  for (std::size_t i = 1; i < 6; ++i) BOOST_TEST((e.giornate[i].pagabile && !e.giornate[i].conta));
  BOOST_TEST(e.giornate[1].motivo ==
             "Evento climatico eccezionale: pagabile e fuori dalle 90 giornate. (Art. 10-bis D.L. 92/2025; circ. INPS 121/2025)");
  BOOST_REQUIRE(e.anni.size() == 1U);
  BOOST_TEST(e.anni[0].usati == 90);
  BOOST_TEST(e.anni[0].residui == 0);
  BOOST_TEST(e.anni[0].superato);
  BOOST_TEST(e.anni[0].testo == "Nel 2025 il lavoratore ha usato 90 giornate su 90: giornate richieste 1, ammesse 0.");
  BOOST_TEST(e.anni[0].citazione == "Art. 8 L. 457/1972");
}

BOOST_AUTO_TEST_CASE(every_day_given_is_in_a_row_that_says_whether_it_counts_and_a_pending_one_only_prudently) {
  auto w = with_used(3, "2026-03-02");
  w.autorizzate.push_back({day("2026-03-09"), true, false});
  w.autorizzate.push_back({day("2026-07-06"), true, true});
  w.autorizzate.push_back({day("2025-12-30"), false, false});  // another year
  w.in_istruttoria = {{day("2026-03-04"), false, false}, {day("2026-04-07"), false, false}, {day("2026-04-08"), true, false}};
  w.richieste = {{day("2026-09-01"), false, false}};
  const auto e = cisoa_days(w, Norms::builtin());
  BOOST_REQUIRE(e.anni.size() == 1U);
  const auto& c = e.anni[0];
  BOOST_TEST((c.usati == 3 && c.usati_prudenti == 4 && c.residui == 87));
  using Riga = omnia::rules::counters::RigaContatore;
  const std::vector<Riga> expected{
      {"", {day("2026-03-02"), day("2026-03-04")}, 3, true, "Giornate intere già autorizzate."},
      {"", {day("2026-03-09"), day("2026-03-09")}, 0, false, "Mezze giornate: non si contano."},
      {"", {day("2026-07-06"), day("2026-07-06")}, 0, false, "Giornate per eventi climatici eccezionali: fuori dalle 90."},
      {"", {day("2026-04-07"), day("2026-04-07")}, 0, false, "In istruttoria: si conta solo nella stima prudente."}};
  BOOST_TEST((c.righe == expected));
}

BOOST_AUTO_TEST_CASE(the_year_starts_again_on_the_first_of_january) {
  auto w = with_used(89, "2026-02-01");
  w.richieste = {{day("2026-12-30"), false, false}, {day("2026-12-31"), false, false}, {day("2027-01-04"), false, false}};
  const auto e = cisoa_days(w, Norms::builtin());
  BOOST_TEST(e.giornate[0].motivo == "Giornata 90 di 90 dell’anno.");
  BOOST_TEST(!e.giornate[1].pagabile);
  BOOST_TEST(e.giornate[2].motivo == "Giornata 1 di 90 dell’anno.");
  BOOST_REQUIRE(e.anni.size() == 2U);
  BOOST_TEST(e.anni[1].testo == "Nel 2027 il lavoratore ha usato 0 giornate su 90: ne restano 90 prima della richiesta.");
}

BOOST_AUTO_TEST_CASE(a_half_day_outside_the_windows_is_refused_and_not_counted) {
  auto w = with_used(0, "2026-01-01");
  w.richieste = {{day("2026-06-30"), true, true}, {day("2026-07-01"), true, true}, {day("2026-07-02"), true, false}};
  const auto e = cisoa_days(w, Norms::builtin());
  BOOST_TEST(e.giornate[0].motivo == "Mezza giornata fuori dai periodi di deroga climatica: non è pagabile e non si conta.");
  BOOST_TEST((e.giornate[1].pagabile && !e.giornate[1].conta && !e.giornate[2].pagabile));
  BOOST_TEST(e.anni[0].richiesti == 0);
  BOOST_TEST(e.anni[0].lettura);  // the act of 2026 is not confirmed
}

BOOST_AUTO_TEST_CASE(whole_days_of_2023_and_2024_are_ordinary_days) {
  auto w = with_used(0, "2024-01-01");
  w.richieste = {{day("2024-08-05"), false, true}, {day("2024-08-06"), true, true}};
  const auto e = cisoa_days(w, Norms::builtin());
  BOOST_TEST(e.giornate[0].conta);
  BOOST_TEST(!e.giornate[1].conta);
  BOOST_TEST(e.giornate[1].pagabile);
}

BOOST_AUTO_TEST_CASE(the_requirements_hold_but_for_the_climate_of_2025) {
  LavoratoreCisoa w;
  w.giornate_lavorate = 180;
  w.richieste = {{day("2025-03-03"), false, false}, {day("2025-08-04"), false, true}, {day("2025-08-05"), false, false}};
  auto e = cisoa_days(w, Norms::builtin());
  BOOST_TEST(!e.requisito);
  BOOST_TEST(e.testo_requisito == "180 giornate presso l’azienda, comprese quelle per eventi climatici: ne servono 181.");
  BOOST_TEST(e.giornate[0].motivo == "Manca il requisito delle 181 giornate annue presso l’azienda.");
  BOOST_TEST(e.giornate[1].pagabile);
  // A climate day already authorised counts as work.
  w.autorizzate = {{day("2025-07-07"), true, true}};
  e = cisoa_days(w, Norms::builtin());
  BOOST_TEST(e.requisito);
  BOOST_TEST(e.giornate[0].pagabile);
  BOOST_TEST(e.giornate[2].motivo == "Nel periodo di deroga climatica la causale 01 non è ammessa: usa le causali 17 o 18.");
  w.tempo_indeterminato = false;
  e = cisoa_days(w, Norms::builtin());
  BOOST_TEST(e.giornate[0].motivo == "La CISOA spetta ai lavoratori a tempo indeterminato.");
  BOOST_TEST(e.giornate[1].pagabile);
  w.richieste = {{day("2024-08-05"), true, true}};
  BOOST_TEST(!cisoa_days(w, Norms::builtin()).giornate[0].pagabile);
}

BOOST_AUTO_TEST_CASE(a_day_asked_twice_or_already_authorised_counts_once) {
  auto w = with_used(1, "2026-03-02");
  w.richieste = {{day("2026-03-02"), false, false}, {day("2026-03-03"), false, false}, {day("2026-03-03"), true, false}};
  const auto e = cisoa_days(w, Norms::builtin());
  BOOST_REQUIRE(e.giornate.size() == 2U);
  BOOST_TEST(e.giornate[0].motivo == "Giornata già autorizzata al lavoratore.");
  BOOST_TEST(e.giornate[1].motivo == "Giornata 2 di 90 dell’anno.");
}

BOOST_AUTO_TEST_SUITE_END()
