#include <algorithm>

#include "wasm-client/faces/imgui/layout.hpp"

namespace omnia::faces {

using view::Kind;
using view::Node;
using view::NodeId;

Placed Layout::place(const Node& node, Space space) {
  switch (node.kind) {
    case Kind::heading:
      return heading(node, space);
    case Kind::text:
    case Kind::status:
      return text(node, space);
    case Kind::alert:
      return alert(node, space);
    case Kind::badge:
      return badge(node, space);
    case Kind::definition_list:
      return definitions(node, space);
    case Kind::definition:
      return {definition(node, space, std::min(space.w * 0.45F, px(260)))};
    case Kind::meter:
      return meter(node, space);
    case Kind::field:
    case Kind::select:
      return field(node, space);
    case Kind::radio:
    case Kind::checkbox:
      return choice(node, space);
    case Kind::button:
      return button(node, space);
    case Kind::link:
      return link(node, space);
    case Kind::step:
      return step(node, space);
    case Kind::table:
      return node.limit > 0 ? scrolling_table(node, space) : table(node, space);
    case Kind::chart:
      return chart(node, space);
    case Kind::disclosure:
      return disclosure(node, space);
    default:
      return container(node, space);
  }
}

Placed Layout::container(const Node& node, Space space) {
  switch (node.kind) {
    case Kind::section:
      return section(node, space);
    case Kind::group:
    case Kind::radio_group:
      return group(node, space);
    case Kind::row:
      return {row(pointers(node.children), space)};
    case Kind::list:
      return list(node, space);
    case Kind::card:
      return card(node, space);
    case Kind::empty_state:
      return empty_state(node, space);
    case Kind::dialog:
      dialogs_.push_back(&node);
      return {};
    default:
      return {stack(node.children, space)};  // page, header, navigation, main, aside, list_item, table_row, cells
  }
}

Layout::Nodes Layout::pointers(const std::vector<Node>& nodes) {
  Nodes all;
  for (const Node& node : nodes) all.push_back(&node);
  return all;
}

// Distance between two things, one under the other.
float Layout::gap(const Node* previous, const Node& next, Setting setting) const {
  if (previous == nullptr) return 0;
  if (setting == Setting::steps && previous->kind == next.kind) return px(2);
  if (setting == Setting::cell) return px(4);
  if (previous->kind == Kind::heading) return px(previous->level <= 1 ? 10 : 8);
  if (next.kind == Kind::heading) return px(next.level <= 2 ? 32 : 24);
  if (next.kind == Kind::section || previous->kind == Kind::section) return px(32);
  const auto choice = [](const Node& n) { return n.kind == Kind::checkbox || n.kind == Kind::radio; };
  if (choice(*previous) && choice(next)) return px(12);
  if (previous->kind == Kind::alert && next.kind == Kind::alert) return px(10);
  if (previous->kind == Kind::text && next.kind == Kind::text) return px(8);
  const auto control = [](const Node& n) {
    return n.kind == Kind::field || n.kind == Kind::select || n.kind == Kind::group || n.kind == Kind::radio_group;
  };
  const auto acts = [](const Node& n) {
    return n.kind == Kind::row && !n.children.empty() && n.children.front().kind == Kind::button;
  };
  if (acts(next)) return px(24);
  if (control(*previous) || control(next) || previous->kind == Kind::table || next.kind == Kind::table) return px(22);
  return px(16);
}

float Layout::stack(const std::vector<Node>& nodes, Space space) {
  float y = space.y;
  const Node* previous = nullptr;
  for (const Node& node : nodes) {
    const float before = gap(previous, node, space.setting);
    const float h = place(node, space.at(y + before)).h;
    if (h <= 0) continue;
    y += before + h;
    previous = &node;
  }
  return y - space.y;
}

float Layout::natural(const Node& node, Setting setting) const {
  switch (node.kind) {
    case Kind::heading:
      return text_width(setting == Setting::band ? *f_.heading[2]
                                                 : *f_.heading[static_cast<std::size_t>(std::clamp<int>(node.level, 1, 4)) - 1],
                        node.label) +
             1;
    case Kind::text:
    case Kind::status:
      return std::min(text_width(text_font(node), node.label) + 1 + (node.tone == view::Tone::neutral ? 0 : px(26)),
                      reading_width());
    case Kind::badge:
      return text_width(*f_.strong, node.label) + 1 + px(node.tone == view::Tone::neutral ? 16 : 36);
    case Kind::button:
      return std::ceil(text_width(*f_.strong, node.label)) + px(setting == Setting::cell ? 24 : 40);
    case Kind::link:
      return std::ceil(text_width(node.current ? *f_.strong : *f_.text, node.label)) + 1;
    case Kind::field:
    case Kind::select:
      return setting == Setting::cell
                 ? field_width(node, setting)
                 : std::max(field_width(node, setting), std::min(text_width(*f_.strong, node.label) + px(15), px(320)));
    case Kind::checkbox:
    case Kind::radio:
      return px(33) + std::min(std::ceil(text_width(*f_.text, node.label)) + 1 + px(node.required ? 14 : 0),
                               setting == Setting::cell ? px(320) : reading_width());
    case Kind::row: {
      float sum = 0;
      for (const Node& child : node.children) {
        const float w = natural(child, setting);
        if (w < 0) return -1;
        sum += w + (sum > 0 ? px(16) : 0);
      }
      return sum;
    }
    default:
      return -1;
  }
}

// Side by side while there is room, then on the next line; things without a width of their own share what the others leave.
Placed Layout::row(const Nodes& nodes, Space space, float align) {
  const float between = px(space.setting == Setting::cell ? 8 : 16);
  std::vector<float> widths;
  float fixed = 0;
  std::size_t flexible = 0;
  for (const Node* node : nodes) {
    widths.push_back(natural(*node, space.setting));
    if (widths.back() < 0)
      ++flexible;
    else
      fixed += std::min(widths.back(), space.w);
  }
  if (flexible > 0) {
    const float free = space.w - fixed - between * static_cast<float>(nodes.size() - 1);
    const float share = std::floor(free / static_cast<float>(flexible));
    if (share < px(240))
      return flexible == nodes.size() ? Placed{equal_columns(nodes, space, px(260), true)}
                                      : row_line(nodes, std::vector<float>(1, space.w), space);
    for (float& w : widths) w = w < 0 ? share : w;
  }
  fit_fields(nodes, space.w - between * static_cast<float>(nodes.size() - 1), widths);
  float y = space.y;
  float anchor = -1;
  for (std::size_t first = 0; first < nodes.size();) {
    std::size_t last = first;
    float used = 0;
    while (last < nodes.size() && (last == first || used + between + widths[last] <= space.w + 1)) {
      used += (last == first ? 0 : between) + std::min(widths[last], space.w);
      ++last;
    }
    if (first > 0) y += px(space.setting == Setting::cell ? 4 : 12);
    const Nodes some(nodes.begin() + static_cast<std::ptrdiff_t>(first), nodes.begin() + static_cast<std::ptrdiff_t>(last));
    const std::vector<float> some_widths(widths.begin() + static_cast<std::ptrdiff_t>(first),
                                         widths.begin() + static_cast<std::ptrdiff_t>(last));
    const float spare = std::max(0.0F, space.w - used) * align;
    const Placed placed = row_line(some, some_widths, space.narrowed(std::floor(spare), 0).at(y));
    if (first == 0) anchor = placed.anchor;
    y += placed.h;
    first = last;
  }
  return {y - space.y, anchor};
}

// Text fields give up to half of their width rather than push what stands beside them to the next line.
void Layout::fit_fields(const Nodes& nodes, float room, std::vector<float>& widths) const {
  float all = 0, spare = 0;
  const auto gives = [&](std::size_t i) {
    const bool text = nodes[i]->kind == Kind::select || (nodes[i]->kind == Kind::field && widths[i] > px(300));
    return text ? std::max(0.0F, std::min(widths[i] / 2, widths[i] - px(160))) : 0.0F;
  };
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    all += widths[i];
    spare += gives(i);
  }
  const float excess = all - room;
  if (excess <= 0 || excess > spare) return;
  for (std::size_t i = 0; i < nodes.size(); ++i) widths[i] = std::floor(widths[i] - gives(i) * excess / spare);
}

