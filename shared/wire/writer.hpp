// Writing the values of the core as JSON: small helpers that keep the conventions in one place (empty entries are absent,
// an entry that does not parse is {"testo": …}). Internal to shared/wire.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "shared/domain/date.hpp"
#include "shared/domain/entry.hpp"
#include "shared/domain/quantity.hpp"
#include "shared/wire/reader.hpp"

namespace omnia::wire {

inline Json plain(domain::Date d) { return d.iso(); }
inline Json plain(domain::YearMonth m) { return m.iso(); }
inline Json plain(domain::Money m) { return m.cent; }
inline Json plain(domain::Hours h) { return h.centesimi; }
inline Json plain(domain::Decimal d) { return d.centesimi; }
inline Json plain(domain::Temperature t) { return t.centesimi; }
inline Json plain(domain::Count c) { return c.n; }
inline Json plain(const domain::Period& p) { return {{"dal", p.dal.iso()}, {"al", p.al.iso()}}; }
template <class T>
auto plain(const T& identifier) -> decltype(Json(identifier.str())) {
  return identifier.str();
}

template <class T>
void put(Json& json, const char* key, const domain::Entry<T>& entry) {
  if (entry.value) {
    json[key] = plain(*entry);
  } else if (!entry.testo.empty()) {
    json[key] = {{"testo", entry.testo}};
  }
}

template <class T>
void put(Json& json, const char* key, const std::optional<T>& value) {
  if (value) json[key] = plain(*value);
}

template <class Items, class Write>
Json list_of(const Items& items, Write write) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(write(item));
  return list;
}

}  // namespace omnia::wire
