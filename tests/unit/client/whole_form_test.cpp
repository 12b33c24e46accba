// The parts of the domanda beyond plain fields, as a person meets them: room and cut, estimate, CSV, extension, comparison.
#include <boost/test/unit_test.hpp>

#include "tests/unit/client/office.hpp"

using namespace omnia;
using test::Driver;
using view::Kind;

namespace {

domain::Registry nearly_full() {
  auto registry = test::clean_registry();
  const auto add = [&](const char* numero, const char* dal, const char* al) {
    domain::Autorizzazione a;
    a.numero = numero;
    a.unita_produttiva = 1;
    a.prestazione = "CIGO";
    a.causale = "MANC_LAVORO";
    a.periodo = {test::day(dal), test::day(al)};
    registry.autorizzazioni.push_back(a);
  };
  add("1", "2025-01-06", "2025-07-06");
  add("2", "2025-12-01", "2026-05-17");
  return registry;
}

void weather(Driver& d) {
  d.click("Causale");
  d.select("Causale", "Evento meteo, industria – evento oggettivamente non evitabile (EONE)");
  d.click("Periodo e settimane");
  d.fill("Primo giorno di sospensione o riduzione", "16/11/2026");
}

std::string with_header(const std::string& rows) { return "codice_fiscale;cognome;nome;qualifica\r\n" + rows; }

}  // namespace

BOOST_AUTO_TEST_SUITE(whole_form)

BOOST_AUTO_TEST_CASE(one_click_cuts_the_request_to_the_weeks_that_fit) {
  Driver d;
  test::open_new(d, nearly_full());
  d.click("Periodo e settimane");
  d.fill("Primo giorno di sospensione o riduzione", "16/11/2026");
  d.fill("Domenica dell’ultima settimana", "27/12/2026");
  BOOST_TEST(d.shows("Entrano solo 2 settimane su 6, fino al 29/11/2026. Limite raggiunto: Biennio mobile."));
  BOOST_TEST((d.find_key("capienza.tempo")->kind == Kind::chart));
  d.click_key("taglia:periodo");
  BOOST_TEST(d.field("Domenica dell’ultima settimana").value == "29/11/2026");
  BOOST_TEST(d.shows("Questa richiesta entra tutta: 2 settimane."));
  BOOST_TEST(d.find_key("taglia:periodo") == nullptr);
}

BOOST_AUTO_TEST_CASE(the_estimate_asks_for_the_pay_and_follows_it) {
  Driver d;
  test::open_new(d);
  test::fill_all(d);
  d.click("Pagamento");
  BOOST_TEST(d.shows("Ai lavoratori possono andare al massimo"));
  BOOST_TEST(!d.shows("Contributo addizionale, euro"));
  d.fill("Retribuzione oraria media, in euro", "dieci");
  BOOST_TEST(!d.field("Retribuzione oraria media, in euro").error.empty());
  d.fill("Retribuzione oraria media, in euro", "12,50");
  BOOST_TEST(d.shows("Stima per 2 settimane: retribuzione persa 8.000,00 €"));
  BOOST_TEST(d.shows("Contributo addizionale, euro"));
  BOOST_TEST(d.find(Kind::button, "Perché? Stima degli importi") != nullptr);
}

// Whoever types the hours of a week sees at once, beside them, what they are worth.
BOOST_AUTO_TEST_CASE(the_assistant_estimates_while_the_plan_is_typed) {
  Driver d;
  test::open_new(d);
  BOOST_TEST(d.shows("Compila lavoratori e ore del piano: qui vedi quanto va ai lavoratori e quanto paga l’azienda."));
  BOOST_TEST(d.find_key("assistente.stima.tabella") == nullptr);
  test::fill_all(d);
  d.click("Periodo e settimane");
  BOOST_TEST(d.shows("Ai lavoratori possono andare al massimo"));
  d.click("Scrivi la retribuzione oraria");
  BOOST_TEST(d.title() == "Pagamento");
  BOOST_REQUIRE(d.last<app::FocusNode>() != nullptr);
  BOOST_TEST(d.last<app::FocusNode>()->key == "stima.retribuzione");
  d.fill("Retribuzione oraria media, in euro", "12,50");
  d.click("Periodo e settimane");
  const auto in_the_assistant = [&](std::size_t row, std::size_t column) {
    const view::Node* table = d.find_key("assistente.stima.tabella");
    BOOST_REQUIRE(table != nullptr);
    return table->children.at(row).children.at(column).label;
  };
  BOOST_TEST(in_the_assistant(3, 0) == "Totale di 2 settimane");
  const std::string before = in_the_assistant(3, 3);
  BOOST_TEST(!before.empty());
  const view::Node* paid = d.find(Kind::definition, "Contributo addizionale, euro");
  BOOST_REQUIRE(paid != nullptr);
  BOOST_TEST(paid->value == before);
}

