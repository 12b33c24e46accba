#include <boost/test/unit_test.hpp>

#include "tests/unit/core/alerts/cases.hpp"

namespace omnia::test {

using namespace omnia::domain;

namespace {

RigaIndicatori row(int anno, int trimestre, const char* turnover, const char* orders = "10") {
  RigaIndicatori r;
  r.anno = anno;
  r.trimestre = trimestre;
  r.fatturato = enter<Money>(turnover);
  r.ordini_numero = enter<Count>(orders);
  return r;
}

Change rows(const std::vector<RigaIndicatori>& all) {
  return [=](World& w) { w.d.indicatori.periodi = all; };
}

Change typed(Entry<Money> RigaIndicatori::*field, const char* text) {
  return [=](World& w) { w.d.indicatori.periodi[1].*field = enter<Money>(text); };
}

void none(World& w) { w.d.indicatori.periodi.clear(); }

}  // namespace

std::vector<Case> indicatori_cases() {
  using R = RigaIndicatori;
  const std::string mode = "indicatori.modalita";
  return {
      {"A-IND-01", kErrore, mode, "Mancano gli indicatori economici, necessari per questa causale.", none,
       [](World& w) {
         none(w);
         w.d.causale.id = "MANC_MATERIE";
       }},
      {"A-IND-01", kErrore, mode, "Mancano gli indicatori economici, necessari per questa causale.", rows({row(2025, 0, "", "")}),
       [](World& w) {  // the data are in the PDF
         none(w);
         w.d.relazione.modalita = ModalitaRelazione::pdf;
       }},
      {"A-IND-02", kErrore, mode, "Anni e trimestri insieme: gli indicatori si indicano per anno oppure per trimestre.",
       rows({row(2025, 0, "100"), row(2026, 3, "25")}), rows({row(2025, 0, "100"), row(2026, 3, "", "")})},
      {"A-IND-03", kAvviso, "indicatori.periodi[0].fatturato",
       "Manca il confronto per il periodo 3° trimestre 2026: nessun valore per 3° trimestre 2025.", rows({row(2026, 3, "25")}),
       rows({row(2025, 3, "30"), row(2026, 3, "25")})},
      {"A-IND-03", kAvviso, "indicatori.periodi[1].fatturato", "Manca il confronto per il periodo 2025: nessun valore per 2024.",
       rows({row(2024, 0, "", ""), row(2025, 0, "25")}), rows({row(2024, 0, "30"), row(2025, 0, "25")})},
      {"A-IND-04", kAvviso, mode, "Gli indicatori non mostrano un andamento negativo.",
       rows({row(2024, 0, "1.000"), row(2025, 0, "990,01")}), rows({row(2024, 0, "1.000"), row(2025, 0, "990")})},
      {"A-IND-05", kAvviso, mode, "Fatturato in crescita (+10,0 %): la causale appare poco coerente.",
       rows({row(2024, 0, "1.000"), row(2025, 0, "1.100,01")}), rows({row(2024, 0, "1.000"), row(2025, 0, "1.100")})},
      {"A-IND-05", kAvviso, mode, "Fatturato in crescita (+25,0 %): la causale appare poco coerente.",
       rows({row(2024, 0, "1.000"), row(2025, 0, "1.250")}),
       [](World& w) {
         rows({row(2024, 0, "1.000"), row(2025, 0, "1.250")})(w);
         w.d.causale.id = "CRISI_MERCATO";
       }},
      {"A-IND-06", kErrore, "indicatori.periodi[1].fatturato", "Fatturato, 2025: il valore non può essere negativo.",
       typed(&R::fatturato, "-1"), typed(&R::fatturato, "0")},
      {"A-IND-06", kErrore, "indicatori.periodi[1].indebitamento", "Indebitamento, 2025: il valore non può essere negativo.",
       typed(&R::indebitamento, "-0,01"), typed(&R::risultato_impresa, "-500")},
      {"A-FRM-01", kErrore, "indicatori.periodi[1].scorte", "«tante» non è un importo.", typed(&R::scorte, "tante"), {}},
      {"A-FRM-01",
       kErrore,
       "indicatori.periodi[0].ordini_numero",
       "«pochi» non è un numero intero.",
       rows({row(2024, 0, "1.000", "pochi"), row(2025, 0, "900")}),
       {}},
      {"A-IND-07", kAvviso, "indicatori.periodi[1].ordini_numero", "Mancano numero e valore degli ordini.",
       rows({row(2024, 0, "1.000", ""), row(2025, 0, "900", "")}), rows({row(2024, 0, "1.000", ""), row(2025, 0, "900", "3")})},
      {"A-IND-08", kInformazione, mode, "Per questa causale gli indicatori non sono richiesti.",
       [](World& w) { w.d.causale.id = "MANC_MATERIE"; },
       [](World& w) {
         w.d.causale.id = "MANC_MATERIE";
         none(w);
       }},
  };
}

}  // namespace omnia::test

BOOST_AUTO_TEST_SUITE(alerts_indicatori)

BOOST_AUTO_TEST_CASE(every_alert_of_the_indicators_is_raised_and_spared) { omnia::test::check(omnia::test::indicatori_cases()); }

BOOST_AUTO_TEST_SUITE_END()
