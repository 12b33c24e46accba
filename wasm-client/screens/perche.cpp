// "Perché?": the explanation of a result unfolded beside it: rule, facts with where each came from, and the steps as a list.
#include "shared/rules/explanation/explain.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/fields.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using rules::explanation::Fatto;
using rules::explanation::Spiegazione;
using view::Kind;
using view::Node;

namespace {

// Rule and citation in one paragraph; empty when the step has neither.
std::string rule_of(const Spiegazione& s) {
  std::string source;
  if (!s.citazione.empty()) {
    source = t(s.lettura ? "avviso.fonte_da_confermare" : "avviso.fonte", {{"fonte", s.citazione}});
  } else if (s.lettura) {
    source = t("avviso.lettura");
  }
  return s.regola.empty() || source.empty() ? s.regola + source : s.regola + " " + source;
}

std::string label_of(const std::string& path) {
  for (const auto& section : forms::cigo()) {
    for (const auto& field : section.campi) {
      if (field.path == path) return field.etichetta;
    }
  }
  return {};
}

// Where a fact came from, for a person: the label of the field instead of its path, the table without the key of the row.
std::string source_of(const Fatto& fact) {
  const auto comma = fact.fonte.find(", ");
  const auto head = fact.fonte.substr(0, comma);
  if (comma == std::string::npos || head == "registro INPS") return fact.fonte;
  const auto label = head == "domanda" ? label_of(fact.fonte.substr(comma + 2)) : std::string();
  return label.empty() ? head : head + ", «" + label + "»";
}

// The facts of a step in one line: the column is narrow and the steps are many.
std::string facts_line(const Spiegazione& s) {
  std::string line;
  for (const auto& f : s.fatti) {
    line += (line.empty() ? "" : "; ") + t("perche.fatto", {{"nome", f.nome}, {"valore", f.valore}, {"fonte", source_of(f)}});
  }
  return line;
}

Node step_of(const Spiegazione& s);

void add_steps(const Spiegazione& s, Nodes& out) {
  if (s.passi.empty()) return;
  Node steps = view::node(Kind::list);
  for (const auto& passo : s.passi) steps.children.push_back(step_of(passo));
  out.push_back(std::move(steps));
}

Node step_of(const Spiegazione& s) {
  Node item = view::node(Kind::list_item, {view::text(s.affermazione)});
  for (auto& line : {rule_of(s), facts_line(s)}) {
    if (!line.empty()) item.children.push_back(view::text(line));
  }
  add_steps(s, item.children);
  return item;
}

}  // namespace

Nodes unfolded(const Spiegazione& s, const std::string& already_said) {
  Nodes out;
  if (s.affermazione != already_said) out.push_back(view::text(s.affermazione));
  if (const auto rule = rule_of(s); !rule.empty()) out.push_back(view::text(rule));
  Node facts = view::node(Kind::definition_list);
  for (const auto& f : s.fatti) facts.children.push_back(view::definition(f.nome, f.valore, source_of(f)));
  if (!facts.children.empty()) out.push_back(std::move(facts));
  add_steps(s, out);
  return out;
}

void add_why(const Desk& desk, const std::string& argomento, const std::string& nome, const std::string& already_said,
             Nodes& out) {
  if (!desk.work.registro) return;
  const bool open = desk.work.perche.count(argomento) > 0;
  out.push_back(view::button("perche:" + argomento, t(open ? "perche.chiudi" : "perche.apri", {{"nome", nome}})));
  if (!open) return;
  const auto why =
      rules::explanation::explain(desk.draft(), *desk.work.registro, norms::Norms::builtin(), desk.model.oggi, argomento);
  Node section = view::keyed(Kind::section, "spiegazione:" + argomento, t("perche.titolo", {{"nome", nome}}));
  section.children = why ? unfolded(why.value(), already_said) : Nodes{view::text(why.reason().testo)};
  out.push_back(std::move(section));
}

}  // namespace omnia::screens
