// The operator's worklist: domande of the Sede, those that expire first on top.
#include "shared/workflow/workflow.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/screens/screens.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

Node causale_filter(const std::string& chosen) {
  Node select = view::keyed(Kind::select, "filtro.causale", t("colonna.causale"));
  select.value = chosen;
  select.options = {{"", t("elenco.tutte_le_causali")}};
  for (const norms::Causale& causale : norms::Norms::builtin().causali()) {
    if (causale.selezionabile) select.options.push_back({causale.id, causale.nome});
  }
  return select;
}

Node state_filter(const std::string& chosen) {
  Node select = view::keyed(Kind::select, "filtro.stato", t("colonna.stato"));
  select.value = chosen;
  select.options = {{"", t("elenco.tutti_gli_stati")}};
  for (const auto one : workflow::stati("domanda")) select.options.push_back({std::string(one), app::t_of("stato.", one)});
  return select;
}

Node choice(const char* name, const std::string& label, const std::string& chosen, std::vector<view::Option> options) {
  Node select = view::keyed(Kind::select, std::string("filtro.lavoro:") + name, label);
  select.value = chosen;
  select.options = std::move(options);
  return select;
}

// By who answers for them, by when they are due, and in which order.
Node work_filters(const app::ElencoDomande& list) {
  Node also = view::keyed(Kind::checkbox, "filtro.lavoro:anche_decise", t("elenco.anche_decise"));
  also.checked = list.anche_decise;
  return view::node(
      Kind::row,
      {choice("assegnata", t("elenco.in_carico"), list.assegnata,
              {{"", t("elenco.di_tutti")}, {"io", t("elenco.mie")}, {"nessuno", t("elenco.di_nessuno")}}),
       choice("entro", t("elenco.entro"), list.entro,
              {{"", t("elenco.entro.sempre")},
               {"scadute", t("elenco.entro.scadute")},
               {"7", t("elenco.entro.7")},
               {"30", t("elenco.entro.30")}}),
       choice(
           "ordine", t("elenco.ordine"), list.ordine,
           {{"", t("elenco.ordine.scadenza")}, {"arrivo", t("elenco.ordine.arrivo")}, {"azienda", t("elenco.ordine.azienda")}}),
       also});
}

Node filters(const app::ElencoDomande& list) {
  Node search = view::keyed(Kind::field, "filtro.testo", t("elenco.cerca"));
  search.field_kind = view::FieldKind::search;
  search.value = list.testo;
  search.help = t("elenco.cerca.aiuto");
  return view::node(Kind::row, {search, causale_filter(list.causale), state_filter(list.stato),
                                view::button("elenco.cerca", t("azione.cerca"))});
}

}  // namespace

Parts elenco(const app::Model& model) {
  const app::ElencoDomande& list = model.elenco;
  const std::string office = model.identita ? model.identita->sede : std::string();
  Node main = view::node(Kind::main, {title(t("elenco.titolo", {{"sede", office}}))});
  if (list.ordine.empty()) main.children.push_back(view::text(t("elenco.scopo")));
  add_notices(model, main);
  main.children.push_back(filters(list));
  main.children.push_back(work_filters(list));
  add_changed(list.cambiato && list.caricamento.errore.empty(), "elenco.novita", t("novita.elenco"),
              view::button("elenco.ricarica", t("novita.elenco.rileggi")), main);
  for (Node& n : loading(list.caricamento, "elenco", t("elenco.carico"), "elenco.ricarica"))
    main.children.push_back(std::move(n));
  for (Node& n : loading(model.apertura, "apertura", t("elenco.apro"))) main.children.push_back(std::move(n));
  if (!list.righe.empty()) {
    main.children.push_back(domande_table(model, t("elenco.tabella")));
    main.children.push_back(pager(model));
  } else if (!list.caricamento.in_corso && list.caricamento.errore.empty()) {
    const bool filtered =
        !list.testo.empty() || !list.causale.empty() || !list.stato.empty() || !list.assegnata.empty() || !list.entro.empty();
    Node empty = view::keyed(Kind::empty_state, "elenco.vuoto", t(filtered ? "elenco.nessun_risultato" : "elenco.vuoto"));
    empty.help = t(filtered ? "elenco.nessun_risultato.aiuto" : "elenco.vuoto.aiuto");
    main.children.push_back(std::move(empty));
  }
  add_documents(model, main);
  return {main};
}

}  // namespace omnia::screens
