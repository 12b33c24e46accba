// The operator's desk: checks with their outcome and reason, what is proposed, counters with and without the request, history.
#include <algorithm>

#include "shared/domain/quantity.hpp"
#include "wasm-client/app/office_work.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/fields.hpp"
#include "wasm-client/screens/office.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

view::Tone tone_of_check(const std::string& esito) {
  if (esito == "ok") return view::Tone::success;
  return esito == "bloccante" ? view::Tone::error : view::Tone::warning;
}

Node checks(const app::Istruttoria& desk) {
  Node table = view::keyed(Kind::table, "controlli.tabella", t("istruttoria.controlli.tabella"));
  table.max = static_cast<std::int64_t>(desk.controlli.size());
  table.children.push_back(view::header_row({t("colonna.controllo"), t("colonna.esito"), t("colonna.perche")}));
  for (const app::Verifica& one : desk.controlli) {
    const std::string why =
        one.citazione.empty() ? one.spiegazione : t("istruttoria.perche", {{"testo", one.spiegazione}, {"fonte", one.citazione}});
    table.children.push_back(
        view::keyed(Kind::table_row, "controllo.riga:" + one.codice, {},
                    {view::cell(one.nome),
                     view::node(Kind::table_cell, {view::badge(app::t_of("esito.", one.esito), tone_of_check(one.esito))}),
                     view::cell(why)}));
  }
  return table;
}

Node checks_summary(const app::Istruttoria& desk) {
  const auto count = [&desk](const char* esito) {
    return std::count_if(desk.controlli.begin(), desk.controlli.end(), [esito](const auto& one) { return one.esito == esito; });
  };
  Node row = view::node(Kind::row);
  if (const auto n = count("bloccante"); n > 0)
    row.children.push_back(view::badge(app::plural("conta.bloccante", n), view::Tone::error));
  if (const auto n = count("attenzione"); n > 0)
    row.children.push_back(view::badge(app::plural("conta.attenzione", n), view::Tone::warning));
  if (const auto n = count("ok"); n > 0)
    row.children.push_back(view::badge(app::plural("conta.a_posto", n), view::Tone::success));
  return row;
}

// The tree of the proposal holds those of every limit: each of its steps unfolds by itself.
Node why(const rules::explanation::Spiegazione& tree) {
  Node all = view::keyed(Kind::disclosure, "proposta.perche", t("perche.apri", {{"nome", t("istruttoria.proposta")}}));
  auto head = tree;
  head.passi.clear();
  all.children = unfolded(head, {});
  for (std::size_t i = 0; i < tree.passi.size(); ++i) {
    const auto& passo = tree.passi[i];
    Node step = view::keyed(Kind::disclosure, "proposta.passo:" + std::to_string(i), passo.affermazione);
    step.children = unfolded(passo, passo.affermazione);
    all.children.push_back(std::move(step));
  }
  return all;
}

Node proposal(const app::Istruttoria& desk) {
  const app::PropostaAtto& p = desk.proposta;
  Node card = view::keyed(Kind::card, "proposta.scheda", t("istruttoria.proposta"));
  const bool refused = p.tipo == "reiezione";
  card.children.push_back(view::badge(app::t_of("tipo_atto.", p.tipo), refused                    ? view::Tone::error
                                                                       : p.tipo == "accoglimento" ? view::Tone::success
                                                                                                  : view::Tone::warning));
  if (!refused) {
    card.children.push_back(view::text(t("istruttoria.proposta.misura", {{"dal", day(p.dal)},
                                                                         {"al", day(p.al)},
                                                                         {"settimane", domain::format_integer(p.settimane)},
                                                                         {"ore", domain::Hours{p.ore_centesimi}.italiano()},
                                                                         {"lavoratori", domain::format_integer(p.lavoratori)}})));
  }
  Node list = view::node(Kind::list);
  for (const auto* part : {&p.motivi, &p.esclusioni}) {
    for (const std::string& one : *part) list.children.push_back(view::node(Kind::list_item, {view::text(one)}));
  }
  if (!list.children.empty()) card.children.push_back(std::move(list));
  card.children.push_back(view::text(t("istruttoria.proposta.decide_la_persona")));
  card.children.push_back(why(p.spiegazione));
  return card;
}

