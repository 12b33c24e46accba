#include "wasm-client/app/renewal.hpp"

#include "shared/forms/fields.hpp"
#include "wasm-client/app/drafts.hpp"
#include "wasm-client/app/session.hpp"
#include "wasm-client/app/subject.hpp"

namespace omnia::app {
namespace {

// The registry of the position first: what is copied is judged on the facts of today.
Effects start_from(Model& model, bool proroga) {
  if (!model.dettaglio || !can_file(model)) return {};
  const auto& filed = *model.dettaglio;
  model.rinnovo = Rinnovo{filed.bozza, filed.riga.protocollo, proroga};
  model.ricerca = {};
  model.ricerca.in_apertura = filed.riga.matricola;
  return {ask_registry(filed.riga.matricola)};
}

Effects extend(Model& model, const std::string&) { return start_from(model, true); }
Effects duplicate(Model& model, const std::string&) { return start_from(model, false); }

// An extension follows without a gap, as long as the first one was.
void next_weeks(domain::SezionePeriodo& period) {
  if (!period.dal || !period.al) return;
  const std::int32_t length = *period.al - *period.dal;
  const domain::Date monday = (*period.al + 1).lunedi();
  period.data_inizio_effettivo = {monday, {}};
  period.dal = {monday, {}};
  period.al = {monday + length, {}};
}

}  // namespace

domain::Draft renewed(const domain::Draft& filed, const std::string& protocollo, bool proroga, domain::Date oggi) {
  domain::Draft draft = filed;
  draft.id.clear();
  draft.unita_produttiva.autocertificazione = false;
  domain::SezionePeriodo period;
  if (proroga) {
    period.tipo = domain::TipoRichiesta::proroga;
    period.domanda_prorogata = protocollo;
    period.data_inizio_effettivo = filed.periodo.data_inizio_effettivo;
    period.dal = filed.periodo.dal;
    period.al = filed.periodo.al;
    next_weeks(period);
  }
  draft.periodo = std::move(period);
  forms::align_weeks(draft);
  auto& report = draft.relazione;
  report.dichiarazione = false;
  report.dal = report.al = {};
  report.pdf_nome.clear();
  report.pdf_impronta.clear();
  report.pdf_dimensione = {};
  draft.consultazione = {};
  draft.consultazione.rsu_presente = filed.consultazione.rsu_presente;
  draft.invio = {};
  draft.allegati.clear();
  const auto* causale = norms::Norms::builtin().causale(draft.causale.id);
  if (causale != nullptr && causale->indicatori) forms::align_indicators(draft, oggi);
  return draft;
}

Subject renewal_subject() { return {{{"rinnova.proroga", extend}, {"rinnova.copia", duplicate}}, {}, {}}; }

}  // namespace omnia::app
