// The page: the header that every screen shares, then the parts of the present one.
#include "wasm-client/app/app.hpp"
#include "wasm-client/app/locking.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/screens/screens.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::app {
namespace {

using view::Kind;
using view::Node;

std::string role_text(const Identita& identity) {
  std::string text = t_of("ruolo.", identity.ruolo);
  if (!identity.denominazione.empty()) text += " · " + identity.denominazione;
  if (!identity.sede.empty()) text += " · " + t("ruolo.sede", {{"sede", identity.sede}});
  return text;
}

std::string saved_text(const Scrivania& desk, bool shared) {
  if (shared && desk.salvataggio == Salvataggio::riuscito) return t("bozza.in_questa_scheda");
  switch (desk.salvataggio) {
    case Salvataggio::in_corso:
      return t("bozza.salvataggio");
    case Salvataggio::riuscito:
      return desk.salvata_alle.empty() ? t("bozza.salvata") : t("bozza.salvata_alle", {{"ora", desk.salvata_alle}});
    case Salvataggio::fallito:
      return t("bozza.non_salvata");
    case Salvataggio::mai:
      break;
  }
  return t("bozza.nuova");
}

// Company, unit, saved state and deadline of the draft on the desk.
void add_draft_state(const Model& model, const Scrivania& desk, Node& header) {
  const domain::Draft& draft = desk.bozza.draft;
  std::string what = draft.azienda.denominazione;
  if (draft.unita_produttiva.progressivo)
    what += " · " + screens::unit_name(desk.registro.get(), draft.unita_produttiva.progressivo->n);
  header.children.push_back(view::text(what));
  if (desk.bozza.coda != Coda::fuori) {
    header.children.push_back(view::badge(screens::queue_word(model, desk.bozza), screens::queue_tone(desk.bozza.coda)));
  }
  header.children.push_back(view::status("bozza.stato", saved_text(desk, model.condiviso)));
  if (!desk.esame.scadenza) return;
  const auto& term = *desk.esame.scadenza;
  header.children.push_back(
      view::badge(t("testata.scade", {{"quando", screens::days_left(term.giorni_rimasti)}, {"data", term.data.italiano()}}),
                  screens::deadline_tone(term.giorni_rimasti)));
}

// Said to everybody, at once: what is being written stays in this browser, but sending needs the session.
void add_session_end(const Model& model, Node& header) {
  header.children.push_back(view::status("sessione.scadenza", t_of("testata.sessione_scade.", model.in_scadenza)));
  if (model.in_scadenza == "inattiva") header.children.push_back(view::button("resta", t("testata.resta")));
}

Node header(const Model& model) {
  Node out = view::node(Kind::header);
  const bool canvas = model.faccia == "canvas";
  out.children.push_back(
      view::link(canvas ? "faccia:html" : "faccia:canvas", canvas ? t("testata.accessibile") : t("testata.desktop")));
  Node choices = view::link("aspetto", t("testata.aspetto"));
  choices.shortcut = "?";
  out.children.push_back(std::move(choices));
  Node name = view::text(t("prodotto"));
  name.key = "testata.prodotto";
  out.children.push_back(std::move(name));
  if (model.schermata == Screen::domanda && model.scrivania) add_draft_state(model, *model.scrivania, out);
  if (model.condiviso) out.children.push_back(view::badge(t("testata.condiviso"), view::Tone::info));
  if (model.nuova_versione) {
    Node news = view::status("versione.stato", t("versione.pronta"));
    out.children.push_back(std::move(news));
    out.children.push_back(view::link("aggiorna", t("versione.aggiorna")));
  }
  if (!model.online) out.children.push_back(view::badge(t("testata.senza_rete"), view::Tone::warning));
  if (!model.identita) return out;
  const bool several = model.poteri.size() > 1;
  const std::string role =
      several ? t("testata.agisci_come", {{"ruolo", role_text(*model.identita)}}) : role_text(*model.identita);
  out.children.push_back(view::text(screens::full_name(*model.identita) + " · " + role));
  if (!model.in_scadenza.empty()) add_session_end(model, out);
  out.children.push_back(view::link("sessioni", several ? t("testata.poteri") : t("testata.sessioni")));
  out.children.push_back(view::link("esci", t("testata.esci")));
  return out;
}

screens::Parts waiting(const Model& model) {
  Node main = view::node(Kind::main, {screens::title(t("prodotto"))});
  Loading state = model.accesso;
  if (state.errore.empty()) state.in_corso = true;
  for (Node& n : screens::loading(state, "accesso", t("accesso.in_corso"), "riprova_accesso"))
    main.children.push_back(std::move(n));
  return {main};
}

screens::Parts parts(const Model& model) {
  if (closed(model)) return screens::chiuso(model);
  switch (model.schermata) {
    case Screen::avvio:
      return waiting(model);
    case Screen::identita:
      return screens::identita(model);
    case Screen::sessioni:
      return screens::sessioni(model);
    case Screen::home:
      return screens::home(model);
    case Screen::azienda:
      return screens::azienda(model);
    case Screen::domanda:
      return model.scrivania ? screens::domanda(model) : screens::home(model);
    case Screen::ricevuta:
      return model.ricevuta ? screens::ricevuta(model) : screens::home(model);
    case Screen::elenco:
      return screens::elenco(model);
    case Screen::dettaglio:
      return model.dettaglio ? screens::dettaglio(model) : screens::elenco(model);
    case Screen::area:
      return screens::area(model);
    case Screen::pagina:
      return screens::pagina(model);
  }
  return waiting(model);
}

void drop_shortcuts(Node& node) {
  node.shortcut.clear();
  for (Node& child : node.children) drop_shortcuts(child);
}

}  // namespace

view::Node render(const Model& model) {
  Node page = view::keyed(Kind::page, "pagina", t("prodotto"));
  page.children.push_back(header(model));
  for (Node& part : parts(model)) page.children.push_back(std::move(part));
  if (!model.preferenze.tasti) drop_shortcuts(page);
  if (model.preferenze.aperte) page.children.push_back(screens::aspetto(model, page));
  view::seal(page);
  return page;
}

}  // namespace omnia::app
