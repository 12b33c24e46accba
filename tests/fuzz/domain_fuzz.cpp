// Every parser of the domain: a value that exists is written and parsed again to the same value.
#include "shared/domain/date.hpp"
#include "shared/domain/identifiers.hpp"
#include "shared/domain/quantity.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace omnia;
using namespace omnia::domain;

namespace {

template <class T, class Write>
void round_trip(std::string_view text, Write write, const char* what) {
  const auto value = T::parse(text);
  if (!value.ok()) return fuzz::must(!value.reason().codice.empty() && !value.reason().testo.empty(), what);
  const auto again = T::parse(write(value.value()));
  fuzz::must(again.ok() && again.value() == value.value(), what);
}

template <class T>
void identifier(std::string_view text, const char* what) {
  round_trip<T>(
      text, [](const T& value) { return value.str(); }, what);
}

template <class T>
void italian(std::string_view text, const char* what) {
  round_trip<T>(
      text, [](const T& value) { return value.italiano(); }, what);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  identifier<CodiceFiscale>(text, "codice fiscale");
  identifier<PartitaIva>(text, "partita IVA");
  identifier<CodiceFiscaleAzienda>(text, "codice fiscale of a company");
  identifier<Matricola>(text, "matricola");
  identifier<Csc>(text, "CSC");
  identifier<CodiceAutorizzazione>(text, "CA");
  identifier<Iban>(text, "IBAN");
  identifier<Ticket>(text, "ticket");
  identifier<Pec>(text, "PEC");
  italian<Money>(text, "money");
  italian<Hours>(text, "hours");
  italian<Decimal>(text, "decimal");
  italian<Count>(text, "count");
  italian<Date>(text, "date");
  round_trip<Date>(
      text, [](Date d) { return d.iso(); }, "ISO date");
  round_trip<YearMonth>(
      text, [](YearMonth m) { return m.iso(); }, "month");
  if (const auto code = CodiceFiscale::parse(text); code.ok()) {
    fuzz::must(code.value().provvisorio() || code.value().nascita().has_value(), "a code of 16 characters has a birth date");
    fuzz::must(!code.value().mascherato().empty(), "masked code");
  }
  return 0;
}
