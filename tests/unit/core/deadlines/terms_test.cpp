#include "shared/rules/deadlines/terms.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/core/norm_variant.hpp"

namespace {

using omnia::domain::Date;
using omnia::norms::Norms;
using omnia::tests::with_parameter;
namespace deadlines = omnia::rules::deadlines;
using deadlines::Procedura;
using deadlines::StatoProcedimento;

const Norms& kNorms() { return Norms::builtin(); }
Date day(std::string_view iso) { return Date::parse(iso).value(); }

}  // namespace

BOOST_AUTO_TEST_SUITE(other_terms)

BOOST_AUTO_TEST_CASE(fis_is_asked_from_thirty_days_before_to_fifteen_after) {
  const auto t = deadlines::ais(day("2026-03-02"), {}, false, day("2026-03-10"), kNorms());
  BOOST_TEST(t.primo_giorno.iso() == "2026-01-31");
  BOOST_TEST(t.termine.data.iso() == "2026-03-17");
  BOOST_TEST(t.termine.giorni_rimasti == 7);
  BOOST_TEST((!t.troppo_presto && !t.termine.scaduto && !t.termine.lettura));
  BOOST_TEST(t.termine.testo == "Domanda di assegno di integrazione salariale: entro il 17/03/2026.");
  BOOST_TEST(t.termine.citazione == "Art. 30, comma 2, D.Lgs. 148/2015; circ. INPS 22/2016");
}

BOOST_AUTO_TEST_CASE(a_fis_domanda_too_early_says_from_when) {
  const auto early = deadlines::ais(day("2026-03-02"), {}, false, day("2026-01-30"), kNorms());
  BOOST_TEST(early.troppo_presto);
  BOOST_TEST(early.termine.testo ==
             "Domanda di assegno di integrazione salariale: entro il 17/03/2026. Si può inviare dal 31/01/2026.");
  BOOST_TEST(!deadlines::ais(day("2026-03-02"), {}, false, day("2026-01-31"), kNorms()).troppo_presto);
}

BOOST_AUTO_TEST_CASE(a_fis_term_on_a_holiday_moves) {
  const auto t = deadlines::ais(day("2026-04-10"), {}, false, day("2026-04-10"), kNorms());
  BOOST_TEST(t.termine.data.iso() == "2026-04-27");
  BOOST_TEST(t.termine.testo == "Domanda di assegno di integrazione salariale: entro il 27/04/2026 (il 25/04/2026 è festivo).");
}

BOOST_AUTO_TEST_CASE(a_late_fis_domanda_pays_from_the_monday_of_the_week_before) {
  const auto t = deadlines::ais(day("2026-03-02"), {}, false, day("2026-03-26"), kNorms());
  BOOST_TEST(t.primo_giorno_autorizzabile.value().iso() == "2026-03-16");
  BOOST_TEST((t.termine.scaduto && t.termine.lettura));
  BOOST_TEST(t.termine.testo ==
             "Domanda di assegno di integrazione salariale: entro il 17/03/2026. Una domanda inviata il 26/03/2026 copre dal "
             "16/03/2026.");
}

BOOST_AUTO_TEST_CASE(fis_eone_goes_to_the_end_of_the_following_month) {
  const auto t = deadlines::ais(day("2026-07-20"), {day("2026-07-21"), day("2026-07-20")}, true, day("2026-08-01"), kNorms());
  BOOST_TEST(t.termine.data.iso() == "2026-08-31");
  BOOST_TEST(t.primo_giorno.iso() == "2026-07-20");
  BOOST_TEST(t.termine.citazione == "Art. 30, comma 2, D.Lgs. 148/2015; msg. INPS 4752/2016 e 2130/2025");
  const auto sunday = deadlines::ais(day("2026-04-01"), {}, true, day("2026-04-02"), kNorms());
  BOOST_TEST(sunday.termine.data.iso() == "2026-05-31");
  BOOST_TEST(sunday.termine.con_proroga.value().iso() == "2026-06-01");
  BOOST_TEST(sunday.termine.lettura);
  BOOST_TEST(
      sunday.termine.testo ==
      "Domanda di assegno per evento non evitabile: entro il 31/05/2026. È un giorno festivo: la proroga al 01/06/2026 è da "
      "confermare.");
}

BOOST_AUTO_TEST_CASE(cisoa_has_fifteen_days_by_practice) {
  const auto t = deadlines::cisoa(day("2026-03-02"), day("2026-03-18"), kNorms());
  BOOST_TEST(t.data.iso() == "2026-03-17");
  BOOST_TEST((t.scaduto && t.lettura));
  BOOST_TEST(t.testo == "Domanda di CISOA: entro il 17/03/2026.");
  BOOST_TEST(t.citazione == "L. 457/1972, prassi");
}

