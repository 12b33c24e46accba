// The vocabulary of screens. A screen is a pure function from the Model to a tree of these nodes; both faces draw the tree
// and neither knows anything else.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace omnia::view {

using NodeId = std::uint32_t;

// Stable id of a key (FNV-1a, never 0). Keys are unique in a tree: "azienda.pec", "nav.domande", "lavoratore.3.scelto".
constexpr NodeId id_of(std::string_view key) {
  std::uint32_t h = 2166136261U;
  for (const char c : key) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
  return h == 0 ? 1 : h;
}

// Role in HTML in brackets. Containers hold `children`; leaves have a label or a value and get a rectangle from the canvas.
enum class Kind : std::uint8_t {
  page,             // root: children are header, navigation?, main, aside?
  header,           // [banner]
  navigation,       // [nav] of steps or links; label is the accessible name
  step,             // [button in nav li] label, value = state word ("completa", "2 errori"), tone, current
  main,             // [main]
  aside,            // [complementary]
  section,          // [section] label = accessible name
  group,            // [fieldset] label = legend, help
  row,              // children side by side where there is room
  card,             // bordered box; label = title (optional)
  heading,          // label, level 1..4
  text,             // paragraph: label; tone
  alert,            // label = text, value = gravity word, help = remedy, tone; key of the field it speaks of in `target`
  badge,            // short label with tone
  definition_list,  // children: definition
  definition,       // label = term, value = text, help = source
  list,             // children: list_item
  list_item,        // children
  field,            // text input: label, value, help, field_kind, required, error text in `error`
  select,           // options, value
  radio_group,      // label, help, error; children: radio
  radio,            // label, checked, value
  checkbox,         // label, checked, help, error
  button,           // label, tone: primary by `primary`; disabled
  link,             // label; behaves as a button that moves (target screen)
  meter,            // label, value = text, min, max, now, limit; tone
  table,            // label = caption; children: table_row, the first with table_header cells; total rows in `max`; see below
  table_row,        // children: table_cell / table_header; checked = selected
  table_header,     // label; children: a button that sorts, or none; now = 1 sorted upwards, -1 downwards, 0 not by this column
  table_cell,       // label (text) or children (checkbox, button, field); numeric = right-aligned
  status,           // [role=status, aria-live=polite] label
  empty_state,      // label, help; children: buttons
  dialog,     // label; children; modal: Escape presses its first button that is not primary, the focus goes back where it was
  chart,      // [figure] label = the finding as a title, help = what the axis and the colours say, `chart`; children: the same
              // data as a table within a disclosure
  disclosure  // [details] label; children shown while it is open, which the faces remember; checked = open at first, but with
              // `current` closed at first on a phone
};

// Tables can do more than stand there:
// - `grid`: its cells hold fields, and the keyboard moves as in a spreadsheet: Up, Down, Enter and Shift+Enter between rows,
//   Left and Right between columns where the caret is at the end of the text. Ctrl+D sends app::FillDown with the field's key:
//   its value goes to the fields under it. Text of several lines or with tabs, pasted into a field, does not enter that field:
//   it is sent whole as app::Paste with the field's key, where the block begins (app/grid.hpp applies both to any grid).
// - `limit` > 0: it scrolls in a region of its own that shows `limit` rows of one height. `max` = total rows, `now` = number
//   (from 0) of the first row among the children, which are some more than the region shows; app::Scroll says from which row
//   on others are wanted. `value` = what the rows depend on (search, order): when it changes the region goes back to its top.
//   Each header has in `max` the width of its column in characters: rows come and go, the columns stay. What does not fit in a
//   cell is cut: one line of text, no alerts in the rows.
//
// A field of kind `file` has one option: its value = accepted types as in HTML (".pdf,application/pdf"), its label = what the
// control says while it is empty ("Scegli un file PDF"). `value` = name of the chosen file; `max` = greatest size in bytes.
// The choice arrives as app::FileChosen. Of a file that is too big the bytes stay in the page: `bytes` is empty and
// `dimensione` tells why. What the person sees of it is the field's `value`, `help` and `error`, as of any other field.
// The page empties its own control at once, so that the same file can be chosen again.
//
// `shortcut` of a button, link or step: the key that presses it from anywhere but a field: "n", "?", "1", "Ctrl+Z".
enum class FieldKind : std::uint8_t { text, date, money, hours, decimal, number, search, multiline, email, file, password };
enum class Tone : std::uint8_t { neutral, info, success, warning, error };

// Data of a chart. Numbers are places and lengths; what a person reads is text made by the screen.
//   timeline  each series is a lane; marks are bars from `from` to `to` on the axis min..max (weeks or days as numbers)
//   bars      horizontal bars of `value`, one under the other; marks with one label stand together, one bar for each series
//   line      a line for each series through (`from`, `value`); min..max is the axis of `from`, the values begin at 0
enum class ChartKind : std::uint8_t { timeline, bars, line };

struct Mark {
  std::string label;  // bars: what the bar is of
  std::string note;   // bars: its figure and change, at the right: "800.000 € (−20 %)"
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::int64_t value = 0;
  std::uint8_t series = 0;
  Tone tone = Tone::neutral;  // neutral: the series' own colour
  bool operator==(const Mark&) const = default;
};

struct Tick {  // a word under the axis
  std::int64_t at = 0;
  std::string label;
  bool operator==(const Tick&) const = default;
};

struct Chart {
  ChartKind kind = ChartKind::timeline;
  std::vector<std::string> series;  // names, at most four
  std::vector<Mark> marks;
  std::vector<Tick> ticks;
  std::int64_t min = 0;
  std::int64_t max = 0;
  Tick limit;  // drawn when it has a label; timeline: a place on the axis; bars, line: a value
  Tick today;  // a place on the axis of a timeline or line
  bool operator==(const Chart&) const = default;
};

struct Option {
  std::string value;
  std::string label;
  bool operator==(const Option&) const = default;
};

struct Node {
  NodeId id = 0;
  Kind kind = Kind::text;
  std::string key;  // address of the events of this node; not sent to the faces
  std::string label;
  std::string value;
  std::string help;
  std::string error;   // text of the alert under the field
  std::string target;  // key of another node (alert -> field), sent as id
  std::string shortcut;
  Tone tone = Tone::neutral;
  FieldKind field_kind = FieldKind::text;
  std::uint8_t level = 0;
  bool required = false;
  bool disabled = false;
  bool checked = false;
  bool current = false;
  bool primary = false;
  bool numeric = false;
  bool grid = false;
  std::int64_t min = 0;
  std::int64_t max = 0;
  std::int64_t now = 0;
  std::int64_t limit = 0;
  std::vector<Option> options;
  std::vector<Chart> chart;  // none or one
  std::vector<Node> children;
  bool operator==(const Node&) const = default;
};

}  // namespace omnia::view
