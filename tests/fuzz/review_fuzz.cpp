// A whole request of review: an answer always comes, and the same one twice.
#include "shared/wire/wire.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace omnia;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view request = fuzz::text_of(data, size);
  const std::string answer = wire::review_json(request);
  fuzz::must(!answer.empty() && answer.front() == '{' && answer.back() == '}', "the answer is an object");
  fuzz::must(wire::review_json(request) == answer, "review is deterministic");
  return 0;
}