// Puts things on one line, the middles of their first lines at one height; panels get the height of the tallest. With one width
// for many things, one under the other.
Placed Layout::row_line(const Nodes& nodes, const std::vector<float>& widths, Space space) {
  const bool stacked = widths.size() < nodes.size();
  const float between = px(space.setting == Setting::cell ? 8 : 16);
  struct Item {
    Placed placed;
    Display::Mark from, to;
  };
  std::vector<Item> items;
  float x = space.x, y = space.y, anchor = -1;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const float w = std::min(widths[stacked ? 0 : i], space.w);
    Item item{{}, d_.mark(), {}};
    item.placed = place(*nodes[i], {x, y, w, space.setting});
    item.to = d_.mark();
    if (stacked)
      y += item.placed.h + (i + 1 < nodes.size() ? px(16) : 0);
    else
      x += w + between;
    anchor = std::max(anchor, item.placed.anchor);
    items.push_back(item);
  }
  if (stacked) return {y - space.y};
  float h = 0;
  for (const Item& item : items) {
    const float dy = item.placed.anchor < 0 ? 0 : std::round(anchor - item.placed.anchor);
    d_.shift(item.from, item.to, dy);
    h = std::max(h, item.placed.h + dy);
  }
  for (const Item& item : items) {
    if (item.placed.panel == kNone || nodes.size() < 2) continue;
    d_.ops[item.placed.panel].box.h = h;
    if (item.placed.rect != kNone) d_.rects[item.placed.rect].h = h;
  }
  return {h, anchor};
}

