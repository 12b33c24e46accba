// What the data of the pages mean: rows, words, sentences.
#include "wasm-client/app/pages.hpp"

#include <algorithm>
#include <array>

#include "shared/domain/ascii.hpp"
#include "wasm-client/app/json_members.hpp"

namespace omnia::app::pages {

using members::member;
using members::text;

namespace {

// The same as the pages of the file: a test compares them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kEntries{{{"datore", "deleghe"},
                                                                                 {"datore", "accessi"},
                                                                                 {"intermediario", "deleghe"},
                                                                                 {"sicurezza", "abilitazioni"},
                                                                                 {"sicurezza", "accessi"},
                                                                                 {"amministratore", "attivazioni"}}};

const json& by_id(const json& list, std::string_view id) {
  static const json kNull;
  for (const json& one : list) {
    if (text(one, "id") == id) return one;
  }
  return kNull;
}

std::string in_italian(const std::string& raw) {
  const auto day = raw.size() >= 10 ? domain::Date::parse(raw.substr(0, 10)) : domain::Date::parse("");
  if (!day.ok() || raw[4] != '-') return raw;
  if (raw.size() == 10) return day.value().italiano();
  return raw.size() >= 16 && raw[10] == 'T' ? day.value().italiano() + " " + raw.substr(11, 5) : raw;
}

// A word of the file's tables; as it is when they do not know it.
std::string word(const Model& model, const std::string& table, const std::string& raw) {
  if (table.empty()) return in_italian(raw);
  const std::string known = text(member(member(*model.pagina.file, "parole"), table.c_str()), raw.c_str());
  return known.empty() ? raw : known;
}

std::string member_text(const Model& model, const std::string& table, const json& row, const char* name) {
  const json& raw = member(row, name);
  if (raw.is_boolean()) return word(model, table, raw.get<bool>() ? "true" : "false");
  if (!raw.is_array()) return word(model, table, text(row, name));
  std::string all;
  for (const std::string& one : members::strings(raw)) all += (all.empty() ? "" : ", ") + word(model, table, one);
  return all;
}

template <class Value>
bool holds(const json& condition, Value&& value_of) {
  if (!condition.is_object()) return true;
  for (const auto& [name, words] : condition.items()) {
    const auto among = members::strings(words);
    if (std::find(among.begin(), among.end(), value_of(name)) == among.end()) return false;
  }
  return true;
}

// The columns of any list of the page know the words of their members.
const json& column_of(const Model& model, std::string_view name) {
  static const json kNull;
  for (const json& one : member(open_page(model), "elenchi")) {
    for (const json& column : member(one, "colonne")) {
      if (text(column, "campo") == name) return column;
    }
  }
  return kNull;
}

const json& field_of(const json& action, std::string_view id) { return by_id(member(action, "campi"), id); }

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

}  // namespace

std::vector<std::string_view> entries(std::string_view ruolo) {
  std::vector<std::string_view> out;
  for (const auto& [role, entry] : kEntries) {
    if (role == ruolo) out.push_back(entry);
  }
  return out;
}

const json& open_page(const Model& model) {
  static const json kNull;
  if (!model.pagina.file || !model.identita) return kNull;
  const json& all = member(*model.pagina.file, "pagine");
  const json& own = member(all, (model.identita->ruolo + "." + model.pagina.voce).c_str());
  return own.is_null() ? member(all, ("tutti." + model.pagina.voce).c_str()) : own;
}

std::string say(const Model& model, const char* name) {
  return model.pagina.file ? text(member(*model.pagina.file, "testi"), name) : std::string();
}

const json& list(const Model& model, std::string_view id) { return by_id(member(open_page(model), "elenchi"), id); }

const json& action(const Model& model, std::string_view id) {
  const json& whole = by_id(member(open_page(model), "moduli"), id);
  if (!whole.is_null()) return whole;
  for (const json& one : member(open_page(model), "elenchi")) {
    const json& found = by_id(member(one, "azioni"), id);
    if (!found.is_null()) return found;
  }
  return whole;
}

std::string row_id(const json& row) {
  const std::string id = text(row, "id");
  return id.empty() ? text(row, "numero") : id;
}

const json& open_row(const Model& model) {
  static const json kNull;
  if (model.pagina.riga.empty()) return kNull;
  for (const json& one : member(open_page(model), "elenchi")) {
    if (by_id(member(one, "azioni"), model.pagina.azione).is_null()) continue;
    for (const json* row : rows(model, one)) {
      if (row_id(*row) == model.pagina.riga) return *row;
    }
  }
  return kNull;
}

