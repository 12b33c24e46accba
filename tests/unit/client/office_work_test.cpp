// The operator and the director at their desk, and the applicant who looks on.
#include <boost/test/unit_test.hpp>

#include "tests/unit/client/office.hpp"

using namespace omnia;
using nlohmann::json;
using test::Driver;
using view::Kind;
using view::Tone;

namespace {

json act_json(const std::string& stato) {
  const bool signed_act = stato != "in_firma" && stato != "rinviato";
  return {
      {"n", 1},
      {"tipo", "accoglimento"},
      {"nome", "Provvedimento di accoglimento"},
      {"stato", stato},
      {"precedente", nullptr},
      {"dal", "2026-11-16"},
      {"al", "2026-11-29"},
      {"settimane", 2},
      {"ore_centesimi", 64000},
      {"lavoratori", 20},
      {"esclusioni", json::array()},
      {"motivi", json::array()},
      {"motivazione", {{"fatti", "Calo."}, {"documenti", "Domanda."}, {"norma", "Art. 11."}, {"conclusione", "Si autorizza."}}},
      {"mancata_risposta", ""},
      {"proposto_da", "Eva Prova"},
      {"proposto_il", "2026-11-24T10:00:00+01:00"},
      {"motivo_rinvio", stato == "rinviato" ? "Da rivedere." : ""},
      {"firmato_da", signed_act ? "Zoe Prova" : ""},
      {"firmato_il", signed_act ? "2026-11-24T12:00:00+01:00" : ""},
      {"numero", signed_act ? "700000000001" : ""},
      {"protocollo", signed_act ? "INPS.7000.24/11/2026.0000009" : ""},
      {"documento", ""}};
}

json request_json(const std::string& stato) {
  const bool delivered = stato != "inviata";
  return {{"n", 1},
          {"stato", stato},
          {"protocollo", "INPS.7000.24/11/2026.0000005"},
          {"elementi", {"Bilancio 2025"}},
          {"testo", "Serve il confronto."},
          {"canale", "pec"},
          {"sospende", false},
          {"inviata_il", "2026-11-24"},
          {"consegnata_il", delivered ? "2026-11-24" : ""},
          {"scadenza", delivered ? "2026-12-09" : ""},
          {"scaduta", false},
          {"risposta_il", ""},
          {"risposta", ""},
          {"documento", std::string(64, 'a')},
          {"segnatura", true}};
}

struct Desk {
  std::string stato = "in_istruttoria";
  bool in_carico = true;
  json eventi = {"assegna", "chiedi_integrazione", "proponi"};
  json atti = json::array();
  json richieste = json::array();
  std::string tipo = "accoglimento_parziale";
  [[nodiscard]] std::string text() const {
    json row = test::domanda_row_json();
    row["stato"] = stato;
    row["assegnata_a_nome"] = in_carico ? "Anna Prova" : "";
    const json check = {{"codice", "termini"},
                        {"nome", "Termine di presentazione"},
                        {"esito", "attenzione"},
                        {"spiegazione", "Tardiva: il termine era il 10/11/2026."},
                        {"citazione", "art. 15 c. 2"}};
    const json good = {
        {"codice", "causale"}, {"nome", "Causale"}, {"esito", "ok"}, {"spiegazione", "La causale è ammessa."}, {"citazione", ""}};
    const json bad = {{"codice", "biennio"},
                      {"nome", "Biennio mobile"},
                      {"esito", "bloccante"},
                      {"spiegazione", "Nessuna settimana."},
                      {"citazione", ""}};
    const json desk = {
        {"domanda", row},
        {"eventi", eventi},
        {"in_carico", in_carico},
        {"termine",
         {{"data", "2027-01-08"}, {"giorni_rimasti", 45}, {"testo", "Decisione: entro il 08/01/2027."}, {"citazione", ""}}},
        {"controlli", {bad, check, good}},
        {"proposta",
         {{"tipo", tipo},
          {"dal", "2026-11-16"},
          {"al", "2026-11-29"},
          {"settimane", 2},
          {"ore_centesimi", 64000},
          {"lavoratori", 20},
          {"esclusioni", {"Sono escluse le ore prima del 16/11/2026."}},
          {"motivi", json::array()},
          {"motivazione",
           {{"fatti", "Con la domanda…"}, {"documenti", "Domanda."}, {"norma", "Art. 11."}, {"conclusione", "Si autorizza."}}},
          {"spiegazione",
           {{"affermazione", "Si propone l’accoglimento parziale."},
            {"regola", "Decide la persona."},
            {"citazione", "Art. 12"},
            {"lettura", false},
            {"fatti", json::array()},
            {"passi",
             {{{"affermazione", "Ore richieste: 640,00 ore."},
               {"lettura", true},
               {"fatti", {{{"nome", "ore del piano"}, {"valore", "640,00"}, {"fonte", "domanda, periodo.settimane"}}}},
               {"passi", json::array()}}}}}}}},
        {"motivi_possibili",
         {{{"codice", "tardiva"}, {"nome", "Domanda fuori termine"}},
          {{"codice", "carenza_elementi"}, {"nome", "Mancano elementi"}}}},
        {"contatori",
         {{{"codice", "biennio"},
           {"nome", "Biennio mobile"},
           {"limite", "52"},
           {"senza", "10"},
           {"con", "12"},
           {"superato", false},
           {"testo", "Restano 42 settimane."},
           {"citazione", ""}}}},
        {"storia",
         {{{"numero", "490000000007"},
           {"unita_produttiva", 1},
           {"prestazione", "CIGO"},
           {"causale", "MANC_LAVORO"},
           {"stato", "autorizzata"},
           {"dal", "2026-01-05"},
           {"al", "2026-01-18"},
           {"ore_centesimi", 32000},
           {"stessa_unita", true}}}},
        {"altre_domande", json::array()},
        {"richieste", richieste},
        {"provvedimenti", atti},
        {"modifiche",
         {{{"quando", "2026-11-24T09:00:00+01:00"},
           {"azione", "domanda.inviata"},
           {"testo", "Domanda ricevuta e protocollata"},
           {"chi", "x"},
           {"motivo", ""},
           {"nuova", true}}}}};
    return json{{"istruttoria", desk}}.dump();
  }
};

std::string detail_json(const json& pratica = json::object()) {
  json domanda = test::domanda_row_json();
  domanda["bozza"] = json::parse(wire::write(test::clean_draft(20)));
  domanda["esame"] = json::object();
  domanda["norme_versione"] = "2026.11.1";
  domanda["allegati"] = json::array();
  domanda["inviata_da"] = {{"nome", "Anna"}, {"cognome", "Prova"}, {"ruolo", "datore"}};
  domanda["pratica"] = pratica;
  return json{{"domanda", domanda}}.dump();
}

void open(Driver& d, const std::string& ruolo, const Desk& desk = {}) {
  d.start();
  d.answer("sessione", 200, test::session_json(ruolo));
  d.answer("domande", 200, json{{"righe", {test::domanda_row_json()}}, {"cursore", ""}, {"totale", 1}}.dump());
  d.click("INPS.7000.24/11/2026.0000001");
  d.answer("dettaglio", 200, detail_json());
  BOOST_TEST(d.pending("istruttoria").percorso == "/api/v1/domande/1/istruttoria");
  d.answer("istruttoria", 200, desk.text());
}

json sent(const Driver& d) { return json::parse(d.pending("istruttoria").corpo); }

}  // namespace

