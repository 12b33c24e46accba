#include "wasm-client/app/tabs.hpp"

#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/drafts.hpp"
#include "wasm-client/app/history.hpp"
#include "wasm-client/app/subject.hpp"

namespace omnia::app {
namespace {

bool on_desk(const Model& model, const std::string& id) { return model.scrivania && model.scrivania->bozza.draft.id == id; }

Effects take_over(Model& model, const std::string&) {
  return model.scrivania ? Effects{TakeDraft{model.scrivania->bozza.draft.id, true}} : Effects();
}

Effects take_version(Model&, const std::string&) { return {TakeVersion{}}; }

}  // namespace

Effects draft_taken(Model& model, const DraftTaken& event) {
  if (!on_desk(model, event.id)) return {};
  Scrivania& desk = *model.scrivania;
  const bool was_reading = desk.lettura == Lettura::altrove || desk.lettura == Lettura::ceduta;
  if (was_reading) desk.lettura = Lettura::libera;
  auto stored = event.testo.empty() ? std::nullopt : read_bozza(event.testo);
  // Keys that came before this answer are newer than what is stored; the revision guards what they write over.
  const bool untouched = desk.storia.annullabili.empty() || was_reading;
  if (!stored || !untouched || write_bozza(*stored) == write_bozza(desk.bozza)) return {};
  if (!was_reading) stored->sezione = desk.bozza.sezione;
  desk.bozza = std::move(*stored);
  if (desk.bozza.futura) desk.lettura = Lettura::futura;
  desk.digitato.reset();
  keep(model, desk.bozza);
  begin_history(desk);
  examine(model);
  return {};
}

Effects draft_read_only(Model& model, const std::string& id, Lettura why) {
  if (on_desk(model, id) && model.scrivania->lettura != Lettura::futura) model.scrivania->lettura = why;
  return {};
}

Effects drafts_changed(Model& model) { return model.schermata == Screen::home ? Effects{LoadDrafts{}} : Effects(); }

Subject tabs_subject() { return {{{"prendi", take_over}, {"aggiorna", take_version}}, {}, {}}; }

}  // namespace omnia::app
