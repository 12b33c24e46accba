// The liquidity index, the contributo addizionale and the amounts.
#include "shared/domain/quantity.hpp"
#include "shared/rules/amounts/plan.hpp"
#include "shared/rules/counters/contribution.hpp"
#include "shared/rules/counters/ledger.hpp"
#include "shared/rules/explanation/counter_steps.hpp"
#include "shared/rules/explanation/facts.hpp"
#include "shared/rules/explanation/topics.hpp"
#include "shared/rules/outlook/outlook.hpp"

namespace omnia::rules::explanation {
namespace {

using counters::Aliquota;
using domain::Date;
using domain::Money;
using domain::YearMonth;

std::string euro(std::int64_t cent) { return Money{cent}.italiano(); }
Quantita cents(std::int64_t cent) { return {cent, "cent"}; }

void add_amount(Spiegazione& s, const char* nome, const domain::Entry<Money>& amount, std::string_view campo) {
  s.fatti.push_back(typed(nome, amount ? euro(amount->cent) : amount.testo.empty() ? "non indicato" : amount.testo, campo));
}

Spiegazione formula_step(const Context& c) {
  const auto& e = *c.liquidita;
  const auto& p = c.draft.pagamento;
  auto s = step(e.calcolo.empty() ? "L’indice non si calcola ancora." : "Indice: " + e.calcolo + ".",
                "L’indice è la somma delle liquidità divisa per le passività correnti; si confronta esatto, si mostra troncato.");
  add_amount(s, "liquidità immediate", p.liquidita_immediate, "pagamento.liquidita_immediate");
  add_amount(s, "liquidità differite", p.liquidita_differite, "pagamento.liquidita_differite");
  if (e.variante == "CURRENT_RATIO") add_amount(s, "rimanenze", p.rimanenze, "pagamento.rimanenze");
  add_amount(s, "passività correnti", p.passivita_correnti, "pagamento.passivita_correnti");
  add_norm(s, c.norms, c.oggi, "formula", "liquidity.variant");
  return s;
}

Spiegazione threshold_step(const Context& c) {
  auto s = step("La difficoltà è presumibilmente documentata se l’indice è inferiore alla soglia.",
                "Un indice uguale alla soglia non basta.");
  add_norm(s, c.norms, c.oggi, "soglia", "liquidity.threshold_hundredths");
  return s;
}

// Grounds beside the index that the person has ticked.
void add_grounds(Spiegazione& root, const Context& c) {
  const auto& p = c.draft.pagamento;
  const auto add = [&](bool ticked, const char* nome, const char* campo) {
    if (ticked) root.fatti.push_back(typed(nome, "sì", campo));
  };
  add(p.procedura_concorsuale, "procedura concorsuale", "pagamento.procedura_concorsuale");
  add(p.cessazione, "cessazione dell’attività", "pagamento.cessazione");
  add(p.credito_rifiutato, "credito rifiutato dalle banche", "pagamento.credito_rifiutato");
  add(p.altri_elementi, "altri elementi", "pagamento.altri_elementi");
}

Spiegazione used_step(const Context& c, const Aliquota& a, Date giorno) {
  auto s =
      step_of(units(a.usato), "Fino al " + a.finestra.al.italiano() + " risultano usate " + counters::weeks_phrase(a.usato) + ".",
              "Si guarda alla fine del mese prima: una soglia superata alza l’aliquota dal mese dopo.");
  s.somma = true;
  s.fatti.push_back(registered("finestra", span(a.finestra), "autorizzazioni dell’unità produttiva"));
  if (a.cigs) add_norm(s, c.norms, giorno, "settimane della CIGS", "addiz.cigs_measure");
  for (const auto& riga : a.righe) {
    auto row = step_of(units(riga.unita), row_words(riga), riga.motivo.str());
    row.fatti.push_back(registered("periodo", span(riga.periodo), "autorizzazione " + riga.numero));
    s.passi.push_back(std::move(row));
  }
  return s;
}

Spiegazione tier_step(const Context& c, const Aliquota& a, Date giorno) {
  auto s = step("Fascia " + std::to_string(a.fascia) + ": " + counters::percent_text(a.percento_centesimi) + ".",
                "L’aliquota cresce con le settimane usate nel quinquennio mobile.");
  const std::string kind = a.premialita.spetta ? "addiz.bonus_rate.t" : "addiz.rate.t";
  add_norm(s, c.norms, giorno, "aliquota", kind + std::to_string(a.fascia));
  add_norm(s, c.norms, giorno, "prima soglia", "addiz.tier_weeks.t1");
  add_norm(s, c.norms, giorno, "seconda soglia", "addiz.tier_weeks.t2");
  return s;
}

Spiegazione bonus_step(const Context& c, const Aliquota& a, Date giorno) {
  auto s = step(a.premialita.testo, "La misura ridotta spetta a chi non ha usato la CIG per un certo numero di mesi.",
                a.premialita.citazione);
  add_norm(s, c.norms, giorno, "mesi senza CIG", "addiz.bonus_free_months");
  add_norm(s, c.norms, giorno, "a chi si guarda", "addiz.bonus_level");
  if (has_eone(c)) add_norm(s, c.norms, giorno, "gli eventi non evitabili (EONE) sono un uso", "addiz.bonus_eone_use");
  return s;
}

Aliquota rate_of(const Context& c) {
  return counters::contribution_rate(c.registry,
                                     {c.up->progressivo, "CIGO", c.eone, YearMonth::of(c.periodo->dal), c.periodo->dal}, c.norms);
}

amounts::Piano plan_of(const Context& c) {
  return outlook::plan({c.draft, c.registry, c.norms, c.settore, c.oggi}, outlook::kCeilingPay);
}

Spiegazione ceiling_step(const Context& c, const amounts::Massimale& m) {
  auto s = step("Massimale mensile del " + std::to_string(m.anno) + ": " + euro(m.lordo_cent) + " lordi, " + euro(m.netto_cent) +
                    " dopo la riduzione.",
                m.edile_meteo ? "Per le intemperie in edilizia e lapidei il massimale è aumentato."
                              : "Il massimale è uno per tutti i redditi.",
                m.citazione);
  const std::string suffix = m.edile_meteo ? ".edile_meteo" : "";
  add_norm(s, c.norms, c.giorno(), "massimale lordo", "massimale.lordo" + suffix);
  add_norm(s, c.norms, c.giorno(), "massimale netto", "massimale.netto" + suffix);
  return s;
}

Spiegazione month_step(const Context& c, YearMonth mese, const amounts::Piano& piano) {
  const auto hours = amounts::workable_hours(mese, piano.giorni_settimana, piano.ore_settimanali_centesimi, c.norms);
  auto s = step(hours.testo, "Il massimale di un’ora è quello mensile diviso per le ore lavorabili del mese.", {}, hours.lettura);
  add_norm(s, c.norms, mese.primo(), "orario settimanale", "plan.weekly_hours");
  // Without holidays among the working days of the month the choice changes nothing.
  if (hours.festivi > 0) add_norm(s, c.norms, mese.primo(), "festivi", "treatment.workable_holidays");
  return s;
}

Spiegazione week_step(const amounts::SettimanaCosto& plan, const amounts::StimaSettimana& week) {
  auto s = step_of(cents(week.lordo_cent), week.calcolabile ? "Settimana dal " + week.lunedi.italiano() + ": al massimo " +
                                                                  euro(week.lordo_cent) + " lordi, " + euro(week.netto_cent) +
                                                                  " dopo la riduzione."
                                                            : week.testo);
  s.fatti.push_back(typed("ore", domain::format_hundredths(plan.ore_centesimi), "periodo.settimane, " + plan.lunedi.italiano()));
  s.fatti.push_back(typed("lavoratori", domain::format_integer(plan.lavoratori), "periodo.settimane, " + plan.lunedi.italiano()));
  return s;
}

}  // namespace

Esito liquidita(const Context& c) {
  if (!c.liquidita) return missing("L’indice di liquidità serve solo per il pagamento diretto: la domanda chiede il conguaglio.");
  const auto& e = *c.liquidita;
  auto root =
      step(e.testo, "Il pagamento diretto spetta per serie e documentate difficoltà finanziarie.", e.citazione, e.lettura);
  root.codice = "liquidita";
  root.fatti.push_back(typed("modalità di pagamento", "diretto", "pagamento.modalita"));
  add_grounds(root, c);
  root.passi.push_back(formula_step(c));
  root.passi.push_back(threshold_step(c));
  if (!e.indice_altra.empty()) {
    auto other = step(
        "Con l’altra formula l’indice è " + e.indice_altra + ": " + (e.discordanti ? "l’esito cambia." : "l’esito non cambia."),
        e.variante == "CURRENT_RATIO" ? "L’altra formula lascia fuori le rimanenze."
                                      : "L’altra formula somma anche le rimanenze.");
    add_amount(other, "rimanenze", c.draft.pagamento.rimanenze, "pagamento.rimanenze");
    other.lettura = e.discordanti;
    root.passi.push_back(std::move(other));
  }
  return root;
}

Esito contributo(const Context& c) {
  if (auto why = missing_for_counters(c); !why.empty()) return missing(std::move(why));
  const auto a = rate_of(c);
  const Date giorno = c.periodo->dal.primo_del_mese();
  auto root =
      step(a.testo, "Chi usa la CIGO versa un contributo sulla retribuzione persa dai lavoratori.", a.citazione, a.lettura);
  root.codice = "contributo";
  add_request(root, c);
  root.fatti.push_back(worked_out("mese", YearMonth::of(c.periodo->dal).italiano(), "primo mese del periodo"));
  if (c.eone) {
    auto flat = step("L’aliquota è " + counters::percent_text(a.percento_centesimi) + ".",
                     "Per gli eventi non evitabili (EONE) il contributo non è dovuto.");
    add_norm(flat, c.norms, giorno, "aliquota", "addiz.eone");
    root.passi.push_back(std::move(flat));
    return root;
  }
  root.passi.push_back(used_step(c, a, giorno));
  root.passi.push_back(tier_step(c, a, giorno));
  counters::Contatore weeks;
  weeks.codice = root.codice;
  weeks.usato = a.usato;
  weeks.usato_prudente = a.usato_prudente;
  add_prudent(root, weeks);
  if (!a.premialita.testo.empty()) root.passi.push_back(bonus_step(c, a, giorno));
  return root;
}

Esito importi(const Context& c) {
  const auto piano = plan_of(c);
  if (piano.settimane.empty()) return missing("Per stimare gli importi compila lavoratori e ore del piano settimanale.");
  const auto stima = amounts::estimate(piano, c.norms);
  const auto ceiling = amounts::ceiling(c.giorno(), piano.edile_meteo, c.norms);
  if (!ceiling || !stima.completa)
    return missing("Il massimale dei mesi richiesti non è nella tabella delle norme: gli importi non si stimano.");
  auto root = step_of(
      cents(stima.lordo_cent),
      "Ai lavoratori spettano al massimo " + euro(stima.lordo_cent) + " lordi, " + euro(stima.netto_cent) + " dopo la riduzione.",
      "Spetta l’80% della retribuzione persa entro il massimale: senza retribuzioni si stima il massimo possibile.",
      stima.citazione);
  root.codice = "importi";
  root.somma = true;
  root.lettura = stima.lettura;
  add_norm(root, c.norms, c.giorno(), "parte della retribuzione", "treatment.rate");
  add_norm(root, c.norms, c.giorno(), "riduzione", "treatment.reduction");
  for (std::size_t i = 0; i < stima.settimane.size(); ++i)
    root.passi.push_back(week_step(piano.settimane[i], stima.settimane[i]));
  root.passi.push_back(ceiling_step(c, *ceiling));
  const YearMonth last = YearMonth::of(piano.settimane.back().lunedi + (piano.giorni_settimana - 1));
  for (YearMonth m = YearMonth::of(piano.settimane.front().lunedi); m <= last; m = m.add(1)) {
    root.passi.push_back(month_step(c, m, piano));
  }
  return root;
}

}  // namespace omnia::rules::explanation