BOOST_AUTO_TEST_SUITE(office_work)

BOOST_AUTO_TEST_CASE(checks_are_told_by_a_colour_and_a_word_with_their_reason) {
  Driver d;
  open(d, "operatore");
  BOOST_TEST((d.get(Kind::badge, "1 controllo bloccante").tone == Tone::error));
  BOOST_TEST((d.get(Kind::badge, "1 controllo da guardare").tone == Tone::warning));
  BOOST_TEST((d.get(Kind::badge, "1 controllo a posto").tone == Tone::success));
  BOOST_TEST((d.get(Kind::badge, "Attenzione").tone == Tone::warning));
  BOOST_TEST(d.shows("Tardiva: il termine era il 10/11/2026. Fonte: art. 15 c. 2."));
  BOOST_TEST(d.shows("Restano 42 settimane."));
  BOOST_TEST(d.shows("490000000007"));
  BOOST_TEST(d.shows("Novità: Domanda ricevuta e protocollata"));
  BOOST_TEST(d.shows("Dal 16/11/2026 al 29/11/2026: settimane 2, ore 640,00, lavoratori 20."));
}

BOOST_AUTO_TEST_CASE(the_proposal_unfolds_the_tree_that_the_office_worked_out) {
  Driver d;
  open(d, "operatore");
  BOOST_TEST(d.get(Kind::disclosure, "Perché? Proposta calcolata").children.size() > 2U);
  BOOST_TEST(d.shows("Si propone l’accoglimento parziale."));
  const view::Node& step = d.get(Kind::disclosure, "Ore richieste: 640,00 ore.");
  BOOST_TEST(!step.checked, "each step is folded at first");
  BOOST_TEST(step.children.size() == 2U, "its reading and its facts");
}

