#include "wasm-client/screens/parts.hpp"

#include "wasm-client/app/texts.hpp"
#include "wasm-client/view/build.hpp"

namespace omnia::screens {

using app::t;

view::Node title(const std::string& text) { return view::heading(1, text, "titolo"); }

std::vector<view::Node> loading(const app::Loading& state, const std::string& key, const std::string& text,
                                const std::string& retry_key) {
  if (state.in_corso) return {view::status(key + ".stato", text)};
  if (state.errore.empty()) return {};
  view::Node alert = view::keyed(view::Kind::alert, key + ".errore", state.errore);
  alert.value = t("gravita.errore");
  alert.tone = view::Tone::error;
  if (retry_key.empty()) return {alert};
  return {alert, view::button(retry_key, t("azione.riprova"))};
}

view::Tone tone(norms::Gravita gravita) {
  switch (gravita) {
    case norms::Gravita::errore:
      return view::Tone::error;
    case norms::Gravita::avviso:
      return view::Tone::warning;
    case norms::Gravita::informazione:
      break;
  }
  return view::Tone::info;
}

view::Tone tone_of_word(const std::string& gravita) {
  if (gravita == "errore") return view::Tone::error;
  return gravita == "avviso" ? view::Tone::warning : view::Tone::info;
}

std::string gravity_word(norms::Gravita gravita) {
  switch (gravita) {
    case norms::Gravita::errore:
      return t("gravita.errore");
    case norms::Gravita::avviso:
      return t("gravita.avviso");
    case norms::Gravita::informazione:
      break;
  }
  return t("gravita.informazione");
}

std::string full_name(const app::Identita& identita) { return identita.nome + " " + identita.cognome; }

std::string day(domain::Date date) { return date == domain::Date() ? std::string() : date.italiano(); }

std::string instant(const std::string& iso) {
  const auto date = domain::Date::parse(iso.substr(0, 10));
  return date.ok() ? date.value().italiano() + iso.substr(10) : iso;
}

std::string days_left(int giorni) {
  if (giorni == 0) return t("giorni.oggi");
  if (giorni == 1) return t("giorni.domani");
  if (giorni > 1) return t("giorni.tra", {{"n", std::to_string(giorni)}});
  return giorni == -1 ? t("giorni.ieri") : t("giorni.passati", {{"n", std::to_string(-giorni)}});
}

view::Tone deadline_tone(int giorni) {
  if (giorni < 0) return view::Tone::error;
  return giorni <= 5 ? view::Tone::warning : view::Tone::info;
}

std::string unit_name(const domain::Registry* registry, std::int64_t progressivo) {
  std::string number = t("unita.numero", {{"n", std::to_string(progressivo)}});
  if (registry == nullptr) return number;
  for (const domain::UnitaProduttiva& unit : registry->unita_produttive) {
    if (unit.progressivo == progressivo) return number + " · " + unit.denominazione;
  }
  return number;
}

std::string with_unit(const rules::indicators::Voce& voce, const std::string& typed) {
  if (voce.importo != nullptr) return typed + " €";
  return voce.ore != nullptr ? typed + " " + t("riepilogo.unita_ore") : typed;
}

std::string causale_name(const std::string& id) {
  const norms::Causale* causale = norms::Norms::builtin().causale(id);
  return causale == nullptr ? id : causale->nome;
}

view::Node downloads(const std::string& domanda, bool segnatura) {
  view::Node row = view::node(view::Kind::row, {view::button("ricevuta.pdf:" + domanda, app::t("ricevuta.scarica"))});
  if (segnatura) row.children.push_back(view::button("segnatura.xml:" + domanda, app::t("ricevuta.segnatura")));
  return row;
}

void add_changed(bool changed, std::string_view key, const std::string& text, const view::Node& button, view::Node& into) {
  if (changed) into.children.push_back(view::node(view::Kind::row, {view::status(key, text), button}));
}

}  // namespace omnia::screens