void add_counters(const app::Istruttoria& desk, std::vector<Node>& out) {
  if (desk.contatori.empty()) return;
  out.push_back(view::heading(2, t("istruttoria.contatori")));
  Node table = view::keyed(Kind::table, "contatori.tabella", t("istruttoria.contatori.tabella"));
  table.max = static_cast<std::int64_t>(desk.contatori.size());
  table.children.push_back(view::header_row(
      {t("colonna.limite_nome"), t("colonna.limite"), t("colonna.senza"), t("colonna.con"), t("colonna.perche")}));
  for (const app::Limite& one : desk.contatori) {
    table.children.push_back(
        view::node(Kind::table_row, {view::cell(one.nome), view::numeric_cell(one.limite), view::numeric_cell(one.senza),
                                     view::numeric_cell(one.con), view::cell(one.testo)}));
  }
  out.push_back(std::move(table));
}

void add_history(const app::Istruttoria& desk, std::vector<Node>& out) {
  Node table = view::keyed(Kind::table, "storia.tabella", t("istruttoria.storia.tabella"));
  table.max = static_cast<std::int64_t>(desk.storia.size());
  table.children.push_back(view::header_row({t("colonna.autorizzazione"), t("colonna.unita"), t("colonna.causale"),
                                             t("colonna.periodo"), t("atto.ore"), t("colonna.stato")}));
  for (const app::Precedente& one : desk.storia) {
    table.children.push_back(view::node(
        Kind::table_row,
        {view::cell(one.numero), view::cell(t("unita.numero", {{"n", std::to_string(one.unita_produttiva)}})),
         view::cell(causale_name(one.causale)), view::cell(t("periodo.settimana", {{"dal", day(one.dal)}, {"al", day(one.al)}})),
         view::numeric_cell(domain::Hours{one.ore_centesimi}.italiano()),
         view::cell(app::t_of("stato_autorizzazione.", one.stato))}));
  }
  Node fold = view::keyed(Kind::disclosure, "storia", t("istruttoria.storia", {{"n", domain::format_integer(table.max)}}));
  fold.children.push_back(desk.storia.empty() ? view::text(t("istruttoria.storia.vuota")) : std::move(table));
  out.push_back(std::move(fold));
}

void add_others(const app::Istruttoria& desk, std::vector<Node>& out) {
  if (desk.altre.empty()) return;
  Node fold = view::keyed(Kind::disclosure, "altre",
                          t("istruttoria.altre", {{"n", domain::format_integer(static_cast<std::int64_t>(desk.altre.size()))}}));
  Node list = view::node(Kind::definition_list);
  for (const app::AltraDomanda& one : desk.altre) {
    list.children.push_back(view::definition(
        one.protocollo, t("istruttoria.altra", {{"azienda", one.denominazione},
                                                {"dal", day(one.dal)},
                                                {"al", day(one.al)},
                                                {"lavoratori", app::plural("conta.lavoratore", one.lavoratori)}})));
  }
  fold.children.push_back(std::move(list));
  out.push_back(std::move(fold));
}

void add_changes(const app::Istruttoria& desk, std::vector<Node>& out) {
  Node fold = view::keyed(Kind::disclosure, "modifiche", t("istruttoria.modifiche"));
  Node list = view::node(Kind::definition_list);
  for (const app::Modifica& one : desk.modifiche) {
    fold.checked = fold.checked || one.nuova;
    list.children.push_back(
        view::definition(day(one.quando), one.nuova ? t("istruttoria.nuova", {{"testo", one.testo}}) : one.testo, one.motivo));
  }
  fold.children.push_back(std::move(list));
  out.push_back(std::move(fold));
}

}  // namespace

void add_istruttoria(const app::Model& model, std::vector<Node>& out) {
  out.push_back(view::heading(2, t("istruttoria.titolo")));
  for (Node& n : loading(model.passo, "passo", t("istruttoria.passo"))) out.push_back(std::move(n));
  if (!model.istruttoria) return;
  const app::Istruttoria& desk = *model.istruttoria;
  out.push_back(view::text(desk.assegnata_a_nome.empty() ? t("istruttoria.di_nessuno")
                                                         : t("istruttoria.in_carico", {{"chi", desk.assegnata_a_nome}})));
  out.push_back(view::text(desk.termine));
  out.push_back(checks_summary(desk));
  out.push_back(checks(desk));
  const auto can = [&](const char* event) {
    return std::find(desk.eventi.begin(), desk.eventi.end(), event) != desk.eventi.end();
  };
  if (can("assegna") && !can("annulla")) out.push_back(proposal(desk));  // not yet decided
  add_office_forms(model, out);
  add_counters(desk, out);
  add_history(desk, out);
  add_others(desk, out);
  add_changes(desk, out);
}

}  // namespace omnia::screens
