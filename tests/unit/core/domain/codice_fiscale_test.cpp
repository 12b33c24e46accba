// Every code here is synthetic: the surnames do not exist.
#include "shared/domain/codice_fiscale.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>
#include <vector>

#include "shared/domain/identifiers.hpp"

using omnia::domain::CodiceFiscale;
using omnia::domain::CodiceFiscaleAzienda;
using omnia::domain::Date;
using omnia::domain::PartitaIva;
using omnia::domain::Sesso;

namespace {

template <class T>
std::string code_of(std::string_view text) {
  const auto parsed = T::parse(text);
  return parsed ? "valido" : parsed.reason().codice;
}

struct Person {
  const char* code;
  Date birth;
  Sesso sesso;
  const char* belfiore;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(domain_codice_fiscale)

BOOST_AUTO_TEST_CASE(a_valid_code_tells_birth_sex_and_place) {
  const std::vector<Person> people{{"XQZWKJ85A01H501M", Date::of(1985, 1, 1), Sesso::maschio, "H501"},
                                   {"XQZWKJ85A41H501Q", Date::of(1985, 1, 1), Sesso::femmina, "H501"},
                                   {"XQZWKJ85A31H501P", Date::of(1985, 1, 31), Sesso::maschio, "H501"},
                                   {"XQZWKJ85A71H501T", Date::of(1985, 1, 31), Sesso::femmina, "H501"},
                                   {"QZXJWK92D30F205Y", Date::of(1992, 4, 30), Sesso::maschio, "F205"},
                                   {"QZXJWK92D70F205C", Date::of(1992, 4, 30), Sesso::femmina, "F205"},
                                   {"KXZQWY78T15Z404Y", Date::of(1978, 12, 15), Sesso::maschio, "Z404"},
                                   {"WXQZKX99P30F839E", Date::of(1999, 9, 30), Sesso::maschio, "F839"},
                                   {"XQZWKJ85A01H50ME", Date::of(1985, 1, 1), Sesso::maschio, "H501"},
                                   {"XQZWKJ85A01H5LMP", Date::of(1985, 1, 1), Sesso::maschio, "H501"},
                                   {"XQZWKJ85A01HRLMK", Date::of(1985, 1, 1), Sesso::maschio, "H501"},
                                   {"XQZWKJURALMHRLMW", Date::of(1985, 1, 1), Sesso::maschio, "H501"},
                                   {"XQZWKJU5A01H501J", Date::of(1985, 1, 1), Sesso::maschio, "H501"}};
  for (const auto& person : people) {
    const auto parsed = CodiceFiscale::parse(person.code);
    BOOST_REQUIRE_MESSAGE(parsed.ok(), person.code);
    BOOST_TEST(parsed.value().str() == person.code);
    BOOST_TEST(!parsed.value().provvisorio());
    const auto dati = parsed.value().nascita();
    BOOST_REQUIRE(dati.has_value());
    BOOST_REQUIRE(dati->nascita_1900.has_value());
    BOOST_TEST((*dati->nascita_1900 == person.birth), person.code);
    BOOST_TEST((dati->sesso == person.sesso), person.code);
    BOOST_TEST(dati->belfiore == person.belfiore, person.code);
  }
}

BOOST_AUTO_TEST_CASE(the_twenty_ninth_of_february_needs_one_leap_century) {
  for (const char* code : {"ZZXQXY04B29L219W", "ZZXQXY04B69L219A"}) {
    const auto dati = CodiceFiscale::parse(code).value().nascita();
    BOOST_TEST((dati->nascita_1900 == Date::of(1904, 2, 29)));
    BOOST_TEST((dati->nascita_2000 == Date::of(2004, 2, 29)));
  }
  const auto dati = CodiceFiscale::parse("XQZWKJ00B29H501L").value().nascita();
  BOOST_TEST(!dati->nascita_1900.has_value());
  BOOST_TEST((dati->nascita_2000 == Date::of(2000, 2, 29)));
  BOOST_TEST(code_of<CodiceFiscale>("XQZWKJ01B29H501M") == "cf.data");
}

BOOST_AUTO_TEST_CASE(a_code_is_refused_for_the_defect_it_has) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"XQZWKJ85A01H501A", "cf.carattere_controllo"},
      {"XQZWKJ85A01H50MM", "cf.carattere_controllo"},  // the letter of omocodia with the check character of the digits
      {"XQZWKJ85A00H501N", "cf.giorno"},
      {"XQZWKJ85A32H501U", "cf.giorno"},
      {"XQZWKJ85A40H501R", "cf.giorno"},
      {"XQZWKJ85A72H501Y", "cf.giorno"},
      {"XQZWKJ85A81H501U", "cf.giorno"},
      {"XQZWKJ85D31H501V", "cf.data"},
      {"XQZWKJ85F01H501Y", "cf.mese"},
      {"XQZWKJ85A01H50OX", "cf.cifra"},
      {"XQZWKJ85AOIH501T", "cf.cifra"},
      {"XQZWK185A01H501M", "cf.nome"},
      {"XQZWKJ85A01450LM", "cf.luogo"},
      {"XQZWKJ85A01H5011", "cf.finale"},
      {"XQZWKJ85A01H501", "cf.lunghezza"},
      {"XQZWKJ85A01H501MM", "cf.lunghezza"},
      {"", "cf.lunghezza"},
      {"XQZWKJ85А01H501M", "cf.caratteri"},  // Cyrillic A
      {"XQZWKJ８5A01H501M", "cf.caratteri"},
      {"XQZWKJ85A01H501M\u200B", "cf.caratteri"},
      {"XQZWKJ85A01H501M/", "cf.caratteri"}};
  for (const auto& [text, code] : cases) BOOST_TEST(code_of<CodiceFiscale>(text) == code, text);
}

