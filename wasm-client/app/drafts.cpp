#include "wasm-client/app/drafts.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "shared/wire/wire.hpp"
#include "wasm-client/app/answers.hpp"
#include "wasm-client/app/company.hpp"
#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/session.hpp"
#include "wasm-client/app/subject.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app {
namespace {

using nlohmann::json;

constexpr std::string_view kRegistryId = "registro.";

std::string registry_id(const std::string& matricola) { return std::string(kRegistryId) + matricola; }

std::string matricola_of(const domain::Draft& draft) {
  return draft.azienda.matricola ? draft.azienda.matricola->str() : std::string();
}

auto find(Model& model, const std::string& id) {
  return std::find_if(model.bozze.begin(), model.bozze.end(), [&id](const Bozza& one) { return one.draft.id == id; });
}

void sort_newest_first(std::vector<Bozza>& drafts) {
  std::stable_sort(drafts.begin(), drafts.end(), [](const Bozza& a, const Bozza& b) {
    return a.aggiornata_il != b.aggiornata_il ? a.aggiornata_il > b.aggiornata_il : a.numero > b.numero;
  });
}

Effects resume(Model& model, const std::string& id) {
  const auto found = find(model, id);
  if (found == model.bozze.end()) return {};
  const std::string matricola = matricola_of(found->draft);
  model.errore_bozze.clear();
  Effects effects = {ask_registry(matricola)};
  if (auto registry = kept_registry(model, matricola)) {
    open_desk(model, *found, std::move(registry), true);
    effects.push_back(FocusNode{"titolo"});
  } else {
    model.in_ripresa = id;
  }
  return effects;
}

Effects remove(Model& model, const std::string& id) {
  const auto found = find(model, id);
  if (found == model.bozze.end()) return {};
  model.eliminata = *found;
  // The registry stays until the next discard, so that the draft can be put back whole.
  model.bozze.erase(found);
  return {DeleteDraft{id}, FocusNode{"ripristina"}};
}

Effects put_back(Model& model, const std::string&) {
  if (!model.eliminata) return {};
  const Bozza bozza = *std::exchange(model.eliminata, std::nullopt);
  keep(model, bozza);
  return {StoreDraft{bozza.draft.id, write_bozza(bozza)}};
}

Effects registry_answer(Model& model, const std::string& matricola, const HttpAnswer& answer) {
  auto read = answer.stato == 200 ? wire::read_registry(answer.corpo)
                                  : domain::Result<domain::Registry>(domain::Reason{"", failure_text(answer)});
  const bool for_new_draft = model.ricerca.in_apertura == matricola;
  if (for_new_draft) {
    model.ricerca.in_apertura.clear();
    if (!read.ok()) model.ricerca.errore_apertura = read.reason().testo;
  }
  const std::string to_resume = std::exchange(model.in_ripresa, std::string());
  if (!read.ok()) {
    // A copy of this browser serves meanwhile; the screen says so.
    if (!to_resume.empty()) model.errore_bozze = read.reason().testo;
    return {};
  }
  auto registry = std::make_shared<const domain::Registry>(std::move(read.value()));
  Effects effects = keep_registry(model, matricola, answer.corpo);
  if (for_new_draft) {
    append(effects, new_draft(model, std::move(registry)));
  } else if (const auto found = find(model, to_resume); found != model.bozze.end()) {
    open_desk(model, *found, std::move(registry), false);
    effects.push_back(FocusNode{"titolo"});
  } else if (model.scrivania && matricola_of(model.scrivania->bozza.draft) == matricola) {
    model.scrivania->registro = std::move(registry);
    model.scrivania->registro_locale = false;
    examine(model);
  }
  return effects;
}

std::set<std::string> strings(const json& meta, const char* name) {
  return meta.contains(name) ? meta.at(name).get<std::set<std::string>>() : std::set<std::string>();
}

}  // namespace

std::string write_bozza(const Bozza& bozza) {
  const json meta = {{"identita", bozza.identita},   {"sezione", bozza.sezione},
                     {"toccati", bozza.toccati},     {"controllate", bozza.controllate},
                     {"accettati", bozza.accettati}, {"invio_tentato", bozza.invio_tentato},
                     {"chiave", bozza.chiave},       {"aggiornata_il", bozza.aggiornata_il},
                     {"numero", bozza.numero},       {"retribuzione_oraria", bozza.retribuzione_oraria}};
  return R"({"tipo":"bozza","bozza":)" + wire::write(bozza.draft) + R"(,"meta":)" + meta.dump() + "}";
}

