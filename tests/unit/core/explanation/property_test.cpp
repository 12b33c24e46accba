// What must hold of every explanation, over random histories: its figures are those of the result, and they add up.
#include "shared/rules/counters/contribution.hpp"
#include "tests/unit/core/counters/random_history.hpp"
#include "tree.hpp"

namespace {

using namespace omnia;
using rules::routing::Settore;
using test::explained;
using test::find_step;

const char* csc_of(Settore settore) {
  switch (settore) {
    case Settore::industria:
      return "10705";
    case Settore::edilizia:
      return "11301";
    case Settore::lapidei:
      return "11101";
    default:
      return "70101";
  }
}

// The clean domanda with the history, the sector and the request of the scenario.
test::World world_of(const tests::Scenario& s) {
  test::World w;
  auto& position = w.r.posizione;
  position.csc = csc_of(s.settore);
  position.ateco2007 = s.settore == Settore::altro ? "471110" : "";
  if (s.settore == Settore::altro) position.ca = {{"0J", test::day("2016-01-01"), std::nullopt}};
  w.r.autorizzazioni = s.registro.autorizzazioni;
  for (auto& a : w.r.autorizzazioni) a.unita_produttiva = a.unita_produttiva == 0 ? 1 : 2;
  w.r.aggiornato_al = s.registro.aggiornato_al;
  test::up(w).giorni_settimana = s.divisore;
  w.d.causale.id = s.richiesta.eone ? "METEO_EDIL" : "MANC_LAVORO";
  w.d.periodo.settimane.resize(1);
  test::ask(w, s.richiesta.primo_lunedi.iso().c_str(), s.richiesta.settimane);
  return w;
}

rules::counters::Contatori counted(const tests::Scenario& s) { return tests::count(s.registro, s.richiesta, s.settore); }

std::int64_t figure(const test::Spiegazione& tree, std::string_view start) {
  const auto* step = find_step(tree, start);
  BOOST_REQUIRE_MESSAGE(step != nullptr && step->quantita.has_value(), start << "\n" << test::drawn(tree));
  return step->quantita->valore;
}

// The figures of a sliding counter, from its steps: window, used, left, asked, admitted.
void same_figures(const test::Spiegazione& tree, const rules::counters::Contatore& t) {
  BOOST_REQUIRE(tree.affermazione == t.testo);
  BOOST_REQUIRE(tree.citazione == t.citazione);
  BOOST_REQUIRE(tree.lettura == t.lettura);
  BOOST_REQUIRE(tree.passi.size() >= 5U);
  const auto& used = tree.passi[1];
  BOOST_REQUIRE_MESSAGE(used.quantita->valore == t.usato && used.somma, test::drawn(tree));
  BOOST_REQUIRE(used.passi.size() == t.righe.size());
  BOOST_REQUIRE(tree.passi[2].quantita->valore == t.residuo);
  BOOST_REQUIRE(tree.passi[3].quantita->valore == t.richiesto);
  BOOST_REQUIRE(tree.passi[4].quantita->valore == t.settimane_ammesse);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(explanation_properties)

BOOST_AUTO_TEST_CASE(the_sums_of_a_counter_equal_its_result) {
  int with_rows = 0;
  int exceeded = 0;
  for (std::uint32_t seed = 1; seed <= 400; ++seed) {
    const auto s = tests::scenario(seed);
    const auto w = world_of(s);
    const auto c = counted(s);
    BOOST_TEST_CONTEXT("seed " << seed) {
      const auto biennio = explained(w, "biennio");
      BOOST_REQUIRE(biennio.ok());
      same_figures(biennio.value(), c.biennio);
      const auto quinquennio = explained(w, "quinquennio");
      BOOST_REQUIRE(quinquennio.ok());
      same_figures(quinquennio.value(), c.quinquennio);
      const auto consecutive = explained(w, "consecutive");
      BOOST_REQUIRE(consecutive.ok());
      BOOST_REQUIRE(consecutive.value().affermazione == c.consecutive.testo);
      if (!c.consecutive.esente) {
        BOOST_REQUIRE(figure(consecutive.value(), "Già autorizzate nella serie") == c.consecutive.usato);
      }
      for (const auto& tree : {biennio, quinquennio, consecutive}) test::check_step(tree.value(), s.richiesta.primo_lunedi);
      with_rows += c.biennio.righe.size() > 2 ? 1 : 0;
      exceeded += c.biennio.superato || c.quinquennio.superato ? 1 : 0;
    }
  }
  // The histories are worth something only if they have something to add up.
  BOOST_TEST(with_rows > 200);
  BOOST_TEST(exceeded > 60);
}

BOOST_AUTO_TEST_CASE(every_topic_of_every_history_holds_together) {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    const auto s = tests::scenario(seed);
    auto w = world_of(s);
    if (seed % 3 == 0) w.d.periodo.tipo = domain::TipoRichiesta::proroga;
    if (seed % 2 == 0) w.d.pagamento.modalita = domain::ModalitaPagamento::diretto;
    const auto all = rules::explanation::explain_all(w.d, w.r, norms::Norms::builtin(), w.oggi);
    BOOST_TEST_CONTEXT("seed " << seed) {
      BOOST_REQUIRE(all.size() > 10U);
      for (const auto& tree : all) {
        BOOST_REQUIRE(!tree.codice.empty());
        test::check_step(tree, s.richiesta.primo_lunedi);
        const auto alone = explained(w, tree.codice);
        BOOST_REQUIRE(alone.ok());
        if (tree.codice[0] != 'A') BOOST_REQUIRE((alone.value() == tree));
        test::check_step(alone.value(), s.richiesta.primo_lunedi);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_hours_of_the_third_and_the_weeks_of_the_contribution_add_up) {
  int used = 0;
  for (std::uint32_t seed = 1; seed <= 200; ++seed) {
    const auto s = tests::scenario(seed);
    auto w = world_of(s);
    tests::Dice dice(seed + 7);
    for (auto& a : w.r.autorizzazioni) a.ore_centesimi = 100 * dice.roll(4000);
    const auto c = w.review().contatori.terzo;
    const auto tree = explained(w, "terzo");
    BOOST_TEST_CONTEXT("seed " << seed) {
      BOOST_REQUIRE(tree.ok());
      test::check_step(tree.value(), s.richiesta.primo_lunedi);
      BOOST_REQUIRE(figure(tree.value(), "Ore già autorizzate dal") == c.autorizzate);
      BOOST_REQUIRE(figure(tree.value(), "Ore richieste") == c.richieste);
      BOOST_REQUIRE(figure(tree.value(), "Limite") == c.limite);
      used += c.autorizzate > 0 ? 1 : 0;
      const auto rate = explained(w, "contributo");
      BOOST_REQUIRE(rate.ok());
      test::check_step(rate.value(), s.richiesta.primo_lunedi);
    }
  }
  BOOST_TEST(used > 150);
}

BOOST_AUTO_TEST_SUITE_END()
