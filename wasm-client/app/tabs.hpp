// One draft in several tabs: one writes, the others read and may take it over.
#pragma once
#include <string>

#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

// The draft is this tab's: it goes on from what is stored, which another tab may have written.
Effects draft_taken(Model& model, const DraftTaken& event);
Effects draft_read_only(Model& model, const std::string& id, Lettura why);
Effects drafts_changed(Model& model);

}  // namespace omnia::app
