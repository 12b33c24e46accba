// T6 and T7: FIS, Fondi and FSBA. Cases E31, E32, E39 to E41 of the dossier.
#include "shared/rules/counters/funds.hpp"

#include <boost/test/unit_test.hpp>

#include "../norm_variant.hpp"
#include "history.hpp"

using namespace omnia::tests;
using omnia::norms::Norms;
using omnia::rules::counters::fsba_days;
using omnia::rules::counters::fund_weeks;
using omnia::rules::headcount::Media;

namespace {

omnia::domain::Autorizzazione of(const char* prestazione, const char* numero, omnia::domain::Period periodo) {
  auto a = of_kind(prestazione, periodo);
  a.numero = numero;
  return a;
}
auto fis(const omnia::domain::Registry& r, int weeks, Media media) {
  return fund_weeks(r, ask("2026-11-23", weeks), "FIS", media, Norms::builtin());
}
const Media kFive{3000, 6};      // exactly 5
const Media kOverFive{3005, 6};  // 5,0083

}  // namespace

BOOST_AUTO_TEST_SUITE(counters_funds)

BOOST_AUTO_TEST_CASE(an_average_of_five_has_thirteen_weeks_and_the_least_more_has_twenty_six) {
  const auto small = fis(registry({}), 13, kFive);
  BOOST_TEST(small.settimane_limite == 13);
  BOOST_TEST(!small.contatore.superato);
  BOOST_TEST(small.dimensione == "Somma di 6 mesi: 30,00, non oltre 30,00. La media è fino a 5 dipendenti.");
  BOOST_TEST(small.contatore.testo ==
             "Restano 13 settimane su 13 nel biennio mobile che finisce il 21/02/2027: la richiesta ne usa 13.");
  BOOST_TEST(small.contatore.citazione == "Art. 29, comma 3-bis, D.Lgs. 148/2015");
  BOOST_TEST(!small.contatore.lettura);
  const auto large = fis(registry({}), 13, kOverFive);
  BOOST_TEST(large.settimane_limite == 26);
  BOOST_TEST(large.dimensione == "Somma di 6 mesi: 30,05, oltre 30,00. La media è oltre 5 dipendenti.");
  const auto unknown = fis(registry({}), 1, Media{});
  BOOST_TEST(unknown.settimane_limite == 13);
  BOOST_TEST(unknown.contatore.lettura);
  BOOST_TEST(unknown.dimensione == "Organico del semestre non noto: vale il limite più basso.");
}

BOOST_AUTO_TEST_CASE(one_third_of_the_hours_does_not_bind_the_fis_and_it_is_a_switch) {
  auto used = of("FIS", "F1", weeks_from("2026-03-02", 2));
  used.ore_centesimi = 1380000;
  auto cigo_hours = cigo("A1", weeks_from("2026-04-06", 2));  // hours of the CIGO are not hours of the FIS
  cigo_hours.ore_centesimi = 900000;
  auto r = registry({used, cigo_hours});
  for (int month = 5; month <= 10; ++month) r.unita_produttive[0].organico.push_back({{2026, month}, 4000, 10});
  auto richiesta = ask("2026-11-23", 1);
  richiesta.ore_centesimi = 10000;
  BOOST_TEST(!fund_weeks(r, richiesta, "FIS", kOverFive, Norms::builtin()).terzo.has_value());
  const auto norms = with_parameter("fis.third", "apply");
  const auto third = fund_weeks(r, richiesta, "FIS", kOverFive, norms).terzo;
  BOOST_TEST_REQUIRE(third.has_value());
  BOOST_TEST(third->autorizzate == 1380000);
  BOOST_TEST(third->limite == 104 * 40000 * 100 / 300);  // a third of 104 weeks of 400 hours
  BOOST_TEST(third->superato);
  BOOST_TEST(!fund_weeks(r, richiesta, "F_PROF", kOverFive, norms).terzo.has_value());
}

BOOST_AUTO_TEST_CASE(who_shrinks_has_nothing_left_and_never_less) {
  const auto r = registry({of("FIS", "F1", weeks_from("2026-01-05", 20))});
  const auto now = fis(r, 1, kFive);
  BOOST_TEST(now.contatore.usato == 20 * 630);
  BOOST_TEST(now.contatore.residuo == 0);
  BOOST_TEST(now.contatore.superato);
  const auto before = fis(r, 7, kOverFive);
  BOOST_TEST(before.contatore.residuo == 6 * 630);
  BOOST_TEST(before.contatore.settimane_ammesse == 6);
  BOOST_TEST(before.contatore.testo ==
             "Delle 7 settimane richieste ne entrano 6 nel limite di 26 settimane nel biennio mobile. C’è spazio per tutte dal "
             "22/11/2027.");
}

