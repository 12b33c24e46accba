// The receipt: the protocol number first, then what happens next.
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/screens/screens.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using view::Kind;
using view::Node;

Parts ricevuta(const app::Model& model) {
  const app::Ricevuta& receipt = *model.ricevuta;
  const app::DomandaRow& row = receipt.riga;
  Node protocol = view::definition(t("colonna.protocollo"), row.protocollo);
  protocol.key = "ricevuta.protocollo";
  Node facts = view::node(Kind::definition_list, {protocol});
  const std::string when = row.ora_invio.empty() ? day(row.data_invio)
                                                 : t("ricevuta.istante", {{"data", day(row.data_invio)}, {"ora", row.ora_invio}});
  for (const auto& [term, value] :
       {std::pair(t("ricevuta.inviata_il"), when), std::pair(t("colonna.azienda"), row.denominazione),
        std::pair(t("azienda.matricola"), row.matricola), std::pair(t("colonna.unita"), unit_name(nullptr, row.unita_produttiva)),
        std::pair(t("colonna.causale"), row.nome_causale), std::pair(t("colonna.periodo"), day(row.dal) + " – " + day(row.al)),
        std::pair(t("colonna.settimane"), domain::format_integer(row.settimane)),
        std::pair(t("colonna.lavoratori"), domain::format_integer(row.lavoratori)),
        std::pair(t("ricevuta.decisione"), row.ultimo_giorno_decisione.per_esteso()),
        std::pair(t("ricevuta.impronta"), receipt.impronta)}) {
    if (!value.empty()) facts.children.push_back(view::definition(term, value));
  }
  Node main =
      view::node(Kind::main, {title(t("ricevuta.titolo")),
                              view::status("ricevuta.stato", t("ricevuta.stato", {{"protocollo", row.protocollo}})), facts});
  if (!receipt.prossimi_passi.empty()) {
    main.children.push_back(view::heading(2, t("ricevuta.passi")));
    Node list = view::node(Kind::list);
    for (const std::string& step : receipt.prossimi_passi)
      list.children.push_back(view::node(Kind::list_item, {view::text(step)}));
    main.children.push_back(std::move(list));
  }
  main.children.push_back(downloads(row.id, receipt.segnatura));
  main.children.back().children.push_back(view::button("ricevuta.calendario", t("ricevuta.calendario")));
  main.children.push_back(
      view::node(Kind::row, {view::button("nuova", t("home.nuova")), view::primary("torna_home", t("ricevuta.torna_home"))}));
  return {main};
}

}  // namespace omnia::screens
