// Why the office would decide so: every word of the tree of the proposal, and its sums on many histories.
#include "shared/rules/explanation/proposta.hpp"

#include "tests/unit/core/counters/random_history.hpp"
#include "tree.hpp"

namespace {

using namespace omnia;
using rules::proposta::Tipo;
using test::day;

struct Risposta {
  rules::proposta::Proposta proposta;
  test::Spiegazione albero;
};

Risposta answer(const test::World& w) {
  const auto& law = norms::Norms::builtin();
  Risposta r;
  r.proposta = rules::proposta::propose(w.d, w.r, law, w.oggi);
  r.albero = rules::explanation::explain_proposal(r.proposta, w.d, w.r, law, w.oggi);
  return r;
}

// The tree without the trees of the other results, which have tests of their own: a line each.
std::string trunk(test::Spiegazione s) {
  const auto prune = [](auto& self, test::Spiegazione& step) -> void {
    for (auto& one : step.passi) {
      if (!one.codice.empty()) {
        one = {one.codice, "[" + one.codice + "]", {}, {}, false, {}, false, {}, {}};
      } else {
        self(self, one);
      }
    }
  };
  prune(prune, s);
  return test::drawn(s);
}

// CIGO of the unit for so many weeks, that end just before the domanda.
domain::Autorizzazione used(int weeks, std::int64_t hours) {
  auto one = test::authorised((day("2026-11-16") - 7 * weeks).iso().c_str(), "2026-11-15");
  one.numero = "A1";
  one.ore_centesimi = hours;
  return one;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(explanation_proposta)

BOOST_AUTO_TEST_CASE(a_domanda_in_order) {
  const test::World w;
  BOOST_TEST(
      trunk(answer(w).albero) ==
      R"(Si propone l’accoglimento: 2 settimane, dal 16/11/2026 al 29/11/2026, per 320,00 ore. | Si toglie ciò che termine, limiti, lavoratori e ore escludono: il resto si può autorizzare. Decide la persona. | Artt. 10, 12 e 15 D.Lgs. 148/2015
  L’azienda rientra nel campo della CIGO. | La CIGO si autorizza solo a chi vi rientra per inquadramento. | Art. 10, comma 1, lettere a)-l), D.Lgs. 148/2015
    [instradamento]
  Nessuna settimana si perde per il termine. | Di una domanda tardiva si perdono le settimane che finiscono prima del primo giorno autorizzabile. | data di invio: 24/11/2026 [registro INPS, protocollo della domanda]
    [scadenza]
  Settimane nei termini: 2; di queste, nei limiti di durata: 2. = 2 settimane | Si tengono le prime settimane che entrano in tutti i limiti insieme.
    [consecutive]
    [biennio]
    [quinquennio]
  Tutti i lavoratori dell’elenco possono essere autorizzati. | Ogni lavoratore si guarda da solo: qualifica, anzianità nell’unità, rapporto in quei giorni, altre domande. | lavoratori: 10 [domanda, lavoratori.beneficiari]
  Ore che restano: 320,00 ore. Σ 32000 centesimi | Dalle ore richieste si tolgono quelle delle settimane e dei lavoratori esclusi e quelle oltre il terzo.
    Ore richieste: 320,00 ore. = 32000 centesimi | ore del piano: 320,00 [domanda, periodo.settimane]
    [terzo]
)");
}

BOOST_AUTO_TEST_CASE(late_with_a_dirigente_and_over_the_third) {
  test::World w;
  w.oggi = day("2026-12-04");
  w.d.lavoratori.beneficiari[2].qualifica = "dirigente";
  w.r.autorizzazioni = {used(4, 2763333)};  // the third is 27.733,33 hours: 100 are left
  BOOST_TEST(
      trunk(answer(w).albero) ==
      R"(Si propone l’accoglimento parziale: 1 settimana, dal 23/11/2026 al 29/11/2026, per 100,00 ore. | Si toglie ciò che termine, limiti, lavoratori e ore escludono: il resto si può autorizzare. Decide la persona. | Artt. 10, 12 e 15 D.Lgs. 148/2015
  L’azienda rientra nel campo della CIGO. | La CIGO si autorizza solo a chi vi rientra per inquadramento. | Art. 10, comma 1, lettere a)-l), D.Lgs. 148/2015
    [instradamento]
  Sono escluse le ore prima del 23/11/2026: la domanda è stata presentata il 04/12/2026, dopo il termine del 01/12/2026. | Di una domanda tardiva si perdono le settimane che finiscono prima del primo giorno autorizzabile. | art. 15 c. 3 D.Lgs. 148/2015 | data di invio: 04/12/2026 [registro INPS, protocollo della domanda]
    [scadenza]
  Settimane nei termini: 1; di queste, nei limiti di durata: 1. = 1 settimane | Si tengono le prime settimane che entrano in tutti i limiti insieme.
    [consecutive]
    [biennio]
    [quinquennio]
  Lavoratori esclusi da tutte le settimane: 1 su 10. | Ogni lavoratore si guarda da solo: qualifica, anzianità nell’unità, rapporto in quei giorni, altre domande. | lavoratori: 10 [domanda, lavoratori.beneficiari]
    È escluso il lavoratore alla riga 3 dell’elenco: i dirigenti non possono essere beneficiari. | art. 1 c. 1 D.Lgs. 148/2015
  Ore che restano: 100,00 ore. Σ 10000 centesimi | Dalle ore richieste si tolgono quelle delle settimane e dei lavoratori esclusi e quelle oltre il terzo.
    Ore richieste: 320,00 ore. = 32000 centesimi | ore del piano: 320,00 [domanda, periodo.settimane]
    Settimane fuori dal termine o dai limiti: 160,00 ore in meno. = -16000 centesimi | ore tolte: 160,00 [calcolo, limiti di durata]
    Lavoratori esclusi, per la loro parte dell’orario: 16,00 ore in meno. = -1600 centesimi | ore tolte: 16,00 [calcolo, lavoratori]
    Oltre il terzo delle ore lavorabili: 44,00 ore in meno. = -4400 centesimi | ore tolte: 44,00 [calcolo, terzo]
    [terzo]
)");
}

