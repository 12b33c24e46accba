// A column that holds several words keeps them with a blank between.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

namespace omnia::store {

// The words of a text; empty for a blank one.
inline std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

}  // namespace omnia::store
