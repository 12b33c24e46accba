#include <algorithm>
#include <numeric>

#include "wasm-client/faces/imgui/layout.hpp"

namespace omnia::faces {

using view::Kind;
using view::Node;

namespace {

constexpr float kSide = 12;  // padding of a cell, CSS px
constexpr float kTightSide = 6;
constexpr std::size_t kManyColumns = 8;  // a week of days and one more
constexpr float kAbove = 10;

bool is_head(const Node& row) {
  return !row.children.empty() &&
         std::all_of(row.children.begin(), row.children.end(), [](const Node& c) { return c.kind == Kind::table_header; });
}

}  // namespace

const ImFont& Layout::cell_font(const Node& cell) const {
  if (cell.kind == Kind::table_header) return *f_.strong;
  return cell.numeric && covered(*f_.mono, cell.label) ? *f_.mono : *f_.text;
}

Layout::Natural Layout::cell_width(const Node& cell, float side) const {
  const float sides = side * 2 + 1;
  if (cell.kind == Kind::table_header && !cell.children.empty()) {
    const float arrow = px(20);
    const float whole = text_width(*f_.strong, cell.label) + arrow + sides;
    const float word = word_width(*f_.strong, cell.label) + arrow + sides;
    return {whole, word, word, word};
  }
  if (cell.children.empty()) {
    const ImFont& font = cell_font(cell);
    const float whole = text_width(font, cell.label) + sides;
    if (cell.numeric) return {whole, whole, whole, whole};
    const float word = word_width(font, cell.label) + sides;
    const float least = std::min(word, px(280));
    const float bent = std::min(least, part_width(font, cell.label) + sides);
    return {whole, least, bent, std::min(bent, px(88))};
  }
  Natural n;
  for (const Node& child : cell.children) {
    const bool box = child.kind == Kind::radio || child.kind == Kind::checkbox;
    const bool wraps = box || child.kind == Kind::text || child.kind == Kind::link;
    const float w = natural(child, Setting::cell);
    const float wanted = w < 0 ? px(200) : w;
    const float lead = box ? px(34) : 1;  // what stands before the words
    n.wanted += wanted + (n.wanted > 0 ? px(8) : 0);
    float word = wraps ? std::min(word_width(*f_.text, child.label) + lead, px(260)) : std::min(wanted, px(260));
    if (child.kind == Kind::field) word *= 0.75F;  // a figure still fits: it gives way before words are broken
    if (child.kind == Kind::button) {              // its label may take two lines
      const float label = text_width(*f_.strong, child.label);
      word = std::min(word, wanted - label + std::max(word_width(*f_.strong, child.label), label * 0.6F));
    }
    n.least = std::max(n.least, word);
    const float bent = wraps ? std::min(word, part_width(*f_.text, child.label) + lead) : word;
    n.bent = std::max(n.bent, bent);
    n.hard = std::max(n.hard, wraps ? std::min(bent, px(64)) : word);
  }
  return {n.wanted + sides, n.least + sides, n.bent + sides, n.hard + sides};
}

std::vector<Layout::Natural> Layout::column_widths(const Node& node, float side, std::vector<bool>& numeric) const {
  std::vector<Natural> widths;
  for (const Node& r : node.children) {
    if (widths.size() < r.children.size()) {
      widths.resize(r.children.size());
      numeric.resize(r.children.size());
    }
    for (std::size_t i = 0; i < r.children.size(); ++i) {
      const Natural n = cell_width(r.children[i], side);
      widths[i].wanted = std::max(widths[i].wanted, n.wanted);
      widths[i].least = std::max(widths[i].least, n.least);
      widths[i].bent = std::max(widths[i].bent, n.bent);
      widths[i].hard = std::max(widths[i].hard, n.hard);
      numeric[i] = numeric[i] || r.children[i].numeric;
    }
  }
  return widths;
}

// Is there a table in sight in it whose words would be broken in that width?
bool Layout::breaks_words(const Node& node, float width) const {
  if (node.kind == Kind::disclosure && !is_open(node)) return false;
  if (node.kind != Kind::table) {
    return std::any_of(node.children.begin(), node.children.end(), [&](const Node& n) { return breaks_words(n, width); });
  }
  return unbroken_width(node, px(kTightSide)) > width;
}

// The least width at which no word is broken.
float Layout::unbroken_width(const Node& table, float side) const {
  std::vector<bool> numeric;
  const std::vector<Natural> widths = column_widths(table, side, numeric);
  return std::accumulate(widths.begin(), widths.end(), 0.0F, [](float a, const Natural& n) { return a + n.bent; });
}

// Many columns stand closer, and so do those that would else break their words.
float Layout::cell_side(const Node& table, float width) const {
  const bool many = std::any_of(table.children.begin(), table.children.end(),
                                [](const Node& row) { return row.children.size() >= kManyColumns; });
  return px(many || unbroken_width(table, px(kSide)) > width ? kTightSide : kSide);
}

// Columns get what they want when there is room; else what each can bear, and what is left in proportion to what it lacks.
Layout::Grid Layout::grid(const Node& node, Space space) const {
  Grid g;
  g.side = cell_side(node, space.w);
  const std::vector<Natural> widths = column_widths(node, g.side, g.numeric);
  const auto sum = [&](float Natural::*field) {
    return std::accumulate(widths.begin(), widths.end(), 0.0F, [&](float a, const Natural& n) { return a + n.*field; });
  };
  const float wanted = sum(&Natural::wanted), least = sum(&Natural::least), bent = sum(&Natural::bent),
              hard = sum(&Natural::hard);
  const auto between = [&](float low, float high, float all_low, float all_high) {
    return low + (high - low) * (space.w - all_low) / std::max(1.0F, all_high - all_low);
  };
  float x = space.x;
  for (const Natural& n : widths) {
    float w = n.wanted * space.w / std::max(1.0F, wanted);
    if (wanted > space.w) w = between(n.least, n.wanted, least, wanted);
    if (least > space.w) w = between(n.bent, n.least, bent, least);
    if (bent > space.w) w = between(n.hard, n.bent, hard, bent);
    if (hard > space.w) w = n.hard * space.w / hard;
    w = std::floor(w);
    g.x.push_back(x);
    g.w.push_back(w);
    x += w;
  }
  if (!g.w.empty()) g.w.back() += space.x + space.w - x;  // what rounding left
  return g;
}

float Layout::caption(const Node& node, Space space) {
  if (node.label.empty()) return 0;
  const float h = write(node.id + 1, node.label, space, {f_.heading[2], Ink::flat(p_.text)});
  rect(node.id + 1, {space.x, space.y, space.w, h});
  return h + px(8);
}

float Layout::help_below(const Node& node, Space space) {
  if (node.help.empty()) return 0;
  const float h = write(node.id + 2, node.help, space.at(space.y + px(6)), {f_.text, Ink::flat(p_.text_soft)});
  rect(node.id + 2, {space.x, space.y + px(6), space.w, h});
  return h + px(6);
}

Placed Layout::table(const Node& node, Space space) {
  float y = space.y + caption(node, space);
  const float top = y;
  const std::size_t frame = d_.ops.size();
  panel({space.x, y, space.w, 0}, Ink::flat(p_.ground), 4);
  const Grid columns = grid(node, space);
  bool odd = false;
  for (const Node& r : node.children) {
    const bool head = &r == &node.children.front() && is_head(r);
    y += table_row(r, columns, space.at(y), head, odd);
    odd = head ? odd : !odd;
  }
  d_.ops[frame].box.h = y - top;
  panel({space.x, top, space.w, y - top}, Ink::framed(0, p_.outlined ? p_.line : p_.line_soft), 4);
  y += help_below(node, space.at(y));
  rect(node.id, {space.x, space.y, space.w, y - space.y});
  return {y - space.y};
}

float Layout::table_row(const Node& row, const Grid& columns, Space space, bool head, bool odd) {
  const std::size_t ground = d_.ops.size();
  const ImU32 zebra = odd ? mix(p_.ground, p_.ground_soft, 0.7F) : p_.ground;
  const ImU32 fill = head ? p_.ground_soft : (row.checked ? p_.info_ground : zebra);
  op(Shape::panel, {space.x, space.y, space.w, 0}, {fill, 0, head ? fill : mix(fill, p_.info_ground, 0.75F), 0}, row.id);
  std::vector<std::pair<Placed, Display::Mark>> cells;
  float anchor = line(*f_.text) / 2;
  const float pad = px(kAbove);
  for (std::size_t i = 0; i < row.children.size() && i < columns.x.size(); ++i) {
    const Display::Mark mark = d_.mark();
    const Placed placed =
        cell(row.children[i], {columns.x[i] + columns.side, space.y + pad, columns.w[i] - columns.side * 2, Setting::cell}, head,
             columns.numeric[i]);
    cells.emplace_back(placed, mark);
    anchor = std::max(anchor, placed.anchor);
  }
  float h = line(*f_.text);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Placed& placed = cells[i].first;
    const float dy = placed.anchor < 0 ? 0 : std::round(anchor - placed.anchor);
    d_.shift(cells[i].second, i + 1 < cells.size() ? cells[i + 1].second : d_.mark(), dy);
    h = std::max(h, placed.h + dy);
  }
  h += pad * 2;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (row.children[i].children.empty()) rect(row.children[i].id, {columns.x[i], space.y, columns.w[i], h});
  }
  d_.ops[ground].box.h = h;
  zone(row.id, {space.x, space.y, space.w, h});
  op(Shape::line, {space.x, space.y + h - px(1), space.w, px(head ? 2 : 1)}, Ink::flat(head ? p_.line : p_.line_soft));
  if (row.checked) op(Shape::line, {space.x, space.y, px(4), h - px(1)}, Ink::flat(p_.action));
  return h;
}

