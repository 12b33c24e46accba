// The number of a domanda or authorisation of the old procedures, as it is shown everywhere: with where it comes from.
#pragma once
#include <string>
#include <string_view>

namespace omnia::domain::precedente {

inline constexpr std::string_view kMark = " (procedura precedente)";

inline std::string number(std::string_view numero) { return std::string(numero) + std::string(kMark); }

inline bool is(std::string_view shown) {
  return shown.size() >= kMark.size() && shown.substr(shown.size() - kMark.size()) == kMark;
}

// Without the mark: as the old procedure wrote it.
inline std::string_view bare(std::string_view shown) { return is(shown) ? shown.substr(0, shown.size() - kMark.size()) : shown; }

}  // namespace omnia::domain::precedente
