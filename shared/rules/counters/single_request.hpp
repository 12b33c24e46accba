// T1: one request asks at most 13 weeks, an extension goes on quarter by quarter up to 52 in all (art. 12 c. 1).
#pragma once
#include "shared/rules/counters/counters.hpp"

namespace omnia::rules::counters {

// `usato` holds the consecutive weeks authorised just before an extension, EONE included: c. 4 lifts only cc. 2 and 3.
Contatore single_request(const domain::Registry& registry, const Richiesta& richiesta, bool proroga, routing::Settore settore,
                         const norms::Norms& norms);

}  // namespace omnia::rules::counters
