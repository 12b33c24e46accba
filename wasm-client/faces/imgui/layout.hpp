// View tree -> display: where each thing stands and what it is drawn with. One pass for each frame; no state between frames.
#pragma once
#include <cmath>
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "wasm-client/faces/imgui/display.hpp"
#include "wasm-client/faces/imgui/fonts.hpp"
#include "wasm-client/faces/imgui/theme.hpp"
#include "wasm-client/view/chart.hpp"
#include "wasm-client/view/node.hpp"

namespace omnia::faces {

// Where a thing stands changes its look: buttons are smaller in a cell, white in the header band.
enum class Setting : std::uint8_t { page, band, steps, aside, cell, head };

struct Space {
  float x = 0, y = 0, w = 0;
  Setting setting = Setting::page;

  [[nodiscard]] Space at(float new_y) const { return {x, new_y, w, setting}; }
  [[nodiscard]] Space narrowed(float left, float right) const { return {x + left, y, w - left - right, setting}; }
};

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

struct Placed {
  float h = 0;
  float anchor = -1;          // y of the middle of the first line or control below the top; -1: aligned by its top
  std::size_t panel = kNone;  // op that grows when the neighbours in a row are taller, and its rect
  std::size_t rect = kNone;
};

struct Unfolded {                                  // what the page keeps of tables that scroll and of disclosures
  std::unordered_map<view::NodeId, float> scroll;  // CSS px
  std::unordered_map<view::NodeId, bool> open;
  std::unordered_map<view::NodeId, float> columns;  // of a header whose column was resized: width in characters
};

struct Frame {  // what one frame is laid out with
  float dpr = 1;
  float width = 0, height = 0;  // of the viewport, physical pixels
  float dialog_y = 0;           // where a dialog stands: the scroll place when it appeared
  view::NodeId focus = 0;
  const Unfolded* unfolded = nullptr;
};

class Layout {
 public:
  Layout(Display& display, const FontSet& fonts, const Palette& palette, const Frame& frame)
      : d_(display), f_(fonts), p_(palette), frame_(frame) {}

  // Returns the height of the content.
  float page(const view::Node& page);
  [[nodiscard]] bool has_dialog() const { return !dialogs_.empty(); }

 private:
  using Nodes = std::vector<const view::Node*>;
  struct Words {  // how a paragraph is written
    const ImFont* font = nullptr;
    Ink ink;
    view::NodeId owner = 0;
    float align = 0;  // 0 left, 0.5 centre, 1 right
    bool underlined = false;
  };
  struct Grid {      // columns of a table
    float side = 0;  // padding of a cell, left and right
    std::vector<float> x, w;
    std::vector<bool> numeric;
  };
  struct Natural {  // width a cell would like, can bear, can bear if long codes are cut at their joints, and cannot go below
    float wanted = 0, least = 0, bent = 0, hard = 0;
  };

  // layout_page.cpp
  float header(const view::Node& node);
  float band_line(const Nodes& left, const Nodes& right, float y);
  float columns(const view::Node& page, float y);
  float column(const Nodes& nodes, Space space);
  float aside(const view::Node& node, Space space);
  void dialog(const view::Node& node, float content);

  // layout_flow.cpp
  Placed place(const view::Node& node, Space space);
  float stack(const std::vector<view::Node>& nodes, Space space);
  [[nodiscard]] float gap(const view::Node* previous, const view::Node& next, Setting setting) const;
  Placed row(const Nodes& nodes, Space space, float align = 0);
  void fit_fields(const Nodes& nodes, float room, std::vector<float>& widths) const;
  Placed row_line(const Nodes& nodes, const std::vector<float>& widths, Space space);
  float equal_columns(const Nodes& nodes, Space space, float least, bool fill);
  float natural(const view::Node& node, Setting setting) const;  // -1: as wide as there is room
  static Nodes pointers(const std::vector<view::Node>& nodes);
  Placed container(const view::Node& node, Space space);
  Placed section(const view::Node& node, Space space);
  Placed group(const view::Node& node, Space space);
  Placed list(const view::Node& node, Space space);
  Placed card(const view::Node& node, Space space);
  // Label and help of a box, each with `gap` below it; returns the height of both.
  float title(const view::Node& node, Space space, const Words& label, const Words& help, float gap);
  Placed empty_state(const view::Node& node, Space space);

