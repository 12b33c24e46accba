// Home of who files: own drafts, terms, domande filed.
#include <algorithm>

#include "shared/domain/order.hpp"
#include "shared/forms/fields.hpp"
#include "wasm-client/app/drafts.hpp"
#include "wasm-client/app/queue.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/screens/screens.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

std::string section_title(const std::string& id) {
  const forms::Section* section = forms::section(id);
  return section == nullptr ? id : section->titolo;
}

Node draft_card(const app::Model& model, const app::Bozza& bozza) {
  const domain::Date oggi = model.oggi;
  const domain::Draft& draft = bozza.draft;
  Node list = view::node(Kind::definition_list);
  const std::string name = app::draft_name(bozza);
  if (name != draft.azienda.denominazione) {
    list.children.push_back(view::definition(t("colonna.azienda"), draft.azienda.denominazione));
  }
  if (draft.unita_produttiva.progressivo) {
    list.children.push_back(view::definition(t("colonna.unita"), unit_name(nullptr, draft.unita_produttiva.progressivo->n)));
  }
  list.children.push_back(view::definition(
      t("colonna.causale"), draft.causale.id.empty() ? t("home.causale_da_scegliere") : causale_name(draft.causale.id)));
  list.children.push_back(view::definition(t("home.ferma_a"), section_title(bozza.sezione)));
  if (const auto updated = domain::Date::parse(bozza.aggiornata_il); updated.ok()) {
    list.children.push_back(view::definition(t("home.aggiornata"), updated.value().italiano()));
  }
  Node card = view::keyed(Kind::card, "bozza:" + draft.id, name, {list});
  if (const auto term = app::term_of(draft, oggi)) {
    card.children.push_back(
        view::badge(t("testata.scade", {{"quando", days_left(term->giorni_rimasti)}, {"data", term->data.italiano()}}),
                    deadline_tone(term->giorni_rimasti)));
  }
  if (bozza.coda != app::Coda::fuori) {
    card.children.push_back(view::badge(queue_word(model, bozza), queue_tone(bozza.coda)));
  }
  const norms::Words who = {{"nome", name}};
  card.children.push_back(view::node(Kind::row, {view::primary("riprendi:" + draft.id, t("home.riprendi", who)),
                                                 view::button("duplica:" + draft.id, t("home.duplica", who)),
                                                 view::button("elimina:" + draft.id, t("home.elimina", who))}));
  return card;
}

// Fewer than these are seen at a glance.
constexpr std::int64_t kFewDrafts = 2;

Node drafts_view(const app::VistaBozze& view) {
  Node search = view::keyed(Kind::field, "bozze.testo", t("home.bozze.cerca"));
  search.field_kind = view::FieldKind::search;
  search.value = view.testo;
  Node order = view::keyed(Kind::select, "bozze.ordine", t("home.bozze.ordina"));
  order.value = view.ordine;
  for (const char* one : {"modifica", "scadenza", "nome"}) order.options.push_back({one, app::t_of("home.bozze.ordine.", one)});
  return view::node(Kind::row, {search, order});
}

Node import_field(const app::Model& model) {
  Node field = view::keyed(Kind::field, "importa", t("importa.etichetta"));
  field.field_kind = view::FieldKind::file;
  field.options = {{".json,application/json", t("importa.scegli")}};
  field.max = app::kLargestDraftFile;
  field.help = t("importa.aiuto");
  field.error = model.errore_importazione;
  return field;
}

void add_drafts(const app::Model& model, Node& main) {
  Node section = view::keyed(Kind::section, "home.bozze", t("home.bozze"), {view::heading(2, t("home.bozze"))});
  if (model.eliminata) {
    section.children.push_back(
        view::status("home.eliminata", t("home.eliminata", {{"nome", app::draft_name(*model.eliminata)}})));
    section.children.push_back(view::button("ripristina", t("home.annulla_eliminazione")));
  }
  if (!model.errore_bozze.empty()) section.children.push_back(view::text(model.errore_bozze, view::Tone::error));
  if (!model.novita.empty()) section.children.push_back(view::status("home.novita", model.novita));
  if (app::queued(model) > 0) {
    section.children.push_back(view::node(Kind::row, {view::status("home.coda", app::plural("coda.quante", app::queued(model))),
                                                      view::button("coda.adesso", t("coda.adesso"))}));
  }
  const std::int64_t own = app::own_drafts(model);
  if (own > kFewDrafts) section.children.push_back(drafts_view(model.vista_bozze));
  Node list = view::node(Kind::list);
  for (const app::Bozza* bozza : app::listed_drafts(model)) {
    list.children.push_back(view::node(Kind::list_item, {draft_card(model, *bozza)}));
  }
  if (list.children.empty() && own > 0) {
    Node empty = view::keyed(Kind::empty_state, "home.bozze.nessuna", t("home.bozze.nessuna"));
    empty.help = t("home.bozze.nessuna.aiuto");
    section.children.push_back(std::move(empty));
  } else if (list.children.empty()) {
    Node empty = view::keyed(Kind::empty_state, "home.bozze.vuote", t("home.bozze.vuote"));
    empty.help = t("home.bozze.vuote.aiuto");
    section.children.push_back(std::move(empty));
  } else {
    section.children.push_back(std::move(list));
  }
  section.children.push_back(import_field(model));
  main.children.push_back(std::move(section));
}

