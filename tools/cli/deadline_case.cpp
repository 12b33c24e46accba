#include "tools/cli/deadline_case.hpp"

#include <map>

#include "shared/rules/deadlines/deadlines.hpp"
#include "shared/rules/payment_flow/payment_flow.hpp"
#include "shared/wire/answers.hpp"
#include "shared/wire/wire.hpp"
#include "tools/cli/history.hpp"

namespace omnia::cli {
namespace {

using domain::Date;
using norms::Norms;
using rules::deadlines::Termine;
namespace deadlines = rules::deadlines;

RispostaTermine of_term(const Termine& t, std::string json) {
  RispostaTermine r;
  r.titolo = t.nome;
  r.data = t.data;
  r.senza_proroga = t.senza_proroga;
  r.con_proroga = t.con_proroga;
  r.giorni_rimasti = t.giorni_rimasti;
  r.tardiva = t.scaduto;
  r.regola = t.testo;
  r.citazione = t.citazione;
  r.lettura = t.lettura;
  r.json = std::move(json);
  return r;
}

Date needed(const std::optional<Date>& day, const char* column, const char* what) {
  if (!day) throw DatoMancante{column, what};
  return *day;
}

// Events of several months are several terms.
void add_months(const CasoTermine& c, const Norms& norms, RispostaTermine& r) {
  if (!c.eone) return;
  const auto months = deadlines::events_by_month(c.eventi, c.oggi, norms);
  if (months.mesi.size() > 1) r.note.push_back(months.testo);
}

RispostaTermine cigo(const CasoTermine& c, const Norms& norms) {
  const auto s = deadlines::cigo(c.inizio, c.eventi, c.eone, c.oggi, norms);
  RispostaTermine r;
  r.titolo = "Termine della domanda";
  r.domanda = true;
  r.data = s.data;
  r.senza_proroga = s.senza_proroga;
  r.prudenziale = s.prudenziale;
  r.con_proroga = s.con_proroga;
  r.giorni_rimasti = s.giorni_rimasti;
  r.tardiva = s.tardiva;
  r.primo_giorno_autorizzabile = s.primo_giorno_autorizzabile;
  if (s.primo_giorno_autorizzabile)
    r.primo_giorno_altra_lettura = deadlines::first_payable_other(c.inizio, c.oggi, s.data, norms);
  r.regola = s.regola;
  r.citazione = s.citazione;
  r.lettura = s.lettura;
  r.json = wire::write(s);
  add_months(c, norms, r);
  return r;
}

RispostaTermine ais(const CasoTermine& c, const Norms& norms) {
  const auto t = deadlines::ais(c.inizio, c.eventi, c.eone, c.oggi, norms);
  auto r = of_term(t.termine, wire::write(t));
  r.domanda = true;
  r.primo_giorno_invio = t.primo_giorno;
  r.primo_giorno_autorizzabile = t.primo_giorno_autorizzabile;
  add_months(c, norms, r);
  return r;
}

RispostaTermine cisoa(const CasoTermine& c, const Norms& norms) {
  const auto t = deadlines::cisoa(c.inizio, c.oggi, norms);
  auto r = of_term(t, wire::write(t));
  r.domanda = true;
  return r;
}

domain::Period authorised(const CasoTermine& c) {
  const Date last = needed(c.fine, "fine", "serve l’ultimo giorno del periodo autorizzato.");
  if (last < c.inizio) throw DatoMancante{"fine", "viene prima dell’inizio: correggi una delle due date."};
  return {c.inizio, last};
}

RispostaTermine set_off(const CasoTermine& c, const Norms& norms) {
  const domain::Period periodo = authorised(c);
  const auto t =
      rules::payment_flow::set_off(periodo, needed(c.atto, "atto", "serve la data dell’autorizzazione."), c.oggi, norms);
  auto r = of_term(t.termine, wire::write(t));
  r.note.push_back(t.testo_verifica + " (" + t.citazione_verifica + ")");
  return r;
}

RispostaTermine direct(const CasoTermine& c, const Norms& norms) {
  const domain::Period periodo = authorised(c);
  const auto t = rules::payment_flow::direct(periodo, c.atto, c.oggi, norms);
  return of_term(t.termine, wire::write(t));
}

RispostaTermine inquiry(const CasoTermine& c, const Norms& norms) {
  const auto t = deadlines::inquiry(c.inizio, c.oggi, norms);
  return of_term(t, wire::write(t));
}

RispostaTermine decision_of(const CasoTermine& c, deadlines::Procedura procedura, const Norms& norms) {
  std::vector<deadlines::Sospensione> stops;
  if (c.sospesa_al && !c.sospesa_dal) throw DatoMancante{"sospesa_dal", "serve il giorno della richiesta di documenti."};
  if (c.sospesa_dal && *c.sospesa_dal < c.inizio)
    throw DatoMancante{"sospesa_dal", "viene prima della domanda completa: correggi una delle due date."};
  if (c.sospesa_dal && c.sospesa_al && *c.sospesa_al < *c.sospesa_dal)
    throw DatoMancante{"sospesa_al", "viene prima della richiesta di documenti: correggi una delle due date."};
  if (c.sospesa_dal) stops.push_back({"richiesta di documenti", *c.sospesa_dal, c.sospesa_al});
  const auto t = deadlines::decision(c.inizio, procedura, stops, c.oggi, norms);
  return of_term(t.termine, wire::write(t));
}

RispostaTermine decision(const CasoTermine& c, const Norms& norms) { return decision_of(c, deadlines::Procedura::cigo, norms); }

RispostaTermine decision_cigs(const CasoTermine& c, const Norms& norms) {
  return decision_of(c, deadlines::Procedura::cigs, norms);
}

RispostaTermine appeal(const CasoTermine& c, const Norms& norms) {
  const auto t = deadlines::appeal(c.inizio, c.oggi, norms);
  return of_term(t, wire::write(t));
}

RispostaTermine tar(const CasoTermine& c, const Norms& norms) {
  const auto t = deadlines::tar(c.inizio, c.oggi, norms);
  return of_term(t, wire::write(t));
}

}  // namespace

RispostaTermine answer(const CasoTermine& caso, const Norms& norms) {
  using Rule = RispostaTermine (*)(const CasoTermine&, const Norms&);
  static const std::map<std::string, Rule> kRules = {{"CIGO", cigo},
                                                     {"FIS", ais},
                                                     {"FONDO", ais},
                                                     {"CISOA", cisoa},
                                                     {"CONGUAGLIO", set_off},
                                                     {"DIRETTO", direct},
                                                     {"SUPPLEMENTO", inquiry},
                                                     {"DECISIONE", decision},
                                                     {"DECISIONE_CIGS", decision_cigs},
                                                     {"RICORSO", appeal},
                                                     {"TAR", tar}};
  const auto rule = kRules.find(caso.tipo);
  if (rule != kRules.end() || is_inps_fund(caso.tipo, norms)) {
    auto r = rule != kRules.end() ? rule->second(caso, norms) : ais(caso, norms);
    if (r.citazione.empty()) throw DatoMancante{"inizio", "per quel giorno il termine non è nelle tabelle delle norme."};
    return r;
  }
  throw DatoMancante{"tipo", "«" + caso.tipo + "» non è ammesso: scrivi uno fra " + kTipiTermine + ", o il codice di un Fondo."};
}

}  // namespace omnia::cli
