// Choice of the company of a new domanda.
#pragma once
#include <memory>

#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

// The choice of the company, with one's own positions already listed.
Effects open_company_choice(Model& model);
// A new draft for the position of that registry; forced if the person chose to go on with a benefit "non compatibile".
Effects new_draft(Model& model, std::shared_ptr<const domain::Registry> registro);

}  // namespace omnia::app
