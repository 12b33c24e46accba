// The canvas's fonts at one pixel density, and text measured with them.
#pragma once
#include <imgui.h>

#include <array>
#include <string_view>
#include <vector>

#include "wasm-client/faces/imgui/face.hpp"

namespace omnia::faces {

struct FontSet {
  const ImFont* text = nullptr;
  const ImFont* strong = nullptr;
  std::array<const ImFont*, 4> heading{};  // levels 1..4
  const ImFont* mono = nullptr;            // figures
};

// Height in em of a line of the font (ascent + descent of its hhea table); Titillium Web: 1.521.
float line_em(std::string_view ttf);

// Clears and rebuilds the atlas. The pixel size of a font is trunc(css * line_em * dpr): ImGui truncates it, and the mirror
// derives the CSS size of the focused field from the same rule.
FontSet build_fonts(ImFontAtlas& atlas, const Fonts& fonts, float dpr);

// One line of wrapped text.
struct Line {
  const char* begin = nullptr;
  const char* end = nullptr;
  float width = 0;
};

struct Measure {
  std::vector<Line> lines;
  float width = 0;      // of the widest line
  bool covered = true;  // every code point has a glyph
};

// Wraps at spaces and line breaks; a word wider than `width` is cut after one of its points, dashes or @ (a protocol number, an
// address), and where it must if it has none.
Measure wrap(const ImFont& font, std::string_view text, float width);
float text_width(const ImFont& font, std::string_view text);
// Of the longest word: the least width at which the text wraps well.
float word_width(const ImFont& font, std::string_view text);
// Of the longest part of a word that is never cut while there is room for it.
float part_width(const ImFont& font, std::string_view text);
bool covered(const ImFont& font, std::string_view text);

}  // namespace omnia::faces
