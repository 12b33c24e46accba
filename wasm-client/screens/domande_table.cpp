// The list of domande that home and worklist share.
#include "wasm-client/app/office_work.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

std::string number_of(const app::DomandaRow& row) {
  if (row.protocollo_origine.empty()) return row.protocollo;
  return t("elenco.precedente", {{"protocollo", row.protocollo}, {"origine", row.protocollo_origine}});
}

Node row_of(const app::DomandaRow& row, domain::Date oggi, bool office) {
  Node line = view::keyed(Kind::table_row, "riga:" + row.id);
  line.children.push_back(view::node(Kind::table_cell, {view::link("apri:" + row.id, number_of(row))}));
  // Few columns: on a screen of a thousand pixels they all stand in sight.
  line.children.push_back(
      view::cell(row.denominazione + " · " + t("elenco.unita", {{"n", std::to_string(row.unita_produttiva)}})));
  line.children.push_back(view::cell(row.nome_causale.empty() ? causale_name(row.causale) : row.nome_causale));
  line.children.push_back(view::cell(t("periodo.settimana", {{"dal", day(row.dal)}, {"al", day(row.al)}}) + ", " +
                                     app::plural("elenco.settimane", row.settimane)));
  line.children.push_back(view::numeric_cell(domain::format_integer(row.lavoratori)));
  const std::string state = app::t_of("stato.", row.stato);
  line.children.push_back(view::cell(state.empty() ? row.stato : state));
  if (office) line.children.push_back(view::cell(row.assegnata_a_nome));
  const int days = row.ultimo_giorno_decisione - oggi;
  line.children.push_back(view::node(
      Kind::table_cell, {view::text(day(row.ultimo_giorno_decisione)), view::badge(days_left(days), deadline_tone(days))}));
  const std::string marks = row.forzata ? t("elenco.forzata") : std::string();
  if (row.novita > 0) {
    line.children.push_back(
        view::node(Kind::table_cell, {view::badge(app::plural("conta.novita", row.novita), view::Tone::info)}));
    return line;
  }
  line.children.push_back(
      view::cell(row.avvisi > 0 ? app::plural("conta.avviso", row.avvisi) + (marks.empty() ? "" : " · " + marks) : marks));
  return line;
}

}  // namespace

Node domande_table(const app::Model& model, const std::string& caption) {
  Node table = view::keyed(Kind::table, "domande.tabella", caption);
  table.max = model.elenco.totale;
  const bool office = app::of_the_office(model);
  std::vector<std::string> headers = {t("colonna.protocollo"), t("colonna.azienda"),    t("colonna.causale"),
                                      t("colonna.periodo"),    t("colonna.lavoratori"), t("colonna.stato")};
  if (office) headers.push_back(t("colonna.in_carico"));
  headers.push_back(t("colonna.decisione"));
  headers.push_back(t("colonna.avvisi"));
  table.children.push_back(view::header_row(headers));
  for (const app::DomandaRow& row : model.elenco.righe) table.children.push_back(row_of(row, model.oggi, office));
  return table;
}

Node pager(const app::Model& model) {
  Node back = view::button("elenco.indietro", t("pagine.precedente"));
  back.disabled = model.elenco.cursori.empty();
  Node next = view::button("elenco.avanti", t("pagine.successiva"));
  next.disabled = model.elenco.cursore_successivo.empty();
  return view::node(Kind::row,
                    {back, next, view::text(t("pagine.totale", {{"n", domain::format_integer(model.elenco.totale)}}))});
}

}  // namespace omnia::screens
