// The workers of the unit as UniEmens shows them: search, filter, order, pages, selection.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

inline constexpr std::size_t kWorkersPerPage = 25;

// Workers of the chosen unit after search and filter, in the chosen order.
std::vector<const domain::Lavoratore*> listed_workers(const Scrivania& desk);
// All workers of the chosen unit, in the registry's order.
std::vector<const domain::Lavoratore*> unit_workers(const Scrivania& desk);
// Codice fiscale -> index among the beneficiaries.
std::unordered_map<std::string, std::size_t> beneficiary_index(const domain::Draft& draft);
// Beneficiaries whom UniEmens does not show in the chosen unit: their indices.
std::vector<std::size_t> beneficiaries_elsewhere(const Scrivania& desk);
// Turns the table to the page of that beneficiary; the key of the node that chooses him.
std::string show_beneficiary(Scrivania& desk, std::size_t index);

}  // namespace omnia::app
