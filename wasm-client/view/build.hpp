// Short ways to write nodes, and `seal`, which gives every node its key and id.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "wasm-client/view/node.hpp"

namespace omnia::view {

// Children may be written in the call: node(Kind::row, {button(...), button(...)}). Nodes without a key get one from `seal`.
Node node(Kind kind, std::vector<Node> children = {});
Node keyed(Kind kind, std::string key, std::string label = {}, std::vector<Node> children = {});

Node heading(std::uint8_t level, std::string label, std::string key = {});
Node text(std::string label, Tone tone = Tone::neutral);
Node badge(std::string label, Tone tone);
Node status(std::string key, std::string label);
Node button(std::string key, std::string label);
Node primary(std::string key, std::string label);
Node link(std::string key, std::string label);
Node definition(std::string term, std::string value, std::string help = {});
Node cell(std::string label);
Node numeric_cell(std::string label);
// `data`: the same as a table, its alternative; `open_words`: what opens it ("Dati del grafico").
Node chart(std::string key, std::string finding, std::string help, Chart drawn, std::string open_words, Node data);
// The first row of a table.
Node header_row(const std::vector<std::string>& labels);

// Keys of nodes without one come from the parent's key and the place among the unkeyed siblings of the same kind, so that a
// node that appears beside others does not rename them; then id = id_of(key) everywhere. Idempotent.
void seal(Node& root);

// First node with that key, depth first; nullptr when absent.
const Node* find_key(const Node& root, std::string_view key);

}  // namespace omnia::view
