// Section Invio: the declarations of D.P.R. 445/2000. The notice of artt. 75-76 stays until they are accepted.
#include "shared/rules/alerts/sections.hpp"

namespace omnia::rules::alerts {

void invio(const Context& c, Collector& out) {
  if (c.draft.invio.dichiarazioni) return;
  out.add("A-DIC-01", "invio.dichiarazioni");
  out.add("A-DIC-02", "invio.dichiarazioni");
}

}  // namespace omnia::rules::alerts
