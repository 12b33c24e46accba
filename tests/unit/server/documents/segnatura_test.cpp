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
  out.identificatore = {"4900", "0000001", "2026-11-24", "10:00:00+01:00"};
  out.oggetto = "Prova & <altro>\x01";
  out.mittente = soggetto_di("OFFICINE \"IMMAGINARIE\" SRL", "01234567890");
  out.destinatario = Ufficio{"4900"};
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
