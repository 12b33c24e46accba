#include "wasm-client/view/build.hpp"

#include <array>

namespace omnia::view {

Node node(Kind kind, std::vector<Node> children) {
  Node n;
  n.kind = kind;
  n.children = std::move(children);
  return n;
}

Node keyed(Kind kind, std::string_view key) {
  Node n;
  n.kind = kind;
  n.key = key;
  return n;
}

Node keyed(Kind kind, std::string_view key, const std::string& label, std::vector<Node> children) {
  Node n = keyed(kind, key);
  n.label = label;
  n.children = std::move(children);
  return n;
}

Node heading(std::uint8_t level, const std::string& label, std::string_view key) {
  Node n = keyed(Kind::heading, key, label);
  n.level = level;
  return n;
}

Node text(const std::string& label, Tone tone) {
  Node n = keyed(Kind::text, {}, label);
  n.tone = tone;
  return n;
}

Node badge(const std::string& label, Tone tone) {
  Node n = keyed(Kind::badge, {}, label);
  n.tone = tone;
  return n;
}

Node status(std::string_view key, const std::string& label) { return keyed(Kind::status, key, label); }
Node button(std::string_view key, const std::string& label) { return keyed(Kind::button, key, label); }

Node primary(std::string_view key, const std::string& label) {
  Node n = button(key, label);
  n.primary = true;
  return n;
}

Node link(std::string_view key, const std::string& label) { return keyed(Kind::link, key, label); }

Node definition(const std::string& term, const std::string& value) {
  Node n = keyed(Kind::definition, {}, term);
  n.value = value;
  return n;
}

Node definition(const std::string& term, const std::string& value, const std::string& help) {
  Node n = definition(term, value);
  n.help = help;
  return n;
}

Node cell(const std::string& label) { return keyed(Kind::table_cell, {}, label); }

Node numeric_cell(const std::string& label) {
  Node n = cell(label);
  n.numeric = true;
  return n;
}

Node chart(const std::string& key, const std::string& finding, const std::string& help, Chart drawn,
           const std::string& open_words, Node data) {
  Node n = keyed(Kind::chart, key, finding, {keyed(Kind::disclosure, key + ".dati", open_words, {std::move(data)})});
  n.help = help;
  n.chart.push_back(std::move(drawn));
  return n;
}

Node header_row(const std::vector<std::string>& labels) {
  Node row = node(Kind::table_row);
  for (const std::string& label : labels) row.children.push_back(keyed(Kind::table_header, {}, label));
  return row;
}

void seal(Node& root) {
  if (root.key.empty()) root.key = "pagina";
  root.id = id_of(root.key);
  std::array<int, 64> seen{};
  for (Node& child : root.children) {
    if (child.key.empty()) {
      const auto kind = static_cast<std::size_t>(child.kind);
      child.key = root.key + "/" + std::to_string(kind) + "." + std::to_string(seen[kind]++);
    }
    seal(child);
  }
}

const Node* find_key(const Node& root, std::string_view key) {
  if (root.key == key) return &root;
  for (const Node& child : root.children) {
    if (const Node* found = find_key(child, key)) return found;
  }
  return nullptr;
}

}  // namespace omnia::view