BOOST_AUTO_TEST_CASE(events_of_different_months_have_each_its_term) {
  const auto m = deadlines::events_by_month({day("2026-04-01"), day("2026-03-31"), day("2026-03-30"), day("2026-04-01")},
                                            day("2026-05-04"), kNorms());
  BOOST_REQUIRE(m.mesi.size() == 2U);
  BOOST_TEST(m.mesi[0].giorni.size() == 2U);
  BOOST_TEST(m.mesi[0].scadenza.iso() == "2026-04-30");
  BOOST_TEST(m.mesi[0].tardiva);
  BOOST_TEST(m.mesi[1].giorni.size() == 1U);
  BOOST_TEST(m.mesi[1].scadenza.iso() == "2026-05-31");
  BOOST_TEST(!m.mesi[1].tardiva);
  BOOST_TEST(m.testo ==
             "Gli eventi cadono in 2 mesi: invia una domanda per ogni mese, oppure una sola entro il 30/04/2026. Per 03/2026 il "
             "termine è scaduto il 30/04/2026.");
  const auto one = deadlines::events_by_month({day("2026-03-31")}, day("2026-04-01"), kNorms());
  BOOST_TEST(one.testo == "Tutti gli eventi sono di 03/2026: una sola domanda entro il 30/04/2026.");
  BOOST_TEST(deadlines::events_by_month({}, day("2026-04-01"), kNorms()).testo == "Nessun giorno di evento indicato.");
}

BOOST_AUTO_TEST_CASE(an_inquiry_is_answered_in_fifteen_days_and_late_is_still_valid) {
  const auto t = deadlines::inquiry(day("2026-11-09"), day("2026-11-24"), kNorms());
  BOOST_TEST(t.data.iso() == "2026-11-24");
  BOOST_TEST((!t.scaduto && !t.lettura));
  BOOST_TEST(t.testo == "Risposta al supplemento istruttorio: entro il 24/11/2026.");
  BOOST_TEST(t.citazione == "Art. 11, comma 2, D.M. 95442/2016");
  const auto late = deadlines::inquiry(day("2026-11-09"), day("2026-11-25"), kNorms());
  BOOST_TEST(late.scaduto);
  BOOST_TEST(late.testo ==
             "Risposta al supplemento istruttorio: entro il 24/11/2026. Una risposta tardiva vale ancora, se arriva prima della "
             "decisione (msg. INPS 1396/2018).");
  // 8 December is a holiday.
  BOOST_TEST(deadlines::inquiry(day("2026-11-23"), day("2026-11-24"), kNorms()).data.iso() == "2026-12-09");
}

BOOST_AUTO_TEST_CASE(the_decision_has_75_days_for_cigo_and_45_for_cigs) {
  const auto cigo = deadlines::decision(day("2026-11-24"), Procedura::cigo, {}, day("2026-11-24"), kNorms());
  BOOST_TEST(cigo.termine.data.iso() == "2027-02-07");
  BOOST_TEST(cigo.termine.giorni_rimasti == 75);
  BOOST_TEST(cigo.termine.testo == "75 giorni dalla domanda completa: la sede decide entro il 07/02/2027.");
  BOOST_TEST(cigo.termine.citazione == "Regolamento INPS sui procedimenti, circ. 55/2021; art. 2 L. 241/1990");
  const auto cigs = deadlines::decision(day("2026-11-24"), Procedura::cigs, {}, day("2027-01-09"), kNorms());
  BOOST_TEST(cigs.termine.data.iso() == "2027-01-08");
  BOOST_TEST((cigs.stato == StatoProcedimento::scaduto));
}

BOOST_AUTO_TEST_CASE(one_request_stops_the_clock_and_the_later_ones_do_not) {
  // Stopped from 10 to 22 December: 12 days. The second request is ignored.
  const auto p = deadlines::decision(day("2026-11-24"), Procedura::cigo,
                                     {{"I2", day("2027-01-07"), {}}, {"I1", day("2026-12-10"), day("2026-12-22")}},
                                     day("2027-01-10"), kNorms());
  BOOST_TEST(p.termine.data.iso() == "2027-02-19");
  BOOST_TEST(p.giorni_sospesi == 12);
  BOOST_TEST(p.sospeso_da == "I1");
  BOOST_TEST((p.ignorate == std::vector<std::string>{"I2"}));
  BOOST_TEST((p.stato == StatoProcedimento::in_corso));
  BOOST_TEST(
      p.termine.testo ==
      "75 giorni dalla domanda completa: la sede decide entro il 19/02/2027, con 12 giorni di sospensione. La sospensione è "
      "una sola: le richieste successive non fermano il termine.");
}

