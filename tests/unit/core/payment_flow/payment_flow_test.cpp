#include "shared/rules/payment_flow/payment_flow.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using omnia::domain::Date;
using omnia::norms::Norms;
namespace flow = omnia::rules::payment_flow;

Date day(std::string_view iso) { return Date::parse(iso).value(); }
flow::Conguaglio set_off(const char* dal, const char* al, const char* authorised, const char* oggi) {
  return flow::set_off({day(dal), day(al)}, day(authorised), day(oggi), Norms::builtin());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(payment_flow)

BOOST_AUTO_TEST_CASE(six_months_run_from_an_authorisation_that_comes_after_the_period) {
  const auto c = set_off("2026-05-04", "2026-05-31", "2026-06-20", "2026-12-01");
  BOOST_TEST(c.decorrenza.iso() == "2026-06-20");
  BOOST_TEST(c.termine.data.iso() == "2026-12-20");
  BOOST_TEST(c.termine.giorni_rimasti == 19);
  BOOST_TEST(c.termine.con_proroga.value().iso() == "2026-12-21");
  BOOST_TEST(c.verifica.iso() == "2027-01-16");
  BOOST_TEST(!c.verifica_con_proroga.has_value());
  BOOST_TEST(
      c.termine.testo ==
      "Conguaglio o rimborso, a pena di decadenza: entro il 20/12/2026. È un giorno festivo: la proroga al 21/12/2026 è da "
      "confermare. Il termine corre dal 20/06/2026, data dell’autorizzazione.");
  BOOST_TEST(c.termine.citazione == "Art. 7, comma 3, D.Lgs. 148/2015");
  BOOST_TEST(c.testo_verifica == "Il conguaglio è valido se avviene con il versamento dei contributi entro il 16/01/2027.");
  BOOST_TEST(c.citazione_verifica == "Msg. INPS 1410/2025");
}

BOOST_AUTO_TEST_CASE(or_from_the_end_of_the_pay_period_in_which_the_authorised_weeks_end) {
  const auto c = set_off("2026-05-04", "2026-06-14", "2026-05-20", "2027-01-02");
  BOOST_TEST(c.decorrenza.iso() == "2026-06-30");
  BOOST_TEST(c.termine.data.iso() == "2026-12-30");
  BOOST_TEST((c.termine.scaduto && !c.termine.lettura));
  BOOST_TEST(c.termine.testo ==
             "Conguaglio o rimborso, a pena di decadenza: entro il 30/12/2026. Il termine corre dal 30/06/2026, fine del periodo "
             "di paga in cui scade la durata autorizzata.");
  BOOST_TEST(c.verifica.iso() == "2027-01-16");
}

BOOST_AUTO_TEST_CASE(a_month_without_the_day_ends_on_its_last) {
  const auto c = set_off("2026-08-03", "2026-08-30", "2026-08-10", "2026-09-01");
  BOOST_TEST(c.decorrenza.iso() == "2026-08-31");
  BOOST_TEST(c.termine.data.iso() == "2027-02-28");
  BOOST_TEST(c.verifica.iso() == "2027-03-16");
}

BOOST_AUTO_TEST_CASE(a_check_on_a_sunday_shows_the_monday_too) {
  // From 31 January six months end in July: the check falls on Sunday 16 August.
  const auto c = set_off("2026-01-05", "2026-01-11", "2026-01-20", "2026-02-01");
  BOOST_TEST(c.termine.data.iso() == "2026-07-31");
  BOOST_TEST(c.verifica.iso() == "2026-08-16");
  BOOST_TEST(c.verifica_con_proroga.value().iso() == "2026-08-17");
  BOOST_TEST(
      c.testo_verifica ==
      "Il conguaglio è valido se avviene con il versamento dei contributi entro il 16/08/2026. È un giorno festivo: il rinvio "
      "al 17/08/2026 è da confermare.");
}

BOOST_AUTO_TEST_CASE(direct_payment_waits_sixty_days_from_the_notice_when_they_end_later) {
  const auto d = flow::direct({day("2026-03-02"), day("2026-03-29")}, day("2026-04-20"), day("2026-06-01"), Norms::builtin());
  BOOST_TEST(d.fine_secondo_mese.iso() == "2026-05-31");
  BOOST_TEST(d.sessanta_giorni.value().iso() == "2026-06-19");
  BOOST_TEST(d.termine.data.iso() == "2026-06-19");
  BOOST_TEST(!d.termine.lettura);
  BOOST_TEST(d.termine.testo ==
             "Dati per il pagamento diretto, a pena di decadenza: entro il 19/06/2026. Vale il termine di 60 giorni dalla "
             "comunicazione del 20/04/2026, che scade dopo la fine del secondo mese (31/05/2026).");
  BOOST_TEST(d.termine.citazione == "Art. 7, comma 5-bis, D.Lgs. 148/2015");
}

BOOST_AUTO_TEST_CASE(or_the_end_of_the_second_month_after_the_last_of_the_period) {
  const auto d = flow::direct({day("2026-03-30"), day("2026-04-12")}, day("2026-04-20"), day("2026-06-01"), Norms::builtin());
  BOOST_TEST(d.termine.data.iso() == "2026-06-30");
  BOOST_TEST(d.termine.lettura);
  BOOST_TEST(
      d.termine.testo ==
      "Dati per il pagamento diretto, a pena di decadenza: entro il 30/06/2026. Vale la fine del secondo mese successivo al "
      "periodo. Il periodo tocca più mesi: si conta dall’ultimo (lettura da confermare).");
  const auto unknown = flow::direct({day("2026-04-06"), day("2026-04-12")}, std::nullopt, day("2026-07-01"), Norms::builtin());
  BOOST_TEST(unknown.termine.scaduto);
  BOOST_TEST(
      unknown.termine.testo ==
      "Dati per il pagamento diretto, a pena di decadenza: entro il 30/06/2026. Vale la fine del secondo mese successivo al "
      "periodo. Manca la data della comunicazione: il termine può solo allungarsi.");
}

BOOST_AUTO_TEST_SUITE_END()
