// The office at work on one domanda: istruttoria, requests, acts.
#pragma once
#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

// Operators and directors.
bool of_the_office(const Model& model);
// The act decides on the domanda: others may change it.
bool decides(const Atto& atto);
// Asks for the desk of the domanda that is being opened.
Effects load_istruttoria(Model& model, const std::string& id);

}  // namespace omnia::app
