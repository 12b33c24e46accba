// Screens that are data: assets/screens/ufficio.json says for each role what is listed, which fields a form has, which route an
// action calls and what the person is asked before. Here is what the data mean; screens/pagina.cpp draws them.
//
// The name of a page is "role.entry"; "tutti.entry" is everybody's, reached from «Le tue sessioni».
// A page: { scopo, fonti: {name: {percorso, filtri?: fields}}, moduli: [action], elenchi: [list] }.
// A list: { id, titolo, fonte, righe (member of the answer), vuoto, vuoto.aiuto, cerca?, filtro?: field, colonne, azioni? }.
// A column: { campo, etichetta, parole?, targa?, frase?, vuoto?, dettaglio? (another member, said after a dot) }.
// An action: { id, titolo?, etichetta?, pulsante?, metodo?, percorso, campi?, conferma?: {titolo, testo, pulsante}, fatto,
// guasto?,
//   se?: {member: [words]}, non_io? (member with a codice fiscale that is not the person's own), colonne_csv? }.
// A field: { id, etichetta, tipo (testo, cf, giorno, scelta, spunte, nota, file), obbligatorio?, manca?, aiuto?, valore?,
// opzioni? or
//   fonte, righe, valore_di, nome, booleano?, se?, frase? and vuoto? (how it stands in a sentence) }.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app::pages {

using nlohmann::json;

// The address of the data: the page that serves the client knows under which name they are kept.
inline constexpr const char* kFile = "/assets/ufficio.json";
inline constexpr std::size_t kRowsShown = 20;
inline constexpr std::int64_t kLargestCsv = std::int64_t{1} << 20;

// Pages of a role, in the order of its first screen: "deleghe", "accessi".
std::vector<std::string_view> entries(std::string_view ruolo);

const json& open_page(const Model& model);  // null until the data are here
// A text of the engine.
std::string say(const Model& model, const char* name);
// An action of the open page by its id; null when there is none.
const json& action(const Model& model, std::string_view id);
const json& list(const Model& model, std::string_view id);
// The row on which the dialog is open; null for an action of the page.
const json& open_row(const Model& model);
std::string row_id(const json& row);

// A cell as text; days and instants in Italian form, words from their table.
std::string shown(const Model& model, const json& column, const json& row);
// All members of a row as they stand in sentences.
Values row_values(const Model& model, const json& row);
bool offered(const Model& model, const json& action, const json& row);
// Those that pass search and filter, in the office's order.
std::vector<const json*> rows(const Model& model, const json& list);

// Options of a choice as (value, words).
std::vector<std::pair<std::string, std::string>> options(const Model& model, const json& field);
// `owner`: the id of the action or list.
std::string value(const Model& model, std::string_view owner, const json& field);
bool visible(const Model& model, const json& action, const json& field);
// The question before an action, with the values of row and form in it.
std::string question(const Model& model, const json& action);

// The value for the wire, or why it cannot be sent.
std::string wire_value(const Model& model, std::string_view owner, const json& field);
std::string fault(const Model& model, std::string_view owner, const json& field);
// What is sent: JSON of the visible fields, or the CSV.
std::string body(const Model& model, const json& action);
Values form_values(const Model& model, const json& action);

}  // namespace omnia::app::pages
