#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

#include "wasm-client/app/drafts.hpp"

using namespace omnia;

BOOST_AUTO_TEST_SUITE(migrations)

// Stored by the first version of the program, kept as it was: its list of accepted warnings had no reasons.
BOOST_AUTO_TEST_CASE(a_draft_of_the_first_version_migrates) {
  std::ifstream in(std::string(OMNIA_SOURCE_DIR) + "/tests/unit/client/bozza-versione-1.json");
  std::string text((std::istreambuf_iterator<char>(in)), {});
  const auto read = app::read_bozza(text);
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(!read->futura);
  BOOST_TEST(read->draft.azienda.denominazione == "Officine di Prova S.r.l.");
  BOOST_TEST(read->draft.lavoratori.beneficiari.size() == 20U);
  const std::map<std::string, std::string> accepted = {{"A-LAV-09", "Ho verificato: i dati sono corretti."}};
  BOOST_TEST((read->accettati == accepted));
  BOOST_TEST(read->chiave == "una-chiave");
  BOOST_TEST((read->coda == app::Coda::fuori));
  const auto again = app::read_bozza(app::write_bozza(*read));
  BOOST_REQUIRE(again.has_value());
  BOOST_TEST((again->draft == read->draft));
  BOOST_TEST((again->accettati == accepted));
}

BOOST_AUTO_TEST_SUITE_END()
