#include "server/services/paging.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/server/refused.hpp"

namespace {

using namespace omnia::services;
using omnia::tests::code_of;

}  // namespace

BOOST_AUTO_TEST_SUITE(services_paging)

BOOST_AUTO_TEST_CASE(a_limit_is_a_whole_number_from_1_to_100) {
  BOOST_TEST(parse_limit("") == 25);
  BOOST_TEST(parse_limit("1") == 1);
  BOOST_TEST(parse_limit("100") == 100);
  for (const char* bad : {"0", "-1", "101", "1.5", "1e2", " 5", "5 ", "+5", "99999999999999999999", "x"}) {
    BOOST_TEST(code_of([&] { parse_limit(bad); }) == "limite.non_valido", bad);
  }
}

BOOST_AUTO_TEST_CASE(a_cursor_goes_and_comes_back) {
  for (const auto& [key, number] : {std::pair<std::string, std::int64_t>{"2026-12-24", 7}, {"", 1}, {"con|barra", -3}}) {
    const auto read = parse_cursor(write_cursor(key, number));
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(read->first == key);
    BOOST_TEST(read->second == number);
  }
  BOOST_TEST(!parse_cursor("").has_value());
}

BOOST_AUTO_TEST_CASE(a_cursor_that_was_not_given_out_is_refused) {
  for (const std::string& bad :
       {std::string("x"), std::string("...."), std::string("YQ"), std::string("YXxi"), std::string(300, 'A')}) {
    BOOST_TEST(code_of([&] { parse_cursor(bad); }) == "cursore.non_valido", bad);
  }
}

BOOST_AUTO_TEST_CASE(a_search_text_has_a_limit) {
  BOOST_TEST(parse_search("società") == "società");
  BOOST_TEST(code_of([] { parse_search(std::string(101, 'x')); }) == "ricerca.troppo_lunga");
}

BOOST_AUTO_TEST_SUITE_END()
