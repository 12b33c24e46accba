// The names of the fields of a history: one written wrong would be taken as missing, and the answer would look right.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace omnia::cli {

// Throws std::runtime_error with the first field that docs/formati.md does not know; `path` is the file's name.
void refuse_unknown_fields(const nlohmann::json& storia, const std::string& path);

}  // namespace omnia::cli
