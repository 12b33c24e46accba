// Reading what a person or another program wrote, where a name written wrong must not pass as missing.
#pragma once
#include <string_view>

#include "shared/domain/draft.hpp"
#include "shared/domain/result.hpp"

namespace omnia::wire {

// As read_draft(), but a member that the draft does not have is refused, with the one that was meant when its name is close
// ("json.sconosciuto"). Everything that write() makes passes.
domain::Result<domain::Draft> read_known_draft(std::string_view json);

}  // namespace omnia::wire
