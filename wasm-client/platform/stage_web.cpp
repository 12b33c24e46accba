#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include "wasm-client/platform/stage.hpp"

namespace omnia::platform {
namespace {

void renderer_up() {
  ImGui_ImplOpenGL3_Init("#version 300 es");
  ImGui::GetIO().Fonts->SetTexID(nullptr);  // to be uploaded
}

}  // namespace

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
  renderer_up();
  drawing_ = true;
  return true;
}

// While the context is lost WebGL ignores every call, so that shutting the renderer down forgets its objects without deleting
// what a restored context does not know.
void Stage::lost() {
  if (!drawing_) return;
  drawing_ = false;
  ImGui_ImplOpenGL3_Shutdown();
}

void Stage::restored() {
  if (drawing_ || context_ <= 0) return;
  emscripten_webgl_make_context_current(context_);
  renderer_up();
  drawing_ = true;
}

void Stage::frame(faces::ImGuiFace& face, const view::Node& tree) {
  if (!drawing_) return;
  int width = 0;
  int height = 0;
  emscripten_get_canvas_element_size(selector_.c_str(), &width, &height);
  face.set_viewport({static_cast<float>(width), static_cast<float>(height), dpr_});
  ImGui_ImplOpenGL3_NewFrame();
  if (ImGui::GetIO().Fonts->TexID == nullptr) {  // new density, new atlas
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
  }
  ImDrawData* data = face.frame(tree);  // covers every pixel: nothing to clear
  glViewport(0, 0, width, height);
  ImGui_ImplOpenGL3_RenderDrawData(data);
}

}  // namespace omnia::platform
