// A domanda that was filed: what was asked, what the checks said, routing and counters of that day.
#include "wasm-client/app/office_work.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/fields.hpp"
#include "wasm-client/screens/office.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/screens/screens.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

Node facts(const app::Dettaglio& detail, domain::Date oggi) {
  const app::DomandaRow& row = detail.riga;
  Node list = view::node(Kind::definition_list);
  const std::string state = app::t_of("stato.", row.stato);
  const int days = row.ultimo_giorno_decisione - oggi;
  const bool hour_known = !row.ora_invio.empty() && row.protocollo_origine.empty();  // lists of the old procedure have the day
  list.children = {view::definition(t("colonna.protocollo"), row.protocollo),
                   view::definition(t("ricevuta.inviata_il"),
                                    hour_known ? t("ricevuta.istante", {{"data", day(row.data_invio)}, {"ora", row.ora_invio}})
                                               : day(row.data_invio)),
                   view::definition(t("dettaglio.inviata_da"), detail.inviata_da, app::t_of("ruolo.", detail.ruolo_mittente)),
                   view::definition(t("colonna.stato"), state.empty() ? row.stato : state),
                   view::definition(t("colonna.decisione"), day(row.ultimo_giorno_decisione) + " · " + days_left(days)),
                   view::definition(t("dettaglio.norme"), detail.norme_versione)};
  if (!row.protocollo_origine.empty()) {
    list.children.push_back(view::definition(t("dettaglio.precedente"), row.protocollo_origine, t("dettaglio.precedente.aiuto")));
  }
  return list;
}

void add_alerts(const app::Dettaglio& detail, Node& main) {
  main.children.push_back(view::heading(2, t("dettaglio.controlli")));
  if (detail.avvisi.empty()) {
    const bool imported = !detail.riga.protocollo_origine.empty();  // nobody checked it then
    main.children.push_back(view::text(t(imported ? "dettaglio.non_controllata" : "dettaglio.nessun_avviso")));
    return;
  }
  Node list = view::node(Kind::list);
  for (const app::OfficeAlert& alert : detail.avvisi) {
    Node node = view::keyed(Kind::alert, "controllo:" + alert.codice + ":" + alert.campo, alert.testo);
    node.value = app::t_of("gravita.", alert.gravita);
    node.tone = tone_of_word(alert.gravita);
    // The remedy was for who compiled: who reads a filed domanda wants the law.
    if (!alert.citazione.empty()) node.help = t("avviso.fonte", {{"fonte", alert.citazione}});
    Node item = view::node(Kind::list_item, {node});
    const auto accepted = detail.motivi.find(alert.codice);
    if (accepted != detail.motivi.end()) {
      item.children.push_back(view::text(accepted->second.empty() ? t("dettaglio.accettato")
                                                                  : t("dettaglio.motivo", {{"motivo", accepted->second}})));
    }
    list.children.push_back(std::move(item));
  }
  main.children.push_back(std::move(list));
}

// Two clicks from the list to a draft in which only what changes is left to fill.
void add_renewal(const app::Model& model, Node& main) {
  if (!model.identita || (model.identita->ruolo != "datore" && model.identita->ruolo != "intermediario")) return;
  const bool opening = !model.ricerca.in_apertura.empty();
  if (opening) main.children.push_back(view::status("rinnova.stato", t("rinnova.apro")));
  if (!model.ricerca.errore_apertura.empty()) {
    for (Node& n : loading({false, model.ricerca.errore_apertura}, "rinnova", {})) main.children.push_back(std::move(n));
  }
  Node extend = view::button("rinnova.proroga", t("rinnova.proroga"));
  Node copy = view::button("rinnova.copia", t("rinnova.copia"));
  extend.disabled = copy.disabled = opening;
  main.children.push_back(view::node(Kind::row, {extend, copy}));
  main.children.push_back(view::text(t("rinnova.aiuto")));
}

void add_routing(const app::Dettaglio& detail, Node& main) {
  main.children.push_back(view::heading(2, t("dettaglio.inquadramento")));
  main.children.push_back(
      view::node(Kind::definition_list, {view::definition(t("assistente.prestazione"), detail.prestazione, detail.instradamento),
                                         view::definition(t("causale.fonte"), detail.citazione_instradamento)}));
  if (detail.riga.forzata) {
    Node alert = view::keyed(Kind::alert, "dettaglio.forzata", t("dettaglio.forzata"));
    alert.value = t("gravita.avviso");
    alert.tone = view::Tone::warning;
    alert.help = detail.bozza.nota_forzatura;
    main.children.push_back(std::move(alert));
  }
}

void add_counters(const app::Dettaglio& detail, Node& main) {
  if (detail.contatori.empty()) return;
  main.children.push_back(view::heading(2, t("assistente.contatori")));
  Node list = view::node(Kind::definition_list);
  for (const app::Finding& one : detail.contatori) {
    list.children.push_back(view::definition(one.nome.empty() ? t("dettaglio.terzo") : one.nome, one.testo, one.citazione));
  }
  main.children.push_back(std::move(list));
}

}  // namespace

Parts dettaglio(const app::Model& model) {
  const app::Dettaglio& detail = *model.dettaglio;
  Node main = view::node(Kind::main);
  main.children = {view::link("dettaglio.indietro", t("dettaglio.indietro")),
                   title(t("dettaglio.titolo", {{"nome", detail.riga.denominazione}})), facts(detail, model.oggi)};
  add_changed(detail.cambiata, "dettaglio.novita", t("novita.domanda"),
              view::button("apri:" + detail.riga.id, t("novita.domanda.rileggi")), main);
  add_renewal(model, main);
  main.children.push_back(downloads(detail.riga.id, detail.segnatura));
  if (app::of_the_office(model)) {
    add_istruttoria(model, main.children);
  } else {
    add_pratica(detail.pratica, main.children);
  }
  add_alerts(detail, main);
  add_routing(detail, main);
  add_counters(detail, main);
  forms::Context context;
  context.causale = norms::Norms::builtin().causale(detail.bozza.causale.id);
  context.compatibile = !detail.bozza.forzata;
  const auto& unions = detail.bozza.consultazione;
  context.consultazione_dovuta = unions.dichiarazione || !unions.data_comunicazione.empty();
  add_summary(detail.bozza, nullptr, context, false, main.children);
  if (!detail.allegati.empty()) {
    main.children.push_back(view::heading(2, t("dettaglio.allegati")));
    Node list = view::node(Kind::list);
    for (const std::string& name : detail.allegati) list.children.push_back(view::node(Kind::list_item, {view::text(name)}));
    main.children.push_back(std::move(list));
  }
  return {main};
}

}  // namespace omnia::screens
