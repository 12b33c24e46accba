// The four checks of the CIGO durations; count() runs them all on one case.
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "shared/rules/counters/ledger.hpp"

namespace omnia::rules::counters {

Contatore check_biennio(const Caso& caso, const std::vector<Voce>& voci);      // T3, art. 12 c. 3
Contatore check_consecutive(const Caso& caso, const std::vector<Voce>& voci);  // T2, art. 12 cc. 1-2
Contatore check_quinquennio(const Caso& caso);                                 // T5, art. 4
TerzoOre check_terzo(const Caso& caso);                                        // T4, art. 12 cc. 5-6

// What T2 saw beside the figures of its counter.
struct Serie {
  domain::Period corsa;                 // the longest run that holds a requested week; empty when the request is exempt
  int aggiunte = 0;                     // weeks of the request in that run
  std::optional<domain::Period> piena;  // the full run whose pause is not over when the request begins
  std::optional<domain::Date> ripresa;  // first Monday after that pause
  bool cigs = false;                    // weeks of CIGS at zero hours stand between
  Contatore contatore;
};
Serie examine_consecutive(const Caso& caso, const std::vector<Voce>& voci);

// A month of the half-year whose average makes the workable hours of T4.
struct MeseOrganico {
  domain::YearMonth mese;
  std::int64_t teste = 0;
  std::int64_t ore = 0;  // heads x weekly hours, hundredths
  bool nella_media = false;
};
std::vector<MeseOrganico> third_months(const Caso& caso);  // ascending

// The quinquennio mobile: years counted back from the last day, both ends included (circ. MLPS 17/2017).
domain::Period years_back(domain::Date last, int years);

// Disjoint sorted periods: a day of two authorisations counts once.
std::vector<domain::Period> united(std::vector<domain::Period> periods);
// Units of disjoint periods of CIGS inside a window: whole calendar months, and the days left at one thirtieth each.
std::int64_t months_inside(const std::vector<domain::Period>& periods, const domain::Period& finestra);
// A row for each CIGS counted by months, in the place that its entry has among the others of the window; `aggiunte` takes the
// entry in and answers the units that it added to the official figure.
void insert_months(const std::vector<Voce>& voci, const domain::Period& finestra, std::vector<RigaContatore>& righe,
                   const std::function<std::int64_t(const Voce&)>& aggiunte);

// "24 mesi", "1 mese", "10,5 mesi".
std::string months_text(std::int64_t units);

// The entries as they would be with the leading weeks of the request of the case granted.
std::vector<Voce> with_granted(const Caso& caso, std::vector<Voce> voci, Regola regola, int settimane);

// Leading weeks that fit of the request of the case when it starts on each Monday, `quanti` of them from its own on. The norms
// are those of its first day. The entries are those of art. 12; for the quinquennio those of art. 4.
std::vector<int> biennio_course(const Caso& caso, const std::vector<Voce>& voci, int quanti);
std::vector<int> consecutive_course(const Caso& caso, const std::vector<Voce>& voci, int quanti);
struct CorsoQuinquennio {
  std::vector<int> ammesse;
  std::vector<std::int64_t> residui;  // units left in the quinquennio that ends with each week
};
CorsoQuinquennio quinquennio_course(const Caso& caso, const std::vector<Voce>& voci, int quanti);

std::optional<domain::Date> first_biennio_fit(const Caso& caso, const std::vector<Voce>& voci, domain::Date dal);

}  // namespace omnia::rules::counters
