// Charts from the shapes that both faces share, and disclosures.
#include <algorithm>

#include "wasm-client/faces/imgui/layout.hpp"

namespace omnia::faces {

using view::ChartShape;
using view::Node;

Ink Layout::chart_ink(std::string_view name) const {
  if (name == "series0") return Ink::flat(p_.action);
  if (name == "series1") return Ink::framed(p_.ground_soft, p_.line);
  if (name == "series2" || name == "warning") return Ink::flat(p_.warning);
  if (name == "series3" || name == "success") return Ink::flat(p_.success);
  if (name == "info") return Ink::flat(p_.info);
  if (name == "error" || name == "limit") return Ink::flat(p_.error);
  if (name == "track") return p_.outlined ? Ink::framed(p_.ground, p_.line) : Ink::flat(p_.ground_soft);
  if (name == "axis") return Ink::flat(p_.line);
  if (name == "soft") return Ink::flat(p_.text_soft);
  return Ink::flat(p_.text);  // text, today
}

Placed Layout::chart(const Node& node, Space space) {
  const bool narrow = space.setting == Setting::aside;
  space.w = std::min(space.w, px(760));
  float y = space.y + title(node, space, {narrow ? f_.strong : f_.heading[2], Ink::flat(p_.text)},
                            {f_.text, Ink::flat(p_.text_soft)}, px(6));
  if (!node.chart.empty()) {
    const view::ChartPicture drawn = view::picture(node.chart.front());
    const Box area{space.x, y, space.w, px(static_cast<float>(drawn.height))};
    for (const ChartShape& shape : drawn.shapes) chart_shape(node, shape, area);
    rect(node.id, area);
    y += area.h + px(8);
  }
  y += stack(node.children, space.at(y));
  return {y - space.y};
}

void Layout::chart_shape(const Node& node, const ChartShape& shape, const Box& area) {
  if (shape.what == ChartShape::What::text) return chart_text(node, shape, area);
  const auto across = [&](std::int64_t x) {
    return std::round(area.x + static_cast<float>(x) * area.w / static_cast<float>(view::kAcross)) +
           px(static_cast<float>(shape.indent));
  };
  const auto down = [&](int y) { return area.y + px(static_cast<float>(y)); };
  const Ink ink = chart_ink(shape.ink);
  const float x = across(shape.x), y = down(shape.y), w = across(shape.x2) - x, h = down(shape.y2) - y;
  const float thick = std::max(1.0F, px(shape.strong ? 2 : 1));
  switch (shape.what) {
    case ChartShape::What::box:
      op(Shape::panel, {x, y, std::max(w, thick), h}, ink).radius = px(2);
      return;
    case ChartShape::What::line:
      if (w == 0) {
        op(Shape::line, {x - std::floor(thick / 2), y, thick, h}, Ink::flat(ink.fill));
      } else if (h == 0) {
        op(Shape::line, {x, y - std::floor(thick / 2), w, thick}, Ink::flat(ink.fill));
      } else {
        op(Shape::slope, {x, y, w, h}, Ink::flat(ink.edge != 0 ? ink.edge : ink.fill)).thickness = thick;
      }
      return;
    case ChartShape::What::dot:
      op(Shape::disc, {x - px(4), y - px(4), px(8), px(8)}, ink);
      return;
    case ChartShape::What::text:
      return;
  }
}

void Layout::chart_text(const Node& node, const ChartShape& shape, const Box& area) {
  if (shape.fine && area.w < px(view::kChartNarrow)) return;
  const ImFont& font = shape.strong ? *f_.strong : *f_.text;
  // The shape lives only for this frame's layout; its words must last until the frame is drawn.
  const std::string& kept = d_.words.emplace_back(shape.text);
  const float wide = std::min(text_width(font, kept) + 1, area.w);
  const float at = area.x + static_cast<float>(shape.x) * area.w / static_cast<float>(view::kAcross);
  const float left = at + px(static_cast<float>(shape.indent)) - wide * static_cast<float>(shape.align) / 2;
  const float x = std::clamp(std::round(left), area.x, std::max(area.x, area.x + area.w - wide));
  write_line(node.id, kept, {x, area.y + px(static_cast<float>(shape.y)), wide, line(font)},
             {&font, Ink::flat(chart_ink(shape.ink).fill)});
}

bool Layout::is_open(const Node& disclosure) const {
  if (frame_.unfolded == nullptr) return disclosure.checked;
  const auto found = frame_.unfolded->open.find(disclosure.id);
  return found == frame_.unfolded->open.end() ? disclosure.checked : found->second;
}

Placed Layout::disclosure(const Node& node, Space space) {
  const bool open = is_open(node);
  const float h = px(44), size = px(12);
  const float indent = size + px(8);
  const float w = std::min(space.w, indent + std::ceil(text_width(*f_.text, node.label)) + 1);
  const Ink ink{p_.action, 0, p_.action_strong, 0};
  op(open ? Shape::chevron_down : Shape::chevron_right, {space.x, space.y + std::round((h - size) / 2), size, size}, ink, node.id)
      .thickness = std::max(2.0F, px(2));
  const float text_y = space.y + std::round((h - line(*f_.text)) / 2);
  write(node.id, node.label, {space.x + indent, text_y, w - indent, space.setting}, {f_.text, ink, node.id, 0, true});
  const Box box{space.x, space.y, w, h};
  zone(node.id, box);
  rect(node.id, box);
  return {open ? h + px(4) + stack(node.children, space.at(space.y + h + px(4))) : h};
}

}  // namespace omnia::faces
