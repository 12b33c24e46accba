// What RapidCheck draws for the properties: drafts with any text in any field, histories from a drawn seed.
#pragma once
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "shared/forms/fields.hpp"
#include "tests/unit/core/counters/random_history.hpp"
#include "tests/unit/core/review/base.hpp"

namespace omnia::tests {

inline Scenario drawn_scenario() { return scenario(*rc::gen::arbitrary<std::uint32_t>()); }

// Text that people and hostile pages type: words, figures, dates, quotes, control characters, bytes that are not UTF-8.
inline std::string drawn_text() {
  static const std::vector<std::string> kTexts = {
      "",        "23/11/2026", "1.234,56",   "38:30", "7", "diretto",         "proroga",          "\"\\\n\t\x01",
      "Šarić €", "\xff\xc3",   "32/13/2026", "S",     "1", "XQZWKA80A01Z000", "prova@pec.example"};
  return *rc::gen::oneOf(rc::gen::elementOf(kTexts), rc::gen::string<std::string>());
}

inline domain::Draft drawn_draft() {
  domain::Draft draft = test::clean_draft(*rc::gen::inRange(0, 5));
  for (const std::string& path : forms::paths()) {
    if (*rc::gen::inRange(0, 3) == 0) forms::set(draft, path, drawn_text());
  }
  for (auto& b : draft.lavoratori.beneficiari) {
    if (*rc::gen::arbitrary<bool>()) b.cognome = drawn_text();
    b.cambio_appalto = *rc::gen::arbitrary<bool>();
  }
  forms::align_weeks(draft);
  return draft;
}

}  // namespace omnia::tests
