#include "wasm-client/app/history.hpp"

#include <array>
#include <utility>

#include "shared/forms/fields.hpp"
#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/editing.hpp"
#include "wasm-client/app/subject.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app {
namespace {

using domain::Draft;
using Workers = std::vector<domain::Beneficiario>;

constexpr std::string_view kBeneficiaries = "lavoratori.beneficiari";

struct Section {
  std::string_view id;
  bool (*same)(const Draft&, const Draft&);
};

template <auto Member>
bool same(const Draft& a, const Draft& b) {
  return a.*Member == b.*Member;
}

constexpr std::array<Section, 10> kSections = {{{"azienda", same<&Draft::azienda>},
                                                {"unita_produttiva", same<&Draft::unita_produttiva>},
                                                {"causale", same<&Draft::causale>},
                                                {"periodo", same<&Draft::periodo>},
                                                {"lavoratori", same<&Draft::lavoratori>},
                                                {"relazione", same<&Draft::relazione>},
                                                {"indicatori", same<&Draft::indicatori>},
                                                {"consultazione", same<&Draft::consultazione>},
                                                {"pagamento", same<&Draft::pagamento>},
                                                {"invio", same<&Draft::invio>}}};

// Takes the workers out of a draft while it is copied, so that they are not.
Istantanea take(Draft& draft, std::shared_ptr<const Workers> workers) {
  Workers list = std::move(draft.lavoratori.beneficiari);
  draft.lavoratori.beneficiari.clear();
  Istantanea out{draft, std::move(workers)};
  draft.lavoratori.beneficiari = std::move(list);
  return out;
}

Istantanea snapshot(Draft& draft, const Istantanea& last) {
  const bool shared = last.beneficiari && *last.beneficiari == draft.lavoratori.beneficiari;
  return take(draft, shared ? last.beneficiari : std::make_shared<const Workers>(draft.lavoratori.beneficiari));
}

void restore(Draft& draft, const Istantanea& from) {
  draft = from.draft;
  draft.lavoratori.beneficiari = *from.beneficiari;
}

bool equal(const Istantanea& a, const Istantanea& b) { return a.beneficiari == b.beneficiari && a.draft == b.draft; }

// Name of a field on the screen; "" for what has none of its own.
std::string label_of(const std::string& path) {
  if (path == "causale.id") return t("causale.etichetta");
  if (path == "unita_produttiva.progressivo") return t("unita.scegli");
  for (const forms::Section& section : forms::cigo()) {
    for (const forms::Field& field : section.campi) {
      if (field.path == path) return field.etichetta;
    }
  }
  return {};
}

std::string section_of_path(const std::string& path) { return path.substr(0, path.find_first_of(".[")); }

std::string changed_section(const Draft& before, const Draft& after) {
  for (const Section& section : kSections) {
    if (!section.same(before, after)) return std::string(section.id);
  }
  return "azienda";
}

std::string of_section(const std::string& id) {
  const forms::Section* section = forms::section(id);
  return t("storia.sezione", {{"sezione", section == nullptr ? id : section->titolo}});
}

std::string of_workers(std::size_t before, std::size_t after) {
  if (after > before) return plural("storia.aggiunti", static_cast<std::int64_t>(after - before));
  return plural("storia.tolti", static_cast<std::int64_t>(before - after));
}

// The oldest steps go, until what is left is small enough.
void bound(std::vector<Passo>& steps) {
  std::size_t kept = 0;
  const Workers* last = nullptr;
  std::size_t first = steps.size();
  while (first > 0 && steps.size() - first < kMostSteps) {
    const Workers* here = steps[first - 1].altra.beneficiari.get();
    if (here != last) kept += here->size();
    if (kept > kMostWorkersKept && first != steps.size()) break;
    last = here;
    --first;
  }
  steps.erase(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(first));
}

// Goes one step back or forth: `from` loses it, `to` gets the way to return.
Effects move(Model& model, std::vector<Passo> Cronologia::*from, std::vector<Passo> Cronologia::*to, const char* said) {
  if (!model.scrivania) return {};
  Scrivania& desk = *model.scrivania;
  close_step(desk);
  auto& steps = desk.storia.*from;
  if (steps.empty()) return {};
  Passo step = std::move(steps.back());
  steps.pop_back();
  Istantanea here = std::exchange(desk.storia.presente, step.altra);
  restore(desk.bozza.draft, desk.storia.presente);
  (desk.storia.*to).push_back({step.descrizione, step.campo, std::move(here)});
  desk.digitato.reset();
  desk.novita = t(said, {{"passo", step.descrizione}});
  const std::string section = section_of_path(step.campo);
  const bool elsewhere = forms::section(section) != nullptr && section != desk.bozza.sezione;
  if (elsewhere) desk.bozza.sezione = section;
  Effects effects = revised(model);
  if (elsewhere) {
    effects.push_back(FocusNode{"titolo"});
  } else if (steps.empty()) {  // its button takes the focus no more
    effects.push_back(FocusNode{from == &Cronologia::annullabili ? "ripeti" : "annulla"});
  }
  return effects;
}

Effects undo(Model& model, const std::string&) {
  return move(model, &Cronologia::annullabili, &Cronologia::ripetibili, "storia.annullato");
}
Effects redo(Model& model, const std::string&) {
  return move(model, &Cronologia::ripetibili, &Cronologia::annullabili, "storia.ripetuto");
}

}  // namespace

