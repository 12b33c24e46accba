// The half-year headcount from the rows of each month (art. 2-bis D.Lgs. 148/2015; circ. INPS 18/2022 and 176/2016): an
// exact fraction, with what each kind of worker gives to it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/domain/date.hpp"
#include "shared/norms/norms.hpp"

namespace omnia::rules::headcount {

// n / d in lowest terms, d > 0.
struct Frazione {
  std::int64_t n = 0;
  std::int64_t d = 1;
  bool operator==(const Frazione&) const = default;
};

enum class Rapporto {
  ordinario,  // workers of any qualification, home workers included
  dirigente,
  apprendista,
  intermittente,
  somministrato,  // at the user firm
  assente,        // absent with the post kept
  sostituto
};

struct RigaForza {
  Rapporto rapporto = Rapporto::ordinario;
  std::int64_t teste = 0;
  std::int64_t ore_centesimi = 0;        // contractual weekly hours of each; of an intermittent: hours worked in the month
  std::int64_t ore_pieno_centesimi = 0;  // full-time weekly hours of the contract; of an intermittent: of the month
  bool sostituito = false;               // an absent worker replaced by a substitute
  bool area_fondo = false;               // of a matricola with its own bilateral fund
};

struct MeseForza {
  domain::YearMonth mese;
  std::vector<RigaForza> righe;
};

struct Quesito {
  std::vector<MeseForza> mesi;  // missing months of activity have nobody
  domain::Date giorno;          // the half-year is that before its month
  std::optional<domain::Date> inizio_attivita;
  bool per_fondo = false;  // count the matricole of the fund instead of the CIGO-FIS area
};

struct RigaConteggio {
  domain::YearMonth mese;
  Rapporto rapporto = Rapporto::ordinario;
  std::int64_t teste = 0;
  Frazione valore;  // what it gives to the sum
  bool conta = false;
  std::string motivo;
  bool operator==(const RigaConteggio&) const = default;
};

struct Forza {
  bool calcolabile = false;  // false: no month, or hours that make no fraction
  Frazione somma;            // of the monthly figures
  int mesi = 0;              // available, at most six
  std::vector<RigaConteggio> righe;
  std::string testo;
  std::string citazione;
  bool lettura = false;
  // somma / mesi against a threshold, without dividing: -1, 0, 1.
  [[nodiscard]] int compare(std::int64_t soglia) const;
  bool operator==(const Forza&) const = default;
};

Forza half_year(const Quesito& quesito, const norms::Norms& norms);

// Where the average stands against the thresholds of the norms: 3 (fund of the professions, until 2024), 5, 15, 50.
struct Soglia {
  std::int64_t valore = 0;
  bool superata = false;  // strictly over
  std::string testo;
  std::string citazione;
  bool operator==(const Soglia&) const = default;
};
std::vector<Soglia> thresholds(const Forza& forza, domain::Date giorno, const norms::Norms& norms);

}  // namespace omnia::rules::headcount
