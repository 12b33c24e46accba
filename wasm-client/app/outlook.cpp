#include "wasm-client/app/outlook.hpp"

#include "wasm-client/app/desk.hpp"
#include "wasm-client/app/editing.hpp"
#include "wasm-client/app/subject.hpp"

namespace omnia::app {
namespace {

rules::outlook::Domanda question(const Scrivania& desk, domain::Date oggi) {
  return {desk.bozza.draft, *desk.registro, norms::Norms::builtin(), rules::routing::settore(desk.esame.instradamento), oggi};
}

// The last week asked becomes the last one that fits.
Effects cut(Model& model, const std::string&) {
  if (!model.scrivania) return {};
  Scrivania& desk = *model.scrivania;
  if (desk.capienza.posto != rules::outlook::Posto::in_parte || !desk.capienza.entra) return {};
  return edit_field(model, "periodo.al", desk.capienza.entra->al.italiano(), true);
}

Effects type_pay(Model& model, const std::string&, const std::string& text, bool left) {
  if (!model.scrivania) return {};
  model.scrivania->bozza.retribuzione_oraria = text;
  return left ? store_desk(model) : Effects();
}

Effects go_to_pay(Model& model, const std::string&) { return jump(model, "pagamento", "stima.retribuzione"); }

}  // namespace

void refresh_capacity(Scrivania& desk, domain::Date oggi) {
  if (!desk.registro) return;
  const auto asked = question(desk, oggi);
  std::string key = rules::outlook::capacity_key(asked);
  if (key == desk.capienza_di && desk.capienza_registro == desk.registro.get()) return;
  desk.capienza_di = std::move(key);
  desk.capienza_registro = desk.registro.get();
  desk.capienza = rules::outlook::capacity(asked);
}

std::optional<rules::outlook::Preventivo> estimate_of(const Scrivania& desk, domain::Date oggi) {
  if (!desk.registro) return std::nullopt;
  const auto pay = domain::Money::parse(desk.bozza.retribuzione_oraria);
  return rules::outlook::estimate(question(desk, oggi), pay.ok() && pay.value().cent > 0 ? pay.value().cent : 0);
}

Subject outlook_subject() { return {{{"taglia", cut}, {"stima.vai", go_to_pay}}, {{"stima.retribuzione", type_pay}}, {}}; }

}  // namespace omnia::app