BOOST_AUTO_TEST_CASE(a_csv_with_errors_imports_nothing_and_says_what_to_mend) {
  Driver d;
  test::open_new(d);
  d.click("Lavoratori");
  const std::string good = test::codice_fiscale(1) + ";Prova;Uno;operaio\r\n";
  const std::string wrong = with_header(good + "XYZ;Prova;Due;operaio\r\n" + test::codice_fiscale(3) + ";Prova;Tre;pilota\r\n");
  d.send(app::FileChosen{"lavoratori.csv", "elenco.csv", "text/csv", static_cast<std::int64_t>(wrong.size()), wrong});
  BOOST_TEST(d.model.scrivania->bozza.draft.lavoratori.beneficiari.empty());
  BOOST_TEST(d.shows("Non ho importato nulla: 2 valori da correggere."));
  const auto* table = d.find(Kind::table, "Che cosa correggere nel file, riga per riga");
  BOOST_REQUIRE(table != nullptr);
  BOOST_TEST(table->children.size() == 3U);
  d.send(app::FileChosen{"lavoratori.csv", "elenco.csv", "text/csv", 3, "uno"});
  BOOST_TEST(d.shows("File CSV non leggibile: servono le colonne «codice_fiscale» e «qualifica»."));
}

BOOST_AUTO_TEST_CASE(a_pasted_list_adds_who_is_missing_with_the_names_of_uniemens) {
  Driver d;
  test::open_new(d);
  d.click("Lavoratori");
  d.fill("Oppure incolla qui l’elenco",
         "codice_fiscale\tqualifica\n" + test::codice_fiscale(1) + "\toperaio\n" + test::codice_fiscale(2) + "\timpiegato\n");
  d.click("Importa l’elenco incollato");
  BOOST_TEST(d.shows("Importati 2 lavoratori; già presenti: 0."));
  const auto& list = d.model.scrivania->bozza.draft.lavoratori.beneficiari;
  BOOST_REQUIRE(list.size() == 2U);
  BOOST_TEST(list[0].nome == "Numero 1");
  d.fill("Oppure incolla qui l’elenco", "cf;qualifica\n" + test::codice_fiscale(2) + ";operaio\n");
  d.click("Importa l’elenco incollato");
  BOOST_TEST(d.shows("Importati 0 lavoratori; già presenti: 1."));
  d.click("Scarica un modello");
  BOOST_REQUIRE(d.last<app::Download>() != nullptr);
  BOOST_TEST(d.last<app::Download>()->contenuto ==
             "\xEF\xBB\xBF"
             "codice_fiscale;cognome;nome;qualifica;cambio_appalto\r\n");
}

BOOST_AUTO_TEST_CASE(a_worker_added_by_hand_has_hiring_hours_and_part_time) {
  Driver d;
  test::open_new(d);
  d.click("Lavoratori");
  d.fill("Codice fiscale del lavoratore", test::codice_fiscale(50));
  d.fill("Data di assunzione nell’unità", "01/03/2024");
  d.fill("Ore settimanali da contratto", "24");
  d.fill("Percentuale di part-time", "60");
  d.click("Aggiungi il lavoratore");
  const auto& one = d.model.scrivania->bozza.draft.lavoratori.beneficiari.back();
  BOOST_TEST(one.assunzione->iso() == "2024-03-01");
  BOOST_TEST(one.ore_settimanali->centesimi == 2400);
  BOOST_TEST(one.part_time->centesimi == 6000);
}

BOOST_AUTO_TEST_CASE(bad_weather_asks_the_hours_of_each_event_day) {
  Driver d;
  test::open_new(d);
  weather(d);
  BOOST_TEST(d.find(Kind::table, "Ore di fermo nei giorni dell’evento") == nullptr);
  d.click_key("giorni.feriali:2026-11-16");
  BOOST_REQUIRE(d.find(Kind::table, "Ore di fermo nei giorni dell’evento") != nullptr);
  d.fill("Ore di fermo del 17/11/2026", "6,5");
  BOOST_TEST(d.model.scrivania->bozza.draft.periodo.ore_giorni[1].ore->centesimi == 650);
  d.fill("Ore di fermo del 18/11/2026", "tutto");
  BOOST_TEST(d.field("Ore di fermo del 18/11/2026").error.find("«tutto» non è un numero di ore.") == 0U);
  d.click("Causale");
  d.select("Causale", "Mancanza di lavoro o di commesse");
  d.click("Periodo e settimane");
  BOOST_TEST(d.find(Kind::table, "Ore di fermo nei giorni dell’evento") == nullptr);
  weather(d);
  BOOST_TEST(d.field("Ore di fermo del 17/11/2026").value == "6,50");
}