BOOST_AUTO_TEST_CASE(nobody_decides_before_the_domanda_is_in_charge) {
  Driver d;
  Desk desk;
  desk.stato = "protocollata";
  desk.in_carico = false;
  desk.eventi = {"assegna"};
  open(d, "operatore", desk);
  BOOST_TEST(d.shows("Nessuno ha ancora in carico la domanda."));
  BOOST_TEST(d.find(Kind::button, "Proponi al direttore") == nullptr);
  d.click("Prendi in carico");
  BOOST_TEST(d.pending("istruttoria").percorso == "/api/v1/domande/1/assegnazione");
  BOOST_TEST(d.get(Kind::button, "Prendi in carico").disabled);
  d.answer("istruttoria", 200, Desk{}.text());
  BOOST_TEST(d.shows("In carico a Anna Prova."));
  BOOST_TEST(d.find(Kind::button, "Prendi in carico") == nullptr);
}

BOOST_AUTO_TEST_CASE(the_act_starts_from_the_proposal_and_goes_as_the_operator_corrects_it) {
  Driver d;
  open(d, "operatore");
  BOOST_TEST(d.field("Fatti").value == "Con la domanda…");
  BOOST_TEST(d.field("Che cosa non è autorizzato, e perché").value == "Sono escluse le ore prima del 16/11/2026.");
  d.fill("Ultima domenica autorizzata", "22/11/2026");
  d.fill("Ore autorizzate", "320");
  d.fill("Conclusione", "Si autorizza una settimana.");
  d.click("Proponi al direttore");
  BOOST_TEST(d.pending("istruttoria").metodo == "POST");
  BOOST_TEST(d.pending("istruttoria").percorso == "/api/v1/domande/1/provvedimenti");
  const json body = sent(d);
  BOOST_TEST(body["tipo"] == "accoglimento_parziale");
  BOOST_TEST(body["dal"] == "2026-11-16");
  BOOST_TEST(body["al"] == "2026-11-22");
  BOOST_TEST(body["ore_centesimi"] == 32000);
  BOOST_TEST(body["esclusioni"] == json({"Sono escluse le ore prima del 16/11/2026."}));
  BOOST_TEST(body["motivazione"]["conclusione"] == "Si autorizza una settimana.");
  d.answer(
      "istruttoria", 422,
      R"({"title":"x","detail":"Nella motivazione manca la parte «fatti».","rimedio":"Scrivi fatti, documenti considerati, norme e conclusione."})");
  BOOST_TEST(d.find(Kind::alert,
                    "Nella motivazione manca la parte «fatti». Scrivi fatti, documenti considerati, norme e conclusione.") !=
             nullptr);
  BOOST_TEST(d.field("Conclusione").value == "Si autorizza una settimana.");
}

BOOST_AUTO_TEST_CASE(a_refusal_has_its_reasons_and_no_measure) {
  Driver d;
  open(d, "operatore");
  d.select("Provvedimento", "Reiezione");
  BOOST_TEST(d.find(Kind::field, "Ore autorizzate") == nullptr);
  d.check("Domanda fuori termine");
  d.check("Mancano elementi");
  d.check("Mancano elementi", false);
  d.click("Proponi al direttore");
  BOOST_TEST(sent(d)["motivi"] == json({"tardiva"}));
  BOOST_TEST(!sent(d).contains("dal"));
}

