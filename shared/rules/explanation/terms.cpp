// The term of the domanda and the union consultation.
#include "shared/domain/quantity.hpp"
#include "shared/rules/explanation/facts.hpp"
#include "shared/rules/explanation/topics.hpp"
#include "shared/rules/union_consultation/union_consultation.hpp"

namespace omnia::rules::explanation {
namespace {

using deadlines::Scadenza;
using domain::Date;

Fatto start_fact(const Context& c) {
  const bool effective = c.draft.periodo.data_inizio_effettivo.value.has_value();
  return typed(effective ? "inizio effettivo" : "lunedì della prima settimana", c.inizio->italiano(),
               effective ? "periodo.data_inizio_effettivo" : "periodo.dal");
}

std::string event_days(const Context& c) {
  std::string text;
  for (const Date day : c.draft.periodo.giorni_evento) text += (text.empty() ? "" : ", ") + day.italiano();
  return text;
}

Spiegazione term_step(const Context& c, const Scadenza& s) {
  auto out = step("Il termine cade " + s.senza_proroga.per_esteso() + ".", sentence(s.regola));
  if (!s.eone) {
    out.fatti.push_back(start_fact(c));
    add_norm(out, c.norms, *c.inizio, "giorni dall’inizio", "deadlines.ordinary_days");
    return out;
  }
  const auto& days = c.draft.periodo.giorni_evento;
  if (days.empty()) {
    out.fatti.push_back(start_fact(c));
  } else {
    out.fatti.push_back(typed("giorni di evento", event_days(c), "periodo.giorni_evento"));
  }
  add_norm(out, c.norms, days.empty() ? *c.inizio : days.front(), "mesi dopo quello dell’evento", "deadlines.eone_months");
  return out;
}

Spiegazione holiday_step(const Context& c, const Scadenza& s) {
  if (s.eone) {
    auto out = step("Il " + s.senza_proroga.italiano() + " è festivo: per prudenza invia entro il " + s.prudenziale->italiano() +
                        "; con la proroga il termine sarebbe il " + s.con_proroga->italiano() + ".",
                    "Nessun atto dice se la fine del mese festiva si sposta: si mostrano le due date.");
    add_norm(out, c.norms, s.senza_proroga, "fine del mese festiva", "deadlines.eone.rolls");
    return out;
  }
  auto out = step("Il " + s.senza_proroga.italiano() + " è festivo: il termine passa a " + s.data.per_esteso() + ".",
                  "Un termine che cade in un giorno festivo passa al primo giorno non festivo.", s.citazione);
  out.fatti.push_back({"giorno festivo", s.senza_proroga.per_esteso(), "calendario, festività nazionali e domeniche"});
  return out;
}

Spiegazione today_step(const Context& c, const Scadenza& s) {
  auto out = step_of({s.giorni_rimasti, "giorni"},
                     s.tardiva ? "La domanda è tardiva di " + days_words(-s.giorni_rimasti) + "."
                               : (s.giorni_rimasti == 1 ? "Manca " : "Mancano ") + days_words(s.giorni_rimasti) + ".",
                     "L’ultimo giorno utile è compreso.");
  out.fatti.push_back(day_of_review(c.oggi));
  return out;
}

Spiegazione late_step(const Context& c, const Scadenza& s) {
  auto out = step("Le ore prima del " + s.primo_giorno_autorizzabile->italiano() + " non sono autorizzabili.",
                  "Una domanda tardiva copre solo gli ultimi giorni prima dell’invio, e mai prima dell’inizio.");
  add_norm(out, c.norms, c.oggi, "giorni coperti", "deadlines.late_days");
  add_norm(out, c.norms, c.oggi, "da quale giorno", "deadlines.late_policy");
  out.fatti.push_back(worked_out("con l’altra lettura",
                                 deadlines::first_payable_other(*c.inizio, c.oggi, s.data, c.norms).italiano(), "termine"));
  return out;
}

void add_consultation_facts(Spiegazione& root, const Context& c, const union_consultation::Caso& caso) {
  root.fatti.push_back(worked_out("settore", c.edile() ? "edilizia o lapidei" : "diverso dall’edilizia", "instradamento"));
  root.fatti.push_back(typed("causale", c.causale->nome, "causale.id"));
  root.fatti.push_back(typed("tipo di richiesta", caso.proroga ? "proroga" : "prima richiesta", "periodo.tipo"));
  if (c.edile()) {
    root.fatti.push_back(
        worked_out("settimane continuative", std::to_string(caso.settimane_continuative), "durata della richiesta"));
  } else if (caso.eone) {
    root.fatti.push_back(typed("ore alla settimana del lavoratore più sospeso",
                               domain::format_hundredths(caso.ore_massime_settimana_centesimi), "periodo.settimane"));
    root.fatti.push_back(
        typed("ore alla settimana in media", domain::format_hundredths(caso.ore_medie_settimana_centesimi), "periodo.settimane"));
    add_norm(root, c.norms, c.giorno(), "soglia di ore", "union.eone.hours_threshold");
    add_norm(root, c.norms, c.giorno(), "ore di chi è a zero ore", "plan.weekly_hours");
    if (root.lettura) add_norm(root, c.norms, c.giorno(), "misura della soglia", "union.eone.hours_unit");
  } else {
    root.fatti.push_back(typed("dipendenti",
                               caso.dipendenti_centesimi ? domain::format_hundredths(*caso.dipendenti_centesimi) : "non indicati",
                               "azienda.dipendenti_medi"));
    add_norm(root, c.norms, c.giorno(), "soglia di dipendenti", "union.size_threshold");
  }
}

}  // namespace

Esito scadenza(const Context& c) {
  if (c.causale == nullptr) return missing("Per calcolare il termine scegli la causale.");
  if (!c.scadenza) return missing("Per calcolare il termine indica la data di inizio effettivo o il periodo.");
  const auto& s = *c.scadenza;
  auto root = step("L’ultimo giorno utile per inviare la domanda è " + s.data.per_esteso() + ".",
                   s.eone ? "Per un evento non evitabile (EONE) il termine è la fine del mese successivo all’evento."
                          : "La domanda si invia entro un termine che corre dall’inizio della sospensione o riduzione.",
                   s.citazione, s.lettura);
  root.codice = "scadenza";
  root.fatti.push_back(typed("causale", c.causale->nome + (c.eone ? " (evento non evitabile, EONE)" : ""), "causale.id"));
  root.passi.push_back(term_step(c, s));
  if (s.eone ? s.prudenziale.has_value() : s.spostata) root.passi.push_back(holiday_step(c, s));
  root.passi.push_back(today_step(c, s));
  if (s.primo_giorno_autorizzabile) root.passi.push_back(late_step(c, s));
  return root;
}

Esito consultazione(const Context& c) {
  if (c.causale == nullptr) return missing("Per sapere se la consultazione sindacale è dovuta scegli la causale.");
  if (!c.posizione_nota) return missing("Per sapere se la consultazione sindacale è dovuta serve la posizione INPS.");
  const auto caso = alerts::consultation_case(c);
  const auto& esito = *c.consultazione;
  auto root =
      step(esito.testo, "I sindacati vanno informati prima della sospensione; per gli eventi non evitabili anche dopo l’inizio.",
           esito.citazione, esito.lettura);
  root.codice = "consultazione";
  add_consultation_facts(root, c, caso);
  for (const auto& passo : esito.passi) {
    auto s =
        step(passo.testo + (passo.entro ? ", entro il " + passo.entro->italiano() : std::string()) + ".", {}, esito.citazione);
    if (esito.giorni_procedura > 0 && &passo == &esito.passi.back()) {
      s.quantita = Quantita{esito.giorni_procedura, "giorni"};
      s.regola = "La procedura dura al massimo " + days_words(esito.giorni_procedura) + ".";
    }
    root.passi.push_back(std::move(s));
  }
  return root;
}

}  // namespace omnia::rules::explanation
