// Members of the office's JSON answers: missing or of another kind, they are empty.
#pragma once
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/date.hpp"

namespace omnia::app::members {

using nlohmann::json;

json parse(std::string_view text);
// Strings and numbers as text; anything else as "".
std::string text(const json& object, const char* name);
std::int64_t integer(const json& object, const char* name);
bool flag(const json& object, const char* name);
// A day, or the day of an instant (2026-11-24T18:58:03+01:00).
domain::Date date(const json& object, const char* name);
const json& member(const json& object, const char* name);
std::vector<std::string> strings(const json& list);
// The text members of an object.
std::map<std::string, std::string> texts(const json& object);
// Text that is not UTF-8 is repaired.
std::string dump(const json& value);

}  // namespace omnia::app::members
