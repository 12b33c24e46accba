// The value of a parameter as a reviewer reads it: "52 settimane", "1.423,69 €", "1/3".
#pragma once
#include <string>
#include <vector>

#include "shared/norms/norms.hpp"

namespace omnia::norms {

std::string value_text(const Parameter& parameter);
std::string joined(const std::vector<std::string>& items);  // "a, b, c"

}  // namespace omnia::norms
