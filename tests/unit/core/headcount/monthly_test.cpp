#include "shared/rules/headcount/monthly.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/core/norm_variant.hpp"

namespace {

using omnia::domain::Date;
using omnia::norms::Norms;
using namespace omnia::rules::headcount;

Date day(std::string_view iso) { return Date::parse(iso).value(); }
RigaForza heads(std::int64_t n, Rapporto kind = Rapporto::ordinario, std::int64_t hours = 4000) {
  return {kind, n, hours, 4000, false, false};
}
// The same rows from May to October 2026: the half-year before November.
Quesito six_months(const std::vector<RigaForza>& righe) {
  Quesito q;
  for (int m = 5; m <= 10; ++m) q.mesi.push_back({{2026, m}, righe});
  q.giorno = day("2026-11-24");
  return q;
}
Forza count(const Quesito& q) { return half_year(q, Norms::builtin()); }

}  // namespace

BOOST_AUTO_TEST_SUITE(headcount_monthly)

BOOST_AUTO_TEST_CASE(every_qualification_counts_and_agency_workers_do_not) {
  const auto f = count(
      six_months({heads(3), heads(1, Rapporto::dirigente), heads(2, Rapporto::apprendista), heads(9, Rapporto::somministrato)}));
  BOOST_TEST(f.calcolabile);
  BOOST_TEST((f.somma == Frazione{36, 1}));
  BOOST_TEST(f.mesi == 6);
  BOOST_TEST(!f.lettura);
  BOOST_TEST(f.testo == "Somma dei mesi 36 su 6 mesi: la media non si arrotonda.");
  BOOST_TEST(f.citazione == "Art. 2-bis D.Lgs. 148/2015; circ. INPS 18/2022 e 176/2016");
  BOOST_REQUIRE(f.righe.size() == 24U);
  BOOST_TEST(f.righe[0].motivo == "A tempo pieno.");
  BOOST_TEST(f.righe[1].motivo == "Dirigenti: si contano.");
  BOOST_TEST(f.righe[2].motivo == "Apprendisti: si contano.");
  BOOST_TEST(f.righe[3].motivo == "Somministrati: si contano presso l’agenzia.");
  BOOST_TEST(!f.righe[3].conta);
}

BOOST_AUTO_TEST_CASE(part_time_is_pro_quota_and_the_fraction_is_exact) {
  // A third of the time for three people is one; 15 hours of 40 are 3/8.
  auto third = heads(3, Rapporto::ordinario, 1300);
  third.ore_pieno_centesimi = 3900;
  const auto f = count(six_months({third, heads(1, Rapporto::ordinario, 1500)}));
  BOOST_TEST((f.somma == Frazione{33, 4}));  // 6 x (1 + 3/8)
  BOOST_TEST(f.lettura);
  BOOST_TEST(f.righe[1].motivo == "Tempo parziale: 15,00 ore su 40,00.");
  BOOST_TEST((f.righe[1].valore == Frazione{3, 8}));
  BOOST_TEST(f.testo == "Somma dei mesi 33/4 su 6 mesi: la media non si arrotonda.");
}

BOOST_AUTO_TEST_CASE(intermittents_count_for_the_hours_worked_in_the_half_year) {
  // 130 hours in six months of 173: 780 / 1038 of a head on average, six times that in the sum of the months.
  RigaForza job{Rapporto::intermittente, 1, 13000, 17300, false, false};
  const auto f = count(six_months({heads(4), job}));
  BOOST_TEST((f.somma == Frazione{24 * 173 + 780, 173}));
  // Two months of six: the hours of those months over the hours of the whole half-year.
  Quesito two = six_months({heads(4)});
  two.mesi[0].righe.push_back(job);
  two.mesi[1].righe.push_back(job);
  BOOST_TEST((count(two).somma == Frazione{24 * 173 + 260, 173}));
}

BOOST_AUTO_TEST_CASE(of_an_absent_worker_and_the_substitute_one_counts) {
  auto replaced = heads(1, Rapporto::assente);
  replaced.sostituito = true;
  const auto f = count(six_months({heads(4), replaced, heads(1, Rapporto::sostituto), heads(1, Rapporto::assente)}));
  BOOST_TEST((f.somma == Frazione{36, 1}));
  BOOST_TEST(f.righe[1].motivo == "Assente sostituito: si conta il sostituto.");
  BOOST_TEST(f.righe[2].motivo == "Sostituti: si contano al posto degli assenti.");
  BOOST_TEST(f.righe[3].motivo == "Assenti non sostituiti: si contano.");
}

