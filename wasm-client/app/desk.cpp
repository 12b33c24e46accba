#include "wasm-client/app/desk.hpp"

#include <algorithm>

#include "shared/rules/headcount/headcount.hpp"
#include "wasm-client/app/drafts.hpp"
#include "wasm-client/app/history.hpp"
#include "wasm-client/app/outlook.hpp"
#include "wasm-client/app/queue.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app {
namespace {

using rules::Alert;

bool inside(std::string_view path, std::string_view parent) {
  if (path.size() <= parent.size() || path.substr(0, parent.size()) != parent) return false;
  return path[parent.size()] == '.' || path[parent.size()] == '[';
}

bool left(const Scrivania& desk, std::string_view campo) {
  const auto& touched = desk.bozza.toccati;
  return std::any_of(touched.begin(), touched.end(),
                     [campo](const std::string& path) { return path == campo || inside(campo, path); });
}

// CIGS or a solidarity contract authorised in the chosen unit in the days asked.
bool cigs_running(const Scrivania& desk) {
  const auto& draft = desk.bozza.draft;
  if (!desk.registro || !draft.unita_produttiva.progressivo) return false;
  const auto& list = desk.registro->autorizzazioni;
  return std::any_of(list.begin(), list.end(), [&draft](const domain::Autorizzazione& one) {
    const bool here = one.unita_produttiva == draft.unita_produttiva.progressivo->n && one.prestazione.rfind("CIGS", 0) == 0 &&
                      one.stato == domain::StatoAutorizzazione::autorizzata;
    const auto& period = draft.periodo;
    return here && period.dal && period.al && one.periodo.overlaps({*period.dal, *period.al});
  });
}

std::string average_text(const domain::Registry& registry, domain::Date oggi) {
  const auto media = rules::headcount::average(registry.posizione.forza, oggi);
  if (media.mesi == 0) return {};
  // Half up: the form holds hundredths, the rules compare the exact fraction of the registry where the law asks for it.
  return domain::format_hundredths((media.somma_centesimi * 2 + media.mesi) / (std::int64_t{2} * media.mesi));
}

std::string source_of_registry(const domain::Registry& registry) {
  return t("fonte.anagrafica", {{"data", registry.aggiornato_al.italiano()}});
}

std::string source_of_uniemens(const domain::Registry& registry) {
  if (!registry.ultimo_uniemens) return t("fonte.uniemens");
  return t("fonte.uniemens_mese", {{"mese", registry.ultimo_uniemens->italiano()}});
}

}  // namespace

void examine(Model& model) {
  if (!model.scrivania || !model.scrivania->registro) return;
  Scrivania& desk = *model.scrivania;
  desk.esame = rules::review(desk.bozza.draft, *desk.registro, norms::Norms::builtin(), model.oggi);
  // One node a code and field: what repeats (a worker in two other domande) is said once.
  auto& alerts = desk.esame.alerts;
  const auto same = [](const Alert& a, const Alert& b) { return a.codice == b.codice && a.campo == b.campo; };
  alerts.erase(std::unique(alerts.begin(), alerts.end(), same), alerts.end());
  refresh_capacity(desk, model.oggi);
}

Effects store_desk(Model& model) {
  if (!model.scrivania || model.scrivania->lettura != Lettura::libera) return {};
  Scrivania& desk = *model.scrivania;
  desk.bozza.aggiornata_il = model.oggi.iso();
  desk.bozza.numero = ++model.contatore;
  desk.salvataggio = Salvataggio::in_corso;
  keep(model, desk.bozza);
  return {StoreDraft{desk.bozza.draft.id}};
}

std::string section_of(const Alert& alert) {
  if (alert.sezione == "termini" || alert.sezione == "piano") return "periodo";
  return forms::section(alert.sezione) == nullptr ? "invio" : alert.sezione;
}

bool shown(const Scrivania& desk, const Alert& alert) {
  return desk.bozza.invio_tentato || desk.bozza.controllate.count(section_of(alert)) > 0 || left(desk, alert.campo);
}

std::vector<const Alert*> shown_alerts(const Scrivania& desk) {
  std::vector<const Alert*> out;
  for (const Alert& alert : desk.esame.alerts) {
    if (shown(desk, alert)) out.push_back(&alert);
  }
  return out;
}

std::vector<const Alert*> shown_on(const Scrivania& desk, std::string_view path) {
  std::vector<const Alert*> out;
  for (const Alert& alert : desk.esame.alerts) {
    if (alert.campo == path && shown(desk, alert)) out.push_back(&alert);
  }
  return out;
}

const Alert* find_alert(const Scrivania& desk, std::string_view codice, std::string_view campo) {
  for (const Alert& alert : desk.esame.alerts) {
    if (alert.codice == codice && alert.campo == campo) return &alert;
  }
  return nullptr;
}

