#include <algorithm>

#include "wasm-client/faces/imgui/layout.hpp"

namespace omnia::faces {

using view::Kind;
using view::Node;

namespace {

constexpr float kStacked = 768;     // CSS px: narrower, everything in one column
constexpr float kTight = 1200;      // narrower, slimmer columns at the sides
constexpr float kMain = 1100;       // widest main column
constexpr float kMainTable = 1320;  // with a table

const Node* child_of(const Node& page, Kind kind) {
  const auto it = std::find_if(page.children.begin(), page.children.end(), [kind](const Node& n) { return n.kind == kind; });
  return it == page.children.end() ? nullptr : &*it;
}

// A table of a page of its own may use more of a wide screen than words should.
bool holds_table(const Node& node) {
  return node.kind == Kind::table || std::any_of(node.children.begin(), node.children.end(), holds_table);
}

// One that scrolls by itself.
bool holds_region(const Node& node) {
  return (node.kind == Kind::table && node.limit > 0) || std::any_of(node.children.begin(), node.children.end(), holds_region);
}

}  // namespace

float Layout::page(const Node& page) {
  float y = 0;
  if (const Node* band = child_of(page, Kind::header)) y = header(*band);
  const float content = std::max(columns(page, y), frame_.height);
  float bottom = content;
  for (std::size_t i = 0; i < dialogs_.size(); ++i) {  // a dialog may hold no other, but the list may grow while it is drawn
    const std::size_t before = d_.rects.size();
    dialog(*dialogs_[i], content);
    for (std::size_t r = before; r < d_.rects.size(); ++r) bottom = std::max(bottom, d_.rects[r].y + d_.rects[r].h + px(24));
  }
  return bottom;
}

// The service's name at the left, who is at work and what they can do at the right; what is being worked on between them, or on a
// line of its own.
float Layout::header(const Node& node) {
  const auto acts = [](const Node& n) { return n.kind == Kind::link || n.kind == Kind::button; };
  const Node* person = nullptr;
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    if (acts(node.children[i]) && node.children[i - 1].kind == Kind::text) person = &node.children[i - 1];
  }
  Nodes left, middle, right;
  for (const Node& child : node.children) {
    if (brand_ == nullptr && (child.kind == Kind::text || child.kind == Kind::heading)) {
      brand_ = &child;
      left.push_back(&child);
    } else if (&child == person) {
      right.insert(right.begin(), &child);
    } else {
      (acts(child) ? right : middle).push_back(&child);
    }
  }
  const std::size_t ground = d_.ops.size();
  op(Shape::panel, {0, 0, frame_.width, 0}, Ink::flat(p_.band));
  const auto width = [&](const Nodes& nodes) {
    float sum = 0;
    for (const Node* n : nodes) sum += std::max(0.0F, natural(*n, Setting::band)) + px(16);
    return sum;
  };
  const bool one_line = width(left) + width(middle) + width(right) + px(16) <= frame_.width - px(48);
  Nodes first = left;
  if (one_line) first.insert(first.end(), middle.begin(), middle.end());
  float y = px(12);
  y += band_line(first, right, y);
  if (!one_line && !middle.empty()) y += px(6) + band_line(middle, {}, y + px(6));
  y += px(12);
  d_.ops[ground].box.h = y;
  if (p_.band != p_.action) op(Shape::line, {0, y - px(2), frame_.width, px(2)}, Ink::flat(p_.action));
  return y;
}

float Layout::band_line(const Nodes& left, const Nodes& right, float y) {
  float right_w = 0;
  for (const Node* child : right) right_w += std::max(0.0F, natural(*child, Setting::band)) + px(16);
  const Space whole{px(24), y, frame_.width - px(48), Setting::band};
  right_w = std::min(right_w, whole.w * 0.75F);
  const Display::Mark start = d_.mark();
  const Placed at_left = left.empty() ? Placed{} : row(left, whole.narrowed(0, right_w));
  const Display::Mark middle = d_.mark();
  const Placed at_right = right.empty() ? Placed{} : row(right, whole.narrowed(whole.w - right_w, 0), 1);
  const float h = std::max({at_left.h, at_right.h, px(right.empty() ? 28 : 40)});
  d_.shift(start, middle, std::round((h - at_left.h) / 2));
  d_.shift(middle, d_.mark(), std::round((h - at_right.h) / 2));
  return h;
}

