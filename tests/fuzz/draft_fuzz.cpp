// A draft from hostile JSON: what is read is written, read again and equal, byte for byte.
#include "shared/wire/wire.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace omnia;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto draft = wire::read_draft(fuzz::text_of(data, size));
  if (!draft.ok()) {
    fuzz::must(!draft.reason().codice.empty() && !draft.reason().testo.empty(), "a refusal says why");
    return 0;
  }
  const std::string json = wire::write(draft.value());
  const auto again = wire::read_draft(json);
  fuzz::must(again.ok(), "what is written is read");
  fuzz::must(wire::write(again.value()) == json, "the bytes are stable");
  return 0;
}
