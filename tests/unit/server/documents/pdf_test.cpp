#include <boost/test/unit_test.hpp>

#include "server/documents/documento.hpp"
#include "server/services/pdf_check.hpp"

namespace {

using namespace omnia::documents;

Documento sample(int paragraphs) {
  Documento out;
  out.titolo = "Prova perché àèìòù";
  out.piede = "Prova";
  out.creato = "2026-11-24T10:00:00+01:00";
  out.blocchi = {Titolo{1, "Titolo"}, Dati{{{"Nome", "valore"}}}, Tabella{{"a", "b"}, {{"1", "2"}}}, Elenco{{"uno", "due"}}};
  for (int i = 0; i < paragraphs; ++i) out.blocchi.emplace_back(Paragrafo{std::string(900, 'x') + " € “citazione”\na capo"});
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(documents_pdf)

BOOST_AUTO_TEST_CASE(the_same_document_gives_the_same_bytes) {
  const std::string once = write_pdf(sample(3));
  BOOST_TEST(once.rfind("%PDF-1.7", 0) == 0U);
  BOOST_TEST((once == write_pdf(sample(3))));
  BOOST_TEST((once != write_pdf(sample(4))));
}

BOOST_AUTO_TEST_CASE(a_long_document_takes_the_pages_that_it_needs_and_passes_the_office_s_own_check) {
  const omnia::services::PdfCheck check(OMNIA_PDF_CHECK);
  BOOST_TEST((check.examine(write_pdf(sample(120))) == omnia::services::EsitoPdf::buono));
}

BOOST_AUTO_TEST_SUITE_END()
