// The facts that the predicates of all sections share, worked out once per review.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/domain/draft.hpp"
#include "shared/domain/registry.hpp"
#include "shared/norms/norms.hpp"
#include "shared/rules/counters/counters.hpp"
#include "shared/rules/deadlines/deadlines.hpp"
#include "shared/rules/indicators/indicators.hpp"
#include "shared/rules/liquidity/liquidity.hpp"
#include "shared/rules/routing/routing.hpp"
#include "shared/rules/union_consultation/union_consultation.hpp"
#include "shared/rules/workers/people.hpp"

namespace omnia::rules::alerts {

using workers::person_key;
using workers::PersonIndex;
using workers::PersonKey;

struct Context {
  Context(const domain::Draft& d, const domain::Registry& r, const norms::Norms& n, domain::Date day)
      : draft(d), registry(r), norms(n), oggi(day) {}

  const domain::Draft& draft;
  const domain::Registry& registry;
  const norms::Norms& norms;
  domain::Date oggi;

  bool posizione_nota = false;              // the registry speaks of a position
  const norms::Causale* causale = nullptr;  // nullptr: none chosen or unknown
  bool eone = false;
  const domain::UnitaProduttiva* up = nullptr;  // nullptr: none chosen or not in the registry
  std::optional<domain::Date> inizio;           // real start, or the Monday of the first week (msg. INPS 4275/2017)
  std::optional<domain::Period> periodo;        // whole Monday weeks; absent while unknown or reversed
  std::int64_t settimane = 0;                   // of `periodo`
  bool periodo_ragionevole = false;             // `periodo` is known and no longer than kMostWeeks
  std::int64_t ore_centesimi = 0;               // hours of the whole plan

  routing::Esito instradamento;
  routing::Settore settore = routing::Settore::altro;
  std::optional<deadlines::Scadenza> scadenza;
  counters::Contatori contatori;
  std::optional<liquidity::Esito> liquidita;
  std::optional<indicators::Esito> indicatori;             // the causale asks for them and something was typed
  std::optional<union_consultation::Esito> consultazione;  // a causale was chosen

  PersonIndex organico;                                // workers of the UP in the registry
  PersonIndex beneficiari;                             // valid codici fiscali of the draft
  std::vector<const domain::Lavoratore*> in_registro;  // for each beneficiario, or nullptr

  [[nodiscard]] domain::Date giorno() const { return inizio.value_or(oggi); }  // day for the law in force
  [[nodiscard]] bool tardiva() const { return scadenza && scadenza->tardiva; }
  [[nodiscard]] bool edile() const { return settore == routing::Settore::edilizia || settore == routing::Settore::lapidei; }
  [[nodiscard]] std::int64_t norma(std::string_view chiave) const { return norms.integer(chiave, giorno()); }
};

// Longest period a draft is worked out for: art. 12 allows 52 weeks, a longer one is a slip of the year.
inline constexpr std::int64_t kMostWeeks = 60;

Context make_context(const domain::Draft& draft, const domain::Registry& registry, const norms::Norms& norms, domain::Date oggi);

// What the causale asks for beside the counters: the trend of the indicators, the duties towards the unions.
void work_out_duties(Context& c);

// What art. 14 asks about, from the draft and the registry.
union_consultation::Caso consultation_case(const Context& c);
// The last whole month of [dal, dal + mesi) is exceeded by `al`.
bool longer_than_months(domain::Date dal, domain::Date al, std::int64_t mesi);
// The weeks from the Monday of `periodo` on, both ends included.
std::vector<domain::Date> mondays(const domain::Period& periodo);

}  // namespace omnia::rules::alerts
