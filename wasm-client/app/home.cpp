// Moves between the screens of who files.
#include "wasm-client/app/company.hpp"
#include "wasm-client/app/session.hpp"
#include "wasm-client/app/subject.hpp"

namespace omnia::app {
namespace {

Effects new_domanda(Model& model, const std::string&) { return can_file(model) ? open_company_choice(model) : Effects(); }

// The draft is in the browser at every keystroke: leaving the desk loses nothing.
Effects home(Model& model, const std::string&) {
  model.scrivania.reset();
  model.ricevuta.reset();
  Effects effects = go_home(model);
  effects.push_back(FocusNode{"titolo"});
  return effects;
}

}  // namespace

Subject home_subject() { return {{{"nuova", new_domanda}, {"torna_home", home}}, {}, {}}; }

}  // namespace omnia::app