BOOST_AUTO_TEST_CASE(no_week_within_the_limits) {
  test::World w;
  w.r.autorizzazioni = {used(52, 100)};
  BOOST_TEST(
      trunk(answer(w).albero) ==
      R"(Si propone la reiezione. | Si toglie ciò che termine, limiti, lavoratori e ore escludono: il resto si può autorizzare. Decide la persona. | Artt. 10, 12 e 15 D.Lgs. 148/2015 | motivo: Nessuna delle 2 settimane richieste entra nel limite di 52 settimane del biennio mobile. C’è spazio per 2 settimane dal 15/11/2027. [calcolo, proposta] | motivo: L’unità produttiva ha usato 52 settimane consecutive, fino al 15/11/2026: dopo 52 settimane di normale attività la nuova richiesta può iniziare dal 15/11/2027. [calcolo, proposta]
  L’azienda rientra nel campo della CIGO. | La CIGO si autorizza solo a chi vi rientra per inquadramento. | Art. 10, comma 1, lettere a)-l), D.Lgs. 148/2015
    [instradamento]
  Nessuna settimana si perde per il termine. | Di una domanda tardiva si perdono le settimane che finiscono prima del primo giorno autorizzabile. | data di invio: 24/11/2026 [registro INPS, protocollo della domanda]
    [scadenza]
  Settimane nei termini: 2; di queste, nei limiti di durata: 0. = 0 settimane | Si tengono le prime settimane che entrano in tutti i limiti insieme.
    [consecutive]
    [biennio]
    [quinquennio]
  Tutti i lavoratori dell’elenco possono essere autorizzati. | Ogni lavoratore si guarda da solo: qualifica, anzianità nell’unità, rapporto in quei giorni, altre domande. | lavoratori: 10 [domanda, lavoratori.beneficiari]
  Ore che restano: 0,00 ore. Σ 0 centesimi | Dalle ore richieste si tolgono quelle delle settimane e dei lavoratori esclusi e quelle oltre il terzo.
    Ore richieste: 320,00 ore. = 32000 centesimi | ore del piano: 320,00 [domanda, periodo.settimane]
    Settimane fuori dal termine o dai limiti: 320,00 ore in meno. = -32000 centesimi | ore tolte: 320,00 [calcolo, limiti di durata]
)");
}

