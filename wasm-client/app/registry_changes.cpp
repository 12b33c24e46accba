#include "wasm-client/app/registry_changes.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "shared/forms/fields.hpp"
#include "wasm-client/app/texts.hpp"

namespace omnia::app {
namespace {

using domain::Registry;

// The facts as a person reads them, each under its name. Two readings are compared name by name.
class Facts {
 public:
  void add(const std::string& voce, const std::string& testo) {
    if (!testo.empty()) all_.emplace_back(voce, testo);
  }
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const { return all_; }

 private:
  std::vector<std::pair<std::string, std::string>> all_;
};

std::string day(const std::optional<domain::Date>& date) { return date ? date->italiano() : std::string(); }

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::string codes(const std::vector<domain::CaValido>& list) {
  std::vector<std::string> out;
  out.reserve(list.size());
  for (const domain::CaValido& one : list) {
    out.push_back(one.codice + " " + t("cambio.dal", {{"data", one.dal.italiano()}}) +
                  (one.al ? " " + t("cambio.al", {{"data", one.al->italiano()}}) : std::string()));
  }
  return joined(out);
}

std::string headcount(const std::vector<domain::ForzaMese>& months) {
  if (months.empty()) return {};
  const domain::ForzaMese& last = months.back();
  return domain::format_hundredths(last.forza_centesimi) + " (" + last.mese.italiano() + ")";
}

void add_position(const domain::Posizione& p, Facts& out) {
  constexpr const char* kStates[] = {"attiva", "sospesa", "cessata"};
  out.add(t("cambio.denominazione"), p.denominazione);
  out.add(t("cambio.codice_fiscale"), p.codice_fiscale);
  out.add(t("cambio.csc"), p.csc);
  out.add(t("cambio.ca"), codes(p.ca));
  out.add(t("cambio.ateco"), p.ateco2025.empty() ? p.ateco2007 : p.ateco2025);
  out.add(t("cambio.stato"), t_of("cambio.stato.", kStates[static_cast<std::size_t>(p.stato)]));
  out.add(t("cambio.inizio"), day(p.dal));
  out.add(t("cambio.fine"), day(p.al));
  out.add(t("cambio.sede"), p.sede);
  out.add(t("cambio.pec"), p.pec);
  out.add(t("cambio.indirizzo"), joined({p.indirizzo, p.comune}));
  out.add(t("cambio.qualita"), joined(p.qualita));
  out.add(t("cambio.forza"), headcount(p.forza));
}

void add_unit(const Registry& registry, std::int64_t progressivo, Facts& out) {
  for (const domain::UnitaProduttiva& unit : registry.unita_produttive) {
    if (unit.progressivo != progressivo) continue;
    const std::string name = t("unita.numero", {{"n", std::to_string(progressivo)}});
    out.add(name, unit.denominazione);
    out.add(t("cambio.unita.indirizzo", {{"unita", name}}), joined({unit.indirizzo, unit.comune}));
    out.add(t("cambio.unita.tipo", {{"unita", name}}), t_of("unita.tipo.", forms::unit_type_name(unit.tipo)));
    out.add(t("cambio.unita.date", {{"unita", name}}), day(unit.dal) + (unit.al ? " – " + day(unit.al) : std::string()));
    out.add(t("cambio.unita.giorni", {{"unita", name}}), std::to_string(unit.giorni_settimana));
  }
}

void add_workers(const Registry& registry, const domain::Draft& draft, Facts& out) {
  std::unordered_set<std::string> chosen;
  for (const auto& one : draft.lavoratori.beneficiari) {
    if (one.codice_fiscale) chosen.insert(one.codice_fiscale->str());
  }
  for (const domain::Lavoratore& one : registry.lavoratori) {
    if (chosen.count(one.codice_fiscale) == 0) continue;
    const std::string unit = t("unita.numero", {{"n", std::to_string(one.unita_produttiva)}});
    std::string text = t_of("qualifica.", one.qualifica) + ", " +
                       t("cambio.ore_settimana", {{"ore", domain::format_hundredths(one.ore_settimanali_centesimi)}});
    if (one.assunzione) text += ", " + t("cambio.assunto", {{"data", one.assunzione->italiano()}});
    if (one.cessazione) text += ", " + t("cambio.cessato", {{"data", one.cessazione->italiano()}});
    out.add(t("cambio.lavoratore", {{"nome", one.cognome + " " + one.nome}, {"codice", one.codice_fiscale}, {"unita", unit}}),
            text);
  }
}

std::string period(const domain::Period& one) {
  return t("cambio.dal", {{"data", one.dal.italiano()}}) + " " + t("cambio.al", {{"data", one.al.italiano()}});
}

void add_history(const Registry& registry, Facts& out) {
  constexpr const char* kStates[] = {"autorizzata", "in_istruttoria", "respinta", "annullata"};
  for (const domain::Autorizzazione& one : registry.autorizzazioni) {
    const std::string unit = t("unita.numero", {{"n", std::to_string(one.unita_produttiva)}});
    const std::string text = t_of("cambio.autorizzazione.", kStates[static_cast<std::size_t>(one.stato)]) + ", " +
                             period(one.periodo) + ", " +
                             t("cambio.ore", {{"ore", domain::format_hundredths(one.ore_centesimi)}}) + ", " +
                             plural("cambio.giorni", static_cast<std::int64_t>(one.giorni_fruiti.size()));
    out.add(t("cambio.autorizzazione", {{"numero", one.numero}, {"prestazione", one.prestazione}, {"unita", unit}}), text);
  }
  for (const domain::DomandaPresentata& one : registry.domande) {
    const std::string unit = t("unita.numero", {{"n", std::to_string(one.unita_produttiva)}});
    out.add(t("cambio.domanda", {{"protocollo", one.protocollo}}), unit + ", " + period(one.periodo));
  }
}

Facts facts(const Registry& registry, const domain::Draft& draft) {
  Facts out;
  add_position(registry.posizione, out);
  if (draft.unita_produttiva.progressivo) add_unit(registry, draft.unita_produttiva.progressivo->n, out);
  add_workers(registry, draft, out);
  add_history(registry, out);
  out.add(t("cambio.uniemens"), registry.ultimo_uniemens ? registry.ultimo_uniemens->italiano() : std::string());
  out.add(t("cambio.delega"), registry.titolo.attivo ? day(registry.titolo.delega_al) : t("cambio.delega.cessata"));
  return out;
}

}  // namespace

std::vector<Cambiamento> registry_changes(const Registry& before, const Registry& after, const domain::Draft& draft) {
  const Facts old_facts = facts(before, draft);
  const Facts new_facts = facts(after, draft);
  std::map<std::string, std::string> was(old_facts.all().begin(), old_facts.all().end());
  std::vector<Cambiamento> out;
  for (const auto& [voce, testo] : new_facts.all()) {
    const auto old = was.find(voce);
    const std::string prima = old == was.end() ? std::string() : old->second;
    if (old != was.end()) was.erase(old);
    if (prima != testo) out.push_back({voce, prima, testo});
  }
  for (const auto& [voce, testo] : old_facts.all()) {
    if (was.count(voce) > 0) out.push_back({voce, testo, {}});
  }
  return out;
}

}  // namespace omnia::app
