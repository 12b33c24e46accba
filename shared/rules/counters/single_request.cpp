#include "shared/rules/counters/single_request.hpp"

#include <algorithm>

#include "shared/rules/counters/ledger.hpp"

namespace omnia::rules::counters {
namespace {

using domain::Period;
using domain::StatoAutorizzazione;

constexpr int kBackWeeks = 104;  // twice the longest run

// CIGO of the UP, whatever its cause: authorised, or asked and not decided yet (only for the prudent figure).
std::vector<Voce> before_the_request(const Caso& caso) {
  std::vector<Voce> voci;
  const auto add = [&](std::string_view numero, const Period& periodo, bool decided) {
    Voce& voce = voci.emplace_back();
    voce.numero = numero;
    voce.periodo = periodo;
    voce.conta = decided;
    voce.prudente = !decided;
    voce.motivo = decided ? "Settimane autorizzate prima della proroga." : "In istruttoria: si conta solo nella stima prudente.";
  };
  for (const auto& a : caso.registry.autorizzazioni) {
    if (a.unita_produttiva != caso.richiesta.unita_produttiva || a.prestazione != "CIGO") continue;
    const bool decided = a.stato == StatoAutorizzazione::autorizzata;
    if (decided || a.stato == StatoAutorizzazione::in_istruttoria) add(a.numero, a.periodo, decided);
  }
  for (const auto& d : caso.registry.domande) {
    if (d.unita_produttiva == caso.richiesta.unita_produttiva && d.periodo.giorni() > 0 && still_pending(caso, d))
      add(d.protocollo, d.periodo, false);
  }
  return voci;
}

// Weeks without a break at the end of the ledger.
int run_of(const Ledger& ledger) {
  int run = 0;
  while (run < ledger.size() && ledger.units(ledger.size() - 1 - run) > 0) ++run;
  return run;
}

std::string finding(const Contatore& c, bool proroga, int single, int total) {
  const std::string asked = weeks_words(c.settimane_richieste);
  if (!proroga) {
    if (!c.superato) return "La richiesta è di " + asked + ", entro le " + std::to_string(single) + " di una sola domanda.";
    return "La richiesta è di " + asked + ": una sola domanda ne ammette " + std::to_string(single) +
           ". Per le altre invia una proroga.";
  }
  const std::string before = std::to_string(c.usato / kUnitsPerWeek);
  if (c.superato) {
    return "Con le " + before + " settimane già autorizzate senza interruzione, la proroga di " + asked + " può arrivare a " +
           std::to_string(c.settimane_ammesse) + ": al massimo " + std::to_string(single) + " alla volta e " +
           std::to_string(total) + " in tutto.";
  }
  return "Proroga di " + asked + " dopo " + before + " settimane senza interruzione: in tutto " +
         std::to_string(c.usato / kUnitsPerWeek + c.settimane_richieste) + " su " + std::to_string(total) + ".";
}

}  // namespace

Contatore single_request(const domain::Registry& registry, const Richiesta& richiesta, bool proroga, routing::Settore settore,
                         const norms::Norms& norms) {
  const Caso caso = open_case(registry, richiesta, settore, norms);
  const int single = static_cast<int>(norms.integer(proroga ? "cigo.max_weeks_extension" : "cigo.max_weeks_single", caso.giorno));
  const int total = static_cast<int>(norms.integer("cigo.max_weeks_consecutive", caso.giorno));
  Contatore c;
  c.codice = "richiesta";
  c.nome = "Durata della richiesta";
  c.settimane_richieste = caso.richiesta.settimane;
  c.richiesto = c.settimane_richieste * kUnitsPerWeek;
  c.limite = (proroga ? total : single) * kUnitsPerWeek;
  c.finestra = {caso.richiesta.primo_lunedi, caso.ultima_domenica()};
  int room = single;
  if (proroga) {
    const Period back{caso.lunedi(-kBackWeeks), caso.richiesta.primo_lunedi - 1};
    const auto voci = before_the_request(caso);
    const Registri all = fill(caso, voci, back.dal, kBackWeeks, back);
    const int run = run_of(all.ufficiale);
    const int prudent = run_of(all.prudente);
    c.usato = run * kUnitsPerWeek;
    c.usato_prudente = prudent * kUnitsPerWeek;
    c.finestra.dal = caso.lunedi(-run);
    const domain::Date first = caso.lunedi(-prudent);
    if (prudent > 0) c.righe = fill(caso, voci, first, prudent, {first, back.al}).righe;
    room = std::min(single, total - run);
  }
  c.residuo = std::max<std::int64_t>(0, c.limite - c.usato);
  c.settimane_ammesse = std::clamp(room, 0, c.settimane_richieste);
  c.superato = c.settimane_ammesse < c.settimane_richieste;
  if (const auto* p = norms.find("cigo.max_weeks_single", caso.giorno)) c.citazione = p->citazione;
  c.testo = finding(c, proroga, single, total);
  return c;
}

}  // namespace omnia::rules::counters
