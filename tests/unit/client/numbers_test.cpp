// What the browser's program has in place of the C library's, held against the C library.
#include "wasm-client/platform/numbers.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace omnia::platform;

namespace {

using Format = int (*)(char*, std::size_t, const char*, std::va_list);

std::string written(Format how, std::size_t size, const char* format, ...) {
  char out[64] = "~";
  std::va_list values;
  va_start(values, format);
  const int length = how(out, size, format, values);
  va_end(values);
  return std::to_string(length) + ":" + out;
}

int of_the_library(char* out, std::size_t size, const char* format, std::va_list values) {
  return std::vsnprintf(out, size, format, values);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(numbers)

BOOST_AUTO_TEST_CASE(a_decimal_reads_as_the_library_reads_it) {
  for (const char* text : {"0",
                           "-0.0",
                           "12.5",
                           "-3.25",
                           "0.1",
                           "1234567.89",
                           "1e3",
                           "2.5E-3",
                           "9007199254740993",
                           "123456789012345e7",
                           "1e22",
                           "0.000001",
                           "1.",
                           "7e",
                           "5e+",
                           "",
                           "-",
                           ".5",
                           "x",
                           "12abc",
                           "3.14159265358979"}) {
    char* end = nullptr;
    char* wanted_end = nullptr;
    const double mine = read_decimal(text, &end);
    const double wanted = std::strtod(text, &wanted_end);
    if (std::string(text) == ".5" || std::string(text) == "1.") continue;  // not JSON
    BOOST_TEST(mine == wanted, text);
    BOOST_TEST((end == wanted_end), text);
  }
}

BOOST_AUTO_TEST_CASE(what_is_too_large_is_infinite_and_what_is_too_small_nothing) {
  BOOST_TEST(std::isinf(read_decimal("1e400", nullptr)));
  BOOST_TEST(std::isinf(read_decimal("-1e999999999999", nullptr)));
  BOOST_TEST(read_decimal("1e-400", nullptr) == 0.0);
  const std::string digits(400, '9');
  BOOST_TEST(std::isinf(read_decimal(digits.c_str(), nullptr)));
  const double near = read_decimal("123456789012345678901234567890", nullptr);
  BOOST_TEST(std::abs(near / 123456789012345678901234567890.0 - 1) < 1e-14);
}

BOOST_AUTO_TEST_CASE(a_format_is_written_as_the_library_writes_it) {
  const auto same = [](std::size_t size, const char* format, auto... values) {
    BOOST_TEST(written(write_format, size, format, values...) == written(of_the_library, size, format, values...), format);
  };
  same(7, "\\u%04x", 0x1fU);
  same(13, "\\u%04x\\u%04x", 0xd83dU, 0xde00U);
  same(9, "<U+%.4X>", 0xe9U);
  same(40, "ProggyClean.ttf, %dpx", 13);
  same(40, "%s e %s, %d", "uno", "due", -3);
  same(5, "%s", "troppo lungo");
  same(1, "%s", "x");
  same(40, "niente");
}

BOOST_AUTO_TEST_SUITE_END()
