// Why an alert: the text of the catalogue, the field it is about, the values it was raised on, and the result behind it.
#include <algorithm>
#include <array>

#include "shared/forms/fields.hpp"
#include "shared/rules/alerts/sections.hpp"
#include "shared/rules/explanation/facts.hpp"
#include "shared/rules/explanation/topics.hpp"

namespace omnia::rules::explanation {
namespace {

using alerts::Collector;

// The topic whose result raises the alert; the longest prefix wins.
struct Origine {
  std::string_view prefisso;
  std::string_view argomento;
};
constexpr std::array<Origine, 20> kOrigini = {
    {{"A-AZI-04", "instradamento"}, {"A-AZI-05", "instradamento"}, {"A-TER-03", "scadenza"},    {"A-TER-04", "scadenza"},
     {"A-TER-05", "scadenza"},      {"A-TER-06", "scadenza"},      {"A-TER-07", "scadenza"},    {"A-TER-08", "scadenza"},
     {"A-TER-11", "scadenza"},      {"A-TER-13", "scadenza"},      {"A-TER-14", "fis"},         {"A-TER-15", "fis"},
     {"A-PER-03", "richiesta"},     {"A-PER-06", "biennio"},       {"A-PER-07", "consecutive"}, {"A-PER-08", "quinquennio"},
     {"A-PER-11", "terzo"},         {"A-LIQ-04", "liquidita"},     {"A-LIQ-05", "liquidita"},   {"A-LIQ-06", "liquidita"}}};

std::string_view origin(std::string_view codice) {
  const auto found = std::find_if(kOrigini.begin(), kOrigini.end(), [&](const Origine& o) { return o.prefisso == codice; });
  return found == kOrigini.end() ? std::string_view() : found->argomento;
}

const char* gravity_word(norms::Gravita gravita) {
  if (gravita == norms::Gravita::errore) return "errore: la domanda non si può inviare";
  return gravita == norms::Gravita::avviso ? "avviso: la domanda si può inviare" : "informazione";
}

// The label of the field in the form; rows of a list have none of their own.
std::string label_of(const std::string& campo) {
  for (const auto& section : forms::cigo()) {
    for (const auto& field : section.campi) {
      if (field.path == campo) return field.etichetta;
    }
  }
  return "campo";
}

Spiegazione raised(const Context& c, const Alert& alert, const alerts::Values& values) {
  auto s = step(alert.testo, {}, alert.citazione, alert.lettura);
  s.codice = alert.codice;
  const auto text = forms::get(c.draft, alert.campo);
  if (forms::exists(c.draft, alert.campo)) {
    s.fatti.push_back(typed(label_of(alert.campo), text.empty() ? "vuoto" : text, alert.campo));
  }
  for (const auto& [nome, valore] : values) {
    if (!valore.empty() && valore != text && valore != alert.rimedio)
      s.fatti.push_back(worked_out(nome, valore, "controllo " + alert.codice));
  }
  const std::string catalogue = "catalogo degli avvisi, " + alert.codice;
  s.fatti.push_back({"gravità", gravity_word(alert.gravita), catalogue});
  s.fatti.push_back({"rimedio", alert.rimedio, catalogue});
  return s;
}

}  // namespace

std::vector<std::string> alert_codes(const Context& c) {
  Collector found(c.norms);
  alerts::all(c, found);
  std::vector<std::string> codes;
  for (const std::size_t at : found.order()) {
    const auto& codice = found.alert(at).codice;
    if (std::find(codes.begin(), codes.end(), codice) == codes.end()) codes.push_back(codice);
  }
  return codes;
}

Esito avviso(const Context& c, std::string_view codice, bool with_origin) {
  Collector found(c.norms, true);
  alerts::all(c, found);
  std::vector<Spiegazione> all;
  for (const std::size_t at : found.order()) {
    if (found.alert(at).codice == codice) all.push_back(raised(c, found.alert(at), found.values(at)));
  }
  if (all.empty()) return missing("La bozza non ha l’avviso " + std::string(codice) + ".");
  Spiegazione root = all.front();
  if (all.size() > 1) {  // raised on several rows: one step each
    root.affermazione = "L’avviso riguarda " + std::to_string(all.size()) + " punti della domanda.";
    root.fatti.clear();
    root.passi = std::move(all);
  }
  if (const auto argomento = origin(codice); with_origin && !argomento.empty()) {
    if (auto why = topic(c, argomento)) root.passi.push_back(std::move(why.value()));
  }
  return root;
}

}  // namespace omnia::rules::explanation
