#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>

#include "tests/unit/server/cli/run.hpp"
#include "tools/cli/commands.hpp"

using namespace omnia;

BOOST_AUTO_TEST_SUITE(cli_alerts)

BOOST_AUTO_TEST_CASE(the_page_of_the_checks_is_the_one_in_the_documentation) {
  cli::NormsArgs args;
  args.markdown = true;
  std::ifstream file(std::string(OMNIA_SOURCE_DIR) + "/docs/controlli.md");
  std::ostringstream page;
  page << file.rdbuf();
  BOOST_TEST((test::ran(cli::norms_alerts, args).out == page.str()),
             "docs/controlli.md is old: omnia norms alerts --markdown > docs/controlli.md");
}

BOOST_AUTO_TEST_CASE(every_check_is_in_the_page_and_in_the_list) {
  cli::NormsArgs args;
  const std::string list = test::ran(cli::norms_alerts, args).out;
  args.markdown = true;
  const std::string page = test::ran(cli::norms_alerts, args).out;
  for (const auto& alert : norms::Norms::builtin().alerts()) {
    BOOST_TEST(list.find(alert.codice + " [") != std::string::npos, alert.codice);
    BOOST_TEST(page.find("| " + alert.codice + " | ") != std::string::npos, alert.codice);
  }
  BOOST_TEST(page.find("| A-TIC-01 | errore | Manca il ticket UniEmens da associare alla domanda. |") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
