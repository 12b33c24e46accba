// T6 and T7: weeks of FIS and of the Fondi bilaterali in a biennio mobile, by size (artt. 29 c. 3-bis and 30 c. 1-bis), and
// the days of FSBA, counted for the whole company.
#pragma once
#include "shared/rules/counters/counters.hpp"
#include "shared/rules/headcount/headcount.hpp"

namespace omnia::rules::counters {

struct ContatoreFondo {
  Contatore contatore;            // codice "fis" or "fondo"
  int settimane_limite = 0;       // of the size on the day of the request
  int settimane_richiesta = 0;    // most weeks of one request; 0: no such limit
  std::string dimensione;         // why that limit: the exact average against the threshold
  std::optional<TerzoOre> terzo;  // of the FIS, by the reading that applies art. 12 c. 5 to it
  bool operator==(const ContatoreFondo&) const = default;
};

// `prestazione`: "FIS", or the code of the Fondo as routing gives it ("F_PROF"). `media`: the half-year before.
ContatoreFondo fund_weeks(const domain::Registry& registry, const Richiesta& richiesta, std::string_view prestazione,
                          const headcount::Media& media, const norms::Norms& norms);

// A limit counted in days.
struct ContatoreGiorni {
  std::string codice;  // "fsba", "cisoa"
  std::string nome;
  std::int64_t limite = 0;
  std::int64_t usati = 0;
  std::int64_t usati_prudenti = 0;  // with what is asked and not decided yet; of the CISOA those written as pending
  std::int64_t richiesti = 0;       // days of the request that count
  std::int64_t residui = 0;         // before the request
  std::int64_t ammessi = 0;         // of the days that count, those that fit
  domain::Period finestra;
  bool superato = false;
  std::vector<RigaContatore> righe;  // `unita` are days
  std::string testo;
  std::string citazione;
  bool lettura = false;
  bool operator==(const ContatoreGiorni&) const = default;
};

// FSBA: every day with any cut in any UP of the company is one day of the week of its own time, converted to the week of the
// UP of the request, in exact units (reading fsba.day_worth); a part of a day is a day used.
ContatoreGiorni fsba_days(const domain::Registry& registry, const Richiesta& richiesta, const norms::Norms& norms);

}  // namespace omnia::rules::counters
