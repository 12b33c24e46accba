// What a causale asks for must be a field of the draft: a path that does not exist would ask for nothing.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "shared/forms/fields.hpp"
#include "shared/norms/norms.hpp"

BOOST_AUTO_TEST_CASE(every_field_that_a_causale_asks_for_exists_in_the_draft) {
  const auto paths = omnia::forms::paths();
  for (const auto& causale : omnia::norms::Norms::builtin().causali()) {
    for (const auto& wanted : causale.richiede) {
      const bool exists = std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
        return path == wanted || path.rfind(wanted + ".", 0) == 0;  // a field, or a group of fields
      });
      BOOST_TEST(exists, causale.id << " chiede " << wanted);
    }
  }
}
