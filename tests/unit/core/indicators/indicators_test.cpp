#include "shared/rules/indicators/indicators.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/core/norm_variant.hpp"
#include "tests/unit/core/review/base.hpp"

using namespace omnia;
using namespace omnia::domain;
using rules::indicators::evaluate;
using rules::indicators::Verso;

namespace {

const norms::Norms& norms_() { return norms::Norms::builtin(); }

SezioneIndicatori two_years(Entry<Money> RigaIndicatori::*field, const char* before, const char* now) {
  SezioneIndicatori s;
  s.periodi.resize(2);
  s.periodi[0].anno = 2024;
  s.periodi[1].anno = 2025;
  s.periodi[0].*field = enter<Money>(before);
  s.periodi[1].*field = enter<Money>(now);
  return s;
}

rules::indicators::Confronto only(Entry<Money> RigaIndicatori::*field, const char* before, const char* now) {
  const auto esito = evaluate(two_years(field, before, now), test::kOggi, norms_());
  BOOST_REQUIRE(esito.confronti.size() == 1U);
  return esito.confronti.front();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(indicators)

BOOST_AUTO_TEST_CASE(a_fall_of_turnover_supports_and_a_rise_does_not) {
  const auto fall = only(&RigaIndicatori::fatturato, "1.000.000", "876.500");
  BOOST_TEST((fall.verso == Verso::sostiene));
  BOOST_TEST(fall.variazione() == "-12,3 %");
  BOOST_TEST(fall.testo() == "Fatturato 2025: -12,3 % sul 2024, a sostegno della richiesta.");
  const auto rise = only(&RigaIndicatori::fatturato, "1.000", "1.500");
  BOOST_TEST(rise.testo() == "Fatturato 2025: +50,0 % sul 2024, contro la richiesta.");
}

BOOST_AUTO_TEST_CASE(more_debt_and_more_stock_support) {
  BOOST_TEST((only(&RigaIndicatori::indebitamento, "100", "150").verso == Verso::sostiene));
  BOOST_TEST((only(&RigaIndicatori::scorte, "100", "50").verso == Verso::contrario));
  BOOST_TEST((only(&RigaIndicatori::consumi_energetici, "100", "50").verso == Verso::sostiene));
}

BOOST_AUTO_TEST_CASE(less_than_one_percent_is_flat_exactly) {
  BOOST_TEST((only(&RigaIndicatori::fatturato, "1.000", "990").verso == Verso::sostiene));
  const auto flat = only(&RigaIndicatori::fatturato, "1.000", "990,01");
  BOOST_TEST((flat.verso == Verso::stabile));
  BOOST_TEST(flat.testo() == "Fatturato 2025: -0,9 % sul 2024, stabile.");
  BOOST_TEST((only(&RigaIndicatori::fatturato, "1.000", "1.000").verso == Verso::stabile));
}

// Δ is measured on the size of the reference: a loss that grows falls.
BOOST_AUTO_TEST_CASE(losses_are_compared_by_their_size) {
  const auto worse = only(&RigaIndicatori::risultato_impresa, "-100", "-150");
  BOOST_TEST((worse.verso == Verso::sostiene));
  BOOST_TEST(worse.variazione() == "-50,0 %");
  BOOST_TEST((only(&RigaIndicatori::risultato_operativo, "-100", "20").verso == Verso::contrario));
}

BOOST_AUTO_TEST_CASE(a_reference_of_zero_is_not_divided_by) {
  const auto esito = evaluate(two_years(&RigaIndicatori::fatturato, "0", "500"), test::kOggi, norms_());
  BOOST_REQUIRE(esito.confronti.size() == 1U);
  BOOST_TEST(esito.confronti[0].variazione() == "n.d.");
  BOOST_TEST(esito.confronti[0].testo() == "Fatturato 2025: il valore di confronto è zero.");
  BOOST_TEST((esito.complessivo == Verso::non_calcolabile));
  BOOST_TEST(esito.testo == "Servono i valori di un periodo concluso e dello stesso periodo dell’anno prima.");
}

BOOST_AUTO_TEST_CASE(the_largest_figures_are_compared_without_overflow) {
  const auto c = only(&RigaIndicatori::risultato_impresa, "-999.999.999.999,99", "999.999.999.999,99");
  BOOST_TEST((c.verso == Verso::contrario));
  BOOST_TEST(c.variazione() == "+200,0 %");
}

BOOST_AUTO_TEST_CASE(the_year_that_runs_is_not_compared) {
  const auto esito = evaluate(test::falling_indicators(), test::kOggi, norms_());
  for (const auto& c : esito.confronti) BOOST_TEST(c.anno == 2025);
  BOOST_TEST(evaluate(test::falling_indicators(), test::day("2027-01-01"), norms_()).confronti.size() == 10U);
}

BOOST_AUTO_TEST_CASE(quarters_are_compared_with_the_same_quarter_of_the_year_before) {
  SezioneIndicatori s;
  s.modalita = ModalitaIndicatori::trimestrale;
  for (int i = 0; i < 3; ++i) {
    RigaIndicatori r;
    r.anno = i == 0 ? 2025 : 2026;
    r.trimestre = i == 0 ? 3 : 1 + i;  // 3/2025, 2/2026, 3/2026
    r.ordini_numero = enter<Count>(i == 0 ? "100" : "80");
    s.periodi.push_back(r);
  }
  const auto esito = evaluate(s, test::kOggi, norms_());
  BOOST_REQUIRE(esito.confronti.size() == 1U);
  BOOST_TEST(esito.confronti[0].testo() ==
             "Numero di ordini 3° trimestre 2026: -20,0 % sul 3° trimestre 2025, a sostegno della richiesta.");
  BOOST_TEST(evaluate(s, test::day("2026-09-30"), norms_()).confronti.empty());
}

BOOST_AUTO_TEST_CASE(orders_weigh_twice_in_the_whole) {
  auto s = two_years(&RigaIndicatori::fatturato, "100", "200");
  s.periodi[0].ordini_numero = enter<Count>("10");
  s.periodi[1].ordini_numero = enter<Count>("5");
  auto esito = evaluate(s, test::kOggi, norms_());
  BOOST_TEST(esito.a_favore == 2);
  BOOST_TEST(esito.contro == 1);
  BOOST_TEST((esito.complessivo == Verso::sostiene));
  BOOST_TEST(esito.testo == "Nel complesso l’andamento è negativo e sostiene la richiesta: 2 a sostegno, 1 contro.");
  s.periodi[1].ordini_numero = enter<Count>("20");
  esito = evaluate(s, test::kOggi, norms_());
  BOOST_TEST(esito.testo == "Nel complesso l’andamento non è negativo: 0 a sostegno, 3 contro.");
  BOOST_TEST(esito.lettura);
  BOOST_TEST(!esito.citazione.empty());
}

BOOST_AUTO_TEST_CASE(what_does_not_move_is_in_balance) {
  const auto esito = evaluate(two_years(&RigaIndicatori::fatturato, "100", "100"), test::kOggi, norms_());
  BOOST_TEST(esito.testo == "Nel complesso l’andamento è in equilibrio: 0 a sostegno, 0 contro.");
}

BOOST_AUTO_TEST_CASE(the_flat_band_is_a_norm) {
  const auto wide = tests::with_parameter("indicators.flat_percent", 2000);
  const auto esito = evaluate(two_years(&RigaIndicatori::fatturato, "1.000", "850"), test::kOggi, wide);
  BOOST_REQUIRE(esito.confronti.size() == 1U);
  BOOST_TEST((esito.confronti[0].verso == Verso::stabile));
}

BOOST_AUTO_TEST_SUITE_END()
