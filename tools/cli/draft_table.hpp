// A spreadsheet of domande, one row each, of one company or of many: cells become the fields of a draft.
#pragma once
#include <string>
#include <vector>

#include "shared/csv/table.hpp"
#include "shared/domain/draft.hpp"
#include "shared/domain/registry.hpp"

namespace omnia::cli {

// The draft of a row; wrong cells that a draft cannot keep are added to `difetti`. Columns in docs/formati.md.
domain::Draft draft_of_row(const csv::Table& table, const csv::Row& row, std::vector<csv::Difetto>& difetti);
// The header has it, or the file is no table of domande.
inline constexpr const char* kDraftTableColumn = "matricola";

// What the row left out and the registry knows: company, start of activity, name and qualification of each beneficiary.
void complete(domain::Draft& draft, const domain::Registry& registry);

}  // namespace omnia::cli
