// Section Unità produttiva: one UP a domanda, registered and alive; building sites need a contract (circ. INPS 139/2016).
#include <algorithm>

#include "shared/rules/alerts/sections.hpp"

namespace omnia::rules::alerts {
namespace {

// Same address, whatever the ASCII case; an empty one equals nothing.
bool same_place(std::string_view a, std::string_view b) {
  const auto lower = [](char ch) { return ch >= 'A' && ch <= 'Z' ? static_cast<char>(ch - 'A' + 'a') : ch; };
  return !blank(a) && a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) { return lower(x) == lower(y); });
}

void site(const Context& c, Collector& out) {
  const auto& u = c.draft.unita_produttiva;
  if (blank(u.contratto_appalto)) out.add("A-UP-05", "unita_produttiva.contratto_appalto");
  out.formal(u.appalto_dal, "unita_produttiva.appalto_dal", "una data valida");
  out.formal(u.appalto_al, "unita_produttiva.appalto_al", "una data valida");
  if (u.appalto_dal && u.appalto_al) {
    const auto shortest = static_cast<int>(c.norms.integer("site.min_months", *u.appalto_dal));
    if (*u.appalto_al < *u.appalto_dal) {
      out.add("A-FRM-09", "unita_produttiva.appalto_al");
    } else if (*u.appalto_al + 1 < u.appalto_dal->add_months(shortest)) {
      out.add("A-UP-04", "unita_produttiva.appalto_al");
    }
  }
  const auto& p = c.registry.posizione;
  if (same_place(c.up->indirizzo, p.indirizzo) && same_place(c.up->comune, p.comune)) {
    out.add("A-UP-08", "unita_produttiva.progressivo");
  }
}

}  // namespace

void unita_produttiva(const Context& c, Collector& out) {
  const auto& u = c.draft.unita_produttiva;
  if (u.progressivo.empty()) out.add("A-UP-01", "unita_produttiva.progressivo");
  out.formal(u.progressivo, "unita_produttiva.progressivo", "un numero di unità produttiva");
  if (!u.autocertificazione) out.add("A-UP-06", "unita_produttiva.autocertificazione");
  if (u.progressivo && c.up == nullptr && c.posizione_nota) {
    out.add("A-UP-02", "unita_produttiva.progressivo", {{"progressivo", std::to_string(u.progressivo->n)}});
  }
  if (c.up == nullptr) return;
  const bool not_yet = c.inizio && c.up->dal && *c.inizio < *c.up->dal;
  const bool no_more = c.inizio && c.up->al && *c.inizio > *c.up->al;
  if (not_yet || no_more) out.add("A-UP-03", "unita_produttiva.progressivo", {{"data", c.inizio->italiano()}});
  if (c.organico.keys().empty()) out.add("A-UP-07", "unita_produttiva.progressivo");
  if (c.up->tipo == domain::TipoUnita::cantiere) site(c, out);
}

}  // namespace omnia::rules::alerts
