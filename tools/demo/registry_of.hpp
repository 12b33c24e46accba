// The registry of a demo company as the office holds it after importing the demo files, without files and database.
#pragma once
#include "shared/domain/registry.hpp"
#include "tools/demo/world.hpp"

namespace omnia::demo {

domain::Registry registry_of(const World& world, const Azienda& azienda, domain::Date oggi);

}  // namespace omnia::demo