struct Term {
  domain::Date data;
  std::string testo;
};

std::vector<Term> terms(const app::Model& model) {
  std::vector<Term> out;
  for (const app::Bozza& bozza : model.bozze) {
    if (!model.identita || bozza.identita != model.identita->id) continue;
    if (const auto term = app::term_of(bozza.draft, model.oggi)) {
      out.push_back({term->data, t("home.scadenza.invio", {{"nome", app::draft_name(bozza)}})});
    }
  }
  for (const app::DomandaRow& row : model.elenco.righe) {
    if (row.ultimo_giorno_decisione < model.oggi) continue;
    out.push_back({row.ultimo_giorno_decisione, t("home.scadenza.decisione", {{"protocollo", row.protocollo}})});
  }
  domain::stable_sort(out, [](const Term& a, const Term& b) { return a.data < b.data; });
  return out;
}

Node terms_section(const app::Model& model) {
  Node section = view::keyed(Kind::section, "home.scadenze", t("home.scadenze"), {view::heading(2, t("home.scadenze"))});
  const std::vector<Term> all = terms(model);
  if (all.empty()) {
    section.children.push_back(view::text(t("home.scadenze.vuote")));
    return section;
  }
  Node list = view::node(Kind::list);
  for (const Term& term : all) {
    const int days = term.data - model.oggi;
    list.children.push_back(
        view::node(Kind::list_item,
                   {view::badge(term.data.italiano() + " · " + days_left(days), deadline_tone(days)), view::text(term.testo)}));
  }
  section.children.push_back(std::move(list));
  return section;
}

Node domande_section(const app::Model& model) {
  Node section = view::keyed(Kind::section, "home.inviate", t("home.inviate"), {view::heading(2, t("home.inviate"))});
  add_changed(model.elenco.cambiato && model.elenco.caricamento.errore.empty(), "elenco.novita", t("novita.elenco"),
              view::button("elenco.ricarica", t("novita.elenco.rileggi")), section);
  for (Node& n : loading(model.elenco.caricamento, "home.inviate", t("home.inviate.carico"), "elenco.ricarica")) {
    section.children.push_back(std::move(n));
  }
  for (Node& n : loading(model.apertura, "home.apertura", t("elenco.apro"))) section.children.push_back(std::move(n));
  if (!model.elenco.righe.empty()) {
    section.children.push_back(domande_table(model, t("home.inviate.tabella")));
    section.children.push_back(pager(model));
  } else if (!model.elenco.caricamento.in_corso && model.elenco.caricamento.errore.empty()) {
    Node empty = view::keyed(Kind::empty_state, "home.inviate.vuote", t("home.inviate.vuote"));
    empty.help = t("home.inviate.vuote.aiuto");
    section.children.push_back(std::move(empty));
  }
  return section;
}

}  // namespace

Parts home(const app::Model& model) {
  Node main = view::node(Kind::main);
  const std::string name = model.identita ? model.identita->nome : std::string();
  main.children = {title(t("home.titolo", {{"nome", name}})), view::text(t("home.scopo"))};
  add_notices(model, main);
  Node ways = view::node(Kind::row, {view::primary("nuova", t("home.nuova"))});
  for (Node& entry : page_entries(model)) ways.children.push_back(std::move(entry));
  main.children.push_back(std::move(ways));
  add_drafts(model, main);
  main.children.push_back(terms_section(model));
  main.children.push_back(domande_section(model));
  main.children.push_back(lock_section(model));
  add_documents(model, main);
  return {main};
}

}  // namespace omnia::screens
