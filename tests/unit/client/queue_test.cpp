#include "wasm-client/app/queue.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/client/office.hpp"
#include "wasm-client/app/submission.hpp"

using namespace omnia;
using test::Driver;
using view::Kind;

namespace {

// A finished domanda on the summary, its warnings accepted.
void ready(Driver& d) {
  test::open_new(d);
  test::fill_all(d);
  d.check("Rendo le dichiarazioni qui sopra");
  for (const rules::Alert* alert : app::warnings(*d.model.scrivania)) d.send(app::Change{"accetta:" + alert->codice, "1"});
}

void network_comes_back(Driver& d) {
  d.send(app::Connectivity{true});
  d.answer("sessione", 200, test::session_json());
}

constexpr const char* kWaiting = "La domanda è in coda: parte da sola quando torna la rete.";

}  // namespace

BOOST_AUTO_TEST_SUITE(queueing)

BOOST_AUTO_TEST_CASE(without_network_the_domanda_waits_and_goes_once_when_it_is_back) {
  Driver d;
  ready(d);
  d.send(app::Connectivity{false});
  d.click("Invia la domanda");
  BOOST_TEST(!d.asked("invio"));
  BOOST_TEST(d.shows(kWaiting));
  BOOST_TEST(d.find(Kind::button, "Invia la domanda") == nullptr);
  const std::string key = d.model.scrivania->bozza.chiave;
  BOOST_TEST(!key.empty());
  network_comes_back(d);
  BOOST_TEST(d.pending("coda.registro").percorso == "/api/v1/matricole/" + test::matricola() + "/registro");
  BOOST_TEST(!d.asked("invio"), "the office's facts come first");
  d.answer("coda.registro", 200, wire::write(test::clean_registry()));
  BOOST_TEST(d.pending("invio").chiave_idempotenza == key);
  BOOST_TEST(d.shows("La domanda sta partendo: fino alla risposta non si modifica."));
  d.answer("invio", 201, test::receipt_json());
  BOOST_TEST(d.title() == "Domanda inviata");
  BOOST_TEST(d.model.bozze.empty());
  d.send(app::Connectivity{false});
  network_comes_back(d);
  BOOST_TEST(!d.asked("invio"));
}

// The office no longer knows who sends: it is not said that a draft is safe, but that the domanda has not gone and when it will.
BOOST_AUTO_TEST_CASE(a_session_that_ends_while_sending_says_that_the_domanda_goes_after_the_login) {
  Driver d;
  ready(d);
  d.click("Invia la domanda");
  d.answer("invio", 401, "{}");
  BOOST_TEST(d.shows("La sessione è scaduta e la domanda non è ancora partita. Entra di nuovo: parte da sola, una volta sola."));
}

BOOST_AUTO_TEST_CASE(the_queue_survives_a_reload_and_goes_from_the_home) {
  Driver before;
  ready(before);
  before.send(app::Connectivity{false});
  before.click("Invia la domanda");
  const std::string key = before.model.scrivania->bozza.chiave;
  Driver d;
  d.stored_ids = before.stored_ids;
  d.stored_texts = before.stored_texts;
  d.start();
  d.answer("sessione", 200, test::session_json());
  d.answer("domande", 200, test::no_domande_json());
  BOOST_TEST(d.shows("Invio in corso"));
  d.answer("coda.registro", 200, wire::write(test::clean_registry()));
  BOOST_TEST(d.pending("invio").chiave_idempotenza == key);
  d.answer("invio", 201, test::receipt_json());
  BOOST_TEST(d.title() == "Buon lavoro, Anna", "nobody is moved from where they are");
  BOOST_TEST(d.shows("La domanda di Officine di Prova S.r.l. è partita: protocollo INPS.7000.24/11/2026.0000001."));
  BOOST_TEST(d.asked("domande"), "the list of the domande filed is read again");
  BOOST_TEST(d.model.bozze.empty());
}

BOOST_AUTO_TEST_CASE(what_changed_at_the_office_is_shown_in_words_and_waits_for_the_person) {
  Driver d;
  ready(d);
  d.send(app::Connectivity{false});
  d.click("Invia la domanda");
  network_comes_back(d);
  domain::Registry registry = test::clean_registry();
  registry.posizione.pec = "nuova@pec.example";
  registry.lavoratori[0].ore_settimanali_centesimi = 2000;
  d.answer("coda.registro", 200, wire::write(registry));
  BOOST_TEST(!d.asked("invio"));
  BOOST_TEST(
      d.shows("La domanda non è partita: da quando hai premuto «Invia» i dati dell’ente sono cambiati. Leggi che cosa, "
              "correggi se serve e invia."));
  BOOST_TEST(d.shows("era prova@pec.example; adesso nuova@pec.example"));
  BOOST_TEST(d.shows("20,00 ore settimanali"));
  for (const rules::Alert* alert : app::warnings(*d.model.scrivania)) d.send(app::Change{"accetta:" + alert->codice, "1"});
  d.click("Invia con i dati aggiornati");
  d.answer("coda.registro", 200, wire::write(registry));
  BOOST_TEST(d.asked("invio"));
}

