#include "wasm-client/app/history.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/client/office.hpp"

using namespace omnia;
using test::Driver;
using view::Kind;

BOOST_AUTO_TEST_SUITE(undoing)

BOOST_AUTO_TEST_CASE(keys_in_one_field_are_one_step_with_the_name_of_the_field) {
  Driver d;
  test::open_new(d);
  BOOST_TEST(d.get(Kind::button, "Annulla").disabled);
  BOOST_TEST(d.get(Kind::button, "Ripeti").disabled);
  d.fill("Cognome del legale rappresentante", "Rossi");
  d.fill("Nome del legale rappresentante", "Ada");
  d.click("Annulla: modifica di «Nome del legale rappresentante»");
  BOOST_TEST(d.field("Nome del legale rappresentante").value.empty());
  BOOST_TEST(d.field("Cognome del legale rappresentante").value == "Rossi");
  BOOST_TEST(d.shows("Annullato: modifica di «Nome del legale rappresentante»."));
  d.click_key("annulla");
  BOOST_TEST(d.field("Cognome del legale rappresentante").value.empty());
  BOOST_TEST(d.get(Kind::button, "Annulla").disabled);
  d.click_key("ripeti");
  d.click("Ripeti: modifica di «Nome del legale rappresentante»");
  BOOST_TEST(d.field("Cognome del legale rappresentante").value == "Rossi");
  BOOST_TEST(d.field("Nome del legale rappresentante").value == "Ada");
  BOOST_TEST(d.shows("Ripetuto: modifica di «Nome del legale rappresentante»."));
}

BOOST_AUTO_TEST_CASE(what_is_undone_is_stored_and_reviewed_again) {
  Driver d;
  test::open_new(d);
  d.fill("PEC", "non è un indirizzo");
  BOOST_TEST(!d.field("PEC").error.empty());
  d.click_key("annulla");
  BOOST_TEST(d.field("PEC").value == "prova@pec.example");
  BOOST_TEST(d.field("PEC").error.empty());
  const auto stored = nlohmann::json::parse(d.stored_texts.back());
  BOOST_TEST(stored["bozza"]["azienda"]["pec"] == "prova@pec.example");
}

BOOST_AUTO_TEST_CASE(workers_taken_off_come_back_all_together) {
  Driver d;
  test::open_new(d);
  d.click("Lavoratori");
  d.click("Scegli tutti i 20 dell’elenco");
  BOOST_TEST(d.find(Kind::button, "Annulla: aggiunti 20 lavoratori") != nullptr);
  d.click("Togli tutti i 20 dell’elenco");
  BOOST_TEST(d.model.scrivania->bozza.draft.lavoratori.beneficiari.empty());
  d.click("Annulla: tolti 20 lavoratori");
  BOOST_TEST(d.model.scrivania->bozza.draft.lavoratori.beneficiari.size() == 20U);
  d.click("Annulla: aggiunti 20 lavoratori");
  BOOST_TEST(d.model.scrivania->bozza.draft.lavoratori.beneficiari.empty());
}

BOOST_AUTO_TEST_CASE(undo_goes_to_the_section_of_what_it_undoes) {
  Driver d;
  test::open_new(d);
  d.fill("PEC", "altra@pec.example");
  d.click("Causale");
  d.click_key("annulla");
  BOOST_TEST(d.title() == "Azienda");
  BOOST_REQUIRE(d.last<app::FocusNode>() != nullptr);
  BOOST_TEST(d.last<app::FocusNode>()->key == "titolo");
}

BOOST_AUTO_TEST_CASE(a_new_change_forgets_what_could_be_done_again) {
  Driver d;
  test::open_new(d);
  d.fill("PEC", "a@pec.example");
  d.click_key("annulla");
  d.fill("PEC", "b@pec.example");
  BOOST_TEST(d.get(Kind::button, "Ripeti").disabled);
}

BOOST_AUTO_TEST_CASE(typed_and_taken_back_is_nothing_to_undo) {
  Driver d;
  test::open_new(d);
  d.type("PEC", "x");
  d.fill("PEC", "prova@pec.example");
  BOOST_TEST(d.get(Kind::button, "Annulla").disabled);
}

BOOST_AUTO_TEST_CASE(an_emptied_field_says_so) {
  Driver d;
  test::open_new(d);
  d.fill("PEC", "");
  BOOST_TEST(d.find(Kind::button, "Annulla: «PEC» cancellato") != nullptr);
}

BOOST_AUTO_TEST_CASE(a_pasted_block_is_one_step) {
  Driver d;
  test::open_new(d);
  d.click("Periodo e settimane");
  d.fill("Primo giorno di sospensione o riduzione", "16/11/2026");
  d.fill("Domenica dell’ultima settimana", "29/11/2026");
  const std::size_t before = d.model.scrivania->storia.annullabili.size();
  d.send(app::Paste{d.field("Lavoratori, settimana del 16/11/2026").key, "20\t0\n18\t2"});
  BOOST_TEST(d.field("Lavoratori, settimana del 23/11/2026").value == "18");
  BOOST_TEST(d.model.scrivania->storia.annullabili.size() == before + 1);
  d.click("Annulla: modifica nella sezione «Periodo e settimane»");
  BOOST_TEST(d.field("Lavoratori, settimana del 16/11/2026").value.empty());
  BOOST_TEST(d.field("Di cui a zero ore, settimana del 23/11/2026").value.empty());
}

BOOST_AUTO_TEST_CASE(the_steps_kept_are_bounded_also_by_their_workers) {
  app::Scrivania desk;
  app::begin_history(desk);
  for (std::size_t i = 0; i < app::kMostSteps + 20; ++i) {
    desk.bozza.draft.azienda.denominazione = std::to_string(i);
    app::record_step(desk, "");
  }
  BOOST_TEST(desk.storia.annullabili.size() == app::kMostSteps);
  auto& workers = desk.bozza.draft.lavoratori.beneficiari;
  workers.resize(20'000);
  for (std::size_t i = 0; i < 10; ++i) {
    workers[0].cognome = std::to_string(i);
    app::record_step(desk, "");
  }
  BOOST_TEST(desk.storia.annullabili.size() <= 4U);
  BOOST_TEST(desk.storia.annullabili.size() >= 2U);
}

BOOST_AUTO_TEST_SUITE_END()
