// Typing into the draft.
#pragma once
#include <string>

#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

// Input or Change of a field of the draft, by path; a radio's key is "path=value".
Effects edit_field(Model& model, const std::string& key, const std::string& text, bool left);
// After a change of the draft: a step that can be undone, then as `revised`. `path`: the field it was typed into, if it was one.
Effects changed(Model& model, const std::string& path = {});
// The draft is not what it was: what the office said of it no longer holds; review, store.
Effects revised(Model& model);

}  // namespace omnia::app
