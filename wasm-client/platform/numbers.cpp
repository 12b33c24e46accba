#include "wasm-client/platform/numbers.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <string>

namespace omnia::platform {
namespace {

constexpr std::uint64_t kMostDigits = 100'000'000'000'000'000ULL;  // one more digit still fits 64 bits
constexpr int kMostExponent = 400;                                 // beyond any double

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes digits into `mantissa` as long as they fit. Answers the power of ten that those left out are worth.
int take_digits(const char*& at, std::uint64_t& mantissa) {
  int left_out = 0;
  for (; is_digit(*at); ++at) {
    if (mantissa < kMostDigits) {
      mantissa = mantissa * 10 + static_cast<std::uint64_t>(*at - '0');
    } else {
      ++left_out;
    }
  }
  return left_out;
}

int take_exponent(const char*& at) {
  const char* ahead = at + 1;
  const bool negative = *ahead == '-';
  if (negative || *ahead == '+') ++ahead;
  if (!is_digit(*ahead)) return 0;
  int value = 0;
  for (; is_digit(*ahead); ++ahead) value = std::min(value * 10 + (*ahead - '0'), 10 * kMostExponent);
  at = ahead;
  return negative ? -value : value;
}

// Powers of ten up to 22 are exact, and so is one product or quotient with an exact one.
double scaled(double value, int exponent) {
  constexpr int kExact = 22;
  constexpr double kPowers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  for (exponent = std::clamp(exponent, -kMostExponent, kMostExponent); exponent > kExact; exponent -= kExact)
    value *= kPowers[kExact];
  for (; exponent < -kExact; exponent += kExact) value /= kPowers[kExact];
  return exponent < 0 ? value / kPowers[-exponent] : value * kPowers[exponent];
}

// Counts what does not fit, as vsnprintf does.
struct Place {
  char* out;
  std::size_t size;
  std::size_t length = 0;

  void put(char c) {
    if (length + 1 < size) out[length] = c;
    ++length;
  }
  void put(const char* text) {
    for (; *text != '\0'; ++text) put(*text);
  }
  void number(std::int64_t value, bool hexadecimal, bool capitals, std::size_t width) {
    char digits[24];
    const auto written = std::to_chars(digits, digits + sizeof digits - 1, value, hexadecimal ? 16 : 10);
    *written.ptr = '\0';
    for (auto count = static_cast<std::size_t>(written.ptr - digits); count < width; ++count) put('0');
    for (const char* c = digits; *c != '\0'; ++c) put(capitals && *c >= 'a' ? static_cast<char>(*c - 'a' + 'A') : *c);
  }
};

}  // namespace

double read_decimal(const char* text, char** end) {
  const char* at = text;
  const bool negative = *at == '-';
  if (negative) ++at;
  const char* digits = at;
  std::uint64_t mantissa = 0;
  int exponent = take_digits(at, mantissa);
  if (*at == '.' && is_digit(at[1])) {
    const char* fraction = ++at;
    exponent += take_digits(at, mantissa);
    exponent -= static_cast<int>(at - fraction);
  }
  if (at == digits) at = text;
  if (at != text && (*at == 'e' || *at == 'E')) exponent += take_exponent(at);
  if (end != nullptr) *end = const_cast<char*>(at);
  const double value = mantissa == 0 ? 0.0 : scaled(static_cast<double>(mantissa), exponent);
  return negative ? -value : value;
}

int write_format(char* out, std::size_t size, const char* format, std::va_list values) {
  Place place{out, size};
  for (; *format != '\0'; ++format) {
    if (*format != '%') {
      place.put(*format);
      continue;
    }
    std::size_t width = 0;
    for (++format; *format == '.' || is_digit(*format); ++format) {
      if (*format != '.') width = static_cast<std::size_t>(*format - '0');
    }
    switch (*format) {
      case 's':
        place.put(va_arg(values, const char*));
        break;
      case 'd':
        place.number(va_arg(values, int), false, false, width);
        break;
      case 'x':
      case 'X':
        place.number(va_arg(values, unsigned int), true, *format == 'X', width);
        break;
      default:
        place.put(*format);
        break;
    }
  }
  if (size > 0) out[std::min(place.length, size - 1)] = '\0';
  return static_cast<int>(place.length);
}

}  // namespace omnia::platform
