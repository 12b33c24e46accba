// Section "indicatori economici": one table of figures for at most four periods, then the trend as it is typed.
#include <algorithm>

#include "shared/rules/indicators/indicators.hpp"
#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/fields.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using rules::indicators::Verso;
using view::FieldKind;
using view::Kind;
using view::Node;

namespace {

constexpr std::size_t kColumns = 4;  // a year of quarters

std::string path_of(std::size_t row) { return "indicatori.periodi[" + std::to_string(row) + "]"; }

std::string period_of(const Desk& desk, std::size_t row) {
  const auto& one = desk.draft().indicatori.periodi[row];
  return rules::indicators::period_name(one.anno, one.trimestre);
}

Node figure(const Desk& desk, std::size_t row, const rules::indicators::Voce& voce) {
  const std::string path = path_of(row) + "." + voce.campo;
  Node field = view::keyed(Kind::field, path, t("indicatori.cella", {{"voce", voce.nome}, {"periodo", period_of(desk, row)}}));
  field.field_kind = voce.importo == nullptr ? FieldKind::number : FieldKind::money;
  field.numeric = true;
  field.value = value_of(desk, path);
  field.error = error_of(desk, path);
  return view::node(Kind::table_cell, {field});
}

// Figures in rows and periods in columns, as in a balance sheet.
Node figures(const Desk& desk, std::size_t first, std::size_t end) {
  const std::string key = "indicatori.tabella." + std::to_string(first);
  Node table =
      view::keyed(Kind::table, key, t("indicatori.tabella", {{"dal", period_of(desk, first)}, {"al", period_of(desk, end - 1)}}));
  table.grid = true;
  std::vector<std::string> labels = {t("colonna.indicatore")};
  for (std::size_t row = first; row < end; ++row) labels.push_back(period_of(desk, row));
  table.children.push_back(view::header_row(labels));
  for (const auto& voce : rules::indicators::voci()) {
    Node row = view::keyed(Kind::table_row, key + "." + voce.campo, {}, {view::cell(voce.nome)});
    for (std::size_t i = first; i < end; ++i) row.children.push_back(figure(desk, i, voce));
    table.children.push_back(std::move(row));
  }
  table.max = static_cast<std::int64_t>(rules::indicators::voci().size());
  return table;
}

// What is not an error stands below its table, not in a cell.
void add_remarks(const Desk& desk, std::size_t first, std::size_t end, Nodes& out) {
  for (const rules::Alert* alert : app::shown_alerts(desk.work)) {
    if (alert->gravita == norms::Gravita::errore) continue;
    for (std::size_t row = first; row < end; ++row) {
      if (alert->campo.rfind(path_of(row), 0) == 0) out.push_back(alert_node(*alert, kBesideField));
    }
  }
}

std::string trend_word(Verso verso) {
  switch (verso) {
    case Verso::sostiene:
      return t("andamento.sostiene");
    case Verso::contrario:
      return t("andamento.contrario");
    case Verso::stabile:
      return t("andamento.stabile");
    case Verso::non_calcolabile:
      break;
  }
  return t("andamento.non_calcolabile");
}

view::Tone trend_tone(Verso verso) {
  if (verso == Verso::sostiene) return view::Tone::success;
  return verso == Verso::contrario ? view::Tone::warning : view::Tone::info;
}

Node trend_card(const rules::indicators::Esito& result) {
  Node card = view::keyed(Kind::card, "indicatori.andamento", {}, {view::heading(2, t("andamento.titolo"))});
  card.children.push_back(view::badge(trend_word(result.complessivo), trend_tone(result.complessivo)));
  card.children.push_back(view::status("indicatori.andamento.testo", result.testo));
  Node facts = view::node(Kind::definition_list);
  for (const auto& one : result.confronti) {
    const std::string period = rules::indicators::period_name(one.anno, one.trimestre);
    facts.children.push_back(
        view::definition(std::string(one.voce->nome) + " " + period, one.variazione() + " · " + trend_word(one.verso)));
  }
  if (!result.citazione.empty()) {
    facts.children.push_back(
        view::definition(t("causale.fonte"), result.citazione, result.lettura ? t("avviso.lettura") : std::string()));
  }
  card.children.push_back(std::move(facts));
  return card;
}

}  // namespace

void add_indicators(const Desk& desk, const forms::Section& section, Nodes& out) {
  const norms::Causale* causale = app::chosen_causale(desk.work);
  if (causale == nullptr || !causale->indicatori) {
    out.push_back(view::text(t(causale == nullptr ? "indicatori.prima_la_causale" : "indicatori.non_servono")));
    return;
  }
  add_fields(desk, section, out);
  const std::size_t count = desk.draft().indicatori.periodi.size();
  for (std::size_t first = 0; first < count; first += kColumns) {
    const std::size_t end = std::min(first + kColumns, count);
    out.push_back(figures(desk, first, end));
    add_remarks(desk, first, end, out);
  }
  if (desk.work.esame.indicatori) out.push_back(trend_card(*desk.work.esame.indicatori));
}

}  // namespace omnia::screens
