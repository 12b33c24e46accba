// Does the request fit, and what is it worth: kept beside the draft, worked out again only when it may have changed.
#pragma once
#include <optional>

#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

// The room of the unit with this request, after a review.
void refresh_capacity(Scrivania& desk, domain::Date oggi);
// nullopt while the plan has nothing to estimate.
std::optional<rules::outlook::Preventivo> estimate_of(const Scrivania& desk, domain::Date oggi);

}  // namespace omnia::app
