// What a laid-out page is made of: shapes in content coordinates (physical pixels), places of the nodes, and hover zones.
#pragma once
#include <imgui.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "wasm-client/faces/imgui/face.hpp"
#include "wasm-client/faces/imgui/theme.hpp"

namespace omnia::faces {

enum class Shape : std::uint8_t { panel, text, line, disc, tick, chevron_down, chevron_up, chevron_right, slope, icon };

struct Box {
  float x = 0, y = 0, w = 0, h = 0;
};

// The colours of a thing; the second pair holds while the pointer is on its owner. 0: not drawn.
struct Ink {
  ImU32 fill = 0, edge = 0;
  ImU32 hover_fill = 0, hover_edge = 0;

  static Ink flat(ImU32 fill) { return {fill, 0, fill, 0}; }
  static Ink framed(ImU32 fill, ImU32 edge) { return {fill, edge, fill, edge}; }
};

constexpr std::size_t kNoClip = static_cast<std::size_t>(-1);

struct Op {
  Shape shape = Shape::panel;
  Box box;
  Ink ink;
  view::NodeId owner = 0;  // whose hover changes the ink
  float radius = 0;
  float thickness = 1;
  ImDrawFlags corners = ImDrawFlags_RoundCornersAll;
  view::Tone tone = view::Tone::neutral;  // icon
  const ImFont* font = nullptr;
  const char* begin = nullptr;
  const char* end = nullptr;
  bool clipped = false;        // text: cut at the box
  std::size_t clip = kNoClip;  // place among Display::clips
};

struct Zone {
  view::NodeId id = 0;
  Box box;
};

struct Display {
  std::vector<Op> ops;
  std::vector<Zone> zones;
  std::vector<Box> clips;   // regions that scroll by themselves
  std::vector<Rect> rects;  // physical pixels until the frame ends
  std::vector<view::NodeId> uncovered;
  std::deque<std::string> words;  // text that is in no node; a deque keeps its place

  struct Mark {
    std::size_t ops = 0, zones = 0, rects = 0, clips = 0;
  };
  [[nodiscard]] Mark mark() const { return {ops.size(), zones.size(), rects.size(), clips.size()}; }
  // Moves what lies between two marks down.
  void shift(const Mark& from, const Mark& to, float dy);
  void clear();
};

struct Camera {
  float scroll = 0;  // physical pixels
  float width = 0, height = 0;
  float pointer_x = -1, pointer_y = -1;  // content coordinates, physical pixels
};

// Draws what the camera sees.
void paint(const Display& display, const Camera& camera, const Palette& palette, ImDrawList& list);

}  // namespace omnia::faces
