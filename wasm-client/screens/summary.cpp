// The draft as text, section by section: for the summary before sending and for who reads a filed domanda.
#include <algorithm>

#include "shared/rules/indicators/indicators.hpp"
#include "wasm-client/app/documents.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/fields.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

using Rows = std::vector<Node>;

void add_row(Rows& rows, const std::string& term, const std::string& value, bool required) {
  if (value.empty() && !required) return;
  rows.push_back(view::definition(term, value.empty() ? t("riepilogo.da_compilare") : value));
}

void add_unit_rows(const domain::Draft& draft, const domain::Registry* registry, Rows& rows) {
  const auto& unit = draft.unita_produttiva.progressivo;
  add_row(rows, t("colonna.unita"), unit ? unit_name(registry, unit->n) : std::string(), true);
}

void add_causale_rows(const domain::Draft& draft, Rows& rows) {
  add_row(rows, t("causale.etichetta"), draft.causale.id.empty() ? std::string() : causale_name(draft.causale.id), true);
}

void add_period_rows(const domain::Draft& draft, Rows& rows) {
  const auto& period = draft.periodo;
  std::int64_t hours = 0;
  std::int64_t most = 0;
  for (const auto& week : period.settimane) {
    if (week.ore) hours += week.ore->centesimi;
    if (week.lavoratori) most = std::max(most, week.lavoratori->n);
  }
  if (!period.giorni_evento.empty()) add_row(rows, t("periodo.giorni"), forms::get(draft, "periodo.giorni_evento"), false);
  std::string stopped;
  for (const auto& one : period.ore_giorni) {
    if (one.ore) stopped += (stopped.empty() ? "" : "; ") + one.giorno.italiano() + ": " + one.ore->italiano();
  }
  add_row(rows, t("ore_giorni.ore"), stopped, false);
  add_row(rows, t("colonna.settimane"), std::to_string(period.settimane.size()), true);
  add_row(rows, t("riepilogo.ore"), domain::format_hundredths(hours), true);
  add_row(rows, t("riepilogo.lavoratori_settimana"), domain::format_integer(most), true);
}

void add_worker_rows(const domain::Draft& draft, Rows& rows) {
  const auto& list = draft.lavoratori.beneficiari;
  add_row(rows, t("colonna.lavoratori"), domain::format_integer(static_cast<std::int64_t>(list.size())), true);
  constexpr std::size_t kNamed = 10;
  std::string names;
  for (std::size_t i = 0; i < std::min(list.size(), kNamed); ++i) {
    names += (i == 0 ? "" : ", ") + list[i].cognome + " " + list[i].nome;
  }
  if (list.size() > kNamed) {
    names += " " + t("riepilogo.e_altri", {{"n", domain::format_integer(static_cast<std::int64_t>(list.size() - kNamed))}});
  }
  add_row(rows, t("riepilogo.nomi"), names, false);
}

// One row a period, with the figures that were typed.
void add_indicator_rows(const domain::Draft& draft, Rows& rows) {
  const auto& periods = draft.indicatori.periodi;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    std::string figures;
    for (const auto& voce : rules::indicators::voci()) {
      const std::string value = forms::get(draft, "indicatori.periodi[" + std::to_string(i) + "]." + voce.campo);
      if (value.empty()) continue;
      figures += (figures.empty() ? "" : "; ") + std::string(voce.nome) + " " + with_unit(voce, value);
    }
    add_row(rows, rules::indicators::period_name(periods[i].anno, periods[i].trimestre), figures, false);
  }
}

// Name, kind and size of each document.
void add_document_rows(const domain::Draft& draft, Rows& rows) {
  for (const auto& one : draft.allegati) {
    add_row(rows, one.nome, app::t_of("documento.categoria.", one.categoria) + ", " + app::size_text(one.dimensione), false);
  }
}

Rows rows_of(const forms::Section& section, const domain::Draft& draft, const domain::Registry* registry,
             const forms::Context& context) {
  Rows rows;
  if (section.id == "unita_produttiva") add_unit_rows(draft, registry, rows);
  if (section.id == "causale") add_causale_rows(draft, rows);
  for (const forms::Field& field : section.campi) {
    const bool asked = forms::visible(field, draft, context);
    // Without the registry what was written is shown all the same: who reads it must miss nothing.
    const bool written = registry == nullptr && field.tipo != "checkbox" && field.tipo != "choice";
    if (asked || written) add_row(rows, field.etichetta, summary_value(draft, field), asked && field.obbligatorio);
  }
  if (section.id == "periodo") add_period_rows(draft, rows);
  if (section.id == "indicatori") add_indicator_rows(draft, rows);
  if (section.id == "lavoratori") add_worker_rows(draft, rows);
  if (section.id == "invio") add_document_rows(draft, rows);
  return rows;
}

}  // namespace

void add_summary(const domain::Draft& draft, const domain::Registry* registry, const forms::Context& context, bool editable,
                 Nodes& out) {
  for (const forms::Section& section : forms::cigo()) {
    if (editable && section.id == "invio") continue;
    Node list = view::node(Kind::definition_list, rows_of(section, draft, registry, context));
    if (list.children.empty()) continue;
    Node block = view::keyed(Kind::section, "riepilogo." + section.id, section.titolo, {view::heading(2, section.titolo), list});
    if (editable)
      block.children.push_back(view::button("modifica:" + section.id, t("riepilogo.modifica", {{"sezione", section.titolo}})));
    out.push_back(std::move(block));
  }
}

}  // namespace omnia::screens
