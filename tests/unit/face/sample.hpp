// View trees with every kind of node, as the real screens make them.
#pragma once
#include <cstdint>

#include "wasm-client/view/node.hpp"

namespace omnia::test {

view::Node domanda();           // stepper, form with errors, assistant
view::Node worklist(int rows);  // table of an operator
view::Node overview();          // cards, badges, meters, empty state, choices
view::Node with_dialog();
view::Node data();  // charts of every kind, a grid, a file, a disclosure, a table that scrolls in its own region
view::Node scrolling(std::int64_t total, std::int64_t first, int rows);  // that table alone, 8 rows in sight
view::Node large(int fields);                                            // many fields, for the time of a frame

}  // namespace omnia::test
