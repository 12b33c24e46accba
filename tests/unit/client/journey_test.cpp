#include <boost/test/unit_test.hpp>

#include "tests/unit/client/office.hpp"

using namespace omnia;
using test::Driver;
using view::Kind;

BOOST_AUTO_TEST_SUITE(journey)

BOOST_AUTO_TEST_CASE(without_a_session_the_demo_identities_are_offered) {
  Driver d;
  d.start();
  d.answer("sessione", 204, "");
  d.answer("accesso", 200, R"({"fornitori":[],"demo":true})");
  d.answer(
      "identita", 200,
      R"({"identita":[{"id":"anna","nome":"Anna","cognome":"Prova","ruolo":"datore","descrizione":"Titolare di un’officina"}]})");
  BOOST_TEST(d.title() == "Domande di integrazione salariale");
  BOOST_TEST(d.shows("Datore di lavoro"));
  BOOST_TEST(d.shows("Titolare di un’officina"));
  d.click("Entra come Anna Prova");
  BOOST_TEST(d.pending("accedi").metodo == "POST");
  BOOST_TEST(d.pending("accedi").corpo == R"({"identita":"anna"})");
  d.answer("accedi", 200, test::session_json());
  BOOST_TEST(d.title() == "Buon lavoro, Anna");
}

BOOST_AUTO_TEST_CASE(without_demo_the_person_is_told_so) {
  Driver d;
  d.start();
  d.answer("sessione", 401, "{}");
  d.answer("accesso", 200, R"({"fornitori":[],"demo":false})");
  BOOST_TEST(d.shows("Questo servizio non ha identità dimostrative. Chiedi a chi lo gestisce come accedere."));
}

BOOST_AUTO_TEST_CASE(an_empty_home_teaches) {
  Driver d;
  test::log_in(d);
  BOOST_TEST(d.get(Kind::empty_state, "Nessuna bozza in questo browser").help ==
             "Premi «Nuova domanda» e scegli l’azienda: la bozza si salva da sola a ogni tasto e la ritrovi qui.");
  BOOST_TEST(d.find(Kind::empty_state, "Nessuna domanda inviata") != nullptr);
}

// Who works for thousands of companies: a search answers 25 at a time, and the next ones come under those that are there.
BOOST_AUTO_TEST_CASE(thousands_of_companies_are_searched_and_shown_25_at_a_time) {
  Driver d;
  test::log_in(d);
  d.click("Nuova domanda");
  d.requests.clear();
  d.fill("Codice fiscale, matricola o nome dell’azienda", "officine");
  const auto page = [](int first, int count, const std::string& cursor) {
    nlohmann::json answer = nlohmann::json::parse(test::matricole_json());
    const nlohmann::json row = answer["righe"][0];
    answer["righe"] = nlohmann::json::array();
    for (int i = first; i < first + count; ++i) {
      nlohmann::json one = row;
      one["matricola"] = std::to_string(4977000000 + i);
      one["denominazione"] = "Officine " + std::to_string(i);
      answer["righe"].push_back(std::move(one));
    }
    answer["cursore"] = cursor;
    return answer.dump();
  };
  d.answer("matricole", 200, page(0, 25, "4977000024"));
  BOOST_TEST(d.count(Kind::card) == 25U);
  d.click("Mostra altre aziende");
  BOOST_TEST(d.pending("matricole").percorso == "/api/v1/matricole?limite=25&q=officine&cursore=4977000024");
  d.answer("matricole", 200, page(25, 3, ""));
  BOOST_TEST(d.count(Kind::card) == 28U);
  BOOST_TEST(d.find(Kind::button, "Mostra altre aziende") == nullptr);
  d.fill("Codice fiscale, matricola o nome dell’azienda", "4977000027");
  d.answer("matricole", 200, page(27, 1, ""));
  BOOST_TEST(d.count(Kind::card) == 1U);
}