BOOST_AUTO_TEST_CASE(covid_refused_and_other_benefits_stay_out_and_say_why) {
  auto refused = of("FIS", "F3", weeks_from("2026-02-02", 4));
  refused.stato = omnia::domain::StatoAutorizzazione::respinta;
  auto pending = of("FIS", "F4", weeks_from("2026-03-02", 4));
  pending.stato = omnia::domain::StatoAutorizzazione::in_istruttoria;
  const auto r = registry({of("FIS_COVID", "F1", weeks_from("2026-01-05", 2)), of("CIGO", "F2", weeks_from("2026-01-19", 2)),
                           refused, pending, of("FIS", "F5", weeks_from("2026-04-06", 3))});
  const auto c = fis(r, 1, kFive).contatore;
  BOOST_TEST(c.usato == 3 * 630);
  BOOST_TEST(c.usato_prudente == 7 * 630);
  BOOST_REQUIRE(c.righe.size() == 5U);
  BOOST_TEST(c.righe[0].motivo == "Assegno per COVID-19: non si conta (art. 19, comma 3, D.L. 18/2020).");
  BOOST_TEST(c.righe[1].motivo == "Prestazione diversa: non si conta in questo limite.");
  BOOST_TEST(c.righe[2].motivo == "Respinta: non si conta.");
  BOOST_TEST(c.righe[3].motivo == "In istruttoria: si conta solo nella stima prudente.");
  BOOST_TEST((c.righe[4].conta && c.righe[4].unita == 3 * 630));
}

BOOST_AUTO_TEST_CASE(declared_days_count_instead_of_weeks) {
  const auto period = weeks_from("2026-01-05", 9);
  const auto r = registry({declared(of("FIS", "F1", period), first_days(period, 32, 5))});
  const auto c = fis(r, 1, kFive).contatore;
  BOOST_TEST(c.usato == 32 * 126);
  BOOST_TEST(c.righe[0].motivo == "Fruito dichiarato: 32 giorni su 5 a settimana.");
}

BOOST_AUTO_TEST_CASE(eone_counts_in_the_fis_by_default_and_it_is_a_switch) {
  auto a = of("FIS", "F1", weeks_from("2026-01-05", 9));
  a.eone = true;
  const auto r = registry({a});
  BOOST_TEST(fis(r, 1, kFive).contatore.usato == 9 * 630);
  BOOST_TEST(fis(r, 1, kFive).contatore.lettura);
  const auto norms = with_parameter("fis.eone", "exempt");
  const auto c = fund_weeks(r, ask("2026-11-23", 30, true), "FIS", kFive, norms).contatore;
  BOOST_TEST((c.usato == 0 && c.esente && !c.superato && c.richiesto == 0));
}

BOOST_AUTO_TEST_CASE(a_fund_has_its_own_row_or_the_common_one) {
  const auto at = [](const char* fund, Media media) {
    return fund_weeks(registry({}), ask("2026-11-23", 14), fund, media, Norms::builtin());
  };
  BOOST_TEST(at("F_POSTE", kFive).settimane_limite == 13);
  BOOST_TEST(at("F_POSTE", kFive).contatore.lettura);
  BOOST_TEST(at("F_POSTE", kOverFive).settimane_limite == 26);
  BOOST_TEST(at("F_PROF", kFive).settimane_limite == 26);
  BOOST_TEST(at("F_PROF", kFive).contatore.citazione == "D.I. 21/5/2024; circ. INPS 99/2025 (26 settimane fino a 15 dipendenti)");
  BOOST_TEST(!at("F_AMB", kFive).contatore.lettura);
  const auto trentino = at("F_TN", kFive);
  BOOST_TEST(trentino.settimane_limite == 52);
  BOOST_TEST(trentino.settimane_richiesta == 13);
  BOOST_TEST(trentino.contatore.settimane_ammesse == 13);
  BOOST_TEST(
      trentino.contatore.testo ==
      "Delle 14 settimane richieste ne entrano 13 nel limite di 52 settimane nel biennio mobile. Una sola domanda ne ammette "
      "13.");
  BOOST_TEST(at("F_TN", kOverFive).settimane_richiesta == 26);
  BOOST_TEST(at("F_TN", Media{9001, 6}).settimane_richiesta == 52);
}

BOOST_AUTO_TEST_CASE(a_declared_day_of_fsba_outside_its_own_authorisation_is_not_a_day_used) {
  auto a = declared(of("FSBA", "A1", weeks_from("2026-03-02", 1)), first_days(weeks_from("2026-03-02", 1), 3, 5));
  a.giorni_fruiti.push_back(day("2026-03-09"));
  BOOST_TEST(fsba_days(registry({a}), ask("2026-11-23", 1), Norms::builtin()).usati == 3);
}

