#include "wasm-client/app/drafts.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/client/office.hpp"
#include "wasm-client/app/submission.hpp"

using namespace omnia;
using test::Driver;
using view::Kind;

namespace {

// The same browser opened again: what was stored is there, the program starts anew.
Driver reload(const Driver& before) {
  Driver d;
  d.stored_ids = before.stored_ids;
  d.stored_texts = before.stored_texts;
  d.start();
  return d;
}

std::string draft_id(const Driver& d) { return d.model.scrivania->bozza.draft.id; }

}  // namespace

BOOST_AUTO_TEST_SUITE(drafts)

BOOST_AUTO_TEST_CASE(every_keystroke_is_stored_and_survives_a_reload) {
  Driver before;
  test::open_new(before);
  before.type("Cognome del legale rappresentante", "Šarić");
  BOOST_TEST(before.shows("Bozza salvata in questo browser"));
  Driver d = reload(before);
  d.answer("sessione", 200, test::session_json());
  d.answer("domande", 200, test::no_domande_json());
  BOOST_TEST(d.shows("Ferma alla sezione"));
  d.click("Riprendi Officine di Prova S.r.l.");
  BOOST_TEST(d.field("Cognome del legale rappresentante").value == "Šarić");
  // The browser's copy of the registry serves until the office answers.
  BOOST_TEST(d.shows("I dati dell’azienda sono quelli salvati in questo browser"));
  d.answer("registro", 200, wire::write(test::clean_registry()));
  BOOST_TEST(!d.shows("I dati dell’azienda sono quelli salvati in questo browser"));
}

BOOST_AUTO_TEST_CASE(a_reload_gives_back_the_section_and_the_alerts_already_shown) {
  Driver before;
  test::open_new(before);
  before.click("Unità produttiva");
  before.click("Continua");
  BOOST_TEST(before.shows("Da sistemare (1 errore, 0 avvisi)"));
  Driver d = reload(before);
  d.answer("sessione", 200, test::session_json());
  d.click("Riprendi Officine di Prova S.r.l.");
  BOOST_TEST(d.title() == "Unità produttiva");
  BOOST_TEST(d.shows("Da sistemare (1 errore, 0 avvisi)"));
}

BOOST_AUTO_TEST_CASE(the_stored_text_reads_back_as_it_was) {
  app::Bozza bozza;
  bozza.draft = test::clean_draft();
  bozza.identita = "anna";
  bozza.sezione = "periodo";
  bozza.toccati = {"azienda.pec", "periodo.dal"};
  bozza.controllate = {"azienda"};
  bozza.accettati = {{"A-LAV-09", "Visto."}};
  bozza.nome = "Cantiere di Savona";
  bozza.coda = app::Coda::da_confermare;
  bozza.registro_visto = "{}";
  bozza.esito = "No.";
  bozza.rifiuto = {{"A-PER-12", "errore", "periodo.dal", "Testo.", "Rimedio.", "Fonte"}};
  bozza.invio_tentato = true;
  bozza.chiave = "una-chiave";
  bozza.aggiornata_il = "2026-11-24";
  bozza.numero = 7;
  const auto read = app::read_bozza(app::write_bozza(bozza));
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST((read->draft == bozza.draft));
  BOOST_TEST(read->identita == "anna");
  BOOST_TEST(read->sezione == "periodo");
  BOOST_TEST((read->toccati == bozza.toccati));
  BOOST_TEST((read->controllate == bozza.controllate));
  BOOST_TEST((read->accettati == bozza.accettati));
  BOOST_TEST(read->nome == "Cantiere di Savona");
  BOOST_TEST((read->coda == app::Coda::da_confermare));
  BOOST_TEST(read->registro_visto == "{}");
  BOOST_TEST(read->esito == "No.");
  BOOST_REQUIRE(read->rifiuto.size() == 1U);
  BOOST_TEST(read->rifiuto[0].testo == "Testo.");
  BOOST_TEST(read->rifiuto[0].citazione == "Fonte");
  BOOST_TEST(read->invio_tentato);
  BOOST_TEST(read->chiave == "una-chiave");
  BOOST_TEST(read->aggiornata_il == "2026-11-24");
  BOOST_TEST(read->numero == 7);
  BOOST_TEST(!app::read_bozza(R"({"tipo":"bozza"})").has_value());
  BOOST_TEST(!app::read_bozza(R"({"tipo":"bozza","bozza":{"azienda":3}})").has_value());
  BOOST_TEST(!app::read_bozza("non è JSON").has_value());
}

