// Trend of the economic indicators of the relazione (art. 3 D.M. 95442/2016): each figure against the same period of the year
// before, compared exactly. No act fixes a threshold: the office weighs the whole, here it is only shown.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/domain/date.hpp"
#include "shared/domain/draft.hpp"
#include "shared/norms/norms.hpp"

namespace omnia::rules::indicators {

enum class Verso { sostiene, contrario, stabile, non_calcolabile };

// The figures of a row in their order. Amounts and hours have their member; the one without is the count of the orders.
struct Voce {
  const char* campo;                                              // of RigaIndicatori
  const char* nome;                                               // Italian
  domain::Entry<domain::Money> domain::RigaIndicatori::*importo;  // nullptr: not an amount
  bool calo_sostiene;                                             // a fall supports the request
  int peso;
  domain::Entry<domain::Hours> domain::RigaIndicatori::*ore = nullptr;
  const char* aiuto = "";  // what it is, with the line of the accounts where it is found
};
const std::vector<Voce>& voci();

// One figure of one period against that of the year before.
struct Confronto {
  const Voce* voce = nullptr;
  std::int64_t anno = 0;
  std::int64_t trimestre = 0;
  std::int64_t attuale = 0;      // cents, or a count
  std::int64_t riferimento = 0;  // a year before
  Verso verso = Verso::stabile;
  [[nodiscard]] std::string variazione() const;  // "-12,3 %" truncated; "n.d." when the reference is zero
  [[nodiscard]] std::string testo() const;
  bool operator==(const Confronto&) const = default;
};

struct Esito {
  std::vector<Confronto> confronti;  // in the order of the periods, then of the figures
  int a_favore = 0;                  // figures that support the request; orders weigh twice
  int contro = 0;
  Verso complessivo = Verso::non_calcolabile;
  std::string testo;
  std::string citazione;
  bool lettura = true;  // which figures count, and how, is not in the acts that could be read
  bool operator==(const Esito&) const = default;
};

// `oggi`: a period that is not over yet is not compared.
Esito evaluate(const domain::SezioneIndicatori& indicatori, domain::Date oggi, const norms::Norms& norms);

// Cents, hundredths of an hour, or a count; nullopt while it is not a value.
std::optional<std::int64_t> figure(const domain::RigaIndicatori& riga, const Voce& voce);
// Nothing typed in the row.
bool empty(const domain::RigaIndicatori& riga);
// The row of the year before, with at least one figure; nullptr when there is none.
const domain::RigaIndicatori* reference(const domain::SezioneIndicatori& indicatori, const domain::RigaIndicatori& riga);
// "2025", "3° trimestre 2025".
std::string period_name(std::int64_t anno, std::int64_t trimestre);
// (attuale - riferimento) / |riferimento| beyond `percento_centesimi`, exactly; `riferimento` is not zero.
bool beyond(std::int64_t attuale, std::int64_t riferimento, std::int64_t percento_centesimi);

}  // namespace omnia::rules::indicators