float Layout::columns(const Node& page, float y) {
  const Node* navigation = child_of(page, Kind::navigation);
  const Node* side = child_of(page, Kind::aside);
  Nodes middle;
  for (const Node& child : page.children) {
    if (child.kind != Kind::header && child.kind != Kind::navigation && child.kind != Kind::aside) middle.push_back(&child);
  }
  const bool stacked = frame_.width < px(kStacked);
  const bool tight = frame_.width < px(kTight);
  const float edge = px(tight ? 20 : 32);
  const float between = px(tight ? 24 : 40);
  const float nav_w = navigation != nullptr && !stacked ? px(tight ? 200 : 240) : 0;
  // A table of many columns on a small screen needs the room: the assistant goes under it.
  const float beside = px(tight ? 272 : 320);
  const float left_over = frame_.width - edge * 2 - (nav_w > 0 ? nav_w + between : 0) - beside - between;
  const bool crowded = tight && std::any_of(middle.begin(), middle.end(),
                                            [&](const Node* n) { return holds_region(*n) || breaks_words(*n, left_over); });
  const float aside_w = side != nullptr && !stacked && !crowded ? beside : 0;
  const float taken = (nav_w > 0 ? nav_w + between : 0) + (aside_w > 0 ? aside_w + between : 0);
  const bool wide = std::any_of(middle.begin(), middle.end(), [](const Node* n) { return holds_table(*n); });
  const float main_w = std::min(frame_.width - edge * 2 - taken, px(wide ? kMainTable : kMain));
  const float left = std::floor((frame_.width - main_w - taken) / 2);
  const float top = y + px(tight ? 24 : 32);
  float bottom = top;
  float main_y = top;
  if (navigation != nullptr) {
    const Space space{left, top, nav_w > 0 ? nav_w : main_w, Setting::steps};
    const float h = stack(navigation->children, space);
    bottom = std::max(bottom, top + h);
    if (nav_w == 0) main_y = bottom + px(24);
  }
  const float main_x = left + (nav_w > 0 ? nav_w + between : 0);
  const float main_h = column(middle, {main_x, main_y, main_w, Setting::page});
  bottom = std::max(bottom, main_y + main_h);
  if (side != nullptr) {
    const Space space = aside_w > 0 ? Space{main_x + main_w + between, top, aside_w, Setting::page}
                                    : Space{main_x, bottom + px(24), main_w, Setting::page};
    bottom = std::max(bottom, space.y + aside(*side, space));
  }
  return bottom + px(40);
}

float Layout::column(const Nodes& nodes, Space space) {
  float y = space.y;
  for (const Node* node : nodes) {
    const float h = place(*node, space.at(y)).h;
    if (h > 0) y += h + px(20);
  }
  return std::max(0.0F, y - px(20) - space.y);
}

// The assistant: a soft panel beside the work.
float Layout::aside(const Node& node, Space space) {
  const float pad = px(20);
  const std::size_t ground = d_.ops.size();
  panel({space.x, space.y, space.w, 0}, Ink::framed(p_.ground_soft, p_.outlined ? p_.line : 0), 4);
  Space inner = space.narrowed(pad, pad).at(space.y + pad);
  inner.setting = Setting::aside;
  const float h = stack(node.children, inner) + pad * 2;
  d_.ops[ground].box.h = h;
  return h;
}

void Layout::dialog(const Node& node, float content) {
  d_.zones.clear();
  panel({0, 0, frame_.width, std::max(content, frame_.dialog_y + frame_.height)}, Ink::flat(IM_COL32(0, 0, 0, 130)), 0);
  const float w = std::min(px(640), frame_.width - px(48));
  const float pad = px(28);
  const float x = std::floor((frame_.width - w) / 2);
  const float top = frame_.dialog_y + px(96);
  const std::size_t ground = d_.ops.size();
  panel({x, top, w, 0}, Ink::framed(p_.ground, p_.outlined ? p_.line : 0));
  const Space inner{x + pad, top + pad, w - pad * 2, Setting::page};
  float y = inner.y + title(node, inner, {f_.heading[1], Ink::flat(p_.text)}, {f_.text, Ink::flat(p_.text)}, px(14));
  y += stack(node.children, inner.at(y));
  d_.ops[ground].box.h = y + pad - top;
  rect(node.id, {x, top, w, y + pad - top});
}

}  // namespace omnia::faces
