// Fields of the form as nodes: the control with its value, help and source, its alerts and the buttons that mend.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "shared/forms/fields.hpp"
#include "wasm-client/app/model.hpp"
#include "wasm-client/view/node.hpp"

namespace omnia::screens {

using Nodes = std::vector<view::Node>;

// What the sections read: the model and the draft on the desk.
struct Desk {
  const app::Model& model;
  const app::Scrivania& work;
  [[nodiscard]] const domain::Draft& draft() const { return work.bozza.draft; }
};

// Text of a field as it should stand in its control: as typed while it is being typed.
std::string value_of(const Desk& desk, std::string_view path);
// The errors of a field that may be seen, as one text.
std::string error_of(const Desk& desk, std::string_view path);
// The errors of something that has no place of its own for them (a table, a text only shown), if any may be seen.
void add_error(const Desk& desk, std::string_view path, Nodes& out);
// Its key: what stands on the screen already is not said twice.
std::string alert_key(const rules::Alert& alert, const std::string& prefix);
// An alert as a node that jumps to its field; `prefix` tells the places apart: "lista", "riepilogo.avviso".
inline constexpr const char* kBesideField = "avviso";
view::Node alert_node(const rules::Alert& alert, const std::string& prefix);
// The button that mends an alert, if there is one.
void add_remedy(const Desk& desk, const rules::Alert& alert, Nodes& out);
// Warnings and information on a field, then its remedies.
void add_alerts(const Desk& desk, std::string_view path, Nodes& out);
// The control and what goes with it.
void add_field(const Desk& desk, const forms::Field& field, Nodes& out);
// The visible fields of the section that is open.
void add_fields(const Desk& desk, const forms::Section& section, Nodes& out);
// Value as text for a summary: "Sì", "1.000,00 €", the label of a choice; "" when there is none;
// "«boh» (non valido)" for text that its field cannot read.
std::string summary_value(const domain::Draft& draft, const forms::Field& field);

// The sections with more than plain fields.
void add_company(const Desk& desk, const forms::Section& section, Nodes& out);
void add_unit(const Desk& desk, const forms::Section& section, Nodes& out);
void add_causale(const Desk& desk, const forms::Section& section, Nodes& out);
void add_period(const Desk& desk, const forms::Section& section, Nodes& out);
void add_workers(const Desk& desk, const forms::Section& section, Nodes& out);
void add_indicators(const Desk& desk, const forms::Section& section, Nodes& out);
void add_consultation(const Desk& desk, const forms::Section& section, Nodes& out);
void add_payment(const Desk& desk, const forms::Section& section, Nodes& out);
void add_sending(const Desk& desk, const forms::Section& section, Nodes& out);

// Does the request fit its unit, with the timeline and the button that cuts it; in short for the assistant.
void add_capacity(const Desk& desk, Nodes& out);
void add_capacity_summary(const Desk& desk, Nodes& out);
// The documents that go with the domanda: list, add, take off.
void add_documents(const Desk& desk, Nodes& out);
// Benefit and contribution week by week.
void add_estimate(const Desk& desk, Nodes& out);
// The same in short, for the assistant: it follows what is being typed in any section.
void add_estimate_summary(const Desk& desk, Nodes& out);

// The draft section by section as text; `editable`: with "Modifica".
void add_summary(const domain::Draft& draft, const domain::Registry* registry, const forms::Context& context, bool editable,
                 Nodes& out);

// The button that unfolds why a result is what it is, and the explanation while it is open; `argomento` as in
// shared/rules/explanation, `nome`: what the person calls it, `already_said`: the sentence that stands above.
void add_why(const Desk& desk, const std::string& argomento, const std::string& nome, const std::string& already_said,
             Nodes& out);

// The tree of an explanation: rule, facts, steps as a list; without its statement when that `already_said` the same.
Nodes unfolded(const rules::explanation::Spiegazione& s, const std::string& already_said);

// What a domanda that was sent waits for.
void add_queue(const Desk& desk, Nodes& out);

// The assistant beside the section.
view::Node assistant(const Desk& desk);

}  // namespace omnia::screens
