#include <algorithm>
#include <array>

#include "wasm-client/faces/imgui/display.hpp"

namespace omnia::faces {
namespace {

using Hovered = std::vector<view::NodeId>;

struct Brush {
  ImDrawList& list;
  const Palette& palette;
  float scroll;
};

struct Colours {
  ImU32 fill = 0, edge = 0;
};

ImVec2 point(float x, float y) { return {x, y}; }

void panel(const Brush& b, const Op& op, Colours c) {
  const float y = op.box.y - b.scroll;
  const ImVec2 low = point(op.box.x, y);
  const ImVec2 high = point(op.box.x + op.box.w, y + op.box.h);
  if (c.fill != 0) b.list.AddRectFilled(low, high, c.fill, op.radius, op.corners);
  if (c.edge == 0) return;
  const float half = op.thickness / 2;  // the edge lies inside the box, on whole pixels
  b.list.AddRect(point(low.x + half, low.y + half), point(high.x - half, high.y - half), c.edge, std::max(0.0F, op.radius - half),
                 op.corners, op.thickness);
}

void text(const Brush& b, const Op& op, Colours c) {
  const ImVec2 at = point(op.box.x, op.box.y - b.scroll);
  if (!op.clipped) {
    b.list.AddText(op.font, op.font->FontSize, at, c.fill, op.begin, op.end);
    return;
  }
  const ImVec4 clip(at.x, at.y, at.x + op.box.w, at.y + op.box.h);
  b.list.AddText(op.font, op.font->FontSize, at, c.fill, op.begin, op.end, 0, &clip);
}

// Three points in a unit square laid on the op's box, as an open line.
void stroke(const Brush& b, const Op& op, ImU32 colour, const std::array<ImVec2, 3>& unit) {
  std::array<ImVec2, 3> points;
  for (std::size_t i = 0; i < points.size(); ++i) {
    points[i] = point(op.box.x + unit[i].x * op.box.w, op.box.y - b.scroll + unit[i].y * op.box.h);
  }
  b.list.AddPolyline(points.data(), static_cast<int>(points.size()), colour, 0, op.thickness);
}

void exclamation(const Brush& b, ImVec2 centre, float r, ImU32 colour) {
  const float w = std::max(1.0F, r * 0.13F);
  b.list.AddRectFilled(point(centre.x - w, centre.y - r * 0.52F), point(centre.x + w, centre.y + r * 0.12F), colour, w);
  b.list.AddCircleFilled(point(centre.x, centre.y + r * 0.42F), w * 1.25F, colour, 12);
}

void icon(const Brush& b, const Op& op, Colours c) {
  const float r = op.box.h / 2;
  const ImVec2 centre = point(op.box.x + r, op.box.y + r - b.scroll);
  switch (op.tone) {
    case view::Tone::warning:
      b.list.AddTriangleFilled(point(centre.x, centre.y - r), point(centre.x + r, centre.y + r * 0.8F),
                               point(centre.x - r, centre.y + r * 0.8F), c.fill);
      exclamation(b, point(centre.x, centre.y + r * 0.12F), r, c.edge);
      return;
    case view::Tone::success:
      b.list.AddCircleFilled(centre, r, c.fill);
      {
        const std::array<ImVec2, 3> tick = {point(centre.x - r * 0.45F, centre.y),
                                            point(centre.x - r * 0.1F, centre.y + r * 0.36F),
                                            point(centre.x + r * 0.48F, centre.y - r * 0.34F)};
        b.list.AddPolyline(tick.data(), 3, c.edge, 0, std::max(1.5F, r * 0.22F));
      }
      return;
    case view::Tone::error:  // an octagon, so that the shape alone tells it
      b.list.AddNgonFilled(centre, r * 1.04F, c.fill, 8);
      exclamation(b, centre, r, c.edge);
      return;
    case view::Tone::info:
    case view::Tone::neutral:
      b.list.AddCircleFilled(centre, r, c.fill);
      b.list.AddCircleFilled(point(centre.x, centre.y - r * 0.42F), std::max(1.0F, r * 0.16F), c.edge, 12);
      b.list.AddRectFilled(point(centre.x - r * 0.13F, centre.y - r * 0.14F), point(centre.x + r * 0.13F, centre.y + r * 0.52F),
                           c.edge);
      return;
  }
}

void disc(const Brush& b, const Op& op, Colours c) {
  const float r = op.box.h / 2;
  const ImVec2 centre = point(op.box.x + r, op.box.y + r - b.scroll);
  if (c.fill != 0) b.list.AddCircleFilled(centre, r, c.fill);
  if (c.edge != 0) b.list.AddCircle(centre, r - op.thickness / 2, c.edge, 0, op.thickness);
}

void draw(const Brush& b, const Op& op, Colours c) {
  switch (op.shape) {
    case Shape::panel:
      panel(b, op, c);
      return;
    case Shape::text:
      text(b, op, c);
      return;
    case Shape::line:
      b.list.AddRectFilled(point(op.box.x, op.box.y - b.scroll), point(op.box.x + op.box.w, op.box.y + op.box.h - b.scroll),
                           c.fill);
      return;
    case Shape::disc:
      disc(b, op, c);
      return;
    case Shape::tick:
      stroke(b, op, c.fill, {point(0, 0.5F), point(0.37F, 0.86F), point(1, 0.14F)});
      return;
    case Shape::chevron_down:
      stroke(b, op, c.fill, {point(0, 0.2F), point(0.5F, 0.75F), point(1, 0.2F)});
      return;
    case Shape::chevron_up:
      stroke(b, op, c.fill, {point(0, 0.8F), point(0.5F, 0.25F), point(1, 0.8F)});
      return;
    case Shape::slope:  // from the box's left side at `y` to its right side at `y + h`; h may be negative
      b.list.AddLine(point(op.box.x, op.box.y - b.scroll), point(op.box.x + op.box.w, op.box.y + op.box.h - b.scroll), c.fill,
                     op.thickness);
      return;
    case Shape::chevron_right:
      stroke(b, op, c.fill, {point(0.25F, 0), point(0.75F, 0.5F), point(0.25F, 1)});
      return;
    case Shape::icon:
      icon(b, op, c);
      return;
  }
}

bool inside(const Box& box, float x, float y) { return x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h; }

bool seen(const Op& op, const Camera& camera) {
  const float slack = op.shape == Shape::text && !op.clipped ? op.font->FontSize : 0;
  const float low = std::min(op.box.y, op.box.y + op.box.h);
  const float high = std::max(op.box.y, op.box.y + op.box.h);
  return high + slack >= camera.scroll && low <= camera.scroll + camera.height;
}

}  // namespace

void Display::shift(const Mark& from, const Mark& to, float dy) {
  if (dy == 0) return;
  for (std::size_t i = from.ops; i < to.ops; ++i) ops[i].box.y += dy;
  for (std::size_t i = from.zones; i < to.zones; ++i) zones[i].box.y += dy;
  for (std::size_t i = from.rects; i < to.rects; ++i) rects[i].y += dy;
  for (std::size_t i = from.clips; i < to.clips; ++i) clips[i].y += dy;
}

void Display::clear() {
  ops.clear();
  zones.clear();
  clips.clear();
  rects.clear();
  uncovered.clear();
  words.clear();
}

void paint(const Display& display, const Camera& camera, const Palette& palette, ImDrawList& list) {
  Hovered hovered;
  for (const Zone& zone : display.zones) {
    if (inside(zone.box, camera.pointer_x, camera.pointer_y)) hovered.push_back(zone.id);
  }
  const Brush brush{list, palette, camera.scroll};
  std::size_t clip = kNoClip;
  for (const Op& op : display.ops) {
    if (!seen(op, camera)) continue;
    if (op.clip != clip) {
      if (clip != kNoClip) list.PopClipRect();
      clip = op.clip;
      if (clip != kNoClip) {
        const Box& box = display.clips[clip];
        list.PushClipRect(point(box.x, box.y - camera.scroll), point(box.x + box.w, box.y + box.h - camera.scroll), true);
      }
    }
    const bool hover = op.owner != 0 && std::find(hovered.begin(), hovered.end(), op.owner) != hovered.end();
    draw(brush, op, hover ? Colours{op.ink.hover_fill, op.ink.hover_edge} : Colours{op.ink.fill, op.ink.edge});
  }
  if (clip != kNoClip) list.PopClipRect();
}

}  // namespace omnia::faces
