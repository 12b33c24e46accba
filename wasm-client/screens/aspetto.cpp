// The dialog of a person's own choices: the theme, and the keys that press a button, of which it is also the list.
#include <cctype>
#include <vector>

#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/screens.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

Node theme_choice(const std::string& chosen) {
  Node group = view::keyed(Kind::radio_group, "tema", t("aspetto.tema"));
  for (const char* name : {"", "chiaro", "scuro", "contrasto"}) {
    const std::string theme = name;
    Node radio = view::keyed(Kind::radio, "tema:" + theme, app::t_of("aspetto.tema.", theme.empty() ? "sistema" : theme));
    radio.value = theme;
    radio.checked = theme == chosen;
    group.children.push_back(std::move(radio));
  }
  return group;
}

// Figures lead to the steps: one line for all of them.
void list_keys(const Node& node, std::vector<Node>& out, bool& steps) {
  if (!node.shortcut.empty()) {
    const bool figure = node.shortcut.size() == 1 && std::isdigit(static_cast<unsigned char>(node.shortcut.front())) != 0;
    if (!figure) out.push_back(view::definition(node.shortcut, node.label));
    if (figure && !steps) out.push_back(view::definition(t("aspetto.cifre"), t("aspetto.passi")));
    steps = steps || figure;
  }
  for (const Node& child : node.children) list_keys(child, out, steps);
}

}  // namespace

Node aspetto(const app::Model& model, const Node& page) {
  Node dialog = view::keyed(Kind::dialog, "aspetto.dialogo", t("aspetto.titolo"));
  dialog.children.push_back(theme_choice(model.preferenze.tema));
  Node keys = view::keyed(Kind::checkbox, "tasti", t("aspetto.tasti"));
  keys.checked = model.preferenze.tasti;
  keys.help = t("aspetto.tasti.aiuto");
  dialog.children.push_back(std::move(keys));
  Node list = view::node(Kind::definition_list);
  bool steps = false;
  list_keys(page, list.children, steps);
  for (const char* one : {"griglia.muovi", "griglia.ripeti", "griglia.incolla", "dialogo"}) {
    list.children.push_back(view::definition(app::t_of("aspetto.tasto.", one), app::t_of("aspetto.azione.", one)));
  }
  dialog.children.push_back(std::move(list));
  dialog.children.push_back(view::node(Kind::row, {view::button("aspetto.chiudi", t("aspetto.chiudi"))}));
  return dialog;
}

}  // namespace omnia::screens
