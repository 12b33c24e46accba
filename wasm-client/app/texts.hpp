// Every Italian text of the screens, from assets/texts/client.json, read through these functions alone.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/norms/words.hpp"

namespace omnia::app {

using Values = std::vector<std::pair<std::string, std::string>>;

// The text of a key; "" when unknown (a test proves that no such key is used).
const std::string& t(std::string_view key);
// With placeholders {name} filled: by the words of the call, or by a list that was put together before it.
std::string t(std::string_view key, norms::Words words);
std::string t(std::string_view key, const Values& values);
// The text of `prefix` + `name`, for words that come as data: t_of("ruolo.", "datore").
std::string t_of(std::string_view prefix, std::string_view name);
// "1 errore", "2 errori": the texts key + ".uno" and key + ".molti", with {n}.
std::string plural(std::string_view key, std::int64_t n);

}  // namespace omnia::app
