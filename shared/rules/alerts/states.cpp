#include "shared/rules/alerts/states.hpp"

#include <algorithm>

#include "shared/rules/alerts/collector.hpp"

namespace omnia::rules::alerts {
namespace {

bool azienda_done(const Context& c) {
  const auto& a = c.draft.azienda;
  const auto& r = a.legale_rappresentante;
  return a.matricola && a.codice_fiscale && !blank(a.denominazione) && a.pec && a.dipendenti_medi && !blank(r.cognome) &&
         !blank(r.nome) && r.codice_fiscale;
}

bool causale_done(const Context& c) {
  const auto& o = c.draft.causale.ordinanza;
  const bool order = c.draft.causale.id == "ORDINE_AUTORITA";
  return c.causale != nullptr && (!order || (!blank(o.ente) && !blank(o.numero) && o.data));
}

bool periodo_done(const Context& c) {
  const auto& p = c.draft.periodo;
  const bool plan = !p.settimane.empty() &&
                    std::all_of(p.settimane.begin(), p.settimane.end(), [](const auto& s) { return s.lavoratori && s.ore; });
  const bool extension = p.tipo == domain::TipoRichiesta::prima || !blank(p.motivi_proroga);
  return p.data_inizio_effettivo && c.periodo && plan && extension && (!c.eone || !p.giorni_evento.empty());
}

bool lavoratori_done(const Context& c) {
  const auto& people = c.draft.lavoratori.beneficiari;
  return !people.empty() &&
         std::all_of(people.begin(), people.end(), [](const auto& b) { return b.codice_fiscale && !b.qualifica.empty(); });
}

bool relazione_done(const Context& c) {
  const auto& r = c.draft.relazione;
  const bool written = r.modalita == domain::ModalitaRelazione::pdf
                           ? !blank(r.pdf_nome)
                           : !blank(r.cause) && !blank(r.non_imputabilita) && !blank(r.ripresa);
  return written && r.dichiarazione;
}

bool indicatori_done(const Context& c) { return c.causale != nullptr && (!c.causale->indicatori || c.indicatori); }

bool consultazione_done(const Context& c) {
  using union_consultation::Dovere;
  if (!c.consultazione) return false;
  const auto& s = c.draft.consultazione;
  return c.consultazione->dovere == Dovere::nessuno || (s.data_comunicazione && s.dichiarazione);
}

bool pagamento_done(const Context& c) { return !c.liquidita || c.liquidita->verdetto != liquidity::Verdetto::incompleta; }

template <class Section>
Stato state(bool done, const Section& section) {
  if (done) return Stato::completa;
  return section == Section{} ? Stato::vuota : Stato::parziale;
}

}  // namespace

std::vector<StatoSezione> states(const Context& c) {
  const auto& d = c.draft;
  const auto& up = d.unita_produttiva;
  const Stato all[] = {state(azienda_done(c), d.azienda),       state(up.progressivo && up.autocertificazione, up),
                       state(causale_done(c), d.causale),       state(periodo_done(c), d.periodo),
                       state(lavoratori_done(c), d.lavoratori), state(relazione_done(c), d.relazione),
                       state(indicatori_done(c), d.indicatori), state(consultazione_done(c), d.consultazione),
                       state(pagamento_done(c), d.pagamento),   state(d.invio.dichiarazioni, d.invio)};
  std::vector<StatoSezione> rows;
  for (std::size_t i = 0; i < std::size(kSections); ++i) rows.push_back({std::string(kSections[i]), all[i], 0, 0});
  return rows;
}

}  // namespace omnia::rules::alerts
