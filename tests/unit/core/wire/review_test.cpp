#include <boost/test/unit_test.hpp>

#include "shared/wire/wire.hpp"
#include "tests/unit/core/alerts/cases.hpp"

namespace {

using namespace omnia;

std::string request(const std::string& draft, const std::string& registry, const std::string& oggi) {
  return R"({"bozza":)" + draft + R"(,"registro":)" + registry + R"(,"oggi":)" + oggi + "}";
}

bool has(const std::string& json, const char* part) { return json.find(part) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_SUITE(wire_review)

BOOST_AUTO_TEST_CASE(one_call_reads_reviews_and_writes) {
  test::World w;
  w.d.azienda.pec = {};
  const auto answer = wire::review_json(request(wire::write(w.d), wire::write(w.r), "\"2026-11-24\""));
  BOOST_TEST(answer == wire::write(w.review()));
  BOOST_TEST(
      has(answer,
          R"({"campo":"azienda.pec","citazione":"msg. INPS 4619/2023 e 4496/2023","codice":"A-AZI-06","gravita":"errore",)"
          R"("lettura":false,"rimedio":"Scrivi l’indirizzo PEC dell’azienda, per esempio azienda@pec.it.",)"
          R"("sezione":"azienda","testo":"Indica una PEC valida: qui arriveranno le richieste di integrazione e l’esito."})"));
}

BOOST_AUTO_TEST_CASE(what_was_worked_out_is_in_the_answer) {
  test::World w;
  w.d.pagamento.modalita = domain::ModalitaPagamento::diretto;
  const auto json = wire::write(w.review());
  for (const char* part : {R"("inviabile":true)", R"("oggi":"2026-11-24")", R"("stato":"completa")", R"("stato":"parziale")",
                           R"("primaria":"CIGO_IND")", R"("scadenza":{"citazione":)", R"("data":"2026-12-01")", R"("biennio":{)",
                           R"("calcolati":true)", R"("limite":32760)", R"("verdetto":"incompleta")", R"("gravita":"avviso")",
                           R"("gravita":"informazione")"}) {
    BOOST_TEST(has(json, part), part);
  }
}

BOOST_AUTO_TEST_CASE(what_was_not_worked_out_is_absent) {
  const auto json = wire::write(rules::review({}, {}, norms::Norms::builtin(), test::kOggi));
  BOOST_TEST(!has(json, R"("scadenza")"));
  BOOST_TEST(!has(json, R"("liquidita")"));
  BOOST_TEST(has(json, R"("stato":"vuota")"));
  BOOST_TEST(has(json, R"("inviabile":false)"));
}

BOOST_AUTO_TEST_CASE(a_bad_request_gets_a_reason_and_no_review) {
  BOOST_TEST(
      wire::review_json("{") ==
      R"({"errore":{"codice":"json.sintassi","testo":"Il testo non è JSON valido: controlla che sia completo e in UTF-8."}})");
  BOOST_TEST(wire::review_json("[]") == R"({"errore":{"codice":"json.campo","testo":"Il documento deve essere un oggetto."}})");
  BOOST_TEST(wire::review_json(R"({"bozza":{}})") ==
             R"({"errore":{"codice":"json.campo","testo":"Il campo «registro» manca."}})");
  BOOST_TEST(wire::review_json(request("{}", "{}", "\"oggi\"")) ==
             R"({"errore":{"codice":"json.campo","testo":"Il campo «oggi» deve essere una data nella forma 2026-11-23."}})");
  BOOST_TEST(wire::review_json(request(R"({"invio":{"note":5}})", "{}", "\"2026-11-24\"")) ==
             R"({"errore":{"codice":"json.campo","testo":"Il campo «bozza.invio.note» deve essere un testo."}})");
}

BOOST_AUTO_TEST_SUITE_END()
