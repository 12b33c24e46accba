// Canonical JSON straight into text, without a tree of values: for the draft, which is written at every keystroke. Members
// must be given in ascending order of key (a test compares the bytes with those of the tree). Internal to shared/wire.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "shared/domain/date.hpp"
#include "shared/domain/entry.hpp"
#include "shared/domain/quantity.hpp"

namespace omnia::wire {

class TextWriter {
 public:
  explicit TextWriter(std::size_t expected) { out_.reserve(expected); }
  [[nodiscard]] std::string take() && { return std::move(out_); }

  template <class Members>
  void object(Members members) {
    separate();
    out_ += '{';
    members();
    out_ += '}';
  }
  template <class Members>
  void object(std::string_view key, Members members) {
    name(key);
    out_ += '{';
    members();
    out_ += '}';
  }
  template <class Items, class Write>
  void list(std::string_view key, const Items& items, Write write) {
    name(key);
    out_ += '[';
    for (const auto& item : items) write(item);
    out_ += ']';
  }
  // Absent when empty: for what came after the first version, so that the bytes of older drafts stay the same.
  template <class Items, class Write>
  void list_if_any(std::string_view key, const Items& items, Write write) {
    if (!items.empty()) list(key, items, write);
  }
  void text_if_any(std::string_view key, std::string_view value) {
    if (!value.empty()) text(key, value);
  }
  // An item of a list.
  void item(domain::Date d) {
    separate();
    value(d);
  }

  void text(std::string_view key, std::string_view text) {
    name(key);
    quote(text);
  }
  void flag(std::string_view key, bool yes) {
    name(key);
    out_ += yes ? "true" : "false";
  }
  void number(std::string_view key, std::int64_t n) {
    name(key);
    out_ += std::to_string(n);
  }
  // Absent when empty; {"testo": …} when it does not parse.
  template <class T>
  void entry(std::string_view key, const domain::Entry<T>& entry) {
    if (entry.empty()) return;
    name(key);
    if (entry.value) return value(*entry);
    out_ += R"({"testo":)";
    quote(entry.testo);
    out_ += '}';
  }

 private:
  void value(domain::Date d) { quote(d.iso()); }
  void value(domain::Money m) { out_ += std::to_string(m.cent); }
  void value(domain::Hours h) { out_ += std::to_string(h.centesimi); }
  void value(domain::Decimal d) { out_ += std::to_string(d.centesimi); }
  void value(domain::Temperature t) { out_ += std::to_string(t.centesimi); }
  void value(domain::Count c) { out_ += std::to_string(c.n); }
  template <class T>
  auto value(const T& identifier) -> decltype(identifier.str(), void()) {
    quote(identifier.str());
  }

  // A value never ends with a bracket that opens: text ends with its quotes.
  void separate() {
    if (!out_.empty() && out_.back() != '{' && out_.back() != '[') out_ += ',';
  }
  // Keys are plain words of the program.
  void name(std::string_view key) {
    separate();
    out_ += '"';
    out_ += key;
    out_ += "\":";
  }
  void quote(std::string_view text);

  std::string out_;
};

}  // namespace omnia::wire
