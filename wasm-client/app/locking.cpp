#include "wasm-client/app/locking.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "wasm-client/app/session.hpp"
#include "wasm-client/app/subject.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app {
namespace {

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void wipe(std::string& text) {
  std::fill(text.begin(), text.end(), '\0');
  text.clear();
}

void forget_typed(VistaSerratura& view) {
  wipe(view.frase);
  wipe(view.ripetuta);
}

Effects open_settings(Model& model, const std::string&) {
  model.serratura.impostazioni = true;
  model.serratura.errore.clear();
  return {FocusNode{"serratura.frase"}};
}

Effects close_settings(Model& model, const std::string&) {
  forget_typed(model.serratura);
  model.serratura.impostazioni = false;
  model.serratura.errore.clear();
  return {FocusNode{"serratura.imposta"}};
}

Effects refuse(Model& model, const std::string& why) {
  model.serratura.errore = why;
  return {FocusNode{"serratura.frase"}};
}

Effects protect(Model& model, const std::string&) {
  VistaSerratura& view = model.serratura;
  if (view.in_corso) return {};
  if (characters(view.frase) < kShortestPassphrase) {
    return refuse(model, t("serratura.corta", {{"n", std::to_string(kShortestPassphrase)}}));
  }
  if (view.frase != view.ripetuta) return refuse(model, t("serratura.diverse"));
  view.in_corso = true;
  view.errore.clear();
  Effects effects = {Lock{"proteggi", view.frase, std::strtoll(view.minuti.c_str(), nullptr, 10)}};
  forget_typed(view);
  return effects;
}

Effects unlock(Model& model, const std::string&) {
  VistaSerratura& view = model.serratura;
  if (view.in_corso || view.frase.empty()) return {FocusNode{"serratura.frase"}};
  view.in_corso = true;
  view.errore.clear();
  Effects effects = {Lock{"apri", view.frase}};
  forget_typed(view);
  return effects;
}

Effects close_now(Model&, const std::string&) { return {Lock{"chiudi"}}; }

Effects take_off(Model& model, const std::string&) {
  model.serratura.in_corso = true;
  return {Lock{"togli"}};
}

Effects say_forgotten(Model& model, const std::string&) {
  model.serratura.dimenticata = !model.serratura.dimenticata;
  return {};
}

Effects throw_away(Model& model, const std::string&) {
  if (!model.serratura.dimenticata) return {};
  model.serratura.in_corso = true;
  return {Lock{"dimentica"}};
}

Effects type_phrase(Model& model, const std::string&, const std::string& text, bool) {
  model.serratura.frase = text;
  return {};
}
Effects type_again(Model& model, const std::string&, const std::string& text, bool) {
  model.serratura.ripetuta = text;
  return {};
}
Effects choose_minutes(Model& model, const std::string&, const std::string& text, bool) {
  model.serratura.minuti = text;
  return {};
}

// Before who works here is known: what this browser keeps of others is not shown.
Effects share(Model& model, const std::string&, const std::string& text, bool) {
  model.condiviso = !text.empty();
  model.bozze.clear();
  model.registri.clear();
  model.eliminata.reset();
  return {Share{model.condiviso}, LoadDrafts{}};
}

}  // namespace

Effects lock_state(Model& model, const LockState& event) {
  VistaSerratura& view = model.serratura;
  const bool asked = std::exchange(view.in_corso, false);
  if (event.stato == "errata" || event.stato == "guasta") {
    view.errore = t(event.stato == "errata" ? "serratura.errata" : "serratura.guasta");
    return {FocusNode{"serratura.frase"}};
  }
  view.stato = event.stato == "chiusa" ? Serratura::chiusa : event.stato == "aperta" ? Serratura::aperta : Serratura::assente;
  if (!asked) return {};
  view.impostazioni = false;
  view.dimenticata = false;
  Effects effects = {LoadDrafts{}};
  effects.push_back(FocusNode{"titolo"});
  return effects;
}

bool closed(const Model& model) {
  if (model.serratura.stato != Serratura::chiusa) return false;
  if (model.schermata == Screen::avvio) return !model.online && !model.identita;
  return can_file(model) && (model.schermata == Screen::home || model.schermata == Screen::azienda);
}

Subject locking_subject() {
  return {{{"serratura.imposta", open_settings},
           {"serratura.rinuncia", close_settings},
           {"serratura.proteggi", protect},
           {"serratura.apri", unlock},
           {"serratura.chiudi", close_now},
           {"serratura.togli", take_off},
           {"serratura.dimenticata", say_forgotten},
           {"serratura.elimina", throw_away}},
          {{"serratura.frase", type_phrase},
           {"serratura.ripetuta", type_again},
           {"serratura.minuti", choose_minutes},
           {"condiviso", share}},
          {}};
}

}  // namespace omnia::app
