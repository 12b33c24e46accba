// Section "periodo e settimane": dates, event days of an EONE, the plan of the weeks.
#include <algorithm>

#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/fields.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using domain::Date;
using view::FieldKind;
using view::Kind;
using view::Node;

namespace {

constexpr const char* kDays = "periodo.giorni_evento";

bool is_event(const Desk& desk, Date day) {
  const auto& days = desk.draft().periodo.giorni_evento;
  return std::binary_search(days.begin(), days.end(), day);
}

// "26/10": seven of them must fit beside each other, and the weeks are in order.
std::string day_and_month(Date day) { return day.italiano().substr(0, 5); }

Node day_cell(const Desk& desk, Date day) {
  Node box = view::keyed(Kind::checkbox, "giorno:" + day.iso(), day_and_month(day));
  box.checked = is_event(desk, day);
  return view::node(Kind::table_cell, {box});
}

// One row a week, one box a day: every requested week needs at least one event day (msg. INPS 4824/2016).
void add_event_days(const Desk& desk, Nodes& out) {
  Node group = view::keyed(Kind::group, kDays, t("periodo.giorni"));
  group.help = t("periodo.giorni.aiuto");
  group.error = error_of(desk, kDays);
  const auto& weeks = desk.draft().periodo.settimane;
  if (weeks.empty()) {
    group.children.push_back(view::text(t("periodo.giorni.prima_le_date")));
  } else {
    Node table = view::keyed(Kind::table, "giorni.tabella", t("periodo.giorni.tabella"));
    table.max = static_cast<std::int64_t>(weeks.size());
    table.children.push_back(view::header_row({t("giorno.lun"), t("giorno.mar"), t("giorno.mer"), t("giorno.gio"),
                                               t("giorno.ven"), t("giorno.sab"), t("giorno.dom"), t("colonna.scorciatoia")}));
    for (const auto& week : weeks) {
      Node row = view::keyed(Kind::table_row, "giorni.settimana:" + week.lunedi.iso());
      for (int i = 0; i < 7; ++i) row.children.push_back(day_cell(desk, week.lunedi + i));
      row.children.push_back(
          view::node(Kind::table_cell, {view::button("giorni.feriali:" + week.lunedi.iso(),
                                                     t("periodo.giorni.feriali", {{"data", day_and_month(week.lunedi)}}))}));
      table.children.push_back(std::move(row));
    }
    group.children.push_back(std::move(table));
  }
  out.push_back(std::move(group));
  add_alerts(desk, kDays, out);
}

Node plan_field(const Desk& desk, const std::string& path, const std::string& label, FieldKind kind) {
  Node field = view::keyed(Kind::field, path, label);
  field.field_kind = kind;
  field.numeric = true;
  field.value = value_of(desk, path);
  field.error = error_of(desk, path);
  return field;
}

// One row an event day: how long the work stood still.
void add_event_hours(const Desk& desk, Nodes& out) {
  const auto& days = desk.draft().periodo.ore_giorni;
  if (days.empty()) return;
  Node table = view::keyed(Kind::table, "periodo.ore_giorni", t("ore_giorni.tabella"));
  table.grid = true;
  table.help = t("ore_giorni.aiuto");
  table.max = static_cast<std::int64_t>(days.size());
  table.children.push_back(view::header_row({t("colonna.giorno"), t("ore_giorni.ore")}));
  for (std::size_t i = 0; i < days.size(); ++i) {
    const std::string path = "periodo.ore_giorni[" + std::to_string(i) + "]";
    const std::string label = t("ore_giorni.etichetta", {{"data", days[i].giorno.italiano()}});
    Node row = view::keyed(Kind::table_row, path);
    row.children = {view::cell(days[i].giorno.per_esteso()),
                    view::node(Kind::table_cell, {plan_field(desk, path + ".ore", label, FieldKind::hours)})};
    table.children.push_back(std::move(row));
  }
  out.push_back(std::move(table));
}

// What there is to say about a week beside the errors that stand under its fields.
Node week_remarks(const Desk& desk, const std::string& path) {
  Node cell = view::node(Kind::table_cell);
  for (const rules::Alert* alert : app::shown_alerts(desk.work)) {
    if (alert->campo.compare(0, path.size(), path) != 0) continue;
    const bool under_field = alert->gravita == norms::Gravita::errore && alert->campo != path;
    if (!under_field) cell.children.push_back(alert_node(*alert, kBesideField));
    add_remedy(desk, *alert, cell.children);
  }
  return cell;
}

Node week_row(const Desk& desk, std::size_t i) {
  const auto& week = desk.draft().periodo.settimane[i];
  const std::string path = "periodo.settimane[" + std::to_string(i) + "]";
  const std::string monday = week.lunedi.italiano();
  const norms::Words when = {{"data", monday}};
  Node row = view::keyed(Kind::table_row, path);
  row.children.push_back(
      view::cell(t("periodo.settimana", {{"dal", week.lunedi.italiano()}, {"al", (week.lunedi + 6).italiano()}})));
  row.children.push_back(
      view::node(Kind::table_cell, {plan_field(desk, path + ".lavoratori", t("piano.lavoratori", when), FieldKind::number)}));
  row.children.push_back(
      view::node(Kind::table_cell, {plan_field(desk, path + ".zero_ore", t("piano.zero_ore", when), FieldKind::number)}));
  row.children.push_back(view::node(Kind::table_cell, {plan_field(desk, path + ".ore", t("piano.ore", when), FieldKind::hours)}));
  row.children.push_back(view::node(
      Kind::table_cell, {plan_field(desk, path + ".ore_impiegati", t("piano.ore_impiegati", when), FieldKind::hours)}));
  row.children.push_back(week_remarks(desk, path));
  return row;
}

Node totals_row(const std::vector<domain::SettimanaPiano>& weeks) {
  std::int64_t most = 0;
  std::int64_t most_zero = 0;
  std::int64_t hours = 0;
  std::int64_t clerks = 0;
  for (const auto& week : weeks) {
    if (week.lavoratori) most = std::max(most, week.lavoratori->n);
    if (week.zero_ore) most_zero = std::max(most_zero, week.zero_ore->n);
    if (week.ore) hours += week.ore->centesimi;
    if (week.ore_impiegati) clerks += week.ore_impiegati->centesimi;
  }
  Node row = view::keyed(Kind::table_row, "settimane.totale");
  row.children = {view::cell(app::plural("piano.totale", static_cast<std::int64_t>(weeks.size()))),
                  view::numeric_cell(t("piano.massimo", {{"n", domain::format_integer(most)}})),
                  view::numeric_cell(t("piano.massimo", {{"n", domain::format_integer(most_zero)}})),
                  view::numeric_cell(domain::format_hundredths(hours)),
                  view::numeric_cell(domain::format_hundredths(clerks)),
                  view::cell("")};
  return row;
}

void add_plan(const Desk& desk, Nodes& out) {
  const auto& weeks = desk.draft().periodo.settimane;
  out.push_back(view::heading(2, t("piano.titolo"), "piano.titolo"));
  if (weeks.empty()) {
    Node empty = view::keyed(Kind::empty_state, "periodo.settimane", t("piano.vuoto"));
    empty.help = t("piano.vuoto.aiuto");
    out.push_back(std::move(empty));
    return;
  }
  out.push_back(view::text(t("piano.che_cosa")));
  Node shortcuts = view::node(Kind::row);
  if (weeks.size() > 1) shortcuts.children.push_back(view::button("settimane.copia", t("piano.copia")));
  const auto chosen = static_cast<std::int64_t>(desk.draft().lavoratori.beneficiari.size());
  if (chosen > 0) {
    shortcuts.children.push_back(view::button("settimane.lavoratori", app::plural("piano.usa_scelti", chosen)));
  }
  if (!shortcuts.children.empty()) out.push_back(std::move(shortcuts));
  Node table = view::keyed(Kind::table, "periodo.settimane", t("piano.tabella"));
  table.grid = true;
  table.help = t("piano.griglia");
  table.max = static_cast<std::int64_t>(weeks.size());
  table.children.push_back(view::header_row({t("colonna.settimana"), t("colonna.lavoratori"), t("colonna.zero_ore"),
                                             t("colonna.ore"), t("colonna.ore_impiegati"), t("colonna.avvisi")}));
  for (std::size_t i = 0; i < weeks.size(); ++i) table.children.push_back(week_row(desk, i));
  table.children.push_back(totals_row(weeks));
  out.push_back(std::move(table));
}

}  // namespace

void add_period(const Desk& desk, const forms::Section& section, Nodes& out) {
  add_fields(desk, section, out);
  const norms::Causale* causale = app::chosen_causale(desk.work);
  if (causale != nullptr && causale->eone) add_event_days(desk, out);
  if (app::asks_hours_of_days(causale)) add_event_hours(desk, out);
  add_plan(desk, out);
  add_alerts(desk, "periodo.settimane", out);
  add_capacity(desk, out);
}

}  // namespace omnia::screens