BOOST_AUTO_TEST_CASE(companies_opened_lately_stay_for_work_without_network) {
  Driver d;
  test::open_new(d);
  d.model.scrivania.reset();
  app::discard(d.model, d.model.bozze.front().draft.id);
  BOOST_TEST(d.model.registri.size() == 1U);
  BOOST_TEST(d.model.registri.begin()->second.denominazione == "Officine di Prova S.r.l.");
  const std::string json = wire::write(test::clean_registry());
  app::Effects effects;
  for (int i = 0; i < 12; ++i)
    effects = app::keep_registry(d.model, "70000000" + std::to_string(10 + i), json, "18:" + std::to_string(10 + i));
  BOOST_TEST(d.model.registri.size() == 10U);
  BOOST_TEST(d.model.registri.count("7000000010") == 0U, "the oldest went");
  BOOST_TEST(std::get<app::DeleteDraft>(effects.back()).id == "registro.7000000011");
}

BOOST_AUTO_TEST_CASE(without_network_a_new_draft_starts_from_the_facts_of_this_browser) {
  Driver before;
  test::open_new(before);
  Driver d = reload(before);
  d.answer("sessione", 0, "");
  d.answer("domande", 0, "");
  d.click("Nuova domanda");
  d.answer("matricole", 0, "");
  BOOST_TEST(d.shows("Aziende aperte di recente in questo browser"));
  d.click("Inizia la domanda per Officine di Prova S.r.l. (" + test::matricola() + ")");
  BOOST_TEST(d.title() == "Azienda");
  BOOST_TEST(d.shows("I dati dell’azienda sono quelli salvati in questo browser"));
}

BOOST_AUTO_TEST_CASE(a_draft_that_does_not_read_is_said_and_harms_nothing) {
  Driver d;
  d.stored_ids = {"x"};
  d.stored_texts = {"{rotto"};
  d.start();
  d.answer("sessione", 200, test::session_json());
  BOOST_TEST(d.shows("1 bozza di questo browser non si legge: forse è stata salvata da una versione più recente."));
}

BOOST_AUTO_TEST_CASE(a_deleted_draft_can_be_put_back) {
  Driver d;
  test::open_new(d);
  const std::string id = draft_id(d);
  d.fill("Cognome del legale rappresentante", "Prova");
  d.click("Chiudi e torna alle tue domande: la bozza resta salvata");
  d.click("Elimina la bozza di Officine di Prova S.r.l.");
  BOOST_TEST(d.shows("La bozza di Officine di Prova S.r.l. è stata eliminata."));
  BOOST_TEST((std::find(d.stored_ids.begin(), d.stored_ids.end(), id) == d.stored_ids.end()));
  d.click("Annulla l’eliminazione");
  BOOST_TEST((std::find(d.stored_ids.begin(), d.stored_ids.end(), id) != d.stored_ids.end()));
  d.click("Riprendi Officine di Prova S.r.l.");
  BOOST_TEST(d.field("Cognome del legale rappresentante").value == "Prova");
}

BOOST_AUTO_TEST_CASE(another_person_on_the_same_browser_does_not_see_the_draft) {
  Driver before;
  test::open_new(before);
  Driver d = reload(before);
  d.answer("sessione", 200, test::session_json("intermediario", "bruno"));
  BOOST_TEST(d.find(Kind::empty_state, "Nessuna bozza in questo browser") != nullptr);
  BOOST_TEST(!d.shows("Riprendi Officine"));
}

