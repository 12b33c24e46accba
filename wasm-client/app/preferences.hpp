// What a person has chosen for this browser: the theme, whether single keys press buttons; and the dialog that asks it.
#pragma once
#include <map>
#include <string>

#include "wasm-client/app/model.hpp"

namespace omnia::app {

// From the names and values that the page has kept; what is unknown is left as it is by itself.
Preferenze preferences_of(const std::map<std::string, std::string>& kept);

}  // namespace omnia::app
