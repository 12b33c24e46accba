#include <algorithm>

#include "wasm-client/faces/imgui/layout.hpp"

namespace omnia::faces {

using view::FieldKind;
using view::Kind;
using view::Node;
using view::Tone;

namespace {

constexpr float kControl = 44;  // height of fields and buttons, CSS px
constexpr float kCompact = 36;  // in tables
constexpr float kPadding = 12;  // left and right of a field's text: the mirror's input has the same
constexpr float kMark = 22;     // checkbox, radio

bool is_error(const Node& node) { return !node.error.empty(); }
Tone error_tone(const Node& node) { return node.tone == Tone::warning || node.tone == Tone::info ? node.tone : Tone::error; }

}  // namespace

float Layout::field_width(const Node& node, Setting setting) const {
  const bool cell = setting == Setting::cell;
  if (node.kind == Kind::select) {
    float widest = 0;
    for (const view::Option& option : node.options) widest = std::max(widest, text_width(*f_.text, option.label));
    return std::clamp(std::ceil(widest) + px(kPadding * 2 + 28), px(cell ? 120 : 200), px(560));
  }
  switch (node.field_kind) {
    case FieldKind::date:
      return px(cell ? 132 : 180);
    case FieldKind::money:
      return px(cell ? 140 : 200);
    case FieldKind::hours:
    case FieldKind::decimal:
    case FieldKind::number:
      return px(cell ? 104 : 160);
    case FieldKind::search:
      return px(420);
    case FieldKind::multiline:
      return px(720);
    case FieldKind::text:
    case FieldKind::email:
    case FieldKind::file:
    case FieldKind::password:
      return px(cell ? 200 : 480);
  }
  return px(480);
}

std::string_view Layout::shown_value(const Node& node) {
  if (node.kind != Kind::select) return node.value;
  for (const view::Option& option : node.options) {
    if (option.value == node.value) return option.label;
  }
  return {};
}

// In a cell the column's header names the control: the label's place is a line of one pixel above it.
float Layout::label(const Node& node, Space space, const ImFont& font) {
  if (space.setting == Setting::cell) {
    rect(node.id + 1, {space.x, space.y - px(2), space.w, px(1)});
    return 0;
  }
  const float star = node.required ? px(14) : 0;
  const Space inner = space.narrowed(0, star);
  const Measure m = wrap(font, node.label, inner.w);
  const float h = write(node.id + 1, node.label, inner, {&font, Ink::flat(node.disabled ? p_.text_soft : p_.text)});
  rect(node.id + 1, {space.x, space.y, std::min(space.w, std::ceil(m.width) + star), h});
  if (node.required) {
    static constexpr std::string_view kStar = "*";
    const float x = space.x + m.lines.back().width + px(4);
    write(node.id + 1, kStar, {x, space.y + h - line(font), px(12), space.setting}, {f_.strong, Ink::flat(p_.error)});
  }
  return h;
}

float Layout::notes(const Node& node, Space space) {
  float y = space.y;
  space.w = std::min(space.w, reading_width());
  if (!node.help.empty()) {
    const float h = write(node.id + 2, node.help, space.at(y + px(4)), {f_.text, Ink::flat(p_.text_soft)});
    rect(node.id + 2, {space.x, y + px(4), space.w, h});
    y += h + px(4);
  }
  if (is_error(node)) {
    const ImU32 colour = p_.tone(error_tone(node));
    const float icon = px(18);
    const Space inner = space.narrowed(icon + px(8), 0).at(y + px(6));
    const float h = write(node.id + 3, node.error, inner, {f_.strong, Ink::flat(colour)});
    op(Shape::icon, {space.x, inner.y + std::round((line(*f_.strong) - icon) / 2), icon, icon},
       {colour, p_.ground, colour, p_.ground})
        .tone = error_tone(node);
    rect(node.id + 3, {space.x, inner.y, space.w, h});
    y += h + px(6);
  }
  return y - space.y;
}

Placed Layout::field(const Node& node, Space space) {
  const bool cell = space.setting == Setting::cell;
  const float width = std::min(space.w, field_width(node, space.setting));
  float y = space.y + label(node, {space.x, space.y, cell ? width : space.w, space.setting}, *f_.strong);
  if (!cell) y += px(4);
  const float h = node.field_kind == FieldKind::multiline && node.kind == Kind::field ? line(*f_.text) * 4 + px(24)
                                                                                      : px(cell ? kCompact : kControl);
  const Box control{space.x, y, width, h};
  const ImU32 edge = is_error(node) ? p_.tone(error_tone(node)) : p_.line;
  const ImU32 hover_edge = is_error(node) ? edge : p_.action;
  const ImU32 ground = node.disabled ? p_.ground_soft : p_.ground;
  Op& box = panel(control, {ground, node.disabled ? p_.line_soft : edge, ground, node.disabled ? p_.line_soft : hover_edge}, 4,
                  node.id);
  if (is_error(node)) box.thickness = std::max(2.0F, px(2));
  zone(node.id, control);
  field_value(node, control);
  rect(node.id, control);
  const float notes_h = notes(node, {space.x, y + h, space.w, space.setting});
  return {y + h + notes_h - space.y, y + std::min(h, px(kControl)) / 2 - space.y};
}

// The focused text field is drawn by the mirror's own input.
void Layout::field_value(const Node& node, const Box& control) {
  const float pad = px(kPadding);
  const Words words{f_.text, Ink::flat(node.disabled ? p_.text_soft : p_.text)};
  if (node.kind == Kind::select) {
    write_line(node.id, shown_value(node), {control.x + pad, control.y, control.w - pad * 2 - px(22), control.h}, words);
    const float size = px(12);
    Op& chevron =
        op(Shape::chevron_down, {control.x + control.w - pad - size, control.y + std::round((control.h - size) / 2), size, size},
           Ink::flat(node.disabled ? p_.text_soft : p_.action));
    chevron.thickness = px(2);
    return;
  }
  if (node.field_kind == FieldKind::file) return file_value(node, control);
  if (node.id == frame_.focus || node.value.empty()) return;
  if (node.field_kind == FieldKind::password) {
    std::string dots;  // as many as the characters; what they are is never drawn
    for (const char c : node.value) dots += (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? "" : "•";
    write_line(node.id, dots, {control.x + pad, control.y, control.w - pad * 2, control.h}, words);
    return;
  }
  if (node.field_kind != FieldKind::multiline) {
    write_line(node.id, node.value, {control.x + pad, control.y, control.w - pad * 2, control.h}, words);
    return;
  }
  const std::size_t first = d_.ops.size();
  write(node.id, node.value, {control.x + pad, control.y + px(10), control.w - pad * 2, Setting::page}, words);
  const float bottom = control.y + control.h - px(6);
  for (std::size_t i = first; i < d_.ops.size(); ++i) {
    d_.ops[i].clipped = true;
    d_.ops[i].box.w += 1;
    d_.ops[i].box.h = std::clamp(bottom - d_.ops[i].box.y, 0.0F, d_.ops[i].box.h);
  }
}

// A plus, then the file's name or what to do.
void Layout::file_value(const Node& node, const Box& control) {
  const float pad = px(kPadding), arm = px(14), thick = std::max(2.0F, px(2));
  const ImU32 colour = node.disabled ? p_.text_soft : p_.action;
  const float y = control.y + std::round((control.h - thick) / 2);
  op(Shape::line, {control.x + pad, y, arm, thick}, Ink::flat(colour));
  op(Shape::line, {control.x + pad + std::round((arm - thick) / 2), y - std::round((arm - thick) / 2), thick, arm},
     Ink::flat(colour));
  const bool prompt = node.value.empty() && !node.options.empty();
  const float left = pad + arm + px(10);
  write_line(node.id, prompt ? node.options.front().label : node.value,
             {control.x + left, control.y, control.w - left - pad, control.h},
             {f_.text, Ink::flat(prompt && !node.disabled ? p_.action
                                 : node.disabled          ? p_.text_soft
                                                          : p_.text)});
}

// Checkbox and radio: mark, label beside it, help and error below the label.
Placed Layout::choice(const Node& node, Space space) {
  const float mark = px(kMark);
  const float text_line = line(*f_.text);
  const float top = space.y + std::max(0.0F, std::round((text_line - mark) / 2));
  const Box box{space.x, top, mark, mark};
  choice_mark(node, box);
  rect(node.id, box);
  Space beside = space.narrowed(mark + px(10), 0);
  beside.setting = Setting::page;  // also in a cell the label is what the person chooses
  const float label_h = label(node, beside, *f_.text);
  zone(node.id, {space.x, space.y, mark + px(10) + d_.rects.back().w, std::max(label_h, mark)});
  const float h = std::max(label_h, top + mark - space.y);
  return {h + notes(node, beside.at(space.y + h)), text_line / 2};
}

void Layout::choice_mark(const Node& node, const Box& mark) {
  const bool round = node.kind == Kind::radio;
  const ImU32 main = node.disabled ? p_.text_soft : (is_error(node) ? p_.tone(error_tone(node)) : p_.action);
  const ImU32 edge = node.checked || is_error(node) ? main : (node.disabled ? p_.line_soft : p_.line);
  const ImU32 fill = node.checked && !round ? main : p_.ground;
  Op& shape = op(round ? Shape::disc : Shape::panel, mark, {fill, edge, node.checked && !round ? main : p_.info_ground, main},
                 node.disabled ? 0 : node.id);
  shape.radius = px(4);
  shape.thickness = std::max(2.0F, px(2));
  if (!node.checked) return;
  if (round) {
    const float inset = px(6);
    op(Shape::disc, {mark.x + inset, mark.y + inset, mark.w - inset * 2, mark.h - inset * 2}, Ink::flat(main));
    return;
  }
  const float inset = px(5);
  op(Shape::tick, {mark.x + inset, mark.y + inset, mark.w - inset * 2, mark.h - inset * 2}, Ink::flat(p_.on_action)).thickness =
      std::max(2.0F, px(2.5F));
}

Placed Layout::button(const Node& node, Space space) {
  const bool cell = space.setting == Setting::cell;
  const bool band = space.setting == Setting::band;
  const float side = px(cell ? 12 : 20);
  const float text_w = std::ceil(text_width(*f_.strong, node.label));
  const float w = std::min(space.w, text_w + side * 2);
  const Space inner{space.x + side, 0, std::max(1.0F, w - side * 2 + 1), space.setting};
  const auto lines = static_cast<float>(wrap(*f_.strong, node.label, inner.w).lines.size());
  const float h = std::max(px(cell ? kCompact : kControl), lines * line(*f_.strong) + px(12));
  const Box box{space.x, space.y, w, h};
  const ImU32 main = node.tone == Tone::error ? p_.error : p_.action;
  Ink ground{p_.ground, main, p_.info_ground, p_.action_strong};
  ImU32 ink = main;
  if (node.primary) {
    const ImU32 strong = node.tone == Tone::error ? mix(main, p_.text, 0.25F) : p_.action_strong;
    ground = {main, 0, strong, 0};
    ink = p_.on_action;
  }
  if (band) {
    ground = {0, p_.on_band, mix(p_.band, p_.on_band, 0.18F), p_.on_band};
    ink = p_.on_band;
  }
  if (node.disabled) {
    ground = Ink::framed(p_.ground_soft, p_.line_soft);
    ink = p_.text_soft;
  }
  panel(box, ground, 4, node.id);
  write(node.id, node.label, inner.at(space.y + std::round((h - lines * line(*f_.strong)) / 2)),
        {f_.strong, Ink::flat(ink), 0, 0.5F});
  if (!node.disabled) zone(node.id, box);
  rect(node.id, box);
  return {h, h / 2};
}

Placed Layout::link(const Node& node, Space space) {
  const bool band = space.setting == Setting::band;
  const bool steps = space.setting == Setting::steps;
  const float pad = steps ? px(12) : 0;
  const ImFont& font = node.current ? *f_.strong : *f_.text;
  const float w = std::min(space.w, std::ceil(text_width(font, node.label)) + 1);
  const Ink colour = band ? Ink::flat(p_.on_band) : Ink{p_.action, 0, p_.action_strong, 0};
  const std::size_t ground = d_.ops.size();
  if (steps) panel({space.x, space.y, space.w, 0}, {node.current ? p_.info_ground : 0, 0, p_.info_ground, 0}, 4, node.id);
  const Space inner{space.x + pad, space.y + (steps ? px(10) : 0), steps ? space.w - pad * 2 : w, space.setting};
  const float text_h = write(node.id, node.label, inner, {&font, colour, node.id, 0, !steps && !node.current});
  const float h = text_h + (steps ? px(20) : 0);
  const Box box{space.x, space.y, steps ? space.w : w, h};
  if (steps) d_.ops[ground].box.h = h;
  if (steps && node.current) op(Shape::line, {space.x, space.y, px(4), h}, Ink::flat(p_.action));
  zone(node.id, box);
  rect(node.id, box);
  return {h, line(font) / 2};
}

// One stage of the way: marker, name, state; a line joins the markers.
Placed Layout::step(const Node& node, Space space) {
  const float size = px(28);
  const std::size_t ground = d_.ops.size();
  panel({space.x, space.y, space.w, 0},
        {node.current ? p_.info_ground : 0, p_.outlined && node.current ? p_.action : 0, p_.info_ground, 0}, 4, node.id);
  const Space inner = space.narrowed(px(12) + size + px(12), px(8)).at(space.y + px(10));
  const ImFont& font = node.current ? *f_.strong : *f_.text;
  float text_h = write(node.id, node.label, inner, {&font, Ink::flat(node.disabled ? p_.text_soft : p_.text)});
  if (!node.value.empty()) {
    const ImU32 tone = node.tone == Tone::neutral ? p_.text_soft : p_.tone(node.tone);
    text_h += write(node.id, node.value, inner.at(inner.y + text_h), {f_.text, Ink::flat(tone)});
  }
  const float h = std::max(text_h, size) + px(20);
  d_.ops[ground].box.h = h;
  if (node.current) op(Shape::line, {space.x, space.y, px(4), h}, Ink::flat(p_.action));
  step_marker(node, {space.x + px(12), space.y + px(8), size, size});
  const Box box{space.x, space.y, space.w, h};
  if (!node.disabled) zone(node.id, box);
  rect(node.id, box);
  return {h};
}

void Layout::step_marker(const Node& node, const Box& box) {
  const float edge = std::max(2.0F, px(2));
  if (node.tone == Tone::neutral || node.tone == Tone::info) {
    const ImU32 colour = node.current ? p_.action : p_.line;
    op(Shape::disc, box, Ink::framed(p_.ground, colour)).thickness = edge;
    if (!node.current) return;
    const float inset = px(8);
    op(Shape::disc, {box.x + inset, box.y + inset, box.w - inset * 2, box.h - inset * 2}, Ink::flat(colour));
    return;
  }
  const ImU32 colour = p_.tone(node.tone);
  op(Shape::icon, box, {colour, p_.ground, colour, p_.ground}).tone = node.tone;
}

}  // namespace omnia::faces
