// Text as people's programs save it, made UTF-8: with or without a byte order mark, or Windows-1252.
#pragma once
#include <string>
#include <string_view>

namespace omnia::csv {

bool is_utf8(std::string_view text);
// Windows-1252 bytes as UTF-8.
std::string from_cp1252(std::string_view bytes);

}  // namespace omnia::csv
