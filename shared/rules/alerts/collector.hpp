// Collects alerts: takes text, gravity and citation from the catalogue of the norms, fills the placeholders and finds the
// section of the form where each shows.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/domain/entry.hpp"
#include "shared/norms/norms.hpp"
#include "shared/norms/words.hpp"
#include "shared/rules/review.hpp"

namespace omnia::rules::alerts {

using Values = std::vector<std::pair<std::string, std::string>>;

// What a predicate may add to the row of the catalogue.
struct Extra {
  bool lettura = false;        // the result used a reading
  std::string rimedio = {};    // a remedy more exact than that of the catalogue
  std::string citazione = {};  // the act of the very value that was applied
};

class Collector {
 public:
  // `keep_values`: keeps the values that filled each text, for who asks why; a review does not.
  explicit Collector(const norms::Norms& norms, bool keep_values = false) : norms_(norms), keep_values_(keep_values) {}

  // Raises `codice` at the field `campo`. A code that is not in the catalogue is a defect of the program: it is raised with
  // the bare code, as an error, so that a test cannot miss it.
  void add(std::string_view codice, std::string campo, norms::Words words = {}, const Extra& extra = {});

  // A-FRM-01 when what was typed does not parse; `cosa`: "una data valida". The remedy is the reason of the domain's parser.
  template <class T>
  void formal(const domain::Entry<T>& entry, const std::string& campo, std::string_view cosa) {
    if (entry.invalid()) refuse(entry.testo, campo, cosa, reason_of(entry));
  }
  // Why the text of an invalid entry was refused, with the remedy.
  template <class T>
  static std::string reason_of(const domain::Entry<T>& entry) {
    if (!entry.invalid()) return {};
    const auto parsed = T::parse(entry.testo);
    return parsed.ok() ? std::string() : parsed.reason().testo;
  }

  // By section of the form, gravity and code; rows of the same code in the order of the form.
  std::vector<Alert> sorted() &&;

  // Places of the alerts in the order of sorted().
  [[nodiscard]] std::vector<std::size_t> order() const;
  [[nodiscard]] const Alert& alert(std::size_t at) const { return alerts_[at]; }
  // Only with `keep_values`.
  [[nodiscard]] const Values& values(std::size_t at) const { return values_[at]; }

 private:
  void refuse(std::string_view testo, std::string campo, std::string_view cosa, const std::string& motivo);

  const norms::Norms& norms_;
  bool keep_values_;
  std::vector<Alert> alerts_;
  std::vector<Values> values_;
  std::vector<std::size_t> sections_;  // place of the section of each alert
};

// Sections of the form in their order.
inline constexpr std::string_view kSections[] = {"azienda",   "unita_produttiva", "causale",       "periodo",   "lavoratori",
                                                 "relazione", "indicatori",       "consultazione", "pagamento", "invio"};
// Place of the section of a field path; "forzata", "nota_forzatura" and "prestazione" belong to azienda.
std::size_t section_of(std::string_view campo);

// No character but white space.
bool blank(std::string_view text);
// How many, without the white space around: an accented letter is one.
std::size_t characters(std::string_view text);
// "a", "a e b", "a, b e c"; beyond five items "a, b, c, d, e e altri 3".
std::string join(const std::vector<std::string>& items);

}  // namespace omnia::rules::alerts
