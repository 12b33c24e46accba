// Strict reading of a JSON body: one value, UTF-8, no duplicate key, no NUL, bounded depth. Refusals carry a `codice`.
#pragma once
#include <nlohmann/json.hpp>
#include <string_view>

namespace omnia::http {

nlohmann::json parse_json_body(std::string_view text);

}  // namespace omnia::http
