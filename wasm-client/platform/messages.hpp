// What crosses the border between the program and the page, as JSON: events and answers in, effects out. Knows no browser.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "wasm-client/app/event.hpp"
#include "wasm-client/view/node.hpp"

namespace omnia::platform {

// kind: 1 input, 2 change, 3 click, 4 paste, 5 fill down, 6 scroll (text = number of the first row). Nothing when the node is not
// there any more, is disabled, or the kind is unknown: the page may be one event behind the tree.
std::optional<app::Event> event_of(const view::Node* node, int kind, std::string_view text);

// A file that the person chose in the field; its bytes do not go through JSON. Nothing as above.
std::optional<app::Event> file_of(const view::Node* node, app::FileChosen file);

// {"oggi":"2026-11-24","faccia":"html"|"canvas","seme":"…"}
app::Start start_of(std::string_view json);

// {"tipo":"http"|"bozze"|"bozza_salvata"|"rete", …}. Nothing for another tipo; what a message lacks is empty.
std::optional<app::Event> answer_of(std::string_view json);

// {"tipo":"http"|"salva_bozza"|"elimina_bozza"|"carica_bozze"|"fuoco"|"faccia"|"scarica", …}
std::string effect_json(const app::Effect& effect);

// The text with what is not UTF-8 replaced by U+FFFD: a page can send half of a surrogate pair.
std::string clean(std::string_view text);

}  // namespace omnia::platform
