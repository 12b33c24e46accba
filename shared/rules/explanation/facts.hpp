// Facts and steps, with the words that say where they came from. Internal to shared/rules/explanation.
#pragma once
#include <string>
#include <string_view>

#include "shared/rules/alerts/context.hpp"
#include "shared/rules/explanation/spiegazione.hpp"

namespace omnia::rules::explanation {

Fatto typed(std::string nome, std::string valore, std::string_view campo);      // a field of the domanda
Fatto registered(std::string nome, std::string valore, std::string_view dove);  // what the office holds
Fatto worked_out(std::string nome, std::string valore, std::string_view da);    // the result of another rule
Fatto day_of_review(domain::Date oggi);

// Adds the parameter in force on the day to the facts of the step, with its citation when the step has none yet; a reading
// marks the step.
void add_norm(Spiegazione& step, const norms::Norms& norms, domain::Date giorno, std::string nome, std::string_view chiave);
// Its value in words: "52 settimane"; a choice as the Italian sentence that says what it means.
std::string value_words(const norms::Parameter& parameter);

Spiegazione step(std::string affermazione, std::string regola = {}, std::string citazione = {}, bool lettura = false);
Spiegazione step_of(Quantita quantita, std::string affermazione, std::string regola = {}, std::string citazione = {});
inline Quantita units(std::int64_t n) { return {n, "unita"}; }
inline Quantita hundredths(std::int64_t n) { return {n, "centesimi"}; }

// The unit, the period and the causale that a counter was asked about.
void add_request(Spiegazione& root, const alerts::Context& c);
// The history or the request holds an event of the kind that some limits leave out.
bool has_eone(const alerts::Context& c);
// What is missing before a counter can be worked out; empty when nothing is.
std::string missing_for_counters(const alerts::Context& c);
domain::Reason missing(std::string testo);

// "A1, dal 03/03/2025 al 25/05/2025: conta 12 settimane."; `months` for the CIGS of the quinquennio.
std::string row_words(const counters::RigaContatore& riga, bool months = false);

std::string sentence(std::string text);     // with a capital and a full stop
std::string days_words(std::int64_t n);     // "1 giorno", "5 giorni"
std::string weeks_words(std::int64_t n);    // "1 settimana", "5 settimane"
std::string span(const domain::Period& p);  // "dal 16/11/2026 al 29/11/2026"

}  // namespace omnia::rules::explanation
