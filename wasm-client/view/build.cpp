#include "wasm-client/view/build.hpp"

#include <array>

namespace omnia::view {

Node node(Kind kind, std::vector<Node> children) {
  Node n;
  n.kind = kind;
  n.children = std::move(children);
  return n;
}

Node keyed(Kind kind, std::string key, std::string label, std::vector<Node> children) {
  Node n = node(kind, std::move(children));
  n.key = std::move(key);
  n.label = std::move(label);
  return n;
}

Node heading(std::uint8_t level, std::string label, std::string key) {
  Node n = keyed(Kind::heading, std::move(key), std::move(label));
  n.level = level;
  return n;
}

Node text(std::string label, Tone tone) {
  Node n = keyed(Kind::text, {}, std::move(label));
  n.tone = tone;
  return n;
}

Node badge(std::string label, Tone tone) {
  Node n = keyed(Kind::badge, {}, std::move(label));
  n.tone = tone;
  return n;
}

Node status(std::string key, std::string label) { return keyed(Kind::status, std::move(key), std::move(label)); }
Node button(std::string key, std::string label) { return keyed(Kind::button, std::move(key), std::move(label)); }

Node primary(std::string key, std::string label) {
  Node n = button(std::move(key), std::move(label));
  n.primary = true;
  return n;
}

Node link(std::string key, std::string label) { return keyed(Kind::link, std::move(key), std::move(label)); }

Node definition(std::string term, std::string value, std::string help) {
  Node n = keyed(Kind::definition, {}, std::move(term));
  n.value = std::move(value);
  n.help = std::move(help);
  return n;
}

Node cell(std::string label) { return keyed(Kind::table_cell, {}, std::move(label)); }

Node numeric_cell(std::string label) {
  Node n = cell(std::move(label));
  n.numeric = true;
  return n;
}

Node chart(std::string key, std::string finding, std::string help, Chart drawn, std::string open_words, Node data) {
  Node disclosure = keyed(Kind::disclosure, key + ".dati", std::move(open_words), {std::move(data)});
  Node n = keyed(Kind::chart, std::move(key), std::move(finding), {std::move(disclosure)});
  n.help = std::move(help);
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