BOOST_AUTO_TEST_CASE(a_block_pasted_into_the_plan_fills_it_and_what_is_wrong_stays_as_typed) {
  Driver d;
  test::open_new(d);
  d.click("Periodo e settimane");
  d.fill("Primo giorno di sospensione o riduzione", "16/11/2026");
  d.fill("Domenica dell’ultima settimana", "29/11/2026");
  d.send(app::Paste{"periodo.settimane[0].lavoratori", "10\t5\t160,00\n12\tboh\t200"});
  BOOST_TEST(d.field("Ore chieste, settimana del 16/11/2026").value == "160,00");
  BOOST_TEST(d.field("Lavoratori, settimana del 23/11/2026").value == "12");
  BOOST_TEST(d.field("Di cui a zero ore, settimana del 23/11/2026").value == "boh");
  BOOST_TEST(d.field("Di cui a zero ore, settimana del 23/11/2026").error.find("«boh» non è un numero di lavoratori.") == 0U);
  d.send(app::FillDown{"periodo.settimane[0].ore"});
  BOOST_TEST(d.field("Ore chieste, settimana del 23/11/2026").value == "160,00");
}

BOOST_AUTO_TEST_CASE(the_causali_can_be_compared_before_choosing) {
  Driver d;
  test::open_new(d);
  d.click("Causale");
  const auto* table = d.find(Kind::table, "Causali: quando si usano e che cosa chiedono");
  BOOST_REQUIRE(table != nullptr);
  BOOST_TEST(table->children.size() > 10U);
  BOOST_TEST(
      d.shows("data dell’ordine delle materie prime; come gestisci le scorte; che cosa hai fatto per trovare altro materiale"));
  d.click("Usa «Guasto ai macchinari»");
  BOOST_TEST(d.model.scrivania->bozza.draft.causale.id == "GUASTO_MACCHINARI");
  BOOST_TEST(d.find(Kind::checkbox, "Ho l’attestazione della ditta intervenuta") != nullptr);
}

BOOST_AUTO_TEST_CASE(the_position_is_shown_as_the_office_knows_it) {
  Driver d;
  auto registry = test::clean_registry();
  registry.posizione.ca = {{"5K", test::day("2020-01-01"), std::nullopt},
                           {"1A", test::day("2019-01-01"), test::day("2020-12-31")}};
  registry.titolo.ruolo = domain::RuoloTitolo::intermediario;
  registry.titolo.delega_al = test::day("2027-06-30");
  test::open_new(d, registry);
  BOOST_TEST(d.get(Kind::definition, "Codice statistico contributivo (CSC)").value == "10705");
  BOOST_TEST(d.get(Kind::definition, "Codici di autorizzazione attivi (CA)").value == "5K");
  BOOST_TEST(d.get(Kind::definition, "Come agisci").value == "Con delega dell’azienda valida fino al 30/06/2027");
  BOOST_TEST(d.get(Kind::definition, "Ultima denuncia UniEmens").value == "10/2026");
  BOOST_TEST(d.get(Kind::badge, "CIGO suggerita").label == "CIGO suggerita");
  BOOST_TEST(d.shows("Dati dell’anagrafica al 24/11/2026"));
}

BOOST_AUTO_TEST_CASE(the_units_stand_in_a_table_and_one_is_chosen) {
  Driver d;
  auto registry = test::clean_registry();
  auto site = registry.unita_produttive[0];
  site.progressivo = 2;
  site.tipo = domain::TipoUnita::cantiere;
  site.denominazione = "Cantiere di Savona";
  registry.unita_produttive.push_back(site);
  test::open_new(d, registry);
  d.click("Unità produttiva");
  const auto* table = d.find(Kind::table, "Unità produttiva");
  BOOST_REQUIRE(table != nullptr);
  BOOST_TEST(table->children[1].children[1].label == "Stabilimento");
  BOOST_TEST(table->children[1].children[4].label == "20");
  d.choose("UP 2 · Cantiere di Savona");
  BOOST_TEST(d.shows("Cantiere di Savona: scrivi il contratto di appalto e la sua durata."));
  BOOST_TEST(d.find(Kind::field, "Contratto di appalto") != nullptr);
}

