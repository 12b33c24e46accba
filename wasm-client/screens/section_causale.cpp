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

struct Scelta {
  const norms::Causale* causale = nullptr;
  bool adatta = false;  // to the company's sector
};

// Those of the company's sector first, in the table's order.
std::vector<Scelta> choices(const Desk& desk) {
  const auto sector = rules::routing::settore(desk.work.esame.instradamento);
  const domain::Date today = desk.model.oggi;
  std::vector<Scelta> out;
  for (const norms::Causale& causale : norms::Norms::builtin().causali()) {
    const bool in_force =
        (!causale.valid_from || *causale.valid_from <= today) && (!causale.valid_to || today <= *causale.valid_to);
    const bool chosen = causale.id == desk.draft().causale.id;
    if (chosen || (causale.selezionabile && in_force)) out.push_back({&causale, fits(causale, sector)});
  }
  std::stable_partition(out.begin(), out.end(), [](const Scelta& one) { return one.adatta; });
  return out;
}

std::vector<view::Option> options(const Desk& desk) {
  std::vector<view::Option> out = {{"", t("causale.scegli")}};
  for (const Scelta& one : choices(desk)) out.push_back({one.causale->id, option_label(*one.causale, one.adatta)});
  return out;
}

// A label in the middle of a sentence.
std::string lowered(std::string label) {
  if (!label.empty() && label[0] >= 'A' && label[0] <= 'Z' && (label.size() < 2 || label[1] < 'A' || label[1] > 'Z')) {
    label[0] = static_cast<char>(label[0] - 'A' + 'a');
  }
  return label;
}

// What it will ask for beside what every domanda asks: the fields of the form that it alone opens.
std::string asks(const norms::Causale& causale) {
  std::string out;
  const auto add = [&out](const std::string& label) { out += (out.empty() ? "" : "; ") + lowered(label); };
  if (causale.indicatori) add(t("causale.chiede.indicatori"));
  if (causale.eone) add(t("periodo.giorni"));
  for (const forms::Section& section : forms::cigo()) {
    for (const forms::Field& field : section.campi) {
      for (const std::string& path : causale.richiede) {
        if (field.path == path || field.path.rfind(path + ".", 0) == 0) add(field.etichetta);
      }
    }
  }
  return out.empty() ? t("causale.chiede.nulla") : out;
}

std::string term_of(const norms::Causale& causale) {
  return causale.eone ? t("causale.termine.eone") : t("causale.termine.ordinario");
}

Node row(const Scelta& one) {
  const norms::Causale& causale = *one.causale;
  Node line = view::keyed(Kind::table_row, "confronto:" + causale.id);
  Node name = view::node(Kind::table_cell, {view::text(causale.nome)});
  if (causale.eone) name.children.push_back(view::badge(t("causale.badge_eone"), view::Tone::info));
  if (!one.adatta) name.children.push_back(view::text(t("causale.altro_settore")));
  line.children = {
      name, view::cell(causale.aiuto), view::cell(asks(causale)), view::cell(term_of(causale)),
      view::node(Kind::table_cell, {view::button("usa_causale:" + causale.id, t("rimedio.causale", {{"nome", causale.nome}}))})};
  return line;
}

// Before choosing: when each one is used and what it will ask for.
Node comparison(const Desk& desk) {
  Node table = view::keyed(Kind::table, "causale.confronto", t("causale.confronto.tabella"));
  table.children.push_back(view::header_row(
      {t("causale.etichetta"), t("causale.quando"), t("causale.chiede"), t("causale.termine"), t("colonna.azione")}));
  for (const Scelta& one : choices(desk)) table.children.push_back(row(one));
  table.max = static_cast<std::int64_t>(table.children.size()) - 1;
  return view::keyed(Kind::disclosure, "causale.confronta", t("causale.confronto"), {table});
}

void add_meaning(const norms::Causale& causale, Nodes& out) {
  Node card = view::keyed(Kind::card, "causale.significato", {}, {view::heading(2, causale.nome), view::text(causale.aiuto)});
  card.children.push_back(causale.eone ? view::badge(t("causale.badge_eone"), view::Tone::info)
                                       : view::badge(t("causale.badge_ordinaria"), view::Tone::neutral));
  Node facts = view::node(Kind::definition_list);
  facts.children.push_back(view::definition(t("causale.termine"), term_of(causale)));
  facts.children.push_back(view::definition(t("causale.chiede"), asks(causale)));
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
  out.push_back(comparison(desk));
  if (const norms::Causale* causale = app::chosen_causale(desk.work)) add_meaning(*causale, out);
  add_fields(desk, section, out);
}

}  // namespace omnia::screens
