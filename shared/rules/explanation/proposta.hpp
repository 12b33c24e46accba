// Why the office would decide so: the proposal of shared/rules/proposta as a tree. Apart from the topics, so that who does not
// ask for it does not carry it.
#pragma once
#include "shared/rules/explanation/spiegazione.hpp"
#include "shared/rules/proposta/proposta.hpp"

namespace omnia::rules::explanation {

// `proposta`: what propose() answered for the same draft, registry, norms and day of filing.
Spiegazione explain_proposal(const proposta::Proposta& proposta, const domain::Draft& draft, const domain::Registry& registry,
                             const norms::Norms& norms, domain::Date inviata);

}  // namespace omnia::rules::explanation
