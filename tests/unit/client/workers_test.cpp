#include <boost/test/unit_test.hpp>

#include "tests/unit/client/office.hpp"

using namespace omnia;
using test::Driver;
using view::Kind;

namespace {

domain::Registry many(int n) {
  domain::Registry r = test::clean_registry(n);
  for (int i = 0; i < n; ++i) {
    auto& one = r.lavoratori[static_cast<std::size_t>(i)];
    char number[16];
    std::snprintf(number, sizeof number, "%04d", i);
    one.cognome = std::string("PROVA") + number;
    one.nome = i % 2 == 0 ? "ANNA" : "LUCA";
    if (i % 10 == 0) one.qualifica = "impiegato";
  }
  r.lavoratori.front().qualifica = "dirigente";
  return r;
}

// A second unit, UP 2.
domain::Registry with_site() {
  domain::Registry registry = test::clean_registry(3);
  domain::UnitaProduttiva second = registry.unita_produttive.front();
  second.progressivo = 2;
  second.denominazione = "Cantiere di Savona";
  second.tipo = domain::TipoUnita::cantiere;
  registry.unita_produttive.push_back(second);
  return registry;
}

constexpr const char* kTable = "Lavoratori dell’unità produttiva";

const std::vector<domain::Beneficiario>& chosen(const Driver& d) { return d.model.scrivania->bozza.draft.lavoratori.beneficiari; }

}  // namespace

BOOST_AUTO_TEST_SUITE(workers)

BOOST_AUTO_TEST_CASE(ten_thousand_workers_are_scrolled_searched_and_chosen) {
  Driver d;
  test::open_new(d, many(10000));
  d.click("Lavoratori");
  const auto table = [&]() -> const view::Node& { return d.get(Kind::table, kTable); };
  BOOST_TEST(table().max == 10000);
  BOOST_TEST(table().now == 0);
  BOOST_TEST(table().limit == 12);
  BOOST_TEST(table().children.size() == 41U);  // header, and the rows about those in sight
  d.send(app::Scroll{"lavoratori.beneficiari", 5000});
  BOOST_TEST(table().now == 5000);
  BOOST_TEST(d.find(Kind::checkbox, "PROVA5000 ANNA") != nullptr);
  BOOST_TEST(d.find(Kind::checkbox, "PROVA5040 ANNA") == nullptr);
  d.send(app::Scroll{"lavoratori.beneficiari", 999999});
  BOOST_TEST(table().now == 9960);
  d.send(app::Scroll{"lavoratori.beneficiari", -1});
  BOOST_TEST(table().now == 0);
  d.type("Cerca un lavoratore", "prova099 anna");
  BOOST_TEST(table().max == 5);
  d.click("Scegli tutti i 5 dell’elenco");
  BOOST_TEST(chosen(d).size() == 5U);
  BOOST_TEST(d.shows("5 lavoratori scelti"));
  d.type("Cerca un lavoratore", "");
  // The executive stays out: art. 1 c. 1 D.Lgs. 148/2015.
  d.click("Scegli tutti i 10.000 dell’elenco");
  BOOST_TEST(chosen(d).size() == 9999U);
  d.select("Qualifica", "Impiegato");
  BOOST_TEST(table().max == 999);
  d.click("Togli tutti i 999 dell’elenco");
  BOOST_TEST(chosen(d).size() == 9000U);
  d.type("Cerca un lavoratore", "nessuno");
  BOOST_TEST(d.shows("Nessun lavoratore con questi criteri: cancella la ricerca o cambia qualifica."));
}

