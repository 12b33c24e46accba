#include <boost/test/unit_test.hpp>

#include "tests/unit/client/office.hpp"

using namespace omnia;
using test::Driver;
using view::Kind;

namespace {

// Twelve weeks authorised in 2025 on the plant.
domain::Registry with_history() {
  auto registry = test::clean_registry();
  domain::Autorizzazione a;
  a.numero = "A1";
  a.unita_produttiva = 1;
  a.prestazione = "CIGO";
  a.causale = "MANC_LAVORO";
  a.periodo = {test::day("2025-03-03"), test::day("2025-05-25")};
  registry.autorizzazioni = {a};
  return registry;
}

// A domanda of two weeks, ready to be sent.
void open_filled(Driver& d) {
  test::open_new(d, with_history());
  test::fill_all(d);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(perche)

BOOST_AUTO_TEST_CASE(the_why_of_a_counter_unfolds_and_folds_again) {
  Driver d;
  open_filled(d);
  const std::string row = "A1, dal 03/03/2025 al 25/05/2025: conta 12 settimane.";
  BOOST_TEST(!d.shows(row));
  d.click("Perché? Biennio mobile");
  BOOST_TEST(d.shows(row));
  BOOST_TEST(d.shows("Restano 40 settimane prima della richiesta: 52 meno 12."));
  BOOST_TEST(d.shows("limite: 52 settimane (tabella delle norme); settimane usate: 12 (calcolo)"));
  const auto& section = d.get(Kind::section, "Perché: Biennio mobile");
  // The finding already stands above the button: rule, facts and steps follow.
  BOOST_REQUIRE(section.children.size() == 3U);
  BOOST_TEST(section.children[0].label ==
             "Nel biennio mobile si possono usare al massimo 52 settimane di CIGO. Fonte: Art. 12, comma 3, D.Lgs. 148/2015.");
  const auto& unit = section.children[1].children[0];
  BOOST_TEST(unit.label == "unità produttiva");
  BOOST_TEST(unit.value == "1, Stabilimento di Roma");
  BOOST_TEST(unit.help == "domanda");
  BOOST_TEST((section.children[2].kind == Kind::list));
  // The same button, so that the focus stays where it is.
  BOOST_TEST(d.find_key("perche:biennio")->label == "Chiudi il perché: Biennio mobile");
  d.click("Chiudi il perché: Biennio mobile");
  BOOST_TEST(!d.shows(row));
}

BOOST_AUTO_TEST_CASE(while_it_is_open_it_follows_what_is_typed) {
  Driver d;
  open_filled(d);
  d.click("Perché? Termine della domanda");
  BOOST_TEST(d.shows("L’ultimo giorno utile per inviare la domanda è martedì 1º dicembre 2026."));
  // A fact of the domanda names its field as the form does.
  BOOST_TEST(d.shows("inizio effettivo: 16/11/2026 (domanda, «Primo giorno di sospensione o riduzione»)"));
  d.click_key("sezione:periodo");
  d.fill("Primo giorno di sospensione o riduzione", "17/11/2026");
  BOOST_TEST(d.shows("L’ultimo giorno utile per inviare la domanda è mercoledì 2 dicembre 2026."));
  BOOST_TEST(!d.shows("L’ultimo giorno utile per inviare la domanda è martedì 1º dicembre 2026."));
}

BOOST_AUTO_TEST_CASE(a_reading_is_said_to_be_one) {
  Driver d;
  open_filled(d);
  d.click("Perché? Un terzo delle ore lavorabili");
  BOOST_TEST(
      d.shows("Fonte: Art. 12, comma 5, D.Lgs. 148/2015: ore lavorabili come 104 settimane di orario contrattuale (lettura "
              "da confermare)."));
}

BOOST_AUTO_TEST_CASE(the_benefit_and_the_index_explain_themselves) {
  Driver d;
  open_filled(d);
  d.click("Perché? Prestazione suggerita");
  BOOST_TEST(d.shows("La posizione risponde alla riga routing.23 della tabella di instradamento."));
  d.click_key("sezione:pagamento");
  d.choose("Paga direttamente l’INPS (pagamento diretto)");
  d.fill("Liquidità immediate", "10.000");
  d.fill("Liquidità differite", "5.000");
  d.fill("Passività correnti", "17.000");
  d.click("Perché? Indice di liquidità");
  BOOST_TEST(d.shows("Indice: (10.000,00 + 5.000,00) / 17.000,00 = 0,88."));
}

BOOST_AUTO_TEST_CASE(a_new_draft_begins_with_everything_folded) {
  Driver d;
  open_filled(d);
  d.click("Perché? Biennio mobile");
  d.click("Chiudi e torna alle tue domande: la bozza resta salvata");
  d.click("Nuova domanda");
  d.answer("matricole", 200, test::matricole_json());
  d.click("Inizia la domanda per Officine di Prova S.r.l. (" + test::matricola() + ")");
  d.answer("registro:", 200, wire::write(with_history()));
  test::fill_all(d);
  BOOST_TEST(d.find(Kind::button, "Perché? Biennio mobile") != nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
