#include "wasm-client/app/queue.hpp"

#include <algorithm>

#include "shared/wire/wire.hpp"
#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/drafts.hpp"
#include "wasm-client/app/editing.hpp"
#include "wasm-client/app/session.hpp"
#include "wasm-client/app/subject.hpp"
#include "wasm-client/app/submission.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app {
namespace {

constexpr const char* kTimer = "coda";
constexpr std::int64_t kFirstWait = 15;  // seconds; doubled at each failure
constexpr std::int64_t kLongestWait = 300;

bool waits(const Model& model, const Bozza& bozza) { return bozza.coda == Coda::in_attesa && own_draft(model, bozza); }

// A change of a draft wherever it is: in the list, and on the desk when it stands there.
Effects store(Model& model, Bozza bozza) {
  bozza.numero = ++model.contatore;
  if (model.scrivania && model.scrivania->bozza.draft.id == bozza.draft.id) {
    model.scrivania->bozza = bozza;
    examine(model);
  }
  Effects effects = {StoreDraft{bozza.draft.id, write_bozza(bozza)}};
  keep(model, bozza);
  return effects;
}

Effects set_state(Model& model, const std::string& id, Coda state, const std::string& words) {
  const Bozza* found = find_draft(model, id);
  model.in_uscita.erase(id);
  if (found == nullptr) return {};
  Bozza bozza = *found;
  bozza.coda = state;
  bozza.esito = words;
  Effects effects = store(model, std::move(bozza));
  if (model.scrivania && model.scrivania->bozza.draft.id == id) {
    model.scrivania->invio = {};
    model.scrivania->cambiamenti = changes_seen(model, model.scrivania->bozza);
  }
  return effects;
}

Http ask_facts(const Bozza& bozza) {
  Http http = ask_registry(bozza.draft.azienda.matricola ? bozza.draft.azienda.matricola->str() : std::string());
  http.tag = "coda.registro:" + bozza.draft.id;
  return http;
}

// Would the person have been asked something that was not there when «Invia» was pressed?
bool something_new(const Bozza& bozza, const domain::Registry& registry, domain::Date oggi) {
  Scrivania desk;
  desk.bozza = bozza;
  desk.esame = rules::review(bozza.draft, registry, norms::Norms::builtin(), oggi);
  return !desk.esame.inviabile || !pending_warnings(desk).empty();
}

Effects facts_answer(Model& model, const std::string& id, const HttpAnswer& answer) {
  const Bozza* found = find_draft(model, id);
  if (found == nullptr || found->coda != Coda::in_attesa || model.in_uscita.count(id) == 0) return {};
  if (answer.stato == 401 || answer.stato == 0 || answer.stato >= 500 || answer.stato == 429) return wait_for_network(model, id);
  if (answer.stato != 200) return set_state(model, id, Coda::respinta, failure_text(answer));
  auto now = wire::read_registry(answer.corpo);
  if (!now.ok()) return set_state(model, id, Coda::respinta, now.reason().testo);
  const Bozza bozza = *found;
  Effects effects = keep_registry(model, now.value().posizione.matricola, answer.corpo, answer.ora);
  const auto seen = wire::read_registry(bozza.registro_visto);
  const bool changed = !seen.ok() || !registry_changes(seen.value(), now.value(), bozza.draft).empty();
  if (changed || something_new(bozza, now.value(), model.oggi)) {
    if (model.scrivania && model.scrivania->bozza.draft.id == id) {
      model.scrivania->registro = std::make_shared<const domain::Registry>(std::move(now.value()));
      model.scrivania->registro_locale = false;
    }
    append(effects, set_state(model, id, Coda::da_confermare, t(changed ? "coda.dati_cambiati" : "coda.controlli_cambiati")));
    return effects;
  }
  effects.push_back(send_request(bozza));
  return effects;
}

Effects leave(Model& model, const std::string& id) {
  const Bozza* found = find_draft(model, id);
  if (found == nullptr || model.in_uscita.count(id) > 0) return {};
  Bozza bozza = *found;
  bozza.coda = Coda::fuori;
  bozza.registro_visto.clear();
  bozza.esito.clear();
  return store(model, std::move(bozza));
}

Effects go_now(Model& model, const std::string&) { return run_queue(model); }

}  // namespace

