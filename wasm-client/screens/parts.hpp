// Pieces that several screens use.
#pragma once
#include <string>
#include <vector>

#include "shared/rules/indicators/indicators.hpp"
#include "wasm-client/app/model.hpp"
#include "wasm-client/view/node.hpp"

namespace omnia::screens {

// The title of the screen; the focus moves here when the screen changes.
view::Node title(const std::string& text);

// What a request of this place is doing, or why it failed with a button to try again; empty when all is well.
std::vector<view::Node> loading(const app::Loading& state, const std::string& key, const std::string& text,
                                const std::string& retry_key = {});

view::Tone tone(norms::Gravita gravita);
view::Tone tone_of_word(const std::string& gravita);  // "errore", "avviso", "informazione"
std::string gravity_word(norms::Gravita gravita);

// "Mario Rossi".
std::string full_name(const app::Identita& identita);
// "23/11/2026"; "" for the day that was never set.
std::string day(domain::Date date);
// "24/11/2026 18:02" of "2026-11-24 18:02".
std::string instant(const std::string& iso);
// "oggi", "domani", "tra 5 giorni", "scaduta da 2 giorni".
std::string days_left(int giorni);
view::Tone deadline_tone(int giorni);

// "01 Sede di Torino, via Roma 1" of a unit; "UP 3" when the registry does not know it.
std::string unit_name(const domain::Registry* registry, std::int64_t progressivo);
// Name of a causale; the id itself when the tables do not know it.
std::string causale_name(const std::string& id);

// "800.000,00 €", "1.200,00 ore", "90": a figure of the indicators as typed, with what it counts.
std::string with_unit(const rules::indicators::Voce& voce, const std::string& typed);

// "in coda: parte quando torna la rete"; "" for a draft that was not sent.
std::string queue_word(const app::Model& model, const app::Bozza& bozza);
view::Tone queue_tone(app::Coda state);
// The passphrase of the drafts, in the home.
view::Node lock_section(const app::Model& model);

// Notices of the service, under the title; and the documents to read, at the end of the first screen of every role.
void add_notices(const app::Model& model, view::Node& main);
void add_documents(const app::Model& model, view::Node& main);

// Buttons to the pages of this role (app/pages.hpp); none for a role without.
std::vector<view::Node> page_entries(const app::Model& model);

// The table of domande of the present page, and the buttons of its pages.
view::Node domande_table(const app::Model& model, const std::string& caption);
view::Node pager(const app::Model& model);

// The receipt and, when the office gives it, the segnatura of a filed domanda: a row to which buttons may be added.
view::Node downloads(const std::string& domanda, bool segnatura);

// When others have changed what is shown since it was read: a word that does not interrupt, and the button to read it again.
void add_changed(bool changed, std::string_view key, const std::string& text, const view::Node& button, view::Node& into);

}  // namespace omnia::screens
