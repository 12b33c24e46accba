#include "shared/rules/liquidity/liquidity.hpp"

#include <boost/test/unit_test.hpp>
#include <limits>

#include "../norm_variant.hpp"

using omnia::domain::Date;
using omnia::domain::Entry;
using omnia::domain::Money;
using omnia::domain::SezionePagamento;
using omnia::norms::Norms;
using omnia::rules::liquidity::Esito;
using omnia::rules::liquidity::evaluate;
using omnia::rules::liquidity::Verdetto;
using omnia::tests::with_parameter;

namespace {

const Date kToday = Date::of(2026, 11, 24);

Entry<Money> euro(const char* text) { return omnia::domain::enter<Money>(text); }

SezionePagamento amounts(const char* immediate, const char* differite, const char* rimanenze, const char* passivita) {
  SezionePagamento p;
  p.modalita = omnia::domain::ModalitaPagamento::diretto;
  p.liquidita_immediate = euro(immediate);
  p.liquidita_differite = euro(differite);
  p.rimanenze = euro(rimanenze);
  p.passivita_correnti = euro(passivita);
  return p;
}

Esito acid(const SezionePagamento& p) { return evaluate(p, kToday, Norms::builtin()); }
Esito current(const SezionePagamento& p) { return evaluate(p, kToday, with_parameter("liquidity.variant", "CURRENT_RATIO")); }

}  // namespace

BOOST_AUTO_TEST_SUITE(liquidity)

BOOST_AUTO_TEST_CASE(an_index_below_one_shows_difficulty) {
  const Esito e = acid(amounts("10.000,00", "5.000,00", "", "17.000,00"));
  BOOST_TEST((e.verdetto == Verdetto::difficolta));
  BOOST_TEST(e.variante == "ACID_TEST");
  BOOST_TEST(e.indice == "0,88");
  BOOST_TEST(e.indice_altra == "");
  BOOST_TEST(!e.discordanti);
  BOOST_TEST(e.testo ==
             "L’indice di liquidità è 0,88, inferiore a 1: il requisito è presumibilmente documentato. Decide la Sede INPS.");
  BOOST_TEST(e.calcolo == "(10.000,00 + 5.000,00) / 17.000,00 = 0,88");
  BOOST_TEST(e.citazione == "Art. 7, comma 5, D.Lgs. 148/2015; Allegato 2 alla circ. INPS 197/2015 (formula non letta)");
  BOOST_TEST(e.lettura);
}

BOOST_AUTO_TEST_CASE(both_formulas_are_written_line_by_line) {
  const Esito e = acid(amounts("10.000,00", "5.000,00", "3.000,00", "17.000,00"));
  BOOST_REQUIRE(e.calcoli.size() == 2U);
  const auto lines = [](const omnia::rules::liquidity::Calcolo& c) {
    std::string out;
    for (const auto& [what, amount] : c.righe) out += what + " " + amount + "; ";
    return out + c.esito;
  };
  BOOST_TEST(e.calcoli[0].in_vigore);
  BOOST_TEST(e.calcoli[0].nome == "Senza le rimanenze (indice di liquidità)");
  BOOST_TEST(lines(e.calcoli[0]) ==
             "liquidità immediate 10.000,00; più liquidità differite 5.000,00; uguale 15.000,00; diviso passività correnti "
             "17.000,00; indice, troncato a due decimali 0,88; inferiore a 1");
  BOOST_TEST(!e.calcoli[1].in_vigore);
  BOOST_TEST(lines(e.calcoli[1]) ==
             "liquidità immediate 10.000,00; più liquidità differite 5.000,00; più rimanenze 3.000,00; uguale 18.000,00; diviso "
             "passività correnti 17.000,00; indice, troncato a due decimali 1,05; non inferiore a 1");
  const Esito waiting = acid(amounts("10.000,00", "", "", "mille"));
  BOOST_TEST(lines(waiting.calcoli[0]) ==
             "liquidità immediate 10.000,00; più liquidità differite da indicare; diviso passività correnti mille; ");
}

BOOST_AUTO_TEST_CASE(an_index_of_0_999_is_difficulty_and_never_shows_as_one) {
  const Esito e = acid(amounts("999,00", "0", "0", "1.000,00"));
  BOOST_TEST((e.verdetto == Verdetto::difficolta));
  BOOST_TEST(e.indice == "0,99");
  const Esito one_cent = acid(amounts("999.999.999.999,98", "0,00", "0", "999.999.999.999,99"));
  BOOST_TEST((one_cent.verdetto == Verdetto::difficolta));
  BOOST_TEST(one_cent.indice == "0,99");
}

