// Documents of the domanda: what is taken, what is refused and why, where the bytes go.
#include "wasm-client/app/documents.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/client/office.hpp"

using namespace omnia;
using test::Driver;
using view::Kind;

namespace {

const std::string kPdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer <</Root 1 0 R>>\n%%EOF\n";

app::FileChosen file(const std::string& key, const std::string& nome, const std::string& bytes) {
  return {key, nome, "", static_cast<std::int64_t>(bytes.size()), bytes};
}

void open_sending(Driver& d) {
  test::open_new(d);
  d.click("Riepilogo e invio");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(documents)

BOOST_AUTO_TEST_CASE(a_document_is_listed_with_kind_size_and_hash_and_its_bytes_go_to_the_page) {
  Driver d;
  open_sending(d);
  d.select("Che documento è", "Comunicazione o verbale sindacale");
  d.send(file(app::kDocumentFile, "verbale.pdf", kPdf));
  BOOST_REQUIRE(d.model.scrivania->bozza.draft.allegati.size() == 1U);
  const auto& one = d.model.scrivania->bozza.draft.allegati[0];
  BOOST_TEST(one.tipo == "application/pdf");
  BOOST_TEST(one.categoria == "consultazione");
  BOOST_TEST(one.impronta.size() == 64U);
  const auto* stored = d.last<app::StoreFile>();
  BOOST_REQUIRE(stored != nullptr);
  BOOST_TEST(stored->id == d.model.scrivania->bozza.draft.id + "/" + one.impronta);
  BOOST_TEST(stored->contenuto_base64.substr(0, 12) == "JVBERi0xLjcK");
  BOOST_TEST(d.shows("verbale.pdf"));
  BOOST_TEST(d.stored_texts.back().find("JVBERi0") == std::string::npos);
  d.click("Togli verbale.pdf");
  BOOST_TEST(d.model.scrivania->bozza.draft.allegati.empty());
}

BOOST_AUTO_TEST_CASE(what_the_office_cannot_read_is_refused_with_the_remedy) {
  Driver d;
  open_sending(d);
  const auto refused = [&](const std::string& nome, const std::string& bytes) {
    d.send(file(app::kDocumentFile, nome, bytes));
    BOOST_TEST(d.model.scrivania->bozza.draft.allegati.empty());
    return d.field("Aggiungi un documento").error;
  };
  BOOST_TEST(refused("vuoto.pdf", "") == "«vuoto.pdf» è vuoto o non si legge: scegli un altro file.");
  BOOST_TEST(refused("programma.pdf", "MZ\x90") ==
             "«programma.pdf» non è un tipo ammesso: allega un PDF, un’immagine PNG o JPEG, un CSV, un XML o un testo in UTF-8.");
  BOOST_TEST(refused("tagliato.pdf", "%PDF-1.7\n1 0 obj") ==
             "«tagliato.pdf» non è un PDF completo: esportalo di nuovo e riprova.");
  BOOST_TEST(refused("chiuso.pdf", "%PDF-1.7\ntrailer <</Encrypt 5 0 R>>\n%%EOF") ==
             "«chiuso.pdf» è protetto da password: allega una copia senza protezione.");
  app::FileChosen big = file(app::kDocumentFile, "grande.pdf", "");
  big.dimensione = 6 * 1024 * 1024;
  d.send(big);
  BOOST_TEST(d.field("Aggiungi un documento").error == "«grande.pdf» supera 5,0 MB: riducilo o dividilo.");
  d.send(file(app::kDocumentFile, "a.txt", "uno"));
  d.send(file(app::kDocumentFile, "b.txt", "uno"));
  BOOST_TEST(d.field("Aggiungi un documento").error == "«b.txt» è già fra i documenti.");
  for (int i = 0; i < 9; ++i) d.send(file(app::kDocumentFile, std::to_string(i) + ".txt", "testo " + std::to_string(i)));
  d.send(file(app::kDocumentFile, "undici.txt", "ancora"));
  BOOST_TEST(d.field("Aggiungi un documento").error == "I documenti sono al massimo 10: unisci quelli simili in un solo PDF.");
}

BOOST_AUTO_TEST_CASE(the_report_can_be_a_pdf_and_what_was_written_stays) {
  Driver d;
  test::open_new(d);
  d.click("Relazione tecnica");
  d.fill("Che cosa fa l’azienda", "Pressofusione.");
  d.choose("Allego un PDF già pronto");
  d.send(file(app::kReportFile, "foto.png", "\x89PNG\r\n\x1a\n"));
  BOOST_TEST(d.field("PDF della relazione").error == "«foto.png» non è un PDF: allega la relazione in PDF o scrivila nei campi.");
  d.send(file(app::kReportFile, "relazione.pdf", kPdf));
  BOOST_TEST(d.field("PDF della relazione").error == "");
  BOOST_TEST(d.field("PDF della relazione").value == "relazione.pdf");
  BOOST_TEST(d.model.scrivania->bozza.draft.relazione.pdf_dimensione->n == static_cast<std::int64_t>(kPdf.size()));
  d.choose("La scrivo qui, nei campi");
  BOOST_TEST(d.field("Che cosa fa l’azienda").value == "Pressofusione.");
}

BOOST_AUTO_TEST_CASE(documents_go_with_the_domanda_and_one_that_is_lost_is_named) {
  Driver d;
  test::open_new(d);
  test::fill_all(d);
  d.send(file(app::kDocumentFile, "verbale.pdf", kPdf));
  if (d.find(Kind::button, "Ho letto tutti gli avvisi") != nullptr) d.click("Ho letto tutti gli avvisi");
  d.check("Rendo le dichiarazioni qui sopra");
  d.click("Invia la domanda");
  const app::Http& request = d.pending("invio:");
  BOOST_REQUIRE(request.allegati.size() == 1U);
  BOOST_TEST(request.allegati[0].nome == "verbale.pdf");
  BOOST_TEST(request.corpo.find("JVBERi0") == std::string::npos);
  d.answer("invio:", 410, R"({"codice":"allegato.perso","campo":"verbale.pdf"})");
  BOOST_TEST(d.shows("Il contenuto di «verbale.pdf» non è più in questo browser: aggiungi di nuovo il file e invia."));
}

BOOST_AUTO_TEST_SUITE_END()
