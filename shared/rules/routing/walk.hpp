// The walk over the routing table: facts of a position on a day in, the first row that matches out.
#pragma once
#include <string>
#include <vector>

#include "shared/domain/registry.hpp"
#include "shared/norms/routing_table.hpp"

namespace omnia::rules::routing {

// What the rows ask about.
struct Facts {
  std::string csc;              // five digits, or empty when the code is not one
  std::string ateco;            // ATECO 2007, digits only
  std::vector<std::string> ca;  // valid on the day
  const std::vector<std::string>& qualita;
  bool capitale_pubblico = false;
  domain::Date giorno;
};

Facts facts_of(const domain::Posizione& posizione, domain::Date giorno);
// The position was active on the day.
bool active(const domain::Posizione& posizione, domain::Date giorno);
// Two codes that name different schemes.
bool incoherent(const norms::RoutingTable& table, const Facts& facts);
// First row that matches, top-down; nullptr when none does.
const norms::RegolaInstradamento* first_match(const norms::RoutingTable& table, const Facts& facts);
// The row speaks of an ATECO that the position does not have: the CSC decides, the doubt is told.
bool ateco_doubt(const norms::RegolaInstradamento& regola, const Facts& facts);

}  // namespace omnia::rules::routing
