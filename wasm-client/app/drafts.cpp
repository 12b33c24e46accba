#include "wasm-client/app/drafts.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "shared/domain/order.hpp"
#include "shared/wire/wire.hpp"
#include "wasm-client/app/answers.hpp"
#include "wasm-client/app/company.hpp"
#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/json_members.hpp"
#include "wasm-client/app/queue.hpp"
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
  domain::stable_sort(drafts, [](const Bozza& a, const Bozza& b) {
    return a.aggiornata_il != b.aggiornata_il ? a.aggiornata_il > b.aggiornata_il : a.numero > b.numero;
  });
}

// Companies opened lately stay for work without network, as long as they are few and small; what a draft needs always stays.
constexpr std::size_t kRecentRegistries = 10;
constexpr std::size_t kRegistryBytes = std::size_t{8} << 20U;

Effects forget_old_registries(Model& model) {
  std::set<std::string> needed;
  for (const Bozza& one : model.bozze) needed.insert(matricola_of(one.draft));
  if (model.scrivania) needed.insert(matricola_of(model.scrivania->bozza.draft));
  std::vector<std::pair<std::string, std::string>> spare;  // when, matricola
  for (const auto& [matricola, kept] : model.registri) {
    if (needed.count(matricola) == 0) spare.emplace_back(kept.quando, matricola);
  }
  std::sort(spare.rbegin(), spare.rend());
  Effects effects;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < spare.size(); ++i) {
    bytes += model.registri[spare[i].second].json.size();
    if (i < kRecentRegistries && bytes <= kRegistryBytes) continue;
    model.registri.erase(spare[i].second);
    effects.push_back(DeleteDraft{registry_id(spare[i].second)});
  }
  return effects;
}

// This tab's version of a draft becomes a draft of its own, and nothing is lost.
Effects become_copy(Model& model, const Bozza& ours) {
  const bool on_desk = model.scrivania && model.scrivania->bozza.draft.id == ours.draft.id;
  Bozza copy = ours;
  copy.draft.id = new_id(model);
  copy.nome = t("bozza.versione_di_questa_scheda", {{"nome", draft_name(ours)}});
  copy.chiave.clear();
  copy.coda = Coda::fuori;
  copy.numero = ++model.contatore;
  const std::string news = t("bozza.conflitto", {{"nome", copy.nome}});
  keep(model, copy);
  Effects effects;
  if (on_desk) {
    model.scrivania->bozza = copy;
    model.scrivania->novita = news;
    effects.push_back(TakeDraft{copy.draft.id, false});
  } else {
    model.novita = news;
  }
  effects.push_back(StoreDraft{copy.draft.id, write_bozza(copy)});
  effects.push_back(CopyFiles{ours.draft.id, copy.draft.id});
  return effects;
}

// Two tabs wrote the same draft.
Effects keep_both(Model& model, const std::string& id) {
  const bool on_desk = model.scrivania && model.scrivania->bozza.draft.id == id;
  const Bozza* found = on_desk ? &model.scrivania->bozza : find_draft(model, id);
  if (found == nullptr) return {};
  if (!on_desk) {  // what the other tab wrote is looked at first
    model.in_conflitto[id] = *found;
    return {LoadDrafts{}};
  }
  const Bozza ours = *found;
  Effects effects = become_copy(model, ours);
  effects.push_back(LoadDrafts{});
  return effects;
}

