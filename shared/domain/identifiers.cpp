// Codes that INPS gives to a position, tickets and PEC addresses. Persons and companies are in codice_fiscale.cpp.
#include "shared/domain/identifiers.hpp"

#include <algorithm>

#include "shared/domain/ascii.hpp"

namespace omnia::domain {
namespace {

constexpr std::size_t kMatricolaLength = 10;

std::string count_of(std::size_t n, std::string_view one, std::string_view many) {
  return std::to_string(n) + ' ' + std::string(n == 1 ? one : many);
}

bool local_part(std::string_view text) {
  constexpr std::string_view kSymbols = "!#$%&'*+/=?^_`{|}~-";
  if (text.empty() || text.size() > 64 || text.front() == '.' || text.back() == '.') return false;
  if (text.find("..") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return ascii::is_alnum_upper(ascii::upper(c)) || c == '.' || kSymbols.find(c) != std::string_view::npos;
  });
}

bool domain_label(std::string_view text) {
  if (text.empty() || text.size() > 63 || text.front() == '-' || text.back() == '-') return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return ascii::is_alnum_upper(ascii::upper(c)) || c == '-'; });
}

// At least two labels, the last one of letters only.
bool domain_name(std::string_view text) {
  bool several = false;
  for (auto dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.')) {
    if (!domain_label(text.substr(0, dot))) return false;
    text.remove_prefix(dot + 1);
    several = true;
  }
  return several && text.size() >= 2 && text.size() <= 63 &&
         std::all_of(text.begin(), text.end(), [](char c) { return ascii::is_upper(ascii::upper(c)); });
}

}  // namespace

std::string matricola_check(std::string_view first8) {
  int odd = 0;
  int even = 0;
  for (std::size_t i = 0; i < first8.size(); ++i) (i % 2 == 0 ? odd : even) += ascii::digit(first8[i]);
  return {static_cast<char>('0' + odd % 10), static_cast<char>('0' + even % 10)};
}

Result<Matricola> Matricola::parse(std::string_view text) {
  std::string code = ascii::clean(text);
  if (!ascii::all_digits(code)) {
    return Reason{"matricola.caratteri", "La matricola INPS deve contenere solo cifre: togli lettere e simboli."};
  }
  if (code.size() != kMatricolaLength) {
    return Reason{"matricola.lunghezza", "La matricola INPS ha " + count_of(code.size(), "cifra", "cifre") +
                                             ": deve averne 10, zeri iniziali compresi."};
  }
  return Matricola(std::move(code));
}

bool Matricola::controllo_corretto() const {
  const std::string_view code = str();
  const int provincia = *ascii::to_int(code.substr(0, 2));
  return provincia >= 1 && provincia <= 95 && matricola_check(code.substr(0, 8)) == code.substr(8);
}

Result<Csc> Csc::parse(std::string_view text) {
  std::string code = ascii::clean(text);
  if (code.size() != 5 || !ascii::all_digits(code)) {
    return Reason{"csc.formato",
                  "Il codice statistico contributivo deve avere cinque cifre, per esempio 11301: verifica il codice digitato."};
  }
  return Csc(std::move(code));
}

Result<CodiceAutorizzazione> CodiceAutorizzazione::parse(std::string_view text) {
  std::string code = ascii::clean(text);
  if (code.size() != 2 || !ascii::all_alnum_upper(code)) {
    return Reason{"ca.formato",
                  "Il codice di autorizzazione deve avere due caratteri tra cifre e lettere, per esempio 2P: verifica il "
                  "codice digitato."};
  }
  return CodiceAutorizzazione(std::move(code));
}

Result<Ticket> Ticket::parse(std::string_view text) {
  std::string code = ascii::clean(text);
  if (code.size() != 16 || !ascii::all_alnum_upper(code)) {
    return Reason{"ticket.formato",
                  "Il ticket deve avere 16 caratteri tra lettere e cifre: copia il codice come compare in UniEmens."};
  }
  return Ticket(std::move(code));
}

Result<Pec> Pec::parse(std::string_view text) {
  text = ascii::trim(text);
  const Reason bad{"pec.formato",
                   "L’indirizzo PEC non è completo o contiene caratteri non ammessi: scrivilo come nome@dominio.it."};
  if (text.size() > 254) {
    return Reason{"pec.lunghezza", "L’indirizzo PEC supera i 254 caratteri: verifica di avere scritto un solo indirizzo."};
  }
  const auto at = text.find('@');
  if (at == std::string_view::npos) return bad;
  if (!local_part(text.substr(0, at)) || !domain_name(text.substr(at + 1))) return bad;
  return Pec(std::string(text));
}

}  // namespace omnia::domain
