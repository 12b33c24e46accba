#include "tools/cli/commands.hpp"
namespace omnia::cli {
int drafts(const DraftsArgs&) { return 1; }
}  // namespace omnia::cli
