// The steps that the limits of duration share: window, used with its rows, left, asked, verdict. Internal to
// shared/rules/explanation.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "shared/rules/alerts/context.hpp"
#include "shared/rules/explanation/spiegazione.hpp"

namespace omnia::rules::explanation {

// Words of one limit.
struct Limite {
  std::string regola;
  std::string_view chiave;           // of the limit, in the norm tables
  std::string_view chiave_finestra;  // of the length of the window
  std::string nome_finestra;         // "biennio mobile"
};

// What the counters were asked about: unit, weeks and hours of the draft.
counters::Richiesta question(const alerts::Context& c);

// The authorisation that a row speaks of; nullptr of a domanda that still waits.
const domain::Autorizzazione* authorisation(const alerts::Context& c, const counters::RigaContatore& riga);

Spiegazione root_of(const alerts::Context& c, const counters::Contatore& t, const Limite& limite);
// One step for each row that touches the days given: those of one window, or of one run of weeks.
void add_rows(Spiegazione& used, const alerts::Context& c, const std::vector<counters::RigaContatore>& righe,
              const domain::Period& giorni);
Spiegazione used_step(const alerts::Context& c, const counters::Contatore& t);
Spiegazione residue_step(const alerts::Context& c, const counters::Contatore& t, const Limite& limite);
Spiegazione request_step(const counters::Contatore& t);
Spiegazione verdict_step(const counters::Contatore& t, std::string regola);
// The figure with what is still pending, when it is another.
void add_prudent(Spiegazione& root, const counters::Contatore& t);
// Window, what was used, what is left, what is asked, how much of it fits.
void add_sliding_steps(Spiegazione& root, const alerts::Context& c, const counters::Contatore& t, const Limite& limite,
                       Spiegazione verdict);

}  // namespace omnia::rules::explanation