// Drafts that another tab wrote while this one was writing them, now that its version is here too.
Effects settle_conflicts(Model& model) {
  Effects effects;
  for (const auto& [id, ours] : std::exchange(model.in_conflitto, {})) {
    const Bozza* theirs = find_draft(model, id);
    if (theirs != nullptr && !(theirs->draft == ours.draft)) append(effects, become_copy(model, ours));
  }
  return effects;
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

// By any of what its card says.
bool found_by(const Bozza& bozza, const std::string& text) {
  const domain::Draft& draft = bozza.draft;
  const norms::Causale* causale = norms::Norms::builtin().causale(draft.causale.id);
  const std::string all = bozza.nome + " " + draft.azienda.denominazione + " " + matricola_of(draft) + " " +
                          (causale == nullptr ? std::string() : causale->nome);
  return lower(all).find(lower(text)) != std::string::npos;
}

Effects resume(Model& model, const std::string& id) {
  const auto found = find(model, id);
  if (found == model.bozze.end()) return {};
  const std::string matricola = matricola_of(found->draft);
  model.errore_bozze.clear();
  Effects effects = {ask_registry(matricola)};
  if (auto registry = kept_registry(model, matricola)) {
    append(effects, open_desk(model, *found, std::move(registry), true));
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
  model.novita.clear();
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
  Effects effects = keep_registry(model, matricola, answer.corpo, answer.ora);
  if (for_new_draft) {
    append(effects, new_draft(model, std::move(registry)));
  } else if (const auto found = find(model, to_resume); found != model.bozze.end()) {
    append(effects, open_desk(model, *found, std::move(registry), false));
    effects.push_back(FocusNode{"titolo"});
  } else if (model.scrivania && matricola_of(model.scrivania->bozza.draft) == matricola) {
    model.scrivania->registro = std::move(registry);
    model.scrivania->registro_locale = false;
    examine(model);
  }
  return effects;
}

// The first version kept the codes alone: who accepted then was asked for no reason.
std::map<std::string, std::string> acceptances(const json& all) {
  std::map<std::string, std::string> out = members::texts(all);
  for (const auto& code : members::strings(all)) out.emplace(code, t("riepilogo.motivo.proposto"));
  return out;
}

constexpr int kMetaVersion = 2;
constexpr std::array<const char*, 4> kQueueNames = {"", "in_attesa", "da_confermare", "respinta"};

Coda queue_state(const std::string& name) {
  const auto found = std::find(kQueueNames.begin(), kQueueNames.end(), name);
  return found == kQueueNames.end() ? Coda::fuori : static_cast<Coda>(found - kQueueNames.begin());
}

std::set<std::string> set_of(const json& meta, const char* name) {
  const auto all = members::strings(members::member(meta, name));
  return {all.begin(), all.end()};
}

}  // namespace

std::string write_bozza(const Bozza& bozza) {
  json meta = {{"versione", kMetaVersion},     {"nome", bozza.nome},
               {"identita", bozza.identita},   {"sezione", bozza.sezione},
               {"toccati", bozza.toccati},     {"controllate", bozza.controllate},
               {"accettati", bozza.accettati}, {"invio_tentato", bozza.invio_tentato},
               {"chiave", bozza.chiave},       {"aggiornata_il", bozza.aggiornata_il},
               {"numero", bozza.numero},       {"retribuzione_oraria", bozza.retribuzione_oraria}};
  if (bozza.coda != Coda::fuori) meta["coda"] = kQueueNames.at(static_cast<std::size_t>(bozza.coda));
  if (!bozza.registro_visto.empty()) meta["registro_visto"] = bozza.registro_visto;
  if (!bozza.esito.empty()) meta["esito"] = bozza.esito;
  for (const OfficeAlert& one : bozza.rifiuto) {
    meta["rifiuto"].push_back({{"codice", one.codice},
                               {"gravita", one.gravita},
                               {"campo", one.campo},
                               {"testo", one.testo},
                               {"rimedio", one.rimedio},
                               {"citazione", one.citazione}});
  }
  return R"({"tipo":"bozza","bozza":)" + wire::write(bozza.draft) + R"(,"meta":)" + members::dump(meta) + "}";
}

std::string draft_text(const Model& model, const std::string& id) {
  const Bozza* bozza = find_draft(model, id);
  return bozza == nullptr ? std::string() : write_bozza(*bozza);
}

std::optional<Bozza> read_bozza(std::string_view text) {
  const json all = members::parse(text);
  if (members::text(all, "tipo") != "bozza") return std::nullopt;
  json stored = members::member(all, "bozza");
  Bozza out;
  if (members::integer(stored, "versione") > domain::Draft().versione) {
    out.futura = true;  // what this version knows of it can be shown
    stored["versione"] = domain::Draft().versione;
  }
  auto draft = wire::read_draft(members::dump(stored));
  if (!draft.ok()) return std::nullopt;
  out.draft = std::move(draft.value());
  const json& meta = members::member(all, "meta");
  out.identita = members::text(meta, "identita");
  out.sezione = members::text(meta, "sezione");
  out.toccati = set_of(meta, "toccati");
  out.controllate = set_of(meta, "controllate");
  out.nome = members::text(meta, "nome");
  out.accettati = acceptances(members::member(meta, "accettati"));
  out.invio_tentato = members::flag(meta, "invio_tentato");
  out.retribuzione_oraria = members::text(meta, "retribuzione_oraria");
  out.chiave = members::text(meta, "chiave");
  out.aggiornata_il = members::text(meta, "aggiornata_il");
  out.numero = members::integer(meta, "numero");
  out.coda = queue_state(members::text(meta, "coda"));
  out.registro_visto = members::text(meta, "registro_visto");
  out.esito = members::text(meta, "esito");
  out.rifiuto = read_alerts(members::dump(members::member(meta, "rifiuto")));
  if (forms::section(out.sezione) == nullptr) out.sezione = "azienda";
  return out;
}

namespace {

void read_kept_registry(Model& model, const json& head) {
  const json& body = members::member(head, "registro");
  RegistroLocale kept{members::dump(body), {}, members::text(head, "quando")};
  kept.denominazione = members::text(members::member(body, "posizione"), "denominazione");
  model.registri[members::text(head, "matricola")] = std::move(kept);
}

// The one on the desk is newer than its stored text.
void keep_desk(Model& model, std::vector<Bozza>& drafts) {
  if (!model.scrivania) return;
  const Bozza& here = model.scrivania->bozza;
  const auto same = [&here](const Bozza& one) { return one.draft.id == here.draft.id; };
  const auto found = std::find_if(drafts.begin(), drafts.end(), same);
  if (found != drafts.end()) {
    *found = here;
  } else if (find(model, here.draft.id) != model.bozze.end()) {
    drafts.push_back(here);  // not written yet
  }
}

}  // namespace

Effects drafts_loaded(Model& model, const DraftsLoaded& event) {
  std::int64_t unreadable = 0;
  std::vector<Bozza> drafts;
  for (const std::string& text : event.testi) {
    const json head = members::parse(text);
    const std::string kind = members::text(head, "tipo");
    if (kind == "registro") {
      read_kept_registry(model, head);
    } else if (kind == "sessione") {
      if (const auto remembered = read_session(text); remembered && !model.identita) model.identita = remembered->identita;
    } else if (auto bozza = read_bozza(text)) {
      model.contatore = std::max(model.contatore, bozza->numero);
      drafts.push_back(std::move(*bozza));
    } else {
      ++unreadable;
    }
  }
  keep_desk(model, drafts);
  model.bozze = std::move(drafts);
  sort_newest_first(model.bozze);
  model.errore_bozze = unreadable > 0 ? plural("bozza.illeggibili", unreadable) : std::string();
  // The office had already failed to answer: the person remembered by this browser goes on with what is here.
  if (model.schermata == Screen::avvio && !model.online && model.identita) return go_home(model);
  Effects effects = settle_conflicts(model);
  append(effects, run_queue(model));
  return effects;
}

Effects draft_stored(Model& model, const DraftStored& event) {
  if (event.conflitto) return keep_both(model, event.id);
  if (model.scrivania && model.scrivania->bozza.draft.id == event.id) {
    model.scrivania->salvataggio = event.ok ? Salvataggio::riuscito : Salvataggio::fallito;
    model.scrivania->salvata_alle = event.ora;
  }
  return {};
}

std::string draft_name(const Bozza& bozza) {
  if (bozza.nome.find_first_not_of(' ') != std::string::npos) return bozza.nome;
  return bozza.draft.azienda.denominazione.empty() ? t("bozza.senza_nome") : bozza.draft.azienda.denominazione;
}

bool own_draft(const Model& model, const Bozza& bozza) { return model.identita && bozza.identita == model.identita->id; }

const Bozza* find_draft(const Model& model, const std::string& id) {
  for (const Bozza& one : model.bozze) {
    if (one.draft.id == id) return &one;
  }
  return nullptr;
}

std::optional<rules::deadlines::Scadenza> term_of(const domain::Draft& draft, domain::Date oggi) {
  const auto& start = draft.periodo.data_inizio_effettivo ? draft.periodo.data_inizio_effettivo : draft.periodo.dal;
  if (!start) return std::nullopt;
  const norms::Norms& norms = norms::Norms::builtin();
  const norms::Causale* causale = norms.causale(draft.causale.id);
  return rules::deadlines::cigo(*start, draft.periodo.giorni_evento, causale != nullptr && causale->eone, oggi, norms);
}

std::int64_t own_drafts(const Model& model) {
  return std::count_if(model.bozze.begin(), model.bozze.end(), [&model](const Bozza& one) { return own_draft(model, one); });
}

std::vector<const Bozza*> listed_drafts(const Model& model) {
  const VistaBozze& view = model.vista_bozze;
  std::vector<const Bozza*> out;
  for (const Bozza& one : model.bozze) {
    if (own_draft(model, one) && found_by(one, view.testo)) out.push_back(&one);
  }
  if (view.ordine == "nome") {
    domain::stable_sort(out, [](const Bozza* a, const Bozza* b) { return lower(draft_name(*a)) < lower(draft_name(*b)); });
  } else if (view.ordine == "scadenza") {
    domain::stable_sort(out, [&model](const Bozza* a, const Bozza* b) {
      const auto first = term_of(a->draft, model.oggi);
      const auto second = term_of(b->draft, model.oggi);
      return first && (!second || first->data < second->data);
    });
  }
  return out;
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
  Effects effects = {DeleteDraft{id}};  // first: `id` may stand in the draft that goes
  const auto found = find(model, id);
  if (found != model.bozze.end()) model.bozze.erase(found);
  append(effects, forget_old_registries(model));
  return effects;
}

Effects keep_registry(Model& model, const std::string& matricola, const std::string& body, const std::string& ora) {
  RegistroLocale kept{body, {}, model.oggi.iso() + " " + ora};
  kept.denominazione = members::text(members::member(members::parse(body), "posizione"), "denominazione");
  Effects effects = {StoreDraft{registry_id(matricola), R"({"tipo":"registro","matricola":)" + members::dump(matricola) +
                                                            R"(,"quando":)" + members::dump(kept.quando) + R"(,"registro":)" +
                                                            body + "}"}};
  model.registri[matricola] = std::move(kept);
  append(effects, forget_old_registries(model));
  return effects;
}

std::shared_ptr<const domain::Registry> kept_registry(const Model& model, const std::string& matricola) {
  const auto found = model.registri.find(matricola);
  if (found == model.registri.end()) return nullptr;
  auto read = wire::read_registry(found->second.json);
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
