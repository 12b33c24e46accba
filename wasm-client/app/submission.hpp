// What stands between a draft and its sending.
#pragma once
#include <string>
#include <vector>

#include "wasm-client/app/model.hpp"

namespace omnia::app {

// The first warning of each code: those that ask for acceptance before sending.
std::vector<const rules::Alert*> warnings(const Scrivania& desk);
// Codes not accepted yet.
std::vector<std::string> pending_warnings(const Scrivania& desk);

}  // namespace omnia::app
