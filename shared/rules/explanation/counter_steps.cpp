#include "shared/rules/explanation/counter_steps.hpp"

#include "shared/rules/counters/checks.hpp"
#include "shared/rules/explanation/facts.hpp"

namespace omnia::rules::explanation {
namespace {

using alerts::Context;
using counters::Contatore;
using counters::RigaContatore;
using domain::Autorizzazione;

bool by_months(const Autorizzazione* a) { return a != nullptr && a->prestazione.compare(0, 4, "CIGS") == 0; }

Spiegazione row_step(const Context& c, const RigaContatore& riga) {
  const auto* a = authorisation(c, riga);
  auto s = step_of(units(riga.unita), row_words(riga, by_months(a)), riga.motivo.str());
  if (a == nullptr) {  // a domanda of this office, still waiting
    s.fatti.push_back(registered("periodo", span(riga.periodo), "domanda " + riga.numero));
    return s;
  }
  const std::string where = "autorizzazione " + riga.numero;
  s.fatti.push_back(registered("prestazione", a->prestazione, where));
  s.fatti.push_back(registered("periodo autorizzato", span(a->periodo), where));
  if (a->fruito_dichiarato) {
    s.fatti.push_back(registered("giorni fruiti", std::to_string(a->giorni_fruiti.size()), where + ", dichiarazione del fruito"));
  }
  return s;
}

Spiegazione window_step(const Context& c, const Contatore& t, const Limite& limite) {
  auto s = step("Il " + limite.nome_finestra + " va " + span(t.finestra) + ".",
                "La finestra finisce con l’ultima settimana richiesta e scorre con la richiesta.");
  add_norm(s, c.norms, c.periodo->dal, "durata della finestra", limite.chiave_finestra);
  return s;
}

}  // namespace

const Autorizzazione* authorisation(const Context& c, const RigaContatore& riga) {
  for (const auto& a : c.registry.autorizzazioni) {
    const bool same = a.numero == riga.numero && a.unita_produttiva == c.up->progressivo;
    if (same && a.periodo.contains(riga.periodo.dal) && a.periodo.contains(riga.periodo.al)) return &a;
  }
  return nullptr;
}

counters::Richiesta question(const Context& c) {
  return {c.up->progressivo, c.periodo->dal, static_cast<int>(c.settimane), c.eone, c.ore_centesimi, c.oggi};
}

Spiegazione root_of(const Context& c, const Contatore& t, const Limite& limite) {
  auto root = step(t.testo, limite.regola, t.citazione, t.lettura);
  root.codice = t.codice;
  add_request(root, c);
  return root;
}

void add_rows(Spiegazione& used, const Context& c, const std::vector<RigaContatore>& righe, const domain::Period& giorni) {
  for (const auto& riga : righe) {
    if (riga.periodo.overlaps(giorni)) used.passi.push_back(row_step(c, riga));
  }
  if (used.passi.empty()) {
    used.fatti.push_back(
        registered("autorizzazioni " + span(giorni), "nessuna", "unità produttiva " + std::to_string(c.up->progressivo)));
  }
}

Spiegazione used_step(const Context& c, const Contatore& t) {
  auto s = step_of(units(t.usato),
                   t.usato == 0 ? "Nella finestra non risultano settimane già usate."
                                : "Nella finestra risultano già usate " + counters::weeks_phrase(t.usato) + ".",
                   "Si sommano le autorizzazioni dell’unità produttiva; una settimana o un giorno già contati non si ripetono.");
  s.somma = true;
  // A week is never divided: rows may begin before the window, on the Monday of its first week.
  add_rows(s, c, t.righe, {t.finestra.dal.lunedi(), t.finestra.al});
  return s;
}

Spiegazione residue_step(const Context& c, const Contatore& t, const Limite& limite) {
  auto s = step_of(units(t.residuo),
                   counters::left_phrase(t.residuo) + " prima della richiesta: " + counters::weeks_text(t.limite) + " meno " +
                       counters::weeks_text(t.usato) + ".",
                   "Il residuo è il limite meno le settimane usate, mai sotto zero.");
  add_norm(s, c.norms, c.periodo->dal, "limite", limite.chiave);
  s.fatti.push_back(worked_out("settimane usate", counters::weeks_text(t.usato), t.codice));
  return s;
}

Spiegazione request_step(const Contatore& t) {
  auto s = step_of(units(t.richiesto),
                   t.richiesto == 0 ? "La richiesta non usa altre settimane."
                                    : "La richiesta ne usa " + counters::weeks_text(t.richiesto) + ".",
                   "Le settimane richieste valgono intere, salvo la parte già autorizzata e quelle escluse dal limite.");
  s.fatti.push_back(typed("settimane richieste", std::to_string(t.settimane_richieste), "periodo.dal e periodo.al"));
  return s;
}

Spiegazione verdict_step(const Contatore& t, std::string regola) {
  auto s = step_of({t.settimane_ammesse, "settimane"},
                   "Entrano " + std::to_string(t.settimane_ammesse) + " di " + weeks_words(t.settimane_richieste) + ".",
                   std::move(regola));
  s.fatti.push_back(worked_out("esito",
                               t.esente     ? "limite non applicabile"
                               : t.superato ? "limite superato"
                                            : "limite rispettato",
                               t.codice));
  return s;
}

void add_prudent(Spiegazione& root, const Contatore& t) {
  if (t.usato_prudente == t.usato) return;
  auto s = step_of(units(t.usato_prudente),
                   "Stima prudente: con le domande ancora in istruttoria risulterebbero usate " +
                       counters::weeks_phrase(t.usato_prudente) + ".",
                   "La stima prudente aggiunge ciò che è stato chiesto e non ancora deciso.");
  s.fatti.push_back(worked_out("settimane usate, stima prudente", counters::weeks_text(t.usato_prudente), t.codice));
  root.passi.push_back(std::move(s));
}

void add_sliding_steps(Spiegazione& root, const Context& c, const Contatore& t, const Limite& limite, Spiegazione verdict) {
  root.passi.push_back(window_step(c, t, limite));
  root.passi.push_back(used_step(c, t));
  root.passi.push_back(residue_step(c, t, limite));
  root.passi.push_back(request_step(t));
  root.passi.push_back(std::move(verdict));
  add_prudent(root, t);
}

}  // namespace omnia::rules::explanation
