// update(Model&, Event) -> Effects: the only way the client's state changes.
#pragma once
#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"
#include "wasm-client/view/node.hpp"

namespace omnia::app {

Effects update(Model& model, const Event& event);

// The present screen as a tree (screens/).
view::Node render(const Model& model);

}  // namespace omnia::app
