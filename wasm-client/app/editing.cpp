#include "wasm-client/app/editing.hpp"

#include <algorithm>
#include <utility>

#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/fixes.hpp"
#include "wasm-client/app/history.hpp"
#include "wasm-client/app/subject.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app {
namespace {

using domain::Date;

std::string trimmed(const std::string& text) {
  constexpr const char* kBlank = " \t\r\n";
  const auto first = text.find_first_not_of(kBlank);
  return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

// The first and last week follow the real start while the person has not said otherwise.
void propose_weeks(domain::SezionePeriodo& period) {
  if (!period.data_inizio_effettivo) return;
  if (period.dal.empty()) period.dal.value = period.data_inizio_effettivo->lunedi();
  if (period.al.empty() && period.dal) period.al.value = period.dal->lunedi() + 6;
}

// Event days live on the grid of the requested weeks: those outside are no longer asked for.
void prune_event_days(domain::SezionePeriodo& period) {
  if (!period.dal || !period.al) return;
  const domain::Period asked{period.dal->lunedi(), *period.al};
  auto& days = period.giorni_evento;
  days.erase(std::remove_if(days.begin(), days.end(), [&asked](Date day) { return !asked.contains(day); }), days.end());
}

// The hours of the event days follow the days where the causale asks for them; elsewhere what was typed waits.
void follow_event_days(domain::Draft& draft) {
  if (asks_hours_of_days(norms::Norms::builtin().causale(draft.causale.id))) forms::align_event_hours(draft);
}

void after_leaving(domain::Draft& draft, const std::string& path, Date oggi) {
  if (path == "indicatori.modalita") return forms::align_indicators(draft, oggi);
  if (path == "causale.id") return follow_event_days(draft);
  const bool period = path == "periodo.data_inizio_effettivo" || path == "periodo.dal" || path == "periodo.al";
  if (!period) return;
  propose_weeks(draft.periodo);
  forms::align_weeks(draft);
  prune_event_days(draft.periodo);
  follow_event_days(draft);
}

Effects step(Model& model, const std::string& section) { return go_to_section(model, section); }

std::size_t section_index(const std::string& id) {
  const auto& all = forms::cigo();
  const auto found = std::find_if(all.begin(), all.end(), [&id](const forms::Section& one) { return one.id == id; });
  return static_cast<std::size_t>(found - all.begin());
}

bool has_errors(const Scrivania& desk, const std::string& section) {
  return std::any_of(desk.esame.alerts.begin(), desk.esame.alerts.end(), [&section](const rules::Alert& alert) {
    return alert.gravita == norms::Gravita::errore && section_of(alert) == section;
  });
}

// The first press shows what is wrong in the section and stays; the next one goes on all the same.
Effects go_on(Model& model, const std::string&) {
  if (!model.scrivania) return {};
  Scrivania& desk = *model.scrivania;
  const std::string section = desk.bozza.sezione;
  const bool first_press = desk.bozza.controllate.insert(section).second;
  if (first_press && has_errors(desk, section)) {
    for (const rules::Alert& alert : desk.esame.alerts) {
      if (alert.gravita == norms::Gravita::errore && section_of(alert) == section) return jump(model, section, alert.campo);
    }
  }
  const std::size_t next = section_index(section) + 1;
  return next < forms::cigo().size() ? go_to_section(model, forms::cigo()[next].id) : Effects();
}

Effects go_back(Model& model, const std::string&) {
  if (!model.scrivania) return {};
  const std::size_t here = section_index(model.scrivania->bozza.sezione);
  return here == 0 ? Effects() : go_to_section(model, forms::cigo()[here - 1].id);
}

struct AlertKey {
  std::string codice;
  std::string campo;
};
AlertKey alert_key(const std::string& argument) {
  const auto colon = argument.find(':');
  if (colon == std::string::npos) return {argument, {}};
  return {argument.substr(0, colon), argument.substr(colon + 1)};
}

Effects to_alert(Model& model, const std::string& argument) {
  if (!model.scrivania) return {};
  const AlertKey key = alert_key(argument);
  const rules::Alert* alert = find_alert(*model.scrivania, key.codice, key.campo);
  return alert == nullptr ? Effects() : jump(model, section_of(*alert), alert->campo);
}

// An alert of the office's refusal: its code need not be in the client's own review.
Effects to_field(Model& model, const std::string& argument) {
  const std::string campo = alert_key(argument).campo;
  const std::string section = campo.substr(0, campo.find('.'));
  return jump(model, forms::section(section) == nullptr ? "azienda" : section, campo);
}

Effects mend(Model& model, const std::string& argument) {
  if (!model.scrivania) return {};
  Scrivania& desk = *model.scrivania;
  const AlertKey key = alert_key(argument);
  const rules::Alert* alert = find_alert(desk, key.codice, key.campo);
  const auto rimedio = alert == nullptr ? std::nullopt : remedy(desk, *alert, model.oggi);
  if (!rimedio) return {};
  apply(desk.bozza.draft, *rimedio);
  for (const auto& [path, text] : rimedio->valori) desk.bozza.toccati.insert(path);
  prune_event_days(desk.bozza.draft.periodo);
  follow_event_days(desk.bozza.draft);
  return changed(model);
}

Effects copy_first_week(Model& model, const std::string&) {
  if (!model.scrivania) return {};
  auto& weeks = model.scrivania->bozza.draft.periodo.settimane;
  for (auto& week : weeks) {
    const Date monday = week.lunedi;
    week = weeks.front();
    week.lunedi = monday;
  }
  return changed(model);
}

Effects workers_into_plan(Model& model, const std::string&) {
  if (!model.scrivania) return {};
  domain::Draft& draft = model.scrivania->bozza.draft;
  const auto count = static_cast<std::int64_t>(draft.lavoratori.beneficiari.size());
  for (auto& week : draft.periodo.settimane) week.lavoratori = {domain::Count{count}, {}};
  return changed(model);
}

Effects event_day(Model& model, const std::string& argument, const std::string& text, bool) {
  const auto day = Date::parse(argument);
  if (!model.scrivania || !day.ok()) return {};
  auto& days = model.scrivania->bozza.draft.periodo.giorni_evento;
  const auto place = std::lower_bound(days.begin(), days.end(), day.value());
  const bool present = place != days.end() && *place == day.value();
  const bool wanted = !text.empty();
  model.scrivania->bozza.toccati.insert("periodo.giorni_evento");
  if (present == wanted) return {};
  if (wanted) {
    days.insert(place, day.value());
  } else {
    days.erase(place);
  }
  follow_event_days(model.scrivania->bozza.draft);
  return changed(model);
}

// Monday to Friday of the week of that Monday.
Effects working_days(Model& model, const std::string& argument) {
  const auto monday = Date::parse(argument);
  if (!model.scrivania || !monday.ok()) return {};
  auto& days = model.scrivania->bozza.draft.periodo.giorni_evento;
  for (int i = 0; i < 5; ++i) days.push_back(monday.value() + i);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  follow_event_days(model.scrivania->bozza.draft);
  model.scrivania->bozza.toccati.insert("periodo.giorni_evento");
  return changed(model);
}

// From the comparison of the causali: chosen as if picked from the list.
Effects use_causale(Model& model, const std::string& id) {
  Effects effects = edit_field(model, "causale.id", id, true);
  effects.push_back(FocusNode{"causale.id"});
  return effects;
}

Effects toggle_why(Model& model, const std::string& argomento) {
  if (!model.scrivania) return {};
  auto& open = model.scrivania->perche;
  if (open.erase(argomento) == 0) open.insert(argomento);
  return {};
}

}  // namespace

Effects edit_field(Model& model, const std::string& key, const std::string& text, bool left) {
  if (!model.scrivania || model.schermata != Screen::domanda) return {};
  Scrivania& desk = *model.scrivania;
  const auto equals = key.find('=');
  const std::string path = key.substr(0, equals);
  const std::string typed = equals == std::string::npos ? text : key.substr(equals + 1);
  domain::Draft& draft = desk.bozza.draft;
  if (!forms::exists(draft, path)) return {};
  const std::string before = forms::get(draft, path);
  const auto weeks_before = draft.periodo.settimane.size();
  forms::set(draft, path, left ? trimmed(typed) : typed);
  bool news = forms::get(draft, path) != before;
  if (left) {
    desk.digitato.reset();
    news = desk.bozza.toccati.insert(path).second || news;
    after_leaving(draft, path, model.oggi);
    news = news || draft.periodo.settimane.size() != weeks_before;
  } else {
    desk.digitato.emplace(path, typed);
  }
  Effects effects = news ? changed(model, path) : Effects();
  if (left) close_step(desk);
  return effects;
}

Effects changed(Model& model, const std::string& path) {
  if (!model.scrivania) return {};
  record_step(*model.scrivania, path);
  return revised(model);
}

Effects revised(Model& model) {
  if (!model.scrivania) return {};
  Scrivania& desk = *model.scrivania;
  desk.bozza.rifiuto.clear();
  desk.bozza.esito.clear();
  desk.cambiamenti.clear();
  // What was ready to go is not this any more.
  if (std::exchange(desk.bozza.coda, Coda::fuori) == Coda::in_attesa) desk.novita = t("coda.tolta_per_modifica");
  desk.bozza.registro_visto.clear();
  desk.invio.errore.clear();
  examine(model);
  return store_desk(model);
}

Subject editing_subject() {
  return {{{"sezione", step},
           {"modifica", step},
           {"continua", go_on},
           {"indietro", go_back},
           {"lista", to_alert},
           {"avviso", to_alert},
           {"riepilogo.avviso", to_alert},
           {"sommario", to_alert},
           {"rifiuto", to_field},
           {"rimedio", mend},
           {"settimane.copia", copy_first_week},
           {"settimane.lavoratori", workers_into_plan},
           {"giorni.feriali", working_days},
           {"usa_causale", use_causale},
           {"perche", toggle_why}},
          {{"giorno", event_day}},
          {}};
}

}  // namespace omnia::app
