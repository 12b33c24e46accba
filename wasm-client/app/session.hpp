// The person at the desk: start, login, logout.
#pragma once
#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

Effects start(Model& model, const Start& start);
Effects connectivity(Model& model, bool online);
Effects new_day(Model& model, const NewDay& event);
// Is the office there, and who is at work?
Effects ask_session(Model& model);
// The screen a role begins with, and what it needs from the office.
Effects go_home(Model& model);
// The answer 401 anywhere: back to the identities, the drafts stay.
Effects session_lost(Model& model);
// An answer of the office with a living session: the person is in.
Effects session_opened(Model& model, const HttpAnswer& answer);
// The office answered: the session lives on, its idle end moves.
Effects session_used(const Model& model);
// At the login: when the session ends whatever is done.
Effects session_ends(std::int64_t secondi);
// The time of one of those has passed: a warning, or a question to the office.
Effects session_time(Model& model, const Elapsed& event);
// May this role file domande?
bool can_file(const Model& model);

}  // namespace omnia::app
