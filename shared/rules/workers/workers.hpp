// Who may be a beneficiary (D.Lgs. 148/2015 art. 1; L. 234/2021). What the alerts say while a domanda is written and what the
// office leaves out of an authorisation is the same answer.
#pragma once
#include <cstdint>
#include <optional>

#include "shared/domain/draft.hpp"
#include "shared/domain/registry.hpp"
#include "shared/norms/norms.hpp"

namespace omnia::rules::workers {

// Of that category by the domanda or by UniEmens; `known` is the worker in the registry, or nullptr.
bool is_of(const domain::Beneficiario& b, const domain::Lavoratore* known, std::string_view qualifica);

// Home workers are protected from 1 January 2022 (art. 1 c. 1 as changed by L. 234/2021).
bool home_workers_admitted(const norms::Norms& norms, domain::Date giorno);

// Art. 1 c. 2: 30 days of effective work in the UP at the filing. Presence days, with holidays, maternity and injuries
// assimilated, are not in the registry: calendar days in force are never fewer, so a worker is short only when even they do
// not reach the threshold. The office counts the rest.
class Seniority {
 public:
  // `giorno`: day for the law in force; `inviata`: day of the filing.
  Seniority(const domain::Posizione& posizione, const norms::Norms& norms, domain::Date giorno, domain::Date inviata, bool eone);

  [[nodiscard]] bool is_short(const domain::Beneficiario& b, const domain::Lavoratore& w) const;
  [[nodiscard]] std::int64_t days() const { return days_; }
  [[nodiscard]] bool exempt() const { return exempt_; }  // EONE asks for no seniority

 private:
  [[nodiscard]] std::optional<domain::Date> first_day(const domain::Lavoratore& w) const;

  const domain::Posizione& posizione_;
  domain::Date inviata_;
  std::int64_t days_;
  bool exempt_;
};

}  // namespace omnia::rules::workers
