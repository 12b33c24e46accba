// The next 24 months of the unit: what fits now, from when all of it fits, from when it fits again, and how it changes.
#include "shared/rules/counters/previsione.hpp"

#include "shared/rules/counters/checks.hpp"
#include "shared/rules/explanation/facts.hpp"
#include "shared/rules/explanation/topics.hpp"

namespace omnia::rules::explanation {
namespace {

using counters::Previsione;

Spiegazione now_step(const Context& c, const Previsione& p) {
  const auto& now = p.punti.front();
  auto s = step_of({now.settimane, "settimane"},
                   "Dal " + p.dal.italiano() + (now.settimane == 1 ? " si può" : " si possono") + " chiedere fino a " +
                       weeks_words(now.settimane) + " di seguito.",
                   now.fermano.any() ? "Il limite che ferma la settimana successiva: " + counters::names(now.fermano) + "."
                                     : "Nessun limite ferma le settimane provate.");
  s.fatti.push_back(typed("primo giorno", p.dal.italiano(), "periodo.dal"));
  s.fatti.push_back(worked_out("residuo del biennio", counters::weeks_phrase(now.biennio.residue), "biennio"));
  s.fatti.push_back(worked_out("residuo del quinquennio", counters::months_text(now.residuo_quinquennio), "quinquennio"));
  add_norm(s, c.norms, p.dal, "settimane di una sola domanda", "cigo.max_weeks_single");
  return s;
}

Spiegazione again_step(const Previsione& p) {
  auto s = step(p.di_nuovo ? "Usate queste, " + weeks_words(p.settimane) + " entrano di nuovo dal " + p.di_nuovo->italiano() + "."
                           : "Usate queste, nei prossimi 24 mesi non c’è spazio per altre " + weeks_words(p.settimane) + ".",
                "Si conta la richiesta come autorizzata per intero.", p.citazione);
  return s;
}

Spiegazione course_step(const Previsione& p) {
  auto s = step("Per lunedì di inizio, nei 24 mesi:",
                "Si prova da ogni lunedì, con ciò che il registro contiene oggi; il terzo delle ore non è provato.", p.citazione);
  for (const auto& t : counters::stretches(p)) {
    const std::string when =
        t.primo == t.ultimo ? "il " + t.primo.italiano() : "dal " + t.primo.italiano() + " al " + t.ultimo.italiano();
    auto one = step_of({t.settimane, "settimane"}, sentence(when + ": " + weeks_words(t.settimane)));
    one.fatti.push_back(worked_out("ferma", t.fermano.any() ? counters::names(t.fermano) : "nessun limite", "previsione"));
    s.passi.push_back(std::move(one));
  }
  return s;
}

}  // namespace

Esito previsione(const Context& c) {
  if (auto why = missing_for_counters(c); !why.empty()) return missing(std::move(why));
  const counters::Richiesta richiesta{c.up->progressivo, c.periodo->dal, static_cast<int>(c.settimane), c.eone, 0};
  const auto p = counters::forecast(c.registry, richiesta, c.settore, c.norms);
  auto root = step(p.testo, "Una richiesta entra se rispetta insieme settimane consecutive, biennio e quinquennio.", p.citazione,
                   p.lettura);
  root.codice = "previsione";
  add_request(root, c);
  root.passi.push_back(now_step(c, p));
  if (p.prima_data == p.dal) root.passi.push_back(again_step(p));
  root.passi.push_back(course_step(p));
  return root;
}

}  // namespace omnia::rules::explanation