BOOST_AUTO_TEST_CASE(an_index_of_exactly_one_is_not_difficulty) {
  const Esito e = acid(amounts("600,00", "400,00", "0", "1.000,00"));
  BOOST_TEST((e.verdetto == Verdetto::non_dimostrata));
  BOOST_TEST(e.indice == "1,00");
  BOOST_TEST(e.testo ==
             "L’indice di liquidità è 1,00, non inferiore a 1: la Sede INPS potrebbe negare il pagamento diretto. Indica altri "
             "motivi di "
             "difficoltà oppure scegli il conguaglio.");
}

BOOST_AUTO_TEST_CASE(stocks_can_make_the_two_formulas_disagree) {
  const auto p = amounts("500,00", "400,00", "100,00", "1.000,00");
  const Esito a = acid(p);
  BOOST_TEST((a.verdetto == Verdetto::difficolta));
  BOOST_TEST(a.discordanti);
  BOOST_TEST(a.indice == "0,90");
  BOOST_TEST(a.indice_altra == "1,00");
  BOOST_TEST(a.testo ==
             "L’indice di liquidità è 0,90, inferiore a 1: il requisito è presumibilmente documentato. Decide la Sede INPS. Con "
             "le rimanenze "
             "l’indice è 1,00: le due formule danno esito diverso.");
  const Esito b = current(p);
  BOOST_TEST((b.verdetto == Verdetto::non_dimostrata));
  BOOST_TEST(b.discordanti);
  BOOST_TEST(b.variante == "CURRENT_RATIO");
  BOOST_TEST(b.indice == "1,00");
  BOOST_TEST(b.indice_altra == "0,90");
  BOOST_TEST(b.calcolo == "(500,00 + 400,00 + 100,00) / 1.000,00 = 1,00");
  BOOST_TEST(
      b.testo ==
      "L’indice di liquidità è 1,00, non inferiore a 1: la Sede INPS potrebbe negare il pagamento diretto. Indica altri motivi "
      "di "
      "difficoltà oppure scegli il conguaglio. Senza le rimanenze l’indice è 0,90: le due formule danno esito diverso.");
}

BOOST_AUTO_TEST_CASE(the_two_formulas_agree_when_both_are_on_one_side) {
  const Esito both_below = acid(amounts("100,00", "100,00", "100,00", "1.000,00"));
  BOOST_TEST((both_below.verdetto == Verdetto::difficolta));
  BOOST_TEST(!both_below.discordanti);
  BOOST_TEST(both_below.indice_altra == "0,30");
  const Esito both_above = acid(amounts("1.000,00", "1.000,00", "100,00", "1.000,00"));
  BOOST_TEST((both_above.verdetto == Verdetto::non_dimostrata));
  BOOST_TEST(!both_above.discordanti);
  BOOST_TEST(both_above.indice_altra == "2,10");
}

BOOST_AUTO_TEST_CASE(without_current_liabilities_the_index_is_not_defined) {
  const Esito e = acid(amounts("10,00", "0", "0", "0"));
  BOOST_TEST((e.verdetto == Verdetto::non_calcolabile));
  BOOST_TEST(e.indice == "n.d.");
  BOOST_TEST(e.indice_altra == "n.d.");
  BOOST_TEST(!e.discordanti);
  BOOST_TEST(e.calcolo == "(10,00 + 0,00) / 0,00 = n.d.");
  BOOST_TEST(e.testo ==
             "Le passività correnti sono zero: l’indice di liquidità non si calcola. Verifica l’importo oppure indica altri "
             "motivi di "
             "difficoltà.");
}

