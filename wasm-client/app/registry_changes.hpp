// What is not any more as it was in the office's facts about a company, in words: what a person wants to know before a domanda
// written on the old facts goes.
#pragma once
#include <string>
#include <vector>

#include "shared/domain/draft.hpp"
#include "shared/domain/registry.hpp"

namespace omnia::app {

struct Cambiamento {
  std::string voce;    // "PEC", "Unità produttiva 1, indirizzo", "Lavoratore ROSSI ADA"
  std::string prima;   // "" when it was not there
  std::string adesso;  // "" when it is there no more
  bool operator==(const Cambiamento&) const = default;
};

// Only what bears on this draft: the position, its unit and chosen workers, authorisations and domande of the company.
std::vector<Cambiamento> registry_changes(const domain::Registry& before, const domain::Registry& after,
                                          const domain::Draft& draft);

}  // namespace omnia::app
