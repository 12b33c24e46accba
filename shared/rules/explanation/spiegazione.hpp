// Why a result is what it is, as data: a statement, the facts it rests on and where each came from, the rule with its
// citation, and the steps that lead to it. Made on demand from the results themselves: a review pays nothing for it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace omnia::rules::explanation {

struct Fatto {
  std::string nome;
  std::string valore;
  std::string fonte;  // "domanda, periodo.dal", "registro INPS, autorizzazione A1", "tabella delle norme, cigo.third.weeks"
  bool operator==(const Fatto&) const = default;
};

// An exact figure. `misura`: "unita" (630 a week, 2730 a month), "centesimi" (hundredths of an hour or of a head), "cent",
// "giorni", "settimane".
struct Quantita {
  std::int64_t valore = 0;
  std::string misura;
  bool operator==(const Quantita&) const = default;
};

struct Spiegazione {
  std::string codice;        // of a result: "biennio", "A-TER-03"; empty on a step
  std::string affermazione;  // what holds
  std::string regola;        // why, in words
  std::string citazione;
  bool lettura = false;  // rests on a reading to be confirmed
  std::optional<Quantita> quantita;
  bool somma = false;  // the steps that carry a figure add up to `quantita`
  std::vector<Fatto> fatti;
  std::vector<Spiegazione> passi;
  bool operator==(const Spiegazione&) const = default;
};

}  // namespace omnia::rules::explanation
