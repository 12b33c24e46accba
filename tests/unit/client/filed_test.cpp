#include <boost/test/unit_test.hpp>

#include "tests/unit/client/office.hpp"

using namespace omnia;
using test::Driver;
using view::Kind;

namespace {

std::string page(const std::string& cursor) {
  return nlohmann::json({{"righe", {test::domanda_row_json()}}, {"cursore", cursor}, {"totale", 26}}).dump();
}

std::string detail_json() {
  nlohmann::json domanda = test::domanda_row_json();
  domain::Draft draft = test::clean_draft(20);
  draft.forzata = true;
  draft.nota_forzatura = "Variazione già comunicata.";
  domanda["forzata"] = true;
  domanda["bozza"] = nlohmann::json::parse(wire::write(draft));
  domanda["esame"] =
      nlohmann::json::parse(wire::write(rules::review(draft, test::clean_registry(), norms::Norms::builtin(), test::kOggi)));
  domanda["esame"]["alerts"].push_back({{"codice", "A-LAV-09"},
                                        {"gravita", "avviso"},
                                        {"campo", "lavoratori.beneficiari[0].codice_fiscale"},
                                        {"testo", "Riga 1: il lavoratore non risulta in UniEmens."},
                                        {"rimedio", "Controlla il codice fiscale."},
                                        {"citazione", "msg. INPS 3566/2018"}});
  domanda["norme_versione"] = "2026.11.1";
  domanda["allegati"] = {
      {{"n", 1}, {"nome", "relazione.pdf"}, {"tipo", "application/pdf"}, {"dimensione", 10}, {"impronta", "x"}}};
  domanda["inviata_da"] = {{"nome", "Anna"}, {"cognome", "Prova"}, {"ruolo", "datore"}};
  return nlohmann::json({{"domanda", domanda}}).dump();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(filed)

BOOST_AUTO_TEST_CASE(the_operator_filters_turns_pages_and_reads_a_domanda) {
  Driver d;
  d.start();
  d.answer("sessione", 200, test::session_json("operatore"));
  BOOST_TEST(d.title() == "Domande della Sede 7000");
  BOOST_TEST(d.pending("domande").percorso == "/api/v1/domande?limite=25&aperte=1");
  d.answer("domande", 200, page("seguito"));
  BOOST_TEST(d.shows("Protocollata"));
  BOOST_TEST(d.shows("08/01/2027"));
  BOOST_TEST(d.shows("tra 45 giorni"));
  BOOST_TEST(d.shows("1 avviso"));
  d.click("Pagina successiva");
  BOOST_TEST(d.pending("domande").percorso == "/api/v1/domande?limite=25&aperte=1&cursore=seguito");
  d.answer("domande", 200, page(""));
  BOOST_TEST(d.get(Kind::button, "Pagina successiva").disabled);
  d.click("Pagina precedente");
  BOOST_TEST(d.pending("domande").percorso == "/api/v1/domande?limite=25&aperte=1");
  d.answer("domande", 200, page("seguito"));
  d.fill("Protocollo, matricola o azienda", "officine & co");
  BOOST_TEST(d.pending("domande").percorso == "/api/v1/domande?limite=25&q=officine%20%26%20co&aperte=1");
  d.answer("domande", 200, page(""));
  d.select("Causale", "Mancanza di lavoro o di commesse");
  BOOST_TEST(d.pending("domande").percorso == "/api/v1/domande?limite=25&q=officine%20%26%20co&causale=MANC_LAVORO&aperte=1");
  d.answer("domande", 200, test::no_domande_json());
  BOOST_TEST(d.find(Kind::empty_state, "Nessuna domanda con questi filtri") != nullptr);
  d.select("Causale", "Tutte le causali");
  d.answer("domande", 200, page(""));
  d.click("INPS.7000.24/11/2026.0000001");
  BOOST_TEST(d.pending("dettaglio").percorso == "/api/v1/domande/1");
  d.answer("dettaglio", 200, detail_json());
  BOOST_TEST(d.title() == "Domanda CIGO di Officine di Prova S.r.l.");
  BOOST_TEST(d.get(Kind::alert, "Riga 1: il lavoratore non risulta in UniEmens.").value == "Avviso");
  // What to mend was for who compiled; who reads wants the law.
  BOOST_TEST(d.get(Kind::alert, "Riga 1: il lavoratore non risulta in UniEmens.").help == "Fonte: msg. INPS 3566/2018.");
  BOOST_TEST(d.shows("Cassa integrazione ordinaria, industria"));
  BOOST_TEST(d.shows("Variazione già comunicata."));
  BOOST_TEST(d.shows("relazione.pdf"));
  BOOST_TEST(d.shows("Prova Numero 0, Prova Numero 1"));
  BOOST_TEST(d.shows("e altri 10"));
  BOOST_TEST(d.shows("2026.11.1"));
  d.click("Torna all’elenco");
  BOOST_TEST(d.title() == "Domande della Sede 7000");
}

BOOST_AUTO_TEST_CASE(a_failure_is_told_beside_the_list_with_a_way_to_try_again) {
  Driver d;
  d.start();
  d.answer("sessione", 200, test::session_json("operatore"));
  d.answer("domande", 503,
           R"({"title":"Servizio occupato","detail":"Il servizio è occupato.","rimedio":"Riprova tra un minuto."})");
  BOOST_TEST(d.find(Kind::alert, "Il servizio è occupato. Riprova tra un minuto.") != nullptr);
  d.click("Riprova");
  BOOST_TEST(d.asked("domande"));
}

BOOST_AUTO_TEST_CASE(a_domanda_that_cannot_be_opened_leaves_the_list_where_it_is) {
  Driver d;
  d.start();
  d.answer("sessione", 200, test::session_json("operatore"));
  d.answer("domande", 200, page(""));
  d.click("INPS.7000.24/11/2026.0000001");
  d.answer("dettaglio", 0, "");
  BOOST_TEST(d.title() == "Domande della Sede 7000");
  BOOST_TEST(d.shows("La rete non risponde."));
}

BOOST_AUTO_TEST_CASE(what_others_change_is_told_and_nothing_moves_until_the_person_looks_again) {
  const std::string list_changed = "Qualcosa è cambiato nelle domande da quando hai letto l’elenco.";
  const std::string domanda_changed = "Qualcun altro ha cambiato questa domanda da quando l’hai aperta.";
  Driver d;
  d.start();
  BOOST_TEST(d.last<app::Listen>() == nullptr);
  d.answer("sessione", 200, test::session_json("operatore"));
  BOOST_REQUIRE(d.last<app::Listen>() != nullptr);
  BOOST_TEST(d.last<app::Listen>()->attivo);
  d.answer("domande", 200, page(""));
  BOOST_TEST(!d.shows(list_changed));
  d.send(app::DomandaChanged{"2"});
  BOOST_TEST(d.shows(list_changed));
  BOOST_TEST(!d.asked("domande"));
  d.click("Aggiorna l’elenco");
  d.answer("domande", 200, page(""));
  BOOST_TEST(!d.shows(list_changed));
  d.click("INPS.7000.24/11/2026.0000001");
  d.answer("dettaglio", 200, detail_json());
  d.send(app::DomandaChanged{"2"});
  BOOST_TEST(!d.shows(domanda_changed));
  d.send(app::DomandaChanged{"1"});
  BOOST_TEST(d.shows(domanda_changed));
  d.click("Rileggi la domanda");
  d.answer("dettaglio", 200, detail_json());
  BOOST_TEST(!d.shows(domanda_changed));
  d.send(app::DomandaChanged{});  // the office no longer knows what was missed
  BOOST_TEST(d.shows(domanda_changed));
  d.click("Esci");
  BOOST_REQUIRE(d.last<app::Listen>() != nullptr);
  BOOST_TEST(!d.last<app::Listen>()->attivo);
}

BOOST_AUTO_TEST_CASE(who_sees_no_domande_does_not_listen) {
  Driver d;
  d.start();
  d.answer("sessione", 200, test::session_json("amministratore"));
  BOOST_REQUIRE(d.last<app::Listen>() != nullptr);
  BOOST_TEST(!d.last<app::Listen>()->attivo);
}

BOOST_AUTO_TEST_CASE(who_files_finds_the_domanda_and_its_term_at_home) {
  Driver d;
  d.start();
  d.answer("sessione", 200, test::session_json());
  d.answer("domande", 200, page(""));
  BOOST_TEST(d.shows("Ultimo giorno per la decisione sulla domanda INPS.7000.24/11/2026.0000001"));
  d.click("INPS.7000.24/11/2026.0000001");
  d.answer("dettaglio", 200, detail_json());
  BOOST_TEST(d.title() == "Domanda CIGO di Officine di Prova S.r.l.");
  d.click("Torna all’elenco");
  BOOST_TEST(d.title() == "Buon lavoro, Anna");
}

BOOST_AUTO_TEST_SUITE_END()
