// Drafts of this browser: their stored text, the list, resume, delete and put back; registries kept for work without network.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/rules/deadlines/deadlines.hpp"
#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

// A draft of 10,000 workers takes 1.6 MB.
inline constexpr std::int64_t kLargestDraftFile = std::int64_t{8} << 20U;

// {"tipo":"bozza","bozza":{…wire…},"meta":{…}}
std::string write_bozza(const Bozza& bozza);
// Text to be stored of a draft in the list; empty when it is no longer there.
std::string draft_text(const Model& model, const std::string& id);
std::optional<Bozza> read_bozza(std::string_view text);

Effects drafts_loaded(Model& model, const DraftsLoaded& event);
Effects draft_stored(Model& model, const DraftStored& event);

// What the person calls it: the name given to it, else the company's.
std::string draft_name(const Bozza& bozza);
bool own_draft(const Model& model, const Bozza& bozza);
const Bozza* find_draft(const Model& model, const std::string& id);
// Drafts of the person at work that match what was searched for, in the order asked for.
std::vector<const Bozza*> listed_drafts(const Model& model);
std::int64_t own_drafts(const Model& model);
// The term for filing what the draft says so far.
std::optional<rules::deadlines::Scadenza> term_of(const domain::Draft& draft, domain::Date oggi);

// Puts the draft first in the list, replacing the one with its id.
void keep(Model& model, const Bozza& bozza);
// Takes the draft away, and registries that are old and that no draft needs.
Effects discard(Model& model, const std::string& id);
// Keeps the registry's JSON for work without network.
Effects keep_registry(Model& model, const std::string& matricola, const std::string& json, const std::string& ora);
// The registry kept for a matricola; nullptr when there is none or it does not parse.
std::shared_ptr<const domain::Registry> kept_registry(const Model& model, const std::string& matricola);
Http ask_registry(const std::string& matricola);

}  // namespace omnia::app
