// The limits of duration: T1, T2, T3 and T5, from the counters and their rows.
#include <algorithm>

#include "shared/rules/counters/checks.hpp"
#include "shared/rules/counters/single_request.hpp"
#include "shared/rules/explanation/counter_steps.hpp"
#include "shared/rules/explanation/facts.hpp"
#include "shared/rules/explanation/topics.hpp"

namespace omnia::rules::explanation {
namespace {

using counters::Contatore;
using counters::RigaContatore;
using domain::Autorizzazione;
using domain::Date;

counters::Caso case_of(const Context& c) { return counters::open_case(c.registry, question(c), c.settore, c.norms); }

// Why EONE weeks of the request are not counted: always outside building and stone, there in the climate windows only.
void add_exemption(Spiegazione& root, const Context& c) {
  if (!c.eone) return;
  if (!c.edile()) {
    auto s = step("Le settimane di un evento non evitabile (EONE) non si contano, salvo in edilizia e lapidei.");
    add_norm(s, c.norms, c.periodo->dal, "eventi non evitabili esclusi", "cigo.eone.exempt_c2_c3");
    root.passi.push_back(std::move(s));
    return;
  }
  constexpr std::string_view kKey = "cigo.eone.climate_window";
  for (const auto& window : c.norms.windows(kKey)) {
    if (!window.overlaps(*c.periodo)) continue;
    auto s = step("Deroga climatica " + span(window) + ": le settimane EONE comprese per intero non si contano.");
    add_norm(s, c.norms, window.dal, "periodo di deroga", kKey);
    s.fatti.back().valore = span(window);
    root.passi.push_back(std::move(s));
  }
}

bool has_declared_days(const Context& c) {
  const auto& all = c.registry.autorizzazioni;
  return std::any_of(all.begin(), all.end(),
                     [&](const Autorizzazione& a) { return a.fruito_dichiarato && a.unita_produttiva == c.up->progressivo; });
}

Spiegazione run_step(const counters::Serie& serie, const Context& c) {
  const auto& t = serie.contatore;
  const auto weeks = serie.corsa.giorni() / 7;
  auto run = step_of(units(weeks * counters::kUnitsPerWeek),
                     "La serie con le settimane richieste va " + span(serie.corsa) + ": " + weeks_words(weeks) + ".",
                     "Una settimana con anche un solo giorno di CIGO vale intera nella serie.");
  run.somma = true;
  add_norm(run, c.norms, c.periodo->dal, "interruzione della serie", "cigo.run.break");
  auto before = step_of(units(t.usato), "Già autorizzate nella serie: " + weeks_words(t.usato / counters::kUnitsPerWeek) + ".");
  add_rows(before, c, t.righe, serie.corsa);
  auto asked =
      step_of(units(serie.aggiunte * counters::kUnitsPerWeek), "Aggiunte dalla richiesta: " + weeks_words(serie.aggiunte) + ".");
  asked.fatti.push_back(typed("settimane richieste", std::to_string(t.settimane_richieste), "periodo.dal e periodo.al"));
  run.passi = {std::move(before), std::move(asked)};
  return run;
}

Spiegazione pause_step(const counters::Serie& serie, const Context& c) {
  auto s = step("Dopo le " + weeks_words(serie.piena->giorni() / 7) + " " + span(*serie.piena) +
                    " la pausa non è finita: si può ripartire dal " + serie.ripresa->italiano() + ".",
                "Raggiunto il limite, una nuova domanda per la stessa unità produttiva aspetta il periodo di normale attività.");
  add_norm(s, c.norms, c.periodo->dal, "normale attività", "cigo.rest_weeks_after_full_run");
  if (serie.cigs) {
    s.lettura = true;
    s.regola += " Le settimane di CIGS a zero ore non sono normale attività.";
  }
  add_rows(s, c, serie.contatore.righe, *serie.piena);
  return s;
}

}  // namespace

Esito biennio(const Context& c) {
  if (auto why = missing_for_counters(c); !why.empty()) return missing(std::move(why));
  const auto& t = c.contatori.biennio;
  const Limite limite{"Nel biennio mobile si possono usare al massimo " + counters::weeks_phrase(t.limite) + " di CIGO.",
                      "cigo.biennio.limit_weeks", "cigo.biennio.window_weeks", "biennio mobile"};
  auto root = root_of(c, t, limite);
  auto verdict = verdict_step(t, "Ogni settimana richiesta deve stare nel limite di ogni biennio provato.");
  add_norm(verdict, c.norms, c.periodo->dal, "bienni provati", "cigo.biennio.anchor");
  add_sliding_steps(root, c, t, limite, std::move(verdict));
  add_exemption(root, c);
  return root;
}

Esito consecutive(const Context& c) {
  if (auto why = missing_for_counters(c); !why.empty()) return missing(std::move(why));
  const auto caso = case_of(c);
  const auto serie = counters::examine_consecutive(caso, counters::entries(caso, counters::Regola::art12));
  const auto& t = serie.contatore;
  const Limite limite{"Non si possono usare più di " + counters::weeks_phrase(t.limite) + " consecutive; poi servono " +
                          weeks_words(c.norms.integer("cigo.rest_weeks_after_full_run", c.periodo->dal)) +
                          " di normale attività.",
                      "cigo.max_weeks_consecutive",
                      {},
                      {}};
  auto root = root_of(c, t, limite);
  if (!t.esente) root.passi.push_back(run_step(serie, c));
  root.passi.push_back(serie.piena ? pause_step(serie, c) : residue_step(c, t, limite));
  root.passi.push_back(request_step(t));
  root.passi.push_back(verdict_step(t, "Si contano le prime settimane richieste che rispettano serie e pausa."));
  add_prudent(root, t);
  add_exemption(root, c);
  return root;
}

Esito quinquennio(const Context& c) {
  if (auto why = missing_for_counters(c); !why.empty()) return missing(std::move(why));
  const auto& t = c.contatori.quinquennio;
  const Limite limite{"CIGO e CIGS insieme non possono superare " + counters::months_text(t.limite) +
                          " nel quinquennio mobile: 12 mesi valgono 52 settimane.",
                      c.edile() ? "art4.limit_months_mno" : "art4.limit_months", "art4.window_years", "quinquennio mobile"};
  auto root = root_of(c, t, limite);
  auto verdict = verdict_step(t, "Ogni settimana richiesta si giudica nel quinquennio che finisce con lei.");
  if (has_eone(c)) add_norm(verdict, c.norms, c.periodo->dal, "eventi non evitabili", "art4.eone");
  add_sliding_steps(root, c, t, limite, std::move(verdict));
  auto& used = root.passi[1];
  add_norm(used, c.norms, c.periodo->dal, "solidarietà a metà fino a", "art4.cds_half_up_to_months");
  if (has_declared_days(c)) add_norm(used, c.norms, c.periodo->dal, "misura della CIGO", "art4.cigo_measure");
  return root;
}

Esito richiesta(const Context& c) {
  if (auto why = missing_for_counters(c); !why.empty()) return missing(std::move(why));
  const bool proroga = c.draft.periodo.tipo == domain::TipoRichiesta::proroga;
  const auto t = counters::single_request(c.registry, question(c), proroga, c.settore, c.norms);
  const std::string_view single = proroga ? "cigo.max_weeks_extension" : "cigo.max_weeks_single";
  const auto most = weeks_words(c.norms.integer(single, c.periodo->dal));
  const Limite limite{proroga ? "Una proroga chiede al massimo " + most + ", fino a " + counters::weeks_text(t.limite) +
                                    " in tutto senza interruzione."
                              : "Una domanda chiede al massimo " + most + " continuative.",
                      proroga ? "cigo.max_weeks_consecutive" : single,
                      {},
                      {}};
  auto root = root_of(c, t, limite);
  root.fatti.push_back(typed("tipo di richiesta", proroga ? "proroga" : "prima richiesta", "periodo.tipo"));
  if (proroga) {
    auto before = used_step(c, t);
    before.affermazione = "Autorizzate subito prima, senza interruzione: " + counters::weeks_phrase(t.usato) + ".";
    root.passi.push_back(std::move(before));
    root.passi.push_back(residue_step(c, t, limite));
    add_prudent(root, t);
  }
  auto verdict = verdict_step(t, proroga ? "Vale il minore tra il massimo di una proroga e il residuo."
                                         : "Le settimane oltre il massimo vanno chieste con una proroga.");
  add_norm(verdict, c.norms, c.periodo->dal, "massimo di una domanda", single);
  root.passi.push_back(std::move(verdict));
  return root;
}

}  // namespace omnia::rules::explanation
