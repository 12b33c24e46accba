// The workers of the unit as UniEmens shows them: search, filter, order, the part of the list in sight, selection.
#pragma once
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

inline constexpr std::size_t kWorkersShown = 12;   // rows in sight
inline constexpr std::size_t kWorkersInTree = 40;  // and some above and below them

// Both lists are kept until the registry, the unit or what is asked changes: scrolling through 10,000 rows must not sort them.
using Lavoratori = std::vector<const domain::Lavoratore*>;
// Workers of the chosen unit after search and filter, in the chosen order.
const Lavoratori& listed_workers(const Scrivania& desk);
// All workers of the chosen unit, in the registry's order.
const Lavoratori& unit_workers(const Scrivania& desk);
// Of the unit's workers, in alphabetical order.
const std::vector<std::string>& unit_qualifications(const Scrivania& desk);
// The rows to be in the tree: number of the first, and how many.
std::pair<std::size_t, std::size_t> workers_in_tree(const Scrivania& desk);

// Codice fiscale -> index among the beneficiaries.
std::unordered_map<std::string, std::size_t> beneficiary_index(const domain::Draft& draft);
// The same for a few workers only.
std::unordered_map<std::string, std::size_t> beneficiary_index(const domain::Draft& draft, const Lavoratori& some);
// Beneficiaries whom UniEmens does not show in the chosen unit: their indices.
std::vector<std::size_t> beneficiaries_elsewhere(const Scrivania& desk);
// Brings that beneficiary into the table's part in sight; the key of the node that chooses him.
std::string show_beneficiary(Scrivania& desk, std::size_t index);

}  // namespace omnia::app
