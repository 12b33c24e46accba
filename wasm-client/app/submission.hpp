// What stands between a draft and its sending.
#pragma once
#include <string>
#include <vector>

#include "wasm-client/app/event.hpp"
#include "wasm-client/app/model.hpp"

namespace omnia::app {

// The POST of a domanda, with the reasons for which warnings were accepted. The same draft gives the same bytes.
Http send_request(const Bozza& bozza);

// The first warning of each code: those that ask for acceptance before sending.
std::vector<const rules::Alert*> warnings(const Scrivania& desk);
// Codes not accepted yet, or without a reason.
std::vector<std::string> pending_warnings(const Scrivania& desk);

}  // namespace omnia::app