BOOST_AUTO_TEST_CASE(missing_elements_are_asked_delivered_and_answered) {
  Driver d;
  open(d, "operatore");
  d.fill("Che cosa manca", "Bilancio 2025\n\nOrdini");
  d.select("Canale", "Cassetto previdenziale");
  d.check("Sospende il termine della decisione");
  d.click("Invia la richiesta");
  BOOST_TEST(d.pending("istruttoria").percorso == "/api/v1/domande/1/richieste");
  BOOST_TEST(sent(d)["elementi"] == json({"Bilancio 2025", "Ordini"}));
  BOOST_TEST(sent(d)["canale"] == "cassetto");
  BOOST_TEST(sent(d)["sospende"] == true);
  Desk waiting;
  waiting.stato = "in_attesa";
  waiting.richieste = json::array({request_json("inviata")});
  d.answer("istruttoria", 201, waiting.text());
  d.fill("Giorno della consegna", "24/11/2026");
  d.fill("Prova della consegna", "Ricevuta PEC");
  d.click("Registra la consegna");
  BOOST_TEST(d.pending("istruttoria").percorso == "/api/v1/domande/1/richieste/1/consegna");
  BOOST_TEST(sent(d)["data"] == "2026-11-24");
  waiting.richieste = json::array({request_json("consegnata")});
  d.answer("istruttoria", 200, waiting.text());
  BOOST_TEST(d.shows("09/12/2026"));
  d.fill("Giorno della risposta", "30/11/2026");
  d.fill("Che cosa ha risposto l’azienda", "Ecco.");
  d.click("Registra la risposta");
  BOOST_TEST(d.pending("istruttoria").percorso == "/api/v1/domande/1/richieste/1/risposta");
  // Of an e-mail nobody can prove the delivery: its answer is what there is to record.
  waiting.richieste = json::array({request_json("inviata")});
  waiting.richieste[0]["canale"] = "email";
  d.answer("istruttoria", 200, waiting.text());
  BOOST_TEST(!d.shows("Prova della consegna"));
  BOOST_TEST(!d.get(Kind::button, "Registra la risposta").disabled);
}

BOOST_AUTO_TEST_CASE(the_director_signs_or_sends_back_and_the_operator_waits) {
  Desk desk;
  desk.stato = "in_firma";
  desk.in_carico = false;
  desk.eventi = {"rinvia", "accogli"};
  desk.atti = json::array({act_json("in_firma")});
  Driver operator_desk;
  open(operator_desk, "operatore", desk);
  BOOST_TEST(operator_desk.shows("Il provvedimento attende la firma del direttore."));
  BOOST_TEST(operator_desk.find(Kind::button, "Firma il provvedimento") == nullptr);
  Driver d;
  open(d, "direttore", desk);
  d.fill("Motivo del rinvio", "Da rivedere.");
  d.click("Rinvia all’operatore");
  BOOST_TEST(d.pending("istruttoria").percorso == "/api/v1/domande/1/provvedimenti/1/rinvio");
  BOOST_TEST(sent(d)["motivo"] == "Da rivedere.");
  d.answer("istruttoria", 409, R"({"title":"x","detail":"Ricarica.","rimedio":""})");
  d.click("Firma il provvedimento");
  BOOST_TEST(d.pending("istruttoria").percorso == "/api/v1/domande/1/provvedimenti/1/firma");
  desk.stato = "accolta";
  desk.eventi = {"rettifica", "riduci", "sospendi", "revoca", "annulla"};
  desk.atti = json::array({act_json("firmato")});
  d.answer("istruttoria", 200, desk.text());
  BOOST_TEST((d.get(Kind::badge, "In vigore").tone == Tone::success));
  d.click("Scarica il provvedimento 700000000001 (PDF)");
  BOOST_REQUIRE(d.last<app::Download>() != nullptr);
  BOOST_TEST(d.last<app::Download>()->percorso == "/api/v1/domande/1/provvedimenti/1/atto.pdf");
  BOOST_TEST(d.find(Kind::button, "Scarica la segnatura del provvedimento 700000000001 (XML)") == nullptr, "without a seal");
  desk.atti[0]["segnatura"] = true;
  Driver sealed;
  open(sealed, "direttore", desk);
  sealed.click("Scarica la segnatura del provvedimento 700000000001 (XML)");
  BOOST_REQUIRE(sealed.last<app::Download>() != nullptr);
  BOOST_TEST(sealed.last<app::Download>()->percorso == "/api/v1/domande/1/provvedimenti/1/segnatura.xml");
}

BOOST_AUTO_TEST_CASE(an_act_in_force_is_changed_by_another_that_names_it) {
  Desk desk;
  desk.stato = "accolta";
  desk.eventi = {"rettifica", "riduci", "sospendi", "revoca", "annulla"};
  desk.atti = json::array({act_json("firmato")});
  Driver d;
  open(d, "operatore", desk);
  BOOST_TEST(d.find(Kind::button, "Proponi al direttore") == nullptr);
  d.select("Provvedimento", "Revoca");
  d.fill("Primo lunedì revocato", "23/11/2026");
  d.click("Proponi al direttore");
  BOOST_TEST(sent(d)["precedente"] == 1);
  BOOST_TEST(sent(d)["decorrenza"] == "2026-11-23");
}

