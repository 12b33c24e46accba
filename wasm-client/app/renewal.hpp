// A new draft from a domanda that was filed: its extension, or another one like it, with only what changes left to fill.
#pragma once
#include <memory>
#include <string>

#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

// The draft as it starts: declarations, dates, hours, ticket and documents are of each domanda and are not copied.
domain::Draft renewed(const domain::Draft& filed, const std::string& protocollo, bool proroga, domain::Date oggi);

}  // namespace omnia::app
