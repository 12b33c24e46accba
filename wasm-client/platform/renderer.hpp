// Puts ImGui's triangles on a WebGL2 context that nobody else uses. It asks the context nothing: every question would wait for
// the graphics process to finish the frame before, which on a software renderer takes longer than the frame itself.
#pragma once
#include <cstdint>

struct ImDrawData;
struct ImFontAtlas;

namespace omnia::platform {

class Renderer {
 public:
  // Makes program, buffers and texture in the current context; what it made in an older context is forgotten, not deleted.
  void start();
  void fonts(ImFontAtlas& atlas);
  void draw(const ImDrawData& data, int width, int height);

 private:
  std::uint32_t vertices_ = 0, indices_ = 0, texture_ = 0;
  std::int32_t size_ = 0;  // uniform: of the canvas
};

}  // namespace omnia::platform
