#include "shared/rules/deadlines/terms.hpp"

#include <algorithm>

#include "shared/domain/order.hpp"
#include "shared/rules/deadlines/deadlines.hpp"

namespace omnia::rules::deadlines {
namespace {

using domain::Date;
using domain::YearMonth;
using norms::Norms;

// The parameter in force on the day; a date typed by mistake is judged by the first text that holds all these terms.
const norms::Parameter* parameter(const Norms& norms, std::string_view key, Date giorno) {
  static const Date kFirst = Date::of(2016, 10, 8);
  return norms.find(key, std::max(giorno, kFirst));
}

// Days and citation of a term in days from `dal`.
Termine days_term(std::string codice, std::string nome, std::string_view key, Date dal, Festivo festivo, Date oggi,
                  const Norms& norms) {
  const auto* days = parameter(norms, key, dal);
  const auto n = days == nullptr ? 0 : static_cast<std::int32_t>(days->intero);
  Termine t = term(std::move(codice), std::move(nome), dal, dal + n, festivo, oggi);
  if (days == nullptr) return t;
  t.citazione = days->citazione;
  t.lettura = t.lettura || days->mark == norms::Mark::reading;
  return t;
}

std::string days_phrase(int n) { return n == 1 ? "1 giorno" : std::to_string(n) + " giorni"; }

Date earliest(const std::vector<Date>& giorni, Date otherwise) {
  const auto first = std::min_element(giorni.begin(), giorni.end());
  return first == giorni.end() ? otherwise : *first;
}

// Sentences that follow the term when the domanda is late.
void add_first_payable(TermineAis& out, Date inizio, Date oggi, const Norms& norms) {
  if (!out.termine.scaduto) return;
  out.primo_giorno_autorizzabile = first_payable(inizio, oggi, out.termine.data, norms);
  out.termine.lettura = true;
  out.termine.testo +=
      " Una domanda inviata il " + oggi.italiano() + " copre dal " + out.primo_giorno_autorizzabile->italiano() + ".";
}

struct Fermo {      // the stop of the clock
  int giorni = 0;   // up to `oggi`
  int massimo = 0;  // that the term may still be moved by: giorni, or the whole stop while it is open
  bool aperto = false;
};

Fermo stop_of(const Sospensione& s, int limit, Date oggi) {
  Fermo fermo;
  const int until_today = std::clamp(static_cast<int>(oggi - s.dal), 0, limit);
  if (s.al) {
    fermo.massimo = std::clamp(static_cast<int>(*s.al - s.dal), 0, limit);
    fermo.giorni = std::min(fermo.massimo, until_today);
    fermo.aperto = s.dal <= oggi && oggi < *s.al && until_today < limit;
    return fermo;
  }
  fermo.giorni = until_today;
  fermo.massimo = until_today;
  fermo.aperto = s.dal <= oggi && until_today < limit;
  return fermo;
}

}  // namespace

Termine term(std::string codice, std::string nome, Date dal, Date fine, Festivo festivo, Date oggi) {
  Termine t;
  t.codice = std::move(codice);
  t.nome = std::move(nome);
  t.dal = dal;
  t.senza_proroga = fine;
  t.data = festivo == Festivo::sposta ? domain::roll_forward(fine) : fine;
  t.giorni_rimasti = t.data - oggi;
  t.scaduto = oggi > t.data;
  t.testo = t.nome + ": entro il " + t.data.italiano();
  if (t.data != fine) t.testo += " (il " + fine.italiano() + " è festivo)";
  t.testo += ".";
  if (festivo == Festivo::mostra && domain::is_holiday(fine)) {
    // Art. 2963 c.c. and art. 155 c.p.c. would move it; no act of INPS says so for this term.
    t.con_proroga = domain::roll_forward(fine);
    t.lettura = true;
    t.testo += " È un giorno festivo: la proroga al " + t.con_proroga->italiano() + " è da confermare.";
  }
  return t;
}

TermineAis ais(Date inizio, const std::vector<Date>& giorni_evento, bool eone, Date oggi, const Norms& norms) {
  TermineAis out;
  if (eone) {
    const Date evento = earliest(giorni_evento, inizio);
    const Scadenza cigo_term = cigo(inizio, giorni_evento, true, oggi, norms);
    out.termine = term("fis_eone", "Domanda di assegno per evento non evitabile", evento, cigo_term.data, Festivo::mostra, oggi);
    out.termine.citazione = "Art. 30, comma 2, D.Lgs. 148/2015; msg. INPS 4752/2016 e 2130/2025";
    out.primo_giorno = evento;
  } else {
    out.termine = days_term("fis", "Domanda di assegno di integrazione salariale", "deadlines.fis.days_after", inizio,
                            Festivo::sposta, oggi, norms);
    const auto* before = parameter(norms, "deadlines.fis.max_days_before", inizio);
    out.primo_giorno = inizio - (before == nullptr ? 0 : static_cast<std::int32_t>(before->intero));
  }
  out.troppo_presto = oggi < out.primo_giorno;
  if (out.troppo_presto) out.termine.testo += " Si può inviare dal " + out.primo_giorno.italiano() + ".";
  add_first_payable(out, inizio, oggi, norms);
  return out;
}

Termine cisoa(Date inizio, Date oggi, const Norms& norms) {
  return days_term("cisoa", "Domanda di CISOA", "deadlines.cisoa_days", inizio, Festivo::sposta, oggi, norms);
}

MesiEvento events_by_month(std::vector<Date> giorni_evento, Date oggi, const Norms& norms) {
  std::sort(giorni_evento.begin(), giorni_evento.end());
  giorni_evento.erase(std::unique(giorni_evento.begin(), giorni_evento.end()), giorni_evento.end());
  MesiEvento out;
  for (const Date giorno : giorni_evento) {
    const YearMonth mese = YearMonth::of(giorno);
    if (out.mesi.empty() || out.mesi.back().mese != mese) {
      const Scadenza due = cigo(giorno, {giorno}, true, oggi, norms);
      out.mesi.push_back({mese, {}, due.data, due.tardiva});
      out.lettura = out.lettura || due.lettura;
    }
    out.mesi.back().giorni.push_back(giorno);
  }
  out.citazione = "Msg. INPS 4275/2017";
  if (out.mesi.empty()) {
    out.testo = "Nessun giorno di evento indicato.";
  } else if (out.mesi.size() == 1) {
    out.testo = "Tutti gli eventi sono di " + out.mesi[0].mese.italiano() + ": una sola domanda entro il " +
                out.mesi[0].scadenza.italiano() + ".";
  } else {
    out.testo = "Gli eventi cadono in " + std::to_string(out.mesi.size()) +
                " mesi: invia una domanda per ogni mese, oppure una sola entro il " + out.mesi.front().scadenza.italiano() + ".";
  }
  for (const auto& mese : out.mesi) {
    if (mese.tardiva) out.testo += " Per " + mese.mese.italiano() + " il termine è scaduto il " + mese.scadenza.italiano() + ".";
  }
  return out;
}

Termine inquiry(Date ricevuta, Date oggi, const Norms& norms) {
  Termine t = days_term("supplemento", "Risposta al supplemento istruttorio", "procedure.inquiry_days", ricevuta, Festivo::sposta,
                        oggi, norms);
  // Msg. INPS 1396/2018: what arrives late but before the decision is still valid.
  if (t.scaduto) t.testo += " Una risposta tardiva vale ancora, se arriva prima della decisione (msg. INPS 1396/2018).";
  return t;
}

Procedimento decision(Date completa, Procedura procedura, const std::vector<Sospensione>& sospensioni, Date oggi,
                      const Norms& norms) {
  const auto* days =
      parameter(norms, procedura == Procedura::cigs ? "procedure.decision_days.cigs" : "procedure.decision_days", completa);
  const auto n = days == nullptr ? 0 : static_cast<std::int32_t>(days->intero);
  const int limit = static_cast<int>(norms.integer("procedure.suspension_days", completa));
  std::vector<Sospensione> sorted = sospensioni;
  domain::stable_sort(sorted, [](const auto& a, const auto& b) { return a.dal < b.dal; });
  Procedimento out;
  Fermo fermo;
  for (const auto& s : sorted) {
    // A request sent after the term has run out finds no clock to stop; of the others only the first stops it.
    if (out.sospeso_da.empty() && s.dal <= completa + n && completa <= s.dal) {
      out.sospeso_da = s.interlocuzione;
      fermo = stop_of(s, limit, oggi);
    } else {
      out.ignorate.push_back(s.interlocuzione);
    }
  }
  // The office decides late, not the citizen: a term that ends on a holiday is shown as it is.
  out.termine = term("decisione", "Decisione della sede", completa, completa + n + fermo.massimo, Festivo::sposta, oggi);
  out.termine.data = out.termine.senza_proroga;
  out.termine.giorni_rimasti = out.termine.data - oggi;
  out.termine.scaduto = oggi > out.termine.data && !fermo.aperto;
  out.giorni_sospesi = fermo.giorni;
  out.stato = fermo.aperto          ? StatoProcedimento::sospeso
              : out.termine.scaduto ? StatoProcedimento::scaduto
                                    : StatoProcedimento::in_corso;
  out.termine.testo =
      std::to_string(n) + " giorni dalla domanda completa: la sede decide entro il " + out.termine.data.italiano();
  if (!out.sospeso_da.empty()) out.termine.testo += ", con " + days_phrase(fermo.massimo) + " di sospensione";
  out.termine.testo += fermo.aperto ? "; il termine è sospeso." : ".";
  if (!out.ignorate.empty()) out.termine.testo += " La sospensione è una sola: le richieste successive non fermano il termine.";
  if (days != nullptr) out.termine.citazione = days->citazione;
  if (!out.sospeso_da.empty()) out.termine.citazione += "; art. 2, comma 7, L. 241/1990";
  return out;
}

Termine appeal(Date notifica, Date oggi, const Norms& norms) {
  return days_term("ricorso", "Ricorso al comitato amministratore", "procedure.appeal_days", notifica, Festivo::mostra, oggi,
                   norms);
}

Termine tar(Date notifica, Date oggi, const Norms& norms) {
  return days_term("tar", "Ricorso al TAR", "procedure.tar_days", notifica, Festivo::mostra, oggi, norms);
}

std::vector<Promemoria> reminders(const Termine& termine, Date oggi, const Norms& norms, std::string_view chiave) {
  std::vector<Promemoria> out;
  const auto* days = norms.find(chiave, oggi);
  if (days == nullptr) return out;
  for (const auto& text : days->elenco) {
    const bool digits = !text.empty() && text.size() < 5 && text.find_first_not_of("0123456789") == std::string::npos;
    if (!digits) continue;
    const int before = std::stoi(text);
    const Date when = termine.data - before;
    out.push_back({when, before, when < oggi,
                   (before == 1 ? "Manca 1 giorno" : "Mancano " + std::to_string(before) + " giorni") + " alla scadenza del " +
                       termine.data.italiano() + ": " + termine.nome + "."});
  }
  domain::stable_sort(out, [](const auto& a, const auto& b) { return a.data < b.data; });
  return out;
}

}  // namespace omnia::rules::deadlines