std::string shown(const Model& model, const json& column, const json& row) {
  const std::string phrase = text(column, "frase");
  if (!phrase.empty()) return norms::fill(phrase, row_values(model, row));
  std::string out = member_text(model, text(column, "parole"), row, text(column, "campo").c_str());
  if (out.empty()) out = text(column, "vuoto");
  const std::string more = in_italian(text(row, text(column, "dettaglio").c_str()));
  return more.empty() ? out : out + " · " + more;
}

Values row_values(const Model& model, const json& row) {
  Values out;
  if (!row.is_object()) return out;
  for (const auto& [name, raw] : row.items()) {
    out.emplace_back(name, member_text(model, text(column_of(model, name), "parole"), row, name.c_str()));
  }
  return out;
}

bool offered(const Model& model, const json& action, const json& row) {
  const std::string person = text(row, text(action, "non_io").c_str());
  if (!person.empty() && model.identita && person == model.identita->codice_fiscale) return false;
  return holds(member(action, "se"), [&](const std::string& name) { return text(row, name.c_str()); });
}

std::vector<const json*> rows(const Model& model, const json& list) {
  std::vector<const json*> out;
  const auto source = model.pagina.fonti.find(text(list, "fonte"));
  if (source == model.pagina.fonti.end() || !source->second.risposta) return out;
  const std::string id = text(list, "id");
  const auto wanted = model.pagina.valori.find(id + ".cerca");
  const std::string words = wanted == model.pagina.valori.end() ? "" : lower(std::string(domain::ascii::trim(wanted->second)));
  const json& filter = member(list, "filtro");
  const std::string state = value(model, id, filter);
  for (const json& row : member(*source->second.risposta, text(list, "righe").c_str())) {
    if (!state.empty() && text(row, text(filter, "id").c_str()) != state) continue;
    bool found = words.empty();
    for (const auto& [name, said] : row_values(model, row)) found = found || lower(said).find(words) != std::string::npos;
    if (found) out.push_back(&row);
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> options(const Model& model, const json& field) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const json& one : member(field, "opzioni")) {
    const auto pair = members::strings(one);
    if (pair.size() == 2) out.emplace_back(pair[0], pair[1]);
  }
  const auto source = model.pagina.fonti.find(text(field, "fonte"));
  if (source == model.pagina.fonti.end() || !source->second.risposta) return out;
  for (const json& row : member(*source->second.risposta, text(field, "righe").c_str())) {
    out.emplace_back(text(row, text(field, "valore_di").c_str()), norms::fill(text(field, "nome"), row_values(model, row)));
  }
  return out;
}

std::string value(const Model& model, std::string_view owner, const json& field) {
  const auto typed = model.pagina.valori.find(std::string(owner) + "." + text(field, "id"));
  if (typed != model.pagina.valori.end()) return typed->second;
  const std::string initial = text(field, "valore");
  if (initial == "oggi") return model.oggi.italiano();
  if (!initial.empty() || text(field, "tipo") != "scelta") return initial;
  const auto choices = options(model, field);
  return choices.empty() ? initial : choices.front().first;
}

bool visible(const Model& model, const json& action, const json& field) {
  const std::string owner = text(action, "id");
  return holds(member(field, "se"), [&](const std::string& name) { return value(model, owner, field_of(action, name)); });
}

Values form_values(const Model& model, const json& action) {
  Values out;
  const std::string owner = text(action, "id");
  for (const json& field : member(action, "campi")) {
    const std::string typed = visible(model, action, field) ? value(model, owner, field) : std::string();
    std::string said = in_italian(wire_value(model, owner, field));
    if (typed.empty()) said = text(field, "vuoto");
    std::string chosen;
    for (const auto& [option, words] : options(model, field)) {
      const bool among = text(field, "tipo") == "spunte" ? (" " + typed + " ").find(" " + option + " ") != std::string::npos
                                                         : option == typed && !typed.empty();
      if (among) chosen += (chosen.empty() ? "" : ", ") + words;
    }
    if (!chosen.empty() && text(field, "fonte").empty()) said = chosen;
    const std::string phrase = text(field, "frase");
    out.emplace_back(text(field, "id"), typed.empty() || phrase.empty() ? said : norms::fill(phrase, {{"valore", said}}));
  }
  return out;
}

std::string question(const Model& model, const json& action) {
  const json& asked = member(member(action, "conferma"), "testo");
  const std::string owner = text(action, "id");
  std::string sentence = asked.is_string() ? asked.get<std::string>() : std::string();
  for (const json& one : asked.is_array() ? asked : json::array()) {
    const bool right =
        holds(member(one, "se"), [&](const std::string& name) { return value(model, owner, field_of(action, name)); });
    if (right) sentence = text(one, "testo");
  }
  Values values = row_values(model, open_row(model));
  for (auto& one : form_values(model, action)) values.push_back(std::move(one));
  return norms::fill(sentence, values);
}

}  // namespace omnia::app::pages
