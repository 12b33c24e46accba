// The operator's worklist: domande of the Sede, those that expire first on top.
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
  for (const char* one : {"protocollata"}) select.options.push_back({one, app::t_of("stato.", one)});
  return select;
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
  Node main =
      view::node(Kind::main, {title(t("elenco.titolo", {{"sede", office}})), view::text(t("elenco.scopo")), filters(list)});
  for (Node& n : loading(list.caricamento, "elenco", t("elenco.carico"), "elenco.ricarica"))
    main.children.push_back(std::move(n));
  for (Node& n : loading(model.apertura, "apertura", t("elenco.apro"))) main.children.push_back(std::move(n));
  if (!list.righe.empty()) {
    main.children.push_back(domande_table(model, t("elenco.tabella")));
    main.children.push_back(pager(model));
  } else if (!list.caricamento.in_corso && list.caricamento.errore.empty()) {
    const bool filtered = !list.testo.empty() || !list.causale.empty() || !list.stato.empty();
    Node empty = view::keyed(Kind::empty_state, "elenco.vuoto", t(filtered ? "elenco.nessun_risultato" : "elenco.vuoto"));
    empty.help = t(filtered ? "elenco.nessun_risultato.aiuto" : "elenco.vuoto.aiuto");
    main.children.push_back(std::move(empty));
  }
  return {main};
}

}  // namespace omnia::screens
