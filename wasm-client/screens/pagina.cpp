// A page that is data (app/pages.hpp): forms, lists with search, filter, actions and pages, and the dialog that asks before.
#include <algorithm>

#include "wasm-client/app/json_members.hpp"
#include "wasm-client/app/pages.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/screens/screens.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using app::members::flag;
using app::members::member;
using app::members::text;
using nlohmann::json;
using view::Kind;
using view::Node;
namespace pages = app::pages;

namespace {

view::FieldKind kind_of(const std::string& kind) {
  if (kind == "giorno") return view::FieldKind::date;
  if (kind == "nota") return view::FieldKind::multiline;
  return kind == "file" ? view::FieldKind::file : view::FieldKind::text;
}

std::string stored(const std::map<std::string, std::string>& all, const std::string& key) {
  const auto found = all.find(key);
  return found == all.end() ? std::string() : found->second;
}

Node boxes(const app::Model& model, const std::string& place, const std::string& chosen, const json& field) {
  Node group = view::keyed(Kind::group, "pag.campo:" + place, text(field, "etichetta"));
  for (const auto& [option, words] : pages::options(model, field)) {
    Node box = view::keyed(Kind::checkbox, "pag.spunta:" + place + "/" + option, words);
    box.checked = (" " + chosen + " ").find(" " + option + " ") != std::string::npos;
    group.children.push_back(std::move(box));
  }
  return group;
}

Node field_node(const app::Model& model, const std::string& owner, const json& field) {
  const std::string kind = text(field, "tipo");
  const std::string place = owner + "." + text(field, "id");
  const std::string value = pages::value(model, owner, field);
  Node node;
  if (kind == "spunte") {
    node = boxes(model, place, value, field);
  } else {
    node = view::keyed(kind == "scelta" ? Kind::select : Kind::field, "pag.campo:" + place, text(field, "etichetta"));
    node.field_kind = kind_of(kind);
    node.value = value;
    for (const auto& [option, words] : pages::options(model, field)) node.options.push_back({option, words});
  }
  if (kind == "file") {
    node.options = {{".csv,text/csv", text(field, "invito")}};
    node.max = pages::kLargestCsv;
    node.value = stored(model.pagina.valori, place + ".nome");
  }
  node.required = flag(field, "obbligatorio");
  node.help = text(field, "aiuto");
  node.error = stored(model.pagina.errori, place);
  return node;
}

void add_failure(const app::Model& model, const std::string& id, Node& out) {
  const app::PaginaUfficio& page = model.pagina;
  if (page.inviata != id) return;
  for (Node& n : loading(page.invio, "pag.invio", pages::say(model, "invio"))) out.children.push_back(std::move(n));
  if (page.difetti.empty()) return;
  constexpr std::size_t kMost = 100;
  Node table = view::keyed(Kind::table, "pag.difetti", pages::say(model, "difetti"),
                           {view::header_row({pages::say(model, "difetti.riga"), pages::say(model, "difetti.colonna"),
                                              pages::say(model, "difetti.motivo")})});
  table.max = static_cast<std::int64_t>(page.difetti.size());
  for (std::size_t i = 0; i < std::min(kMost, page.difetti.size()); ++i) {
    const csv::Difetto& one = page.difetti[i];
    table.children.push_back(view::node(
        Kind::table_row, {view::numeric_cell(std::to_string(one.riga)), view::cell(one.colonna), view::cell(one.motivo)}));
  }
  out.children.push_back(std::move(table));
}

bool is_short(const Node& node) {
  return node.kind == Kind::select ||
         (node.kind == Kind::field && node.field_kind != view::FieldKind::multiline && node.field_kind != view::FieldKind::file);
}

// Short fields that follow each other stand side by side where there is room: the form and its button then fit in one window.
void add_fields(const app::Model& model, const std::string& id, const json& action, Node& out) {
  for (const json& field : member(action, "campi")) {
    if (!pages::visible(model, action, field)) continue;
    Node node = field_node(model, id, field);
    const bool beside = is_short(node);
    if (beside && (out.children.empty() || out.children.back().kind != Kind::row)) out.children.push_back(view::node(Kind::row));
    Node& place = beside ? out.children.back() : out;
    place.children.push_back(std::move(node));
  }
}

// The form of an action of the page, folded; one without fields is a button.
Node module_node(const app::Model& model, const json& action) {
  const std::string id = text(action, "id");
  Node button = view::primary("pag.invia:" + id, text(action, "pulsante"));
  button.disabled = model.pagina.invio.in_corso;
  const json& fields = member(action, "campi");
  Node out = view::keyed(fields.empty() ? Kind::row : Kind::disclosure, "pag.modulo:" + id, text(action, "titolo"));
  add_fields(model, id, action, out);
  Node row = view::node(Kind::row, {std::move(button)});
  if (!member(action, "colonne_csv").empty())
    row.children.push_back(view::button("pag.modello:" + id, pages::say(model, "modello")));
  out.children.push_back(std::move(row));
  if (model.pagina.azione != id) add_failure(model, id, out);
  return out;
}

view::Tone tone_of(const app::Model& model, const json& row, const std::string& name) {
  const json& raw = member(row, name.c_str());
  const std::string word = raw.is_boolean() ? (flag(row, name.c_str()) ? "true" : "false") : text(row, name.c_str());
  const std::string tone = text(member(*model.pagina.file, "toni"), word.c_str());
  if (tone == "success") return view::Tone::success;
  if (tone == "error") return view::Tone::error;
  return tone == "info" ? view::Tone::info : view::Tone::neutral;
}

Node row_node(const app::Model& model, const json& list, const json& row) {
  const std::string id = pages::row_id(row);
  Node line = view::node(Kind::table_row);
  if (!id.empty()) line.key = "pag.riga:" + text(list, "id") + "/" + id;
  for (const json& column : member(list, "colonne")) {
    const std::string said = pages::shown(model, column, row);
    const bool marked = flag(column, "targa") && !said.empty();
    line.children.push_back(marked ? view::node(Kind::table_cell, {view::badge(said, tone_of(model, row, text(column, "campo")))})
                                   : view::cell(said));
  }
  const json& actions = member(list, "azioni");
  if (actions.empty()) return line;
  Node cell = view::node(Kind::table_cell);
  for (const json& action : actions) {
    if (!pages::offered(model, action, row)) continue;
    cell.children.push_back(view::button("pag.azione:" + text(action, "id") + "/" + id,
                                         norms::fill(text(action, "etichetta"), pages::row_values(model, row))));
  }
  line.children.push_back(std::move(cell));
  return line;
}

// Search, filter, or the filters that the office applies.
void add_filters(const app::Model& model, const json& list, const app::Fonte& state, Node& out) {
  const std::string id = text(list, "id");
  const std::string source = text(list, "fonte");
  Node row = view::node(Kind::row);
  if (const std::string label = text(list, "cerca"); !label.empty()) {
    Node search = view::keyed(Kind::field, "pag.campo:" + id + ".cerca", label);
    search.field_kind = view::FieldKind::search;
    search.value = stored(model.pagina.valori, id + ".cerca");
    row.children.push_back(std::move(search));
  }
  if (member(list, "filtro").is_object()) row.children.push_back(field_node(model, id, member(list, "filtro")));
  const json& filters = member(member(member(pages::open_page(model), "fonti"), source.c_str()), "filtri");
  for (const json& field : filters) row.children.push_back(field_node(model, source, field));
  if (!filters.empty()) {
    // One question at a time: the answers come in the order of the questions.
    Node search = view::button("pag.cerca:" + source, pages::say(model, "cerca"));
    search.disabled = state.caricamento.in_corso;
    row.children.push_back(std::move(search));
  }
  if (!row.children.empty()) out.children.push_back(std::move(row));
}

void add_pager(const app::Model& model, const std::string& id, const app::Fonte& source, std::size_t first, std::size_t all,
               Node& out) {
  const std::size_t end = std::min(all, first + pages::kRowsShown);
  const bool of_office = !text(*source.risposta, "cursore").empty() || !source.cursori.empty();
  if (!of_office && all <= pages::kRowsShown) return;
  Node back = view::button("pag.indietro:" + id, t("pagine.precedente"));
  back.disabled = of_office ? source.cursori.empty() || source.caricamento.in_corso : first == 0;
  Node next = view::button("pag.avanti:" + id, t("pagine.successiva"));
  next.disabled = of_office ? text(*source.risposta, "cursore").empty() || source.caricamento.in_corso : end == all;
  Node row = view::node(Kind::row, {std::move(back), std::move(next)});
  if (!of_office) {
    row.children.push_back(
        view::text(norms::fill(pages::say(model, "righe"),
                               {{"dal", std::to_string(first + 1)}, {"al", std::to_string(end)}, {"n", std::to_string(all)}})));
  }
  out.children.push_back(std::move(row));
}

void add_table(const app::Model& model, const json& list, const app::Fonte& source, Node& out) {
  const std::string id = text(list, "id");
  const auto rows = pages::rows(model, list);
  if (rows.empty()) {
    const bool none = member(*source.risposta, text(list, "righe").c_str()).empty();
    Node empty = view::keyed(Kind::empty_state, "pag.vuoto:" + id, none ? text(list, "vuoto") : pages::say(model, "nessuna"));
    empty.help = none ? text(list, "vuoto.aiuto") : pages::say(model, "nessuna.aiuto");
    out.children.push_back(std::move(empty));
    return;
  }
  const bool whole = text(*source.risposta, "cursore").empty() && source.cursori.empty();
  const auto at = model.pagina.prima.find(id);
  const std::size_t first = whole && at != model.pagina.prima.end() ? std::min(at->second, rows.size() - 1) : 0;
  const std::size_t end = whole ? std::min(rows.size(), first + pages::kRowsShown) : rows.size();
  std::vector<std::string> labels;
  for (const json& column : member(list, "colonne")) labels.push_back(text(column, "etichetta"));
  if (!member(list, "azioni").empty()) labels.push_back(pages::say(model, "azioni"));
  Node table = view::keyed(Kind::table, "pag.tabella:" + id, text(list, "titolo"), {view::header_row(labels)});
  table.max = static_cast<std::int64_t>(rows.size());
  for (std::size_t i = first; i < end; ++i) table.children.push_back(row_node(model, list, *rows[i]));
  out.children.push_back(std::move(table));
  add_pager(model, id, source, first, rows.size(), out);
}

Node list_node(const app::Model& model, const json& list) {
  const std::string title = text(list, "titolo");
  Node out = view::keyed(Kind::section, "pag.elenco:" + text(list, "id"), title, {view::heading(2, title)});
  const auto source = model.pagina.fonti.find(text(list, "fonte"));
  if (source == model.pagina.fonti.end()) return out;
  add_filters(model, list, source->second, out);
  for (Node& n :
       loading(source->second.caricamento, "pag.elenco." + text(list, "id"), pages::say(model, "carico"), "pag.riprova"))
    out.children.push_back(std::move(n));
  if (source->second.risposta) add_table(model, list, source->second, out);
  return out;
}

// What will happen, to whom, with the fields that the action needs.
Node dialog_node(const app::Model& model, const json& action) {
  const std::string id = text(action, "id");
  const json& asked = member(action, "conferma");
  Node dialog = view::keyed(Kind::dialog, "pag.dialogo", text(asked, "titolo"), {view::text(pages::question(model, action))});
  if (!model.pagina.riga.empty()) {
    for (const json& field : member(action, "campi")) dialog.children.push_back(field_node(model, id, field));
  }
  add_failure(model, id, dialog);
  Node yes = view::primary("pag.conferma", text(asked, "pulsante"));
  yes.disabled = model.pagina.invio.in_corso;
  // The way out comes first: it has the focus when there is nothing to fill, so that a second press of Enter confirms nothing.
  dialog.children.push_back(view::node(Kind::row, {view::button("pag.annulla", pages::say(model, "annulla")), std::move(yes)}));
  return dialog;
}

void add_outcome(const app::PaginaUfficio& page, Node& main) {
  if (page.esito.empty()) return;
  if (!page.guasto) {
    Node done = view::status("pag.esito", page.esito);
    done.tone = view::Tone::success;
    main.children.push_back(std::move(done));
    return;
  }
  Node bad = view::keyed(Kind::alert, "pag.esito", page.esito);
  bad.value = t("gravita.errore");
  bad.tone = view::Tone::error;
  main.children.push_back(std::move(bad));
}

}  // namespace

