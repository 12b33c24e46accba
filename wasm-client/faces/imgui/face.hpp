// The ImGui face: a view tree in; pixels and rectangles out. Knows no browser and takes no input but the pointer's place:
// focus, editing, clicks and scrolling belong to the real elements of the mirror. Runs headless in the native tests.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "wasm-client/view/node.hpp"

struct ImDrawData;
struct ImFontAtlas;

namespace omnia::faces {

// Physical pixels.
struct Viewport {
  float width = 1440;
  float height = 900;
  float dpr = 1;
};

// Place of a node in CSS pixels, in content coordinates (they do not change while the page scrolls).
struct Rect {
  view::NodeId id = 0;
  float x = 0, y = 0, w = 0, h = 0;
};

struct Fonts {  // TTF bytes: Titillium Web regular and semibold with latin-ext; Roboto Mono for figures, empty until it comes
  std::string regular, bold, mono;
};

class ImGuiFace {
 public:
  explicit ImGuiFace(Fonts fonts);
  ~ImGuiFace();
  ImGuiFace(const ImGuiFace&) = delete;
  ImGuiFace& operator=(const ImGuiFace&) = delete;

  void set_viewport(Viewport viewport);        // rebuilds the font atlas when dpr changed
  void set_scroll(float css_px);               // of the page
  void set_pointer(float css_x, float css_y);  // hover only
  void set_focus(view::NodeId id);             // 0: none; the focused text field's text is not drawn
  // What the page keeps for the canvas: how far a table has scrolled in its own region, whether a disclosure is open, how wide
  // a column was made.
  void set_region_scroll(view::NodeId id, float css_px);
  void set_open(view::NodeId id, bool open);
  void set_column(view::NodeId header, float characters);
  void set_figures(std::string ttf);  // the font of figures, when it comes after the first screen; rebuilds the atlas
  void set_theme(int theme);          // 0 light, 1 dark, 2 high contrast

  // Lays out and draws one frame. Returns the draw data (valid until the next call).
  ImDrawData* frame(const view::Node& tree);
  // The letters that the triangles show; without texture after the density has changed.
  ImFontAtlas& atlas();
  [[nodiscard]] const std::vector<Rect>& rects() const { return rects_; }
  [[nodiscard]] float content_height() const;      // CSS pixels
  [[nodiscard]] bool wants_another_frame() const;  // the frame itself changed something
  // The node whose text holds code points outside the atlas: the mirror shows those itself.
  [[nodiscard]] const std::vector<view::NodeId>& uncovered() const { return uncovered_; }

 private:
  struct Impl;
  Impl* impl_;
  std::vector<Rect> rects_;
  std::vector<view::NodeId> uncovered_;
};

}  // namespace omnia::faces
