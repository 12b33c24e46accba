// Liquidity index for direct payment (art. 7 c. 5 D.Lgs. 148/2015; Allegato 2 circ. INPS 197/2015, formula unconfirmed:
// both variants, policy in the norm table). Compared exactly, shown truncated.
#pragma once
#include <cstdint>
#include <string>

#include "shared/domain/date.hpp"
#include "shared/domain/draft.hpp"
#include "shared/norms/norms.hpp"

namespace omnia::rules::liquidity {

enum class Verdetto { difficolta, non_dimostrata, altri_motivi, non_calcolabile, incompleta };

struct Esito {
  Verdetto verdetto = Verdetto::incompleta;
  std::string variante;      // "ACID_TEST" or "CURRENT_RATIO": the one in force
  std::string indice;        // "0,87" truncated; "n.d." when current liabilities are zero; empty while incomplete
  std::string indice_altra;  // the other variant
  bool discordanti = false;  // the two variants disagree
  std::string testo;         // sentence shown to the person
  std::string calcolo;       // "(10.000,00 + 5.000,00) / 17.000,00 = 0,88"
  std::string citazione;
  bool lettura = true;
  bool operator==(const Esito&) const = default;
};

Esito evaluate(const domain::SezionePagamento& pagamento, domain::Date oggi, const norms::Norms& norms);

}  // namespace omnia::rules::liquidity
