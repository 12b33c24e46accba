#include "server/services/pdf_check.hpp"

#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "server/documents/documento.hpp"
#include "tests/unit/server/store/temporary_db.hpp"

namespace {

using namespace omnia::services;
using omnia::tests::TemporaryFolder;

std::string program(const TemporaryFolder& folder, const std::string& script) {
  const std::string file = folder.file("finto");
  std::ofstream(file) << "#!/bin/sh\n" << script << "\n";
  ::chmod(file.c_str(), 0700);
  return file;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(services_pdf_check)

BOOST_AUTO_TEST_CASE(what_is_no_pdf_or_only_a_part_of_one_is_damaged) {
  const PdfCheck check(OMNIA_PDF_CHECK);
  omnia::documents::Documento documento{"t", "p", "2026-11-24T10:00:00+01:00", {omnia::documents::Paragrafo{"testo"}}};
  const std::string good = omnia::documents::write_pdf(documento);
  BOOST_TEST((check.examine(good) == EsitoPdf::buono));
  for (const std::string& bad :
       {std::string(), std::string("%PDF-1.7"), good.substr(0, good.size() / 2), std::string(100000, '[')}) {
    BOOST_TEST((check.examine(bad) == EsitoPdf::danneggiato));
  }
}

BOOST_AUTO_TEST_CASE(a_check_that_never_ends_is_ended) {
  const TemporaryFolder folder;
  const PdfCheck slow(program(folder, "exec sleep 600"), std::chrono::milliseconds(200));
  const auto start = std::chrono::steady_clock::now();
  BOOST_TEST((slow.examine("x") == EsitoPdf::non_verificabile));
  BOOST_TEST((std::chrono::steady_clock::now() - start < std::chrono::seconds(20)));
}

BOOST_AUTO_TEST_CASE(a_check_that_dies_or_talks_nonsense_refuses_the_file) {
  const TemporaryFolder folder;
  for (const char* script : {"kill -SEGV $$", "exit 3", "echo ok 1; exit 1", "echo boh", "yes"}) {
    BOOST_TEST((PdfCheck(program(folder, script)).examine("x") == EsitoPdf::non_verificabile), script);
  }
}

BOOST_AUTO_TEST_CASE(without_the_program_the_office_does_not_open) {
  BOOST_CHECK_EXCEPTION(PdfCheck("/nessuno"), std::runtime_error, [](const std::runtime_error& e) {
    return std::string(e.what()) ==
           "Manca il programma che controlla i PDF («/nessuno»): installalo accanto al server oppure compila di nuovo.";
  });
}

BOOST_AUTO_TEST_SUITE_END()
