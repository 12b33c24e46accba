// What a page sends to the program: {"oggi",…} at the start, then answers. Whatever the message, it is read without an
// exception: the program in the browser has none.
#include "tests/fuzz/fuzz.hpp"
#include "wasm-client/app/drafts.hpp"
#include "wasm-client/platform/messages.hpp"

using namespace omnia;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const std::string clean = platform::clean(text);
  fuzz::must(platform::clean(clean) == clean, "clean text stays as it is");
  platform::start_of(text);
  platform::answer_of(text);
  if (const auto draft = app::read_bozza(text)) {
    const std::string stored = app::write_bozza(*draft);
    const auto again = app::read_bozza(stored);
    fuzz::must(again.has_value() && app::write_bozza(*again) == stored, "a stored draft comes back the same");
  }
  return 0;
}