BOOST_AUTO_TEST_CASE(a_sending_cut_by_the_network_goes_again_by_itself_with_the_same_key) {
  Driver d;
  ready(d);
  d.click("Invia la domanda");
  const std::string key = d.pending("invio").chiave_idempotenza;
  const std::string body = d.pending("invio").corpo;
  d.answer("invio", 0, "");
  BOOST_REQUIRE(d.last<app::Wait>() != nullptr);
  BOOST_TEST(d.last<app::Wait>()->secondi == 15);
  BOOST_TEST(d.shows("La domanda è in coda: il servizio non risponde, riprovo da solo tra poco."));
  d.send(app::Elapsed{"coda"});
  d.answer("coda.registro", 0, "");
  BOOST_REQUIRE(d.last<app::Wait>() != nullptr);
  BOOST_TEST(d.last<app::Wait>()->secondi == 30);
  d.send(app::Elapsed{"coda"});
  d.answer("coda.registro", 200, wire::write(test::clean_registry()));
  BOOST_TEST(d.pending("invio").chiave_idempotenza == key);
  BOOST_TEST(d.pending("invio").corpo == body);
  d.answer("invio", 503, "{}");
  BOOST_REQUIRE(d.last<app::Wait>() != nullptr);
  BOOST_TEST(d.last<app::Wait>()->secondi == 60);
}

BOOST_AUTO_TEST_CASE(the_office_s_refusal_comes_back_to_the_draft_also_from_the_home) {
  Driver d;
  ready(d);
  d.send(app::Connectivity{false});
  d.click("Invia la domanda");
  d.click("Chiudi e torna alle tue domande: la bozza resta salvata");
  BOOST_TEST(d.shows("In coda: parte quando torna la rete"));
  BOOST_TEST(d.shows("1 domanda in coda"));
  d.requests.clear();
  network_comes_back(d);
  d.answer("coda.registro", 200, wire::write(test::clean_registry()));
  d.answer(
      "invio", 422,
      R"({"codice":"domanda.errori","alerts":[{"codice":"A-PER-12","gravita":"errore","campo":"periodo.dal","testo":"Esiste già una domanda.","rimedio":"Controlla."}]})");
  BOOST_TEST(d.shows("Non accettata dalla Sede: correggi e invia di nuovo"));
  d.click("Riprendi Officine di Prova S.r.l.");
  BOOST_TEST(d.title() == "Riepilogo e invio");
  BOOST_TEST(d.shows("La Sede non ha potuto accettare la domanda: correggi quanto segue e invia di nuovo."));
  d.click("Esiste già una domanda.");
  BOOST_TEST(d.title() == "Periodo e settimane");
}

BOOST_AUTO_TEST_CASE(a_change_takes_the_domanda_out_of_the_queue_and_says_so) {
  Driver d;
  ready(d);
  d.send(app::Connectivity{false});
  d.click("Invia la domanda");
  d.fill("Ticket UniEmens", "B1B2C3D4E5F6G7H8");
  BOOST_TEST(d.shows("Hai modificato la domanda: non è più in coda, inviala di nuovo quando è pronta."));
  BOOST_TEST(app::queued(d.model) == 0);
  network_comes_back(d);
  BOOST_TEST(!d.asked("coda.registro"));
}

BOOST_AUTO_TEST_CASE(a_person_can_take_it_out_of_the_queue) {
  Driver d;
  ready(d);
  d.send(app::Connectivity{false});
  d.click("Invia la domanda");
  d.click("Togli dalla coda");
  BOOST_TEST(app::queued(d.model) == 0);
  BOOST_TEST(!d.shows(kWaiting));
}

BOOST_AUTO_TEST_CASE(a_new_warning_since_the_sending_is_for_the_person_to_read) {
  Driver d;
  ready(d);
  d.send(app::Connectivity{false});
  d.click("Invia la domanda");
  d.model.scrivania->bozza.accettati.clear();
  d.model.bozze.front().draft.periodo.data_inizio_effettivo = {};
  network_comes_back(d);
  d.answer("coda.registro", 200, wire::write(test::clean_registry()));
  BOOST_TEST(!d.asked("invio"));
  BOOST_TEST(d.shows("i controlli segnalano qualcosa di nuovo"));
}

BOOST_AUTO_TEST_CASE(changes_of_the_facts_are_told_name_by_name) {
  const domain::Registry before = test::clean_registry();
  domain::Draft draft = test::clean_draft();
  BOOST_TEST(app::registry_changes(before, before, draft).empty());
  domain::Registry after = before;
  after.aggiornato_al = after.aggiornato_al + 1;
  BOOST_TEST(app::registry_changes(before, after, draft).empty(), "the day of the reading is no change");
  after.posizione.stato = domain::StatoPosizione::cessata;
  after.lavoratori.erase(after.lavoratori.begin());
  domain::Autorizzazione one;
  one.numero = "7000123";
  one.prestazione = "CIGO";
  one.unita_produttiva = 1;
  one.periodo = {domain::Date::parse("2026-10-05").value(), domain::Date::parse("2026-10-18").value()};
  one.ore_centesimi = 32000;
  after.autorizzazioni.push_back(one);
  const auto found = app::registry_changes(before, after, draft);
  const auto told = [&found](const std::string& voce) {
    for (const auto& change : found) {
      if (change.voce.rfind(voce, 0) == 0) return change;
    }
    BOOST_FAIL("not told: " << voce);
    return app::Cambiamento();
  };
  BOOST_TEST(told("Stato della posizione").prima == "attiva");
  BOOST_TEST(told("Stato della posizione").adesso == "cessata");
  BOOST_TEST(told("CIGO 7000123, UP 1").prima.empty());
  BOOST_TEST(told("CIGO 7000123, UP 1").adesso == "autorizzata, dal 05/10/2026 al 18/10/2026, 320,00 ore, 0 giorni fruiti");
  BOOST_TEST(told("Lavoratore").adesso.empty());
  BOOST_TEST(found.size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
