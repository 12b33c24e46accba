#include <boost/test/unit_test.hpp>

#include "tests/unit/core/alerts/cases.hpp"

namespace omnia::test {

std::vector<Case> invio_cases() {
  const auto silent = [](World& w) { w.d.invio.dichiarazioni = false; };
  return {
      {"A-DIC-01", kErrore, "invio.dichiarazioni", "Mancano le dichiarazioni obbligatorie.", silent, {}},
      {"A-DIC-02",
       kInformazione,
       "invio.dichiarazioni",
       "Le dichiarazioni mendaci comportano decadenza dai benefici e sanzioni penali.",
       silent,
       {}},
  };
}

}  // namespace omnia::test

BOOST_AUTO_TEST_SUITE(alerts_invio)

BOOST_AUTO_TEST_CASE(every_alert_of_the_declarations_is_raised_and_spared) { omnia::test::check(omnia::test::invio_cases()); }

BOOST_AUTO_TEST_SUITE_END()
