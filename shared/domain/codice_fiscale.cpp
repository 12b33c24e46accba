// Codice fiscale of persons (D.M. 23/12/1976 n. 13813) and of companies, and partita IVA: two shapes, one family of checks.
#include "shared/domain/codice_fiscale.hpp"

#include <array>

#include "shared/domain/ascii.hpp"
#include "shared/domain/identifiers.hpp"

namespace omnia::domain {
namespace {

constexpr std::size_t kPersonLength = 16;
constexpr std::size_t kNumericLength = 11;
constexpr std::string_view kMonths = "ABCDEHLMPRST";
constexpr std::string_view kOmocodia = "LMNPQRSTUV";  // letters that stand for the digits 0 to 9
constexpr std::array<std::size_t, 7> kDigitPlaces{6, 7, 9, 10, 12, 13, 14};
constexpr std::string_view kSpidPrefix = "TINIT";  // "TINIT-" of SPID and CIE, after the cleaning

// Value of a character in an odd place of the code; digits and the letters A to J share theirs.
constexpr std::array<int, 26> kOdd{1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};

constexpr int rank(char c) { return ascii::is_digit(c) ? c - '0' : c - 'A'; }

// The digit in a place where omocodia may have put a letter; -1 for a letter that is not one of the ten.
int restored_digit(char c) {
  if (ascii::is_digit(c)) return ascii::digit(c);
  const auto at = kOmocodia.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

int restored_number(std::string_view text) {
  int value = 0;
  for (const char c : text) value = value * 10 + restored_digit(c);
  return value;
}

// Precondition: the shape of `code` has been checked.
std::optional<Date> birth(std::string_view code, int century) {
  const int anno = century + restored_number(code.substr(6, 2));
  const int mese = static_cast<int>(kMonths.find(code[8])) + 1;
  const int giorno = restored_number(code.substr(9, 2)) % 40;
  if (!Date::exists(anno, mese, giorno)) return std::nullopt;
  return Date::of(anno, mese, giorno);
}

std::optional<Reason> bad_shape(std::string_view code) {
  for (std::size_t i = 0; i < 6; ++i) {
    if (!ascii::is_upper(code[i])) {
      return Reason{"cf.nome",
                    "I primi sei caratteri del codice fiscale devono essere lettere: verifica la parte del cognome e del nome."};
    }
  }
  for (const std::size_t place : kDigitPlaces) {
    if (restored_digit(code[place]) < 0) {
      return Reason{"cf.cifra", "Nel codice fiscale il carattere " + std::to_string(place + 1) +
                                    " deve essere una cifra: verifica di non avere scambiato lo zero con la O o l’uno con la I."};
    }
  }
  if (kMonths.find(code[8]) == std::string_view::npos) {
    return Reason{"cf.mese",
                  "La lettera del mese, nono carattere del codice fiscale, non è ammessa: verifica di avere digitato una tra A "
                  "B C D E H L M P R S T."};
  }
  if (!ascii::is_upper(code[11])) {
    return Reason{"cf.luogo",
                  "Il dodicesimo carattere del codice fiscale deve essere la lettera del luogo di nascita: verifica il "
                  "carattere digitato."};
  }
  if (!ascii::is_upper(code[15])) {
    return Reason{"cf.finale", "L’ultimo carattere del codice fiscale deve essere una lettera: verifica il carattere digitato."};
  }
  return std::nullopt;
}

std::optional<Reason> bad_person(std::string_view code) {
  if (auto reason = bad_shape(code)) return reason;
  if (codice_fiscale_check(code.substr(0, 15)) != code[15]) {
    return Reason{"cf.carattere_controllo",
                  "Il carattere di controllo del codice fiscale non corrisponde: verifica le lettere e le cifre digitate."};
  }
  const int giorno = restored_number(code.substr(9, 2));
  if (giorno < 1 || giorno > 71 || (giorno > 31 && giorno < 41)) {
    return Reason{"cf.giorno",
                  "Il giorno di nascita del codice fiscale deve essere tra 01 e 31, oppure tra 41 e 71 per le donne: verifica "
                  "i caratteri 10 e 11."};
  }
  if (!birth(code, 1900) && !birth(code, 2000)) {
    return Reason{"cf.data", "La data di nascita del codice fiscale non esiste nel calendario: verifica i caratteri da 7 a 11."};
  }
  return std::nullopt;
}

// Words of the reasons about codes of eleven digits.
struct NumericWords {
  std::string_view codice;  // "piva"
  std::string_view nome;    // "della partita IVA"
};

Reason refuse(const NumericWords& words, std::string_view defect, std::string_view before, std::string_view after) {
  return {std::string(words.codice) + '.' + std::string(defect),
          std::string(before) + ' ' + std::string(words.nome) + std::string(after)};
}

// Eleven digits whose last one checks the others; zeros alone would pass the sum and are refused.
std::optional<Reason> bad_numeric(std::string_view code, const NumericWords& words) {
  if (ascii::all_zero(code)) {
    return refuse(words, "nullo", "Le cifre",
                  " non possono essere tutte zero: digita il codice attribuito dall’Agenzia delle Entrate.");
  }
  if (partita_iva_check(code.substr(0, 10)) != code[10]) {
    return refuse(words, "cifra_controllo", "La cifra di controllo", " non corrisponde: verifica le undici cifre digitate.");
  }
  return std::nullopt;
}

Reason bad_characters(const NumericWords& words) {
  return refuse(words, "caratteri", "Il testo",
                " contiene caratteri non ammessi: digita solo lettere senza accenti e cifre, senza incollare simboli.");
}

constexpr NumericWords kFiscalCode{"cf", "del codice fiscale"};
constexpr NumericWords kCompanyCode{"cf_azienda", "del codice fiscale dell’azienda"};
constexpr NumericWords kVat{"piva", "della partita IVA"};

// Office that issued the code, digits 8 to 10.
bool known_office(int office) {
  return (office >= 1 && office <= 100) || office == 120 || office == 121 || office == 888 || office == 999;
}

struct Lettere {
  std::string consonanti, vocali;

  explicit Lettere(std::string_view scritto) {
    for (const char c : scritto) {
      if (ascii::is_upper(c)) (std::string_view("AEIOU").find(c) == std::string_view::npos ? consonanti : vocali) += c;
    }
  }
  [[nodiscard]] std::string tre() const { return (consonanti + vocali + "XXX").substr(0, 3); }
};

}  // namespace

std::string lettere_del_cognome(std::string_view cognome) { return Lettere(cognome).tre(); }

std::string lettere_del_nome(std::string_view nome) {
  Lettere lettere(nome);
  if (lettere.consonanti.size() >= 4) lettere.consonanti.erase(1, 1);
  return lettere.tre();
}

char codice_fiscale_check(std::string_view first15) {
  int sum = 0;
  for (std::size_t i = 0; i < first15.size(); ++i) {
    const int value = rank(first15[i]);
    sum += i % 2 == 0 ? kOdd[static_cast<std::size_t>(value)] : value;
  }
  return static_cast<char>('A' + sum % 26);
}

char partita_iva_check(std::string_view first10) {
  int sum = 0;
  for (std::size_t i = 0; i < first10.size(); ++i) {
    const int value = ascii::digit(first10[i]);
    const int doubled = value * 2 > 9 ? value * 2 - 9 : value * 2;
    sum += i % 2 == 0 ? value : doubled;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

Result<CodiceFiscale> CodiceFiscale::parse(std::string_view text) {
  std::string code = ascii::clean(text);
  if (code.size() > kPersonLength && code.compare(0, kSpidPrefix.size(), kSpidPrefix) == 0) code.erase(0, kSpidPrefix.size());
  if (!ascii::all_alnum_upper(code)) return bad_characters(kFiscalCode);
  if (code.size() == kNumericLength && ascii::all_digits(code)) {
    if (auto reason = bad_numeric(code, kFiscalCode)) return *reason;
    return CodiceFiscale(std::move(code));
  }
  if (code.size() != kPersonLength) {
    return Reason{"cf.lunghezza", "Il codice fiscale ha " + std::to_string(code.size()) +
                                      (code.size() == 1 ? " carattere" : " caratteri") +
                                      ": deve averne 16, oppure 11 cifre se è provvisorio."};
  }
  if (auto reason = bad_person(code)) return *reason;
  return CodiceFiscale(std::move(code));
}

std::optional<DatiNascita> CodiceFiscale::nascita() const {
  if (provvisorio()) return std::nullopt;
  const std::string_view code = str();
  DatiNascita dati;
  dati.nascita_1900 = birth(code, 1900);
  dati.nascita_2000 = birth(code, 2000);
  dati.sesso = restored_number(code.substr(9, 2)) > 40 ? Sesso::femmina : Sesso::maschio;
  dati.belfiore = code[11] + ascii::padded(restored_number(code.substr(12, 3)), 3);
  return dati;
}

std::string CodiceFiscale::mascherato() const {
  if (provvisorio()) return str().substr(0, 2) + "*******" + str().substr(9);
  return str().substr(0, 6) + "********" + str().substr(13);
}

Result<PartitaIva> PartitaIva::parse(std::string_view text) {
  std::string code = ascii::clean(text);
  if (code.compare(0, 2, "IT") == 0) code.erase(0, 2);
  if (!ascii::all_digits(code)) {
    return Reason{"piva.caratteri", "La partita IVA deve contenere solo cifre: togli lettere e simboli."};
  }
  if (code.size() != kNumericLength) {
    return Reason{"piva.lunghezza", "La partita IVA ha " + std::to_string(code.size()) +
                                        (code.size() == 1 ? " cifra" : " cifre") + ": deve averne 11, zeri iniziali compresi."};
  }
  if (auto reason = bad_numeric(code, kVat)) return *reason;
  if (ascii::all_zero(std::string_view(code).substr(0, 7))) {
    return Reason{"piva.progressivo",
                  "Le prime sette cifre della partita IVA non possono essere tutte zero: verifica le cifre digitate."};
  }
  if (!known_office(*ascii::to_int(std::string_view(code).substr(7, 3)))) {
    return Reason{"piva.ufficio",
                  "Le cifre da 8 a 10 della partita IVA non indicano un ufficio esistente: verifica le cifre digitate."};
  }
  return PartitaIva(std::move(code));
}

Result<CodiceFiscaleAzienda> CodiceFiscaleAzienda::parse(std::string_view text) {
  std::string code = ascii::clean(text);
  if (!ascii::all_alnum_upper(code)) return bad_characters(kCompanyCode);
  if (code.size() == kNumericLength && ascii::all_digits(code)) {
    // Offices outside the list of the partita IVA exist for codes of bodies: not checked here.
    if (auto reason = bad_numeric(code, kCompanyCode)) return *reason;
    return CodiceFiscaleAzienda(std::move(code));
  }
  if (code.size() != kPersonLength) {
    return Reason{"cf_azienda.lunghezza", "Il codice fiscale dell’azienda ha " + std::to_string(code.size()) +
                                              (code.size() == 1 ? " carattere" : " caratteri") +
                                              ": deve avere 11 cifre, oppure 16 caratteri per una ditta individuale."};
  }
  if (auto reason = bad_person(code)) return *reason;
  return CodiceFiscaleAzienda(std::move(code));
}

}  // namespace omnia::domain