// Cards and the like in as many equal columns of at least that width as there is room for; `fill`: fewer things are wider.
float Layout::equal_columns(const Nodes& nodes, Space space, float least, bool fill) {
  const float between = px(20);
  const auto fitting = static_cast<std::size_t>(std::max(1.0F, std::floor((space.w + between) / (least + between))));
  const std::size_t count = fill ? std::min(nodes.size(), fitting) : fitting;
  const float w = std::floor((space.w - between * static_cast<float>(count - 1)) / static_cast<float>(count));
  float y = space.y;
  for (std::size_t first = 0; first < nodes.size(); first += count) {
    const std::size_t last = std::min(nodes.size(), first + count);
    const Nodes some(nodes.begin() + static_cast<std::ptrdiff_t>(first), nodes.begin() + static_cast<std::ptrdiff_t>(last));
    if (first > 0) y += px(20);
    y += row_line(some, std::vector<float>(some.size(), w), space.at(y)).h;
  }
  return y - space.y;
}

Placed Layout::section(const Node& node, Space space) { return {stack(node.children, space)}; }

Placed Layout::group(const Node& node, Space space) {
  float y = space.y;
  if (!node.label.empty()) y += label(node, space, node.kind == Kind::group ? *f_.heading[2] : *f_.strong);
  y += notes(node, space.at(y));
  if (y > space.y) y += px(node.kind == Kind::group ? 14 : 10);
  y += stack(node.children, space.at(y));
  return {y - space.y};
}

Placed Layout::list(const Node& node, Space space) {
  const auto is_card = [](const Node& item) { return item.children.size() == 1 && item.children.front().kind == Kind::card; };
  if (!node.children.empty() && std::all_of(node.children.begin(), node.children.end(), is_card)) {
    Nodes cards;
    for (const Node& item : node.children) cards.push_back(&item.children.front());
    return {equal_columns(cards, space, px(420), false)};
  }
  float y = space.y;
  for (const Node& item : node.children) {
    const Kind first = item.children.empty() ? Kind::text : item.children.front().kind;
    const bool bullet = first == Kind::text && item.kind == Kind::list_item;
    if (y > space.y) y += px(first == Kind::alert || first == Kind::card ? 10 : 8);
    const float indent = bullet ? px(22) : 0;
    if (bullet) {
      const float size = px(6);
      op(Shape::disc, {space.x + px(6), y + std::round((line(*f_.text) - size) / 2), size, size}, Ink::flat(p_.action));
    }
    const Space inner = space.narrowed(indent, 0).at(y);
    const float label_h = item.label.empty() ? 0 : write(item.id, item.label, inner, {f_.text, Ink::flat(p_.text)});
    y += label_h + stack(item.children, inner.at(y + label_h));
  }
  return {y - space.y};
}

float Layout::title(const Node& node, Space space, const Words& label, const Words& help, float gap) {
  float y = space.y;
  const auto part = [&](view::NodeId id, const std::string& text, const Words& words) {
    if (text.empty()) return;
    const float h = write(id, text, space.at(y), words);
    rect(id, {space.x, y, space.w, h});
    y += h + gap;
  };
  part(node.id + 1, node.label, label);
  part(node.id + 2, node.help, help);
  return y - space.y;
}

Placed Layout::card(const Node& node, Space space) {
  const float pad = px(20);
  const std::size_t ground = d_.ops.size();
  const bool toned = node.tone != view::Tone::neutral;
  panel({space.x, space.y, space.w, 0}, Ink::framed(p_.ground, p_.outlined ? p_.line : p_.line_soft));
  if (toned)
    op(Shape::panel, {space.x, space.y, space.w, px(4)}, Ink::flat(p_.tone(node.tone))).corners = ImDrawFlags_RoundCornersTop;
  if (toned) d_.ops.back().radius = px(4);
  const Space inner = space.narrowed(pad, pad).at(space.y + pad);
  float y = inner.y + title(node, inner, {f_.heading[2], Ink::flat(p_.text)}, {f_.text, Ink::flat(p_.text_soft)}, px(8));
  y += stack(node.children, inner.at(y));
  const float h = y + pad - space.y;
  d_.ops[ground].box.h = h;
  return {h, -1, ground, rect(node.id, {space.x, space.y, space.w, h})};
}

Placed Layout::empty_state(const Node& node, Space space) {
  const float pad = px(32);
  const std::size_t ground = d_.ops.size();
  panel({space.x, space.y, space.w, 0}, Ink::framed(p_.ground_soft, p_.outlined ? p_.line : 0));
  const Space inner = space.narrowed(pad, pad).at(space.y + pad);
  float y = inner.y;
  if (!node.label.empty()) {
    const float h = write(node.id + 1, node.label, inner, {f_.heading[2], Ink::flat(p_.text)});
    rect(node.id + 1, {inner.x, y, inner.w, h});
    y += h + px(4);
  }
  if (!node.help.empty()) {
    Space words = inner.at(y);
    words.w = std::min(words.w, reading_width());
    const float h = write(node.id + 2, node.help, words, {f_.text, Ink::flat(p_.text_soft)});
    rect(node.id + 2, {words.x, y, words.w, h});
    y += h;
  }
  if (!node.children.empty()) y += px(16) + row(pointers(node.children), inner.at(y + px(16))).h;
  const float h = y + pad - space.y;
  d_.ops[ground].box.h = h;
  return {h, -1, ground, rect(node.id, {space.x, space.y, space.w, h})};
}

}  // namespace omnia::faces
