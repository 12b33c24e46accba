// The dialog of a person's own choices, and the keys that press a button.
#include <boost/test/unit_test.hpp>

#include "tests/unit/client/office.hpp"

using namespace omnia;
using test::Driver;
using view::Kind;

BOOST_AUTO_TEST_SUITE(preferences)

BOOST_AUTO_TEST_CASE(the_theme_is_chosen_in_a_dialog_and_remembered) {
  Driver d;
  test::open_new(d);
  BOOST_TEST(d.find(Kind::dialog, "Aspetto e tasti") == nullptr);
  d.click("Aspetto e tasti");
  BOOST_TEST(d.find(Kind::dialog, "Aspetto e tasti") != nullptr);
  BOOST_TEST(d.get(Kind::radio, "Come chiede il sistema").checked);
  d.choose("Scuro");
  BOOST_TEST(d.get(Kind::radio, "Scuro").checked);
  BOOST_REQUIRE(d.last<app::SetPreference>() != nullptr);
  BOOST_TEST(d.last<app::SetPreference>()->nome == "tema");
  BOOST_TEST(d.last<app::SetPreference>()->valore == "scuro");
  d.choose("Come chiede il sistema");
  BOOST_TEST(d.last<app::SetPreference>()->valore.empty());
  d.click("Chiudi");
  BOOST_TEST(d.find(Kind::dialog, "Aspetto e tasti") == nullptr);
}

BOOST_AUTO_TEST_CASE(what_the_browser_kept_is_there_at_the_next_visit) {
  app::Model model;
  app::update(model, app::Start{"2026-11-24", "html", "a", {{"tema", "contrasto"}, {"tasti", "no"}}});
  BOOST_TEST(model.preferenze.tema == "contrasto");
  BOOST_TEST(!model.preferenze.tasti);
  app::update(model, app::Start{"2026-11-24", "html", "a", {{"tema", "viola"}}});
  BOOST_TEST(model.preferenze.tema.empty());
  BOOST_TEST(model.preferenze.tasti);
}

BOOST_AUTO_TEST_CASE(keys_press_the_moves_and_the_steps_and_the_dialog_lists_them) {
  Driver d;
  test::open_new(d);
  BOOST_TEST(d.get(Kind::button, "Continua").shortcut == "n");
  BOOST_TEST(d.get(Kind::step, "Azienda").shortcut == "1");
  BOOST_TEST(d.get(Kind::link, "Aspetto e tasti").shortcut == "?");
  d.click("Aspetto e tasti");
  BOOST_TEST(d.get(Kind::definition, "n").value == "Continua");
  BOOST_TEST(d.get(Kind::definition, "1 … 9").value == "Vai a quel passo della domanda");
  BOOST_TEST(d.get(Kind::definition, "Ctrl+D").value == "Nelle griglie, ripete il valore fino in fondo alla colonna");
}

BOOST_AUTO_TEST_CASE(who_turns_the_keys_off_has_none) {
  Driver d;
  test::open_new(d);
  d.click("Aspetto e tasti");
  d.check("Usa i tasti di scelta rapida", false);
  BOOST_TEST(d.last<app::SetPreference>()->valore == "no");
  BOOST_TEST(d.find(Kind::definition, "n") == nullptr);
  d.click("Chiudi");
  BOOST_TEST(d.get(Kind::button, "Continua").shortcut.empty());
  BOOST_TEST(d.get(Kind::link, "Aspetto e tasti").shortcut.empty());
}

BOOST_AUTO_TEST_CASE(who_asks_to_go_on_sees_the_errors_of_the_step_on_top_and_each_leads_to_its_field) {
  Driver d;
  test::open_new(d);
  d.fill("PEC", "non una pec");
  BOOST_TEST(d.find_key("sommario") == nullptr);  // nobody has asked yet
  d.click("Continua");
  BOOST_TEST(d.title() == "Azienda");
  BOOST_REQUIRE(d.find_key("sommario") != nullptr);
  BOOST_REQUIRE(d.find_key("sommario:A-AZI-06:azienda.pec") != nullptr);
  d.click_key("sommario:A-AZI-06:azienda.pec");
  BOOST_REQUIRE(d.last<app::FocusNode>() != nullptr);
  BOOST_TEST(d.last<app::FocusNode>()->key == "azienda.pec");
}

BOOST_AUTO_TEST_SUITE_END()
