// Section "azienda": what the person writes, then what the office already knows of the position, only to be read.
#include <algorithm>

#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/fields.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

// Authorisation codes in force today, each once.
std::string codes(const domain::Posizione& position, domain::Date today) {
  std::vector<std::string> found;
  for (const auto& one : position.ca) {
    if (one.at(today)) found.push_back(one.codice);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::string out;
  for (const std::string& one : found) out += (out.empty() ? "" : ", ") + one;
  return out.empty() ? t("posizione.ca.nessuno") : out;
}

std::string address(const domain::Posizione& position) {
  std::string out = position.indirizzo;
  if (!position.comune.empty()) out += (out.empty() ? "" : ", ") + position.comune;
  if (!position.provincia.empty()) out += " (" + position.provincia + ")";
  return out;
}

std::string state(const domain::Posizione& position) {
  switch (position.stato) {
    case domain::StatoPosizione::sospesa:
      return t("posizione.stato.sospesa");
    case domain::StatoPosizione::cessata:
      return t("posizione.stato.cessata");
    case domain::StatoPosizione::attiva:
      break;
  }
  return t("posizione.stato.attiva");
}

std::string sector(const rules::routing::Esito& routing) {
  switch (rules::routing::settore(routing)) {
    case rules::routing::Settore::industria:
      return t("settore.industria");
    case rules::routing::Settore::edilizia:
      return t("settore.edilizia");
    case rules::routing::Settore::lapidei:
      return t("settore.lapidei");
    case rules::routing::Settore::altro:
      break;
  }
  return t("settore.altro");
}

// In what capacity the person acts.
std::string capacity(const domain::Titolo& title) {
  if (title.ruolo != domain::RuoloTitolo::intermediario) return t("posizione.titolo.datore");
  if (!title.attivo) return t("posizione.titolo.delega_scaduta");
  return title.delega_al ? t("posizione.titolo.delega_al", {{"data", title.delega_al->italiano()}})
                         : t("posizione.titolo.delega");
}

Node label_card(const rules::routing::Esito& routing) {
  Node card = view::keyed(Kind::card, "azienda.etichetta", {}, {view::heading(2, t("posizione.prestazione"))});
  card.children.push_back(routing.cigo_suggerita ? view::badge(t("azienda.suggerita"), view::Tone::success)
                                                 : view::badge(t("azienda.non_compatibile"), view::Tone::warning));
  card.children.push_back(view::text(routing.cigo_suggerita ? routing.testo : routing.testo_cigo));
  if (!routing.cigo_suggerita && !routing.nome_primaria.empty()) {
    card.children.push_back(
        view::node(Kind::definition_list, {view::definition(t("azienda.prestazione"), routing.nome_primaria, routing.testo)}));
  }
  if (!routing.citazione.empty()) {
    card.children.push_back(
        view::text(t(routing.lettura ? "avviso.fonte_da_confermare" : "avviso.fonte", {{"fonte", routing.citazione}})));
  }
  return card;
}

Node known_card(const Desk& desk) {
  const domain::Registry& registry = *desk.work.registro;
  const domain::Posizione& position = registry.posizione;
  const std::string& ateco = position.ateco2025.empty() ? position.ateco2007 : position.ateco2025;
  Node facts = view::node(Kind::definition_list);
  for (const auto& [term, value] :
       {std::pair(t("posizione.csc"), position.csc), std::pair(t("posizione.ca"), codes(position, desk.model.oggi)),
        std::pair(t("posizione.ateco"), ateco), std::pair(t("posizione.settore"), sector(desk.work.esame.instradamento)),
        std::pair(t("azienda.sede"), position.sede), std::pair(t("posizione.indirizzo"), address(position)),
        std::pair(t("colonna.stato"), state(position)),
        std::pair(t("posizione.uniemens"), registry.ultimo_uniemens ? registry.ultimo_uniemens->italiano() : t("no")),
        std::pair(t("posizione.titolo"), capacity(registry.titolo))}) {
    if (!value.empty()) facts.children.push_back(view::definition(term, value));
  }
  const std::string source = t("posizione.fonte", {{"data", registry.aggiornato_al.italiano()}});
  return view::keyed(Kind::card, "azienda.posizione", {}, {view::heading(2, t("posizione.dati")), view::text(source), facts});
}

}  // namespace

void add_company(const Desk& desk, const forms::Section& section, Nodes& out) {
  add_fields(desk, section, out);
  if (!desk.work.registro) return;
  out.push_back(label_card(desk.work.esame.instradamento));
  out.push_back(known_card(desk));
}

}  // namespace omnia::screens
