// Choice of the company: search, the benefit suggested for each position and why, and the way on when it is not CIGO.
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/screens/screens.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

// Going on with a benefit "non compatibile" is the person's right (msg. INPS 2372/2023); the office wants to know why.
void add_note(const app::RicercaAzienda& search, Node& card) {
  Node note = view::keyed(Kind::field, "forzatura.nota", t("azienda.nota"));
  note.field_kind = view::FieldKind::multiline;
  note.value = search.nota;
  note.help = t("azienda.nota.aiuto");
  note.required = true;
  if (search.nota_mancante) note.error = t("azienda.nota.manca");
  card.children.push_back(std::move(note));
  Node confirm = view::primary("forzatura.conferma", t("azienda.conferma"));
  confirm.disabled = !search.in_apertura.empty();
  card.children.push_back(view::node(Kind::row, {confirm, view::button("forzatura.rinuncia", t("azienda.rinuncia"))}));
}

void add_actions(const app::MatricolaRow& row, const app::RicercaAzienda& search, Node& card) {
  if (search.in_apertura == row.matricola) {
    card.children.push_back(view::status("azienda.apertura", t("azienda.apro", {{"nome", row.denominazione}})));
  }
  if (search.forzata == row.matricola) return add_note(search, card);
  const norms::Words who = {{"nome", row.denominazione}, {"matricola", row.matricola}};
  Node button = row.cigo_suggerita ? view::primary("scegli:" + row.matricola, t("azienda.scegli", who))
                                   : view::button("prosegui:" + row.matricola, t("azienda.prosegui", who));
  button.disabled = !search.in_apertura.empty() || row.invio_sospeso;
  card.children.push_back(std::move(button));
}

Node result(const app::MatricolaRow& row, const app::RicercaAzienda& search) {
  Node card = view::keyed(Kind::card, "posizione:" + row.matricola, row.denominazione);
  card.children.push_back(row.cigo_suggerita ? view::badge(t("azienda.suggerita"), view::Tone::success)
                                             : view::badge(t("azienda.non_compatibile"), view::Tone::warning));
  Node facts = view::node(Kind::definition_list);
  facts.children = {view::definition(t("azienda.matricola"), row.matricola),
                    view::definition(t("colonna.codice_fiscale"), row.codice_fiscale),
                    view::definition(t("azienda.sede"), row.comune.empty() ? row.sede : row.sede + " · " + row.comune),
                    view::definition(t("colonna.lavoratori"), domain::format_integer(row.lavoratori))};
  if (!row.cigo_suggerita && !row.nome_primaria.empty()) {
    facts.children.push_back(view::definition(t("azienda.prestazione"), row.nome_primaria));
  }
  card.children.push_back(std::move(facts));
  if (!row.testo.empty()) card.children.push_back(view::text(row.testo));
  if (!row.citazione.empty()) card.children.push_back(view::text(t("avviso.fonte", {{"fonte", row.citazione}})));
  if (!row.nota_invio.empty()) card.children.push_back(view::text(row.nota_invio, view::Tone::warning));
  add_actions(row, search, card);
  return view::node(Kind::list_item, {card});
}

// Without network: the companies of which this browser keeps the facts.
void add_kept(const app::Model& model, Node& main) {
  const bool cut_off = !model.online || !model.ricerca.caricamento.errore.empty();
  if (!cut_off || model.registri.empty()) return;
  main.children.push_back(view::heading(2, t("azienda.salvate")));
  main.children.push_back(view::text(t("azienda.salvate.che_cosa")));
  Node list = view::node(Kind::list);
  for (const auto& [matricola, kept] : model.registri) {
    const std::string name = kept.denominazione.empty() ? matricola : kept.denominazione;
    Node card = view::keyed(Kind::card, "salvata:" + matricola, name);
    card.children = {
        view::node(Kind::definition_list, {view::definition(t("azienda.matricola"), matricola)}),
        view::text(t("registro.al", {{"quando", instant(kept.quando)}})),
        view::primary("scegli_locale:" + matricola, t("azienda.scegli", {{"nome", name}, {"matricola", matricola}}))};
    list.children.push_back(view::node(Kind::list_item, {std::move(card)}));
  }
  main.children.push_back(std::move(list));
}

void add_results(const app::RicercaAzienda& search, Node& main) {
  if (search.righe.empty()) {
    if (!search.cercato || search.caricamento.in_corso) return;
    Node empty = view::keyed(Kind::empty_state, "azienda.vuota", t("azienda.nessuna"));
    empty.help = t("azienda.nessuna.aiuto");
    main.children.push_back(std::move(empty));
    return;
  }
  main.children.push_back(view::heading(2, t("azienda.risultati")));
  Node list = view::node(Kind::list);
  for (const app::MatricolaRow& row : search.righe) list.children.push_back(result(row, search));
  main.children.push_back(std::move(list));
  if (!search.cursore.empty()) main.children.push_back(view::button("azienda.altre", t("azienda.altre")));
}

}  // namespace

Parts azienda(const app::Model& model) {
  const app::RicercaAzienda& search = model.ricerca;
  Node main = view::node(Kind::main, {title(t("azienda.titolo")), view::text(t("azienda.scopo"))});
  Node field = view::keyed(Kind::field, "azienda.testo", t("azienda.cerca"));
  field.field_kind = view::FieldKind::search;
  field.value = search.testo;
  field.help = t("azienda.cerca.aiuto");
  main.children.push_back(view::node(Kind::row, {field, view::button("azienda.cerca", t("azione.cerca"))}));
  for (Node& n : loading(search.caricamento, "azienda", t("azienda.carico"), "azienda.riprova"))
    main.children.push_back(std::move(n));
  if (!search.errore_apertura.empty()) {
    for (Node& n : loading({false, search.errore_apertura}, "azienda.apertura", {})) main.children.push_back(std::move(n));
  }
  add_results(search, main);
  add_kept(model, main);
  main.children.push_back(view::link("torna_home", t("azienda.torna_home")));
  return {main};
}

}  // namespace omnia::screens
