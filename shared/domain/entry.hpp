// What a person typed in a field that has a type: nothing, a valid value, or text that is not (yet) valid.
// Rules see this completeness instead of null or a sentinel.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "shared/domain/result.hpp"

namespace omnia::domain {

// T needs `static Result<T> parse(std::string_view)`.
template <class T>
struct Entry {
  std::optional<T> value;
  std::string testo;  // kept only while it does not parse; empty when there is a value

  [[nodiscard]] bool empty() const { return !value && testo.empty(); }
  [[nodiscard]] bool invalid() const { return !value && !testo.empty(); }
  explicit operator bool() const { return value.has_value(); }
  const T& operator*() const { return *value; }
  const T* operator->() const { return &*value; }
  bool operator==(const Entry&) const = default;
};

// White space around the text is dropped before parsing; blank text is an empty entry.
template <class T>
Entry<T> enter(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  text = text.substr(first, text.find_last_not_of(kBlank) - first + 1);
  auto parsed = T::parse(text);
  if (parsed.ok()) return {std::move(parsed.value()), {}};
  return {std::nullopt, std::string(text)};
}

}  // namespace omnia::domain
