// What a review costs on the requests of `omnia drafts`, one a line on the standard input: from JSON text to JSON text; the
// rules on values already read; of these, the alerts alone. Processor time, for the comparison with other engines
// (tools/measures/rules/peers).
#include <cstdio>
#include <ctime>
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "shared/rules/alerts/sections.hpp"
#include "shared/wire/wire.hpp"

namespace {

using namespace omnia;

struct Caso {
  domain::Draft bozza;
  domain::Registry registro;
  domain::Date oggi;
};

template <class T>
T value(domain::Result<T> result) {
  if (!result) throw std::runtime_error(result.reason().testo);
  return std::move(result.value());
}

std::vector<std::string> read_lines(std::istream& in) {
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

Caso read(const std::string& line) {
  const auto json = nlohmann::json::parse(line);
  return {value(wire::read_draft(json.at("bozza").dump())), value(wire::read_registry(json.at("registro").dump())),
          value(domain::Date::parse(json.at("oggi").get<std::string>()))};
}

double ms_since(std::clock_t start) { return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; }

double text_ms(const std::vector<std::string>& lines, const norms::Norms& norms) {
  std::size_t bytes = 0;
  const std::clock_t start = std::clock();
  for (const auto& line : lines) bytes += wire::review_json(line, norms).size();
  if (bytes == 0) throw std::runtime_error("nessuna richiesta");
  return ms_since(start);
}

double rules_ms(const std::vector<Caso>& casi, const norms::Norms& norms) {
  std::size_t alerts = 0;
  const std::clock_t start = std::clock();
  for (const auto& caso : casi) alerts += rules::review(caso.bozza, caso.registro, norms, caso.oggi).alerts.size();
  if (alerts == 0) throw std::runtime_error("nessun avviso");
  return ms_since(start);
}

// With routing, term, counters and index worked out before, as the facts of the other engines.
double alerts_ms(const std::vector<Caso>& casi, const norms::Norms& norms) {
  std::vector<rules::alerts::Context> facts;
  facts.reserve(casi.size());
  for (const auto& caso : casi) facts.push_back(rules::alerts::make_context(caso.bozza, caso.registro, norms, caso.oggi));
  std::size_t alerts = 0;
  const std::clock_t start = std::clock();
  for (const auto& known : facts) {
    rules::alerts::Collector found(norms);
    rules::alerts::all(known, found);
    alerts += std::move(found).sorted().size();
  }
  if (alerts == 0) throw std::runtime_error("nessun avviso");
  return ms_since(start);
}

void measure(const std::vector<std::string>& lines) {
  const auto& norms = norms::Norms::builtin();
  std::vector<Caso> casi;
  casi.reserve(lines.size());
  for (const auto& line : lines) casi.push_back(read(line));
  const double text = text_ms(lines, norms);
  const double rules = rules_ms(casi, norms);
  std::printf("{\"bozze\":%zu,\"testo_ms\":%.3f,\"regole_ms\":%.3f,\"avvisi_ms\":%.3f}\n", lines.size(), text, rules,
              alerts_ms(casi, norms));
}

}  // namespace

int main() {
  try {
    std::ios::sync_with_stdio(false);
    measure(read_lines(std::cin));
    return 0;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "Errore: %s\n", e.what());
    return 1;
  }
}
