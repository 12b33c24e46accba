#include "server/documents/segnatura.hpp"

#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/unit/server/store/temporary_db.hpp"

namespace {

using namespace omnia::documents;
using omnia::tests::TemporaryFolder;

constexpr std::int64_t kNow = 1764500000;  // in November 2025
constexpr std::int64_t kYear = 31'557'600;

std::string who(const std::string& denominazione, const std::string& codice_fiscale) {
  const Soggetto found = soggetto_di(denominazione, codice_fiscale);
  if (const auto* person = std::get_if<Persona>(&found)) return person->cognome + "|" + person->nome;
  return std::get<Ente>(found).denominazione;
}

Segnatura sample() {
  Segnatura out;
  out.identificatore = {"inps", "4900", "Sede 4900", "PROTOCOLLO", "0000001", "2026-11-24", "10:00:00+01:00"};
  out.classifica = {"CIGO", "Integrazione salariale ordinaria"};
  out.oggetto = "Prova & <altro>\x01";
  out.mittente = soggetto_di("OFFICINE \"IMMAGINARIE\" SRL", "01234567890");
  out.destinatario = Ufficio{"inps", "4900"};
  out.primario = {"domanda.json", "application/json", "", std::string(64, '0')};
  return out;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_SUITE(documents_segnatura)

BOOST_AUTO_TEST_CASE(the_names_of_a_sole_trader_are_those_that_make_the_code) {
  BOOST_TEST(who("OFFICINA XQUHI DI XQUHI WEHAHO", "XQHWHH80A01H500X") == "XQUHI|WEHAHO");
  BOOST_TEST(who("Wehaho Xquhi", "XQHWHH80A01H500X") == "XQUHI|WEHAHO");
  BOOST_TEST(who("DE XQHI MARIA WANNA", "DXQMWN80A01H500X") ==
             "DE XQHI|MARIA WANNA");                        // name with four consonants: 1st, 3rd, 4th
  BOOST_TEST(who("XO LI", "XOXLIX80A01H500X") == "XO|LI");  // short ones are filled with X
}

BOOST_AUTO_TEST_CASE(a_denomination_without_the_names_stands_as_it_is) {
  BOOST_TEST(who("OFFICINA DEL PORTO", "XQHWHH80A01H500X") == "OFFICINA DEL PORTO|");
  BOOST_TEST(who("", "XQHWHH80A01H500X") == "|");
  BOOST_TEST(who("OFFICINE SRL", "01234567890") == "OFFICINE SRL");
}

BOOST_AUTO_TEST_CASE(what_xml_cannot_hold_becomes_a_blank_and_the_rest_is_escaped) {
  const TemporaryFolder folder;
  const Sigillo seal = Sigillo::dimostrativo(folder.file("sigillo.pem"), kNow);
  const std::string xml = write_segnatura(sample(), seal, "2026-11-24T10:00:00+01:00");
  BOOST_TEST(has(xml, "<prot:Oggetto>Prova &amp; &lt;altro&gt; </prot:Oggetto>"));
  BOOST_TEST(has(xml, "<prot:Denominazione>OFFICINE \"IMMAGINARIE\" SRL</prot:Denominazione>"));
  BOOST_TEST(has(xml, "prot:versione=\"3.0.0\" prot:lang=\"it\""));
  BOOST_TEST(has(xml, "prot:confermaRicezione=\"false\""));
}

BOOST_AUTO_TEST_CASE(a_segnatura_says_of_what_it_is_to_who_refers_to_it) {
  const TemporaryFolder folder;
  const Sigillo seal = Sigillo::dimostrativo(folder.file("sigillo.pem"), kNow);
  Segnatura before = sample();
  before.identificatore.amministrazione = "altro_ente";
  before.oggetto = "Perché «A» & <B>";
  const auto found = read_riferimento(write_segnatura(before, seal, "2026-11-24T10:00:00+01:00"));
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(found->identificatore.amministrazione == "altro_ente");
  BOOST_TEST(found->identificatore.aoo == "4900");
  BOOST_TEST(found->identificatore.descrizione_aoo == "Sede 4900");
  BOOST_TEST(found->identificatore.registro == "PROTOCOLLO");
  BOOST_TEST(found->identificatore.numero == "0000001");
  BOOST_TEST(found->identificatore.giorno == "2026-11-24");
  BOOST_TEST(found->identificatore.ora == "10:00:00+01:00");
  BOOST_TEST(found->oggetto == "Perché «A» & <B>");
  BOOST_TEST(found->classifica.codice == "CIGO");
  BOOST_TEST(found->classifica.voce == "Integrazione salariale ordinaria");
  BOOST_TEST(!read_riferimento("<a>").has_value());
  BOOST_TEST(!read_riferimento("<a/>").has_value());
}

BOOST_AUTO_TEST_CASE(codes_that_would_give_two_entries_one_identity_are_refused) {
  BOOST_TEST(difetto(Codici()) == "");
  Codici codici;
  codici.aoo = "AOO1";
  BOOST_TEST(difetto(codici) ==
             "Né --codice-aoo né --codice-registro contengono {sede}: ogni Sede numera da sola, e due protocolli avrebbero la "
             "stessa identità. Scrivi {sede} in uno dei due.");
  codici.registro = "PROT-{sede}";
  BOOST_TEST(difetto(codici) == "");
  BOOST_TEST(in_sede(codici.registro, "4900") == "PROT-4900");
}

BOOST_AUTO_TEST_CASE(codes_that_the_schema_does_not_take_are_refused_with_their_option) {
  const auto told = [](const Codici& codici, const std::string& what) { return has(difetto(codici), what); };
  Codici codici;
  codici.amministrazione = "i nps";
  BOOST_TEST(difetto(codici) ==
             "Il codice di --codice-ipa («i nps») non è valido: usa da 1 a 16 lettere, cifre, punti, trattini o trattini bassi.");
  codici = Codici();
  codici.aoo = "QUATTORDICI-A-{sede}";  // 14 and four are too many
  BOOST_TEST(told(codici, "--codice-aoo («QUATTORDICI-A-{sede}») non è valido"));
  codici = Codici();
  codici.registro = "";
  BOOST_TEST(told(codici, "--codice-registro («») non è valido"));
  codici = Codici();
  codici.classifica = "";
  BOOST_TEST(told(codici, "La classifica di --classifica è vuota"));
  codici = Codici();
  codici.voce = std::string(201, 'x');
  BOOST_TEST(told(codici, "Il nome di --classifica-voce è vuoto o oltre 200 caratteri"));
}

BOOST_AUTO_TEST_CASE(the_seal_of_demonstrations_is_made_once_and_is_of_the_owner_alone) {
  const TemporaryFolder folder;
  const std::string file = folder.file("sigillo.pem");
  const Sigillo first = Sigillo::dimostrativo(file, kNow);
  const Sigillo again = Sigillo::dimostrativo(file, kNow);
  BOOST_TEST(first.certificati().front() == again.certificati().front());
  BOOST_TEST(has(first.titolare(), "senza valore legale"));
  struct stat status {};
  BOOST_REQUIRE(::stat(file.c_str(), &status) == 0);
  BOOST_TEST((status.st_mode & 0777) == 0600);
  BOOST_TEST(first.valido(kNow));
  BOOST_TEST(!first.valido(kNow + 100 * kYear));
  BOOST_TEST(!first.valido(kNow - 20 * kYear));
}

BOOST_AUTO_TEST_CASE(a_seal_that_cannot_be_kept_is_told) {
  BOOST_CHECK_EXCEPTION(Sigillo::dimostrativo("/non/esiste/sigillo.pem", kNow), std::runtime_error, [](const auto& e) {
    return std::string(e.what()) ==
           "Il sigillo dimostrativo «/non/esiste/sigillo.pem» non si può scrivere: controlla la cartella dell’archivio.";
  });
}

BOOST_AUTO_TEST_CASE(a_certificate_that_is_over_is_refused_at_the_start) {
  const TemporaryFolder folder;
  const std::string file = folder.file("sigillo.pem");
  Sigillo::dimostrativo(file, kNow);
  BOOST_CHECK_EXCEPTION(Sigillo::leggi(file, file, kNow + 100 * kYear), std::runtime_error, [&](const auto& e) {
    return std::string(e.what()) == "Il certificato del sigillo «" + file + "» è scaduto: rinnovalo.";
  });
  BOOST_CHECK_EXCEPTION(Sigillo::leggi(file, file, kNow - 20 * kYear), std::runtime_error, [&](const auto& e) {
    return std::string(e.what()) ==
           "Il certificato del sigillo «" + file + "» non è ancora valido: controlla l’orologio o attendi.";
  });
}

BOOST_AUTO_TEST_SUITE_END()
