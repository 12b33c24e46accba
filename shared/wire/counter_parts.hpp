// The counters as JSON, shared by the review and by the answers of single rules. Internal to shared/wire.
#pragma once
#include "shared/rules/counters/counters.hpp"
#include "shared/wire/writer.hpp"

namespace omnia::wire {

Json write_rows(const std::vector<rules::counters::RigaContatore>& righe);
Json write_contatore(const rules::counters::Contatore& contatore);
Json write_contatori(const rules::counters::Contatori& contatori);

}  // namespace omnia::wire
