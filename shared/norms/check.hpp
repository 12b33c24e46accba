// The reading of norm tables as a reviewer does it: every defect of the parameters, not only the first, and what makes a table
// unfit for the code even if each row is good (holes, unknown keys, keys that the rules need and nobody wrote).
#pragma once
#include <map>
#include <string>
#include <vector>

namespace omnia::norms {

// Italian sentences that name file, row and key; empty when the tables are good.
std::vector<std::string> check(const std::map<std::string, std::string>& tables);

}  // namespace omnia::norms