BOOST_AUTO_TEST_CASE(the_reason_names_the_defect_and_the_remedy) {
  const auto text_of = [](std::string_view text) { return CodiceFiscale::parse(text).reason().testo; };
  BOOST_TEST(text_of("XQZWKJ85A01H501A") ==
             "Il carattere di controllo del codice fiscale non corrisponde: verifica le lettere e le cifre digitate.");
  BOOST_TEST(text_of("XQZWKJ85A00H501N") ==
             "Il giorno di nascita del codice fiscale deve essere tra 01 e 31, oppure tra 41 e 71 per le donne: verifica i "
             "caratteri 10 e 11.");
  BOOST_TEST(text_of("XQZWKJ85D31H501V") ==
             "La data di nascita del codice fiscale non esiste nel calendario: verifica i caratteri da 7 a 11.");
  BOOST_TEST(text_of("XQZWKJ85F01H501Y") ==
             "La lettera del mese, nono carattere del codice fiscale, non è ammessa: verifica di avere digitato una tra A B C "
             "D E H L M P R S T.");
  BOOST_TEST(text_of("XQZWKJ85A01H50OX") ==
             "Nel codice fiscale il carattere 15 deve essere una cifra: verifica di non avere scambiato lo zero con la O o "
             "l’uno con la I.");
  BOOST_TEST(text_of("XQZWK185A01H501M") ==
             "I primi sei caratteri del codice fiscale devono essere lettere: verifica la parte del cognome e del nome.");
  BOOST_TEST(text_of("XQZWKJ85A01450LM") ==
             "Il dodicesimo carattere del codice fiscale deve essere la lettera del luogo di nascita: verifica il carattere "
             "digitato.");
  BOOST_TEST(text_of("XQZWKJ85A01H5011") ==
             "L’ultimo carattere del codice fiscale deve essere una lettera: verifica il carattere digitato.");
  BOOST_TEST(text_of("XQZ") == "Il codice fiscale ha 3 caratteri: deve averne 16, oppure 11 cifre se è provvisorio.");
  BOOST_TEST(text_of("X") == "Il codice fiscale ha 1 carattere: deve averne 16, oppure 11 cifre se è provvisorio.");
  BOOST_TEST(text_of("XQZWKJ85A01H501M/") ==
             "Il testo del codice fiscale contiene caratteri non ammessi: digita solo lettere senza accenti e cifre, senza "
             "incollare simboli.");
}

BOOST_AUTO_TEST_CASE(what_people_put_inside_a_code_is_cleaned) {
  for (const char* text :
       {"xqzwkj85a01h501m", " XQZ WKJ 85A01 H501M ", "XQZ.WKJ.85A01.H501M", "XQZ-WKJ-85A01-H501M", "TINIT-XQZWKJ85A01H501M"}) {
    const auto parsed = CodiceFiscale::parse(text);
    BOOST_REQUIRE_MESSAGE(parsed.ok(), text);
    BOOST_TEST(parsed.value().str() == "XQZWKJ85A01H501M");
  }
  BOOST_TEST(code_of<CodiceFiscale>("TINDE-XQZWKJ85A01H501M") == "cf.lunghezza");
}

BOOST_AUTO_TEST_CASE(two_variants_of_omocodia_are_two_people) {
  BOOST_TEST(!(CodiceFiscale::parse("XQZWKJ85A01H501M").value() == CodiceFiscale::parse("XQZWKJ85A01H50ME").value()));
}

BOOST_AUTO_TEST_CASE(a_provisional_code_has_eleven_digits_and_no_birth) {
  const auto parsed = CodiceFiscale::parse("77777771005");
  BOOST_REQUIRE(parsed.ok());
  BOOST_TEST(parsed.value().provvisorio());
  BOOST_TEST(!parsed.value().nascita().has_value());
  BOOST_TEST(code_of<CodiceFiscale>("77777771006") == "cf.cifra_controllo");
  BOOST_TEST(CodiceFiscale::parse("77777771006").reason().testo ==
             "La cifra di controllo del codice fiscale non corrisponde: verifica le undici cifre digitate.");
  BOOST_TEST(code_of<CodiceFiscale>("00000000000") == "cf.nullo");
}

BOOST_AUTO_TEST_CASE(a_masked_code_hides_the_birth) {
  BOOST_TEST(CodiceFiscale::parse("XQZWKJ85A01H501M").value().mascherato() == "XQZWKJ********01M");
  BOOST_TEST(CodiceFiscale::parse("77777771005").value().mascherato() == "77*******05");
}

