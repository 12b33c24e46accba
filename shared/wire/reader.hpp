// Reading JSON into the values of the core: a cursor that knows its path and keeps the first defect found. Internal to
// shared/wire (only its .cpp files may include it, so that nlohmann/json stays out of the headers of the core).
#pragma once
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/domain/date.hpp"
#include "shared/domain/draft.hpp"
#include "shared/domain/entry.hpp"
#include "shared/domain/quantity.hpp"
#include "shared/domain/registry.hpp"
#include "shared/domain/result.hpp"

namespace omnia::wire {

// nlohmann's object is a std::map: keys come out sorted, which makes the output canonical.
using Json = nlohmann::json;

// Bounds of what is accepted from outside; `what` names the things in the Italian message.
struct Limit {
  std::size_t most;
  std::string_view what;
};
// Bytes of one text field: ten times what alert A-FRM-12 allows, so that a draft in progress is never refused for its length.
inline constexpr std::size_t kMaxText = 100000;
inline constexpr std::size_t kMaxBytes = 32u << 20;
inline constexpr int kMaxDepth = 16;
// Domain parsers stop at twelve integer digits and two decimals.
inline constexpr std::int64_t kMaxHundredths = 99'999'999'999'999;
inline constexpr std::int64_t kMaxCount = 9'999'999;

// The document, or "json.limite" / "json.sintassi".
domain::Result<Json> parse_document(std::string_view text);
// Canonical bytes; text that is not UTF-8 is repaired, never thrown at the caller.
std::string canonical(const Json& json);

// Which members each object of a document was asked for. What an object has beside them nobody reads: a name written wrong
// would be taken as missing, and the answer would look right. The readers themselves are the list of the names.
class Asked {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  // A value met on the way: its place is `key`, or item `index` of `key`, of the object `parent`.
  std::size_t open(const Json& json, std::size_t parent, std::string_view key, std::size_t index);
  // The readers ask twice for one member only in a row.
  void ask(std::size_t object, std::string_view key, bool found) {
    Object& o = objects_[object];
    if (found && o.last != key) ++o.found;
    o.last = key;
    keys_.emplace_back(object, key);
  }
  // The sentence that names the members nobody asked for; empty when there are none.
  [[nodiscard]] std::string unknown() const;

 private:
  struct Object {
    const Json* json;
    std::size_t parent;
    std::string_view key;
    std::size_t index;
    std::size_t found = 0;  // members asked for that are there
    std::string_view last = {};
  };
  [[nodiscard]] std::string path(const Object& object) const;
  [[nodiscard]] std::vector<std::string_view> keys_of(std::size_t object) const;
  std::vector<Object> objects_;
  std::vector<std::pair<std::size_t, std::string_view>> keys_;  // one list for all: almost no draft needs it
};

// The first defect found while reading one document.
class Defect {
 public:
  explicit Defect(Asked* note = nullptr) : asked(note) {}
  void set(std::string codice, std::string testo) {
    if (!reason_) reason_ = domain::Reason{std::move(codice), std::move(testo)};
  }
  [[nodiscard]] const std::optional<domain::Reason>& reason() const { return reason_; }
  Asked* const asked;  // notes every question; nullptr for a reader that tolerates what it does not know

 private:
  std::optional<domain::Reason> reason_;
};

// One JSON value and the way to it. Getters leave `out` as it is when the key is absent or the value is wrong. The path is put
// together only for a defect: a registry has tens of thousands of values and almost never one. So a cursor must not outlive
// the cursor it came from, nor the keys.
class Cursor {
 public:
  Cursor(const Json& json, Defect& defect) : json_(&json), defect_(&defect) {
    if (defect.asked != nullptr) object_ = defect.asked->open(json, Asked::kNone, {}, kNoIndex);
  }

  // A member that must be an object; nullopt when absent.
  [[nodiscard]] std::optional<Cursor> object(std::string_view key) const;
  // The items of a member that must be a list of at most `limit.most`.
  [[nodiscard]] std::vector<Cursor> list(std::string_view key, Limit limit) const;
  // false (and a defect) when this value is not an object.
  [[nodiscard]] bool is_object() const;

  // Records a defect when the member is absent.
  void require(std::string_view key) const;

