#include "wasm-client/app/locking.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/client/office.hpp"

using namespace omnia;
using test::Driver;
using view::Kind;

BOOST_AUTO_TEST_SUITE(locking)

BOOST_AUTO_TEST_CASE(the_passphrase_is_chosen_after_reading_what_forgetting_it_means) {
  Driver d;
  test::log_in(d);
  d.click("Proteggi con una frase segreta");
  BOOST_TEST(d.shows("Se dimentichi la frase, le bozze di questo browser sono perdute: nessuno può riaprirle, nemmeno l’ente."));
  d.fill("Frase segreta", "corta");
  d.click("Proteggi le bozze");
  BOOST_TEST(d.field("Frase segreta").error == "La frase è corta: usa almeno 12 caratteri.");
  d.fill("Frase segreta", "quattro parole a caso è");
  d.fill("Ripeti la frase segreta", "quattro parole a caso");
  d.click("Proteggi le bozze");
  BOOST_TEST(d.field("Frase segreta").error == "Le due frasi sono diverse: scrivile di nuovo uguali.");
  BOOST_TEST(d.last<app::Lock>() == nullptr);
  d.fill("Ripeti la frase segreta", "quattro parole a caso è");
  d.select("Chiudi da sola", "dopo 30 minuti di inattività");
  d.click("Proteggi le bozze");
  BOOST_REQUIRE(d.last<app::Lock>() != nullptr);
  BOOST_TEST(d.last<app::Lock>()->azione == "proteggi");
  BOOST_TEST(d.last<app::Lock>()->frase == "quattro parole a caso è");
  BOOST_TEST(d.last<app::Lock>()->minuti == 30);
  BOOST_TEST(d.model.serratura.frase.empty(), "what was typed is forgotten at once");
  BOOST_TEST(d.model.serratura.ripetuta.empty());
  d.send(app::LockState{"aperta"});
  BOOST_TEST(d.find(Kind::badge, "Protette con una frase segreta") != nullptr);
  d.click("Chiudi adesso");
  BOOST_TEST(d.last<app::Lock>()->azione == "chiudi");
  d.click("Togli la protezione");
  BOOST_TEST(d.last<app::Lock>()->azione == "togli");
  d.send(app::LockState{"assente"});
  BOOST_TEST(d.find(Kind::button, "Proteggi con una frase segreta") != nullptr);
}

BOOST_AUTO_TEST_CASE(closed_drafts_ask_for_the_passphrase_before_the_home) {
  Driver d;
  d.send(app::Start{"2026-11-24", "html", "5eed"});
  d.send(app::LockState{"chiusa"});
  d.send(app::DraftsLoaded{{}});
  d.answer("sessione", 200, test::session_json());
  BOOST_TEST(d.title() == "Le bozze sono chiuse");
  BOOST_TEST(d.find(Kind::button, "Nuova domanda") == nullptr);
  d.fill("Frase segreta", "sbagliata del tutto");
  d.click("Apri le bozze");
  BOOST_REQUIRE(d.last<app::Lock>() != nullptr);
  BOOST_TEST(d.last<app::Lock>()->frase == "sbagliata del tutto");
  BOOST_TEST(d.get(Kind::button, "Apri le bozze").disabled);
  d.send(app::LockState{"errata"});
  BOOST_TEST(d.field("Frase segreta").error == "La frase non è quella giusta: controlla maiuscole, accenti e spazi e riprova.");
  d.fill("Frase segreta", "quattro parole a caso");
  d.click("Apri le bozze");
  d.send(app::LockState{"aperta"});
  BOOST_TEST(d.last<app::LoadDrafts>() != nullptr);
  BOOST_TEST(d.title() == "Buon lavoro, Anna");
}

BOOST_AUTO_TEST_CASE(a_forgotten_passphrase_can_only_throw_the_drafts_away) {
  Driver d;
  d.send(app::Start{"2026-11-24", "html", "5eed"});
  d.send(app::LockState{"chiusa"});
  d.answer("sessione", 200, test::session_json());
  BOOST_TEST(d.find(Kind::button, "Elimina le bozze chiuse e ricomincia") == nullptr);
  d.click("Ho dimenticato la frase");
  BOOST_TEST(d.shows("L’eliminazione non si annulla."));
  d.click("Elimina le bozze chiuse e ricomincia");
  BOOST_TEST(d.last<app::Lock>()->azione == "dimentica");
  d.send(app::LockState{"assente"});
  BOOST_TEST(d.title() == "Buon lavoro, Anna");
}

BOOST_AUTO_TEST_CASE(without_network_closed_drafts_are_opened_first) {
  Driver d;
  d.send(app::Start{"2026-11-24", "html", "5eed"});
  d.send(app::LockState{"chiusa"});
  d.send(app::DraftsLoaded{{}});
  d.answer("sessione", 0, "");
  BOOST_TEST(d.title() == "Le bozze sono chiuse");
}

BOOST_AUTO_TEST_CASE(an_operator_is_not_asked_for_the_passphrase_of_drafts) {
  Driver d;
  d.send(app::Start{"2026-11-24", "html", "5eed"});
  d.send(app::LockState{"chiusa"});
  d.answer("sessione", 200, test::session_json("operatore"));
  BOOST_TEST(d.title() == "Domande della Sede 7000");
}

BOOST_AUTO_TEST_CASE(a_shared_computer_says_so_and_starts_anew_at_the_end) {
  Driver d;
  d.start();
  d.answer("sessione", 401, "{}");
  d.answer("accesso", 200, R"({"fornitori":[],"demo":true})");
  d.answer("identita", 200, R"({"identita":[{"id":"anna","nome":"Anna","cognome":"Prova","ruolo":"datore","descrizione":""}]})");
  d.check("Questo computer è condiviso: non conservare nulla");
  BOOST_REQUIRE(d.last<app::Share>() != nullptr);
  BOOST_TEST(d.last<app::Share>()->attivo);
  d.send(app::DraftsLoaded{{}});
  d.click("Entra come Anna Prova");
  d.answer("accedi", 200, test::session_json());
  BOOST_TEST(d.find(Kind::badge, "Computer condiviso: qui non resta nulla") != nullptr);
  BOOST_TEST(d.find(Kind::button, "Proteggi con una frase segreta") == nullptr);
  d.click("Esci");
  d.answer("esci", 204, "");
  BOOST_TEST(d.last<app::Restart>() != nullptr);
  BOOST_TEST(!d.last<app::Share>()->attivo);
}

BOOST_AUTO_TEST_SUITE_END()
