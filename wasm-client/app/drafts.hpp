// Drafts of this browser: their stored text, the list, resume, delete and put back; registries kept for work without network.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

// {"tipo":"bozza","bozza":{…wire…},"meta":{…}}
std::string write_bozza(const Bozza& bozza);
std::optional<Bozza> read_bozza(std::string_view text);

Effects drafts_loaded(Model& model, const DraftsLoaded& event);
Effects draft_stored(Model& model, const DraftStored& event);

// Puts the draft first in the list, replacing the one with its id.
void keep(Model& model, const Bozza& bozza);
// Takes the draft away, and the registry that no other draft needs.
Effects discard(Model& model, const std::string& id);
// Keeps the registry's JSON for work without network.
Effects keep_registry(Model& model, const std::string& matricola, const std::string& json);
// The registry kept for a matricola; nullptr when there is none or it does not parse.
std::shared_ptr<const domain::Registry> kept_registry(const Model& model, const std::string& matricola);
Http ask_registry(const std::string& matricola);

}  // namespace omnia::app
