// Norm tables as a policy file may bring them: first line the name of the table, then its JSON; the others are the ones in force.
#include "assets/norms.hpp"
#include "shared/norms/check.hpp"
#include "shared/norms/norms.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace omnia;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [name, json] = fuzz::split(fuzz::text_of(data, size));
  // Alone, so that one run is short, and then read as a reviewer reads it.
  const std::map<std::string, std::string> one = {{std::string(name), std::string(json)}};
  const auto norms = norms::Norms::parse(one);
  fuzz::must(norms.ok() || !norms.reason().testo.empty(), "a refusal says why");
  norms::check(one);
  return 0;
}
