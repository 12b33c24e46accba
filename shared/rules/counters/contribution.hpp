// T9: the rate of the contributo addizionale of one month, by weeks used in the quinquennio mobile (artt. 5 and 13 c. 3).
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "shared/rules/counters/counters.hpp"

namespace omnia::rules::counters {

struct RichiestaAliquota {
  std::int64_t unita_produttiva = 0;
  std::string prestazione = "CIGO";  // as in Autorizzazione, or "FIS"
  bool eone = false;
  domain::YearMonth mese;           // of the hours not worked
  domain::Date inizio_trattamento;  // of the authorisation: decides the bonus
  bool solo_aliquota = false;       // the rate alone, without the rows and the sentence that explain it
};

// The bonus of those who used no CIG for 24 months (art. 5 c. 1-ter).
struct Premialita {
  bool spetta = false;
  std::optional<domain::Date> ultimo_uso;  // last day of the use that was followed by the free months
  std::optional<domain::Date> dal;         // first treatment that opened it
  std::string testo;
  std::string citazione;
  bool operator==(const Premialita&) const = default;
};

struct Aliquota {
  bool calcolabile = false;  // false: benefit whose rate the norms do not hold
  std::int64_t percento_centesimi = 0;
  int fascia = 0;                   // 1 to 3; 0: flat rate or nothing due
  std::int64_t limite = 0;          // units at which the next rate begins; 0 in the last tier
  std::int64_t usato = 0;           // units used up to the end of the month before
  std::int64_t residuo = 0;         // units before the next rate
  std::int64_t usato_prudente = 0;  // with what is asked and not decided yet, whole weeks
  domain::Period finestra;          // the quinquennio, up to the end of the month before
  Premialita premialita;
  std::vector<RigaContatore> righe;
  std::string testo;
  std::string citazione;
  bool cigs = false;  // CIGS fills the tiers: how its months become weeks is a reading
  bool lettura = false;
  bool operator==(const Aliquota&) const = default;
};

Aliquota contribution_rate(const domain::Registry& registry, const RichiestaAliquota& richiesta, const norms::Norms& norms);

// "9%", "4,5%".
std::string percent_text(std::int64_t percento_centesimi);

}  // namespace omnia::rules::counters
