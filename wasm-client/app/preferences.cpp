#include "wasm-client/app/preferences.hpp"

#include "wasm-client/app/subject.hpp"

namespace omnia::app {
namespace {

bool is_theme(const std::string& name) { return name == "chiaro" || name == "scuro" || name == "contrasto"; }

Effects open(Model& model, const std::string&) {
  model.preferenze.aperte = true;
  return {};
}

Effects close(Model& model, const std::string&) {
  model.preferenze.aperte = false;
  return {};
}

Effects theme(Model& model, const std::string& name, const std::string&, bool) {
  model.preferenze.tema = is_theme(name) ? name : std::string();
  return {SetPreference{"tema", model.preferenze.tema}};
}

Effects keys(Model& model, const std::string&, const std::string& on, bool) {
  model.preferenze.tasti = !on.empty();
  return {SetPreference{"tasti", model.preferenze.tasti ? "si" : "no"}};
}

}  // namespace

Preferenze preferences_of(const std::map<std::string, std::string>& kept) {
  Preferenze out;
  if (const auto found = kept.find("tema"); found != kept.end() && is_theme(found->second)) out.tema = found->second;
  if (const auto found = kept.find("tasti"); found != kept.end()) out.tasti = found->second != "no";
  return out;
}

Subject preferences_subject() { return {{{"aspetto", open}, {"aspetto.chiudi", close}}, {{"tema", theme}, {"tasti", keys}}, {}}; }

}  // namespace omnia::app
