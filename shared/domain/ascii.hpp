// Plain ASCII work on text for the parsers of the domain: the same answer whatever the locale of the machine.
#pragma once
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace omnia::domain::ascii {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_alnum_upper(char c) { return is_digit(c) || is_upper(c); }
constexpr char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
constexpr int digit(char c) { return c - '0'; }

inline bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }
inline bool all_alnum_upper(std::string_view text) { return std::all_of(text.begin(), text.end(), is_alnum_upper); }
inline bool all_zero(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == '0'; });
}

// Upper case without white space, dots and hyphens: what people type inside codes to make them legible.
inline std::string clean(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '.' || c == '-') continue;
    out.push_back(upper(c));
  }
  return out;
}

inline std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

// Decimal value of 1 to 9 digits; nullopt for anything else.
inline std::optional<int> to_int(std::string_view text) {
  if (text.empty() || text.size() > 9 || !all_digits(text)) return std::nullopt;
  int value = 0;
  for (const char c : text) value = value * 10 + digit(c);
  return value;
}

// Digits of `value` (not negative) with zeros on the left up to `width`.
inline std::string padded(int value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

}  // namespace omnia::domain::ascii