  void text(std::string_view key, std::string& out) const;
  void flag(std::string_view key, bool& out) const;
  void integer(std::string_view key, std::int64_t& out, std::int64_t least, std::int64_t most) const;
  void integer(std::string_view key, int& out, int least, int most) const;
  void date(std::string_view key, domain::Date& out) const;
  void date(std::string_view key, std::optional<domain::Date>& out) const;
  void month(std::string_view key, domain::YearMonth& out) const;
  void month(std::string_view key, std::optional<domain::YearMonth>& out) const;
  void period(std::string_view key, domain::Period& out) const;
  void texts(std::string_view key, std::vector<std::string>& out, Limit limit) const;
  void dates(std::string_view key, std::vector<domain::Date>& out, Limit limit) const;

  // One of the words of `table` (pairs of word and value).
  template <class T, std::size_t N>
  void choice(std::string_view key, T& out, const std::pair<std::string_view, T> (&table)[N]) const {
    const std::string* word = word_of(key);
    if (word == nullptr) return;
    std::string admitted;
    for (const auto& [name, value] : table) {
      if (name == *word) {
        out = value;
        return;
      }
      admitted += admitted.empty() ? "«" : ", «";
      admitted += std::string(name) + "»";
    }
    child_defect(key, "deve essere uno fra " + admitted);
  }

  // A typed text: a valid value, or what was typed (also as {"testo": …}), which goes through the domain's parser again.
  template <class T>
  void entry(std::string_view key, domain::Entry<T>& out) const {
    if (const auto* typed = typed_text(key, true)) out = domain::enter<T>(*typed);
  }
  void entry(std::string_view key, domain::Entry<domain::Money>& out) const;
  void entry(std::string_view key, domain::Entry<domain::Hours>& out) const;
  void entry(std::string_view key, domain::Entry<domain::Decimal>& out) const;
  void entry(std::string_view key, domain::Entry<domain::Temperature>& out) const;
  void entry(std::string_view key, domain::Entry<domain::Count>& out) const;

  // Records "Il campo «path» <what>." for this value.
  void complain(std::string_view what) const;
  [[nodiscard]] std::string path() const;

 private:
  static constexpr std::size_t kNoIndex = Asked::kNone;
  Cursor(const Json& json, const Cursor& parent, std::string_view key, std::size_t index = kNoIndex)
      : json_(&json), defect_(parent.defect_), parent_(&parent), key_(key), index_(index) {
    if (defect_->asked != nullptr) object_ = defect_->asked->open(json, parent.object_, key, index);
  }

  [[nodiscard]] const Json* member(std::string_view key) const;
  [[nodiscard]] std::string path_of(std::string_view key) const;
  void child_defect(std::string_view key, std::string_view what) const;
  // The text of a member; nullptr when absent or wrong.
  [[nodiscard]] const std::string* word_of(std::string_view key) const;
  // The text of a string or of {"testo": …}; `string_too` false: numbers are expected, so a bare string is a wrong type.
  [[nodiscard]] const std::string* typed_text(std::string_view key, bool string_too) const;
  [[nodiscard]] std::optional<std::int64_t> number(std::string_view key, std::int64_t least, std::int64_t most) const;
  template <class T>
  void number_entry(std::string_view key, domain::Entry<T>& out, std::int64_t T::*field, std::int64_t least,
                    std::int64_t most) const;

  const Json* json_;
  Defect* defect_;
  const Cursor* parent_ = nullptr;
  std::string_view key_;
  std::size_t index_ = kNoIndex;
  std::size_t object_ = Asked::kNone;  // its place in Defect::asked
};

void read(const Cursor& c, domain::Draft& draft);
void read(const Cursor& c, domain::Registry& registry);

template <class T>
domain::Result<T> read_from(const Json& document, Defect& defect) {
  T value;
  read(Cursor(document, defect), value);
  if (defect.reason()) return *defect.reason();
  return value;
}

// A whole document into a value, or the first defect.
template <class T>
domain::Result<T> read_as(std::string_view text) {
  const auto document = parse_document(text);
  if (!document.ok()) return document.reason();
  Defect defect;
  return read_from<T>(document.value(), defect);
}

// The same, where a member that nobody reads is a defect. Apart, so that the browser does not carry it.
template <class T>
domain::Result<T> read_strictly(std::string_view text) {
  const auto document = parse_document(text);
  if (!document.ok()) return document.reason();
  Asked asked;
  Defect defect(&asked);
  auto value = read_from<T>(document.value(), defect);
  if (!value.ok()) return value;
  if (auto unknown = asked.unknown(); !unknown.empty()) return domain::Reason{"json.sconosciuto", std::move(unknown)};
  return value;
}

}  // namespace omnia::wire