std::vector<Node> page_entries(const app::Model& model) {
  std::vector<Node> out;
  for (const std::string_view entry : pages::entries(model.identita ? model.identita->ruolo : std::string())) {
    out.push_back(view::button("pagina:" + std::string(entry), app::t_of("pagina.", entry)));
  }
  return out;
}

Parts pagina(const app::Model& model) {
  const json& page = pages::open_page(model);
  Node main = view::node(Kind::main, {title(app::t_of("pagina.", model.pagina.voce))});
  if (const std::string aim = text(page, "scopo"); !aim.empty()) main.children.push_back(view::text(aim));
  for (Node& n : loading(model.pagina.apertura, "pag.apertura", t("pagina.apro"), "pag.riprova"))
    main.children.push_back(std::move(n));
  add_outcome(model.pagina, main);
  for (const json& action : member(page, "moduli")) main.children.push_back(module_node(model, action));
  for (const json& list : member(page, "elenchi")) main.children.push_back(list_node(model, list));
  main.children.push_back(view::link("torna_home", t("pagina.torna")));
  Parts out = {std::move(main)};
  const json& action = pages::action(model, model.pagina.azione);
  if (!model.pagina.azione.empty() && action.is_object()) out.push_back(dialog_node(model, action));
  return out;
}

}  // namespace omnia::screens
