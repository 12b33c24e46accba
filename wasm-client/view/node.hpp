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
  table,            // label = caption; children: table_row, the first with table_header cells; total rows in `max`
  table_row,        // children: table_cell / table_header; checked = selected
  table_header,     // label
  table_cell,       // label (text) or children (checkbox, button, field); numeric = right-aligned
  status,           // [role=status, aria-live=polite] label
  empty_state,      // label, help; children: buttons
  dialog            // label; children; modal
};

enum class FieldKind : std::uint8_t { text, date, money, hours, decimal, number, search, multiline, email };
enum class Tone : std::uint8_t { neutral, info, success, warning, error };

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
  Tone tone = Tone::neutral;
  FieldKind field_kind = FieldKind::text;
  std::uint8_t level = 0;
  bool required = false;
  bool disabled = false;
  bool checked = false;
  bool current = false;
  bool primary = false;
  bool numeric = false;
  std::int64_t min = 0;
  std::int64_t max = 0;
  std::int64_t now = 0;
  std::int64_t limit = 0;
  std::vector<Option> options;
  std::vector<Node> children;
  bool operator==(const Node&) const = default;
};

}  // namespace omnia::view
