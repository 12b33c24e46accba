// What-if: the longest period that can start on the date asked, which limit binds, the first date for all the weeks.
#include "shared/rules/counters/what_if.hpp"
#include "shared/rules/explanation/facts.hpp"
#include "shared/rules/explanation/topics.hpp"

namespace omnia::rules::explanation {
namespace {

using domain::Date;

counters::Ipotesi question(const Context& c) {
  counters::Ipotesi i;
  const auto most = static_cast<int>(c.norms.integer("cigo.max_weeks_consecutive", c.periodo->dal));
  i.richiesta = {c.up->progressivo, c.periodo->dal, most + 1, c.eone, 0};
  i.proroga = c.draft.periodo.tipo == domain::TipoRichiesta::proroga;
  i.ore_settimana_centesimi = c.settimane > 0 ? c.ore_centesimi / c.settimane : 0;
  return i;
}

Spiegazione binding_step(const counters::Vincolo& v) {
  return step(v.nome + ": " + v.testo, "È il limite che una settimana in più supererebbe.", v.citazione, v.lettura);
}

Spiegazione first_date_step(const Context& c) {
  const int weeks = static_cast<int>(c.settimane);
  const auto first =
      counters::first_date(c.registry, {c.up->progressivo, c.periodo->dal, weeks, c.eone, 0}, c.settore, c.norms, c.oggi);
  auto s =
      step(first ? "La prima data, da oggi, da cui " + std::string(weeks == 1 ? "entra " : "entrano ") + weeks_words(weeks) +
                       " è " + first->per_esteso() + "."
                 : "Nei prossimi quattro anni non c’è una data da cui " + std::string(weeks == 1 ? "entri " : "entrino ") +
                       weeks_words(weeks) + ".",
           "Si prova ogni lunedì: devono stare insieme nei limiti del biennio, delle settimane consecutive e del quinquennio.");
  s.fatti.push_back(day_of_review(c.oggi));
  s.fatti.push_back(typed("settimane richieste", std::to_string(weeks), "periodo.dal e periodo.al"));
  return s;
}

Spiegazione longest_step(const Context& c, const counters::Massimo& m, const counters::Ipotesi& i) {
  auto s = step_of({m.settimane, "settimane"},
                   m.periodo ? "Il periodo più lungo va " + span(*m.periodo) + ": " + weeks_words(m.settimane) + "."
                             : "Da quella data non entra alcuna settimana.",
                   "Si allunga la richiesta di una settimana alla volta finché ogni limite è rispettato.");
  s.fatti.push_back(typed("primo giorno", c.periodo->dal.italiano(), "periodo.dal"));
  if (i.ore_settimana_centesimi > 0) {
    s.fatti.push_back(
        typed("ore di una settimana, in media", domain::format_hundredths(i.ore_settimana_centesimi), "periodo.settimane"));
  }
  return s;
}

}  // namespace

Esito capienza(const Context& c) {
  if (auto why = missing_for_counters(c); !why.empty()) return missing(std::move(why));
  const auto i = question(c);
  const auto m = counters::longest_period(c.registry, i, c.settore, c.norms);
  auto root = step(m.testo, "La durata possibile è la più lunga che rispetta insieme tutti i limiti.",
                   "Artt. 4 e 12 D.Lgs. 148/2015", m.lettura);
  root.codice = "capienza";
  add_request(root, c);
  root.passi.push_back(longest_step(c, m, i));
  for (const auto& v : m.vincoli) root.passi.push_back(binding_step(v));
  root.passi.push_back(first_date_step(c));
  return root;
}

}  // namespace omnia::rules::explanation
