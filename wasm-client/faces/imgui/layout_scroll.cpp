// A table of many rows: it scrolls in a region of its own, and only the rows about the visible ones are in the tree. Rows have
// one height and columns a fixed width, so that nothing moves but what is scrolled. Rectangles inside the region are given as
// they stand in its scrolled content: the page places its elements there and they scroll with it.
#include <algorithm>

#include "wasm-client/faces/imgui/layout.hpp"

namespace omnia::faces {

using view::Kind;
using view::Node;

namespace {

constexpr float kSide = 8;        // padding of a cell, CSS px
constexpr float kRow = 44;        // height of a row; as .scorre in html.css
constexpr float kScrollBar = 16;  // room for the page's own

}  // namespace

Layout::Grid Layout::fixed_grid(const Node& node, Space space) const {
  Grid g;
  g.side = px(kSide);
  if (node.children.empty()) return g;
  const float digit = text_width(*f_.text, "0");
  float all = 0;
  for (const Node& header : node.children.front().children) {
    g.w.push_back(digit * std::max(1.0F, column_weight(header)));
    g.numeric.push_back(header.numeric);
    all += g.w.back();
  }
  float x = space.x;
  for (float& w : g.w) {
    w = std::floor(w * (space.w - px(kScrollBar)) / std::max(1.0F, all));
    g.x.push_back(x);
    x += w;
  }
  return g;
}

// The page shows the same widths as shares of the whole.
float Layout::column_weight(const Node& header) const {
  if (frame_.unfolded != nullptr) {
    const auto resized = frame_.unfolded->columns.find(header.id);
    if (resized != frame_.unfolded->columns.end() && resized->second > 0) return resized->second;
  }
  return static_cast<float>(header.max);
}

Placed Layout::scrolling_table(const Node& node, Space space) {
  const float top = space.y + caption(node, space);
  const Grid columns = fixed_grid(node, space);
  const float row_h = px(kRow);
  const auto total = static_cast<float>(std::max<std::int64_t>(node.max, 0));
  const float shown = std::min(total, static_cast<float>(node.limit));
  const std::size_t clip = d_.clips.size();
  d_.clips.push_back({space.x, top, space.w, 0});
  panel({space.x, top, space.w, 0}, Ink::flat(p_.ground), 4);
  const std::size_t ground = d_.ops.size() - 1;

  const Display::Mark start = d_.mark();
  const float head_h = node.children.empty() ? 0 : table_row(node.children.front(), columns, space.at(top), true, false);
  for (std::size_t i = 0; i + 1 < columns.x.size(); ++i) {  // what resizes a column; the line shows it
    const float x = columns.x[i] + columns.w[i];
    op(Shape::line, {x - px(1), top + px(10), px(1), head_h - px(20)}, Ink::flat(p_.line_soft));
    rect(node.children.front().children[i].id + 2, {x - px(6), top, px(12), head_h});
  }
  const Display::Mark below_head = d_.mark();
  const float inside = shown * row_h;
  const auto found = frame_.unfolded == nullptr ? 0.0F : [&] {
    const auto place = frame_.unfolded->scroll.find(node.id);
    return place == frame_.unfolded->scroll.end() ? 0.0F : place->second;
  }();
  const float scroll = std::clamp(std::round(found * frame_.dpr), 0.0F, std::max(0.0F, (total - shown) * row_h));
  d_.clips[clip] = {space.x, top + head_h, space.w, inside};
  clip_ = clip;
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    const std::int64_t number = node.now + static_cast<std::int64_t>(i) - 1;
    const float y = top + head_h + static_cast<float>(number) * row_h - scroll;
    fixed_row(node.children[i], columns, space.at(y), number % 2 == 1);
  }
  clip_ = kNoClip;
  const auto in_sight = [&](const Zone& z) { return z.box.y + z.box.h > top + head_h && z.box.y < top + head_h + inside; };
  const auto first = d_.zones.begin() + static_cast<std::ptrdiff_t>(below_head.zones);
  d_.zones.erase(std::remove_if(first, d_.zones.end(), [&](const Zone& z) { return !in_sight(z); }), d_.zones.end());
  for (std::size_t i = start.rects; i < d_.rects.size(); ++i) d_.rects[i].y += scroll;

  const float h = head_h + inside;
  d_.ops[ground].box.h = h;
  panel({space.x, top, space.w, h}, Ink::framed(0, p_.outlined ? p_.line : p_.line_soft), 4);
  rect(node.id, {space.x, top, space.w, h});
  rect(node.id + 3, {space.x, top, 1, head_h + total * row_h});  // what gives the region its length
  return {top + h + help_below(node, space.at(top + h)) - space.y};
}

void Layout::fixed_row(const Node& row, const Grid& columns, Space space, bool odd) {
  const float h = px(kRow);
  const ImU32 zebra = odd ? mix(p_.ground, p_.ground_soft, 0.7F) : p_.ground;
  const ImU32 fill = row.checked ? p_.info_ground : zebra;
  op(Shape::panel, {space.x, space.y, space.w, h}, {fill, 0, mix(fill, p_.info_ground, 0.75F), 0}, row.id);
  zone(row.id, {space.x, space.y, space.w, h});
  for (std::size_t i = 0; i < row.children.size() && i < columns.x.size(); ++i) {
    fixed_cell(row.children[i], {columns.x[i], space.y, columns.w[i], h}, columns.numeric[i]);
  }
  op(Shape::line, {space.x, space.y + h - px(1), space.w, px(1)}, Ink::flat(p_.line_soft));
  if (row.checked) op(Shape::line, {space.x, space.y, px(4), h - px(1)}, Ink::flat(p_.action));
}

// One line of words or of controls, cut at the end of the column.
void Layout::fixed_cell(const Node& cell, const Box& box, bool numeric) {
  const float side = px(kSide);
  const Box inner{box.x + side, box.y, std::max(1.0F, box.w - side * 2), box.h};
  if (cell.children.empty()) {
    write_line(cell.id, cell.label, inner, {&cell_font(cell), Ink::flat(p_.text), 0, numeric ? 1.0F : 0.0F});
    rect(cell.id, box);
    return;
  }
  const Display::Mark before = d_.mark();
  constexpr float kEndless = 4000;
  const Placed placed = row(pointers(cell.children), {inner.x, inner.y, px(kEndless), Setting::cell});
  d_.shift(before, d_.mark(), std::round((box.h - placed.h) / 2));
  const float right = inner.x + inner.w;
  for (std::size_t i = before.ops; i < d_.ops.size(); ++i) {
    Op& drawn = d_.ops[i];
    if (drawn.box.x + drawn.box.w <= right) continue;
    drawn.box.w = std::max(0.0F, right - drawn.box.x);
    drawn.clipped = drawn.shape == Shape::text;
  }
  for (std::size_t i = before.rects; i < d_.rects.size(); ++i) {
    d_.rects[i].w = std::clamp(d_.rects[i].w, 1.0F, std::max(1.0F, right - d_.rects[i].x));
  }
}

}  // namespace omnia::faces
