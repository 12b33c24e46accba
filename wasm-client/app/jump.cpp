// From an alert to the field it speaks of.
#include "wasm-client/app/app.hpp"
#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/workers.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::app {
namespace {

constexpr std::string_view kBeneficiary = "lavoratori.beneficiari[";

// Key of the node of a field; a worker is found by the box that chooses him, on his page of the table.
std::string node_key(Scrivania& desk, const std::string& campo) {
  if (campo.compare(0, kBeneficiary.size(), kBeneficiary) != 0) return campo;
  const auto index = static_cast<std::size_t>(std::strtoul(campo.c_str() + kBeneficiary.size(), nullptr, 10));
  return show_beneficiary(desk, index);
}

bool takes_focus(const view::Node& node) {
  switch (node.kind) {
    case view::Kind::field:
    case view::Kind::select:
    case view::Kind::checkbox:
    case view::Kind::radio:
    case view::Kind::button:
    case view::Kind::link:
      return !node.disabled;
    default:
      return false;
  }
}

// The node itself, or the first one inside it that takes the focus.
const view::Node* focusable(const view::Node& node) {
  if (takes_focus(node)) return &node;
  for (const view::Node& child : node.children) {
    if (const view::Node* found = focusable(child)) return found;
  }
  return nullptr;
}

}  // namespace

Effects jump(Model& model, const std::string& sezione, const std::string& campo) {
  Effects effects = go_to_section(model, sezione);
  if (effects.empty()) return effects;
  effects.pop_back();
  std::string key = node_key(*model.scrivania, campo);
  const view::Node page = render(model);
  // The field, else the group it belongs to, else the title of the section.
  while (!key.empty()) {
    const view::Node* place = view::find_key(page, key);
    if (const view::Node* target = place == nullptr ? nullptr : focusable(*place)) {
      effects.push_back(FocusNode{target->key});
      return effects;
    }
    const auto end = key.find_last_of(".[:=");
    key = end == std::string::npos ? std::string() : key.substr(0, end);
  }
  effects.push_back(FocusNode{"titolo"});
  return effects;
}

}  // namespace omnia::app
