// Notices of the service, its documents, and what comes from the old procedure.
#include <boost/test/unit_test.hpp>

#include "tests/unit/client/office.hpp"

namespace {

using namespace omnia;
using omnia::test::Driver;
using view::Kind;

const char* const kServizio =
    R"({"avvisi":[{"codice":"procedura_precedente.chiude","testo":"Dal 01/12/2026 la procedura precedente chiude."}],)"
    R"("documenti":[{"titolo":"Manuale d’uso","percorso":"/api/v1/documenti/manuale.pdf","tipo":"application/pdf"}]})";

}  // namespace

BOOST_AUTO_TEST_SUITE(service)

BOOST_AUTO_TEST_CASE(every_role_reads_the_notices_and_the_manual_on_its_first_screen) {
  for (const char* role : {"datore", "operatore", "amministratore"}) {
    Driver d;
    test::log_in(d, role);
    BOOST_TEST(d.find(Kind::heading, "Documenti") == nullptr);
    d.answer("servizio", 200, kServizio);
    BOOST_TEST(d.get(Kind::alert, "Dal 01/12/2026 la procedura precedente chiude.").value == "Informazione");
    d.click("Manuale d’uso (PDF)");
    const auto* file = d.last<app::Download>();
    BOOST_REQUIRE(file != nullptr);
    BOOST_TEST(file->percorso == "/api/v1/documenti/manuale.pdf");
    BOOST_TEST(file->nome == "manuale.pdf");
  }
}

BOOST_AUTO_TEST_CASE(without_an_answer_of_the_service_the_work_goes_on) {
  Driver d;
  test::log_in(d);
  d.answer("servizio", 503, "{}");
  BOOST_TEST(d.find(Kind::heading, "Documenti") == nullptr);
  BOOST_TEST(d.find(Kind::button, "Nuova domanda") != nullptr);
}

BOOST_AUTO_TEST_CASE(a_domanda_of_the_old_procedure_shows_where_it_comes_from) {
  Driver d;
  d.start();
  d.answer("sessione", 200, test::session_json());
  auto row = test::domanda_row_json();
  row["origine"] = "procedura_precedente";
  row["protocollo_origine"] = "VECCHIO-1";
  d.answer("domande", 200, nlohmann::json({{"righe", {row}}, {"cursore", ""}, {"totale", 1}}).dump());
  BOOST_TEST(d.find(Kind::link, "INPS.7000.24/11/2026.0000001 (procedura precedente: VECCHIO-1)") != nullptr);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_filed_here_says_why) {
  Driver d;
  test::log_in(d);
  d.click("Nuova domanda");
  auto page = nlohmann::json::parse(test::matricole_json());
  page["righe"][0]["invio_attivo"] = false;
  page["righe"][0]["nota_invio"] = "La domanda di CIGO per la Sede 7000 non si presenta ancora da qui.";
  d.answer("matricole", 200, page.dump());
  BOOST_TEST(d.shows("La domanda di CIGO per la Sede 7000 non si presenta ancora da qui."));
  BOOST_TEST(d.get(Kind::button, "Inizia la domanda per Officine di Prova S.r.l. (" + test::matricola() + ")").disabled);
}

BOOST_AUTO_TEST_SUITE_END()
