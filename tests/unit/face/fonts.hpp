// The fonts of the canvas for the tests: those that ship when the npm packages are there, else DejaVu.
#pragma once
#include "wasm-client/faces/imgui/face.hpp"

namespace omnia::test {

const faces::Fonts& fonts();

}  // namespace omnia::test
