// T4, one third of the workable hours, and the average headcount against its thresholds.
#include "shared/domain/quantity.hpp"
#include "shared/rules/counters/checks.hpp"
#include "shared/rules/explanation/counter_steps.hpp"
#include "shared/rules/explanation/facts.hpp"
#include "shared/rules/explanation/topics.hpp"
#include "shared/rules/headcount/headcount.hpp"
#include "shared/rules/headcount/monthly.hpp"

namespace omnia::rules::explanation {
namespace {

using counters::MeseOrganico;
using counters::RigaContatore;
using counters::TerzoOre;
using domain::Date;
using domain::format_hundredths;

std::string hours_words(std::int64_t hundredths) { return format_hundredths(hundredths) + " ore"; }

Spiegazione month_step(const MeseOrganico& m) {
  auto s = step_of(hundredths(m.ore), m.mese.italiano() + ": " + hours_words(m.ore) + " alla settimana.",
                   m.nella_media ? "" : "Mese senza denunce o prima dell’apertura: resta fuori dalla media.");
  s.fatti.push_back(registered("lavoratori", domain::format_integer(m.teste), "UniEmens " + m.mese.italiano()));
  return s;
}

// The weekly hours of the half-year, month by month.
Spiegazione weekly_step(const Context& c) {
  const auto mesi = counters::third_months(counters::open_case(c.registry, question(c), c.settore, c.norms));
  std::int64_t sum = 0;
  int months = 0;
  for (const auto& m : mesi) {
    sum += m.ore;
    months += m.nella_media ? 1 : 0;
  }
  auto s = step_of(hundredths(sum),
                   "Orari settimanali dei mesi nella media, in tutto " + hours_words(sum) + " su " +
                       (months == 1 ? std::string("1 mese.") : std::to_string(months) + " mesi."),
                   "Si guarda ai mesi del semestre precedente: lavoratori per orario contrattuale.");
  s.somma = true;
  add_norm(s, c.norms, c.periodo->dal, "mesi da guardare", "headcount.months");
  add_norm(s, c.norms, c.periodo->dal, "giorno da cui si contano", "headcount.half_year");
  for (const auto& m : mesi) s.passi.push_back(month_step(m));
  return s;
}

Spiegazione workable_step(const Context& c, const TerzoOre& t) {
  auto s = step_of(hundredths(t.lavorabili), "Ore lavorabili nel biennio: " + hours_words(t.lavorabili) + ".",
                   "Media degli orari settimanali per le settimane del biennio; le frazioni non si arrotondano.");
  add_norm(s, c.norms, c.periodo->dal, "settimane del biennio", "cigo.third.weeks");
  s.passi.push_back(weekly_step(c));
  return s;
}

Spiegazione row_step(const Context& c, const RigaContatore& riga) {
  auto s = step_of(hundredths(riga.unita),
                   riga.numero + ", " + span(riga.periodo) + ": " +
                       (riga.conta ? "conta " + hours_words(riga.unita) : std::string("non si conta")) + ".",
                   riga.motivo.str());
  if (const auto* a = authorisation(c, riga)) {
    s.fatti.push_back(registered("ore autorizzate", format_hundredths(a->ore_centesimi), "autorizzazione " + riga.numero));
  } else {
    s.fatti.push_back(registered("periodo", span(riga.periodo), "domanda " + riga.numero));
  }
  return s;
}

Spiegazione authorised_step(const Context& c, const TerzoOre& t) {
  auto s = step_of(hundredths(t.autorizzate), "Ore già autorizzate " + span(t.finestra) + ": " + hours_words(t.autorizzate) + ".",
                   "Di ogni autorizzazione di CIGO si contano le ore delle sue settimane che cadono nel biennio.");
  s.somma = true;
  if (has_eone(c)) add_norm(s, c.norms, c.periodo->dal, "eventi non evitabili", "cigo.third.eone");
  for (const auto& riga : t.righe) s.passi.push_back(row_step(c, riga));
  if (t.righe.empty()) {
    s.fatti.push_back(registered("autorizzazioni di CIGO", "nessuna", "unità produttiva " + std::to_string(c.up->progressivo)));
  }
  return s;
}

Spiegazione prudent_step(const TerzoOre& t) {
  auto s = step_of(hundredths(t.autorizzate_prudenti),
                   "Stima prudente: con le domande ancora in istruttoria risulterebbero autorizzate " +
                       hours_words(t.autorizzate_prudenti) + ".",
                   "La stima prudente aggiunge ciò che è stato chiesto e non ancora deciso.");
  s.fatti.push_back(worked_out("ore autorizzate, stima prudente", format_hundredths(t.autorizzate_prudenti), "terzo"));
  return s;
}

Spiegazione asked_step(const Context& c, const TerzoOre& t) {
  auto s = step_of(hundredths(t.richieste), "Ore richieste: " + hours_words(t.richieste) + ".",
                   t.richieste == c.ore_centesimi ? "Si sommano le ore del piano settimanale."
                                                  : "Le ore di un evento non evitabile (EONE) non si contano.");
  if (t.richieste != c.ore_centesimi || t.richieste == 0) {
    s.fatti.push_back(typed("ore del piano", format_hundredths(c.ore_centesimi), "periodo.settimane"));
    return s;
  }
  s.somma = true;
  const auto& weeks = c.draft.periodo.settimane;
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    if (!weeks[i].ore) continue;
    const auto hours = weeks[i].ore->centesimi;
    auto week = step_of(hundredths(hours), "Settimana dal " + weeks[i].lunedi.italiano() + ": " + hours_words(hours) + ".");
    week.fatti.push_back(typed("ore", format_hundredths(hours), "periodo.settimane[" + std::to_string(i) + "].ore"));
    s.passi.push_back(std::move(week));
  }
  return s;
}

Spiegazione limit_step(const Context& c, const TerzoOre& t) {
  auto s = step_of(hundredths(t.limite),
                   "Limite: " + hours_words(t.limite) + ", cioè un terzo di " + format_hundredths(t.lavorabili) + ".",
                   t.superato ? "Le ore autorizzate e richieste lo superano di " + format_hundredths(t.eccedenti) + "."
                              : "Le ore autorizzate e richieste non lo superano.");
  add_norm(s, c.norms, c.periodo->dal, "parte ammessa", "cigo.third.fraction");
  return s;
}

}  // namespace