void begin_history(Scrivania& desk) {
  desk.storia = {};
  desk.storia.presente = snapshot(desk.bozza.draft, {});
}

std::string describe_change(const Draft& before, const Draft& after, const std::string& path) {
  const std::size_t had = before.lavoratori.beneficiari.size();
  const std::size_t has = after.lavoratori.beneficiari.size();
  if (had != has) return of_workers(had, has);
  const std::string label = label_of(path);
  if (label.empty()) return of_section(path.empty() ? changed_section(before, after) : section_of_path(path));
  return t(forms::get(after, path).empty() ? "storia.cancellato" : "storia.campo", {{"campo", label}});
}

void record_step(Scrivania& desk, const std::string& path) {
  Cronologia& story = desk.storia;
  Draft& draft = desk.bozza.draft;
  if (story.blocco && story.aperto) {
    story.presente = snapshot(draft, story.presente);
    return;
  }
  const bool same_field = story.aperto && !path.empty() && story.annullabili.back().campo == path;
  if (same_field && path.compare(0, kBeneficiaries.size(), kBeneficiaries) != 0) {
    story.presente = take(draft, story.presente.beneficiari);
    return;
  }
  close_step(desk);
  Istantanea now = snapshot(draft, story.presente);
  if (equal(now, story.presente)) return;
  Istantanea before = std::exchange(story.presente, std::move(now));
  Draft old;
  restore(old, before);
  const std::string place = path.empty() ? changed_section(old, draft) : path;
  const bool one_field = !path.empty() && !story.blocco;
  story.annullabili.push_back({describe_change(old, draft, story.blocco ? std::string() : path), place, std::move(before)});
  story.ripetibili.clear();
  desk.novita.clear();
  story.aperto = one_field || story.blocco;
  bound(story.annullabili);
}

void close_step(Scrivania& desk) {
  Cronologia& story = desk.storia;
  if (story.blocco || !std::exchange(story.aperto, false)) return;
  Passo& step = story.annullabili.back();
  // Typed and taken back: nothing to undo.
  if (equal(step.altra, story.presente)) return story.annullabili.pop_back();
  const std::string label = label_of(step.campo);
  if (label.empty()) return;
  step.descrizione =
      t(forms::get(desk.bozza.draft, step.campo).empty() ? "storia.cancellato" : "storia.campo", {{"campo", label}});
}

void begin_block(Model& model) {
  if (!model.scrivania) return;
  close_step(*model.scrivania);
  model.scrivania->storia.blocco = true;
}

void end_block(Model& model) {
  if (!model.scrivania || !std::exchange(model.scrivania->storia.blocco, false)) return;
  model.scrivania->storia.aperto = false;
}

Subject history_subject() { return {{{"annulla", undo}, {"ripeti", redo}}, {}, {}}; }

}  // namespace omnia::app
