// Moves between the screens of who files.
#include "wasm-client/app/company.hpp"
#include "wasm-client/app/session.hpp"
#include "wasm-client/app/subject.hpp"

namespace omnia::app {
namespace {

Effects new_domanda(Model& model, const std::string&) { return can_file(model) ? open_company_choice(model) : Effects(); }

// The draft is in the browser at every keystroke: leaving the desk loses nothing.
Effects home(Model& model, const std::string&) {
  const bool desk = model.scrivania.has_value();
  model.scrivania.reset();
  model.ricevuta.reset();
  model.novita.clear();
  model.errore_importazione.clear();
  Effects effects = go_home(model);
  if (desk) effects.push_back(ReleaseDraft{});
  if (can_file(model)) effects.push_back(LoadDrafts{});  // another tab may have written some meanwhile
  effects.push_back(FocusNode{"titolo"});
  return effects;
}

}  // namespace

Subject home_subject() { return {{{"nuova", new_domanda}, {"torna_home", home}}, {}, {}}; }

}  // namespace omnia::app
