// Exact quantities: money in euro cents, hours and averages in hundredths, counts. No floating point anywhere.
#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/domain/result.hpp"

namespace omnia::domain {

// Italian decimal text with exactly two decimals and dots for thousands: 123456 -> "1.234,56".
std::string format_hundredths(std::int64_t hundredths);
// Italian integer text: 1234 -> "1.234".
std::string format_integer(std::int64_t n);

struct Money {
  std::int64_t cent = 0;
  // "1.234,56", "1234,56", "1234.56", "1234", with an optional minus and an optional € before or after.
  static Result<Money> parse(std::string_view text);
  [[nodiscard]] std::string italiano() const;  // "1.234,56 €"
  auto operator<=>(const Money&) const = default;
};

struct Hours {
  std::int64_t centesimi = 0;
  // "38,50", "38.5", "38", "38:30" (hours and minutes). Not negative.
  static Result<Hours> parse(std::string_view text);
  [[nodiscard]] std::string italiano() const;  // "38,50"
  auto operator<=>(const Hours&) const = default;
};

// A decimal figure with at most two decimals, not negative: average headcount, percentages.
struct Decimal {
  std::int64_t centesimi = 0;
  static Result<Decimal> parse(std::string_view text);
  [[nodiscard]] std::string italiano() const;
  auto operator<=>(const Decimal&) const = default;
};

// A temperature in degrees Celsius, with at most two decimals.
struct Temperature {
  std::int64_t centesimi = 0;
  // "36,5", "36.5", "-2", with an optional °C after.
  static Result<Temperature> parse(std::string_view text);
  [[nodiscard]] std::string italiano() const;  // "36,50"
  auto operator<=>(const Temperature&) const = default;
};

// A whole number from 0 to 9,999,999.
struct Count {
  std::int64_t n = 0;
  static Result<Count> parse(std::string_view text);
  [[nodiscard]] std::string italiano() const;
  auto operator<=>(const Count&) const = default;
};

}  // namespace omnia::domain
