// IBAN: ISO 13616 (length by country, remainder 97) and the CIN of Italian and San Marino accounts.
#include <algorithm>
#include <array>

#include "shared/domain/ascii.hpp"
#include "shared/domain/identifiers.hpp"

namespace omnia::domain {
namespace {

struct Country {
  std::string_view codice;
  std::size_t lunghezza;
};

// Sorted by code. The SEPA countries and the others of the ISO 13616 register.
constexpr std::array<Country, 77> kCountries{{
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22}, {"BH", 22}, {"BR", 29},
    {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24}, {"DE", 22}, {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29},
    {"ES", 24}, {"FI", 18}, {"FO", 18}, {"FR", 27}, {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27}, {"GT", 28},
    {"HR", 21}, {"HU", 28}, {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26}, {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20},
    {"LB", 28}, {"LC", 32}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21}, {"LY", 25}, {"MC", 27}, {"MD", 24}, {"ME", 22},
    {"MK", 19}, {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NL", 18}, {"NO", 15}, {"PK", 24}, {"PL", 28}, {"PS", 29}, {"PT", 25},
    {"QA", 29}, {"RO", 24}, {"RS", 22}, {"SA", 24}, {"SC", 31}, {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"ST", 25},
    {"SV", 28}, {"TL", 23}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"XK", 20},
}};

static_assert(kCountries.back().codice == "XK", "the table is full and ends where it should");

// 0 for a country without IBAN.
std::size_t length_of(std::string_view country) {
  const auto at = std::lower_bound(kCountries.begin(), kCountries.end(), country,
                                   [](const Country& c, std::string_view codice) { return c.codice < codice; });
  return at != kCountries.end() && at->codice == country ? at->lunghezza : 0;
}

int mod97(std::string_view iban) {
  int remainder = 0;
  for (std::size_t i = 0; i < iban.size(); ++i) {
    const char c = iban[(i + 4) % iban.size()];
    remainder = ascii::is_digit(c) ? (remainder * 10 + ascii::digit(c)) % 97 : (remainder * 100 + (c - 'A' + 10)) % 97;
  }
  return remainder;
}

// Letter, ABI and CAB of five digits each, account of twelve alphanumerics.
bool italian_body(std::string_view body) { return ascii::is_upper(body[0]) && ascii::all_digits(body.substr(1, 10)); }

}  // namespace

Result<Iban> Iban::parse(std::string_view text) {
  std::string code = ascii::clean(text);
  if (!ascii::all_alnum_upper(code)) {
    return Reason{"iban.caratteri", "L’IBAN contiene caratteri non ammessi: digita solo lettere senza accenti e cifre."};
  }
  const std::string_view iban = code;
  const std::size_t length = length_of(iban.substr(0, 2));
  if (length == 0) {
    return Reason{"iban.paese",
                  "L’IBAN deve cominciare con la sigla di un paese, IT per i conti italiani: verifica le prime due lettere."};
  }
  if (iban.size() != length) {
    return Reason{"iban.lunghezza", "L’IBAN ha " + std::to_string(iban.size()) + " caratteri: con la sigla " +
                                        std::string(iban.substr(0, 2)) + " deve averne " + std::to_string(length) + "."};
  }
  const bool italian = iban.substr(0, 2) == "IT" || iban.substr(0, 2) == "SM";
  if (!ascii::all_digits(iban.substr(2, 2)) || (italian && !italian_body(iban.substr(4)))) {
    return Reason{
        "iban.formato",
        "L’IBAN ha una lettera al posto di una cifra, o il contrario: verifica di non avere scambiato lo zero con la O."};
  }
  if (mod97(iban) != 1) {
    return Reason{"iban.controllo", "Le cifre di controllo dell’IBAN non corrispondono: verifica i caratteri digitati."};
  }
  // The CIN uses the tables of the codice fiscale on ABI, CAB and account.
  if (italian && codice_fiscale_check(iban.substr(5)) != iban[4]) {
    return Reason{
        "iban.cin",
        "La lettera CIN dell’IBAN non corrisponde al conto: verifica il quinto carattere e le cifre di ABI, CAB e conto."};
  }
  return Iban(std::move(code));
}

}  // namespace omnia::domain