BOOST_AUTO_TEST_CASE(a_header_sorts_by_its_column_and_again_the_other_way_round) {
  Driver d;
  test::open_new(d, many(100));
  d.click("Lavoratori");
  const auto first = [&] { return d.get(Kind::table, kTable).children[1].children[0].children[0].label; };
  const auto sorted = [&](std::size_t column) { return d.get(Kind::table, kTable).children[0].children[column].now; };
  BOOST_TEST(first() == "PROVA0000 ANNA");
  BOOST_TEST(sorted(0) == 1);
  d.click("Lavoratore");
  BOOST_TEST(first() == "PROVA0099 LUCA");
  BOOST_TEST(sorted(0) == -1);
  d.click("Qualifica");
  BOOST_TEST(first() == "PROVA0000 ANNA");  // dirigente comes before impiegato
  BOOST_TEST(sorted(0) == 0);
  BOOST_TEST(sorted(2) == 1);
  d.click("Qualifica");
  BOOST_TEST(first() == "PROVA0099 LUCA");
  d.click("Ore/settimana");
  BOOST_TEST(first() == "PROVA0000 ANNA");
  d.check("PROVA0001 LUCA", true);
  BOOST_TEST(chosen(d).size() == 1U);
}

BOOST_AUTO_TEST_CASE(an_executive_chosen_by_hand_is_taken_off_with_one_button) {
  Driver d;
  test::open_new(d, many(30));
  d.click("Lavoratori");
  d.check("PROVA0000 ANNA");
  BOOST_TEST(d.get(Kind::step, "Lavoratori").value == "1 errore");
  BOOST_TEST(d.find(Kind::badge, "1 errore") != nullptr);
  d.click("Togli PROVA0000 ANNA dall’elenco");
  BOOST_TEST(chosen(d).empty());
}

BOOST_AUTO_TEST_CASE(an_alert_of_a_worker_leads_to_his_row_wherever_the_list_stands) {
  Driver d;
  test::open_new(d, many(1000));
  d.click("Lavoratori");
  d.check("PROVA0000 ANNA");
  BOOST_TEST(d.shows("Avvisi sui lavoratori scelti"));
  d.click("Lavoratore");  // from Z to A: he is the last
  BOOST_TEST(d.find(Kind::checkbox, "PROVA0000 ANNA") == nullptr);
  d.type("Cerca un lavoratore", "luca");
  d.click("Azienda");
  const view::Node* alert = nullptr;
  for (const auto* one : {d.find_key("lista:A-LAV-02:lavoratori.beneficiari[0].qualifica"),
                          d.find_key("lista:A-LAV-02:lavoratori.beneficiari[0].codice_fiscale")}) {
    if (one != nullptr) alert = one;
  }
  BOOST_REQUIRE(alert != nullptr);
  d.click_key(alert->key);
  BOOST_TEST(d.title() == "Lavoratori");
  BOOST_REQUIRE(d.last<app::FocusNode>() != nullptr);
  BOOST_TEST(d.last<app::FocusNode>()->key == "scelto:" + test::codice_fiscale(0));
  BOOST_TEST(d.find_key(d.last<app::FocusNode>()->key) != nullptr);
}

BOOST_AUTO_TEST_CASE(a_worker_missing_in_uniemens_is_added_by_hand) {
  Driver d;
  test::open_new(d, many(30));
  d.click("Lavoratori");
  d.fill("Codice fiscale del lavoratore", "XX");
  d.click("Aggiungi il lavoratore");
  BOOST_TEST(!d.field("Codice fiscale del lavoratore").error.empty());
  d.fill("Codice fiscale del lavoratore", test::codice_fiscale(777));
  BOOST_TEST(d.field("Codice fiscale del lavoratore").error.empty());
  d.fill("Cognome del lavoratore", "Kovač");
  d.fill("Nome del lavoratore", "Jana");
  d.select("Qualifica del lavoratore", "Quadro");
  d.click("Aggiungi il lavoratore");
  BOOST_REQUIRE(chosen(d).size() == 1U);
  BOOST_TEST(chosen(d).front().cognome == "Kovač");
  BOOST_TEST(chosen(d).front().qualifica == "quadro");
  BOOST_TEST(d.field("Codice fiscale del lavoratore").value.empty());
  BOOST_TEST(d.find(Kind::button, "Togli Kovač Jana") != nullptr);
  d.fill("Codice fiscale del lavoratore", test::codice_fiscale(777));
  d.click("Aggiungi il lavoratore");
  BOOST_TEST(d.field("Codice fiscale del lavoratore").error == "Questo lavoratore è già tra quelli scelti.");
}

