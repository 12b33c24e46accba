// The product's colours for the canvas, read from the tokens that both faces share.
#pragma once
#include <imgui.h>

#include "wasm-client/view/node.hpp"

namespace omnia::faces {

struct Palette {
  ImU32 action = 0, action_strong = 0, on_action = 0;
  ImU32 text = 0, text_soft = 0;
  ImU32 ground = 0, ground_soft = 0;
  ImU32 line = 0, line_soft = 0;
  ImU32 error = 0, error_ground = 0, warning = 0, warning_ground = 0;
  ImU32 success = 0, success_ground = 0, info = 0, info_ground = 0;
  ImU32 band = 0, on_band = 0;  // header
  ImU32 focus = 0;              // ring drawn by the mirror
  bool outlined = false;        // high contrast: grounds do not separate things, lines must

  [[nodiscard]] ImU32 tone(view::Tone tone) const;
  [[nodiscard]] ImU32 tone_ground(view::Tone tone) const;
};

// 0 light, 1 dark, 2 high contrast; anything else is light.
const Palette& palette(int theme);

// `over` laid on `under` with the given opacity (0..1).
ImU32 mix(ImU32 under, ImU32 over, float opacity);

}  // namespace omnia::faces
