// The canvas of the page: a WebGL2 context that shows what the ImGui face draws, and survives the loss of it.
#pragma once
#include <string>

#include "wasm-client/faces/imgui/face.hpp"
#include "wasm-client/platform/renderer.hpp"
#include "wasm-client/view/node.hpp"

namespace omnia::platform {

class Stage {
 public:
  // True when WebGL2 is up on the canvas with that selector. The face must exist.
  bool start(const std::string& selector);
  // The page has set the size of the canvas; the face learns it with the next frame.
  void resize(float dpr) { dpr_ = dpr; }
  // Between these two the old objects are gone with their context, and nothing is drawn.
  void lost();
  void restored();
  void frame(faces::ImGuiFace& face, const view::Node& tree);

 private:
  void begin();

  Renderer renderer_;
  std::string selector_;
  long context_ = 0;  // handle of Emscripten
  float dpr_ = 1;
  bool drawing_ = false;
  bool letters_ = false;  // are in the context
};

}  // namespace omnia::platform
