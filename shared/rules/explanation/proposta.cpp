#include "shared/rules/explanation/proposta.hpp"

#include <algorithm>

#include "shared/domain/quantity.hpp"
#include "shared/rules/explanation/facts.hpp"
#include "shared/rules/explanation/topics.hpp"

namespace omnia::rules::explanation {
namespace {

using domain::Date;
using domain::Draft;
using domain::SettimanaPiano;
using proposta::Proposta;
using proposta::Tipo;

// The question and its answer.
struct Esame {
  const Context& c;
  const Proposta& p;
  Date inviata;

  [[nodiscard]] const std::vector<SettimanaPiano>& piano() const { return c.draft.periodo.settimane; }
  [[nodiscard]] std::int64_t asked(std::size_t i) const { return piano()[i].ore ? piano()[i].ore->centesimi : 0; }
};

std::string hours_words(std::int64_t hundredths) { return domain::format_hundredths(hundredths) + " ore"; }

bool is_one_of(const std::string& codice, std::initializer_list<std::string_view> codici) {
  return std::find(codici.begin(), codici.end(), codice) != codici.end();
}
bool is_limit(const std::string& codice) { return is_one_of(codice, {"biennio", "consecutive", "quinquennio"}); }
bool is_worker(const std::string& codice) { return !is_limit(codice) && !is_one_of(codice, {"tardiva", "terzo_ore"}); }

std::string verdict(const Proposta& p) {
  if (p.tipo == Tipo::reiezione) return "Si propone la reiezione.";
  const std::string what = p.periodo
                               ? weeks_words(p.settimane) + ", " + span(*p.periodo) + ", per " + hours_words(p.ore_centesimi)
                               : hours_words(p.ore_centesimi);
  return (p.tipo == Tipo::accoglimento ? "Si propone l’accoglimento: " : "Si propone l’accoglimento parziale: ") + what + ".";
}

// The domanda as the limits saw it: the weeks that were left, with the hours of who is admitted.
Draft draft_left(const Esame& e, std::size_t quante) {
  Draft left = e.c.draft;
  auto& weeks = left.periodo.settimane;
  weeks.clear();
  for (std::size_t i = e.p.cammino.prima; i < e.p.cammino.prima + quante; ++i) {
    weeks.push_back(e.piano()[i]);
    weeks.back().ore.value = domain::Hours{e.p.cammino.ore[i]};
  }
  if (weeks.empty()) return left;
  left.periodo.dal = domain::enter<Date>(weeks.front().lunedi.iso());
  left.periodo.al = domain::enter<Date>((weeks.back().lunedi + 6).iso());
  return left;
}

// The tree of another result; what it lacks, as a step with its reason.
void add_topic(Spiegazione& s, const Esito& esito, std::string_view da) {
  if (esito) {
    s.passi.push_back(esito.value());
    return;
  }
  auto missing = step(esito.reason().testo);
  missing.fatti.push_back(worked_out("esito", "non calcolabile", da));
  s.passi.push_back(std::move(missing));
}

Spiegazione field_step(const Esame& e) {
  auto s = step(e.c.instradamento.cigo_suggerita ? "L’azienda rientra nel campo della CIGO."
                                                 : "L’azienda non rientra nel campo della CIGO: nulla si può autorizzare.",
                "La CIGO si autorizza solo a chi vi rientra per inquadramento.", e.c.instradamento.citazione);
  add_topic(s, instradamento(e.c), "instradamento");
  return s;
}

Spiegazione term_step(const Esame& e) {
  const auto& out = e.p.esclusioni;
  const auto late = std::find_if(out.begin(), out.end(), [](const auto& one) { return one.codice == "tardiva"; });
  auto s = step(late == out.end() ? std::string("Nessuna settimana si perde per il termine.") : late->testo + ".",
                "Di una domanda tardiva si perdono le settimane che finiscono prima del primo giorno autorizzabile.",
                late == out.end() ? std::string() : late->citazione);
  s.fatti.push_back(registered("data di invio", e.inviata.italiano(), "protocollo della domanda"));
  add_topic(s, scadenza(e.c), "scadenza");
  return s;
}

Spiegazione limits_step(const Esame& e, const norms::Norms& norms) {
  const std::size_t in_time = e.piano().size() - e.p.cammino.prima;
  auto s = step("Settimane nei termini: " + std::to_string(in_time) +
                    "; di queste, nei limiti di durata: " + std::to_string(e.p.cammino.quante) + ".",
                "Si tengono le prime settimane che entrano in tutti i limiti insieme.");
  s.quantita = Quantita{static_cast<std::int64_t>(e.p.cammino.quante), "settimane"};
  if (in_time == 0) {
    s.affermazione = "Non restano settimane da confrontare con i limiti di durata.";
    s.fatti.push_back(worked_out("settimane nei termini", "0", "termine"));
    return s;
  }
  const Draft left = draft_left(e, in_time);
  const Context c = alerts::make_context(left, e.c.registry, norms, e.inviata);
  add_topic(s, consecutive(c), "consecutive");
  add_topic(s, biennio(c), "biennio");
  add_topic(s, quinquennio(c), "quinquennio");
  return s;
}

Spiegazione workers_step(const Esame& e) {
  const auto people = e.c.draft.lavoratori.beneficiari.size();
  auto s = step("Tutti i lavoratori dell’elenco possono essere autorizzati.",
                "Ogni lavoratore si guarda da solo: qualifica, anzianità nell’unità, rapporto in quei giorni, altre domande.");
  s.fatti.push_back(typed("lavoratori", domain::format_integer(static_cast<std::int64_t>(people)), "lavoratori.beneficiari"));
  for (const auto& one : e.p.esclusioni) {
    if (is_worker(one.codice)) s.passi.push_back(step(one.testo + ".", {}, one.citazione));
  }
  if (s.passi.empty()) return s;
  const auto whole = e.p.lavoratori_esclusi.size();
  s.affermazione = whole == 0
                       ? "Nessun lavoratore è escluso del tutto: alcuni lo sono da qualche settimana."
                       : "Lavoratori esclusi da tutte le settimane: " + domain::format_integer(static_cast<std::int64_t>(whole)) +
                             " su " + domain::format_integer(static_cast<std::int64_t>(people)) + ".";
  return s;
}

// From the hours asked to those proposed: what each check took away. The steps add up to the result.
Spiegazione hours_step(const Esame& e, const norms::Norms& norms) {
  const auto& way = e.p.cammino;
  std::int64_t asked = 0;
  std::int64_t weeks_out = 0;
  std::int64_t people_out = 0;
  for (std::size_t i = 0; i < e.piano().size(); ++i) {
    asked += e.asked(i);
    if (i >= way.prima && i < way.prima + way.quante) {
      people_out += e.asked(i) - way.ore[i];
    } else {
      weeks_out += e.asked(i);
    }
  }
  const std::int64_t result = asked - weeks_out - people_out - way.oltre_il_terzo;
  auto s = step_of(hundredths(result), "Ore che restano: " + hours_words(result) + ".",
                   "Dalle ore richieste si tolgono quelle delle settimane e dei lavoratori esclusi e quelle oltre il terzo.");
  s.somma = true;
  auto first = step_of(hundredths(asked), "Ore richieste: " + hours_words(asked) + ".");
  first.fatti.push_back(typed("ore del piano", domain::format_hundredths(asked), "periodo.settimane"));
  s.passi.push_back(std::move(first));
  const auto take_away = [&](std::int64_t hours, const std::string& why, std::string_view da) {
    if (hours == 0) return;
    auto less = step_of(hundredths(-hours), why + ": " + hours_words(hours) + " in meno.");
    less.fatti.push_back(worked_out("ore tolte", domain::format_hundredths(hours), da));
    s.passi.push_back(std::move(less));
  };
  take_away(weeks_out, "Settimane fuori dal termine o dai limiti", "limiti di durata");
  take_away(people_out, "Lavoratori esclusi, per la loro parte dell’orario", "lavoratori");
  take_away(way.oltre_il_terzo, "Oltre il terzo delle ore lavorabili", "terzo");
  if (way.quante == 0) return s;
  const Draft left = draft_left(e, way.quante);
  const Context c = alerts::make_context(left, e.c.registry, norms, e.inviata);
  auto third = terzo(c);
  if (third) third.value().quantita.reset();
  add_topic(s, third, "terzo");
  return s;
}

}  // namespace

Spiegazione explain_proposal(const Proposta& proposta, const Draft& draft, const domain::Registry& registry,
                             const norms::Norms& norms, Date inviata) {
  const Context c = alerts::make_context(draft, registry, norms, inviata);
  const Esame e{c, proposta, inviata};
  auto root =
      step(verdict(proposta),
           "Si toglie ciò che termine, limiti, lavoratori e ore escludono: il resto si può autorizzare. Decide la persona.",
           "Artt. 10, 12 e 15 D.Lgs. 148/2015");
  root.codice = "proposta";
  for (const auto& one : proposta.motivi) root.fatti.push_back(worked_out("motivo", one.testo, "proposta"));
  root.passi = {field_step(e), term_step(e), limits_step(e, norms), workers_step(e), hours_step(e, norms)};
  return root;
}

}  // namespace omnia::rules::explanation
