#include "server/services/paging.hpp"

#include <charconv>

#include "server/identity/secrets.hpp"
#include "server/services/refusal.hpp"

namespace omnia::services {
namespace {

constexpr std::size_t kMaxSearch = 100;

template <class N>
bool parse_number(std::string_view text, N& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

int parse_limit(std::string_view text) {
  if (text.empty()) return kDefaultLimit;
  int limit = 0;
  if (!parse_number(text, limit) || limit < 1 || limit > kMaxLimit) {
    throw Refusal(Esito::malformata, "limite.non_valido", "Il numero di righe richiesto non è valido.",
                  "Indica un numero da 1 a 100.", "limite");
  }
  return limit;
}

std::string parse_search(std::string_view text) {
  if (text.size() > kMaxSearch) {
    throw Refusal(Esito::malformata, "ricerca.troppo_lunga", "Il testo cercato è troppo lungo.",
                  "Cerca con al massimo 100 caratteri.", "q");
  }
  return std::string(text);
}

std::string write_cursor(std::string_view key, std::int64_t number) {
  return identity::base64url(std::string(key) + "|" + std::to_string(number));
}

std::optional<std::pair<std::string, std::int64_t>> parse_cursor(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const auto decoded = text.size() <= 200 ? identity::from_base64url(text) : std::nullopt;
  const auto bar = decoded ? decoded->rfind('|') : std::string::npos;
  std::int64_t number = 0;
  if (bar == std::string::npos || !parse_number(std::string_view(*decoded).substr(bar + 1), number)) {
    throw Refusal(Esito::malformata, "cursore.non_valido", "Il cursore della pagina non è valido.",
                  "Ricomincia l’elenco dall’inizio.", "cursore");
  }
  return std::pair{decoded->substr(0, bar), number};
}

}  // namespace omnia::services
