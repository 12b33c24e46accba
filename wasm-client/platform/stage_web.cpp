#include <emscripten/html5.h>
#include <imgui.h>

#include "wasm-client/platform/stage.hpp"

namespace omnia::platform {

bool Stage::start(const std::string& selector) {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = EM_FALSE;
  attributes.depth = EM_FALSE;
  attributes.stencil = EM_FALSE;
  attributes.antialias = EM_FALSE;  // the shapes bring their own soft edges
  attributes.enableExtensionsByDefault = EM_FALSE;
  context_ = emscripten_webgl_create_context(selector.c_str(), &attributes);
  if (context_ <= 0) return false;
  selector_ = selector;
  emscripten_webgl_make_context_current(context_);
  begin();
  return true;
}

// What was made in a lost context is gone with it.
void Stage::lost() { drawing_ = false; }

void Stage::restored() {
  if (drawing_ || context_ <= 0) return;
  emscripten_webgl_make_context_current(context_);
  begin();
}

void Stage::begin() {
  renderer_.start();
  letters_ = false;
  drawing_ = true;
}

void Stage::frame(faces::ImGuiFace& face, const view::Node& tree) {
  if (!drawing_) return;
  int width = 0;
  int height = 0;
  emscripten_get_canvas_element_size(selector_.c_str(), &width, &height);
  face.set_viewport({static_cast<float>(width), static_cast<float>(height), dpr_});
  ImFontAtlas& atlas = face.atlas();
  if (!letters_ || atlas.TexID == nullptr) renderer_.fonts(atlas);  // new context, or new density and so a new atlas
  letters_ = true;
  renderer_.draw(*face.frame(tree), width, height);  // covers every pixel: nothing to clear
}

}  // namespace omnia::platform
