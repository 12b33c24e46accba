// Section Indicatori: asked for by lack of work and market crisis, by year or by quarter (art. 3 D.M. 95442/2016, msg. INPS
// 2372/2023). What they mean is weighed by the office: here only what is missing, and warnings.
#include <algorithm>

#include "shared/rules/alerts/sections.hpp"

namespace omnia::rules::alerts {
namespace {

using domain::RigaIndicatori;
using indicators::Verso;

std::string row(std::size_t index, std::string_view field) {
  return "indicatori.periodi[" + std::to_string(index) + "]." + std::string(field);
}

std::string name(const RigaIndicatori& r) { return indicators::period_name(r.anno, r.trimestre); }

void figures(const Context& c, Collector& out) {
  const auto& rows = c.draft.indicatori.periodi;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const auto& voce : indicators::voci()) {
      if (voce.ore != nullptr) {
        out.formal(rows[i].*voce.ore, row(i, voce.campo), "un numero di ore");
        continue;
      }
      if (voce.importo == nullptr) {
        out.formal(rows[i].ordini_numero, row(i, voce.campo), "un numero intero");
        continue;
      }
      const auto& entry = rows[i].*voce.importo;
      if (entry.empty()) continue;
      out.formal(entry, row(i, voce.campo), "un importo");
      // Results may be losses; turnover, debt, orders, stock and energy may not.
      const bool signed_figure =
          voce.importo == &RigaIndicatori::risultato_operativo || voce.importo == &RigaIndicatori::risultato_impresa;
      if (entry && entry->cent < 0 && !signed_figure) {
        out.add("A-IND-06", row(i, voce.campo), {{"voce", voce.nome}, {"periodo", name(rows[i])}});
      }
    }
  }
}

void mixed(const Context& c, Collector& out) {
  bool years = false;
  bool quarters = false;
  for (const auto& r : c.draft.indicatori.periodi) (r.trimestre == 0 ? years : quarters) |= !indicators::empty(r);
  if (years && quarters) out.add("A-IND-02", "indicatori.modalita");
}

// A period that stands alone: nothing a year before, and not itself the reference of a later one.
void references(const Context& c, Collector& out) {
  const auto& section = c.draft.indicatori;
  for (std::size_t i = 0; i < section.periodi.size(); ++i) {
    const auto& r = section.periodi[i];
    if (indicators::empty(r) || indicators::reference(section, r) != nullptr) continue;
    const bool serves = std::any_of(section.periodi.begin(), section.periodi.end(), [&](const RigaIndicatori& later) {
      return !indicators::empty(later) && indicators::reference(section, later) == &r;
    });
    if (serves) continue;
    out.add("A-IND-03", row(i, "fatturato"),
            {{"periodo", name(r)}, {"riferimento", indicators::period_name(r.anno - 1, r.trimestre)}});
  }
}

void trend(const Context& c, Collector& out) {
  const auto& esito = *c.indicatori;
  const auto last = c.draft.indicatori.periodi.size() - 1;
  if (esito.complessivo != Verso::non_calcolabile && esito.a_favore == 0) out.add("A-IND-04", "indicatori.modalita");
  const auto turnover = std::find_if(esito.confronti.rbegin(), esito.confronti.rend(), [](const indicators::Confronto& one) {
    return one.voce->importo == &RigaIndicatori::fatturato && one.verso != Verso::non_calcolabile;
  });
  const auto most = c.norms.integer("indicators.turnover_growth_percent", c.oggi);
  if (c.causale->id == "MANC_LAVORO" && turnover != esito.confronti.rend() &&
      indicators::beyond(turnover->attuale, turnover->riferimento, most)) {
    out.add("A-IND-05", "indicatori.modalita", {{"variazione", turnover->variazione()}});
  }
  const auto& rows = c.draft.indicatori.periodi;
  const bool orders =
      std::any_of(rows.begin(), rows.end(), [](const auto& r) { return !r.ordini_numero.empty() || !r.ordini_valore.empty(); });
  if (!orders) out.add("A-IND-07", row(last, "ordini_numero"));
}

}  // namespace

void indicatori(const Context& c, Collector& out) {
  figures(c, out);
  if (c.causale == nullptr) return;
  const auto& rows = c.draft.indicatori.periodi;
  const bool typed = std::any_of(rows.begin(), rows.end(), [](const auto& r) { return !indicators::empty(r); });
  if (!c.causale->indicatori) {
    if (typed) out.add("A-IND-08", "indicatori.modalita");
    return;
  }
  if (!typed) {
    if (c.draft.relazione.modalita == domain::ModalitaRelazione::testo) out.add("A-IND-01", "indicatori.modalita");
    return;
  }
  mixed(c, out);
  references(c, out);
  trend(c, out);
}

}  // namespace omnia::rules::alerts
