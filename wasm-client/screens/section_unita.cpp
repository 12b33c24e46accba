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

std::string description(const domain::UnitaProduttiva& unit, std::int64_t workers) {
  std::string out = app::t_of("unita.tipo.", forms::unit_type_name(unit.tipo));
  for (const std::string& part : {place(unit), open_span(unit), app::plural("conta.lavoratore", workers)}) {
    if (!part.empty()) out += " · " + part;
  }
  return out;
}

}  // namespace

void add_unit(const Desk& desk, const forms::Section& section, Nodes& out) {
  const domain::Registry& registry = *desk.work.registro;
  if (registry.unita_produttive.empty()) {
    Node empty = view::keyed(Kind::empty_state, "unita.vuote", t("unita.vuote"));
    empty.help = t("unita.vuote.aiuto");
    out.push_back(std::move(empty));
  }
  Node group = view::keyed(Kind::radio_group, kPath, t("unita.scegli"));
  group.help = t("unita.scegli.aiuto");
  group.required = true;
  group.error = error_of(desk, kPath);
  const auto& chosen = desk.draft().unita_produttiva.progressivo;
  for (const auto& unit : registry.unita_produttive) {
    const std::string number = std::to_string(unit.progressivo);
    Node radio = view::keyed(Kind::radio, std::string(kPath) + "=" + number, unit_name(&registry, unit.progressivo));
    radio.value = number;
    radio.checked = chosen && chosen->n == unit.progressivo;
    radio.help = description(unit, workers_of(registry, unit.progressivo));
    group.children.push_back(std::move(radio));
  }
  if (!group.children.empty()) out.push_back(std::move(group));
  add_alerts(desk, kPath, out);
  add_fields(desk, section, out);
}

}  // namespace omnia::screens
