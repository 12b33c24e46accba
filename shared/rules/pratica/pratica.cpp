#include "shared/rules/pratica/pratica.hpp"

#include "shared/rules/alerts/collector.hpp"
#include "shared/rules/deadlines/terms.hpp"
#include "shared/rules/payment_flow/payment_flow.hpp"

namespace omnia::rules::pratica {
namespace {

using alerts::Collector;
using domain::Date;
using domain::ModalitaPagamento;
using norms::Norms;

void inquiry(const Pratica& p, const Norms& norms, Date oggi, Collector& out) {
  if (!p.interlocuzione || p.risposta || p.esito != Esito::nessuno) return;
  const auto term = deadlines::inquiry(*p.interlocuzione, oggi, norms);
  if (term.scaduto) {
    out.add("A-IST-02", "interlocuzione", {{"data", term.data.italiano()}});
  } else if (term.giorni_rimasti <= norms.integer("deadlines.warning_days_left", oggi)) {
    out.add("A-IST-01", "interlocuzione", {{"data", term.data.italiano()}});
  }
}

// A refusal, whole or in part, may be appealed from the day it was received (art. 17).
void outcome(const Pratica& p, const Norms& norms, Date oggi, Collector& out) {
  if (!p.esito_ricevuto || (p.esito != Esito::respinta && p.esito != Esito::parziale)) return;
  const auto term = deadlines::appeal(*p.esito_ricevuto, oggi, norms);
  const std::string last = term.data.italiano();
  if (p.esito == Esito::parziale && !p.esclusioni.empty()) {
    out.add("A-IST-05", "esito", {{"esclusioni", alerts::join(p.esclusioni)}, {"data", last}});
  }
  if (p.esito != Esito::respinta || term.scaduto) return;
  const auto days = norms.integer("procedure.appeal_days", *p.esito_ricevuto);
  out.add("A-IST-03", "esito", {{"data", last}, {"giorni", std::to_string(days)}});
  if (term.giorni_rimasti <= norms.integer("procedure.appeal_warning_days", oggi)) out.add("A-IST-04", "esito", {{"data", last}});
}

void set_off(const Pratica& p, const Norms& norms, Date oggi, Collector& out) {
  if (p.conguaglio) return;
  const auto flow = payment_flow::set_off(p.periodo, *p.autorizzazione, oggi, norms);
  if (flow.termine.scaduto) {
    out.add("A-DEC-02", "conguaglio", {{"data", flow.termine.data.italiano()}, {"verifica", flow.verifica.italiano()}});
  } else if (flow.termine.giorni_rimasti <= norms.integer("payment.setoff_warning_days", oggi)) {
    out.add("A-DEC-01", "conguaglio", {{"data", flow.termine.data.italiano()}}, {.lettura = flow.termine.lettura});
  }
}

// What was set off stays so: direct payment begins where it ends (msg. INPS 2066/2020).
void direct(const Pratica& p, const Norms& norms, Date oggi, Collector& out) {
  if (p.conguaglio) out.add("A-LIQ-09", "pagamento");
  if (p.flusso == Flusso::nessuno) {
    const auto flow = payment_flow::direct(p.periodo, *p.autorizzazione, oggi, norms);
    if (flow.termine.giorni_rimasti <= norms.integer("payment.direct_warning_days", oggi)) {
      out.add("A-DEC-03", "flusso", {{"data", flow.termine.data.italiano()}}, {.lettura = flow.termine.lettura});
    }
    return;
  }
  if (alerts::blank(p.autorizzazione_nel_flusso)) {
    out.add("A-DEC-04", "autorizzazione_nel_flusso", {{"numero", p.numero_autorizzazione}});
  }
  const auto* from = norms.find("payment.uniemens_cig_from", oggi);
  if (p.flusso == Flusso::sr41 && from != nullptr && p.periodo.dal.days() >= from->intero) {
    const auto day = Date::from_days(static_cast<std::int32_t>(from->intero));
    out.add("A-DEC-05", "flusso", {{"data", day.italiano()}});
  }
}

}  // namespace

std::vector<Alert> check(const Pratica& pratica, const Norms& norms, Date oggi) {
  Collector out(norms);
  inquiry(pratica, norms, oggi, out);
  outcome(pratica, norms, oggi, out);
  if (pratica.autorizzazione) {
    (pratica.pagamento == ModalitaPagamento::diretto ? direct : set_off)(pratica, norms, oggi, out);
  }
  auto found = std::move(out).sorted();
  for (Alert& alert : found) alert.sezione = "pratica";
  return found;
}

}  // namespace omnia::rules::pratica
