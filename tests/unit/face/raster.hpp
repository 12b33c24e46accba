// Draws ImDrawData without a graphics card, so that a test can see the pixels and a person the picture.
#pragma once
#include <imgui.h>

#include <cstdint>
#include <string>
#include <vector>

namespace omnia::test {

struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;

  [[nodiscard]] std::uint32_t at(int x, int y) const;  // 0xRRGGBB
  // Pixels of the box that are not its top left pixel's colour.
  [[nodiscard]] int ink(int x, int y, int w, int h) const;
  void save_png(const std::string& path) const;
};

Picture rasterise(const ImDrawData& data, ImFontAtlas& atlas);

}  // namespace omnia::test
