#include "shared/rules/alerts/context.hpp"

#include <algorithm>

namespace omnia::rules::alerts {
namespace {

using domain::Date;
using domain::Period;

void read_period(Context& c) {
  const auto& p = c.draft.periodo;
  if (p.data_inizio_effettivo) {
    c.inizio = *p.data_inizio_effettivo;
  } else if (p.dal) {
    c.inizio = p.dal->lunedi();
  }
  if (p.dal && p.al && *p.dal <= *p.al) {
    c.periodo = Period{p.dal->lunedi(), p.al->lunedi() + 6};
    c.settimane = c.periodo->giorni() / 7;
    c.periodo_ragionevole = c.settimane <= kMostWeeks;
  }
  for (const auto& s : p.settimane) {
    if (s.ore) c.ore_centesimi += s.ore->centesimi;
  }
}

void read_unit(Context& c) {
  const auto& progressivo = c.draft.unita_produttiva.progressivo;
  if (!progressivo) return;
  for (const auto& up : c.registry.unita_produttive) {
    if (up.progressivo == progressivo->n) c.up = &up;
  }
}

void read_people(Context& c) {
  const auto& everybody = c.registry.lavoratori;
  for (std::size_t i = 0; c.up != nullptr && i < everybody.size(); ++i) {
    if (everybody[i].unita_produttiva == c.up->progressivo) c.organico.add(everybody[i].codice_fiscale, i);
  }
  c.organico.sort();
  const auto& beneficiari = c.draft.lavoratori.beneficiari;
  c.in_registro.assign(beneficiari.size(), nullptr);
  for (std::size_t i = 0; i < beneficiari.size(); ++i) {
    const auto& cf = beneficiari[i].codice_fiscale;
    if (!cf) continue;
    c.beneficiari.add(cf->str(), i);
  }
  c.beneficiari.sort();
  // Both lists are sorted: one walk pairs them.
  auto known = c.organico.keys().begin();
  for (const auto& person : c.beneficiari.keys()) {
    while (known != c.organico.keys().end() && known->before(person)) ++known;
    if (known == c.organico.keys().end()) break;
    if (known->same_person(person)) c.in_registro[person.at] = &everybody[known->at];
  }
}

void work_out(Context& c) {
  if (c.posizione_nota) {
    c.instradamento = routing::route(c.registry.posizione, c.giorno(), c.norms, c.oggi);
    c.settore = routing::settore(c.instradamento);
  }
  if (c.causale != nullptr && c.inizio) {
    c.scadenza = deadlines::cigo(*c.inizio, c.draft.periodo.giorni_evento, c.eone, c.oggi, c.norms);
  }
  if (c.up != nullptr && c.periodo_ragionevole) {
    const counters::Richiesta richiesta{c.up->progressivo, c.periodo->dal, static_cast<int>(c.settimane), c.eone,
                                        c.ore_centesimi,   c.oggi};
    c.contatori = counters::count(c.registry, richiesta, c.settore, c.norms);
  }
  if (c.draft.pagamento.modalita == domain::ModalitaPagamento::diretto) {
    c.liquidita = liquidity::evaluate(c.draft.pagamento, c.oggi, c.norms);
  }
}

}  // namespace

Context make_context(const domain::Draft& draft, const domain::Registry& registry, const norms::Norms& norms, Date oggi) {
  Context c(draft, registry, norms, oggi);
  c.posizione_nota = !registry.posizione.matricola.empty();
  c.causale = norms.causale(draft.causale.id);
  c.eone = c.causale != nullptr && c.causale->eone;
  read_period(c);
  read_unit(c);
  read_people(c);
  work_out(c);
  work_out_duties(c);
  return c;
}

bool longer_than_months(Date dal, Date al, std::int64_t mesi) { return al >= dal.add_months(static_cast<int>(mesi)); }

std::vector<Date> mondays(const Period& periodo) {
  std::vector<Date> all;
  for (Date monday = periodo.dal.lunedi(); monday <= periodo.al; monday = monday + 7) all.push_back(monday);
  return all;
}

}  // namespace omnia::rules::alerts
