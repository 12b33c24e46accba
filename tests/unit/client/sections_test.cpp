// The sections of the report, the indicators and the unions, as a person meets them.
#include <boost/test/unit_test.hpp>

#include "tests/unit/client/office.hpp"

using namespace omnia;
using test::Driver;
using view::Kind;

namespace {

void choose_causale(Driver& d, const std::string& option) {
  d.click("Causale");
  d.select("Causale", option);
}

const char* const kLackOfWork = "Mancanza di lavoro o di commesse";
const char* const kMaterials = "Mancanza di materie prime o componenti";

// A builder: nothing is due to the unions for a first request.
domain::Registry builder_registry() {
  auto registry = test::clean_registry();
  registry.posizione.csc = "11301";
  registry.posizione.ateco2007 = "412000";
  return registry;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sections)

BOOST_AUTO_TEST_CASE(the_report_asks_what_the_causale_asks) {
  Driver d;
  test::open_new(d);
  choose_causale(d, kLackOfWork);
  d.click("Relazione tecnica");
  BOOST_TEST(d.find(Kind::field, "Perché il lavoro si ferma o si riduce") != nullptr);
  BOOST_TEST(d.find(Kind::field, "Data dell’ordine delle materie prime") == nullptr);
  choose_causale(d, kMaterials);
  d.click("Relazione tecnica");
  BOOST_TEST(d.find(Kind::field, "Data dell’ordine delle materie prime") != nullptr);
  BOOST_TEST(d.find(Kind::field, "Fase di lavoro in corso") == nullptr);
}

// Who tries another causale has lost nothing: what it does not ask waits, and is not judged meanwhile.
BOOST_AUTO_TEST_CASE(a_change_of_causale_keeps_what_was_typed) {
  Driver d;
  test::open_new(d);
  choose_causale(d, kLackOfWork);
  d.click("Indicatori economici");
  d.fill("Fatturato, 2025", "850.000");
  d.click("Relazione tecnica");
  d.fill("Perché il lavoro si ferma o si riduce", "Il committente ha rinviato due commesse.");
  choose_causale(d, kMaterials);
  d.click("Relazione tecnica");
  d.fill("Data dell’ordine delle materie prime", "02/11/2026");
  choose_causale(d, kLackOfWork);
  d.click("Indicatori economici");
  BOOST_TEST(d.field("Fatturato, 2025").value == "850.000,00");
  d.click("Relazione tecnica");
  BOOST_TEST(d.field("Perché il lavoro si ferma o si riduce").value == "Il committente ha rinviato due commesse.");
  BOOST_TEST(d.find(Kind::field, "Data dell’ordine delle materie prime") == nullptr);
  choose_causale(d, kMaterials);
  d.click("Relazione tecnica");
  BOOST_TEST(d.field("Data dell’ordine delle materie prime").value == "02/11/2026");
}

BOOST_AUTO_TEST_CASE(a_short_report_is_said_once_it_is_left) {
  Driver d;
  test::open_new(d);
  d.click("Relazione tecnica");
  d.fill("Perché il lavoro si ferma o si riduce", "Meno ordini.");
  BOOST_TEST(d.shows("Le ragioni della sospensione sono descritte in 12 caratteri: la Sede può chiedere più dettagli."));
}

BOOST_AUTO_TEST_CASE(indicators_wait_for_a_causale_that_asks_for_them) {
  Driver d;
  test::open_new(d);
  d.click("Indicatori economici");
  BOOST_TEST(d.shows("Scegli prima la causale: gli indicatori servono solo per mancanza di lavoro e crisi di mercato."));
  choose_causale(d, kMaterials);
  d.click("Indicatori economici");
  BOOST_TEST(d.shows("Per la causale scelta gli indicatori non sono richiesti: passa alla sezione successiva."));
  BOOST_TEST(d.count(Kind::table) == 0U);
  BOOST_TEST(d.get(Kind::step, "Indicatori economici").value == "completa");
}

BOOST_AUTO_TEST_CASE(the_trend_is_worked_out_while_typing) {
  Driver d;
  test::open_new(d);
  choose_causale(d, kLackOfWork);
  d.click("Indicatori economici");
  BOOST_TEST(d.count(Kind::table) == 1U);
  d.fill("Fatturato, 2024", "1.000.000");
  BOOST_TEST(d.get(Kind::badge, "da calcolare").label == "da calcolare");
  d.type("Fatturato, 2025", "850.000");
  BOOST_TEST(d.get(Kind::definition, "Fatturato 2025").value == "-15,0 % · a sostegno");
  BOOST_TEST(d.shows("Nel complesso l’andamento è negativo e sostiene la richiesta: 1 a sostegno, 0 contro."));
  d.fill("Indebitamento, 2025", "-3");
  BOOST_TEST(d.field("Indebitamento, 2025").error ==
             "Indebitamento, 2025: il valore non può essere negativo. Scrivi un importo pari o superiore a zero.");
}

BOOST_AUTO_TEST_CASE(quarters_come_in_two_tables_of_four) {
  Driver d;
  test::open_new(d);
  choose_causale(d, kLackOfWork);
  d.click("Indicatori economici");
  d.choose("Per trimestre");
  BOOST_TEST(d.count(Kind::table) == 2U);
  BOOST_TEST(d.find(Kind::table, "Valori dal 4° trimestre 2024 al 3° trimestre 2025: gli importi in euro") != nullptr);
  // Both years are open; on a phone the second begins folded.
  const auto year_is = [&](const char* name, bool folded_on_a_phone) {
    const view::Node& year = d.get(Kind::disclosure, name);
    return year.checked && year.current == folded_on_a_phone;
  };
  BOOST_TEST(year_is("I quattro trimestri dell’anno prima", false));
  BOOST_TEST(year_is("Gli ultimi quattro trimestri", true));
  d.fill("Numero di ordini, 3° trimestre 2026", "12");
  BOOST_TEST(d.shows("Manca il confronto per il periodo 3° trimestre 2026: nessun valore per 3° trimestre 2025.") == false);
  d.click("Continua");
  d.click("Indicatori economici");
  BOOST_TEST(d.field("Numero di ordini, 3° trimestre 2026").value == "12");
  BOOST_TEST(d.shows("Manca il confronto per il periodo 3° trimestre 2026: nessun valore per 3° trimestre 2025."));
}

BOOST_AUTO_TEST_CASE(the_duty_towards_the_unions_is_told_with_its_dates) {
  Driver d;
  test::open_new(d);
  d.click("Consultazione sindacale");
  BOOST_TEST(d.shows("Scegli prima la causale: da lì dipende se e come consultare i sindacati."));
  choose_causale(d, kLackOfWork);
  d.click("Consultazione sindacale");
  d.fill("Data della comunicazione ai sindacati", "09/11/2026");
  BOOST_TEST(d.shows("Esame congiunto, se una delle parti lo chiede (entro il 19/11/2026)"));
  BOOST_TEST(d.find(Kind::checkbox, "L’ho inviata anche alle RSA o RSU") == nullptr);
  d.check("In azienda ci sono RSA o RSU");
  BOOST_TEST(d.find(Kind::checkbox, "L’ho inviata anche alle RSA o RSU") != nullptr);
}

BOOST_AUTO_TEST_CASE(a_builder_has_nothing_to_do_and_nothing_to_fill) {
  Driver d;
  test::open_new(d, builder_registry());
  choose_causale(d, kLackOfWork);
  d.click("Consultazione sindacale");
  BOOST_TEST(d.shows("Questa è una prima richiesta."));
  BOOST_TEST(d.find(Kind::field, "Data della comunicazione ai sindacati") == nullptr);
  BOOST_TEST(d.get(Kind::step, "Consultazione sindacale").value == "completa");
}

BOOST_AUTO_TEST_CASE(the_summary_tells_the_figures_of_each_period) {
  Driver d;
  test::open_new(d);
  test::fill_all(d);
  BOOST_TEST(d.get(Kind::definition, "2025").value == "Fatturato 800.000,00 €; Numero di ordini 90");
  BOOST_TEST(d.get(Kind::definition, "Data della comunicazione ai sindacati").value == "02/11/2026");
  BOOST_TEST(d.get(Kind::definition, "Rendo la relazione come dichiarazione sostitutiva").value == "Sì");
  d.click("Indicatori economici");
  BOOST_TEST(d.shows("800.000,00 € (-20,0 %)"), "a figure says what it counts, in the charts too");
  BOOST_TEST(d.shows("90 (-25,0 %)"));
}

BOOST_AUTO_TEST_SUITE_END()
