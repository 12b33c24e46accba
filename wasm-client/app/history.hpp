// Undo and redo over the whole draft: what was done is told in words, what is kept is bounded.
#pragma once
#include <string>

#include "wasm-client/app/model.hpp"

namespace omnia::app {

// Steps kept, and workers in their lists taken together: the oldest steps go first.
inline constexpr std::size_t kMostSteps = 100;
inline constexpr std::size_t kMostWorkersKept = 50'000;

// The draft as it is now is what the first step goes back to.
void begin_history(Scrivania& desk);
// After a change of the draft; `path` when it came from that field. Keys typed into one field are one step.
void record_step(Scrivania& desk, const std::string& path);
// The field was left: the next keys, also in the same field, are another step.
void close_step(Scrivania& desk);

// Between the two, whatever changes is one step: a block pasted into a grid.
void begin_block(Model& model);
void end_block(Model& model);

// What changed between two drafts, in words: "aggiunti 20 lavoratori", "modifica di «PEC»".
std::string describe_change(const domain::Draft& before, const domain::Draft& after, const std::string& path);

}  // namespace omnia::app
