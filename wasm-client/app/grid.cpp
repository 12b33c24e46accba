#include "wasm-client/app/grid.hpp"

#include <algorithm>
#include <cstddef>
#include <set>

namespace omnia::app {
namespace {

using view::Kind;
using view::Node;

struct Place {
  const Node* table = nullptr;
  std::size_t row = 0, column = 0;
};

// The control of a cell that a text can be written into.
const Node* control(const Node& cell) {
  for (const Node& child : cell.children) {
    const bool writable = child.kind == Kind::field || child.kind == Kind::select;
    if (writable && !child.disabled) return &child;
  }
  return nullptr;
}

const Node* cell_at(const Node& table, std::size_t row, std::size_t column) {
  const auto& cells = table.children[row].children;
  return column < cells.size() ? &cells[column] : nullptr;
}

Place find(const Node& node, std::string_view key) {
  if (node.kind == Kind::table && node.grid) {
    for (std::size_t r = 0; r < node.children.size(); ++r) {
      for (std::size_t c = 0; c < node.children[r].children.size(); ++c) {
        const Node* here = control(node.children[r].children[c]);
        if (here != nullptr && here->key == key) return {&node, r, c};
      }
    }
  }
  for (const Node& child : node.children) {
    if (const Place found = find(child, key); found.table != nullptr) return found;
  }
  return {};
}

using Block = std::vector<std::vector<std::string>>;

Block block_of(const std::string& text) {
  Block rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    std::string& cell = rows.back().back();
    if (quoted) {
      const bool doubled = c == '"' && i + 1 < text.size() && text[i + 1] == '"';
      if (c != '"' || doubled) cell += c;
      if (doubled) ++i;
      if (c == '"' && !doubled) quoted = false;
    } else if (c == '"' && cell.empty()) {
      quoted = true;
    } else if (c == '\t') {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.emplace_back(1);
    } else if (c != '\r') {
      cell += c;
    }
  }
  if (rows.back().size() == 1 && rows.back().front().empty()) rows.pop_back();  // the line break after the last row
  return rows;
}

}  // namespace

CellTexts pasted(const Node& tree, std::string_view key, const std::string& text) {
  const Place from = find(tree, key);
  if (from.table == nullptr) return {{std::string(key), text}};
  CellTexts out;
  const Block block = block_of(text);
  for (std::size_t r = 0; r < block.size() && from.row + r < from.table->children.size(); ++r) {
    for (std::size_t c = 0; c < block[r].size(); ++c) {
      const Node* cell = cell_at(*from.table, from.row + r, from.column + c);
      const Node* target = cell == nullptr ? nullptr : control(*cell);
      if (target != nullptr) out.emplace_back(target->key, block[r][c]);
    }
  }
  return out;
}

CellTexts filled_down(const Node& tree, std::string_view key) {
  const Place from = find(tree, key);
  if (from.table == nullptr) return {};
  const std::string value = control(*cell_at(*from.table, from.row, from.column))->value;
  CellTexts out;
  for (std::size_t r = from.row + 1; r < from.table->children.size(); ++r) {
    const Node* cell = cell_at(*from.table, r, from.column);
    const Node* target = cell == nullptr ? nullptr : control(*cell);
    if (target != nullptr) out.emplace_back(target->key, value);
  }
  return out;
}

Effects only_last_draft(Effects effects) {
  std::set<std::string> later;
  for (std::size_t i = effects.size(); i-- > 0;) {
    const auto* store = std::get_if<StoreDraft>(&effects[i]);
    if (store != nullptr && !later.insert(store->id).second) effects.erase(effects.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return effects;
}

}  // namespace omnia::app