BOOST_AUTO_TEST_CASE(the_worklist_is_filtered_by_who_and_when) {
  Driver d;
  d.start();
  d.answer("sessione", 200, test::session_json("operatore"));
  json row = test::domanda_row_json();
  row["novita"] = 2;
  row["assegnata_a_nome"] = "Eva Prova";
  d.answer("domande", 200, json{{"righe", {row}}, {"cursore", ""}, {"totale", 1}}.dump());
  BOOST_TEST((d.get(Kind::badge, "2 novità").tone == Tone::info));
  BOOST_TEST(d.shows("Eva Prova"));
  d.select("In carico a", "Le mie");
  d.answer("domande", 200, test::no_domande_json());
  d.select("Decisione", "Entro 7 giorni");
  d.answer("domande", 200, test::no_domande_json());
  d.select("Ordine", "Azienda");
  d.answer("domande", 200, test::no_domande_json());
  d.check("Mostra anche le decise");
  BOOST_TEST(d.pending("domande").percorso == "/api/v1/domande?limite=25&assegnata_a=io&entro=7&ordine=azienda");
  d.answer("domande", 200, test::no_domande_json());
  BOOST_TEST(d.find(Kind::empty_state, "Nessuna domanda con questi filtri") != nullptr);
}

BOOST_AUTO_TEST_CASE(who_filed_sees_where_the_domanda_is_what_to_answer_and_the_acts) {
  Driver d;
  d.start();
  d.answer("sessione", 200, test::session_json());
  d.answer("domande", 200, json{{"righe", {test::domanda_row_json()}}, {"cursore", ""}, {"totale", 1}}.dump());
  d.click("INPS.7000.24/11/2026.0000001");
  const json pratica = {
      {"stato", "accolta"},
      {"tappe",
       {{{"quando", "2026-11-24T09:00:00+01:00"}, {"azione", "domanda.inviata"}, {"testo", "Domanda ricevuta e protocollata"}}}},
      {"ultimo_giorno_decisione", "2027-01-08"},
      {"richieste", {request_json("consegnata")}},
      {"atti", {act_json("firmato")}}};
  d.answer("dettaglio", 200, detail_json(pratica));
  BOOST_TEST(!d.asked("istruttoria"));
  BOOST_TEST(d.shows("Domanda ricevuta e protocollata"));
  BOOST_TEST(d.shows("Richiesta di integrazione INPS.7000.24/11/2026.0000005"));
  d.click("Scarica la richiesta del 24/11/2026 (PDF)");
  BOOST_TEST(d.last<app::Download>()->percorso == "/api/v1/domande/1/richieste/1/richiesta.pdf");
  d.click("Scarica la segnatura della richiesta del 24/11/2026 (XML)");
  BOOST_TEST(d.last<app::Download>()->percorso == "/api/v1/domande/1/richieste/1/segnatura.xml");
  BOOST_TEST(d.shows("Provvedimento di accoglimento 700000000001"));
  BOOST_TEST(d.shows("Zoe Prova, il 24/11/2026"));
  d.click("Scarica la ricevuta (PDF)");
  BOOST_TEST(d.last<app::Download>()->percorso == "/api/v1/domande/1/ricevuta.pdf");
  BOOST_TEST(d.find(Kind::button, "Scarica la segnatura (XML)") == nullptr, "without a seal");
  // A request of before there were letters, too.
  json sealed = json::parse(detail_json(pratica));
  sealed["domanda"]["segnatura"] = true;
  sealed["domanda"]["pratica"]["richieste"][0].update({{"documento", ""}, {"segnatura", false}});
  d.send(app::Click{"apri:1"});
  d.answer("dettaglio", 200, sealed.dump());
  d.click("Scarica la segnatura (XML)");
  BOOST_TEST(d.last<app::Download>()->percorso == "/api/v1/domande/1/segnatura.xml");
  BOOST_TEST(d.find(Kind::button, "Scarica la richiesta del 24/11/2026 (PDF)") == nullptr);
  BOOST_TEST(d.find(Kind::button, "Scarica la segnatura della richiesta del 24/11/2026 (XML)") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