BOOST_AUTO_TEST_CASE(the_check_character_is_the_one_of_the_decree) {
  BOOST_TEST(omnia::domain::codice_fiscale_check("XQZWKJ85A01H501") == 'M');
  BOOST_TEST(omnia::domain::codice_fiscale_check("XQZWKJURALMHRLM") == 'W');
  BOOST_TEST(omnia::domain::partita_iva_check("7777777100") == '5');
  BOOST_TEST(omnia::domain::partita_iva_check("7777777999") == '0');
}

BOOST_AUTO_TEST_CASE(a_partita_iva_has_check_digit_progressive_and_office) {
  for (const char* code : {"77777771005", "77777770155", "77777771203", "77777771211", "77777778885", "77777779990",
                           "87777770584", "97777770583", "IT77777771005", "it 77777771005"}) {
    BOOST_TEST(code_of<PartitaIva>(code) == "valido", code);
  }
  BOOST_TEST(PartitaIva::parse("IT77777771005").value().str() == "77777771005");
  const std::vector<std::pair<const char*, const char*>> cases{
      {"77777771006", "piva.cifra_controllo"}, {"77777771050", "piva.cifra_controllo"},
      {"77777771500", "piva.ufficio"},         {"77777771013", "piva.ufficio"},
      {"00000000588", "piva.progressivo"},     {"00000000000", "piva.nullo"},
      {"7777777100", "piva.lunghezza"},        {"", "piva.lunghezza"},
      {"7777777100５", "piva.caratteri"},      {"XQZWKJ85A01H501M", "piva.caratteri"}};
  for (const auto& [text, code] : cases) BOOST_TEST(code_of<PartitaIva>(text) == code, text);
}

BOOST_AUTO_TEST_CASE(the_reasons_of_a_partita_iva_name_the_remedy) {
  const auto text_of = [](std::string_view text) { return PartitaIva::parse(text).reason().testo; };
  BOOST_TEST(text_of("77777771006") ==
             "La cifra di controllo della partita IVA non corrisponde: verifica le undici cifre digitate.");
  BOOST_TEST(text_of("77777771500") ==
             "Le cifre da 8 a 10 della partita IVA non indicano un ufficio esistente: verifica le cifre digitate.");
  BOOST_TEST(text_of("00000000588") ==
             "Le prime sette cifre della partita IVA non possono essere tutte zero: verifica le cifre digitate.");
  BOOST_TEST(text_of("00000000000") ==
             "Le cifre della partita IVA non possono essere tutte zero: digita il codice attribuito dall’Agenzia delle Entrate.");
  BOOST_TEST(text_of("7777777100") == "La partita IVA ha 10 cifre: deve averne 11, zeri iniziali compresi.");
  BOOST_TEST(text_of("7777777100x") == "La partita IVA deve contenere solo cifre: togli lettere e simboli.");
}

BOOST_AUTO_TEST_CASE(the_code_of_an_employer_is_of_a_company_or_of_a_person) {
  for (const char* code : {"77777771005", "97777770583", "XQZWKJ85A01H501M", "77777771500"}) {
    BOOST_TEST(code_of<CodiceFiscaleAzienda>(code) == "valido", code);
  }
  const std::vector<std::pair<const char*, const char*>> cases{
      {"77777771006", "cf_azienda.cifra_controllo"}, {"00000000000", "cf_azienda.nullo"},
      {"7777777100", "cf_azienda.lunghezza"},        {"7777777100５", "cf_azienda.caratteri"},
      {"IT77777771005", "cf_azienda.lunghezza"},     {"XQZWKJ85A01H501A", "cf.carattere_controllo"}};
  for (const auto& [text, code] : cases) BOOST_TEST(code_of<CodiceFiscaleAzienda>(text) == code, text);
  BOOST_TEST(
      CodiceFiscaleAzienda::parse("7777777100").reason().testo ==
      "Il codice fiscale dell’azienda ha 10 caratteri: deve avere 11 cifre, oppure 16 caratteri per una ditta individuale.");
}

BOOST_AUTO_TEST_CASE(the_letters_of_the_names_are_those_of_the_decree) {
  BOOST_TEST(omnia::domain::lettere_del_cognome("ROSSI") == "RSS");
  BOOST_TEST(omnia::domain::lettere_del_cognome("DE MARIA") == "DMR", "what is not a letter is left out");
  BOOST_TEST(omnia::domain::lettere_del_cognome("AIELLO") == "LLA", "vowels follow the consonants");
  BOOST_TEST(omnia::domain::lettere_del_cognome("FO") == "FOX");
  BOOST_TEST(omnia::domain::lettere_del_cognome("GIANFRANCO") == "GNF", "of a surname the first three");
  BOOST_TEST(omnia::domain::lettere_del_nome("GIANFRANCO") == "GFR", "of a name with four the second is left out");
  BOOST_TEST(omnia::domain::lettere_del_nome("MARIO") == "MRA");
}

BOOST_AUTO_TEST_SUITE_END()
