// The terms beside that of the CIGO domanda: FIS and Fondi, CISOA, the inquiry, the decision with its suspension, the appeal,
// and the reminders that go before any of them.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/date.hpp"
#include "shared/norms/norms.hpp"

namespace omnia::rules::deadlines {

// One term that explains itself.
struct Termine {
  std::string codice;  // "fis", "fis_eone", "cisoa", "supplemento", "decisione", "ricorso", "tar", "conguaglio", "diretto"
  std::string nome;    // Italian
  domain::Date dal;    // the day it runs from, which is not counted
  domain::Date data;   // last useful day
  domain::Date senza_proroga;               // before it was moved for a holiday (equal to data if not moved)
  std::optional<domain::Date> con_proroga;  // the last day is a holiday and no text says that it moves: the day if it does
  int giorni_rimasti = 0;                   // data - oggi; negative when late
  bool scaduto = false;
  std::string testo;
  std::string citazione;
  bool lettura = false;
  bool operator==(const Termine&) const = default;
};

// What a holiday on the last day does: the term moves to the first working day, or it stays and both dates are shown.
enum class Festivo { sposta, mostra };
// A term that ends on `fine`, completed with the days left and the sentence "<nome>: entro il ...".
Termine term(std::string codice, std::string nome, domain::Date dal, domain::Date fine, Festivo festivo, domain::Date oggi);

// Assegno di integrazione salariale of FIS and Fondi: from 30 days before to 15 days after the start (art. 30 c. 2).
struct TermineAis {
  Termine termine;
  domain::Date primo_giorno;  // before it the application is refused; the event itself for EONE
  bool troppo_presto = false;
  std::optional<domain::Date> primo_giorno_autorizzabile;  // only when late
  bool operator==(const TermineAis&) const = default;
};
TermineAis ais(domain::Date inizio, const std::vector<domain::Date>& giorni_evento, bool eone, domain::Date oggi,
               const norms::Norms& norms);

// CISOA: 15 days from the start of the suspension (L. 457/1972).
Termine cisoa(domain::Date inizio, domain::Date oggi, const norms::Norms& norms);

// The days of an EONE domanda by month: each month has its own term, and a domanda filed by the term of the last one is
// refused for the earlier (msg. INPS 4275/2017).
struct MeseEvento {
  domain::YearMonth mese;
  std::vector<domain::Date> giorni;
  domain::Date scadenza;
  bool tardiva = false;
  bool operator==(const MeseEvento&) const = default;
};
struct MesiEvento {
  std::vector<MeseEvento> mesi;  // ascending
  std::string testo;
  std::string citazione;
  bool lettura = false;
  bool operator==(const MesiEvento&) const = default;
};
MesiEvento events_by_month(std::vector<domain::Date> giorni_evento, domain::Date oggi, const norms::Norms& norms);

// 15 days to answer a supplemento istruttorio, from the day it was received (art. 11 c. 2 D.M. 95442/2016).
Termine inquiry(domain::Date ricevuta, domain::Date oggi, const norms::Norms& norms);

// A request of documents that stops the clock of the decision, from its sending to the answer.
struct Sospensione {
  std::string interlocuzione;
  domain::Date dal;
  std::optional<domain::Date> al;  // empty: no answer yet
};
enum class Procedura { cigo, cigs };
enum class StatoProcedimento { in_corso, sospeso, scaduto };
struct Procedimento {
  Termine termine;
  StatoProcedimento stato = StatoProcedimento::in_corso;
  int giorni_sospesi = 0;             // up to `oggi`
  std::string sospeso_da;             // the interlocuzione that stopped the clock; empty: none did
  std::vector<std::string> ignorate;  // later requests, which do not stop it
  bool operator==(const Procedimento&) const = default;
};
// 75 days for CIGO and 45 for CIGS from a complete domanda (circ. INPS 55/2021), with one suspension of at most 30 days.
Procedimento decision(domain::Date completa, Procedura procedura, const std::vector<Sospensione>& sospensioni, domain::Date oggi,
                      const norms::Norms& norms);

// From the day the refusal, or the partial acceptance, was received (art. 17).
Termine appeal(domain::Date notifica, domain::Date oggi, const norms::Norms& norms);
Termine tar(domain::Date notifica, domain::Date oggi, const norms::Norms& norms);

struct Promemoria {
  domain::Date data;
  int giorni_prima = 0;
  bool passato = false;
  std::string testo;
  bool operator==(const Promemoria&) const = default;
};
// Norm `chiave`: "reminders.days" (60, 30, 15, 7, 1) or "reminders.inquiry_days" (5, 1).
std::vector<Promemoria> reminders(const Termine& termine, domain::Date oggi, const norms::Norms& norms,
                                  std::string_view chiave = "reminders.days");

}  // namespace omnia::rules::deadlines
