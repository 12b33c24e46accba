// The members of a document that nobody reads, and what their writer may have meant.
#include <algorithm>
#include <numeric>

#include "shared/wire/reader.hpp"

namespace omnia::wire {
namespace {

constexpr std::size_t kMostNamed = 5;
constexpr std::size_t kLongest = 64;  // bytes of a name that are compared and shown

// On one line and not for ever, whatever the name holds.
std::string shown(std::string_view name) {
  std::size_t end = std::min(name.size(), kLongest);
  while (end < name.size() && end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
  std::string text(name.substr(0, end));
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U; }, ' ');
  return end < name.size() ? text + "…" : text;
}

// As names are written here: "Data-Inizio" is "data_inizio".
std::string as_ours(std::string_view name) {
  std::string text(name);
  for (char& c : text) c = c == '-' || c == ' ' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

// Letters to change, add, take away or swap with the next one to make one word of the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> two(b.size() + 1), one(b.size() + 1), now(b.size() + 1);
  std::iota(one.begin(), one.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] = std::min({one[j] + 1, now[j - 1] + 1, one[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], two[j - 2] + 1);
    }
    two.swap(one);
    one.swap(now);
  }
  return one[b.size()];
}

// The name that was meant: one that the written one begins or that begins it ("liquidita_immediate" without its "_cent"), or
// the nearest within a letter in three.
std::string_view meant(const std::string& as_written, const Json& object, const std::vector<std::string_view>& names) {
  constexpr std::size_t kLeast = 5;
  constexpr std::size_t kLettersEach = 3;
  if (as_written.size() > kLongest) return {};
  const std::string written = as_ours(as_written);
  std::string_view best;
  std::size_t least = written.size() / kLettersEach + 1;
  for (const auto name : names) {
    if (object.contains(name)) continue;
    const std::size_t shorter = std::min(name.size(), written.size());
    const bool begins = shorter >= kLeast && name.substr(0, shorter) == written.substr(0, shorter);
    const std::size_t d = begins ? 1 : distance(written, name);
    if (d >= least) continue;
    least = d;
    best = name;
  }
  return best;
}

}  // namespace

std::size_t Asked::open(const Json& json, std::size_t parent, std::string_view key, std::size_t index) {
  objects_.push_back({&json, parent, key, index});
  return objects_.size() - 1;
}

std::string Asked::path(const Object& object) const {
  if (object.parent == kNone) return {};
  std::string text = path(objects_[object.parent]);
  if (!text.empty()) text += '.';
  text += object.key;
  if (object.index != kNone) text += '[' + std::to_string(object.index) + ']';
  return text;
}

std::vector<std::string_view> Asked::keys_of(std::size_t object) const {
  std::vector<std::string_view> keys;
  for (const auto& [whose, key] : keys_) {
    if (whose == object) keys.push_back(key);
  }
  return keys;
}

std::string Asked::unknown() const {
  std::string text;
  std::size_t found = 0;
  for (std::size_t i = 0; i < objects_.size(); ++i) {
    const Object& object = objects_[i];
    if (!object.json->is_object() || object.found == object.json->size()) continue;
    if (found >= kMostNamed) {
      found += object.json->size() - object.found;
      continue;
    }
    const auto keys = keys_of(i);
    for (const auto& [name, value] : object.json->items()) {
      if (std::find(keys.begin(), keys.end(), name) != keys.end()) continue;
      if (++found > kMostNamed) continue;
      const std::string place = path(object);
      text += (text.empty() ? "Il campo «" : " Il campo «") + (place.empty() ? "" : place + ".") + shown(name) + "» non esiste: ";
      const auto guess = meant(name, *object.json, keys);
      text += guess.empty() ? "correggilo o toglilo." : "forse è «" + std::string(guess) + "».";
    }
  }
  if (found > kMostNamed) {
    const auto others = static_cast<std::int64_t>(found - kMostNamed);
    text += others == 1 ? " E un altro campo." : " E altri " + domain::format_integer(others) + " campi.";
  }
  return text;
}

}  // namespace omnia::wire
