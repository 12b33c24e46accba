// Short ways to write nodes, and `seal`, which gives every node its key and id.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "wasm-client/view/node.hpp"

namespace omnia::view {

// Children may be written in the call: node(Kind::row, {button(...), button(...)}). Nodes without a key get one from `seal`.
// Keys are looked at and labels referred to, because most are literals and texts that live elsewhere: hundreds of calls copy
// nothing.
Node node(Kind kind, std::vector<Node> children = {});
Node keyed(Kind kind, std::string_view key);
Node keyed(Kind kind, std::string_view key, const std::string& label, std::vector<Node> children = {});

Node heading(std::uint8_t level, const std::string& label, std::string_view key = {});
Node text(const std::string& label, Tone tone = Tone::neutral);
Node badge(const std::string& label, Tone tone);
Node status(std::string_view key, const std::string& label);
Node button(std::string_view key, const std::string& label);
Node primary(std::string_view key, const std::string& label);
Node link(std::string_view key, const std::string& label);
Node definition(const std::string& term, const std::string& value);
Node definition(const std::string& term, const std::string& value, const std::string& help);
Node cell(const std::string& label);
Node numeric_cell(const std::string& label);
// `data`: the same as a table, its alternative; `open_words`: what opens it ("Dati del grafico").
Node chart(const std::string& key, const std::string& finding, const std::string& help, Chart drawn,
           const std::string& open_words, Node data);
// The first row of a table.
Node header_row(const std::vector<std::string>& labels);

// Keys of nodes without one come from the parent's key and the place among the unkeyed siblings of the same kind, so that a
// node that appears beside others does not rename them; then id = id_of(key) everywhere. Idempotent.
void seal(Node& root);

// First node with that key, depth first; nullptr when absent.
const Node* find_key(const Node& root, std::string_view key);

}  // namespace omnia::view
