// Section "pagamento": who pays, and for the direct payment the liquidity index as it is typed.
#include "wasm-client/app/texts.hpp"
#include "wasm-client/screens/fields.hpp"
#include "wasm-client/screens/parts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;
using rules::liquidity::Verdetto;
using view::Kind;
using view::Node;

namespace {

view::Tone verdict_tone(Verdetto verdict) {
  switch (verdict) {
    case Verdetto::difficolta:
      return view::Tone::success;
    case Verdetto::non_dimostrata:
    case Verdetto::non_calcolabile:
      return view::Tone::warning;
    case Verdetto::altri_motivi:
    case Verdetto::incompleta:
      break;
  }
  return view::Tone::info;
}

std::string verdict_word(Verdetto verdict) {
  switch (verdict) {
    case Verdetto::difficolta:
      return t("liquidita.difficolta");
    case Verdetto::non_dimostrata:
      return t("liquidita.non_dimostrata");
    case Verdetto::altri_motivi:
      return t("liquidita.altri_motivi");
    case Verdetto::non_calcolabile:
      return t("liquidita.non_calcolabile");
    case Verdetto::incompleta:
      break;
  }
  return t("liquidita.incompleta");
}

Node index_card(const Desk& desk, const rules::liquidity::Esito& result) {
  Node card = view::keyed(Kind::card, "liquidita", {}, {view::heading(2, t("liquidita.titolo"))});
  card.children.push_back(view::badge(verdict_word(result.verdetto), verdict_tone(result.verdetto)));
  card.children.push_back(view::status("liquidita.testo", result.testo));
  Node facts = view::node(Kind::definition_list);
  if (!result.indice.empty()) facts.children.push_back(view::definition(t("liquidita.indice"), result.indice));
  if (!result.calcolo.empty()) facts.children.push_back(view::definition(t("liquidita.calcolo"), result.calcolo));
  if (!result.indice_altra.empty()) {
    facts.children.push_back(view::definition(t("liquidita.altra"), result.indice_altra,
                                              result.discordanti ? t("liquidita.discordanti") : t("liquidita.concordi")));
  }
  if (!result.citazione.empty()) {
    facts.children.push_back(
        view::definition(t("causale.fonte"), result.citazione, result.lettura ? t("avviso.lettura") : std::string()));
  }
  if (!facts.children.empty()) card.children.push_back(std::move(facts));
  add_why(desk, "liquidita", t("liquidita.titolo"), result.testo, card.children);
  return card;
}

}  // namespace

void add_payment(const Desk& desk, const forms::Section& section, Nodes& out) {
  add_fields(desk, section, out);
  const bool direct = desk.draft().pagamento.modalita == domain::ModalitaPagamento::diretto;
  if (direct && desk.work.esame.liquidita) out.push_back(index_card(desk, *desk.work.esame.liquidita));
}

}  // namespace omnia::screens
