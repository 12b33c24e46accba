// The alert table as test cases: for each code a domanda that raises it, with everything a person reads, and one that is as
// close as can be and does not.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "shared/rules/pratica/pratica.hpp"
#include "shared/rules/review.hpp"
#include "tests/unit/core/review/base.hpp"

namespace omnia::test {

// A draft, a registry and a day, about which review() has nothing to mend until a case breaks them.
struct World {
  domain::Draft d = clean_draft();
  domain::Registry r = clean_registry();
  domain::Date oggi = kOggi;
  [[nodiscard]] rules::Review review() const { return rules::review(d, r, norms::Norms::builtin(), oggi); }
};

using Change = std::function<void(World&)>;

struct Case {
  std::string codice;
  norms::Gravita gravita;
  std::string campo;
  std::string testo;
  Change raises;
  Change spares;  // the near miss; empty: the clean domanda
};

inline constexpr auto kErrore = norms::Gravita::errore;
inline constexpr auto kAvviso = norms::Gravita::avviso;
inline constexpr auto kInformazione = norms::Gravita::informazione;

std::vector<Case> azienda_cases();
std::vector<Case> unita_produttiva_cases();
std::vector<Case> causale_cases();
std::vector<Case> termini_cases();
std::vector<Case> periodo_cases();
std::vector<Case> piano_cases();
std::vector<Case> lavoratori_cases();
std::vector<Case> relazione_cases();
std::vector<Case> indicatori_cases();
std::vector<Case> consultazione_cases();
std::vector<Case> pagamento_cases();
std::vector<Case> importi_cases();
std::vector<Case> invio_cases();

// A domanda already filed has its own facts and its own alerts.
struct PraticaCase {
  std::string codice;
  norms::Gravita gravita;
  std::string campo;
  std::string testo;
  std::string rimedio;
  rules::pratica::Pratica raises;
  domain::Date oggi;
  rules::pratica::Pratica spares;
  domain::Date oggi_spares;
};
std::vector<PraticaCase> pratica_cases();

// Asserts every case with Boost.Test.
void check(const std::vector<Case>& cases);

// Moves the request to `weeks` whole weeks from a Monday, with the same people and hours every week.
void ask(World& w, const char* monday, int weeks);
// Industrial bad weather with two event days in each of the two weeks.
void bad_weather(World& w);
// The firm builds: CSC 1.13.01, with a site as UP.
void builder(World& w);
// The firm trades: its benefit is the FIS (CSC 7.01.01, code 0J).
void trader(World& w);

// UP 1 in the registry.
inline domain::UnitaProduttiva& up(World& w) { return w.r.unita_produttive[0]; }
// An authorised CIGO for lack of work on UP 1, with every day used.
domain::Autorizzazione authorised(const char* dal, const char* al, const char* prestazione = "CIGO",
                                  const char* causale = "MANC_LAVORO");
// A domanda filed for UP 1 with the first n workers.
domain::DomandaPresentata filed(const char* dal, const char* al, const char* causale, int n);

}  // namespace omnia::test