BOOST_AUTO_TEST_CASE(the_stop_lasts_thirty_days_at_most) {
  const std::vector<deadlines::Sospensione> open{{"I1", day("2026-12-10"), {}}};
  const auto during = deadlines::decision(day("2026-11-24"), Procedura::cigo, open, day("2026-12-20"), kNorms());
  BOOST_TEST((during.stato == StatoProcedimento::sospeso));
  BOOST_TEST(during.giorni_sospesi == 10);
  BOOST_TEST(during.termine.data.iso() == "2027-02-17");
  const auto after = deadlines::decision(day("2026-11-24"), Procedura::cigo, open, day("2027-01-20"), kNorms());
  BOOST_TEST((after.stato == StatoProcedimento::in_corso));
  BOOST_TEST(after.giorni_sospesi == 30);
  BOOST_TEST(after.termine.data.iso() == "2027-03-09");
  // A late answer does not lengthen it.
  const auto late = deadlines::decision(day("2026-11-24"), Procedura::cigo, {{"I1", day("2026-12-10"), day("2027-02-01")}},
                                        day("2027-02-10"), kNorms());
  BOOST_TEST(late.termine.data.iso() == "2027-03-09");
  // A request after the term finds no clock to stop.
  const auto idle =
      deadlines::decision(day("2026-01-07"), Procedura::cigo, {{"I1", day("2026-06-01"), {}}}, day("2026-06-10"), kNorms());
  BOOST_TEST(idle.sospeso_da == "");
  BOOST_TEST((idle.stato == StatoProcedimento::scaduto));
}

BOOST_AUTO_TEST_CASE(the_appeal_has_thirty_days_and_the_court_sixty) {
  const auto appeal = deadlines::appeal(day("2026-11-23"), day("2026-11-24"), kNorms());
  BOOST_TEST(appeal.data.iso() == "2026-12-23");
  BOOST_TEST(appeal.testo == "Ricorso al comitato amministratore: entro il 23/12/2026.");
  BOOST_TEST(appeal.citazione == "Art. 17 D.Lgs. 148/2015");
  // Sixty days from 7 December is 5 February; thirty days from 7 December is 6 January, a holiday: both dates are shown.
  const auto holiday = deadlines::appeal(day("2026-12-07"), day("2026-12-07"), kNorms());
  BOOST_TEST(holiday.data.iso() == "2027-01-06");
  BOOST_TEST(holiday.con_proroga.value().iso() == "2027-01-07");
  BOOST_TEST(holiday.lettura);
  BOOST_TEST(deadlines::tar(day("2026-12-07"), day("2026-12-07"), kNorms()).data.iso() == "2027-02-05");
}

BOOST_AUTO_TEST_CASE(reminders_go_before_a_term_by_60_30_15_7_and_1_days) {
  const auto t = deadlines::appeal(day("2026-11-23"), day("2026-12-16"), kNorms());
  const auto all = deadlines::reminders(t, day("2026-12-16"), kNorms());
  BOOST_REQUIRE(all.size() == 5U);
  const char* const dates[] = {"2026-10-24", "2026-11-23", "2026-12-08", "2026-12-16", "2026-12-22"};
  for (std::size_t i = 0; i < 5; ++i) {
    BOOST_TEST(all[i].data.iso() == dates[i]);
    BOOST_TEST(all[i].passato == (i < 3));
  }
  BOOST_TEST(all[3].testo == "Mancano 7 giorni alla scadenza del 23/12/2026: Ricorso al comitato amministratore.");
  BOOST_TEST(all[4].testo == "Manca 1 giorno alla scadenza del 23/12/2026: Ricorso al comitato amministratore.");
  const auto reply = deadlines::inquiry(day("2026-11-09"), day("2026-11-10"), kNorms());
  const auto short_ones = deadlines::reminders(reply, day("2026-11-10"), kNorms(), "reminders.inquiry_days");
  BOOST_REQUIRE(short_ones.size() == 2U);
  BOOST_TEST(short_ones[0].data.iso() == "2026-11-19");
  BOOST_TEST(short_ones[1].data.iso() == "2026-11-23");
  BOOST_TEST(
      deadlines::reminders(reply, day("2026-11-10"), with_parameter("reminders.days", nlohmann::json::array({"x"}))).empty());
}

BOOST_AUTO_TEST_SUITE_END()
