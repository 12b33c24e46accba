#include "shared/rules/explanation/explain.hpp"

#include <boost/test/unit_test.hpp>

#include "shared/wire/wire.hpp"
#include "tests/unit/core/review/base.hpp"

using namespace omnia;

namespace {

std::string request() {
  return R"({"bozza":)" + wire::write(test::clean_draft()) + R"(,"registro":)" + wire::write(test::clean_registry()) +
         R"(,"oggi":"2026-11-24"})";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(wire_explain)

BOOST_AUTO_TEST_CASE(a_request_and_a_topic_give_the_tree) {
  const auto tree =
      rules::explanation::explain(test::clean_draft(), test::clean_registry(), norms::Norms::builtin(), test::kOggi, "biennio");
  BOOST_TEST(wire::explain_json(request(), "biennio") == wire::write(tree.value()));
}

BOOST_AUTO_TEST_CASE(without_a_topic_every_one_that_the_draft_allows) {
  std::string expected;
  for (const auto& tree :
       rules::explanation::explain_all(test::clean_draft(), test::clean_registry(), norms::Norms::builtin(), test::kOggi)) {
    expected += (expected.empty() ? "[" : ",") + wire::write(tree);
  }
  BOOST_TEST(wire::explain_json(request(), "") == expected + "]");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_answered_says_why) {
  BOOST_TEST(wire::explain_json("{", "biennio").rfind(R"({"errore":{"codice":"json.sintassi")", 0) == 0U);
  BOOST_TEST(wire::explain_json(R"({"bozza":{}})", "biennio").rfind(R"({"errore":{"codice":"json.campo")", 0) == 0U);
  BOOST_TEST(wire::explain_json(request(), "boh").find("«boh» non è un argomento: scegli tra ") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
