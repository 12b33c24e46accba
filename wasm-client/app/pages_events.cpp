// What happens on the pages: opened, filtered, filled in, confirmed, answered.
#include "shared/csv/encoding.hpp"
#include "shared/domain/ascii.hpp"
#include "wasm-client/app/answers.hpp"
#include "wasm-client/app/json_members.hpp"
#include "wasm-client/app/pages.hpp"
#include "wasm-client/app/subject.hpp"

namespace omnia::app {
namespace {

using members::member;
using members::text;
using nlohmann::json;

// Answers carry it: one to the question of another page, or power, comes too late.
std::string page_name(const Model& model) {
  return (model.identita ? model.identita->ruolo : std::string()) + "." + model.pagina.voce;
}

const json& sources(const Model& model) { return member(pages::open_page(model), "fonti"); }

Effects load(Model& model, const std::string& name) {
  const json& source = member(sources(model), name.c_str());
  Fonte& state = model.pagina.fonti[name];
  state.caricamento = {true, {}};
  std::string path = text(source, "percorso");
  const auto add = [&path](const std::string& parameter, const std::string& wanted) {
    if (!wanted.empty()) path += (path.find('?') == std::string::npos ? '?' : '&') + parameter + "=" + url_encode(wanted);
  };
  for (const json& field : member(source, "filtri")) add(text(field, "id"), pages::wire_value(model, name, field));
  add("cursore", state.cursore);
  return {get("pag.fonte:" + name + "/" + page_name(model), path)};
}

Effects load_all(Model& model) {
  Effects effects;
  const json& all = sources(model);
  if (!all.is_object()) return effects;
  for (const auto& [name, source] : all.items()) append(effects, load(model, name));
  return effects;
}

Effects ask_file(Model& model) {
  model.pagina.apertura = {true, {}};
  return {get("pag.file", pages::kFile)};
}

// Each time as if for the first: nothing of another visit or power is left.
Effects open(Model& model, const std::string& entry) {
  if (!model.identita) return {};
  auto file = std::move(model.pagina.file);
  model.pagina = {};
  model.pagina.file = std::move(file);
  model.pagina.voce = entry;
  model.schermata = Screen::pagina;
  Effects effects = model.pagina.file ? load_all(model) : ask_file(model);
  effects.push_back(FocusNode{"titolo"});
  return effects;
}

Effects retry(Model& model, const std::string&) { return model.pagina.file ? load_all(model) : ask_file(model); }

Effects file_answer(Model& model, const std::string&, const HttpAnswer& answer) {
  model.pagina.apertura = {};
  json read = answer.stato == 200 ? members::parse(answer.corpo) : json();
  if (!read.is_object()) {
    model.pagina.apertura.errore = failure_text(answer);
    return {};
  }
  model.pagina.file = std::make_shared<const json>(std::move(read));
  return load_all(model);
}

// "name of the source/name of the page".
Effects source_answer(Model& model, const std::string& argument, const HttpAnswer& answer) {
  const auto slash = argument.rfind('/');
  const std::string name = argument.substr(0, slash);
  const auto found = model.pagina.fonti.find(name);
  if (found == model.pagina.fonti.end() || argument.substr(slash + 1) != page_name(model)) return {};
  Fonte& state = found->second;
  state.caricamento = {};
  json read = answer.stato == 200 ? members::parse(answer.corpo) : json();
  if (read.is_object()) {
    state.risposta = std::make_shared<const json>(std::move(read));
    return {};
  }
  const std::string field = name + "." + problem_field(answer.corpo);
  if (answer.stato == 400 && !problem_field(answer.corpo).empty()) {
    model.pagina.errori[field] = failure_text(answer);
    return {FocusNode{"pag.campo:" + field}};
  }
  state.caricamento.errore = failure_text(answer);
  return {};
}

Effects search(Model& model, const std::string& name) {
  PaginaUfficio& page = model.pagina;
  page.errori.clear();
  for (const json& field : member(member(sources(model), name.c_str()), "filtri")) {
    std::string wrong = pages::fault(model, name, field);
    if (!wrong.empty()) page.errori[name + "." + text(field, "id")] = std::move(wrong);
  }
  if (!page.errori.empty()) return {FocusNode{"pag.campo:" + page.errori.begin()->first}};
  page.fonti[name].cursori.clear();
  page.fonti[name].cursore.clear();
  return load(model, name);
}

// A list of the office's pages turns them; one that is here whole moves within it.
Effects turn(Model& model, const std::string& id, bool forward) {
  const std::string source = text(pages::list(model, id), "fonte");
  Fonte& state = model.pagina.fonti[source];
  std::size_t& first = model.pagina.prima[id];
  const json none;
  const std::string next = text(state.risposta ? *state.risposta : none, "cursore");
  if (next.empty() && state.cursori.empty()) {
    first = forward ? first + pages::kRowsShown : first - std::min(first, pages::kRowsShown);
    return {};
  }
  if (forward) {
    state.cursori.push_back(state.cursore);
    state.cursore = next;
  } else {
    state.cursore = state.cursori.back();
    state.cursori.pop_back();
  }
  return load(model, source);
}
Effects turn_on(Model& model, const std::string& id) { return turn(model, id, true); }
Effects turn_back(Model& model, const std::string& id) { return turn(model, id, false); }

void forget(std::map<std::string, std::string>& fields, const std::string& owner) {
  for (auto one = fields.begin(); one != fields.end();) one = one->first.rfind(owner + ".", 0) == 0 ? fields.erase(one) : ++one;
}

// The action's faults stand beside their fields; the first one gets the focus.
std::string check_form(Model& model, const json& action) {
  const std::string owner = text(action, "id");
  std::string first;
  forget(model.pagina.errori, owner);
  for (const json& field : member(action, "campi")) {
    const std::string wrong = pages::visible(model, action, field) ? pages::fault(model, owner, field) : std::string();
    if (wrong.empty()) continue;
    const std::string place = owner + "." + text(field, "id");
    model.pagina.errori[place] = wrong;
    if (first.empty()) first = "pag.campo:" + place;
  }
  return first;
}

void clear_outcome(PaginaUfficio& page) {
  page.esito.clear();
  page.difetti.clear();
  page.invio = {};
}

Effects send(Model& model, const json& action) {
  PaginaUfficio& page = model.pagina;
  if (page.invio.in_corso) return {};
  clear_outcome(page);
  page.inviata = text(action, "id");
  page.invio.in_corso = true;
  Http http;
  http.tag = "pag.esito:" + page.inviata;
  http.metodo = text(action, "metodo").empty() ? "POST" : text(action, "metodo");
  http.percorso = norms::fill(text(action, "percorso"), {{"id", url_encode(page.riga)}});
  if (http.metodo != "GET") http.corpo = pages::body(model, action);
  return {http};
}

// An action of the whole page: the form is checked, then the person is asked, then it goes.
Effects submit(Model& model, const std::string& id) {
  const json& action = pages::action(model, id);
  if (!action.is_object() || model.pagina.invio.in_corso) return {};
  model.pagina.riga.clear();
  clear_outcome(model.pagina);
  const std::string wrong = check_form(model, action);
  if (!wrong.empty()) return {FocusNode{wrong}};
  if (!member(action, "conferma").is_object()) return send(model, action);
  model.pagina.azione = id;
  return {};
}

// "action/row": always asked before.
Effects ask(Model& model, const std::string& argument) {
  const auto slash = argument.find('/');
  if (slash == std::string::npos || model.pagina.invio.in_corso) return {};
  const std::string id = argument.substr(0, slash);
  forget(model.pagina.valori, id);
  forget(model.pagina.errori, id);
  clear_outcome(model.pagina);
  model.pagina.azione = id;
  model.pagina.riga = argument.substr(slash + 1);
  return {};
}

Effects confirm(Model& model, const std::string&) {
  const json& action = pages::action(model, model.pagina.azione);
  if (!action.is_object()) return {};
  const std::string wrong = check_form(model, action);
  if (!wrong.empty()) return {FocusNode{wrong}};
  return send(model, action);
}

Effects give_up(Model& model, const std::string&) {
  model.pagina.azione.clear();
  model.pagina.riga.clear();
  return {};
}

// The office names the member; the person reads the field's own name.
std::string refusal_text(const json& field, const std::string& name, const HttpAnswer& answer) {
  std::string said = failure_text(answer);
  const std::string raw = "«" + name + "»";
  const auto place = said.find(raw);
  return place == std::string::npos ? said : said.replace(place, raw.size(), "«" + text(field, "etichetta") + "»");
}

Effects refused(Model& model, const json& action, const HttpAnswer& answer) {
  PaginaUfficio& page = model.pagina;
  std::string name = problem_field(answer.corpo);
  name = name.substr(name.rfind('.') + 1);
  const bool of_a_row = !page.riga.empty();
  if (!of_a_row) page.azione.clear();
  const json problem = members::parse(answer.corpo);
  for (const json& line : member(problem, "righe")) {
    page.difetti.push_back({members::integer(line, "riga"), text(line, "colonna"), text(line, "codice"), text(line, "testo")});
  }
  for (const json& field : member(action, "campi")) {
    if (text(field, "id") != name || !pages::visible(model, action, field)) continue;
    const std::string place = page.inviata + "." + name;
    page.errori[place] = refusal_text(field, name, answer);
    return {FocusNode{"pag.campo:" + place}};
  }
  page.invio.errore = failure_text(answer);
  return {FocusNode{"pag.invio.errore"}};
}

Effects outcome(Model& model, const std::string& id, const HttpAnswer& answer) {
  PaginaUfficio& page = model.pagina;
  if (page.inviata != id || !page.invio.in_corso) return {};
  page.invio = {};
  const json& action = pages::action(model, id);
  if (answer.stato < 200 || answer.stato >= 300) return refused(model, action, answer);
  const json reply = members::parse(answer.corpo);
  Values said = pages::row_values(model, pages::open_row(model));
  for (const Values& more : {pages::form_values(model, action), pages::row_values(model, reply)}) {
    said.insert(said.end(), more.begin(), more.end());
  }
  page.guasto = !members::strings(member(reply, "difetti")).empty();
  page.esito = norms::fill(text(action, page.guasto ? "guasto" : "fatto"), said);
  page.azione.clear();
  page.riga.clear();
  forget(page.valori, id);
  forget(page.errori, id);
  Effects effects = load_all(model);
  effects.push_back(FocusNode{"pag.esito"});
  return effects;
}

Effects write(Model& model, const std::string& field, const std::string& typed, bool) {
  model.pagina.valori[field] = typed;
  model.pagina.errori.erase(field);
  model.pagina.prima.clear();
  return {};
}

// "action.field/word": a box of a group.
Effects tick(Model& model, const std::string& argument, const std::string& on, bool) {
  const auto slash = argument.find('/');
  const auto dot = argument.find('.');
  if (slash == std::string::npos || dot > slash) return {};
  const std::string owner = argument.substr(0, dot);
  const std::string name = argument.substr(dot + 1, slash - dot - 1);
  const std::string word = argument.substr(slash + 1);
  std::string chosen;
  for (const json& field : member(pages::action(model, owner), "campi")) {
    if (text(field, "id") != name) continue;
    const std::string before = " " + pages::value(model, owner, field) + " ";
    for (const auto& [option, words] : pages::options(model, field)) {
      const bool now = option == word ? !on.empty() : before.find(" " + option + " ") != std::string::npos;
      if (now) chosen += (chosen.empty() ? "" : " ") + option;
    }
  }
  return write(model, owner + "." + name, chosen, true);
}

Effects take_file(Model& model, const std::string& field, const FileChosen& file) {
  PaginaUfficio& page = model.pagina;
  clear_outcome(page);
  page.errori.erase(field);
  page.valori[field] = csv::is_utf8(file.bytes) ? file.bytes : csv::from_cp1252(file.bytes);
  page.valori[field + ".nome"] = file.nome;
  if (file.bytes.empty()) page.errori[field] = pages::say(model, "file_vuoto");
  return {};
}

// With the marks of a spreadsheet that reads Italian files: semicolons, and UTF-8 said at the beginning.
Effects template_file(Model& model, const std::string& id) {
  std::string head = "\xEF\xBB\xBF";
  for (const std::string& column : members::strings(member(pages::action(model, id), "colonne_csv"))) head += column + ";";
  head.back() = '\r';
  return {Download{id + ".csv", "text/csv;charset=utf-8", head + "\n"}};
}

}  // namespace

Subject pages_subject() {
  Subject subject{{{"pagina", open},
                   {"pag.riprova", retry},
                   {"pag.cerca", search},
                   {"pag.avanti", turn_on},
                   {"pag.indietro", turn_back},
                   {"pag.invia", submit},
                   {"pag.azione", ask},
                   {"pag.conferma", confirm},
                   {"pag.annulla", give_up},
                   {"pag.modello", template_file}},
                  {{"pag.campo", write}, {"pag.spunta", tick}},
                  {{"pag.file", file_answer}, {"pag.fonte", source_answer}, {"pag.esito", outcome}}};
  subject.files = {{"pag.campo", take_file}};
  return subject;
}

}  // namespace omnia::app