Effects enqueue_desk(Model& model) {
  if (!model.scrivania) return {};
  Bozza bozza = model.scrivania->bozza;
  const auto& matricola = bozza.draft.azienda.matricola;
  const auto kept = model.registri.find(matricola ? matricola->str() : std::string());
  if (kept == model.registri.end()) return {};
  if (bozza.chiave.empty()) bozza.chiave = new_id(model);
  bozza.coda = Coda::in_attesa;
  bozza.registro_visto = kept->second.json;
  bozza.esito.clear();
  Effects effects = store(model, std::move(bozza));
  if (!model.online) effects.push_back(FocusNode{"coda.adesso"});
  append(effects, run_queue(model));
  return effects;
}

Effects run_queue(Model& model) {
  if (!model.online || !model.identita) return {};
  Effects effects;
  for (const Bozza& bozza : model.bozze) {
    if (!waits(model, bozza) || !model.in_uscita.insert(bozza.draft.id).second) continue;
    effects.push_back(ask_facts(bozza));
  }
  return effects;
}

Effects wait_for_network(Model& model, const std::string& id) {
  model.in_uscita.erase(id);
  if (model.attesa_coda > 0) return {};  // an attempt is already on its way
  model.pausa_coda = model.pausa_coda == 0 ? kFirstWait : std::min(2 * model.pausa_coda, kLongestWait);
  model.attesa_coda = model.pausa_coda;
  return {Wait{kTimer, model.attesa_coda}};
}

Effects elapsed(Model& model, const Elapsed& event) {
  if (event.tag != kTimer) return {};
  model.attesa_coda = 0;
  if (queued(model) == 0) return {};
  return model.online ? run_queue(model) : ask_session(model);
}

Effects queue_after_failure(Model& model, const std::string& id) {
  const Bozza* found = find_draft(model, id);
  if (found == nullptr) return {};
  Bozza bozza = *found;
  if (bozza.coda == Coda::fuori) {
    const auto kept = model.registri.find(bozza.draft.azienda.matricola ? bozza.draft.azienda.matricola->str() : std::string());
    if (kept != model.registri.end()) bozza.registro_visto = kept->second.json;
    bozza.coda = Coda::in_attesa;
  }
  Effects effects = store(model, std::move(bozza));
  append(effects, wait_for_network(model, id));
  return effects;
}

Effects refuse(Model& model, const std::string& id, const std::string& words, std::vector<OfficeAlert> alerts) {
  const Bozza* found = find_draft(model, id);
  if (found == nullptr) return {};
  Bozza refused = *found;
  refused.rifiuto = std::move(alerts);
  refused.registro_visto.clear();
  keep(model, refused);
  return set_state(model, id, Coda::respinta, words);
}

std::int64_t queued(const Model& model) {
  return std::count_if(model.bozze.begin(), model.bozze.end(), [&model](const Bozza& one) { return waits(model, one); });
}

std::vector<Cambiamento> changes_seen(const Model& model, const Bozza& bozza) {
  if (bozza.coda != Coda::da_confermare) return {};
  const auto seen = wire::read_registry(bozza.registro_visto);
  const auto now = kept_registry(model, bozza.draft.azienda.matricola ? bozza.draft.azienda.matricola->str() : std::string());
  if (!seen.ok() || !now) return {};
  return registry_changes(seen.value(), *now, bozza.draft);
}

Subject queue_subject() { return {{{"coda.togli", leave}, {"coda.adesso", go_now}}, {}, {{"coda.registro", facts_answer}}}; }

}  // namespace omnia::app
