// The history of a unit and a request on it, from a file, a registry and the options: what `counters` and `whatif` ask.
#pragma once
#include <string>

#include "shared/rules/counters/counters.hpp"
#include "tools/cli/commands.hpp"

namespace omnia::cli {

struct Quesito {
  domain::Registry registro;
  rules::counters::Richiesta richiesta;
  rules::routing::Settore settore = rules::routing::Settore::industria;
  std::string nome_settore;
};

// Throws std::runtime_error with an Italian sentence.
Quesito read_question(CountersArgs args, const norms::Norms& norms);

}  // namespace omnia::cli
