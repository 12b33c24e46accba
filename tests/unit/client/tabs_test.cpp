#include "wasm-client/app/tabs.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/client/office.hpp"
#include "wasm-client/app/drafts.hpp"

using namespace omnia;
using test::Driver;
using view::Kind;

namespace {

std::string draft_id(const Driver& d) { return d.model.scrivania->bozza.draft.id; }
const char* const kSurname = "Cognome del legale rappresentante";

}  // namespace

BOOST_AUTO_TEST_SUITE(tabs)

BOOST_AUTO_TEST_CASE(opening_a_draft_asks_for_it_and_leaving_gives_it_back) {
  Driver d;
  test::open_new(d);
  const std::string id = draft_id(d);
  BOOST_REQUIRE(d.last<app::TakeDraft>() != nullptr);
  BOOST_TEST(d.last<app::TakeDraft>()->id == id);
  BOOST_TEST(!d.last<app::TakeDraft>()->forza);
  d.click("Chiudi e torna alle tue domande: la bozza resta salvata");
  BOOST_TEST(d.last<app::ReleaseDraft>() != nullptr);
}

BOOST_AUTO_TEST_CASE(a_draft_open_elsewhere_is_read_and_can_be_taken_over) {
  Driver d;
  test::open_new(d);
  d.send(app::DraftElsewhere{draft_id(d)});
  BOOST_TEST(d.shows("Questa bozza è aperta in un’altra scheda: qui puoi solo leggerla."));
  BOOST_TEST(d.field(kSurname).disabled);
  BOOST_TEST(!d.get(Kind::button, "Continua").disabled);
  d.click("Causale");
  BOOST_TEST(d.title() == "Causale");
  BOOST_TEST(d.last<app::StoreDraft>() == nullptr, "who only reads writes nothing");
  BOOST_TEST(d.get(Kind::select, "Causale").disabled);
  d.click("Lavora qui");
  BOOST_REQUIRE(d.last<app::TakeDraft>() != nullptr);
  BOOST_TEST(d.last<app::TakeDraft>()->forza);
  app::Bozza theirs = d.model.scrivania->bozza;
  theirs.draft.azienda.legale_rappresentante.cognome = "Scritto di là";
  theirs.sezione = "azienda";
  d.send(app::DraftTaken{draft_id(d), app::write_bozza(theirs)});
  BOOST_TEST(!d.shows("aperta in un’altra scheda"));
  BOOST_TEST(d.field(kSurname).value == "Scritto di là");
  BOOST_TEST(!d.field(kSurname).disabled);
}

BOOST_AUTO_TEST_CASE(a_draft_taken_over_by_another_tab_is_only_read_here) {
  Driver d;
  test::open_new(d);
  d.fill(kSurname, "Rossi");
  d.send(app::DraftGivenUp{draft_id(d)});
  BOOST_TEST(
      d.shows("Stai lavorando a questa bozza in un’altra scheda: qui puoi solo leggerla. Quello che avevi scritto è salvo."));
  BOOST_TEST(d.field(kSurname).disabled);
  d.send(app::DraftGivenUp{"un’altra"});
  BOOST_TEST(d.field(kSurname).value == "Rossi");
}

BOOST_AUTO_TEST_CASE(keys_that_came_before_the_answer_are_not_lost) {
  Driver d;
  test::open_new(d);
  const app::Bozza stored = d.model.scrivania->bozza;
  d.type(kSurname, "Rossi");
  d.send(app::DraftTaken{draft_id(d), app::write_bozza(stored)});
  BOOST_TEST(d.field(kSurname).value == "Rossi");
}

BOOST_AUTO_TEST_CASE(when_two_tabs_wrote_the_same_draft_both_versions_stay) {
  Driver d;
  test::open_new(d);
  const std::string id = draft_id(d);
  app::Bozza theirs = d.model.scrivania->bozza;
  theirs.draft.azienda.legale_rappresentante.cognome = "Di là";
  d.browser_stores = false;
  d.fill(kSurname, "Di qua");
  d.send(app::DraftStored{id, false, "", true});
  BOOST_TEST(draft_id(d) != id);
  BOOST_TEST(
      d.shows("La bozza è stata modificata anche in un’altra scheda: quello che hai scritto qui è salvo nella bozza «Officine di "
              "Prova S.r.l. (versione di questa scheda)», l’altra versione è tra le tue bozze."));
  BOOST_TEST(d.field(kSurname).value == "Di qua");
  BOOST_REQUIRE(d.last<app::StoreDraft>() != nullptr);
  BOOST_TEST(d.last<app::StoreDraft>()->id == draft_id(d));
  BOOST_TEST(d.last<app::LoadDrafts>() != nullptr);
  d.send(app::DraftsLoaded{{app::write_bozza(d.model.scrivania->bozza), app::write_bozza(theirs)}});
  BOOST_TEST(d.model.bozze.size() == 2U);
  BOOST_TEST(app::find_draft(d.model, id)->draft.azienda.legale_rappresentante.cognome == "Di là");
}

BOOST_AUTO_TEST_CASE(the_home_follows_what_other_tabs_write) {
  Driver d;
  test::log_in(d);
  d.send(app::DraftsChanged{});
  BOOST_TEST(d.last<app::LoadDrafts>() != nullptr);
  app::Bozza one;
  one.draft = test::clean_draft();
  one.identita = "anna";
  one.nome = "Scritta di là";
  d.send(app::DraftsLoaded{{app::write_bozza(one)}});
  BOOST_TEST(d.find(Kind::button, "Riprendi Scritta di là") != nullptr);
  d.send(app::DraftsLoaded{{}});
  BOOST_TEST(d.find(Kind::button, "Riprendi Scritta di là") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_new_version_is_said_and_waits_for_the_person) {
  Driver d;
  test::open_new(d);
  d.send(app::NewVersion{});
  BOOST_TEST(d.title() == "Azienda");
  BOOST_TEST(d.shows("È pronta una nuova versione del programma."));
  d.click("Aggiorna adesso");
  BOOST_TEST(d.last<app::TakeVersion>() != nullptr);
}

BOOST_AUTO_TEST_CASE(a_draft_of_a_newer_version_is_read_and_never_written) {
  app::Bozza one;
  one.draft = test::clean_draft();
  one.identita = "anna";
  nlohmann::json text = nlohmann::json::parse(app::write_bozza(one));
  text["bozza"]["versione"] = 9;
  text["bozza"]["azienda"]["campo_del_futuro"] = "x";
  Driver d;
  d.stored_ids = {one.draft.id, "registro." + test::matricola()};
  d.stored_texts = {text.dump(), R"({"tipo":"registro","matricola":")" + test::matricola() +
                                     R"(","quando":"2026-11-20 18:02","registro":)" + wire::write(test::clean_registry()) + "}"};
  d.start();
  d.answer("sessione", 200, test::session_json());
  d.click("Riprendi Officine di Prova S.r.l.");
  BOOST_TEST(
      d.shows("Questa bozza è stata salvata da una versione più recente del programma: qui puoi leggerla e stamparla. Per "
              "modificarla aggiorna il programma."));
  BOOST_TEST(d.field(kSurname).disabled);
  d.click("Causale");
  BOOST_TEST(d.stored_texts[0] == text.dump());
  BOOST_TEST(d.shows("Dati dell’ente al 20/11/2026 18:02"));
}

BOOST_AUTO_TEST_SUITE_END()
