#include "server/services/allegati.hpp"

#include <boost/test/unit_test.hpp>

#include "server/services/refusal.hpp"

namespace {

using namespace omnia::services;
using nlohmann::json;

json one(const std::string& nome, const std::string& tipo, const std::string& base64) {
  return {{"nome", nome}, {"tipo", tipo}, {"contenuto_base64", base64}};
}
constexpr const char* kPdf = "JVBERi0xLjc=";  // a head alone
const ControlliAllegati kChecks{PdfCheck(OMNIA_PDF_CHECK), Antivirus()};

std::string refusal_of(const json& allegati) {
  try {
    read_allegati(allegati, kChecks);
  } catch (const Refusal& refusal) {
    return refusal.codice + " " + refusal.campo;
  }
  return "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(services_allegati)

BOOST_AUTO_TEST_CASE(the_type_is_what_the_content_says) {
  BOOST_TEST(content_type_of("%PDF-1.7", "text/plain") == "application/pdf");
  BOOST_TEST(content_type_of("\x89PNG\r\n\x1a\n", "") == "image/png");
  BOOST_TEST(content_type_of("\xFF\xD8\xFF\xE0", "image/jpeg") == "image/jpeg");
  BOOST_TEST(content_type_of("a;b\n", "text/csv") == "text/csv");
  BOOST_TEST(content_type_of("<a/>", "text/xml") == "application/xml");
  BOOST_TEST(content_type_of("<script>", "text/html") == "");
  BOOST_TEST(content_type_of("MZ\x90", "text/plain") == "");
}

BOOST_AUTO_TEST_CASE(text_must_be_utf8) {
  for (const char* bad : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\xFF", "a\x01"})
    BOOST_TEST(content_type_of(bad, "text/plain") == "", bad);
  for (const char* good : {"perché", "€", "\xF0\x9F\x98\x80", "a\tb\r\n"})
    BOOST_TEST(content_type_of(good, "text/plain") == "text/plain", good);
}

BOOST_AUTO_TEST_CASE(a_good_attachment_keeps_name_bytes_and_digest) {
  const auto read = read_allegati(json::array({one("relazione è.txt", "text/plain", "Y2lhbw==")}), kChecks);
  BOOST_REQUIRE(read.size() == 1U);
  BOOST_TEST(read[0].nome == "relazione è.txt");
  BOOST_TEST(read[0].contenuto == "ciao");
  BOOST_TEST(read[0].impronta.size() == 64U);
  BOOST_TEST(read_allegati(json(), kChecks).empty());
}

BOOST_AUTO_TEST_CASE(each_defect_names_its_field) {
  const auto second = [](const json& bad) { return refusal_of(json::array({one("a.txt", "text/plain", "Y2lhbw=="), bad})); };
  BOOST_TEST(second(one("a.png", "image/png", kPdf)) == "allegato.tipo allegati[1].tipo");
  BOOST_TEST(second(one("../a", "application/pdf", kPdf)) == "allegato.nome allegati[1].nome");
  BOOST_TEST(second(one(".a", "application/pdf", kPdf)) == "allegato.nome allegati[1].nome");
  BOOST_TEST(second(one("a.pdf", "application/pdf", "@")) == "allegato.base64 allegati[1].contenuto_base64");
  BOOST_TEST(second(one("a.pdf", "application/pdf", "")) == "allegato.dimensione allegati[1]");
  BOOST_TEST(second(json{{"nome", "a"}, {"tipo", 7}}) == "allegato.forma allegati[1].tipo");
  BOOST_TEST(second(one("a.pdf", "application/pdf", kPdf)) == "allegato.pdf_danneggiato allegati[1]");
  BOOST_TEST(second("testo") == "allegato.forma allegati[1]");
  BOOST_TEST(refusal_of(json::object()) == "allegato.forma allegati");
  BOOST_TEST(refusal_of(json(std::vector<json>(11, one("a.pdf", "application/pdf", kPdf)))) == "allegato.numero allegati");
}

BOOST_AUTO_TEST_SUITE_END()
