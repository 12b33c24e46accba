// The person at the desk: start, login, logout.
#pragma once
#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

Effects start(Model& model, const Start& start);
Effects connectivity(Model& model, bool online);
// Is the office there, and who is at work?
Effects ask_session(Model& model);
// The screen a role begins with, and what it needs from the office.
Effects go_home(Model& model);
// The answer 401 anywhere: back to the identities, the drafts stay.
Effects session_lost(Model& model);
// May this role file domande?
bool can_file(const Model& model);

}  // namespace omnia::app