BOOST_AUTO_TEST_CASE(direct_payment_shows_both_formulas_line_by_line) {
  Driver d;
  test::open_new(d);
  d.click("Pagamento");
  d.choose("Paga direttamente l’INPS (pagamento diretto)");
  d.fill("Liquidità immediate", "10.000");
  d.fill("Liquidità differite", "5.000");
  d.fill("Rimanenze", "3.000");
  d.fill("Passività correnti", "17.000");
  BOOST_TEST(d.find(Kind::table, "Senza le rimanenze (indice di liquidità): la formula usata") != nullptr);
  BOOST_TEST(d.find(Kind::table, "Con le rimanenze (indice di disponibilità)") != nullptr);
  BOOST_TEST(d.shows("Le due formule danno esiti diversi: decide la Sede."));
}

BOOST_AUTO_TEST_CASE(charts_of_the_indicators_say_what_they_show) {
  Driver d;
  test::open_new(d);
  d.click("Causale");
  d.select("Causale", "Mancanza di lavoro o di commesse");
  d.click("Indicatori economici");
  d.fill("Fatturato, 2024", "1.000.000");
  d.fill("Fatturato, 2025", "850.000");
  const auto* chart = d.find_key("indicatori.grafico.fatturato");
  BOOST_REQUIRE(chart != nullptr);
  BOOST_TEST(chart->label == "Fatturato 2025: -15,0 % sul 2024, a sostegno della richiesta.");
  BOOST_REQUIRE(chart->chart.size() == 1U);
  BOOST_TEST(chart->chart[0].marks[1].note == "850.000,00 € (-15,0 %)");
  d.fill("Ore lavorate, 2025", "12.500");
  d.choose("Per trimestre");
  BOOST_TEST(d.shows("I valori scritti nell’altro modo restano salvati: li ritrovi se torni indietro."));
  d.choose("Per anno");
  BOOST_TEST(d.field("Ore lavorate, 2025").value == "12.500,00");
}

BOOST_AUTO_TEST_CASE(an_extension_starts_from_the_filed_domanda_with_only_what_changes_left) {
  Driver d;
  test::log_in(d);
  d.click_key("apri:1");
  auto domanda = test::domanda_row_json();
  domanda["bozza"] = nlohmann::json::parse(wire::write(test::clean_draft()));
  domanda["esame"] = nlohmann::json::object();
  d.answer("dettaglio:", 200, nlohmann::json({{"domanda", domanda}}).dump());
  d.click("Chiedi la proroga");
  BOOST_TEST(d.shows("Preparo la nuova bozza…"));
  d.answer("registro:", 200, wire::write(test::clean_registry()));
  BOOST_TEST(d.title() == "Periodo e settimane");
  const auto& draft = d.model.scrivania->bozza.draft;
  BOOST_TEST((draft.periodo.tipo == domain::TipoRichiesta::proroga));
  BOOST_TEST(draft.periodo.domanda_prorogata == "INPS.7000.24/11/2026.0000001");
  BOOST_TEST(d.field("Lunedì della prima settimana").value == "30/11/2026");
  BOOST_TEST(d.field("Domenica dell’ultima settimana").value == "13/12/2026");
  BOOST_TEST(draft.causale.id == "MANC_LAVORO");
  BOOST_TEST(draft.lavoratori.beneficiari.size() == 10U);
  BOOST_TEST(draft.invio.ticket.empty());
  BOOST_TEST(!draft.invio.dichiarazioni);
  BOOST_TEST(!draft.relazione.dichiarazione);
  BOOST_TEST(draft.relazione.cause == test::clean_report().cause);
  BOOST_TEST(draft.consultazione.data_comunicazione.empty());
  BOOST_TEST(draft.id != test::clean_draft().id);
}

BOOST_AUTO_TEST_CASE(a_copy_has_no_dates_and_is_a_first_request) {
  Driver d;
  test::log_in(d);
  d.click_key("apri:1");
  auto domanda = test::domanda_row_json();
  domanda["bozza"] = nlohmann::json::parse(wire::write(test::clean_draft()));
  domanda["esame"] = nlohmann::json::object();
  d.answer("dettaglio:", 200, nlohmann::json({{"domanda", domanda}}).dump());
  d.click("Crea una copia da modificare");
  d.answer("registro:", 200, wire::write(test::clean_registry()));
  const auto& draft = d.model.scrivania->bozza.draft;
  BOOST_TEST((draft.periodo.tipo == domain::TipoRichiesta::prima));
  BOOST_TEST(draft.periodo.dal.empty());
  BOOST_TEST(draft.lavoratori.beneficiari.size() == 10U);
}

BOOST_AUTO_TEST_SUITE_END()
