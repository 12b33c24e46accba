// Section "causale": the fattispecie in force, what the chosen one means, and only the fields it asks for.
#include <algorithm>

#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/fields.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

constexpr const char* kPath = "causale.id";

bool fits(const norms::Causale& causale, rules::routing::Settore sector) {
  using rules::routing::Settore;
  if (sector == Settore::altro) return true;
  return sector == Settore::industria ? causale.industria : causale.edilizia;
}

std::string option_label(const norms::Causale& causale, bool fitting) {
  std::string label = causale.nome;
  if (causale.eone) label += " – " + t("causale.eone");
  if (!fitting) label += " – " + t("causale.altro_settore");
  return label;
}

// Those of the company's sector first, in the table's order.
std::vector<view::Option> options(const Desk& desk) {
  const auto sector = rules::routing::settore(desk.work.esame.instradamento);
  const domain::Date today = desk.model.oggi;
  std::vector<view::Option> own = {{"", t("causale.scegli")}};
  std::vector<view::Option> others;
  for (const norms::Causale& causale : norms::Norms::builtin().causali()) {
    const bool in_force =
        (!causale.valid_from || *causale.valid_from <= today) && (!causale.valid_to || today <= *causale.valid_to);
    const bool chosen = causale.id == desk.draft().causale.id;
    if (!chosen && (!causale.selezionabile || !in_force)) continue;
    const bool fitting = fits(causale, sector);
    (fitting ? own : others).push_back({causale.id, option_label(causale, fitting)});
  }
  own.insert(own.end(), others.begin(), others.end());
  return own;
}

void add_meaning(const norms::Causale& causale, Nodes& out) {
  Node card = view::keyed(Kind::card, "causale.significato", {}, {view::heading(2, causale.nome), view::text(causale.aiuto)});
  card.children.push_back(causale.eone ? view::badge(t("causale.badge_eone"), view::Tone::info)
                                       : view::badge(t("causale.badge_ordinaria"), view::Tone::neutral));
  Node facts = view::node(Kind::definition_list);
  facts.children.push_back(
      view::definition(t("causale.termine"), causale.eone ? t("causale.termine.eone") : t("causale.termine.ordinario")));
  if (causale.codice_inps) facts.children.push_back(view::definition(t("causale.codice"), std::to_string(*causale.codice_inps)));
  facts.children.push_back(view::definition(t("causale.fonte"), causale.citazione));
  card.children.push_back(std::move(facts));
  out.push_back(std::move(card));
}

}  // namespace

void add_causale(const Desk& desk, const forms::Section& section, Nodes& out) {
  Node select = view::keyed(Kind::select, kPath, t("causale.etichetta"));
  select.help = t("causale.aiuto");
  select.required = true;
  select.value = desk.draft().causale.id;
  select.error = error_of(desk, kPath);
  select.options = options(desk);
  out.push_back(std::move(select));
  add_alerts(desk, kPath, out);
  if (const norms::Causale* causale = app::chosen_causale(desk.work)) add_meaning(*causale, out);
  add_fields(desk, section, out);
}

}  // namespace omnia::screens
