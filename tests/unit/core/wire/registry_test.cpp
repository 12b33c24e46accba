#include <boost/test/unit_test.hpp>

#include "shared/wire/wire.hpp"
#include "tests/unit/core/review/base.hpp"

namespace {

using namespace omnia;
using namespace omnia::domain;

Registry full_registry() {
  Registry r = test::clean_registry(3);
  r.titolo = {RuoloTitolo::intermediario, false, test::day("2027-01-31")};
  r.posizione.ca = {{"0J", test::day("2020-01-01"), std::nullopt}, {"2P", test::day("2020-01-01"), test::day("2021-12-31")}};
  r.posizione.ateco2025 = "255300";
  r.posizione.stato = StatoPosizione::sospesa;
  r.posizione.al = test::day("2026-12-01");
  r.posizione.capitale_interamente_pubblico = true;
  r.posizione.qualita = {"L240"};
  r.unita_produttive[0].tipo = TipoUnita::cantiere;
  r.unita_produttive[0].al = test::day("2026-12-31");
  r.unita_produttive[0].giorni_settimana = 6;
  r.lavoratori[0].cessazione = test::day("2026-11-30");
  r.lavoratori[0].part_time_centesimi = 5000;
  r.autorizzazioni = {{"700000000012",
                       1,
                       "CIGO",
                       "METEO_IND",
                       true,
                       StatoAutorizzazione::in_istruttoria,
                       {test::day("2026-03-02"), test::day("2026-03-08")},
                       12050,
                       "ABCDEFGHIJKLMNOP",
                       true,
                       {test::day("2026-03-03")},
                       6}};
  r.domande = {{"id-1",
                "INPS.7000.01/10/2026.0000012",
                1,
                "MANC_LAVORO",
                {test::day("2026-10-05"), test::day("2026-10-11")},
                test::day("2026-10-12"),
                {test::codice_fiscale(0), test::codice_fiscale(1)},
                4000}};
  return r;
}

std::string refusal(std::string_view json) {
  const auto read = wire::read_registry(json);
  BOOST_REQUIRE(!read.ok());
  BOOST_TEST(read.reason().codice == "json.campo");
  return read.reason().testo;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(wire_registry)

BOOST_AUTO_TEST_CASE(a_registry_comes_back_equal_and_its_bytes_too) {
  for (const Registry& registry : {Registry{}, test::clean_registry(), full_registry()}) {
    const std::string json = wire::write(registry);
    const auto back = wire::read_registry(json);
    BOOST_REQUIRE(back.ok());
    BOOST_TEST((back.value() == registry));
    BOOST_TEST(wire::write(back.value()) == json);
  }
}

BOOST_AUTO_TEST_CASE(the_words_of_the_field_are_written_in_lower_snake_case) {
  const std::string json = wire::write(full_registry());
  for (const char* part :
       {R"("stato":"sospesa")", R"("tipo":"cantiere")", R"("stato":"in_istruttoria")", R"("ruolo":"intermediario")",
        R"("ultimo_uniemens":"2026-10")", R"("forza_centesimi":300)", R"("periodo":{"al":"2026-03-08","dal":"2026-03-02"})"}) {
    BOOST_TEST(json.find(part) != std::string::npos, part);
  }
}

BOOST_AUTO_TEST_CASE(a_wrong_type_is_refused_naming_the_path) {
  BOOST_TEST(refusal(R"({"posizione":{"forza":[{"mese":"2026-13"}]}})") ==
             "Il campo «posizione.forza[0].mese» deve essere un mese nella forma 2026-11.");
  BOOST_TEST(refusal(R"({"posizione":{"stato":"chiusa"}})") ==
             "Il campo «posizione.stato» deve essere uno fra «attiva», «sospesa», «cessata».");
  BOOST_TEST(refusal(R"({"unita_produttive":[{"giorni_settimana":4}]})") ==
             "Il campo «unita_produttive[0].giorni_settimana» deve essere compreso fra 5 e 7.");
  BOOST_TEST(refusal(R"({"autorizzazioni":[{"giorni_settimana":8}]})") ==
             "Il campo «autorizzazioni[0].giorni_settimana» deve essere compreso fra 5 e 7.");
  BOOST_TEST(refusal(R"({"autorizzazioni":[{"periodo":{"dal":"2026-02-30"}}]})") ==
             "Il campo «autorizzazioni[0].periodo.dal» deve essere una data nella forma 2026-11-23.");
  BOOST_TEST(refusal(R"({"domande":[{"lavoratori":[1]}]})") == "Il campo «domande[0].lavoratori[0]» deve essere un testo.");
  BOOST_TEST(refusal(R"({"aggiornato_al":20261124})") == "Il campo «aggiornato_al» deve essere una data nella forma 2026-11-23.");
}

BOOST_AUTO_TEST_SUITE_END()
