// The draft on the desk: its review, which alerts may be seen yet, where they show, and its copy in the browser.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "shared/forms/fields.hpp"
#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

// Why the draft can only be read, if so.
Lettura reading(const Model& model);

// Runs review() on the draft.
void examine(Model& model);

// Puts the draft into the list of drafts and asks for it to be stored.
Effects store_desk(Model& model);

// Section of the form where an alert shows.
std::string section_of(const rules::Alert& alert);
// Has the person come to the point where this alert helps? (field left, section checked, sending tried)
bool shown(const Scrivania& desk, const rules::Alert& alert);
// Alerts that may be seen, of one field or of all.
std::vector<const rules::Alert*> shown_alerts(const Scrivania& desk);
std::vector<const rules::Alert*> shown_on(const Scrivania& desk, std::string_view path);
// The alert with that code on that field.
const rules::Alert* find_alert(const Scrivania& desk, std::string_view codice, std::string_view campo);

// The unit chosen, when the registry knows it.
const domain::UnitaProduttiva* chosen_unit(const Scrivania& desk);
const norms::Causale* chosen_causale(const Scrivania& desk);
forms::Context form_context(const Scrivania& desk);
// Bad weather and orders of an authority: how many hours of each event day the work stood still.
bool asks_hours_of_days(const norms::Causale* causale);

// Value that the registry proposes for a field, and where it comes from: "dall'anagrafica", "da UniEmens 10/2026".
struct Proposta {
  std::string testo;
  std::string fonte;
};
std::optional<Proposta> proposal(const domain::Registry& registry, std::string_view path, domain::Date oggi);
// Fills the empty fields that the registry knows.
void fill_from_registry(domain::Draft& draft, const domain::Registry& registry, domain::Date oggi);

// Opens a draft with its registry.
Effects open_desk(Model& model, Bozza bozza, std::shared_ptr<const domain::Registry> registro, bool locale);

// Goes to a section of the form.
Effects go_to_section(Model& model, const std::string& sezione);
// Goes to a field, in whatever section it is, and to the page of the table where it stands.
Effects jump(Model& model, const std::string& sezione, const std::string& campo);

}  // namespace omnia::app
