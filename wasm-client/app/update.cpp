#include <string>

#include "wasm-client/app/app.hpp"
#include "wasm-client/app/drafts.hpp"
#include "wasm-client/app/editing.hpp"
#include "wasm-client/app/filed.hpp"
#include "wasm-client/app/grid.hpp"
#include "wasm-client/app/history.hpp"
#include "wasm-client/app/locking.hpp"
#include "wasm-client/app/queue.hpp"
#include "wasm-client/app/session.hpp"
#include "wasm-client/app/subject.hpp"
#include "wasm-client/app/tabs.hpp"

namespace omnia::app {
namespace {

const std::vector<Subject>& subjects() {
  static const std::vector<Subject> kSubjects = {
      session_subject(),     sessions_subject(),  home_subject(),       company_subject(),     drafts_subject(),
      transfer_subject(),    tabs_subject(),      locking_subject(),    queue_subject(),       history_subject(),
      editing_subject(),     workers_subject(),   submission_subject(), filed_subject(),       preferences_subject(),
      outlook_subject(),     documents_subject(), renewal_subject(),    workers_csv_subject(), service_subject(),
      office_work_subject(), pages_subject()};
  return kSubjects;
}

// A few hundred names, read once an event: a table of hashes for each kind of handler would be bytes to download, not time.
template <class Handler>
const Handler* handler(std::vector<Handler> Subject::*list, std::string_view azione) {
  for (const Subject& subject : subjects()) {
    for (const Handler& one : subject.*list) {
      if (one.azione == azione) return &one;
    }
  }
  return nullptr;
}

struct Address {
  std::string azione;
  std::string argomento;
};

Address address(const std::string& key) {
  const auto colon = key.find(':');
  if (colon == std::string::npos) return {key, {}};
  return {key.substr(0, colon), key.substr(colon + 1)};
}

Effects edit(Model& model, const std::string& key, const std::string& text, bool left) {
  const Address to = address(key);
  if (const auto* found = handler(&Subject::edits, to.azione)) return found->run(model, to.argomento, text, left);
  return edit_field(model, key, text, left);
}

Effects on(Model& model, const Start& event) { return start(model, event); }
Effects on(Model& model, const Input& event) { return edit(model, event.key, event.text, false); }
Effects on(Model& model, const Change& event) { return edit(model, event.key, event.text, true); }
Effects on(Model& model, const Click& event) {
  const Address to = address(event.key);
  const auto* found = handler(&Subject::clicks, to.azione);
  return found == nullptr ? Effects() : found->run(model, to.argomento);
}
Effects write_cells(Model& model, const CellTexts& cells) {
  Effects all;
  begin_block(model);
  for (const auto& [key, text] : cells) append(all, edit(model, key, text, true));
  end_block(model);
  return only_last_draft(std::move(all));
}
Effects on(Model& model, const Paste& event) { return write_cells(model, pasted(render(model), event.key, event.text)); }
Effects on(Model& model, const FillDown& event) { return write_cells(model, filled_down(render(model), event.key)); }
Effects on(Model& model, const Scroll& event) {
  const Address to = address(event.key);
  const auto* found = handler(&Subject::scrolls, to.azione);
  return found == nullptr ? Effects() : found->run(model, to.argomento, event.first_row);
}
Effects on(Model& model, const FileChosen& event) {
  const Address to = address(event.key);
  const auto* found = handler(&Subject::files, to.azione);
  return found == nullptr ? Effects() : found->run(model, to.argomento, event);
}
Effects on(Model& model, const HttpAnswer& event) {
  const Address to = address(event.tag);
  const bool lost =
      event.stato == 401 && to.azione != "sessione" && to.azione != "accedi" && to.azione != "esci" && model.identita;
  const auto* found = handler(&Subject::answers, to.azione);
  Effects effects = found == nullptr ? Effects() : found->run(model, to.argomento, event);
  if (lost) {
    append(effects, session_lost(model));
  } else if (event.stato >= 200 && event.stato < 500 && model.identita) {
    append(effects, session_used(model));
  }
  return effects;
}
Effects on(Model& model, const DraftTaken& event) { return draft_taken(model, event); }
Effects on(Model& model, const DraftElsewhere& event) { return draft_read_only(model, event.id, Lettura::altrove); }
Effects on(Model& model, const DraftGivenUp& event) { return draft_read_only(model, event.id, Lettura::ceduta); }
Effects on(Model& model, const DraftsChanged&) { return drafts_changed(model); }
Effects on(Model& model, const DomandaChanged& event) { return domanda_changed(model, event.id); }
Effects on(Model& model, const LockState& event) { return lock_state(model, event); }
Effects on(Model& model, const NewVersion&) {
  model.nuova_versione = true;
  return {};
}
Effects on(Model& model, const Elapsed& event) {
  Effects effects = elapsed(model, event);
  append(effects, session_time(model, event));
  return effects;
}
Effects on(Model& model, const DraftsLoaded& event) { return drafts_loaded(model, event); }
Effects on(Model& model, const DraftStored& event) { return draft_stored(model, event); }
Effects on(Model& model, const NewDay& event) { return new_day(model, event); }
Effects on(Model& model, const Connectivity& event) { return connectivity(model, event.online); }

}  // namespace

Effects update(Model& model, const Event& event) {
  return std::visit([&model](const auto& one) { return on(model, one); }, event);
}

}  // namespace omnia::app
