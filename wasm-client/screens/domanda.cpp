// The CIGO domanda: steps, the open section, the assistant.
#include <set>

#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/fields.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/screens/screens.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

struct Counts {
  std::int64_t errors = 0;
  std::int64_t warnings = 0;
};

// Only what the person has been shown: a section not yet visited is "da compilare", not "5 errori".
Counts shown_counts(const app::Scrivania& desk, const std::string& section) {
  Counts out;
  for (const rules::Alert* alert : app::shown_alerts(desk)) {
    if (app::section_of(*alert) != section) continue;
    out.errors += alert->gravita == norms::Gravita::errore ? 1 : 0;
    out.warnings += alert->gravita == norms::Gravita::avviso ? 1 : 0;
  }
  return out;
}

rules::Stato state_of(const rules::Review& review, const std::string& section) {
  for (const auto& one : review.sezioni) {
    if (one.sezione == section) return one.stato;
  }
  return rules::Stato::vuota;
}

Node step(const app::Scrivania& desk, const forms::Section& section, std::size_t number) {
  Node node = view::keyed(Kind::step, "sezione:" + section.id, section.titolo);
  node.current = desk.bozza.sezione == section.id;
  if (number <= 9) node.shortcut = std::to_string(number);
  const Counts counts = shown_counts(desk, section.id);
  if (counts.errors > 0) {
    node.value = app::plural("conta.errore", counts.errors);
    node.tone = view::Tone::error;
    return node;
  }
  switch (state_of(desk.esame, section.id)) {
    case rules::Stato::completa:
      node.value = counts.warnings > 0 ? app::plural("conta.avviso", counts.warnings) : t("passo.completa");
      node.tone = counts.warnings > 0 ? view::Tone::warning : view::Tone::success;
      break;
    case rules::Stato::parziale:
      node.value = t("passo.da_completare");
      node.tone = view::Tone::info;
      break;
    case rules::Stato::vuota:
      node.value = t("passo.da_compilare");
      break;
  }
  return node;
}

Node steps(const app::Scrivania& desk) {
  Node nav = view::keyed(Kind::navigation, "passi", t("passo.navigazione"));
  for (const forms::Section& section : forms::cigo()) nav.children.push_back(step(desk, section, nav.children.size() + 1));
  return nav;
}

void add_section(const Desk& desk, const forms::Section& section, Nodes& out) {
  using Add = void (*)(const Desk&, const forms::Section&, Nodes&);
  struct Row {
    std::string_view id;
    Add add;
  };
  constexpr Row kOwn[] = {{"azienda", add_company},
                          {"unita_produttiva", add_unit},
                          {"causale", add_causale},
                          {"periodo", add_period},
                          {"lavoratori", add_workers},
                          {"indicatori", add_indicators},
                          {"consultazione", add_consultation},
                          {"pagamento", add_payment},
                          {"invio", add_sending}};
  for (const Row& row : kOwn) {
    if (row.id == section.id) return row.add(desk, section, out);
  }
  add_fields(desk, section, out);
}

void collect_keys(const Nodes& nodes, std::set<std::string>& keys) {
  for (const Node& node : nodes) {
    if (!node.key.empty()) keys.insert(node.key);
    collect_keys(node.children, keys);
  }
}

// Its field is on the screen and shows it, or it stands there without its field: a list of workers that is not there yet.
bool has_its_place(const rules::Alert& alert, const std::set<std::string>& keys) {
  return keys.count(alert.campo) > 0 || keys.count("errore:" + alert.campo) > 0 || keys.count(alert_key(alert, kBesideField)) > 0;
}

// Alerts of the section that no node of it shows: they stand at its top.
Nodes homeless_alerts(const Desk& desk, const forms::Section& section, const Nodes& body) {
  std::set<std::string> keys;
  collect_keys(body, keys);
  Nodes out;
  for (const rules::Alert* alert : app::shown_alerts(desk.work)) {
    const bool worker = alert->campo.rfind("lavoratori.beneficiari[", 0) == 0;
    if (app::section_of(*alert) != section.id || worker || has_its_place(*alert, keys)) continue;
    if (section.id == "invio" && alert->gravita != norms::Gravita::informazione) continue;
    out.push_back(alert_node(*alert, kBesideField));
    add_remedy(desk, *alert, out);
  }
  return out;
}