std::optional<Bozza> read_bozza(std::string_view text) {
  const json all = json::parse(text, nullptr, false);
  if (!all.is_object() || all.value("tipo", std::string()) != "bozza" || !all.contains("bozza")) return std::nullopt;
  auto draft = wire::read_draft(all.at("bozza").dump());
  if (!draft.ok()) return std::nullopt;
  Bozza out;
  out.draft = std::move(draft.value());
  const json meta = all.value("meta", json::object());
  try {
    out.identita = meta.value("identita", std::string());
    out.sezione = meta.value("sezione", out.sezione);
    out.toccati = strings(meta, "toccati");
    out.controllate = strings(meta, "controllate");
    out.accettati = strings(meta, "accettati");
    out.invio_tentato = meta.value("invio_tentato", false);
    out.retribuzione_oraria = meta.value("retribuzione_oraria", std::string());
    out.chiave = meta.value("chiave", std::string());
    out.aggiornata_il = meta.value("aggiornata_il", std::string());
    out.numero = meta.value("numero", std::int64_t{0});
  } catch (const json::exception&) {
    return std::nullopt;
  }
  if (forms::section(out.sezione) == nullptr) out.sezione = "azienda";
  return out;
}

Effects drafts_loaded(Model& model, const DraftsLoaded& event) {
  std::int64_t unreadable = 0;
  for (const std::string& text : event.testi) {
    const json head = json::parse(text, nullptr, false);
    const std::string kind = head.is_object() ? head.value("tipo", std::string()) : std::string();
    if (kind == "registro") {
      model.registri[head.value("matricola", std::string())] = head.value("registro", json()).dump();
    } else if (kind == "sessione") {
      if (const auto remembered = read_session(text); remembered && !model.identita) model.identita = remembered->identita;
    } else if (auto bozza = read_bozza(text)) {
      model.contatore = std::max(model.contatore, bozza->numero);
      if (find(model, bozza->draft.id) == model.bozze.end()) model.bozze.push_back(std::move(*bozza));
    } else {
      ++unreadable;
    }
  }
  sort_newest_first(model.bozze);
  if (unreadable > 0) model.errore_bozze = plural("bozza.illeggibili", unreadable);
  // The office had already failed to answer: the person remembered by this browser goes on with what is here.
  if (model.schermata == Screen::avvio && !model.online && model.identita) return go_home(model);
  return {};
}

Effects draft_stored(Model& model, const DraftStored& event) {
  if (model.scrivania && model.scrivania->bozza.draft.id == event.id) {
    model.scrivania->salvataggio = event.ok ? Salvataggio::riuscito : Salvataggio::fallito;
  }
  return {};
}

void keep(Model& model, const Bozza& bozza) {
  if (const auto old = find(model, bozza.draft.id); old != model.bozze.end()) {
    std::rotate(model.bozze.begin(), old, old + 1);
    model.bozze.front() = bozza;
  } else {
    model.bozze.insert(model.bozze.begin(), bozza);
  }
}

Effects discard(Model& model, const std::string& id) {
  const auto found = find(model, id);
  if (found == model.bozze.end()) return {DeleteDraft{id}};
  const std::string matricola = matricola_of(found->draft);
  model.bozze.erase(found);
  Effects effects = {DeleteDraft{id}};
  const bool needed = std::any_of(model.bozze.begin(), model.bozze.end(),
                                  [&matricola](const Bozza& one) { return matricola_of(one.draft) == matricola; });
  if (!needed && model.registri.erase(matricola) > 0) effects.push_back(DeleteDraft{registry_id(matricola)});
  return effects;
}

Effects keep_registry(Model& model, const std::string& matricola, const std::string& body) {
  if (model.registri[matricola] == body) return {};
  model.registri[matricola] = body;
  return {StoreDraft{registry_id(matricola),
                     R"({"tipo":"registro","matricola":)" + json(matricola).dump() + R"(,"registro":)" + body + "}"}};
}

std::shared_ptr<const domain::Registry> kept_registry(const Model& model, const std::string& matricola) {
  const auto found = model.registri.find(matricola);
  if (found == model.registri.end()) return nullptr;
  auto read = wire::read_registry(found->second);
  if (!read.ok()) return nullptr;
  return std::make_shared<const domain::Registry>(std::move(read.value()));
}

Http ask_registry(const std::string& matricola) {
  return get("registro:" + matricola, "/api/v1/matricole/" + url_encode(matricola) + "/registro");
}

Subject drafts_subject() {
  return {{{"riprendi", resume}, {"elimina", remove}, {"ripristina", put_back}}, {}, {{"registro", registry_answer}}};
}

}  // namespace omnia::app
