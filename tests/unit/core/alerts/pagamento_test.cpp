#include <boost/test/unit_test.hpp>

#include "tests/unit/core/alerts/cases.hpp"

namespace omnia::test {

using namespace omnia::domain;

namespace {

// Direct payment with these balance-sheet figures, dated 30 June 2026.
Change balance(const char* immediate, const char* deferred, const char* stock, const char* liabilities) {
  return [=](World& w) {
    auto& p = w.d.pagamento;
    p.modalita = ModalitaPagamento::diretto;
    p.liquidita_immediate = enter<Money>(immediate);
    p.liquidita_differite = enter<Money>(deferred);
    p.rimanenze = enter<Money>(stock);
    p.passivita_correnti = enter<Money>(liabilities);
    p.data_bilancio = enter<Date>("30/06/2026");
  };
}

Change insolvency(const char* kind, const char* court, const char* date) {
  return [=](World& w) {
    balance("5", "0", "", "10")(w);
    w.d.pagamento.procedura_concorsuale = true;
    w.d.pagamento.procedura_tipo = kind;
    w.d.pagamento.procedura_tribunale = court;
    w.d.pagamento.procedura_data = enter<Date>(date);
  };
}

Change balance_of(const char* date) {
  return [=](World& w) {
    balance("5", "0", "", "10")(w);
    w.d.pagamento.data_bilancio = enter<Date>(date);
  };
}

}  // namespace

std::vector<Case> pagamento_cases() {
  const std::string liabilities = "pagamento.passivita_correnti";
  const Change enough = balance("5.000", "4.000", "", "10.000");
  const Change insolvent = insolvency("Concordato", "Roma", "01/03/2026");
  return {
      {"A-LIQ-01", kAvviso, "pagamento.liquidita_immediate",
       "Pagamento diretto: le difficoltà finanziarie vanno documentate (Allegato 2 della circ. INPS 197/2015).",
       balance("", "", "", ""),
       [](World& w) {
         balance("", "", "", "")(w);
         w.d.pagamento.credito_rifiutato = true;
       }},
      {"A-LIQ-02", kErrore, "pagamento.liquidita_immediate", "Valore mancante o negativo: liquidità immediate.",
       balance("", "4", "", "10"), balance("0", "4", "", "10")},
      {"A-LIQ-02", kErrore, "pagamento.liquidita_differite", "Valore mancante o negativo: liquidità differite.",
       balance("5", "-4", "", "10"), enough},
      {"A-LIQ-02", kErrore, "pagamento.rimanenze", "Valore mancante o negativo: rimanenze.", balance("5", "4", "-0,01", "10"),
       enough},
      {"A-LIQ-02", kErrore, liabilities, "Valore mancante o negativo: passività correnti.", balance("5", "4", "", ""), enough},
      {"A-FRM-01", kErrore, liabilities, "«tante» non è un importo.", balance("5", "4", "", "tante"), enough},
      {"A-LIQ-03", kAvviso, liabilities, "Passività correnti nulle: l’indice di liquidità non è calcolabile.",
       balance("5", "4", "", "0"), balance("5", "4", "", "0,01")},
      {"A-LIQ-04", kInformazione, liabilities, "Indice di liquidità 0,99: inferiore a 1, difficoltà documentabile.",
       balance("5.000", "4.999,99", "", "10.000"), balance("5.000", "5.000", "", "10.000")},
      {"A-LIQ-05", kAvviso, liabilities,
       "Indice di liquidità 1,00, non inferiore a 1: la Sede potrebbe negare il pagamento diretto.",
       balance("5.000", "5.000", "", "10.000"),
       [](World& w) {
         balance("5.000", "5.000", "", "10.000")(w);
         w.d.pagamento.cessazione = true;
       }},
      {"A-LIQ-06", kAvviso, "pagamento.rimanenze",
       "Esito diverso tra le due formule dell’indice (0,90 e 1,00): verifica il trattamento delle rimanenze.",
       balance("5.000", "4.000", "1.000", "10.000"), balance("5.000", "4.000", "999,99", "10.000")},
      {"A-LIQ-07", kAvviso, "pagamento.data_bilancio", "Dati di bilancio al 23/11/2025, vecchi di oltre 12 mesi.",
       balance_of("23/11/2025"), balance_of("24/11/2025")},
      {"A-FRM-01", kErrore, "pagamento.data_bilancio", "«giugno» non è una data valida.", balance_of("giugno"), enough},
      {"A-LIQ-08", kAvviso, "pagamento.procedura_tipo", "Procedura concorsuale senza tipo, tribunale o data.",
       insolvency("", "Roma", "01/03/2026"), insolvent},
      {"A-LIQ-08", kAvviso, "pagamento.procedura_tribunale", "Procedura concorsuale senza tipo, tribunale o data.",
       insolvency("Concordato", " ", "01/03/2026"), insolvent},
      {"A-LIQ-08", kAvviso, "pagamento.procedura_data", "Procedura concorsuale senza tipo, tribunale o data.",
       insolvency("Concordato", "Roma", ""), insolvent},
      {"A-FRM-01", kErrore, "pagamento.procedura_data", "«marzo» non è una data valida.",
       insolvency("Concordato", "Roma", "marzo"), insolvent},
  };
}

}  // namespace omnia::test

BOOST_AUTO_TEST_SUITE(alerts_pagamento)

BOOST_AUTO_TEST_CASE(every_alert_of_the_payment_is_raised_and_spared) { omnia::test::check(omnia::test::pagamento_cases()); }

BOOST_AUTO_TEST_CASE(figures_typed_for_direct_payment_are_silent_when_it_is_not_asked) {
  omnia::test::World w;
  w.d.pagamento.liquidita_immediate = omnia::domain::enter<omnia::domain::Money>("-5");
  const auto review = w.review();
  BOOST_TEST(review.inviabile);
  BOOST_TEST(!review.liquidita.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
