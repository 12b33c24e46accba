// Section Azienda: who asks, with which position, and whether the classification gives CIGO (D.Lgs. 148/2015 art. 10).
#include <algorithm>

#include "shared/rules/alerts/sections.hpp"

namespace omnia::rules::alerts {
namespace {

using domain::Date;
using domain::StatoPosizione;
using domain::YearMonth;

void identity(const Context& c, Collector& out) {
  const auto& a = c.draft.azienda;
  if (a.codice_fiscale.invalid()) {
    out.add("A-AZI-01", "azienda.codice_fiscale", {}, {.rimedio = Collector::reason_of(a.codice_fiscale)});
  } else if (a.codice_fiscale.empty()) {
    out.add("A-FRM-02", "azienda.codice_fiscale", {{"cosa", "il codice fiscale dell’azienda"}});
  }
  if (a.matricola.invalid()) {
    out.add("A-AZI-02", "azienda.matricola", {}, {.rimedio = Collector::reason_of(a.matricola)});
  } else if (a.matricola.empty()) {
    out.add("A-FRM-02", "azienda.matricola", {{"cosa", "la matricola INPS"}});
  }
  if (blank(a.denominazione)) out.add("A-FRM-02", "azienda.denominazione", {{"cosa", "la denominazione dell’azienda"}});
  if (c.draft.prestazione != "CIGO") out.add("A-FRM-06", "prestazione", {{"prestazione", c.draft.prestazione}});
  const auto& p = c.registry.posizione;
  const bool other_position = a.matricola && a.matricola->str() != p.matricola;
  const bool other_company = a.codice_fiscale && a.codice_fiscale->str() != p.codice_fiscale;
  if (c.posizione_nota && a.matricola && a.codice_fiscale && (other_position || other_company)) {
    out.add("A-FRM-04", other_position ? "azienda.matricola" : "azienda.codice_fiscale",
            {{"matricola", a.matricola->str()}, {"codice_fiscale", a.codice_fiscale->str()}});
  }
}

void contacts(const Context& c, Collector& out) {
  const auto& a = c.draft.azienda;
  if (!a.pec) out.add("A-AZI-06", "azienda.pec", {}, {.rimedio = Collector::reason_of(a.pec)});
  const auto& r = a.legale_rappresentante;
  const std::string prefix = "azienda.legale_rappresentante.";
  // One alert, at the first datum that is missing.
  if (blank(r.cognome)) {
    out.add("A-AZI-07", prefix + "cognome");
  } else if (blank(r.nome)) {
    out.add("A-AZI-07", prefix + "nome");
  } else if (r.codice_fiscale.empty()) {
    out.add("A-AZI-07", prefix + "codice_fiscale");
  }
  out.formal(r.codice_fiscale, prefix + "codice_fiscale", "un codice fiscale valido");
}

void size_and_age(const Context& c, Collector& out) {
  const auto& a = c.draft.azienda;
  if (a.dipendenti_medi.empty()) out.add("A-AZI-10", "azienda.dipendenti_medi");
  out.formal(a.dipendenti_medi, "azienda.dipendenti_medi", "un numero medio di dipendenti");
  out.formal(a.data_inizio_attivita, "azienda.data_inizio_attivita", "una data valida");
  if (a.data_inizio_attivita && *a.data_inizio_attivita > std::min(c.giorno(), c.oggi)) {
    out.add("A-AZI-11", "azienda.data_inizio_attivita", {{"data", a.data_inizio_attivita->italiano()}});
  }
}

void state_of_position(const Context& c, Collector& out) {
  const auto& p = c.registry.posizione;
  if (p.stato == StatoPosizione::attiva) return;
  const bool ceased = p.stato == StatoPosizione::cessata;
  // `al` is the last day of a ceased position, the first day of a suspension.
  if (p.al && (ceased ? c.giorno() <= *p.al : c.giorno() < *p.al)) return;
  std::string stato = ceased ? "cessata" : "sospesa";
  if (p.al) stato += (ceased ? " il " : " dal ") + p.al->italiano();
  out.add("A-AZI-03", "azienda.matricola", {{"stato", std::move(stato)}});
}

// Art. 10; OMNIA IS lets the person go on with a benefit that is "non compatibile" (msg. INPS 2372/2023).
void classification(const Context& c, Collector& out) {
  const auto& e = c.instradamento;
  if (e.cigo_suggerita) return;
  out.add("A-AZI-04", "forzata", {{"motivo", e.testo_cigo}}, {.lettura = e.lettura});
  if (e.primaria != "DA_VERIFICARE" && e.primaria != "NESSUNA") {
    out.add("A-AZI-05", "azienda.matricola", {{"prestazione", e.nome_primaria}}, {.lettura = e.lettura});
  }
  if (!c.draft.forzata) {
    out.add("A-FRM-05", "forzata");
  } else if (blank(c.draft.nota_forzatura)) {
    out.add("A-FRM-05", "nota_forzatura");
  }
}

// Months before the start whose term (end of the following month) has passed and that no flow covers.
void uniemens(const Context& c, Collector& out) {
  const auto& p = c.registry.posizione;
  const auto present = [&](YearMonth m) {
    return std::any_of(p.forza.begin(), p.forza.end(), [&](const auto& f) { return f.mese == m; });
  };
  const YearMonth start = YearMonth::of(c.giorno());
  std::vector<std::string> missing;
  for (int back = static_cast<int>(c.norma("uniemens.check_months")); back >= 1; --back) {
    const YearMonth month = start.add(-back);
    const bool due = month.add(1).ultimo() < c.oggi;
    const bool existed = !p.dal || *p.dal <= month.ultimo();
    if (due && existed && !present(month)) missing.push_back(month.italiano());
  }
  if (!missing.empty()) out.add("A-AZI-09", "azienda.matricola", {{"mesi", join(missing)}});
}

}  // namespace

void azienda(const Context& c, Collector& out) {
  identity(c, out);
  contacts(c, out);
  size_and_age(c, out);
  if (!c.posizione_nota) return;
  state_of_position(c, out);
  classification(c, out);
  uniemens(c, out);
  const auto& titolo = c.registry.titolo;
  if (titolo.ruolo == domain::RuoloTitolo::intermediario && !titolo.attivo) out.add("A-AZI-08", "azienda.matricola");
}

}  // namespace omnia::rules::alerts