BOOST_AUTO_TEST_CASE(other_grounds_hold_the_request_when_the_index_does_not) {
  auto p = amounts("2.000,00", "0", "0", "1.000,00");
  p.procedura_concorsuale = true;
  BOOST_TEST((acid(p).verdetto == Verdetto::altri_motivi));
  BOOST_TEST(acid(p).testo ==
             "L’indice di liquidità è 2,00, non inferiore a 1. La richiesta si fonda su: la procedura concorsuale. Allega i "
             "documenti che "
             "lo provano.");
  p.cessazione = p.credito_rifiutato = p.altri_elementi = true;
  BOOST_TEST(
      acid(p).testo ==
      "L’indice di liquidità è 2,00, non inferiore a 1. La richiesta si fonda su: la procedura concorsuale, la cessazione "
      "dell’attività, il credito rifiutato dalle banche e gli altri elementi descritti. Allega i documenti che lo provano.");
  p.passivita_correnti = euro("0");
  BOOST_TEST((acid(p).verdetto == Verdetto::altri_motivi));
  BOOST_TEST(
      acid(p).testo ==
      "Le passività correnti sono zero: l’indice di liquidità non si calcola. La richiesta si fonda su: la procedura "
      "concorsuale, la "
      "cessazione dell’attività, il credito rifiutato dalle banche e gli altri elementi descritti. Allega i documenti che lo "
      "provano.");
}

BOOST_AUTO_TEST_CASE(each_ground_alone_is_enough) {
  for (int which = 0; which < 4; ++which) {
    auto p = amounts("2.000,00", "0", "0", "1.000,00");
    p.procedura_concorsuale = which == 0;
    p.cessazione = which == 1;
    p.credito_rifiutato = which == 2;
    p.altri_elementi = which == 3;
    BOOST_TEST((acid(p).verdetto == Verdetto::altri_motivi), which);
  }
}

BOOST_AUTO_TEST_CASE(grounds_do_not_hide_a_difficulty_that_the_index_shows) {
  auto p = amounts("100,00", "0", "0", "1.000,00");
  p.cessazione = true;
  BOOST_TEST((acid(p).verdetto == Verdetto::difficolta));
}

BOOST_AUTO_TEST_CASE(missing_amounts_are_named) {
  const Esito none = acid(SezionePagamento{});
  BOOST_TEST((none.verdetto == Verdetto::incompleta));
  BOOST_TEST(none.indice == "");
  BOOST_TEST(none.calcolo == "");
  BOOST_TEST(none.testo ==
             "Per calcolare l’indice di liquidità indica liquidità immediate, liquidità differite e passività correnti.");
  BOOST_TEST(acid(amounts("1", "x", "", "1")).testo == "Per calcolare l’indice di liquidità indica liquidità differite.");
  BOOST_TEST(current(amounts("1", "1", "", "")).testo ==
             "Per calcolare l’indice di liquidità indica rimanenze e passività correnti.");
}

BOOST_AUTO_TEST_CASE(stocks_are_asked_only_by_the_current_ratio) {
  const auto p = amounts("1,00", "1,00", "", "4,00");
  BOOST_TEST((acid(p).verdetto == Verdetto::difficolta));
  BOOST_TEST((current(p).verdetto == Verdetto::incompleta));
  BOOST_TEST(current(p).indice_altra == "0,50");
}

BOOST_AUTO_TEST_CASE(negative_amounts_are_named_and_never_divided) {
  const Esito e = acid(amounts("-1,00", "5,00", "0", "-2,00"));
  BOOST_TEST((e.verdetto == Verdetto::incompleta));
  BOOST_TEST(e.indice == "");
  BOOST_TEST(e.testo == "L’indice di liquidità non ammette importi negativi: correggi liquidità immediate e passività correnti.");
}

BOOST_AUTO_TEST_CASE(the_threshold_comes_from_the_norms) {
  const auto norms = with_parameter("liquidity.threshold_hundredths", 150);
  const Esito e = evaluate(amounts("1.400,00", "0", "0", "1.000,00"), kToday, norms);
  BOOST_TEST((e.verdetto == Verdetto::difficolta));
  BOOST_TEST(e.testo ==
             "L’indice di liquidità è 1,40, inferiore a 1,50: il requisito è presumibilmente documentato. Decide la Sede INPS.");
}

BOOST_AUTO_TEST_CASE(the_largest_amounts_do_not_overflow) {
  SezionePagamento p;
  const Money most{std::numeric_limits<std::int64_t>::max()};
  p.liquidita_immediate.value = p.liquidita_differite.value = p.rimanenze.value = most;
  p.passivita_correnti.value = most;
  BOOST_TEST(acid(p).indice == "2,00");
  BOOST_TEST(acid(p).indice_altra == "3,00");
  p.passivita_correnti.value = Money{1};
  BOOST_TEST(acid(p).indice == "92.233.720.368.547.758,07");
  BOOST_TEST((acid(p).verdetto == Verdetto::non_dimostrata));
}

BOOST_AUTO_TEST_SUITE_END()
