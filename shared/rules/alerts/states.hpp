// How far each section of the form is filled, from its mandatory fields.
#pragma once
#include <vector>

#include "shared/rules/alerts/context.hpp"
#include "shared/rules/review.hpp"

namespace omnia::rules::alerts {

// One row a section, in the order of the form, without the counts of alerts.
std::vector<StatoSezione> states(const Context& c);

}  // namespace omnia::rules::alerts
