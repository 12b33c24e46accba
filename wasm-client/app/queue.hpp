// The queue: a finished domanda waits for the network and goes out once only, after the office's facts have been asked for again;
// when they changed the person looks first.
#pragma once
#include <string>
#include <vector>

#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"
#include "wasm-client/app/registry_changes.hpp"

namespace omnia::app {

// The draft on the desk is ready to go: it waits, or goes at once where there is network.
Effects enqueue_desk(Model& model);
// Everything of this person that waits goes its way. Called when the network or the session is back.
Effects run_queue(Model& model);
// The office did not answer: the draft waits, and another attempt comes later by itself.
Effects wait_for_network(Model& model, const std::string& id);
// A sending that the network cut: it goes again by itself, with the same key.
Effects queue_after_failure(Model& model, const std::string& id);
// The office said no: its words and alerts come back to the draft.
Effects refuse(Model& model, const std::string& id, const std::string& words, std::vector<OfficeAlert> alerts);
Effects elapsed(Model& model, const Elapsed& event);

std::int64_t queued(const Model& model);
// What changed since «Invia» was pressed, for the draft on the desk.
std::vector<Cambiamento> changes_seen(const Model& model, const Bozza& bozza);

}  // namespace omnia::app
