// What a block pasted into a grid, or a fill, writes into which fields. Works on the tree of the screen, so on every grid.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wasm-client/app/event.hpp"
#include "wasm-client/view/node.hpp"

namespace omnia::app {

using CellTexts = std::vector<std::pair<std::string, std::string>>;  // key of a field, its new text

// The block as a spreadsheet gives it (tabs between cells, line breaks between rows, quotes around cells that hold either) on the
// fields of the grid from that one to the right and down. Cells without a field take their text away; what lies outside is left.
CellTexts pasted(const view::Node& tree, std::string_view key, const std::string& text);
// The value of that field into the fields under it, in the same column.
CellTexts filled_down(const view::Node& tree, std::string_view key);

// A block is saved once: of several StoreDraft of one draft only the last stays.
Effects only_last_draft(Effects effects);

}  // namespace omnia::app
