#include "wasm-client/view/publisher.hpp"

#include <array>
#include <stdexcept>
#include <tuple>
#include <utility>
#include <vector>

#include "shared/domain/defect.hpp"
#include "wasm-client/view/build.hpp"
#include "wasm-client/view/chart.hpp"

namespace omnia::view {
namespace {

constexpr std::array<std::string_view, 35> kKinds = {
    "page",   "header",    "navigation", "step",      "main",         "aside",      "section",         "group",
    "row",    "card",      "heading",    "text",      "alert",        "badge",      "definition_list", "definition",
    "list",   "list_item", "field",      "select",    "radio_group",  "radio",      "checkbox",        "button",
    "link",   "meter",     "table",      "table_row", "table_header", "table_cell", "status",          "empty_state",
    "dialog", "chart",     "disclosure"};
constexpr std::array<std::string_view, 5> kTones = {"neutral", "info", "success", "warning", "error"};
constexpr std::array<std::string_view, 11> kFieldKinds = {"text",   "date",      "money", "hours", "decimal", "number",
                                                          "search", "multiline", "email", "file",  "password"};

void append_string(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      out += "\\u00";
      out += kHex[byte >> 4U];
      out += kHex[byte & 15U];
    } else {
      out += c;
    }
  }
  out += '"';
}

void add_text(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += ",\"";
  out += name;
  out += "\":";
  append_string(out, value);
}

void add_flag(std::string& out, std::string_view name, bool value) {
  if (!value) return;
  out += ",\"";
  out += name;
  out += "\":true";
}

void add_number(std::string& out, std::string_view name, std::int64_t value) {
  if (value == 0) return;
  out += ",\"";
  out += name;
  out += "\":";
  out += std::to_string(value);
}

void append_shape(std::string& out, const ChartShape& shape) {
  constexpr std::array<std::string_view, 4> kWhats = {"box", "line", "dot", "text"};
  out += "{\"what\":\"";
  out += kWhats[static_cast<std::size_t>(shape.what)];
  out += '"';
  add_text(out, "ink", shape.ink);
  add_number(out, "x", shape.x);
  add_number(out, "x2", shape.x2);
  add_number(out, "y", shape.y);
  add_number(out, "y2", shape.y2);
  add_number(out, "indent", shape.indent);
  add_number(out, "align", shape.align);
  add_flag(out, "strong", shape.strong);
  add_flag(out, "fine", shape.fine);
  add_text(out, "text", shape.text);
  out += '}';
}

void append_chart(std::string& out, const Chart& chart) {
  const ChartPicture drawn = picture(chart);
  out += ",\"chart\":{\"height\":" + std::to_string(drawn.height) + ",\"shapes\":[";
  for (const ChartShape& shape : drawn.shapes) {
    if (&shape != drawn.shapes.data()) out += ',';
    append_shape(out, shape);
  }
  out += "]}";
}

void append_own(std::string& out, const Node& n) {
  out += "\"id\":" + std::to_string(n.id);
  add_text(out, "k", kKinds[static_cast<std::size_t>(n.kind)]);
  add_text(out, "label", n.label);
  add_text(out, "value", n.value);
  add_text(out, "help", n.help);
  add_text(out, "error", n.error);
  if (!n.target.empty()) add_number(out, "target", id_of(n.target));
  if (n.tone != Tone::neutral) add_text(out, "tone", kTones[static_cast<std::size_t>(n.tone)]);
  if (n.field_kind != FieldKind::text) add_text(out, "field", kFieldKinds[static_cast<std::size_t>(n.field_kind)]);
  add_number(out, "level", n.level);
  add_flag(out, "required", n.required);
  add_flag(out, "disabled", n.disabled);
  add_flag(out, "checked", n.checked);
  add_flag(out, "current", n.current);
  add_flag(out, "primary", n.primary);
  add_flag(out, "numeric", n.numeric);
  add_flag(out, "grid", n.grid);
  add_text(out, "shortcut", n.shortcut);
  add_number(out, "min", n.min);
  add_number(out, "max", n.max);
  add_number(out, "now", n.now);
  add_number(out, "limit", n.limit);
  if (!n.chart.empty()) append_chart(out, n.chart.front());
  if (n.options.empty()) return;
  out += ",\"options\":[";
  for (const Option& option : n.options) {
    out += &option == n.options.data() ? "{\"value\":" : ",{\"value\":";
    append_string(out, option.value);
    out += ",\"label\":";
    append_string(out, option.label);
    out += '}';
  }
  out += ']';
}

void append_tree(std::string& out, const Node& n) {
  out += '{';
  append_own(out, n);
  if (!n.children.empty()) {
    out += ",\"children\":[";
    for (const Node& child : n.children) {
      if (&child != n.children.data()) out += ',';
      append_tree(out, child);
    }
    out += ']';
  }
  out += '}';
}

bool same_shape(const Node& a, const Node& b) {
  if (a.id != b.id || a.kind != b.kind || a.children.size() != b.children.size()) return false;
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    if (!same_shape(a.children[i], b.children[i])) return false;
  }
  return true;
}

auto numbers(const Node& n) {
  return std::tie(n.tone, n.field_kind, n.level, n.required, n.disabled, n.checked, n.current, n.primary, n.numeric, n.grid,
                  n.min, n.max, n.now, n.limit);
}

bool same_own(const Node& a, const Node& b) {
  return numbers(a) == numbers(b) && a.label == b.label && a.value == b.value && a.help == b.help && a.error == b.error &&
         a.target == b.target && a.shortcut == b.shortcut && a.options == b.options && a.chart == b.chart;
}

void collect_changes(const Node& before, const Node& after, std::vector<const Node*>& changed) {
  if (!same_own(before, after)) changed.push_back(&after);
  for (std::size_t i = 0; i < after.children.size(); ++i) collect_changes(before.children[i], after.children[i], changed);
}

void index_tree(const Node& n, std::unordered_map<NodeId, const Node*>& index) {
  const auto [place, fresh] = index.emplace(n.id, &n);
  if (!fresh) domain::defect("two nodes with one id: " + place->second->key + " and " + n.key);
  for (const Node& child : n.children) index_tree(child, index);
}

}  // namespace

std::string to_json(const Node& node) {
  std::string out;
  append_tree(out, node);
  return out;
}

std::string Publisher::publish(Node tree) {
  seal(tree);
  std::string out;
  if (!index_.empty() && same_shape(tree_, tree)) {
    std::vector<const Node*> changed;
    collect_changes(tree_, tree, changed);
    for (const Node* node : changed) {
      out += out.empty() ? "{\"nodes\":[{" : ",{";
      append_own(out, *node);
      out += '}';
    }
    if (!changed.empty()) out += "]}";
  } else {
    out = "{\"tree\":" + to_json(tree) + "}";
  }
  tree_ = std::move(tree);
  index_.clear();
  index_tree(tree_, index_);
  return out;
}

const Node* Publisher::find(NodeId id) const {
  const auto found = index_.find(id);
  return found == index_.end() ? nullptr : found->second;
}

}  // namespace omnia::view
