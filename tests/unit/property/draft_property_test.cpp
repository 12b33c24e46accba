// Laws of drafts: what is written comes back, what a field shows can be typed, review says the same thing twice.
#include <rapidcheck.h>

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "draws.hpp"
#include "shared/rules/review.hpp"
#include "shared/wire/strict.hpp"
#include "shared/wire/wire.hpp"

using namespace omnia;
using namespace omnia::tests;

namespace {

bool holds(const char* what, void (*property)()) { return rc::check(what, property); }

}  // namespace

BOOST_AUTO_TEST_SUITE(draft_laws)

BOOST_AUTO_TEST_CASE(any_draft_is_written_in_canonical_bytes_and_comes_back) {
  BOOST_TEST(holds("wire round trip", [] {
    const std::string json = wire::write(drawn_draft());
    // The same bytes as a tree of values with sorted keys.
    RC_ASSERT(nlohmann::json::parse(json).dump() == json);
    const auto back = wire::read_known_draft(json);
    RC_ASSERT(back.ok());
    RC_ASSERT(wire::write(back.value()) == json);
  }));
}

BOOST_AUTO_TEST_CASE(what_a_field_shows_typed_again_is_the_same_draft) {
  BOOST_TEST(holds("forms round trip", [] {
    const domain::Draft draft = drawn_draft();
    domain::Draft again = draft;
    for (const std::string& path : forms::paths()) {
      const std::string shown = forms::get(draft, path);
      RC_ASSERT(forms::set(again, path, shown));
      RC_ASSERT(forms::get(again, path) == shown);
    }
  }));
}

BOOST_AUTO_TEST_CASE(review_says_the_same_thing_twice) {
  BOOST_TEST(holds("review is deterministic", [] {
    const domain::Draft draft = drawn_draft();
    const auto registry = test::clean_registry(5);
    const auto& norms = norms::Norms::builtin();
    const auto first = wire::write(rules::review(draft, registry, norms, test::kOggi));
    RC_ASSERT(first == wire::write(rules::review(draft, registry, norms, test::kOggi)));
  }));
}

BOOST_AUTO_TEST_SUITE_END()
