// A registry from hostile JSON: what is read is written, read again and equal, byte for byte.
#include "shared/wire/wire.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace omnia;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto registry = wire::read_registry(fuzz::text_of(data, size));
  if (!registry.ok()) {
    fuzz::must(!registry.reason().codice.empty() && !registry.reason().testo.empty(), "a refusal says why");
    return 0;
  }
  const std::string json = wire::write(registry.value());
  const auto again = wire::read_registry(json);
  fuzz::must(again.ok(), "what is written is read");
  fuzz::must(wire::write(again.value()) == json, "the bytes are stable");
  return 0;
}