BOOST_AUTO_TEST_CASE(workers_of_another_unit_are_listed_apart_and_can_be_taken_off) {
  const domain::Registry registry = with_site();
  Driver d;
  test::open_new(d, registry);
  d.click("Lavoratori");
  BOOST_TEST(d.find(Kind::empty_state, "Qui scegli i lavoratori") != nullptr);
  d.click("Scegli l’unità produttiva");
  BOOST_TEST(d.title() == "Unità produttiva");
  d.choose("UP 1 · Stabilimento di Roma");
  d.click("Lavoratori");
  d.click("Scegli tutti i 3 dell’elenco");
  d.click("Unità produttiva");
  d.choose("UP 2 · Cantiere di Savona");
  BOOST_TEST(d.find(Kind::field, "Contratto di appalto") != nullptr);
  d.click("Lavoratori");
  BOOST_TEST(d.get(Kind::table, "Scelti che UniEmens non mostra in questa unità, o ripetuti").max == 3);
  // One button for one row: the remedy of its alert, which does the same, is not there a second time.
  BOOST_TEST(d.find(Kind::button, "Togli Prova Numero 1 dall’elenco") == nullptr);
  d.click("Togli Prova Numero 1");
  BOOST_TEST(chosen(d).size() == 2U);
}

// A new building site, of which UniEmens knows neither workers nor hours: without a table, what concerns the list is said once
// all the same, and the program goes on.
BOOST_AUTO_TEST_CASE(a_unit_without_uniemens_says_once_what_is_missing) {
  domain::Registry registry = with_site();
  registry.unita_produttive.back().organico.clear();
  Driver d;
  test::open_new(d, registry);
  d.click("Unità produttiva");
  d.choose("UP 1 · Stabilimento di Roma");
  d.click("Periodo e settimane");
  d.fill("Primo giorno di sospensione o riduzione", "23/11/2026");
  d.fill("Domenica dell’ultima settimana", "06/12/2026");
  d.click("Lavoratori");
  d.check("Prova Numero 1", true);
  d.click("Continua");
  d.click("Unità produttiva");
  d.choose("UP 2 · Cantiere di Savona");
  d.click("Lavoratori");
  BOOST_TEST(d.get(Kind::table, "Scelti che UniEmens non mostra in questa unità, o ripetuti").max == 1);
  BOOST_TEST(d.find_key("avviso:A-LAV-05:lavoratori.beneficiari") != nullptr);
  d.click("Togli Prova Numero 1");
  d.click("Riepilogo e invio");
  d.click("Lavoratori");
  BOOST_TEST(d.title() == "Lavoratori");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(sections)

BOOST_AUTO_TEST_CASE(an_alert_in_the_list_jumps_to_its_field_in_another_section) {
  Driver d;
  test::open_new(d);
  d.fill("PEC", "non una pec");
  d.click("Pagamento");
  d.click_key("lista:A-AZI-06:azienda.pec");
  BOOST_TEST(d.title() == "Azienda");
  BOOST_REQUIRE(d.last<app::FocusNode>() != nullptr);
  BOOST_TEST(d.last<app::FocusNode>()->key == "azienda.pec");
  d.click("Usa prova@pec.example, dall’anagrafica al 24/11/2026");
  BOOST_TEST(d.field("PEC").value == "prova@pec.example");
  BOOST_TEST(d.field("PEC").error.empty());
}

BOOST_AUTO_TEST_CASE(an_unavoidable_event_asks_for_its_days_and_only_its_fields) {
  Driver d;
  test::open_new(d);
  d.click("Causale");
  BOOST_TEST(d.find(Kind::field, "Numero dell’ordinanza") == nullptr);
  d.select("Causale", "Sospensione per ordine di pubblica autorità – evento oggettivamente non evitabile (EONE)");
  BOOST_TEST(d.find(Kind::field, "Numero dell’ordinanza") != nullptr);
  BOOST_TEST(d.find(Kind::badge, "Evento oggettivamente non evitabile (EONE)") != nullptr);
  d.click("Periodo e settimane");
  BOOST_TEST(d.shows("Indica prima le settimane: qui compaiono i giorni da segnare."));
  d.fill("Primo giorno di sospensione o riduzione", "17/11/2026");
  d.click("Segna lun-ven dal 16/11");
  BOOST_TEST(d.model.scrivania->bozza.draft.periodo.giorni_evento.size() == 5U);
  d.check("20/11", false);
  BOOST_TEST(!d.get(Kind::checkbox, "20/11").checked);
  BOOST_TEST(d.model.scrivania->bozza.draft.periodo.giorni_evento.size() == 4U);
  BOOST_TEST(d.shows("31/12/2026"));  // end of the month after the event
}

BOOST_AUTO_TEST_CASE(the_liquidity_index_is_worked_out_while_typing) {
  Driver d;
  test::open_new(d);
  d.click("Pagamento");
  BOOST_TEST(d.find(Kind::field, "Passività correnti") == nullptr);
  d.choose("Paga direttamente l’INPS (pagamento diretto)");
  d.fill("Liquidità immediate", "10.000,00");
  d.fill("Liquidità differite", "5.000,00");
  d.type("Passività correnti", "17.000,00");
  BOOST_TEST(d.find(Kind::badge, "Difficoltà documentabile") != nullptr);
  const auto& lines = d.get(Kind::table, "Senza le rimanenze (indice di liquidità): la formula usata").children;
  BOOST_REQUIRE(lines.size() == 7U);
  BOOST_TEST(lines[5].children[0].label == "indice, troncato a due decimali");
  BOOST_TEST(lines[5].children[1].label == "0,88");
  BOOST_TEST(lines[6].children[1].label == "inferiore a 1");
}

BOOST_AUTO_TEST_CASE(the_summary_shows_what_it_cannot_read_as_it_was_typed) {
  Driver d;
  test::open_new(d);
  d.click("Pagamento");
  d.choose("Paga direttamente l’INPS (pagamento diretto)");
  d.fill("Liquidità immediate", "boh");
  d.fill("Liquidità differite", "5000");
  d.fill("Data dei dati di bilancio", "domani");
  d.click("Riepilogo e invio");
  BOOST_TEST(d.get(Kind::definition, "Liquidità immediate").value == "«boh» (non valido)");
  BOOST_TEST(d.get(Kind::definition, "Liquidità differite").value == "5.000,00 €");
  BOOST_TEST(d.get(Kind::definition, "Data dei dati di bilancio").value == "«domani» (non valido)");
}

BOOST_AUTO_TEST_CASE(the_plan_is_copied_down_and_added_up) {
  Driver d;
  test::open_new(d);
  d.click("Periodo e settimane");
  BOOST_TEST(d.find(Kind::empty_state, "Il piano nasce dalle date") != nullptr);
  d.fill("Primo giorno di sospensione o riduzione", "16/11/2026");
  d.fill("Domenica dell’ultima settimana", "6/12/2026");
  d.fill("Lavoratori, settimana del 16/11/2026", "10");
  d.fill("Ore chieste, settimana del 16/11/2026", "38:30");
  BOOST_TEST(d.field("Ore chieste, settimana del 16/11/2026").value == "38,50");
  d.click("Copia dalla prima settimana");
  BOOST_TEST(d.field("Ore chieste, settimana del 30/11/2026").value == "38,50");
  BOOST_TEST(d.field("Lavoratori, settimana del 23/11/2026").value == "10");
  BOOST_TEST(d.shows("115,50"));
  BOOST_TEST(d.shows("Totale di 3 settimane"));
  // The counter lives in the assistant.
  BOOST_TEST(d.count(Kind::meter) >= 1U);
}

BOOST_AUTO_TEST_SUITE_END()