BOOST_AUTO_TEST_CASE(matricole_of_a_fund_are_summed_apart) {
  auto fund = heads(10);
  fund.area_fondo = true;
  auto q = six_months({heads(5), fund});
  BOOST_TEST((count(q).somma == Frazione{30, 1}));
  BOOST_TEST(count(q).righe[1].motivo == "Matricola con un Fondo proprio: non si somma all’area CIGO-FIS.");
  q.per_fondo = true;
  BOOST_TEST((count(q).somma == Frazione{60, 1}));
  BOOST_TEST(count(q).righe[0].motivo == "Matricola fuori dal Fondo: non si somma.");
}

BOOST_AUTO_TEST_CASE(a_new_firm_has_the_months_of_its_activity_and_idle_months_stay) {
  auto q = six_months({heads(6)});
  q.mesi.erase(q.mesi.begin() + 2, q.mesi.end());  // only May and June
  BOOST_TEST(count(q).mesi == 6);
  BOOST_TEST((count(q).somma == Frazione{12, 1}));
  q.inizio_attivita = day("2026-06-10");
  BOOST_TEST(count(q).mesi == 5);
  BOOST_TEST((count(q).somma == Frazione{6, 1}));
  q.mesi.push_back({{2026, 11}, {heads(7)}});
  q.inizio_attivita = day("2026-11-02");
  BOOST_TEST(count(q).mesi == 1);  // the first month: its own number
  BOOST_TEST((count(q).somma == Frazione{7, 1}));
  BOOST_TEST(count(q).testo == "Somma dei mesi 7 su 1 mese: la media non si arrotonda.");
}

BOOST_AUTO_TEST_CASE(the_thresholds_are_compared_without_rounding) {
  auto q = six_months({heads(5)});
  const auto at_five = thresholds(count(q), q.giorno, Norms::builtin());
  BOOST_REQUIRE(at_five.size() == 3U);  // 5, 15, 50: that of 3 ended in 2024
  BOOST_TEST(!at_five[0].superata);
  BOOST_TEST(at_five[0].testo == "La media non supera 5 dipendenti.");
  BOOST_TEST(at_five[0].citazione == "Art. 29, comma 3-bis, D.Lgs. 148/2015");
  q.mesi[0].righe.push_back(heads(1, Rapporto::ordinario, 200));  // 2 hours of 40 in one month of six
  const auto over = thresholds(count(q), q.giorno, Norms::builtin());
  BOOST_TEST(over[0].superata);
  BOOST_TEST(!over[1].superata);
  BOOST_TEST(count(q).compare(5) == 1);
  q.giorno = day("2024-05-02");
  BOOST_REQUIRE(thresholds(count(six_months({heads(4)})), q.giorno, Norms::builtin()).size() == 4U);
  BOOST_TEST(thresholds(count(six_months({heads(4)})), q.giorno, Norms::builtin())[0].valore == 3);
}

BOOST_AUTO_TEST_CASE(hours_that_make_no_fraction_are_told) {
  auto bad = heads(1);
  bad.ore_pieno_centesimi = 0;
  const auto f = count(six_months({bad}));
  BOOST_TEST(!f.calcolabile);
  BOOST_TEST(f.testo == "L’organico del semestre non si calcola: controlla mesi e orari indicati.");
  BOOST_TEST(thresholds(f, day("2026-11-24"), Norms::builtin()).empty());
}

BOOST_AUTO_TEST_CASE(home_workers_and_fixed_terms_are_heads_like_the_others) {
  // They have no kind of their own: each is a head of the month in which he is there.
  auto q = six_months({heads(4)});
  q.mesi[5].righe.push_back(heads(1));  // a fixed term of one month, or a home worker hired in October
  BOOST_TEST((count(q).somma == Frazione{25, 1}));
  BOOST_TEST(count(q).mesi == 6);
}

BOOST_AUTO_TEST_CASE(a_fund_s_matricola_is_left_out_of_the_eighteen_heads) {
  auto shop = heads(6);
  BOOST_TEST((count(six_months({heads(12), shop})).somma == Frazione{108, 1}));
  BOOST_TEST(count(six_months({heads(12), shop})).compare(15) == 1);
  shop.area_fondo = true;
  BOOST_TEST(count(six_months({heads(12), shop})).compare(15) == -1);
}

BOOST_AUTO_TEST_CASE(rounding_the_part_timers_of_a_month_is_a_switch) {
  const auto norms = omnia::tests::with_parameter("headcount.part_time", "rounded");
  // Three of 20 hours of 40 are one head and a half: exactly a half is nothing, a little more is a head.
  const auto half = six_months({heads(5), heads(3, Rapporto::ordinario, 2000)});
  BOOST_TEST((half_year(half, norms).somma == Frazione{36, 1}));
  BOOST_TEST((count(half).somma == Frazione{39, 1}));
  const auto more = six_months({heads(5), heads(3, Rapporto::ordinario, 2100)});
  BOOST_TEST((half_year(more, norms).somma == Frazione{42, 1}));
  BOOST_TEST(half_year(more, norms).lettura);
}

BOOST_AUTO_TEST_SUITE_END()
