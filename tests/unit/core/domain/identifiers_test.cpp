#include "shared/domain/identifiers.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>
#include <vector>

#include "shared/domain/entry.hpp"

using namespace omnia::domain;

namespace {

template <class T>
std::string code_of(std::string_view text) {
  const auto parsed = T::parse(text);
  return parsed ? "valido" : parsed.reason().codice;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(domain_identifiers)

BOOST_AUTO_TEST_CASE(a_matricola_has_ten_digits_and_its_check_digits_are_only_a_doubt) {
  for (const char* code : {"1877777729", "4977777750", "7077777781", "8177777792", "5177777762"}) {
    const auto parsed = Matricola::parse(code);
    BOOST_REQUIRE_MESSAGE(parsed.ok(), code);
    BOOST_TEST(parsed.value().controllo_corretto(), code);
  }
  for (const char* code : {"4977777705", "4977777751", "0077777711", "9677777707"}) {
    const auto parsed = Matricola::parse(code);
    BOOST_REQUIRE_MESSAGE(parsed.ok(), code);
    BOOST_TEST(!parsed.value().controllo_corretto(), code);
  }
  BOOST_TEST(matricola_check("18028836") == "24");
}

BOOST_AUTO_TEST_CASE(the_first_two_digits_of_a_matricola_are_its_sede) {
  BOOST_TEST(Matricola::parse("49 777777 50").value().str() == "4977777750");
  BOOST_TEST(Matricola::parse("4977777750").value().sede() == "4900");
}

BOOST_AUTO_TEST_CASE(a_matricola_that_lost_its_zeros_is_refused_with_a_hint) {
  BOOST_TEST(code_of<Matricola>("977777750") == "matricola.lunghezza");
  BOOST_TEST(Matricola::parse("977777750").reason().testo ==
             "La matricola INPS ha 9 cifre: deve averne 10, zeri iniziali compresi.");
  BOOST_TEST(Matricola::parse("9").reason().testo == "La matricola INPS ha 1 cifra: deve averne 10, zeri iniziali compresi.");
  BOOST_TEST(Matricola::parse("49777777AB").reason().testo ==
             "La matricola INPS deve contenere solo cifre: togli lettere e simboli.");
  BOOST_TEST(code_of<Matricola>("497777775０") == "matricola.caratteri");
}

BOOST_AUTO_TEST_CASE(a_csc_has_five_digits_also_with_dots) {
  BOOST_TEST(Csc::parse("1.13.01").value().str() == "11301");
  BOOST_TEST(Csc::parse("70713").value().str() == "70713");
  for (const char* text : {"", "1130", "113011", "1130A"}) BOOST_TEST(code_of<Csc>(text) == "csc.formato", text);
  BOOST_TEST(Csc::parse("1130").reason().testo ==
             "Il codice statistico contributivo deve avere cinque cifre, per esempio 11301: verifica il codice digitato.");
}

BOOST_AUTO_TEST_CASE(a_codice_di_autorizzazione_has_two_characters) {
  for (const char* text : {"0J", "2p", "17"}) BOOST_TEST(code_of<CodiceAutorizzazione>(text) == "valido", text);
  for (const char* text : {"", "2", "2PX", "à"}) BOOST_TEST(code_of<CodiceAutorizzazione>(text) == "ca.formato", text);
  BOOST_TEST(
      CodiceAutorizzazione::parse("2").reason().testo ==
      "Il codice di autorizzazione deve avere due caratteri tra cifre e lettere, per esempio 2P: verifica il codice digitato.");
}

BOOST_AUTO_TEST_CASE(a_ticket_has_sixteen_alphanumerics) {
  BOOST_TEST(Ticket::parse("a1b2c3d4e5f6g7h8").value().str() == "A1B2C3D4E5F6G7H8");
  for (const char* text : {"", "A1B2C3D4E5F6G7H", "A1B2C3D4E5F6G7H88", "A1B2C3D4E5F6G7H_"}) {
    BOOST_TEST(code_of<Ticket>(text) == "ticket.formato", text);
  }
  BOOST_TEST(Ticket::parse("A1").reason().testo ==
             "Il ticket deve avere 16 caratteri tra lettere e cifre: copia il codice come compare in UniEmens.");
}

BOOST_AUTO_TEST_CASE(a_pec_has_the_shape_of_an_address) {
  for (const char* text : {"ditta@pec.example.it", "a.b-c_d+e@x.example", "D'Angelo@pec.example.it", " ditta@pec.example.it "}) {
    BOOST_TEST(code_of<Pec>(text) == "valido", text);
  }
  BOOST_TEST(Pec::parse(" Ditta@Pec.Example.it ").value().str() == "Ditta@Pec.Example.it");
  for (const char* text : {"",
                           "ditta",
                           "@pec.it",
                           "ditta@",
                           "ditta@pec",
                           "ditta@.it",
                           "ditta@pec.",
                           "ditta@pec..it",
                           "ditta@-pec.it",
                           "ditta@pec-.it",
                           ".ditta@pec.it",
                           "ditta.@pec.it",
                           "di..tta@pec.it",
                           "ditta@pec@pec.it",
                           "di tta@pec.it",
                           "ditta@pec.i",
                           "ditta@pec.123",
                           "città@pec.it",
                           "a,b@pec.it",
                           "a@b.it;c@d.it",
                           "a@b.it\r\nBcc: c@d.it"}) {
    BOOST_TEST(code_of<Pec>(text) == "pec.formato", text);
  }
  BOOST_TEST(code_of<Pec>(std::string(65, 'a') + "@pec.it") == "pec.formato");
  BOOST_TEST(code_of<Pec>("a@" + std::string(64, 'b') + ".it") == "pec.formato");
  BOOST_TEST(code_of<Pec>("a@" + std::string(252, 'b') + ".it") == "pec.lunghezza");
  BOOST_TEST(Pec::parse("ditta").reason().testo ==
             "L’indirizzo PEC non è completo o contiene caratteri non ammessi: scrivilo come nome@dominio.it.");
  BOOST_TEST(Pec::parse(std::string(300, 'a')).reason().testo ==
             "L’indirizzo PEC supera i 254 caratteri: verifica di avere scritto un solo indirizzo.");
}

BOOST_AUTO_TEST_CASE(an_iban_passes_length_remainder_and_cin) {
  for (const char* text : {"IT79N9999900001000000000001", "IT41H99999123450000000000AB", "IT93Y9999854321XQZ000000042",
                           "IT60X0542811101000000123456", "it60 x054 2811 1010 0000 0123 456"}) {
    BOOST_TEST(code_of<Iban>(text) == "valido", text);
  }
  const std::vector<std::pair<const char*, const char*>> cases{
      {"IT27A9999900001000000000001", "iban.cin"},  // remainder 97 right, CIN wrong: both tests are needed
      {"IT80N9999900001000000000001", "iban.controllo"},
      {"IT79N999990000100000000001", "iban.lunghezza"},
      {"IT79N99999O0001000000000001", "iban.formato"},
      {"ITN99N9999900001000000000001", "iban.lunghezza"},
      {"ITA9N9999900001000000000001", "iban.formato"},
      {"IT79 9999900001000000000001", "iban.lunghezza"},
      {"IT7919999900001000000000001", "iban.formato"},
      {"QQ79N9999900001000000000001", "iban.paese"},
      {"", "iban.paese"},
      {"I", "iban.paese"},
      {"1234", "iban.paese"},
      {"IT79N99999000010000000000à1", "iban.caratteri"}};
  for (const auto& [text, code] : cases) BOOST_TEST(code_of<Iban>(text) == code, text);
}

BOOST_AUTO_TEST_CASE(a_foreign_iban_passes_length_and_remainder) {
  // Specimens of the ISO 13616 register.
  for (const char* text : {"DE89 3704 0044 0532 0130 00", "FR14 2004 1010 0505 0001 3M02 606", "GB29 NWBK 6016 1331 9268 19",
                           "NO93 8601 1117 947", "MT84 MALT 0110 0001 2345 MTLC AST0 01S", "SM86 U032 2509 8000 0000 0270 100",
                           "XK05 1212 0123 4567 8906", "AD12 0001 2030 2003 5910 0100"}) {
    BOOST_TEST(code_of<Iban>(text) == "valido", text);
  }
  BOOST_TEST(code_of<Iban>("DE88 3704 0044 0532 0130 00") == "iban.controllo");
  BOOST_TEST(code_of<Iban>("DE89 3704 0044 0532 0130 0") == "iban.lunghezza");
}

BOOST_AUTO_TEST_CASE(the_reasons_of_an_iban_name_the_remedy) {
  const auto text_of = [](std::string_view text) { return Iban::parse(text).reason().testo; };
  BOOST_TEST(text_of("IT27A9999900001000000000001") ==
             "La lettera CIN dell’IBAN non corrisponde al conto: verifica il quinto carattere e le cifre di ABI, CAB e conto.");
  BOOST_TEST(text_of("IT80N9999900001000000000001") ==
             "Le cifre di controllo dell’IBAN non corrispondono: verifica i caratteri digitati.");
  BOOST_TEST(text_of("IT79N999990000100000000001") == "L’IBAN ha 26 caratteri: con la sigla IT deve averne 27.");
  BOOST_TEST(text_of("IT79N99999O0001000000000001") ==
             "L’IBAN ha una lettera al posto di una cifra, o il contrario: verifica di non avere scambiato lo zero con la O.");
  BOOST_TEST(text_of("QQ79") ==
             "L’IBAN deve cominciare con la sigla di un paese, IT per i conti italiani: verifica le prime due lettere.");
  BOOST_TEST(text_of("IT/") == "L’IBAN contiene caratteri non ammessi: digita solo lettere senza accenti e cifre.");
}

BOOST_AUTO_TEST_CASE(an_entry_keeps_what_does_not_parse_and_forgets_it_when_it_does) {
  const auto blank = enter<Matricola>("  \t");
  BOOST_TEST(blank.empty());
  BOOST_TEST(!blank.invalid());
  const auto typing = enter<Matricola>(" 49777 ");
  BOOST_TEST(typing.invalid());
  BOOST_TEST(typing.testo == "49777");
  const auto done = enter<Matricola>(" 4977777750 ");
  BOOST_REQUIRE(static_cast<bool>(done));
  BOOST_TEST(done->str() == "4977777750");
  BOOST_TEST(done.testo.empty());
}

BOOST_AUTO_TEST_SUITE_END()
