// How much room the unit has with this request, and the estimate of what it is worth: parts of the period, the payment and the
// assistant.
#include "wasm-client/app/outlook.hpp"

#include <algorithm>

#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/fields.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using domain::Date;
using rules::outlook::Capienza;
using rules::outlook::Posto;
using rules::outlook::Tratto;
using view::Kind;
using view::Node;

namespace {

view::Tone tone_of(Posto place) {
  if (place == Posto::entra) return view::Tone::success;
  return place == Posto::in_parte || place == Posto::non_entra ? view::Tone::warning : view::Tone::info;
}

std::string nature(Tratto::Natura one) {
  switch (one) {
    case Tratto::Natura::autorizzata:
      return t("capienza.autorizzata");
    case Tratto::Natura::in_esame:
      return t("capienza.in_esame");
    case Tratto::Natura::richiesta:
      break;
  }
  return t("capienza.richiesta");
}

std::string month_of(Date date) { return domain::YearMonth::of(date).italiano(); }

// A word under the axis every `step` months.
std::vector<view::Tick> month_ticks(Date first, Date last, int step) {
  std::vector<view::Tick> out;
  Date at = first.primo_del_mese();
  if (at < first) at = at.add_months(1);
  for (; at <= last; at = at.add_months(step)) out.push_back({at - first, month_of(at)});
  return out;
}

constexpr int kWeekDays = 7;
constexpr int kMonthsBetweenTicks = 4;
constexpr std::size_t kWeeksBetweenPoints = 4;

Node stretches_table(const Capienza& room) {
  Node table = view::keyed(Kind::table, "capienza.tratti", t("capienza.tratti"));
  table.max = static_cast<std::int64_t>(room.tratti.size());
  table.children.push_back(view::header_row({t("capienza.che_cosa"), t("colonna.periodo"), t("colonna.settimane")}));
  for (const Tratto& one : room.tratti) {
    const std::string name = one.numero.empty() ? nature(one.natura) : nature(one.natura) + " " + one.numero;
    const auto weeks = (one.periodo.al.lunedi() - one.periodo.dal.lunedi()) / kWeekDays + 1;
    table.children.push_back(
        view::node(Kind::table_row, {view::cell(name), view::cell(day(one.periodo.dal) + " – " + day(one.periodo.al)),
                                     view::numeric_cell(std::to_string(weeks))}));
  }
  return table;
}

// Lanes of what was authorised, what is being examined and this request.
Node stretches_chart(const Capienza& room, Date today) {
  Date first = room.tratti.front().periodo.dal;
  Date last = today;
  for (const Tratto& one : room.tratti) last = std::max(last, one.periodo.al);
  first = std::min(first, today);
  view::Chart chart;
  chart.kind = view::ChartKind::timeline;
  chart.series = {nature(Tratto::Natura::autorizzata), nature(Tratto::Natura::in_esame), nature(Tratto::Natura::richiesta)};
  chart.max = last - first + 1;
  for (const Tratto& one : room.tratti) {
    view::Mark mark;
    mark.from = one.periodo.dal - first;
    mark.to = one.periodo.al - first + 1;
    mark.series = static_cast<std::uint8_t>(one.natura);
    chart.marks.push_back(mark);
  }
  chart.ticks = month_ticks(first, last, kMonthsBetweenTicks);
  chart.today = {today - first, t("giorni.oggi")};
  return view::chart("capienza.tempo", t("capienza.linea"), t("capienza.linea.aiuto"), std::move(chart), t("grafico.dati"),
                     stretches_table(room));
}

// One row a month: the first week that ends in it.
Node months_table(const Capienza& room) {
  Node table = view::keyed(Kind::table, "capienza.mesi", t("capienza.mesi"));
  table.children.push_back(view::header_row({t("colonna.settimana"), t("capienza.usate"), t("capienza.residue")}));
  std::string month;
  for (const auto& point : room.punti) {
    if (month_of(point.lunedi) == month) continue;
    month = month_of(point.lunedi);
    table.children.push_back(
        view::node(Kind::table_row, {view::cell(day(point.lunedi)), view::numeric_cell(rules::counters::weeks_text(point.usate)),
                                     view::numeric_cell(rules::counters::weeks_text(point.residue))}));
  }
  table.max = static_cast<std::int64_t>(table.children.size()) - 1;
  return table;
}

Node residual_chart(const Capienza& room) {
  view::Chart chart;
  chart.kind = view::ChartKind::line;
  chart.series = {t("capienza.usate")};
  const Date first = room.punti.front().lunedi;
  const Date last = room.punti.back().lunedi;
  // A week of air at both ends, so that no point stands on the edge; a point every four weeks is enough to see the line.
  chart.min = -kWeekDays;
  chart.max = last - first + kWeekDays;
  for (std::size_t i = 0; i < room.punti.size(); i += kWeeksBetweenPoints) {
    view::Mark mark;
    mark.from = room.punti[i].lunedi - first;
    mark.value = room.punti[i].usate;
    chart.marks.push_back(mark);
  }
  chart.ticks = month_ticks(first, last, kMonthsBetweenTicks);
  chart.limit = {room.limite, t("capienza.limite", {{"n", rules::counters::weeks_text(room.limite)}})};
  return view::chart("capienza.residuo", room.titolo, t("capienza.residuo.aiuto"), std::move(chart), t("grafico.dati"),
                     months_table(room));
}

void add_verdict(const Capienza& room, const std::string& place, Nodes& out) {
  Node verdict = view::status("capienza.testo." + place, room.testo);
  verdict.tone = tone_of(room.posto);
  out.push_back(std::move(verdict));
  if (room.posto == Posto::in_parte) {
    out.push_back(view::button(
        "taglia:" + place,
        t("rimedio.settimane", {{"n", app::plural("conta.settimana", room.settimane_ammesse)}, {"data", day(room.entra->al)}})));
  }
}

// Art. 12 c. 5: the hours asked live under the plan that asks them.
void add_third(const Desk& desk, Nodes& out) {
  const auto& third = desk.work.esame.contatori.terzo;
  if (third.testo.empty()) return;
  if (third.calcolabile) {
    Node meter = view::keyed(Kind::meter, "capienza.terzo", t("dettaglio.terzo"));
    meter.value = t("capienza.terzo.valore", {{"chieste", domain::format_hundredths(third.autorizzate + third.richieste)},
                                              {"limite", domain::format_hundredths(third.limite)}});
    meter.max = std::max(third.limite, third.autorizzate + third.richieste);
    meter.now = third.autorizzate + third.richieste;
    meter.limit = third.limite;
    meter.tone = third.superato ? view::Tone::warning : view::Tone::success;
    out.push_back(std::move(meter));
  }
  out.push_back(view::text(third.testo));
}

std::string euro(std::int64_t cent) { return domain::format_hundredths(cent); }

Node estimate_table(const rules::outlook::Preventivo& quote, const char* key) {
  Node table = view::keyed(Kind::table, key, t("stima.tabella"));
  std::vector<std::string> heads = {t("colonna.settimana"), t("stima.lordo"), t("stima.netto")};
  if (!quote.al_massimo) heads.push_back(t("stima.contributo"));
  table.children.push_back(view::header_row(heads));
  const auto add = [&](const std::string& name, const auto& one, bool known) {
    Node row = view::node(Kind::table_row, {view::cell(name)});
    row.children.push_back(view::numeric_cell(known ? euro(one.lordo_cent) : t("stima.non_calcolabile")));
    row.children.push_back(view::numeric_cell(known ? euro(one.netto_cent) : std::string()));
    if (!quote.al_massimo) row.children.push_back(view::numeric_cell(known ? euro(one.contributo_cent) : std::string()));
    table.children.push_back(std::move(row));
  };
  for (const auto& week : quote.stima.settimane) add(day(week.lunedi), week, week.calcolabile);
  add(app::plural("piano.totale", static_cast<std::int64_t>(quote.stima.settimane.size())), quote.stima, true);
  table.max = static_cast<std::int64_t>(table.children.size()) - 1;
  return table;
}

void add_rate(const rules::outlook::Preventivo& quote, Nodes& out) {
  if (quote.aliquota.empty()) return;
  const std::string source =
      t(quote.lettura_aliquota ? "avviso.fonte_da_confermare" : "avviso.fonte", {{"fonte", quote.citazione_aliquota}});
  out.push_back(view::node(Kind::definition_list,
                           {view::definition(t("stima.aliquota"), quote.aliquota, quote.testo_aliquota + " " + source)}));
}

}  // namespace