BOOST_AUTO_TEST_CASE(without_network_the_person_of_this_browser_goes_on_with_the_drafts) {
  Driver before;
  test::open_new(before);
  before.fill("Cognome del legale rappresentante", "Prova");
  Driver d = reload(before);
  d.answer("sessione", 0, "");
  BOOST_TEST(d.title() == "Buon lavoro, Anna");
  BOOST_TEST(d.shows("Senza rete: le bozze restano in questo browser"));
  d.answer("domande", 0, "");
  BOOST_TEST(d.shows("La rete non risponde."));
  d.click("Riprendi Officine di Prova S.r.l.");
  d.answer("registro", 0, "");
  BOOST_TEST(d.field("Cognome del legale rappresentante").value == "Prova");
  d.fill("Codice fiscale del legale rappresentante", "XX");
  BOOST_TEST(!d.field("Codice fiscale del legale rappresentante").error.empty());
  d.send(app::Connectivity{true});
  d.answer("sessione", 200, test::session_json());
  BOOST_TEST(d.title() == "Azienda");
  BOOST_TEST(!d.shows("Senza rete"));
  d.answer("registro", 200, wire::write(test::clean_registry()));
  BOOST_TEST(!d.shows("I dati dell’azienda sono quelli salvati in questo browser"));
  BOOST_TEST(d.field("Cognome del legale rappresentante").value == "Prova");
}

