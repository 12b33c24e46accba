// Typing into the draft.
#pragma once
#include <string>

#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

// Input or Change of a field of the draft, by path; a radio's key is "path=value".
Effects edit_field(Model& model, const std::string& key, const std::string& text, bool left);
// After a change of the draft made by other means: review, store.
Effects changed(Model& model);

}  // namespace omnia::app
