// «Le tue sessioni»: what the person may act as, and where else that person is logged in.
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/screens/screens.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

namespace {

Node power_item(const app::Model& model, const app::Potere& power) {
  Node item = view::node(Kind::list_item);
  Node card = view::keyed(Kind::card, "potere:" + power.id, app::t_of("ruolo.", power.ruolo), {view::text(power.descrizione)});
  if (model.identita && model.identita->id == power.id) {
    card.children.push_back(view::badge(t("sessioni.in_uso"), view::Tone::success));
  } else {
    Node button = view::button("agisci:" + power.id, t("sessioni.agisci", {{"potere", power.descrizione}}));
    button.disabled = model.caricamento_sessioni.in_corso;
    card.children.push_back(std::move(button));
  }
  item.children.push_back(std::move(card));
  return item;
}

// "24/11/2026 09:41" of an instant with its offset.
std::string moment(const std::string& instant) {
  const auto date = domain::Date::parse(instant.substr(0, 10));
  return date.ok() && instant.size() >= 16 ? date.value().italiano() + " " + instant.substr(11, 5) : instant;
}

// What people call the program: the names that browsers give themselves are long and full of others' names.
std::string device(const std::string& agent) {
  for (const char* name : {"Edg", "OPR", "Firefox", "Chrome", "Safari"}) {
    if (agent.find(name) != std::string::npos) return app::t_of("sessioni.programma.", name);
  }
  return t("sessioni.programma");
}

Node session_row(const app::SessioneRow& row) {
  Node action = view::node(Kind::table_cell);
  if (row.attuale) {
    action.children.push_back(view::badge(t("sessioni.questa"), view::Tone::info));
  } else {
    action.children.push_back(
        view::button("chiudi_sessione:" + row.id,
                     t("sessioni.chiudi", {{"dispositivo", device(row.dispositivo)}, {"indirizzo", row.indirizzo}})));
  }
  return view::keyed(Kind::table_row, "sessione:" + row.id, {},
                     {view::cell(device(row.dispositivo)), view::cell(row.indirizzo), view::cell(app::t_of("ruolo.", row.ruolo)),
                      view::cell(moment(row.aperta_il)), view::cell(moment(row.ultimo_uso)), action});
}

Node powers_section(const app::Model& model) {
  Node section = view::keyed(Kind::section, "sessioni.poteri", t("sessioni.poteri"), {view::heading(2, t("sessioni.poteri"))});
  Node list = view::node(Kind::list);
  for (const app::Potere& power : model.poteri) list.children.push_back(power_item(model, power));
  section.children.push_back(view::text(t("sessioni.poteri.aiuto")));
  section.children.push_back(std::move(list));
  return section;
}

}  // namespace

Parts sessioni(const app::Model& model) {
  Node main = view::node(Kind::main, {title(t("sessioni.titolo")), view::text(t("sessioni.scopo"))});
  for (Node& n : loading(model.caricamento_sessioni, "sessioni", t("sessioni.carico"), "sessioni.ricarica"))
    main.children.push_back(std::move(n));
  if (model.poteri.size() > 1) main.children.push_back(powers_section(model));
  if (!model.sessioni.empty()) {
    Node table = view::keyed(Kind::table, "sessioni.tabella", t("sessioni.tabella"),
                             {view::header_row({t("sessioni.dispositivo"), t("sessioni.indirizzo"), t("sessioni.ruolo"),
                                                t("sessioni.aperta"), t("sessioni.ultimo_uso"), t("sessioni.azione")})});
    table.max = static_cast<decltype(table.max)>(model.sessioni.size());
    for (const app::SessioneRow& row : model.sessioni) table.children.push_back(session_row(row));
    main.children.push_back(std::move(table));
  }
  main.children.push_back(view::node(Kind::row, {view::button("torna_home", t("sessioni.torna")),
                                                 view::button("pagina:miei_accessi", t("pagina.miei_accessi"))}));
  return {main};
}

}  // namespace omnia::screens
