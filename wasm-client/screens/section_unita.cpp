// Section "unità produttiva": the unit is picked from the registry's list, never typed.
#include "shared/forms/fields.hpp"
#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/fields.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

constexpr const char* kPath = "unita_produttiva.progressivo";

std::int64_t workers_of(const domain::Registry& registry, std::int64_t unit) {
  std::int64_t n = 0;
  for (const auto& worker : registry.lavoratori) n += worker.unita_produttiva == unit ? 1 : 0;
  return n;
}

std::string place(const domain::UnitaProduttiva& unit) {
  std::string out = unit.indirizzo;
  if (!unit.comune.empty()) out += (out.empty() ? "" : ", ") + unit.comune;
  if (!unit.provincia.empty()) out += " (" + unit.provincia + ")";
  return out;
}

std::string open_span(const domain::UnitaProduttiva& unit) {
  if (unit.dal && unit.al) return t("unita.dal_al", {{"dal", unit.dal->italiano()}, {"al", unit.al->italiano()}});
  return unit.dal ? t("unita.dal", {{"dal", unit.dal->italiano()}}) : std::string();
}

Node row(const Desk& desk, const domain::Registry& registry, const domain::UnitaProduttiva& unit) {
  const std::string number = std::to_string(unit.progressivo);
  const auto& chosen = desk.draft().unita_produttiva.progressivo;
  Node radio = view::keyed(Kind::radio, std::string(kPath) + "=" + number, unit_name(&registry, unit.progressivo));
  radio.value = number;
  radio.checked = chosen && chosen->n == unit.progressivo;
  radio.target = kPath;  // the radios of one choice stand in the cells of a table
  Node line = view::keyed(Kind::table_row, "unita:" + number);
  line.checked = radio.checked;
  line.children = {view::node(Kind::table_cell, {radio}), view::cell(app::t_of("unita.tipo.", forms::unit_type_name(unit.tipo))),
                   view::cell(place(unit)), view::cell(open_span(unit)),
                   view::numeric_cell(domain::format_integer(workers_of(registry, unit.progressivo)))};
  return line;
}

Node units_table(const Desk& desk, const domain::Registry& registry) {
  Node table = view::keyed(Kind::table, kPath, t("unita.scegli"));
  table.help = t("unita.scegli.aiuto");
  table.max = static_cast<std::int64_t>(registry.unita_produttive.size());
  table.children.push_back(view::header_row(
      {t("colonna.unita"), t("colonna.tipo"), t("colonna.indirizzo"), t("colonna.attiva"), t("colonna.lavoratori")}));
  for (const auto& unit : registry.unita_produttive) table.children.push_back(row(desk, registry, unit));
  return table;
}

// What the registry says of the chosen site, beside what the contract says below.
void add_site(const Desk& desk, Nodes& out) {
  const domain::UnitaProduttiva* unit = app::chosen_unit(desk.work);
  if (unit == nullptr || unit->tipo != domain::TipoUnita::cantiere) return;
  out.push_back(view::heading(2, t("unita.cantiere")));
  out.push_back(view::text(t("unita.cantiere.aiuto", {{"nome", unit->denominazione}})));
}

}  // namespace

void add_unit(const Desk& desk, const forms::Section& section, Nodes& out) {
  const domain::Registry& registry = *desk.work.registro;
  if (registry.unita_produttive.empty()) {
    Node empty = view::keyed(Kind::empty_state, "unita.vuote", t("unita.vuote"));
    empty.help = t("unita.vuote.aiuto");
    out.push_back(std::move(empty));
  }
  add_error(desk, kPath, out);
  if (!registry.unita_produttive.empty()) out.push_back(units_table(desk, registry));
  add_alerts(desk, kPath, out);
  add_site(desk, out);
  add_fields(desk, section, out);
}

}  // namespace omnia::screens
