// How sure a value of the law tables is.
#pragma once

namespace omnia::norms {

// Read in a source; knowledge of the field not re-read; a reading among several (a switch).
enum class Mark { confirmed, knowledge, reading };

}  // namespace omnia::norms
