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

// One formula as on paper: each line an amount, the last one the index.
Node arithmetic(const rules::liquidity::Calcolo& formula) {
  const std::string caption = formula.in_vigore ? t("liquidita.formula_in_vigore", {{"nome", formula.nome}}) : formula.nome;
  Node table = view::keyed(Kind::table, "liquidita.calcolo:" + std::string(formula.in_vigore ? "1" : "2"), caption);
  table.max = static_cast<std::int64_t>(formula.righe.size());
  table.children.push_back(view::header_row({t("liquidita.riga"), t("liquidita.valore")}));
  for (const auto& [what, amount] : formula.righe) {
    table.children.push_back(view::node(Kind::table_row, {view::cell(what), view::numeric_cell(amount)}));
  }
  if (!formula.esito.empty()) {
    table.children.push_back(view::node(Kind::table_row, {view::cell(t("liquidita.esito")), view::numeric_cell(formula.esito)}));
    ++table.max;
  }
  return table;
}

Node index_card(const Desk& desk, const rules::liquidity::Esito& result) {
  Node card = view::keyed(Kind::card, "liquidita", {}, {view::heading(2, t("liquidita.titolo"))});
  card.children.push_back(view::badge(verdict_word(result.verdetto), verdict_tone(result.verdetto)));
  card.children.push_back(view::status("liquidita.testo", result.testo));
  if (!result.indice_altra.empty()) {
    card.children.push_back(view::text(result.discordanti ? t("liquidita.discordanti") : t("liquidita.concordi")));
  }
  for (const auto& formula : result.calcoli) card.children.push_back(arithmetic(formula));
  if (!result.citazione.empty()) {
    card.children.push_back(view::node(
        Kind::definition_list,
        {view::definition(t("causale.fonte"), result.citazione, result.lettura ? t("avviso.lettura") : std::string())}));
  }
  add_why(desk, "liquidita", t("liquidita.titolo"), result.testo, card.children);
  return card;
}

}  // namespace

void add_payment(const Desk& desk, const forms::Section& section, Nodes& out) {
  add_fields(desk, section, out);
  const bool direct = desk.draft().pagamento.modalita == domain::ModalitaPagamento::diretto;
  if (direct && desk.work.esame.liquidita) out.push_back(index_card(desk, *desk.work.esame.liquidita));
  add_estimate(desk, out);
}

}  // namespace omnia::screens