void add_capacity(const Desk& desk, Nodes& out) {
  const Capienza& room = desk.work.capienza;
  if (room.posto == Posto::ignoto) return add_third(desk, out);
  Node section = view::keyed(Kind::section, "capienza", t("capienza.titolo"), {view::heading(2, t("capienza.titolo"))});
  add_verdict(room, "periodo", section.children);
  add_third(desk, section.children);
  if (room.lettura) section.children.push_back(view::text(t("avviso.lettura")));
  if (!room.tratti.empty()) section.children.push_back(stretches_chart(room, desk.model.oggi));
  if (!room.punti.empty()) section.children.push_back(residual_chart(room));
  add_why(desk, "capienza", t("capienza.titolo"), {}, section.children);
  out.push_back(std::move(section));
}

void add_capacity_summary(const Desk& desk, Nodes& out) {
  if (desk.work.capienza.posto != Posto::ignoto) add_verdict(desk.work.capienza, "assistente", out);
}

void add_estimate(const Desk& desk, Nodes& out) {
  Node section = view::keyed(Kind::section, "stima", t("stima.titolo"), {view::heading(2, t("stima.titolo"))});
  const auto quote = app::estimate_of(desk.work, desk.model.oggi);
  if (!quote) {
    section.children.push_back(view::text(t("stima.vuota")));
    out.push_back(std::move(section));
    return;
  }
  Node pay = view::keyed(Kind::field, "stima.retribuzione", t("stima.retribuzione"));
  pay.field_kind = view::FieldKind::money;
  pay.help = t("stima.retribuzione.aiuto");
  pay.value = desk.work.bozza.retribuzione_oraria;
  const auto typed = domain::Money::parse(pay.value);
  if (!pay.value.empty() && !typed.ok()) pay.error = typed.reason().testo;
  section.children.push_back(std::move(pay));
  Node finding = view::status(
      "stima.testo", quote->al_massimo ? t("stima.massimo", {{"netto", euro(quote->stima.netto_cent)}}) : quote->stima.testo);
  section.children.push_back(std::move(finding));
  section.children.push_back(estimate_table(*quote, "stima.tabella"));
  add_rate(*quote, section.children);
  section.children.push_back(
      view::text(t(quote->stima.lettura ? "avviso.fonte_da_confermare" : "avviso.fonte", {{"fonte", quote->stima.citazione}})));
  add_why(desk, "importi", t("stima.titolo"), {}, section.children);
  out.push_back(std::move(section));
}

void add_estimate_summary(const Desk& desk, Nodes& out) {
  Node section = view::keyed(Kind::section, "assistente.stima", t("stima.titolo"), {view::heading(2, t("stima.titolo"))});
  const auto quote = app::estimate_of(desk.work, desk.model.oggi);
  if (!quote) {
    section.children.push_back(view::text(t("stima.vuota")));
    out.push_back(std::move(section));
    return;
  }
  if (quote->al_massimo) {
    section.children.push_back(view::text(t("stima.massimo", {{"netto", euro(quote->stima.netto_cent)}})));
    section.children.push_back(view::link("stima.vai", t("stima.vai")));
  } else {
    section.children.push_back(
        view::node(Kind::definition_list, {view::definition(t("stima.netto"), euro(quote->stima.netto_cent)),
                                           view::definition(t("stima.contributo"), euro(quote->stima.contributo_cent))}));
    if (!quote->stima.completa) section.children.push_back(view::text(t("stima.parziale")));
  }
  section.children.push_back(view::keyed(Kind::disclosure, "assistente.stima.dati", t("stima.dati"),
                                         {estimate_table(*quote, "assistente.stima.tabella")}));
  out.push_back(std::move(section));
}

}  // namespace omnia::screens
