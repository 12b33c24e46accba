// The remedy that can be done with one click, where there is one obvious remedy.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "wasm-client/app/model.hpp"

namespace omnia::app {

struct Rimedio {
  std::string etichetta;                                    // "Usa lunedì 23/11/2026"
  std::vector<std::pair<std::string, std::string>> valori;  // path, text
  std::optional<std::size_t> togli;                         // beneficiary to take off the list
};

std::optional<Rimedio> remedy(const Scrivania& desk, const rules::Alert& alert, domain::Date oggi);
void apply(domain::Draft& draft, const Rimedio& rimedio);

}  // namespace omnia::app
