// Section Causale: the fattispecie of D.M. 95442/2016 and what each asks for; coexistence with CIGS and solidarity contracts.
#include <algorithm>

#include "shared/rules/alerts/sections.hpp"

namespace omnia::rules::alerts {
namespace {

using domain::Autorizzazione;
using domain::Date;
using domain::Period;
using domain::StatoAutorizzazione;
using routing::Settore;

void sector(const Context& c, Collector& out) {
  if (c.settore == Settore::altro) return;
  const auto& causale = *c.causale;
  const bool fits = c.edile() ? causale.edilizia : causale.industria;
  if (fits) return;
  if (causale.meteo) {
    const auto* expected = c.norms.causale(c.edile() ? "METEO_EDIL" : "METEO_IND");
    const std::string nome = expected == nullptr ? std::string() : expected->nome;
    return out.add("A-CAU-03", "causale.id", {{"attesa", nome}});
  }
  out.add("A-CAU-02", "causale.id",
          {{"causale", causale.nome}, {"settore", c.edile() ? "l’industria" : "edilizia, lapidei e impiantistica"}});
}

void validity(const Context& c, Collector& out) {
  const auto& causale = *c.causale;
  const bool too_late = c.periodo && causale.valid_to && *causale.valid_to < c.periodo->dal;
  const bool too_early = c.periodo && causale.valid_from && c.periodo->al < *causale.valid_from;
  if (!causale.selezionabile || too_late || too_early) out.add("A-CAU-04", "causale.id", {{"causale", causale.nome}});
}

// D.M. art. 3: a firm younger than a quarter has no trend of orders to show.
void young_firm(const Context& c, Collector& out) {
  const auto& typed = c.draft.azienda.data_inizio_attivita;
  const auto since = typed ? typed.value : c.registry.posizione.dal;
  if (!c.causale->indicatori || !since || !c.inizio || *since > *c.inizio) return;
  const auto months = static_cast<int>(c.norma("causale.new_firm_months"));
  if (*c.inizio < since->add_months(months)) out.add("A-CAU-05", "causale.id");
}

void order(const Context& c, Collector& out) {
  const auto& o = c.draft.causale.ordinanza;
  if (blank(o.ente)) {
    out.add("A-CAU-11", "causale.ordinanza.ente");
  } else if (blank(o.numero)) {
    out.add("A-CAU-11", "causale.ordinanza.numero");
  } else if (o.data.empty()) {
    out.add("A-CAU-11", "causale.ordinanza.data");
  }
  out.formal(o.data, "causale.ordinanza.data", "una data valida");
  out.formal(o.ore_vietate, "causale.ordinanza.ore_vietate", "un numero di ore");
}

void by_fattispecie(const Context& c, Collector& out) {
  const auto& d = c.draft.causale;
  const auto months = c.norma("causale.fine_cantiere_months");
  const bool site_end = d.id == "FINE_CANTIERE" || d.id == "FINE_FASE";
  if (site_end && c.periodo && longer_than_months(c.periodo->dal, c.periodo->al, months)) {
    out.add("A-CAU-06", "periodo.al", {{"mesi", std::to_string(months)}});
  }
  if (d.id == "MANC_ENERGIA" && d.interruzione_programmata) out.add("A-CAU-07", "causale.interruzione_programmata");
  if (d.id == "GUASTO_MACCHINARI") {
    if (!d.attestazione_ditta) out.add("A-CAU-08", "causale.attestazione_ditta");
    if (!d.manutenzione_documentata) out.add("A-CAU-09", "causale.manutenzione_documentata");
  }
  if (d.id == "PERIZIA_VARIANTE" && d.variante_del_committente) out.add("A-CAU-10", "causale.variante_del_committente");
  if (d.id == "SCIOPERO" && d.aderenti_allo_sciopero) out.add("A-CAU-16", "causale.aderenti_allo_sciopero");
  if (d.id == "ORDINE_AUTORITA") order(c, out);
}

// msg. INPS 2276/2017: a stop that comes back every year looks like seasonal work. Weather and the like are not a choice.
void recurrence(const Context& c, Collector& out) {
  if (c.eone || !c.periodo_ragionevole || c.up == nullptr) return;
  const int years_back = static_cast<int>(c.norms.integer("causale.recurrence_years", c.periodo->dal));
  std::vector<std::string> years;
  for (int back = years_back; back >= 1; --back) {
    const Period then{c.periodo->dal.add_months(-12 * back), c.periodo->al.add_months(-12 * back)};
    const bool stopped =
        std::any_of(c.registry.autorizzazioni.begin(), c.registry.autorizzazioni.end(), [&](const Autorizzazione& a) {
          return a.unita_produttiva == c.up->progressivo && a.prestazione == "CIGO" && !a.eone &&
                 a.stato == StatoAutorizzazione::autorizzata && a.periodo.overlaps(then);
        });
    if (stopped) years.push_back(std::to_string(then.dal.anno()));
  }
  if (years.size() >= 2) out.add("A-CAU-15", "causale.descrizione", {{"anni", join(years)}});
}

// D.M. 95442/2016 art. 10 (solidarity contract) and D.M. 94033/2016 (CIGS). The registry does not hold the workers of a
// CIGS, so the person confirms that the lists are distinct.
void coexistence(const Context& c, Collector& out) {
  if (!c.periodo || c.up == nullptr) return;
  const auto months = c.norma("causale.cds_max_months");
  for (const auto& a : c.registry.autorizzazioni) {
    const bool running = a.unita_produttiva == c.up->progressivo && a.stato == StatoAutorizzazione::autorizzata &&
                         a.prestazione.rfind("CIGS", 0) == 0 && a.periodo.overlaps(*c.periodo);
    if (!running) continue;
    const bool solidarity = a.prestazione == "CIGS_CDS";
    if (!c.draft.lavoratori.distinti_da_cigs) {
      out.add(solidarity ? "A-CAU-17" : "A-CAU-19", "lavoratori.distinti_da_cigs", {{"numero", a.numero}});
    }
    if (solidarity && !c.eone && longer_than_months(c.periodo->dal, c.periodo->al, months)) {
      out.add("A-CAU-18", "periodo.al", {{"numero", a.numero}, {"mesi", std::to_string(months)}});
    }
  }
}

// No two domande with different causali for the same workers and days (msg. INPS 2130/2025).
void other_causale(const Context& c, Collector& out) {
  if (!c.periodo) return;
  for (const auto& d : c.registry.domande) {
    if (d.id == c.draft.id || d.causale == c.causale->id || !d.periodo.overlaps(*c.periodo)) continue;
    PersonIndex theirs;
    for (std::size_t i = 0; i < d.lavoratori.size(); ++i) theirs.add(d.lavoratori[i], i);
    theirs.sort();
    const auto& ours = c.beneficiari.keys();
    const bool common = std::any_of(ours.begin(), ours.end(), [&](const PersonKey& k) { return theirs.find(k).has_value(); });
    if (common) out.add("A-CAU-13", "causale.id", {{"protocollo", d.protocollo}});
  }
}

}  // namespace

void causale(const Context& c, Collector& out) {
  coexistence(c, out);
  if (c.causale == nullptr) return out.add("A-CAU-01", "causale.id");
  sector(c, out);
  validity(c, out);
  young_firm(c, out);
  by_fattispecie(c, out);
  if (c.eone) out.add("A-CAU-14", "causale.id");
  recurrence(c, out);
  other_causale(c, out);
}

}  // namespace omnia::rules::alerts