// What keeps the section from being complete, once the person has asked to go on: each line leads to its field.
void add_error_summary(const Desk& desk, const forms::Section& section, Nodes& out) {
  if (desk.work.bozza.controllate.count(section.id) == 0) return;
  Node list = view::node(Kind::list);
  for (const rules::Alert* alert : app::shown_alerts(desk.work)) {
    if (alert->gravita != norms::Gravita::errore || app::section_of(*alert) != section.id) continue;
    Node link = view::link("sommario:" + alert->codice + ":" + alert->campo, alert->testo);
    list.children.push_back(view::node(Kind::list_item, {std::move(link)}));
  }
  if (list.children.empty()) return;
  const auto count = static_cast<std::int64_t>(list.children.size());
  Node card = view::keyed(Kind::card, "sommario", "", {view::heading(2, app::plural("sommario.titolo", count)), std::move(list)});
  card.tone = view::Tone::error;
  out.push_back(std::move(card));
}

Node moves(const forms::Section& section) {
  Node row = view::node(Kind::row);
  Node back = view::button("indietro", t("azione.indietro"));
  back.shortcut = "p";
  Node next = view::primary("continua", t("azione.continua"));
  next.shortcut = "n";
  if (section.id != forms::cigo().front().id) row.children.push_back(std::move(back));
  row.children.push_back(std::move(next));
  return row;
}

// What would be undone and done again, by name. Both stand there from the start: nothing moves when the first key is typed.
Node history(const app::Scrivania& work) {
  const auto button = [](const char* key, const char* shortcut, const std::vector<app::Passo>& steps, const std::string& none,
                         const char* some) {
    Node out = view::button(key, steps.empty() ? none : t(some, {{"passo", steps.back().descrizione}}));
    out.disabled = steps.empty();
    out.shortcut = shortcut;
    return out;
  };
  return view::node(Kind::row,
                    {button("annulla", "Ctrl+Z", work.storia.annullabili, t("storia.niente_da_annullare"), "storia.annulla"),
                     button("ripeti", "Ctrl+Y", work.storia.ripetibili, t("storia.niente_da_ripetere"), "storia.ripeti")});
}

// Why nothing can be written, and what to do.
void add_reading(const Desk& desk, Node& main) {
  const app::Lettura why = app::reading(desk.model);
  if (why == app::Lettura::libera) return;
  constexpr const char* kWords[] = {"libera", "altrove", "ceduta", "futura", "invio"};
  Node alert = view::keyed(Kind::alert, "lettura", app::t_of("lettura.", kWords[static_cast<std::size_t>(why)]));
  alert.value = t("gravita.informazione");
  alert.tone = view::Tone::info;
  main.children.push_back(std::move(alert));
  if (why == app::Lettura::altrove || why == app::Lettura::ceduta) {
    main.children.push_back(view::primary("prendi", t("lettura.prendi")));
  }
}

// What a person may still press where nothing can be written.
bool only_reads(const std::string& key) {
  static const std::set<std::string> kReading = {"continua",
                                                 "indietro",
                                                 "modifica",
                                                 "lista",
                                                 "avviso",
                                                 "riepilogo.avviso",
                                                 "rifiuto",
                                                 "perche",
                                                 "prendi",
                                                 "stampa",
                                                 "bozza.esporta",
                                                 "scadenze.calendario",
                                                 "torna_home",
                                                 "lavoratori.avanti",
                                                 "lavoratori.indietro"};
  return kReading.count(key.substr(0, key.find(':'))) > 0;
}

void close_controls(Node& node) {
  switch (node.kind) {
    case Kind::field:
    case Kind::select:
    case Kind::checkbox:
    case Kind::radio:
      node.disabled = true;
      break;
    case Kind::button:
      node.disabled = node.disabled || !only_reads(node.key);
      break;
    default:
      break;
  }
  for (Node& child : node.children) close_controls(child);
}

Node main_part(const Desk& desk, const forms::Section& section) {
  Node main = view::node(Kind::main, {title(section.titolo), view::text(section.scopo), history(desk.work)});
  if (!desk.work.novita.empty()) main.children.push_back(view::status("storia.novita", desk.work.novita));
  add_reading(desk, main);
  if (desk.work.registro_locale) main.children.push_back(view::text(t("bozza.registro_locale"), view::Tone::warning));
  if (section.id != "invio") add_error_summary(desk, section, main.children);
  Nodes body;
  add_section(desk, section, body);
  for (Node& alert : homeless_alerts(desk, section, body)) main.children.push_back(std::move(alert));
  for (Node& node : body) main.children.push_back(std::move(node));
  if (section.id != "invio") main.children.push_back(moves(section));
  main.children.push_back(view::link("torna_home", t("domanda.torna_home")));
  return main;
}

}  // namespace

Parts domanda(const app::Model& model) {
  const app::Scrivania& work = *model.scrivania;
  const forms::Section* section = forms::section(work.bozza.sezione);
  const Desk desk{model, work};
  Parts parts = {steps(work), main_part(desk, section == nullptr ? forms::cigo().front() : *section), assistant(desk)};
  if (app::reading(model) != app::Lettura::libera) {
    for (Node& part : parts) close_controls(part);
  }
  return parts;
}

}  // namespace omnia::screens
