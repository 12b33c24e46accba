#include "server/http/message.hpp"

#include <algorithm>

namespace omnia::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view Request::intestazione(std::string_view nome) const {
  for (const auto& [key, value] : intestazioni) {
    if (equal_ignoring_case(key, nome)) return value;
  }
  return {};
}

std::string_view Request::parametro(std::string_view nome) const {
  for (const auto& [key, value] : parametri) {
    if (key == nome) return value;
  }
  return {};
}

std::string_view Request::cookie(std::string_view nome) const {
  std::string_view rest = intestazione("Cookie");
  while (!rest.empty()) {
    const auto end = rest.find(';');
    const auto pair = trim(rest.substr(0, end));
    const auto equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == nome) return pair.substr(equals + 1);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  return {};
}

}  // namespace omnia::http
