// Field paths and texts as a page may send them: first line the path, then the text. What a field shows, typed again, is itself.
#include "shared/forms/fields.hpp"
#include "shared/wire/wire.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace omnia;

namespace {

domain::Draft some_draft() {
  domain::Draft draft;
  draft.periodo.dal = domain::enter<domain::Date>("16/11/2026");
  draft.periodo.al = domain::enter<domain::Date>("29/11/2026");
  forms::align_weeks(draft);
  draft.lavoratori.beneficiari.resize(3);
  return draft;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [path, text] = fuzz::split(fuzz::text_of(data, size));
  domain::Draft draft = some_draft();
  const bool known = forms::exists(draft, path);
  const bool done = forms::set(draft, path, text);
  fuzz::must(known || !done, "only a field that exists is set");
  if (!done) return 0;
  const std::string shown = forms::get(draft, path);
  domain::Draft again = draft;
  fuzz::must(forms::set(again, path, shown), "what a field shows can be typed");
  fuzz::must(forms::get(again, path) == shown, "a field shows the same after being typed again");
  forms::align_weeks(draft);
  fuzz::must(draft.periodo.settimane.size() <= 60, "at most sixty weeks");
  wire::write(draft);
  return 0;
}