BOOST_AUTO_TEST_CASE(all_too_late_and_nobody_to_authorise) {
  test::World w;
  w.oggi = day("2027-01-15");
  BOOST_TEST(
      trunk(answer(w).albero) ==
      R"(Si propone la reiezione. | Si toglie ciò che termine, limiti, lavoratori e ore escludono: il resto si può autorizzare. Decide la persona. | Artt. 10, 12 e 15 D.Lgs. 148/2015 | motivo: L’intero periodo precede il 04/01/2027, primo giorno autorizzabile. [calcolo, proposta]
  L’azienda rientra nel campo della CIGO. | La CIGO si autorizza solo a chi vi rientra per inquadramento. | Art. 10, comma 1, lettere a)-l), D.Lgs. 148/2015
    [instradamento]
  Sono escluse le ore prima del 04/01/2027: la domanda è stata presentata il 15/01/2027, dopo il termine del 01/12/2026. | Di una domanda tardiva si perdono le settimane che finiscono prima del primo giorno autorizzabile. | art. 15 c. 3 D.Lgs. 148/2015 | data di invio: 15/01/2027 [registro INPS, protocollo della domanda]
    [scadenza]
  Non restano settimane da confrontare con i limiti di durata. = 0 settimane | Si tengono le prime settimane che entrano in tutti i limiti insieme. | settimane nei termini: 0 [calcolo, termine]
  Tutti i lavoratori dell’elenco possono essere autorizzati. | Ogni lavoratore si guarda da solo: qualifica, anzianità nell’unità, rapporto in quei giorni, altre domande. | lavoratori: 10 [domanda, lavoratori.beneficiari]
  Ore che restano: 0,00 ore. Σ 0 centesimi | Dalle ore richieste si tolgono quelle delle settimane e dei lavoratori esclusi e quelle oltre il terzo.
    Ore richieste: 320,00 ore. = 32000 centesimi | ore del piano: 320,00 [domanda, periodo.settimane]
    Settimane fuori dal termine o dai limiti: 320,00 ore in meno. = -32000 centesimi | ore tolte: 320,00 [calcolo, limiti di durata]
)");
  test::World nobody;
  for (auto& one : nobody.d.lavoratori.beneficiari) one.qualifica = "dirigente";
  BOOST_TEST(
      trunk(answer(nobody).albero) ==
      R"(Si propone la reiezione. | Si toglie ciò che termine, limiti, lavoratori e ore escludono: il resto si può autorizzare. Decide la persona. | Artt. 10, 12 e 15 D.Lgs. 148/2015 | motivo: Sono esclusi i lavoratori alle righe 1–10 dell’elenco: i dirigenti non possono essere beneficiari. [calcolo, proposta]
  L’azienda rientra nel campo della CIGO. | La CIGO si autorizza solo a chi vi rientra per inquadramento. | Art. 10, comma 1, lettere a)-l), D.Lgs. 148/2015
    [instradamento]
  Nessuna settimana si perde per il termine. | Di una domanda tardiva si perdono le settimane che finiscono prima del primo giorno autorizzabile. | data di invio: 24/11/2026 [registro INPS, protocollo della domanda]
    [scadenza]
  Settimane nei termini: 2; di queste, nei limiti di durata: 2. = 2 settimane | Si tengono le prime settimane che entrano in tutti i limiti insieme.
    [consecutive]
    [biennio]
    [quinquennio]
  Lavoratori esclusi da tutte le settimane: 10 su 10. | Ogni lavoratore si guarda da solo: qualifica, anzianità nell’unità, rapporto in quei giorni, altre domande. | lavoratori: 10 [domanda, lavoratori.beneficiari]
    Sono esclusi i lavoratori alle righe 1–10 dell’elenco: i dirigenti non possono essere beneficiari. | art. 1 c. 1 D.Lgs. 148/2015
  Ore che restano: 0,00 ore. Σ 0 centesimi | Dalle ore richieste si tolgono quelle delle settimane e dei lavoratori esclusi e quelle oltre il terzo.
    Ore richieste: 320,00 ore. = 32000 centesimi | ore del piano: 320,00 [domanda, periodo.settimane]
    Lavoratori esclusi, per la loro parte dell’orario: 320,00 ore in meno. = -32000 centesimi | ore tolte: 320,00 [calcolo, lavoratori]
    [terzo]
)");
}

BOOST_AUTO_TEST_CASE(its_steps_are_the_trees_of_the_results_on_what_was_left) {
  test::World w;
  w.oggi = day("2026-12-04");  // the first of two weeks is lost
  w.r.autorizzazioni = {used(4, 100)};
  const auto tree = answer(w).albero;
  test::World left = w;
  left.d.periodo.settimane.erase(left.d.periodo.settimane.begin());
  left.d.periodo.dal = domain::enter<domain::Date>("23/11/2026");
  for (const char* code : {"consecutive", "biennio", "quinquennio", "terzo"}) {
    const auto expected = test::explained(left, code);
    BOOST_REQUIRE(expected.ok());
    const auto* step = test::find_step(tree, expected.value().affermazione);
    BOOST_REQUIRE_MESSAGE(step != nullptr, code);
    BOOST_TEST((step->codice == code));
    BOOST_TEST((*step == expected.value()), code);
  }
}

BOOST_AUTO_TEST_CASE(the_sums_of_the_tree_are_the_result_whatever_the_history) {
  int partial = 0;
  int refused = 0;
  for (std::uint32_t seed = 1; seed <= 120; ++seed) {
    const auto s = tests::scenario(seed);
    test::World w;
    tests::Dice dice(seed);
    for (const auto& a : s.registro.autorizzazioni) {
      w.r.autorizzazioni.push_back(a);
      w.r.autorizzazioni.back().unita_produttiva = 1;
      w.r.autorizzazioni.back().ore_centesimi = 100 * dice.roll(6000);
    }
    for (auto& one : w.d.lavoratori.beneficiari) one.qualifica = dice.roll(8) == 1 ? "dirigente" : one.qualifica;
    w.oggi = day("2026-11-24") + dice.roll(20);
    const auto r = answer(w);
    BOOST_TEST_CONTEXT("seed " << seed) {
      test::check_step(r.albero, day("2026-11-16"));
      const auto* hours = test::find_step(r.albero, "Ore che restano");
      BOOST_REQUIRE(hours != nullptr);
      const auto* weeks = test::find_step(r.albero, "Settimane nei termini");
      if (r.proposta.tipo == Tipo::reiezione) {
        ++refused;
        continue;
      }
      BOOST_REQUIRE(hours->quantita->valore == r.proposta.ore_centesimi);
      BOOST_REQUIRE(weeks != nullptr);
      partial += r.proposta.tipo == Tipo::accoglimento_parziale ? 1 : 0;
    }
  }
  BOOST_TEST(partial > 10);
  BOOST_TEST(refused > 10);
}

BOOST_AUTO_TEST_SUITE_END()