BOOST_AUTO_TEST_CASE(fsba_counts_days_for_the_whole_company) {
  const auto first = weeks_from("2026-01-05", 10);
  auto other = declared(of("FSBA", "A2", first), first_days(first, 20, 5));  // the same days in another UP
  other.unita_produttiva = 1;
  auto far = declared(of("FSBA", "A3", weeks_from("2026-05-04", 8)), first_days(weeks_from("2026-05-04", 8), 40, 5));
  far.unita_produttiva = 1;
  const auto r = registry({declared(of("FSBA", "A1", first), first_days(first, 50, 5)), other, far});
  const auto c = fsba_days(r, ask("2026-11-23", 9), Norms::builtin());
  BOOST_TEST(c.limite == 130);
  BOOST_TEST(c.usati == 90);
  BOOST_TEST(c.residui == 40);
  BOOST_TEST(c.richiesti == 45);
  BOOST_TEST(c.ammessi == 40);
  BOOST_TEST(c.superato);
  BOOST_TEST(
      c.testo ==
      "Restano 40 giornate su 130 nel biennio che finisce il 22/01/2027 per tutta l’azienda: delle 45 giornate richieste ne "
      "entrano 40.");
  BOOST_REQUIRE(c.righe.size() == 3U);
  BOOST_TEST(c.righe[0].motivo == "Giornate dichiarate, UP 0.");
  BOOST_TEST(c.righe[1].motivo == "Giornate già contate con un’altra autorizzazione, o fuori dal biennio.");
  BOOST_TEST(c.righe[2].unita == 40);
  BOOST_TEST(c.citazione == "Regolamento FSBA 14/12/2022");
  BOOST_TEST(fsba_days(registry({}, 6), ask("2026-11-23", 26), Norms::builtin()).limite == 156);
  const auto seven = fsba_days(registry({}, 7), ask("2026-11-23", 26), Norms::builtin());
  BOOST_TEST((seven.limite == 182 && seven.richiesti == 182 && !seven.superato));
}

BOOST_AUTO_TEST_CASE(pending_days_of_fsba_are_only_in_the_prudent_figure) {
  auto pending = of("FSBA", "A2", weeks_from("2026-03-02", 2));
  pending.stato = omnia::domain::StatoAutorizzazione::in_istruttoria;
  const auto c =
      fsba_days(registry({of("FSBA", "A1", weeks_from("2026-02-02", 2)), pending}), ask("2026-11-23", 1), Norms::builtin());
  BOOST_TEST(c.usati == 10);
  BOOST_TEST(c.usati_prudenti == 20);
  BOOST_TEST(c.residui == 120);
  BOOST_TEST(c.righe.at(1).motivo == "In istruttoria: si conta solo nella stima prudente.");
}

BOOST_AUTO_TEST_CASE(days_of_fsba_are_converted_when_the_week_of_the_unit_changes) {
  // 78 days of six-day weeks are 13 weeks: 65 days of the five-day weeks of today.
  auto six = of("FSBA", "A1", weeks_from("2026-01-05", 13));
  six.giorni_settimana = 6;
  const auto asked = ask("2026-11-23", 14);
  const auto c = fsba_days(registry({six}), asked, Norms::builtin());
  BOOST_TEST((c.limite == 130 && c.usati == 65 && c.usati_prudenti == 65 && c.residui == 65));
  BOOST_TEST((c.richiesti == 70 && c.ammessi == 65 && c.superato));
  BOOST_REQUIRE(c.righe.size() == 2U);
  BOOST_TEST((c.righe[0].unita == 78 && c.righe[1].unita == -13 && c.righe[1].conta && c.righe[1].numero.empty()));
  BOOST_TEST(c.righe[1].motivo == "Settimane di un altro numero di giorni: riportate a quella di 5.");
  BOOST_TEST(c.lettura);
  // The other way: five days of five are six of six. A part of a day is a day: 7 of 5 are 8,4 of 6.
  auto five = declared(of("FSBA", "A1", weeks_from("2026-01-05", 2)), first_days(weeks_from("2026-01-05", 2), 7, 5));
  five.giorni_settimana = 5;
  BOOST_TEST(fsba_days(registry({five}, 6), asked, Norms::builtin()).usati == 9);
  // A day that two weeks hold counts once, for the most that one of them makes it worth.
  auto same = six;
  same.numero = "A2";
  same.giorni_settimana = 5;
  BOOST_TEST(fsba_days(registry({six, same}), asked, Norms::builtin()).usati == 65 + 11);  // 13 Saturdays of 5/6
  const auto by_days = fsba_days(registry({six}), asked, with_parameter("fsba.day_worth", "day"));
  BOOST_TEST((by_days.usati == 78 && by_days.residui == 52 && by_days.righe.size() == 1U));
}

BOOST_AUTO_TEST_CASE(two_matricole_of_the_cigo_fis_area_are_one_headcount) {
  // Twelve heads in industry and six in a shop: eighteen for both.
  BOOST_TEST(fis(registry({}), 26, Media{6 * 1800, 6}).settimane_limite == 26);
  BOOST_TEST(Media({6 * 1800, 6}).compare(15) == 1);
  BOOST_TEST(Media({6 * 1200, 6}).compare(15) == -1);
}

BOOST_AUTO_TEST_SUITE_END()
