// The way in: the identity providers of the office and, only where it runs with --demo, invented identities.
#include <algorithm>

#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/screens/screens.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

// One person with several powers has as many buttons: each says which.
std::string name_among(const std::vector<app::Identita>& all, const app::Identita& one) {
  const auto same = [&one](const app::Identita& other) { return full_name(other) == full_name(one); };
  const bool alone = std::count_if(all.begin(), all.end(), same) == 1;
  return alone ? full_name(one) : full_name(one) + " (" + app::t_of("ruolo.", one.ruolo) + ")";
}

Node identity_card(const app::Identita& identity, const std::string& who, bool busy) {
  Node button = view::primary("accedi:" + identity.id, t("identita.entra", {{"nome", who}}));
  button.disabled = busy;
  return view::keyed(
      Kind::card, "identita:" + identity.id, full_name(identity),
      {view::badge(app::t_of("ruolo.", identity.ruolo), view::Tone::info), view::text(identity.descrizione), button});
}

Node shared_computer(const app::Model& model) {
  Node box = view::keyed(Kind::checkbox, "condiviso", t("condiviso.etichetta"));
  box.checked = model.condiviso;
  box.help = t("condiviso.aiuto");
  return box;
}

}  // namespace

Parts identita(const app::Model& model) {
  Node main = view::node(Kind::main);
  main.children = {title(t("identita.titolo")), view::text(t("identita.che_cosa"))};
  if (!model.avviso_sessione.empty()) {
    Node alert = view::keyed(Kind::alert, "identita.scaduta", model.avviso_sessione);
    alert.value = t("gravita.avviso");
    alert.tone = view::Tone::warning;
    main.children.push_back(alert);
  }
  for (Node& n : loading(model.accesso, "accesso", t("accesso.in_corso"), "riprova_accesso"))
    main.children.push_back(std::move(n));
  if (model.nessun_accesso) main.children.push_back(view::text(t("accesso.non_configurato"), view::Tone::error));
  if (!model.fornitori.empty()) {
    main.children.push_back(view::heading(2, t("identita.fornitori")));
    Node ways = view::node(Kind::row);
    for (const app::FornitoreIdentita& one : model.fornitori)
      ways.children.push_back(view::primary("fornitore:" + one.id, t("identita.entra_con", {{"nome", one.nome}})));
    main.children.push_back(std::move(ways));
    main.children.push_back(view::text(t("identita.fornitori.aiuto")));
  }
  if (!model.identita_demo.empty() || !model.fornitori.empty()) main.children.push_back(shared_computer(model));
  if (!model.identita_demo.empty()) {
    main.children.push_back(view::heading(2, t("identita.scegli")));
    Node list = view::node(Kind::list);
    for (const app::Identita& identity : model.identita_demo) {
      list.children.push_back(view::node(
          Kind::list_item, {identity_card(identity, name_among(model.identita_demo, identity), model.accesso.in_corso)}));
    }
    main.children.push_back(std::move(list));
    main.children.push_back(view::text(t("identita.demo")));
  }
  return {main};
}

}  // namespace omnia::screens
