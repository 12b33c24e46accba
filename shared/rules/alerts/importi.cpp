// What the request is worth and what it costs, shown in section Pagamento: the ceiling of the year and the contributo
// addizionale (D.Lgs. 148/2015 artt. 3, 5 and 13).
#include "shared/rules/alerts/sections.hpp"
#include "shared/rules/amounts/amounts.hpp"
#include "shared/rules/counters/contribution.hpp"

namespace omnia::rules::alerts {
namespace {

constexpr const char* kCampo = "pagamento.modalita";

void ceiling(const Context& c, Collector& out) {
  const bool raised = c.edile() && c.causale->meteo;
  for (const domain::Date day : {c.periodo->dal, c.periodo->al}) {
    if (amounts::ceiling(day, raised, c.norms)) continue;
    out.add("A-IMP-01", kCampo, {{"anno", std::to_string(day.anno())}});
    break;
  }
  if (raised) {
    const auto increase = c.norma("treatment.building_weather_increase");
    out.add("A-IMP-02", kCampo, {{"percento", counters::percent_text(increase)}});
  }
}

void contribution(const Context& c, Collector& out) {
  if (c.eone) return out.add("A-IMP-04", kCampo);
  if (c.up == nullptr) return;
  const counters::RichiestaAliquota request{c.up->progressivo, "CIGO", false, domain::YearMonth::of(c.periodo->dal),
                                            c.periodo->dal,    true};
  const auto rate = counters::contribution_rate(c.registry, request, c.norms);
  if (!rate.calcolabile) return;
  out.add("A-IMP-03", kCampo, {{"aliquota", counters::percent_text(rate.percento_centesimi)}}, {.lettura = rate.lettura});
}

}  // namespace

void importi(const Context& c, Collector& out) {
  if (c.causale == nullptr || !c.periodo_ragionevole) return;
  ceiling(c, out);
  contribution(c, out);
}

}  // namespace omnia::rules::alerts
