// The assistant: what is to mend, the counters, the terms, the estimate, a suggestion.
#include <algorithm>

#include "shared/rules/counters/counters.hpp"
#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/fields.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using rules::counters::Contatore;
using view::Kind;
using view::Node;

namespace {

Node titled(const char* key, const std::string& label) {
  return view::keyed(Kind::section, key, label, {view::heading(2, label)});
}

// How much of the domanda is there, section by section.
Node completeness(const Desk& desk) {
  const auto& all = desk.work.esame.sezioni;
  const auto complete =
      std::count_if(all.begin(), all.end(), [](const auto& one) { return one.stato == rules::Stato::completa; });
  Node meter = view::keyed(Kind::meter, "assistente.completezza", t("assistente.completezza"));
  meter.max = static_cast<std::int64_t>(all.size());
  meter.now = complete;
  meter.value = t("assistente.completezza.valore", {{"n", std::to_string(complete)}, {"tutte", std::to_string(all.size())}});
  meter.tone = meter.now == meter.max ? view::Tone::success : view::Tone::info;
  return meter;
}

Node to_mend(const Desk& desk) {
  std::int64_t errors = 0;
  std::int64_t warnings = 0;
  Node list = view::node(Kind::list);
  constexpr std::size_t kMost = 20;
  for (const rules::Alert* alert : app::shown_alerts(desk.work)) {
    if (alert->gravita == norms::Gravita::informazione) continue;
    (alert->gravita == norms::Gravita::errore ? errors : warnings)++;
    if (list.children.size() < kMost) list.children.push_back(view::node(Kind::list_item, {alert_node(*alert, "lista")}));
  }
  const std::string heading = t("assistente.da_sistemare", {{"errori", app::plural("conta.errore", errors)},
                                                            {"avvisi", app::plural("conta.avviso", warnings)}});
  Node section = titled("assistente.da_sistemare", heading);
  // Announced politely when the figures change.
  section.children.push_back(
      view::status("assistente.stato", errors + warnings == 0 ? t("assistente.niente") : t("assistente.premi")));
  section.children.push_back(completeness(desk));
  const auto shown = static_cast<std::int64_t>(list.children.size());
  if (shown > 0) section.children.push_back(std::move(list));
  if (errors + warnings > shown)
    section.children.push_back(view::text(app::plural("assistente.altri", errors + warnings - shown)));
  return section;
}

view::Tone counter_tone(const Contatore& counter) {
  if (counter.superato) return view::Tone::warning;
  return counter.esente ? view::Tone::info : view::Tone::success;
}

void add_meter(const Desk& desk, const Contatore& counter, Nodes& out) {
  if (counter.limite == 0) return;
  Node meter = view::keyed(Kind::meter, "contatore." + counter.codice, counter.nome);
  meter.value = t("assistente.contatore", {{"usate", rules::counters::weeks_text(counter.usato)},
                                           {"chieste", rules::counters::weeks_text(counter.richiesto)},
                                           {"limite", rules::counters::weeks_text(counter.limite)}});
  meter.max = counter.limite;
  meter.now = counter.usato + counter.richiesto;
  meter.limit = counter.limite;
  meter.tone = counter_tone(counter);
  out.push_back(std::move(meter));
  out.push_back(view::text(counter.testo));
  if (counter.lettura) out.push_back(view::text(t("avviso.lettura")));
  add_why(desk, counter.codice, counter.nome, counter.testo, out);
}

Node counters(const Desk& desk) {
  Node section = titled("assistente.contatori", t("assistente.contatori"));
  const auto& all = desk.work.esame.contatori;
  if (!all.calcolati) {
    section.children.push_back(view::text(t("assistente.contatori.vuoti")));
    return section;
  }
  add_capacity_summary(desk, section.children);
  add_meter(desk, all.biennio, section.children);
  add_meter(desk, all.consecutive, section.children);
  if (!all.terzo.testo.empty()) {
    section.children.push_back(view::text(all.terzo.testo));
    add_why(desk, "terzo", t("dettaglio.terzo"), all.terzo.testo, section.children);
  }
  return section;
}

Node terms(const Desk& desk) {
  Node section = titled("assistente.scadenze", t("home.scadenze"));
  const auto& term = desk.work.esame.scadenza;
  if (!term) {
    section.children.push_back(view::text(t("assistente.scadenze.vuote")));
    return section;
  }
  section.children.push_back(
      view::badge(term->data.italiano() + " · " + days_left(term->giorni_rimasti), deadline_tone(term->giorni_rimasti)));
  Node facts =
      view::node(Kind::definition_list, {view::definition(t("assistente.invio_entro"), term->data.per_esteso(), term->regola)});
  if (term->prudenziale) facts.children.push_back(view::definition(t("assistente.prudenziale"), term->prudenziale->per_esteso()));
  if (term->primo_giorno_autorizzabile) {
    facts.children.push_back(view::definition(t("assistente.primo_giorno"), term->primo_giorno_autorizzabile->per_esteso()));
  }
  section.children.push_back(std::move(facts));
  add_why(desk, "scadenza", t("perche.scadenza"), {}, section.children);
  section.children.push_back(view::button("scadenze.calendario", t("assistente.calendario")));
  return section;
}

// What concerns the draft and not the domanda: its name, a copy of it on disk or on paper.
Node this_draft(const Desk& desk) {
  Node section = titled("assistente.bozza", t("assistente.bozza"));
  Node name = view::keyed(Kind::field, "bozza.nome", t("bozza.nome"));
  name.value = desk.work.bozza.nome;
  name.help = t("bozza.nome.aiuto");
  section.children.push_back(std::move(name));
  const auto& matricola = desk.draft().azienda.matricola;
  const auto kept = desk.model.registri.find(matricola ? matricola->str() : std::string());
  if (kept != desk.model.registri.end()) {
    section.children.push_back(view::text(t("registro.al", {{"quando", instant(kept->second.quando)}})));
  }
  section.children.push_back(
      view::node(Kind::row, {view::button("bozza.esporta", t("bozza.esporta")), view::button("stampa", t("bozza.stampa"))}));
  return section;
}

Node suggestion(const Desk& desk) {
  Node section = titled("assistente.suggerimento", t("assistente.suggerimento"));
  section.children.push_back(view::text(app::t_of("suggerimento.", desk.work.bozza.sezione)));
  const auto& routing = desk.work.esame.instradamento;
  if (!routing.nome_primaria.empty()) {
    section.children.push_back(
        view::node(Kind::definition_list, {view::definition(t("assistente.prestazione"), routing.nome_primaria, routing.testo)}));
    add_why(desk, "instradamento", t("assistente.prestazione"), {}, section.children);
  }
  return section;
}

}  // namespace

Node assistant(const Desk& desk) {
  Node out = view::keyed(Kind::aside, "assistente", t("assistente.nome"), {to_mend(desk), counters(desk), terms(desk)});
  add_estimate_summary(desk, out.children);
  out.children.push_back(suggestion(desk));
  out.children.push_back(this_draft(desk));
  return out;
}

}  // namespace omnia::screens
