// Parameters of lists: how many rows, from where, and the words searched. Wrong ones are refused, never corrected silently.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace omnia::services {

inline constexpr int kDefaultLimit = 25;
inline constexpr int kMaxLimit = 100;

// Empty: the default. Refuses anything but 1 to 100 with "limite.non_valido".
int parse_limit(std::string_view text);
// At most 100 characters; refuses longer ones with "ricerca.troppo_lunga".
std::string parse_search(std::string_view text);

// A place in an ordered list, opaque to the client.
std::string write_cursor(std::string_view key, std::int64_t number);
// Empty: from the start. Refuses what write_cursor did not make with "cursore.non_valido".
std::optional<std::pair<std::string, std::int64_t>> parse_cursor(std::string_view text);

}  // namespace omnia::services