Esito terzo(const Context& c) {
  if (auto why = missing_for_counters(c); !why.empty()) return missing(std::move(why));
  const auto& t = c.contatori.terzo;
  auto root = step(t.testo, "Le ore di CIGO autorizzate nel biennio non possono superare un terzo delle ore lavorabili.",
                   t.citazione, t.lettura);
  root.codice = "terzo";
  add_request(root, c);
  auto total = step_of(hundredths(t.autorizzate + t.richieste),
                       "Ore autorizzate e richieste: " + hours_words(t.autorizzate + t.richieste) + ".");
  total.somma = true;
  total.passi = {authorised_step(c, t), asked_step(c, t)};
  root.passi.push_back(std::move(total));
  if (t.autorizzate_prudenti != t.autorizzate) root.passi.push_back(prudent_step(t));
  if (t.calcolabile) {
    root.passi.push_back(workable_step(c, t));
    root.passi.push_back(limit_step(c, t));
  }
  return root;
}

Esito organico(const Context& c) {
  const Date giorno = c.giorno();
  const auto months = static_cast<int>(c.norms.integer("headcount.months", giorno, 6));
  const Date reference = headcount::reference_day(giorno, c.oggi, c.norms);
  const auto figures = headcount::half_year_figures(c.registry.posizione.forza, reference, months);
  if (figures.empty())
    return missing("Nel registro mancano le denunce UniEmens del semestre: la media dei dipendenti non si calcola.");
  const auto media = headcount::average(c.registry.posizione.forza, reference, months);
  headcount::Forza forza;
  forza.calcolabile = true;
  forza.somma = {media.somma_centesimi, 100};
  forza.mesi = media.mesi;
  auto root =
      step_of(hundredths(media.somma_centesimi),
              "La media dei dipendenti prima del " + reference.italiano() + " è " +
                  format_hundredths(media.somma_centesimi / media.mesi) + ": somma " + format_hundredths(media.somma_centesimi) +
                  " su " + (media.mesi == 1 ? std::string("1 mese.") : std::to_string(media.mesi) + " mesi."),
              "Si fa la media dei mesi del semestre precedente, o di quelli disponibili; non si arrotonda mai.",
              "Art. 2-bis D.Lgs. 148/2015; circ. INPS 18/2022 e 176/2016");
  root.codice = "organico";
  root.somma = true;
  add_norm(root, c.norms, giorno, "mesi da guardare", "headcount.months");
  add_norm(root, c.norms, giorno, "giorno da cui si contano", "headcount.half_year");
  if (c.inizio) root.fatti.push_back(typed("inizio", c.inizio->italiano(), "periodo.data_inizio_effettivo"));
  for (const auto& figure : figures) {
    auto month = step_of(hundredths(figure.forza_centesimi),
                         figure.mese.italiano() + ": " + format_hundredths(figure.forza_centesimi) + " dipendenti.");
    month.fatti.push_back(
        registered("forza aziendale", format_hundredths(figure.forza_centesimi), "UniEmens " + figure.mese.italiano()));
    root.passi.push_back(std::move(month));
  }
  for (const auto& soglia : headcount::thresholds(forza, giorno, c.norms)) {
    root.passi.push_back(
        step(soglia.testo, "Si confrontano le somme, senza dividere: conta solo chi sta sopra la soglia.", soglia.citazione));
  }
  return root;
}

}  // namespace omnia::rules::explanation
