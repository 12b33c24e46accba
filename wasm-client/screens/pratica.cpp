// Milestones, requests and acts of a domanda, as who filed it reads them.
#include "shared/domain/quantity.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/office.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

// The badge says whether the act holds: amber beside «In vigore» would read as a doubt about it.
view::Tone tone_of_act(const app::Atto& atto) {
  if (atto.stato != "firmato") return view::Tone::neutral;
  if (atto.tipo == "accoglimento") return view::Tone::success;
  return atto.tipo == "reiezione" ? view::Tone::error : view::Tone::info;
}

Node text_list(const std::vector<std::string>& items) {
  Node list = view::node(Kind::list);
  for (const std::string& one : items) list.children.push_back(view::node(Kind::list_item, {view::text(one)}));
  return list;
}

}  // namespace

Node act_card(const app::Atto& atto) {
  Node card = view::keyed(Kind::card, "atto.scheda:" + std::to_string(atto.n),
                          atto.numero.empty() ? atto.nome : t("atto.titolo", {{"nome", atto.nome}, {"numero", atto.numero}}));
  card.children.push_back(view::badge(app::t_of("stato_atto.", atto.stato), tone_of_act(atto)));
  Node facts = view::node(Kind::definition_list);
  const auto add = [&facts](const std::string& term, const std::string& value) {
    if (!value.empty()) facts.children.push_back(view::definition(term, value));
  };
  if (atto.settimane > 0) {
    add(t("atto.periodo"), t("periodo.settimana", {{"dal", day(atto.dal)}, {"al", day(atto.al)}}));
    add(t("colonna.settimane"), domain::format_integer(atto.settimane));
    add(t("atto.ore"), domain::Hours{atto.ore_centesimi}.italiano());
    add(t("colonna.lavoratori"), domain::format_integer(atto.lavoratori));
  }
  add(t("atto.conclusione"), atto.motivazione.conclusione);
  add(t("atto.mancata_risposta"), atto.mancata_risposta);
  add(t("atto.proposto_da"), atto.proposto_da);
  if (!atto.firmato_da.empty())
    add(t("atto.firmato_da"), t("atto.firma", {{"chi", atto.firmato_da}, {"data", day(atto.firmato_il)}}));
  add(t("atto.motivo_rinvio"), atto.motivo_rinvio);
  card.children.push_back(std::move(facts));
  if (!atto.esclusioni.empty()) {
    card.children.push_back(view::text(t("atto.esclusioni")));
    card.children.push_back(text_list(atto.esclusioni));
  }
  const std::string n = std::to_string(atto.n);
  if (!atto.numero.empty())
    card.children.push_back(view::node(Kind::row, {view::button("atto:" + n, t("atto.scarica", {{"numero", atto.numero}}))}));
  if (atto.segnatura)
    card.children.back().children.push_back(view::button("atto.segnatura:" + n, t("atto.segnatura", {{"numero", atto.numero}})));
  return card;
}

Node request_card(const app::Richiesta& one) {
  Node card = view::keyed(Kind::card, "richiesta.scheda:" + std::to_string(one.n),
                          t("richiesta.titolo", {{"protocollo", one.protocollo}}));
  card.children.push_back(view::badge(one.scaduta ? t("richiesta.scaduta") : app::t_of("stato_richiesta.", one.stato),
                                      one.scaduta ? view::Tone::error : view::Tone::info));
  card.children.push_back(text_list(one.elementi));
  Node facts =
      view::node(Kind::definition_list,
                 {view::definition(t("richiesta.inviata"), day(one.inviata_il) + " · " + app::t_of("canale.", one.canale))});
  if (one.consegnata_il != domain::Date()) {
    facts.children.push_back(view::definition(t("richiesta.consegnata"), day(one.consegnata_il)));
    facts.children.push_back(view::definition(t("richiesta.scadenza"), day(one.scadenza), t("richiesta.scadenza.aiuto")));
  }
  if (!one.testo.empty()) facts.children.push_back(view::definition(t("richiesta.testo"), one.testo));
  if (!one.risposta.empty())
    facts.children.push_back(view::definition(t("richiesta.risposta", {{"data", day(one.risposta_il)}}), one.risposta));
  card.children.push_back(std::move(facts));
  const std::string n = std::to_string(one.n);
  const std::string when = day(one.inviata_il);
  Node files = view::node(Kind::row);
  if (one.documento) files.children.push_back(view::button("richiesta:" + n, t("richiesta.scarica", {{"data", when}})));
  if (one.segnatura)
    files.children.push_back(view::button("richiesta.segnatura:" + n, t("richiesta.segnatura", {{"data", when}})));
  if (!files.children.empty()) card.children.push_back(std::move(files));
  return card;
}

void add_pratica(const app::Pratica& pratica, std::vector<Node>& out) {
  if (pratica.tappe.empty()) return;
  out.push_back(view::heading(2, t("pratica.titolo")));
  Node steps = view::node(Kind::definition_list);
  for (const auto& [when, what] : pratica.tappe) steps.children.push_back(view::definition(day(when), what));
  out.push_back(std::move(steps));
  for (const app::Richiesta& one : pratica.richieste) out.push_back(request_card(one));
  if (pratica.atti.empty()) return;
  out.push_back(view::heading(2, t("pratica.atti")));
  for (const app::Atto& one : pratica.atti) out.push_back(act_card(one));
}

}  // namespace omnia::screens
