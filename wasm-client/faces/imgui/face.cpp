#include "wasm-client/faces/imgui/face.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <utility>

#include "wasm-client/faces/imgui/layout.hpp"

namespace omnia::faces {
namespace {

// Pixels by which a curve and a circle may differ from the true ones: ImGui's own defaults.
constexpr float kCurveTolerance = 1.25F;
constexpr float kCircleError = 0.30F;

}  // namespace

struct ImGuiFace::Impl {
  Fonts files;
  FontSet fonts;
  Viewport viewport{0, 0, 0};
  float scroll = 0;                      // CSS px
  float pointer_x = -1, pointer_y = -1;  // CSS px, of the viewport
  view::NodeId focus = 0;
  int theme = 0;
  Unfolded unfolded;
  Display display;
  float content = 0;  // physical pixels
  bool dialog_open = false;
  float dialog_y = 0;
  // ImGui's fonts and lists of triangles, without its windows and widgets: those are ours, and what is not named is not
  // downloaded.
  ImFontAtlas atlas;
  ImDrawListSharedData shared;
  ImDrawList list{&shared};
  ImDrawData data;

  void begin_list(const Palette& colours);
  void end_list();
};

// What ImGui's own frame gives its lists.
void ImGuiFace::Impl::begin_list(const Palette& colours) {
  const ImVec2 size{viewport.width, viewport.height};
  shared.TexUvWhitePixel = atlas.TexUvWhitePixel;
  shared.TexUvLines = atlas.TexUvLines;
  shared.ClipRectFullscreen = {0, 0, size.x, size.y};
  shared.InitialFlags =
      ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedLinesUseTex | ImDrawListFlags_AntiAliasedFill;
  list._ResetForNewFrame();
  list.PushTextureID(atlas.TexID);
  list.PushClipRectFullScreen();
  list.AddRectFilled({0, 0}, size, colours.ground);
}

void ImGuiFace::Impl::end_list() {
  data.Clear();
  data.Valid = true;
  data.DisplaySize = {viewport.width, viewport.height};
  data.FramebufferScale = {1, 1};
  data.AddDrawList(&list);
}

ImGuiFace::ImGuiFace(Fonts fonts) : impl_(new Impl) {
  impl_->files = std::move(fonts);
  impl_->atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
  impl_->shared.CurveTessellationTol = kCurveTolerance;
  impl_->shared.SetCircleTessellationMaxError(kCircleError);
  set_viewport({});
}

ImGuiFace::~ImGuiFace() { delete impl_; }

ImFontAtlas& ImGuiFace::atlas() { return impl_->atlas; }

void ImGuiFace::set_viewport(Viewport viewport) {
  viewport.width = std::max(1.0F, viewport.width);
  viewport.height = std::max(1.0F, viewport.height);
  viewport.dpr = std::clamp(viewport.dpr, 0.5F, 4.0F);
  if (viewport.dpr != impl_->viewport.dpr) {
    impl_->fonts = build_fonts(impl_->atlas, impl_->files, viewport.dpr);
  }
  impl_->viewport = viewport;
}

void ImGuiFace::set_scroll(float css_px) { impl_->scroll = std::max(0.0F, css_px); }

void ImGuiFace::set_pointer(float css_x, float css_y) {
  impl_->pointer_x = css_x;
  impl_->pointer_y = css_y;
}

void ImGuiFace::set_focus(view::NodeId id) { impl_->focus = id; }

void ImGuiFace::set_region_scroll(view::NodeId id, float css_px) { impl_->unfolded.scroll[id] = std::max(0.0F, css_px); }

void ImGuiFace::set_open(view::NodeId id, bool open) { impl_->unfolded.open[id] = open; }

void ImGuiFace::set_column(view::NodeId header, float characters) { impl_->unfolded.columns[header] = characters; }

void ImGuiFace::set_figures(std::string ttf) {
  impl_->files.mono = std::move(ttf);
  impl_->fonts = build_fonts(impl_->atlas, impl_->files, impl_->viewport.dpr);
}

void ImGuiFace::set_theme(int theme) { impl_->theme = theme; }

ImDrawData* ImGuiFace::frame(const view::Node& tree) {
  Impl& i = *impl_;
  const Palette& colours = palette(i.theme);
  const float dpr = i.viewport.dpr;
  i.display.clear();
  Layout layout(i.display, i.fonts, colours,
                {dpr, i.viewport.width, i.viewport.height, std::round(i.dialog_y * dpr), i.focus, &i.unfolded});
  i.content = layout.page(tree);
  if (layout.has_dialog() && !i.dialog_open &&
      i.dialog_y != i.scroll) {  // it stands where the person is looking, and stays there
    i.dialog_y = i.scroll;
    i.display.clear();
    Layout again(i.display, i.fonts, colours,
                 {dpr, i.viewport.width, i.viewport.height, std::round(i.dialog_y * dpr), i.focus, &i.unfolded});
    i.content = again.page(tree);
  }
  i.dialog_open = layout.has_dialog();

  const float scroll = std::round(i.scroll * dpr);
  const bool pointed = i.pointer_x >= 0 && i.pointer_y >= 0;
  const Camera camera{scroll, i.viewport.width, i.viewport.height, pointed ? i.pointer_x * dpr : -1,
                      pointed ? i.pointer_y * dpr + scroll : -1};
  i.begin_list(colours);
  paint(i.display, camera, colours, i.list);
  i.end_list();

  rects_ = i.display.rects;
  for (Rect& r : rects_) {
    r.x /= dpr;
    r.y /= dpr;
    r.w /= dpr;
    r.h /= dpr;
  }
  uncovered_ = i.display.uncovered;
  std::sort(uncovered_.begin(), uncovered_.end());
  uncovered_.erase(std::unique(uncovered_.begin(), uncovered_.end()), uncovered_.end());
  return &i.data;
}

float ImGuiFace::content_height() const { return impl_->content / impl_->viewport.dpr; }

bool ImGuiFace::wants_another_frame() const { return false; }  // layout and paint are one pass: a frame is final

}  // namespace omnia::faces
