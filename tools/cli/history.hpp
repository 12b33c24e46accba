// The history of a unit and a request on it, from a file, a registry and the options: what `counters` and `whatif` ask.
#pragma once
#include <istream>
#include <string>
#include <vector>

#include "shared/rules/counters/cisoa.hpp"
#include "tools/cli/commands.hpp"

namespace omnia::cli {

struct Quesito {
  std::string prestazione = "CIGO";  // or "FIS", "FSBA", "CISOA", the code of a Fondo
  domain::Registry registro;
  rules::counters::Richiesta richiesta;
  bool proroga = false;
  rules::routing::Settore settore = rules::routing::Settore::industria;
  std::string nome_settore;
  std::vector<rules::counters::LavoratoreCisoa> lavoratori;  // CISOA alone asks of people, and of nothing else
};

// A Fondo run by INPS, by its code in the routing table.
bool is_inps_fund(const std::string& codice, const norms::Norms& norms);

// `in` is read when the history is "-". Throws std::runtime_error with an Italian sentence.
Quesito read_question(CountersArgs args, const norms::Norms& norms, std::istream& in);

}  // namespace omnia::cli