BOOST_AUTO_TEST_CASE(a_browser_that_does_not_store_is_said) {
  Driver d;
  test::open_new(d);
  d.browser_stores = false;
  d.type("Cognome del legale rappresentante", "P");
  BOOST_TEST(d.shows("Salvo la bozza…"));
  d.send(app::DraftStored{draft_id(d), false});
  BOOST_TEST(d.shows("Bozza non salvata: il browser non ha spazio o blocca la memoria del sito"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(sending)

namespace {

void ready(Driver& d) {
  test::open_new(d);
  test::fill_all(d);
  d.check("Rendo le dichiarazioni qui sopra");
  if (d.find(Kind::button, "Ho letto tutti gli avvisi") != nullptr) d.click("Ho letto tutti gli avvisi");
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_failed_sending_keeps_draft_and_key_and_the_retry_uses_them) {
  Driver d;
  ready(d);
  d.click("Invia la domanda");
  const std::string key = d.pending("invio").chiave_idempotenza;
  BOOST_TEST(d.get(Kind::button, "Invia la domanda").disabled);
  d.answer("invio", 0, "");
  BOOST_TEST(d.shows("La domanda è in coda: il servizio non risponde, riprovo da solo tra poco."));
  d.click("Prova a inviare adesso");
  d.answer("coda.registro", 200, wire::write(test::clean_registry()));
  BOOST_TEST(d.pending("invio").chiave_idempotenza == key);
  d.answer("invio", 0, "");
  // After a reload too.
  Driver again = reload(d);
  again.answer("sessione", 200, test::session_json());
  again.click("Riprendi Officine di Prova S.r.l.");
  BOOST_TEST(again.title() == "Riepilogo e invio");
  again.answer("coda.registro", 200, wire::write(test::clean_registry()));
  BOOST_TEST(again.pending("invio").chiave_idempotenza == key);
  again.answer("invio", 201, test::receipt_json());
  BOOST_TEST(again.title() == "Domanda inviata");
}

BOOST_AUTO_TEST_CASE(two_drafts_have_two_ids_and_two_keys) {
  Driver d;
  ready(d);
  d.click("Invia la domanda");
  const std::string first = d.pending("invio").chiave_idempotenza;
  const std::string id = draft_id(d);
  d.answer("invio", 201, test::receipt_json());
  d.click("Nuova domanda");
  d.answer("matricole", 200, test::matricole_json());
  d.click("Inizia la domanda per Officine di Prova S.r.l. (" + test::matricola() + ")");
  d.answer("registro", 200, wire::write(test::clean_registry()));
  BOOST_TEST(draft_id(d) != id);
  test::fill_all(d);
  d.check("Rendo le dichiarazioni qui sopra");
  if (d.find(Kind::button, "Ho letto tutti gli avvisi") != nullptr) d.click("Ho letto tutti gli avvisi");
  d.click("Invia la domanda");
  BOOST_TEST(d.pending("invio").chiave_idempotenza != first);
}

BOOST_AUTO_TEST_CASE(the_office_s_refusal_is_shown_with_its_remedies) {
  Driver d;
  ready(d);
  d.click("Invia la domanda");
  d.answer(
      "invio", 422,
      R"({"codice":"domanda.errori","alerts":[{"codice":"A-TER-01","gravita":"informazione","campo":"periodo.al","testo":"Scadenza per l’invio.","rimedio":""},)"
      R"({"codice":"A-PER-12","gravita":"errore","campo":"periodo.dal","testo":"Esiste già una domanda.","rimedio":"Controlla le domande inviate."}]})");
  BOOST_TEST(d.find(Kind::alert, "Scadenza per l’invio.") == nullptr);  // nothing to mend
  BOOST_TEST(d.shows("La Sede non ha potuto accettare la domanda: correggi quanto segue e invia di nuovo."));
  BOOST_TEST(d.get(Kind::alert, "Esiste già una domanda.").help == "Controlla le domande inviate.");
  // The button pressed was gone while the answer came: the focus goes to the first thing said.
  BOOST_REQUIRE(d.last<app::FocusNode>() != nullptr);
  BOOST_TEST(d.last<app::FocusNode>()->key == "rifiuto:A-PER-12:periodo.dal");
  BOOST_TEST(d.asked("registro"));
  d.click("Esiste già una domanda.");
  BOOST_TEST(d.title() == "Periodo e settimane");
  BOOST_REQUIRE(d.last<app::FocusNode>() != nullptr);
  BOOST_TEST(d.last<app::FocusNode>()->key == "periodo.dal");
}

BOOST_AUTO_TEST_CASE(a_key_already_used_for_other_data_says_that_the_domanda_is_filed) {
  Driver d;
  ready(d);
  d.click("Invia la domanda");
  d.answer("invio", 409, R"({"codice":"idempotenza.corpo_diverso","title":"Conflitto"})");
  BOOST_TEST(d.shows("Questa domanda risulta già inviata con dati diversi"));
  BOOST_REQUIRE(d.last<app::FocusNode>() != nullptr);
  BOOST_TEST(d.last<app::FocusNode>()->key == "invia");
}

BOOST_AUTO_TEST_CASE(warnings_ask_to_be_read_before_sending) {
  Driver d;
  test::open_new(d);
  test::fill_all(d);
  d.click("Periodo e settimane");
  d.fill("Primo giorno di sospensione o riduzione", "");
  d.click("Riepilogo e invio");
  d.check("Rendo le dichiarazioni qui sopra");
  d.click("Invia la domanda");
  BOOST_TEST(!d.asked("invio"));
  BOOST_TEST(d.shows("La domanda non è partita: conferma di aver letto gli avvisi."));
  BOOST_REQUIRE(d.last<app::FocusNode>() != nullptr);
  const std::string first = d.last<app::FocusNode>()->key;
  BOOST_TEST(first.rfind("accetta:", 0) == 0U);
  for (const std::string& key : {first}) d.send(app::Change{key, "1"});
  if (d.find(Kind::button, "Ho letto tutti gli avvisi") != nullptr) d.click("Ho letto tutti gli avvisi");
  d.click("Invia la domanda");
  const auto body = nlohmann::json::parse(d.pending("invio").corpo);
  BOOST_REQUIRE(body["avvisi_accettati"].size() >= 1U);
  BOOST_TEST(body["avvisi_accettati"][0]["motivo"] == "Ho verificato: i dati sono corretti.");
}

BOOST_AUTO_TEST_CASE(a_warning_is_accepted_with_a_reason_that_goes_to_the_office) {
  Driver d;
  test::open_new(d);
  test::fill_all(d);
  d.click("Periodo e settimane");
  d.fill("Primo giorno di sospensione o riduzione", "");
  d.click("Riepilogo e invio");
  d.check("Rendo le dichiarazioni qui sopra");
  const std::string box = "accetta:" + app::warnings(*d.model.scrivania).front()->codice;
  d.send(app::Change{box, "1"});
  d.fill("Perché vai avanti, avviso 1", "");
  BOOST_TEST(d.field("Perché vai avanti, avviso 1").error == "Scrivi perché vai avanti nonostante l’avviso.");
  d.click("Invia la domanda");
  BOOST_TEST(!d.asked("invio"));
  BOOST_TEST(d.shows("La domanda non è partita: scrivi perché vai avanti nonostante l’avviso."));
  BOOST_REQUIRE(d.last<app::FocusNode>() != nullptr);
  BOOST_TEST(d.last<app::FocusNode>()->key.rfind("motivo:", 0) == 0U);
  d.fill("Perché vai avanti, avviso 1", "La data è nella lettera del 02/11.");
  d.click("Invia la domanda");
  BOOST_TEST(nlohmann::json::parse(d.pending("invio").corpo)["avvisi_accettati"][0]["motivo"] ==
             "La data è nella lettera del 02/11.");
}

BOOST_AUTO_TEST_SUITE_END()
