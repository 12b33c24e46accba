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
  field.field_kind = voce.importo != nullptr ? FieldKind::money : voce.ore != nullptr ? FieldKind::hours : FieldKind::number;
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

// Eight quarters are two tables: each can be folded, and on a phone the second begins so.
Node folded(std::size_t first, Nodes year) {
  Node out = view::keyed(Kind::disclosure, "indicatori.anno." + std::to_string(first),
                         t(first == 0 ? "indicatori.anno_prima" : "indicatori.anno_ultimo"), std::move(year));
  out.checked = true;
  out.current = first > 0;
  return out;
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

// What each figure is and where it is found in the accounts.
Node glossary() {
  Node list = view::node(Kind::definition_list);
  for (const auto& voce : rules::indicators::voci()) list.children.push_back(view::definition(voce.nome, voce.aiuto));
  return view::keyed(Kind::disclosure, "indicatori.voci", t("indicatori.voci"), {list});
}

struct Barra {
  std::string periodo;
  std::string valore;  // as typed, with the change on the year before
  std::int64_t quanto = 0;
};

// The typed values of one figure; empty when there are fewer than two, or a loss among them: a bar has no negative length.
std::vector<Barra> bars_of(const Desk& desk, const rules::indicators::Voce& voce, const rules::indicators::Esito& result) {
  std::vector<Barra> out;
  const auto& rows = desk.draft().indicatori.periodi;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto value = rules::indicators::figure(rows[i], voce);
    if (!value) continue;
    if (*value < 0) return {};
    Barra bar{period_of(desk, i), with_unit(voce, forms::get(desk.draft(), path_of(i) + "." + voce.campo)), *value};
    for (const auto& one : result.confronti) {
      if (one.voce == &voce && one.anno == rows[i].anno && one.trimestre == rows[i].trimestre)
        bar.valore += " (" + one.variazione() + ")";
    }
    out.push_back(std::move(bar));
  }
  return out.size() < 2 ? std::vector<Barra>() : out;
}

// The title says what was found: the last comparison of that figure.
std::string finding_of(const rules::indicators::Voce& voce, const rules::indicators::Esito& result) {
  for (auto one = result.confronti.rbegin(); one != result.confronti.rend(); ++one) {
    if (one->voce == &voce) return one->testo();
  }
  return t("indicatori.senza_confronto", {{"voce", voce.nome}});
}

Node bar_chart(const rules::indicators::Voce& voce, const std::vector<Barra>& bars, const std::string& finding) {
  const std::string key = std::string("indicatori.grafico.") + voce.campo;
  Node table = view::keyed(Kind::table, key + ".tabella", voce.nome);
  table.max = static_cast<std::int64_t>(bars.size());
  table.children.push_back(view::header_row({t("colonna.periodo"), t("liquidita.valore")}));
  view::Chart chart;
  chart.kind = view::ChartKind::bars;
  chart.series = {voce.nome};
  for (const Barra& bar : bars) {
    view::Mark mark;
    mark.label = bar.periodo;
    mark.note = bar.valore;
    mark.value = bar.quanto;
    chart.max = std::max(chart.max, bar.quanto);
    chart.marks.push_back(mark);
    table.children.push_back(view::node(Kind::table_row, {view::cell(bar.periodo), view::numeric_cell(bar.valore)}));
  }
  return view::chart(key, finding, t("indicatori.grafico.aiuto"), std::move(chart), t("grafico.dati"), std::move(table));
}

// A small chart for each figure of which something can be seen.
void add_charts(const Desk& desk, const rules::indicators::Esito& result, Nodes& out) {
  for (const auto& voce : rules::indicators::voci()) {
    const auto bars = bars_of(desk, voce, result);
    if (!bars.empty()) out.push_back(bar_chart(voce, bars, finding_of(voce, result)));
  }
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
  if (!desk.draft().indicatori.altri_periodi.empty()) out.push_back(view::text(t("indicatori.altra_modalita")));
  out.push_back(glossary());
  out.push_back(view::text(t("piano.griglia")));
  const std::size_t count = desk.draft().indicatori.periodi.size();
  for (std::size_t first = 0; first < count; first += kColumns) {
    const std::size_t end = std::min(first + kColumns, count);
    Nodes year = {figures(desk, first, end)};
    add_remarks(desk, first, end, year);
    if (count > kColumns) year = {folded(first, std::move(year))};
    for (Node& node : year) out.push_back(std::move(node));
  }
  if (!desk.work.esame.indicatori) return;
  out.push_back(trend_card(*desk.work.esame.indicatori));
  add_charts(desk, *desk.work.esame.indicatori, out);
}

}  // namespace omnia::screens
