// Drafts under a passphrase, and the shared computer that keeps nothing. The page does the cryptography: here are the words, the
// choices and the moment when what was typed is forgotten.
#pragma once
#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

inline constexpr std::size_t kShortestPassphrase = 12;  // characters

Effects lock_state(Model& model, const LockState& event);
// The drafts are closed and the screen that asked for them must ask for the passphrase instead.
bool closed(const Model& model);

}  // namespace omnia::app
