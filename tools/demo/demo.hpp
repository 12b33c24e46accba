// Demo files: UniEmens flows and the CSV of the registry, the same bytes for the same arguments.
#pragma once
#include <functional>
#include <string>

#include "tools/demo/world.hpp"

namespace omnia::demo {

// `path` is relative ("uniemens/2026-10/4977777750.xml").
using Writer = std::function<void(const std::string& path, const std::string& content)>;

struct Summary {
  int files = 0;
  std::int64_t bytes = 0;
};
Summary generate(const Options& options, const Writer& write);

// One flow: the companies that send one for the month; empty text when none does.
std::string uniemens(const std::vector<const Azienda*>& aziende, domain::YearMonth mese, const Persona& mittente);

std::string aziende_csv(const World& world);
std::string unita_produttive_csv(const World& world);
std::string autorizzazioni_csv(const World& world);
std::string deleghe_csv(const World& world);
std::string identita_csv(const World& world);

}  // namespace omnia::demo
