// Identifiers of the field. A value that exists is valid: `parse` is the only way to make one. Input is cleaned first:
// ASCII upper case, spaces, dots and hyphens dropped. Anything outside ASCII after that is refused.
#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "shared/domain/date.hpp"
#include "shared/domain/result.hpp"

namespace omnia::domain {

// One string that only parse() of Derived can fill. No default constructor is public: use std::optional or Entry.
template <class Derived>
class Identifier {
 public:
  [[nodiscard]] const std::string& str() const { return text_; }
  friend bool operator==(const Identifier& a, const Identifier& b) { return a.text_ == b.text_; }
  friend bool operator<(const Identifier& a, const Identifier& b) { return a.text_ < b.text_; }

 protected:
  explicit Identifier(std::string text) : text_(std::move(text)) {}

 private:
  std::string text_;
};

enum class Sesso { maschio, femmina };

// Birth data read from a 16-character code. The century is not in the code: `nascita_1900`/`nascita_2000` are the
// possible dates (at least one exists).
struct DatiNascita {
  std::optional<Date> nascita_1900;
  std::optional<Date> nascita_2000;
  Sesso sesso = Sesso::maschio;
  std::string belfiore;  // digits restored from omocodia
};

// Codice fiscale of a person: 16 characters (D.M. 23/12/1976, omocodia accepted on any of the seven places) or the
// provisional 11 digits. The text is the identity: omocodia variants are different people.
class CodiceFiscale : public Identifier<CodiceFiscale> {
 public:
  static Result<CodiceFiscale> parse(std::string_view text);
  [[nodiscard]] bool provvisorio() const { return str().size() == 11; }
  [[nodiscard]] std::optional<DatiNascita> nascita() const;  // nullopt for a provisional code
  // "XQZWKJ********01M": for logs and messages.
  [[nodiscard]] std::string mascherato() const;

 private:
  using Identifier::Identifier;
};
// Check character of the first 15 characters (letters and digits, upper case).
char codice_fiscale_check(std::string_view first15);
// Check digit of the first 10 digits of a company code.
char partita_iva_check(std::string_view first10);

// 11 digits with check digit, office code 001-100, 120, 121, 888, 999; a leading IT is dropped.
class PartitaIva : public Identifier<PartitaIva> {
 public:
  static Result<PartitaIva> parse(std::string_view text);

 private:
  using Identifier::Identifier;
};

// Codice fiscale of an employer: 11 digits (company) or 16 characters (sole trader).
class CodiceFiscaleAzienda : public Identifier<CodiceFiscaleAzienda> {
 public:
  static Result<CodiceFiscaleAzienda> parse(std::string_view text);

 private:
  using Identifier::Identifier;
};

// INPS position: 10 digits. The check digits are only a doubt (no INPS act states the rule).
class Matricola : public Identifier<Matricola> {
 public:
  static Result<Matricola> parse(std::string_view text);
  [[nodiscard]] bool controllo_corretto() const;  // digits 9-10 and province 01-95
  [[nodiscard]] std::string sede() const { return str().substr(0, 2) + "00"; }

 private:
  using Identifier::Identifier;
};
std::string matricola_check(std::string_view first8);  // two digits

// Codice statistico contributivo, five digits; also written 1.13.01.
class Csc : public Identifier<Csc> {
 public:
  static Result<Csc> parse(std::string_view text);

 private:
  using Identifier::Identifier;
};

// Codice di autorizzazione of the position: a digit and a letter or two alphanumerics ("0J", "2P").
class CodiceAutorizzazione : public Identifier<CodiceAutorizzazione> {
 public:
  static Result<CodiceAutorizzazione> parse(std::string_view text);

 private:
  using Identifier::Identifier;
};

// IBAN: length by country, mod 97, and for IT and SM the CIN.
class Iban : public Identifier<Iban> {
 public:
  static Result<Iban> parse(std::string_view text);

 private:
  using Identifier::Identifier;
};

// UniEmens ticket: 16 upper-case alphanumerics.
class Ticket : public Identifier<Ticket> {
 public:
  static Result<Ticket> parse(std::string_view text);

 private:
  using Identifier::Identifier;
};

// An e-mail address of plain shape (local@domain.tld, ASCII, at most 254 characters).
class Pec : public Identifier<Pec> {
 public:
  static Result<Pec> parse(std::string_view text);

 private:
  using Identifier::Identifier;
};

}  // namespace omnia::domain
