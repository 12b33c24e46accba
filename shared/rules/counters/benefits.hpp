// The names that a benefit has in an authorisation: what a counter that meets another one would count as nothing.
#pragma once
#include <string>
#include <string_view>

#include "shared/norms/routing_table.hpp"

namespace omnia::rules::counters {

// CIGO and CIGS with their special measures, FIS, FSBA and the Fondi of the routing table ("F_PROF"); of these also the benefit
// for COVID ("FIS_COVID", art. 19 D.L. 18/2020) and the eight weeks of 2022 ("F_PROF_44_11S", art. 11 D.L. 21/2022).
bool is_benefit(std::string_view prestazione, const norms::RoutingTable& table);

// What follows a name that is none of them, and the remedy: "non è tra i valori ammessi (CIGO, …). Correggila."
std::string not_a_benefit(const norms::RoutingTable& table);

}  // namespace omnia::rules::counters