BOOST_AUTO_TEST_CASE(the_company_shows_its_benefit_and_the_draft_starts_with_the_registry_s_facts) {
  Driver d;
  test::log_in(d);
  d.answer("servizio", 200, R"({"avvisi":[],"documenti":[]})");
  d.click("Nuova domanda");
  d.fill("Codice fiscale, matricola o nome dell’azienda", "officine");
  BOOST_TEST(d.asked("matricole"));
  d.requests.pop_front();  // the list asked for before the search
  BOOST_TEST(d.pending("matricole").percorso == "/api/v1/matricole?limite=25&q=officine");
  d.answer("matricole", 200, test::matricole_json());
  BOOST_TEST((d.get(Kind::badge, "CIGO suggerita").tone == view::Tone::success));
  d.click("Inizia la domanda per Officine di Prova S.r.l. (" + test::matricola() + ")");
  BOOST_TEST(d.pending("registro").percorso == "/api/v1/matricole/" + test::matricola() + "/registro");
  d.answer("registro", 200, wire::write(test::clean_registry()));
  BOOST_TEST(d.title() == "Azienda");
  BOOST_TEST(d.field("PEC").value == "prova@pec.example");
  BOOST_TEST(d.field("PEC").help ==
             "La casella di posta elettronica certificata: qui arrivano le richieste della Sede e l’esito. Proposto "
             "dall’anagrafica al 24/11/2026: puoi "
             "correggerlo.");
  BOOST_TEST(d.field("Numero medio di dipendenti").value == "20,00");
  BOOST_TEST(d.shows("Proposto da UniEmens 10/2026: puoi correggerlo."));
  BOOST_TEST(d.get(Kind::definition, "Denominazione").value == "Officine di Prova S.r.l.");
  d.fill("PEC", "altra@pec.example");
  BOOST_TEST(!d.field("PEC").help.empty());
  BOOST_TEST(d.field("PEC").help.find("Proposto") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_alert_appears_only_after_the_field_is_left_and_goes_when_mended) {
  Driver d;
  test::open_new(d);
  const std::string label = "Codice fiscale del legale rappresentante";
  d.type(label, "RSS");
  BOOST_TEST(d.field(label).error.empty());
  BOOST_TEST(d.field(label).value == "RSS");
  BOOST_TEST(d.shows("Da sistemare (0 errori, 0 avvisi)"));
  d.leave(label, "RSS");
  BOOST_TEST(!d.field(label).error.empty());
  BOOST_TEST(d.shows("Da sistemare (1 errore, 0 avvisi)"));
  // Once shown it follows every keystroke.
  d.type(label, test::codice_fiscale(900));
  BOOST_TEST(d.field(label).error.empty());
  BOOST_TEST(d.shows("Da sistemare (0 errori, 0 avvisi)"));
}

BOOST_AUTO_TEST_CASE(what_is_typed_is_normalised_only_when_the_field_is_left) {
  Driver d;
  test::open_new(d);
  std::string lower = test::codice_fiscale(900);
  for (char& c : lower) c = static_cast<char>(std::tolower(c));
  d.type("Codice fiscale del legale rappresentante", lower);
  BOOST_TEST(d.field("Codice fiscale del legale rappresentante").value == lower);
  d.leave("Codice fiscale del legale rappresentante", lower);
  BOOST_TEST(d.field("Codice fiscale del legale rappresentante").value == test::codice_fiscale(900));
  d.type("Data di inizio attività", "1.2.2010");
  BOOST_TEST(d.field("Data di inizio attività").value == "1.2.2010");
  d.leave("Data di inizio attività", "1.2.2010");
  BOOST_TEST(d.field("Data di inizio attività").value == "01/02/2010");
  d.click("Pagamento");
  d.choose("Paga direttamente l’INPS (pagamento diretto)");
  d.fill("Liquidità immediate", "10000.5");
  BOOST_TEST(d.field("Liquidità immediate").value == "10.000,50");
}

BOOST_AUTO_TEST_CASE(continua_first_shows_what_is_wrong_then_goes_on) {
  Driver d;
  test::open_new(d);
  d.click("Continua");
  BOOST_TEST(d.title() == "Azienda");
  BOOST_TEST(d.field("Cognome del legale rappresentante").error ==
             "Mancano i dati del legale rappresentante che sottoscrive la relazione tecnica. Scrivi cognome, nome e codice "
             "fiscale del legale "
             "rappresentante.");
  BOOST_REQUIRE(d.last<app::FocusNode>() != nullptr);
  BOOST_TEST(d.last<app::FocusNode>()->key == "azienda.legale_rappresentante.cognome");
  BOOST_TEST(d.get(Kind::step, "Azienda").value == "1 errore");
  d.click("Continua");
  BOOST_TEST(d.title() == "Unità produttiva");
}

BOOST_AUTO_TEST_CASE(a_wrong_monday_is_mended_with_one_button) {
  Driver d;
  test::open_new(d);
  d.click("Periodo e settimane");
  d.fill("Primo giorno di sospensione o riduzione", "25/11/2026");
  BOOST_TEST(d.field("Lunedì della prima settimana").value == "23/11/2026");
  BOOST_TEST(d.field("Domenica dell’ultima settimana").value == "29/11/2026");
  d.fill("Lunedì della prima settimana", "25/11/2026");
  BOOST_TEST(d.shows("cade di mercoledì 25/11/2026"));
  d.click("Usa lunedì 23/11/2026");
  BOOST_TEST(d.field("Lunedì della prima settimana").value == "23/11/2026");
  BOOST_TEST(d.find(Kind::button, "Usa lunedì 23/11/2026") == nullptr);
  BOOST_TEST(d.find(Kind::field, "Lavoratori, settimana del 23/11/2026") != nullptr);
}

BOOST_AUTO_TEST_CASE(the_whole_way_to_the_receipt) {
  Driver d;
  test::open_new(d);
  test::fill_all(d);
  BOOST_TEST(d.title() == "Riepilogo e invio");
  BOOST_TEST(d.shows("Mancanza di lavoro o di commesse"));
  BOOST_TEST(d.shows("640,00"));
  // Declarations are missing: the domanda does not leave, the error is named.
  d.click("Invia la domanda");
  BOOST_TEST(!d.asked("invio"));
  BOOST_TEST(d.shows("La domanda non è partita: correggi gli errori elencati in questa pagina."));
  d.check("Rendo le dichiarazioni qui sopra");
  if (d.find(Kind::button, "Ho letto tutti gli avvisi") != nullptr) d.click("Ho letto tutti gli avvisi");
  d.click("Invia la domanda");
  const app::Http& http = d.pending("invio");
  BOOST_TEST(http.metodo == "POST");
  BOOST_TEST(http.percorso == "/api/v1/domande");
  BOOST_TEST(http.chiave_idempotenza.size() == 36U);
  const auto body = nlohmann::json::parse(http.corpo);
  BOOST_TEST(body["bozza"]["lavoratori"]["beneficiari"].size() == 20U);
  BOOST_TEST(body["bozza"]["causale"]["id"] == "MANC_LAVORO");
  const std::string id = body["bozza"]["id"];
  d.answer("invio", 201, test::receipt_json());
  BOOST_TEST(d.title() == "Domanda inviata");
  BOOST_TEST(d.shows("INPS.7000.24/11/2026.0000001"));
  BOOST_TEST(d.shows("24/11/2026 alle 18:58"));
  BOOST_TEST(d.shows("venerdì 8 gennaio 2027"));
  BOOST_TEST(d.model.bozze.empty());
  BOOST_TEST((std::find(d.stored_ids.begin(), d.stored_ids.end(), id) == d.stored_ids.end()));
  d.click("Scarica la ricevuta (PDF)");
  BOOST_REQUIRE(d.last<app::Download>() != nullptr);
  BOOST_TEST(d.last<app::Download>()->percorso == "/api/v1/domande/" + d.model.ricevuta->riga.id + "/ricevuta.pdf");
  d.click("Aggiungi le scadenze al calendario");
  BOOST_TEST(d.last<app::Download>()->contenuto.find("DTSTART;VALUE=DATE:20270108") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_company_outside_cigo_can_go_on_with_a_note) {
  Driver d;
  test::log_in(d);
  d.click("Nuova domanda");
  d.answer("matricole", 200, test::matricole_json(false));
  BOOST_TEST((d.get(Kind::badge, "CIGO non compatibile").tone == view::Tone::warning));
  BOOST_TEST(d.shows("L’inquadramento è nel terziario."));
  d.click("Prosegui comunque con Officine di Prova S.r.l. (" + test::matricola() + ")");
  d.click("Conferma e inizia la domanda");
  BOOST_TEST(d.field("Perché chiedi la CIGO per questa azienda").error ==
             "Scrivi alla Sede perché chiedi la CIGO: senza la nota non puoi proseguire.");
  BOOST_TEST(!d.asked("registro"));
  d.fill("Perché chiedi la CIGO per questa azienda", "Variazione di attività già comunicata.");
  BOOST_TEST(d.field("Perché chiedi la CIGO per questa azienda").error.empty());
  d.click("Conferma e inizia la domanda");
  domain::Registry registry = test::clean_registry();
  registry.posizione.csc = "70201";
  registry.posizione.ateco2007 = "477110";
  d.answer("registro", 200, wire::write(registry));
  BOOST_TEST(d.title() == "Azienda");
  BOOST_TEST(d.get(Kind::checkbox, "Proseguo comunque con la CIGO").checked);
  BOOST_TEST(d.field("Perché chiedi la CIGO").value == "Variazione di attività già comunicata.");
  BOOST_TEST(d.model.scrivania->bozza.draft.forzata);
}

// The summary lists every error: the count beside it must not say that there is none, and who goes back to mend finds them there.
BOOST_AUTO_TEST_CASE(what_the_summary_shows_is_counted_beside_it_and_stays) {
  Driver d;
  test::open_new(d);
  BOOST_TEST(d.shows("Da sistemare (0 errori, 0 avvisi)"));
  d.click("Riepilogo e invio");
  BOOST_TEST(!d.shows("Da sistemare (0 errori, 0 avvisi)"));
  BOOST_TEST(!d.shows("Finora va tutto bene."));
  d.click("Lavoratori");
  BOOST_TEST(d.shows("Inserisci almeno un lavoratore beneficiario."));
}

BOOST_AUTO_TEST_CASE(the_session_that_expires_gives_the_draft_back_after_the_login) {
  Driver d;
  test::open_new(d);
  d.fill("Cognome del legale rappresentante", "Prova");
  d.click("Chiudi e torna alle tue domande: la bozza resta salvata");
  d.answer("domande", 200, test::no_domande_json());
  d.click("Riprendi Officine di Prova S.r.l.");
  BOOST_TEST(d.title() == "Azienda");
  d.answer("registro", 401, "{}");
  BOOST_TEST(d.shows("La sessione è scaduta. Entra di nuovo: la bozza è salva e la ritrovi dove l’hai lasciata."));
  d.answer("accesso", 200, R"({"fornitori":[],"demo":true})");
  d.answer("identita", 200,
           R"({"identita":[{"id":"anna","nome":"Anna","cognome":"Prova","ruolo":"datore","descrizione":"Titolare"}]})");
  d.click("Entra come Anna Prova");
  d.answer("accedi", 200, test::session_json());
  BOOST_TEST(d.title() == "Azienda");
  BOOST_TEST(d.field("Cognome del legale rappresentante").value == "Prova");
}

BOOST_AUTO_TEST_CASE(the_face_is_switched_without_losing_the_place) {
  Driver d;
  test::open_new(d);
  d.click("Versione desktop");
  BOOST_REQUIRE(d.last<app::SwitchFace>() != nullptr);
  BOOST_TEST(d.last<app::SwitchFace>()->faccia == "canvas");
  BOOST_TEST(d.title() == "Azienda");
  BOOST_TEST(d.find(Kind::link, "Versione accessibile") != nullptr);
}

BOOST_AUTO_TEST_CASE(advisor_and_analyst_read_what_their_area_will_hold) {
  for (const char* role : {"advisor", "analista"}) {
    Driver d;
    test::log_in(d, role);
    BOOST_TEST(!d.asked("domande"));
    BOOST_TEST(d.count(Kind::empty_state) == 1U);
  }
}

BOOST_AUTO_TEST_CASE(leaving_asks_the_office_to_end_the_session) {
  Driver d;
  test::open_new(d);
  d.click("Esci");
  BOOST_TEST(d.pending("esci").metodo == "DELETE");
  BOOST_TEST(d.model.accesso.in_corso);  // nobody enters while the office closes the session: it would close theirs too
  d.answer("esci", 204, "");
  BOOST_TEST(d.model.accesso.in_corso);
  BOOST_TEST(d.asked("accesso"));
  BOOST_TEST(!d.model.scrivania.has_value());
  BOOST_TEST(!d.shows("Anna Prova"));
}

BOOST_AUTO_TEST_SUITE_END()
