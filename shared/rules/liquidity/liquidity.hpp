// Liquidity index for direct payment (art. 7 c. 5 D.Lgs. 148/2015; Allegato 2 circ. INPS 197/2015, formula unconfirmed:
// both variants, policy in the norm table). Compared exactly, shown truncated.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "shared/domain/date.hpp"
#include "shared/domain/draft.hpp"
#include "shared/norms/norms.hpp"

namespace omnia::rules::liquidity {

enum class Verdetto { difficolta, non_dimostrata, altri_motivi, non_calcolabile, incompleta };

// One of the two formulas, line by line as on paper.
struct Calcolo {
  std::string nome;                                        // "Senza le rimanenze (acid test)"
  bool in_vigore = false;                                  // the one the norms take
  std::vector<std::pair<std::string, std::string>> righe;  // what, amount: addends, sum, liabilities, index, threshold
  std::string esito;                                       // "inferiore a 1"; empty while an amount is missing
  bool operator==(const Calcolo&) const = default;
};

struct Esito {
  Verdetto verdetto = Verdetto::incompleta;
  std::string variante;          // "ACID_TEST" or "CURRENT_RATIO": the one in force
  std::string indice;            // "0,87" truncated; "n.d." when current liabilities are zero; empty while incomplete
  std::string indice_altra;      // the other variant
  bool discordanti = false;      // the two variants disagree
  std::string testo;             // sentence shown to the person
  std::string calcolo;           // "(10.000,00 + 5.000,00) / 17.000,00 = 0,88"
  std::vector<Calcolo> calcoli;  // both variants, the one in force first
  std::string citazione;
  bool lettura = true;
  bool operator==(const Esito&) const = default;
};

Esito evaluate(const domain::SezionePagamento& pagamento, domain::Date oggi, const norms::Norms& norms);

}  // namespace omnia::rules::liquidity
