// Section "consultazione sindacale": which duty this request has, with its steps, then what was done.
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

Node duty_card(const rules::union_consultation::Esito& duty) {
  Node card = view::keyed(Kind::card, "consultazione.dovere", {},
                          {view::heading(2, t("consultazione.titolo")), view::status("consultazione.testo", duty.testo)});
  Node steps = view::node(Kind::list);
  for (const auto& step : duty.passi) {
    const std::string text =
        step.entro ? t("consultazione.entro", {{"passo", step.testo}, {"data", step.entro->italiano()}}) : step.testo;
    steps.children.push_back(view::node(Kind::list_item, {view::text(text)}));
  }
  if (!steps.children.empty()) card.children.push_back(std::move(steps));
  card.children.push_back(
      view::node(Kind::definition_list,
                 {view::definition(t("causale.fonte"), duty.citazione, duty.lettura ? t("avviso.lettura") : std::string())}));
  return card;
}

}  // namespace

void add_consultation(const Desk& desk, const forms::Section& section, Nodes& out) {
  const auto& duty = desk.work.esame.consultazione;
  if (!duty) {
    out.push_back(view::text(t("consultazione.prima_la_causale")));
    return;
  }
  out.push_back(duty_card(*duty));
  add_fields(desk, section, out);
}

}  // namespace omnia::screens