const domain::UnitaProduttiva* chosen_unit(const Scrivania& desk) {
  const auto& progressivo = desk.bozza.draft.unita_produttiva.progressivo;
  if (!progressivo || !desk.registro) return nullptr;
  for (const auto& unit : desk.registro->unita_produttive) {
    if (unit.progressivo == progressivo->n) return &unit;
  }
  return nullptr;
}

const norms::Causale* chosen_causale(const Scrivania& desk) {
  return norms::Norms::builtin().causale(desk.bozza.draft.causale.id);
}

bool asks_hours_of_days(const norms::Causale* causale) {
  if (causale == nullptr || !causale->eone) return false;
  const auto& asked = causale->richiede;
  return causale->meteo || std::find(asked.begin(), asked.end(), "causale.ordinanza") != asked.end();
}

forms::Context form_context(const Scrivania& desk) {
  const auto& unions = desk.esame.consultazione;
  const bool due = !unions || unions->dovere != rules::union_consultation::Dovere::nessuno;
  return {chosen_unit(desk), chosen_causale(desk), desk.esame.instradamento.cigo_suggerita, cigs_running(desk), due};
}

std::optional<Proposta> proposal(const domain::Registry& registry, std::string_view path, domain::Date oggi) {
  const domain::Posizione& position = registry.posizione;
  const auto of = [](const std::string& text, const std::string& source) {
    return text.empty() ? std::nullopt : std::optional(Proposta{text, source});
  };
  if (path == "azienda.matricola") return of(position.matricola, source_of_registry(registry));
  if (path == "azienda.codice_fiscale") return of(position.codice_fiscale, source_of_registry(registry));
  if (path == "azienda.denominazione") return of(position.denominazione, source_of_registry(registry));
  if (path == "azienda.pec") return of(position.pec, source_of_registry(registry));
  if (path == "azienda.data_inizio_attivita")
    return of(position.dal ? position.dal->italiano() : std::string(), source_of_registry(registry));
  if (path == "azienda.dipendenti_medi") return of(average_text(registry, oggi), source_of_uniemens(registry));
  return std::nullopt;
}

void fill_from_registry(domain::Draft& draft, const domain::Registry& registry, domain::Date oggi) {
  for (const forms::Field& field : forms::section("azienda")->campi) {
    if (!forms::get(draft, field.path).empty()) continue;
    if (const auto value = proposal(registry, field.path, oggi)) forms::set(draft, field.path, value->testo);
  }
  // A company with one unit has nothing to choose.
  if (registry.unita_produttive.size() == 1 && draft.unita_produttiva.progressivo.empty()) {
    draft.unita_produttiva.progressivo.value = domain::Count{registry.unita_produttive.front().progressivo};
  }
}

Effects open_desk(Model& model, Bozza bozza, std::shared_ptr<const domain::Registry> registro, bool locale) {
  Scrivania desk;
  desk.bozza = std::move(bozza);
  desk.registro = std::move(registro);
  desk.registro_locale = locale;
  begin_history(desk);
  if (desk.bozza.numero > 0) desk.salvataggio = Salvataggio::riuscito;
  if (desk.bozza.futura) desk.lettura = Lettura::futura;
  desk.cambiamenti = changes_seen(model, desk.bozza);
  const std::string id = desk.bozza.draft.id;
  model.scrivania = std::move(desk);
  model.schermata = Screen::domanda;
  examine(model);
  return {TakeDraft{id, false}};
}

Lettura reading(const Model& model) {
  if (!model.scrivania) return Lettura::libera;
  const Scrivania& desk = *model.scrivania;
  if (desk.lettura != Lettura::libera) return desk.lettura;
  return desk.invio.in_corso || model.in_uscita.count(desk.bozza.draft.id) > 0 ? Lettura::invio : Lettura::libera;
}

Effects go_to_section(Model& model, const std::string& sezione) {
  if (!model.scrivania || forms::section(sezione) == nullptr) return {};
  model.scrivania->bozza.sezione = sezione;
  model.scrivania->digitato.reset();
  // The summary lists all that is wrong: what has been shown there stays in sight, beside its field and in every count.
  if (sezione == forms::cigo().back().id) {
    for (const forms::Section& one : forms::cigo()) model.scrivania->bozza.controllate.insert(one.id);
  }
  const norms::Causale* causale = chosen_causale(*model.scrivania);
  if (sezione == "indicatori" && causale != nullptr && causale->indicatori) {
    forms::align_indicators(model.scrivania->bozza.draft, model.oggi);
  }
  Effects effects = store_desk(model);
  effects.push_back(FocusNode{"titolo"});
  return effects;
}

}  // namespace omnia::app