  // layout_text.cpp
  float write(view::NodeId part, std::string_view text, Space space, const Words& words);
  void write_line(view::NodeId part, std::string_view text, const Box& box, const Words& words);
  Placed heading(const view::Node& node, Space space);
  Placed text(const view::Node& node, Space space);
  Placed alert(const view::Node& node, Space space);
  Placed badge(const view::Node& node, Space space);
  Placed definitions(const view::Node& node, Space space);
  float definition(const view::Node& node, Space space, float term_width);
  Placed meter(const view::Node& node, Space space);
  void meter_bar(const view::Node& node, const Box& bar);

  // layout_controls.cpp
  Placed field(const view::Node& node, Space space);
  void field_value(const view::Node& node, const Box& control);
  void file_value(const view::Node& node, const Box& control);
  float label(const view::Node& node, Space space, const ImFont& font);
  float notes(const view::Node& node, Space space);  // help and error
  Placed choice(const view::Node& node, Space space);
  void choice_mark(const view::Node& node, const Box& mark);
  Placed button(const view::Node& node, Space space);
  Placed link(const view::Node& node, Space space);
  Placed step(const view::Node& node, Space space);
  void step_marker(const view::Node& node, const Box& box);
  [[nodiscard]] float field_width(const view::Node& node, Setting setting) const;
  [[nodiscard]] static std::string_view shown_value(const view::Node& node);

  // layout_table.cpp
  Placed table(const view::Node& node, Space space);
  Grid grid(const view::Node& node, Space space) const;
  [[nodiscard]] bool breaks_words(const view::Node& node, float width) const;
  [[nodiscard]] float cell_side(const view::Node& table, float width) const;
  [[nodiscard]] float unbroken_width(const view::Node& table, float side) const;
  [[nodiscard]] std::vector<Natural> column_widths(const view::Node& node, float side, std::vector<bool>& numeric) const;
  [[nodiscard]] Natural cell_width(const view::Node& cell, float side) const;
  float table_row(const view::Node& row, const Grid& grid, Space space, bool head, bool odd);
  Placed cell(const view::Node& cell, Space space, bool head, bool numeric);
  [[nodiscard]] const ImFont& cell_font(const view::Node& cell) const;
  Placed sorter(const view::Node& header, Space space, bool numeric);
  float caption(const view::Node& node, Space space);
  float help_below(const view::Node& node, Space space);

  // layout_scroll.cpp: a table that scrolls in a region of its own
  Placed scrolling_table(const view::Node& node, Space space);
  [[nodiscard]] Grid fixed_grid(const view::Node& node, Space space) const;
  [[nodiscard]] float column_weight(const view::Node& header) const;
  void fixed_row(const view::Node& row, const Grid& grid, Space space, bool odd);
  void fixed_cell(const view::Node& cell, const Box& box, bool numeric);

  // layout_chart.cpp
  Placed chart(const view::Node& node, Space space);
  void chart_shape(const view::Node& node, const view::ChartShape& shape, const Box& area);
  void chart_text(const view::Node& node, const view::ChartShape& shape, const Box& area);
  [[nodiscard]] Ink chart_ink(std::string_view name) const;
  [[nodiscard]] bool is_open(const view::Node& disclosure) const;
  Placed disclosure(const view::Node& node, Space space);

  // Small tools.
  [[nodiscard]] float px(float css) const { return std::round(css * frame_.dpr); }
  [[nodiscard]] const ImFont& heading_font(const view::Node& node, Setting setting) const;
  [[nodiscard]] const ImFont& text_font(const view::Node& node) const { return &node == brand_ ? *f_.heading[2] : *f_.text; }
  // Middle of the first line of regular text that stands on the same base line.
  [[nodiscard]] float base_anchor(const ImFont& font) const {
    return std::round(font.Ascent - f_.text->Ascent + f_.text->FontSize / 2);
  }
  [[nodiscard]] static float line(const ImFont& font) { return font.FontSize; }
  [[nodiscard]] float reading_width() const { return 75 * text_width(*f_.text, "0"); }
  Op& op(Shape shape, const Box& box, Ink ink, view::NodeId owner = 0);
  Op& panel(const Box& box, Ink ink, float radius_css = 4, view::NodeId owner = 0);
  std::size_t rect(view::NodeId id, const Box& box);
  void zone(view::NodeId id, const Box& box) { d_.zones.push_back({id, box}); }

  Display& d_;
  const FontSet& f_;
  const Palette& p_;
  Frame frame_;
  Nodes dialogs_;
  std::size_t clip_ = kNoClip;         // region that is being laid out
  const view::Node* brand_ = nullptr;  // the service's name in the header
};

}  // namespace omnia::faces
