// Domande that the office holds: the list of one's own or of the Sede, and one of them in full.
#pragma once
#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

// Asks for the present page of the list with its filters.
Effects load_domande(Model& model);
// Somebody else changed this domanda; empty: any.
Effects domanda_changed(Model& model, const std::string& id);

}  // namespace omnia::app