// The words of a header that sorts, with an arrow where the rows are sorted by it.
Placed Layout::sorter(const Node& header, Space space, bool numeric) {
  const Node& act = header.children.front();
  const float arrow = px(20);
  const float w = std::min(space.w, std::ceil(text_width(*f_.strong, act.label)) + 1 + arrow);
  const float x = space.x + (numeric ? space.w - w : 0);
  const float h = write(act.id, act.label, {x, space.y, w - arrow, Setting::head},
                        {f_.strong, {p_.action, 0, p_.action_strong, 0}, act.id, 0, true});
  const Box box{x, space.y, w, h};
  if (header.now != 0) {
    const float size = px(12);
    op(header.now > 0 ? Shape::chevron_up : Shape::chevron_down,
       {x + w - size, space.y + std::round((line(*f_.strong) - size) / 2), size, size}, Ink::flat(p_.action), act.id)
        .thickness = std::max(2.0F, px(2));
  }
  zone(act.id, box);
  rect(act.id, box);
  return {h, -1};
}

Placed Layout::cell(const Node& cell, Space space, bool head, bool numeric) {
  if (head && !cell.children.empty()) return sorter(cell, space, numeric);
  if (!cell.children.empty()) return row(pointers(cell.children), space, numeric ? 1.0F : 0.0F);
  const ImFont& font = cell_font(cell);
  const float h = write(cell.id, cell.label, space, {&font, Ink::flat(p_.text), 0, numeric ? 1.0F : 0.0F});
  return {h, head ? -1 : base_anchor(font)};
}

}  // namespace omnia::faces
