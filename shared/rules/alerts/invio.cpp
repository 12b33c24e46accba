// Section Invio: the UniEmens ticket, and the declarations of D.P.R. 445/2000 whose notice (artt. 75-76) stays until they are
// accepted.
#include <algorithm>

#include "shared/domain/ascii.hpp"
#include "shared/rules/alerts/sections.hpp"

namespace omnia::rules::alerts {
namespace {

using domain::Date;

constexpr std::size_t kTicketLength = 16;  // as reported by consultants: the act that says so could not be read

bool alphanumeric(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

// msg. INPS 1759/2016: the ticket of the domanda is that of the events in UniEmens.
void ticket(const Context& c, Collector& out) {
  const std::string campo = "invio.ticket";
  const std::string_view typed = domain::ascii::trim(c.draft.invio.ticket);
  if (typed.empty()) return out.add("A-TIC-01", campo);
  if (typed.size() != kTicketLength || !alphanumeric(typed)) out.add("A-TIC-02", campo, {{"ticket", std::string(typed)}});
  for (const auto& a : c.registry.autorizzazioni) {
    if (a.ticket == typed) {
      out.add("A-TIC-03", campo, {{"numero", a.numero}});
      continue;
    }
    if (c.up == nullptr || !c.periodo || a.unita_produttiva != c.up->progressivo) continue;
    const auto& days = a.giorni_fruiti;
    const auto first = std::lower_bound(days.begin(), days.end(), c.periodo->dal);
    if (first != days.end() && *first <= c.periodo->al) out.add("A-TIC-04", campo, {{"numero", a.numero}});
  }
}

}  // namespace

void invio(const Context& c, Collector& out) {
  ticket(c, out);
  if (c.draft.invio.dichiarazioni) return;
  out.add("A-DIC-01", "invio.dichiarazioni");
  out.add("A-DIC-02", "invio.dichiarazioni");
}

}  // namespace omnia::rules::alerts
