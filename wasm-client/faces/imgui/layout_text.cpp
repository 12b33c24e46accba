#include <algorithm>

#include "wasm-client/faces/imgui/layout.hpp"

namespace omnia::faces {

using view::Node;
using view::NodeId;
using view::Tone;

Op& Layout::op(Shape shape, const Box& box, Ink ink, NodeId owner) {
  Op& made = d_.ops.emplace_back();
  made.shape = shape;
  made.box = box;
  made.ink = ink;
  made.owner = owner;
  made.clip = clip_;
  made.thickness = std::max(1.0F, px(1));
  return made;
}

Op& Layout::panel(const Box& box, Ink ink, float radius_css, NodeId owner) {
  Op& made = op(Shape::panel, box, ink, owner);
  made.radius = px(radius_css);
  return made;
}

std::size_t Layout::rect(NodeId id, const Box& box) {
  d_.rects.push_back({id, box.x, box.y, box.w, box.h});
  return d_.rects.size() - 1;
}

// Text with a code point outside the atlas keeps its place empty: the mirror shows it.
float Layout::write(NodeId part, std::string_view text, Space space, const Words& words) {
  const Measure m = wrap(*words.font, text, space.w);
  const float step = line(*words.font);
  if (!m.covered) {
    d_.uncovered.push_back(part);
    return step * static_cast<float>(m.lines.size());
  }
  float y = space.y;
  for (const Line& l : m.lines) {
    const float x = space.x + std::round((space.w - l.width) * words.align);
    Op& made = op(Shape::text, {x, y, l.width, step}, words.ink, words.owner);
    made.font = words.font;
    made.begin = l.begin;
    made.end = l.end;
    if (words.underlined)
      op(Shape::line, {x, y + std::round(step * 0.86F), l.width, std::max(1.0F, px(1))}, words.ink, words.owner);
    y += step;
  }
  return y - space.y;
}

// One line in the middle of a box, cut at its sides.
void Layout::write_line(NodeId part, std::string_view text, const Box& box, const Words& words) {
  if (text.empty()) return;
  if (!covered(*words.font, text)) {
    d_.uncovered.push_back(part);
    return;
  }
  const float width = text_width(*words.font, text);
  const float x = box.x + std::round(std::max(0.0F, box.w - width) * words.align);
  const float y = box.y + std::round((box.h - line(*words.font)) / 2);
  Op& made = op(Shape::text, {x, y, std::min(width + 1, box.x + box.w - x), line(*words.font)}, words.ink, words.owner);
  made.font = words.font;
  made.begin = text.data();
  made.end = text.data() + text.size();
  made.clipped = width > box.w;
}

const ImFont& Layout::heading_font(const Node& node, Setting setting) const {
  std::size_t level = static_cast<std::size_t>(std::clamp<int>(node.level, 1, 4)) - 1;
  if (setting == Setting::band) level = 2;
  if (setting == Setting::aside) level = std::min<std::size_t>(level + 1, 3);  // a narrow column
  return *f_.heading[level];
}

Placed Layout::heading(const Node& node, Space space) {
  const ImFont& font = heading_font(node, space.setting);
  const float h = write(node.id, node.label, space, {&font, Ink::flat(space.setting == Setting::band ? p_.on_band : p_.text)});
  rect(node.id, {space.x, space.y, space.w, h});
  return {h, line(font) / 2};
}

Placed Layout::text(const Node& node, Space space) {
  if (node.label.empty()) {  // an empty status: in the tree, not on the screen
    rect(node.id, {space.x, space.y, space.w, 0});
    return {};
  }
  const bool band = space.setting == Setting::band;
  const bool toned = node.tone != Tone::neutral && !band;
  const float icon = toned ? px(18) : 0;
  const float indent = toned ? icon + px(8) : 0;
  Space inner = space.narrowed(indent, 0);
  if (!band) inner.w = std::min(inner.w, reading_width());
  const ImU32 plain = band ? p_.on_band : (node.kind == view::Kind::status ? p_.text_soft : p_.text);
  const ImU32 colour = toned ? p_.tone(node.tone) : plain;
  const ImFont& font = text_font(node);
  const float h = write(node.id, node.label, inner, {&font, Ink::flat(colour)});
  if (toned) {
    op(Shape::icon, {space.x, space.y + std::round((line(*f_.text) - icon) / 2), icon, icon},
       {colour, p_.ground, colour, p_.ground})
        .tone = node.tone;
  }
  rect(node.id, {space.x, space.y, inner.w + indent, h});
  return {h, base_anchor(font)};
}

Placed Layout::alert(const Node& node, Space space) {
  space.w = std::min(space.w, px(760));
  const Tone tone = node.tone == Tone::neutral ? Tone::info : node.tone;
  const ImU32 colour = p_.tone(tone);
  const NodeId owner = node.target.empty() ? 0 : node.id;
  const std::size_t ground = d_.ops.size();
  const ImU32 fill = p_.tone_ground(tone);
  panel({space.x, space.y, space.w, 0}, {fill, p_.outlined ? colour : 0, mix(fill, colour, 0.10F), colour}, 4, owner);
  op(Shape::panel, {space.x, space.y, px(4), 0}, Ink::flat(colour)).corners = ImDrawFlags_RoundCornersLeft;
  const float icon = px(20);
  const float top = space.y + px(12);
  op(Shape::icon, {space.x + px(16), top + std::round((line(*f_.strong) - icon) / 2), icon, icon}, {colour, fill, colour, fill})
      .tone = tone;
  Space inner = space.narrowed(px(16) + icon + px(10), owner == 0 ? px(14) : px(36)).at(top);
  if (!node.value.empty()) inner.y += write(node.id, node.value, inner, {f_.strong, Ink::flat(colour)});
  inner.y += write(node.id, node.label, inner, {f_.text, Ink::flat(p_.text)});
  if (!node.help.empty()) inner.y += px(4) + write(node.id, node.help, inner.at(inner.y + px(4)), {f_.text, Ink::flat(p_.text)});
  if (!node.children.empty()) inner.y += px(10) + row(pointers(node.children), inner.at(inner.y + px(10))).h;
  const float h = inner.y + px(12) - space.y;
  d_.ops[ground].box.h = d_.ops[ground + 1].box.h = h;
  d_.ops[ground + 1].radius = px(4);
  const Box box{space.x, space.y, space.w, h};
  if (owner != 0) {
    zone(owner, box);
    Op& arrow = op(Shape::chevron_right, {space.x + space.w - px(28), space.y + std::round(h / 2) - px(7), px(14), px(14)},
                   Ink::flat(colour));
    arrow.thickness = px(2);
  }
  return {h, -1, ground, rect(node.id, box)};
}

Placed Layout::badge(const Node& node, Space space) {
  const ImU32 colour = p_.tone(node.tone);
  const bool toned = node.tone != Tone::neutral;
  const float icon = toned ? px(14) : 0;
  const float side = px(8) + (toned ? icon + px(6) : 0);
  const float h = line(*f_.strong) + px(4);
  const float w = std::min(space.w, std::ceil(text_width(*f_.strong, node.label)) + side + px(8));
  const Box box{space.x, space.y, w, h};
  const ImU32 ground = p_.tone_ground(node.tone);
  panel(box, Ink::framed(ground, p_.outlined ? colour : !toned ? p_.line_soft : mix(ground, colour, 0.35F)));
  if (toned)
    op(Shape::icon, {space.x + px(8), space.y + std::round((h - icon) / 2), icon, icon}, {colour, ground, colour, ground}).tone =
        node.tone;
  write_line(node.id, node.label, {space.x + side, space.y, w - side - px(8), h},
             {f_.strong, Ink::flat(toned ? colour : p_.text)});
  rect(node.id, box);
  return {h, h / 2};
}

// Terms of neighbouring lists line up, because each has at least the usual width where there is room. In a narrow column what
// does not fit beside its term stands under it.
Placed Layout::definitions(const Node& node, Space space) {
  float term_w = 0;
  float value_w = 0;
  for (const Node& child : node.children) {
    term_w = std::max(term_w, text_width(*f_.text, child.label));
    value_w = std::max({value_w, text_width(*f_.strong, child.value), text_width(*f_.text, child.help)});
  }
  const float usual = space.w >= px(560) ? px(220) : space.w >= px(400) ? px(196) : 0;
  const float term = std::ceil(std::min(std::max(term_w + px(24), usual), std::min(space.w * 0.45F, px(280))));
  const bool side_by_side = space.w >= px(360) || (term_w + px(24) <= term && value_w <= space.w - term);
  float y = space.y;
  for (const Node& child : node.children) {
    if (y > space.y) y += px(6);
    y += child.kind == view::Kind::definition ? definition(child, space.at(y), side_by_side ? term : 0)
                                              : place(child, space.at(y)).h;
  }
  return {y - space.y};
}

// Term at the left, value and its source at the right; one above the other where there is no room (term_width 0).
float Layout::definition(const Node& node, Space space, float term_width) {
  const Space term = term_width > 0 ? Space{space.x, space.y, term_width - px(12), space.setting} : space;
  const float term_h = write(node.id + 1, node.label, term, {f_.text, Ink::flat(p_.text_soft)});
  rect(node.id + 1, {term.x, term.y, term.w, term_h});
  Space right = term_width > 0 ? space.narrowed(term_width, 0) : space.at(space.y + term_h);
  right.w = std::min(right.w, reading_width());
  const bool toned = node.tone != Tone::neutral;
  const ImFont* font = node.numeric && covered(*f_.mono, node.value) ? f_.mono : f_.strong;
  const float value_h = node.value.empty()
                            ? line(*font)
                            : write(node.id, node.value, right, {font, Ink::flat(toned ? p_.tone(node.tone) : p_.text)});
  rect(node.id, {right.x, right.y, right.w, value_h});
  float bottom = right.y + value_h;
  if (!node.help.empty()) {
    const float help_h = write(node.id + 2, node.help, right.at(bottom), {f_.text, Ink::flat(p_.text_soft)});
    rect(node.id + 2, {right.x, bottom, right.w, help_h});
    bottom += help_h;
  }
  return std::max(bottom, space.y + term_h) - space.y;
}

Placed Layout::meter(const Node& node, Space space) {
  space.w = std::min(space.w, px(560));
  const float value_w = std::ceil(std::min(text_width(*f_.strong, node.value), space.w * 0.6F));
  const bool beside = text_width(*f_.text, node.label) + value_w + px(16) <= space.w;
  const Space left = beside ? space.narrowed(0, value_w + px(16)) : space;
  const float label_h = write(node.id + 1, node.label, left, {f_.text, Ink::flat(p_.text)});
  rect(node.id + 1, {left.x, left.y, left.w, label_h});
  const Space right =
      beside ? Space{space.x + space.w - value_w - 1, space.y, value_w + 1, space.setting} : space.at(space.y + label_h);
  const float value_h =
      node.value.empty() ? 0 : write(node.id + 2, node.value, right, {f_.strong, Ink::flat(p_.text), 0, beside ? 1.0F : 0.0F});
  if (!node.value.empty()) rect(node.id + 2, {right.x, right.y, right.w, value_h});
  const float top = std::max(left.y + label_h, right.y + value_h) + px(6);
  const Box bar{space.x, top, space.w, px(12)};
  meter_bar(node, bar);
  rect(node.id, bar);
  return {bar.y + bar.h + px(4) - space.y};
}

void Layout::meter_bar(const Node& node, const Box& bar) {
  const auto range = static_cast<float>(std::max<std::int64_t>(1, node.max - node.min));
  const auto at = [&](std::int64_t value) {
    return std::clamp(static_cast<float>(value - node.min) / range, 0.0F, 1.0F) * bar.w;
  };
  const ImU32 colour = node.tone == Tone::neutral || node.tone == Tone::info ? p_.action : p_.tone(node.tone);
  panel(bar, p_.outlined ? Ink::framed(p_.ground, p_.line) : Ink::flat(p_.line_soft), 6);
  const float full = at(node.now);
  if (full > 0) {
    Op& fill = panel({bar.x, bar.y, std::max(full, bar.h), bar.h}, Ink::flat(colour), 6);
    if (full < bar.w - bar.h / 2 && full > bar.h) fill.corners = ImDrawFlags_RoundCornersLeft;
  }
  if (node.limit == 0) return;
  const float x = std::round(std::clamp(bar.x + at(node.limit), bar.x + px(1), bar.x + bar.w - px(1)));
  op(Shape::line, {x - px(2), bar.y - px(4), px(4), bar.h + px(8)}, Ink::flat(p_.ground));
  op(Shape::line, {x - px(1), bar.y - px(4), px(2), bar.h + px(8)}, Ink::flat(p_.text));
}

}  // namespace omnia::faces
