#include "shared/rules/explanation/facts.hpp"

#include <algorithm>
#include <array>

#include "shared/norms/value_text.hpp"
#include "shared/rules/counters/checks.hpp"

namespace omnia::rules::explanation {
namespace {

using alerts::Context;
using domain::Date;

struct Scelta {
  std::string_view chiave;
  std::string_view valore;
  std::string_view parole;
};

// What each choice of the norm tables means.
constexpr std::array<Scelta, 31> kScelte = {{
    {"cigo.run.break", "one_free_week", "interrompe la serie una settimana intera senza CIGO"},
    {"cigo.run.break", "one_free_day", "interrompe la serie anche un solo giorno senza CIGO"},
    {"cigo.biennio.anchor", "each_requested_week", "si prova ogni biennio che contiene una settimana richiesta"},
    {"cigo.biennio.anchor", "first_requested_week", "vale il biennio che finisce con la prima settimana richiesta"},
    {"cigo.biennio.anchor", "last_requested_week", "vale il biennio che finisce con l’ultima settimana richiesta"},
    {"cigo.third.eone", "warn", "gli eventi non evitabili (EONE) si contano"},
    {"cigo.third.eone", "exempt", "gli eventi non evitabili (EONE) non si contano"},
    {"headcount.half_year", "start", "si contano i mesi prima di quello di inizio"},
    {"headcount.half_year", "filing", "si contano i mesi prima di quello della domanda"},
    {"fis.third", "none", "nel FIS non si prova"},
    {"fis.third", "apply", "nel FIS si prova come per la CIGO"},
    {"fsba.day_worth", "week", "una parte della settimana del suo tempo"},
    {"fsba.day_worth", "day", "un giorno, qualunque sia la settimana"},
    {"art4.eone", "count", "gli eventi non evitabili (EONE) si contano"},
    {"art4.eone", "exempt", "gli eventi non evitabili (EONE) non si contano"},
    {"art4.cigo_measure", "net_of_used", "si contano i giorni fruiti, se dichiarati"},
    {"art4.cigo_measure", "authorised", "si contano le settimane autorizzate"},
    {"addiz.bonus_level", "employer", "si guarda a tutto il datore di lavoro"},
    {"addiz.bonus_level", "unit", "si guarda alla sola unità produttiva"},
    {"addiz.cigs_measure", "weeks", "si contano come quelle della CIGO"},
    {"addiz.cigs_measure", "months", "si contano a mesi: dodici sono 52 settimane"},
    {"treatment.workable_holidays", "included", "i festivi infrasettimanali sono compresi"},
    {"treatment.workable_holidays", "excluded", "i festivi infrasettimanali sono esclusi"},
    {"deadlines.eone.rolls", "no", "la fine del mese festiva non sposta il termine"},
    {"deadlines.eone.rolls", "yes", "la fine del mese festiva sposta il termine"},
    {"deadlines.late_policy", "MONDAY_PREV_WEEK", "dal lunedì della settimana prima dell’invio"},
    {"deadlines.late_policy", "FILING_MINUS_7", "da sette giorni prima dell’invio"},
    {"liquidity.variant", "ACID_TEST", "senza rimanenze"},
    {"liquidity.variant", "CURRENT_RATIO", "con le rimanenze"},
    {"union.eone.hours_unit", "max_worker_week", "ore del lavoratore più sospeso"},
    {"union.eone.hours_unit", "average_worker_week", "ore in media per lavoratore"},
}};

struct Singolare {
  std::string_view plurale;
  std::string_view uno;
};
constexpr std::array<Singolare, 6> kSingolari = {{{"settimane", "settimana"},
                                                  {"giorni", "giorno"},
                                                  {"mesi", "mese"},
                                                  {"anni", "anno"},
                                                  {"ore", "ora"},
                                                  {"lavoratori", "lavoratore"}}};

const char* sector_name(routing::Settore settore) {
  switch (settore) {
    case routing::Settore::industria:
      return "industria";
    case routing::Settore::edilizia:
      return "edilizia";
    case routing::Settore::lapidei:
      return "lapidei";
    default:
      return "nessuno della CIGO";
  }
}

}  // namespace

Fatto typed(std::string nome, std::string valore, std::string_view campo) {
  return {std::move(nome), std::move(valore), "domanda, " + std::string(campo)};
}

Fatto registered(std::string nome, std::string valore, std::string_view dove) {
  return {std::move(nome), std::move(valore), "registro INPS, " + std::string(dove)};
}

Fatto worked_out(std::string nome, std::string valore, std::string_view da) {
  return {std::move(nome), std::move(valore), "calcolo, " + std::string(da)};
}

Fatto day_of_review(Date oggi) { return {"oggi", oggi.italiano(), "giorno dell’esame"}; }

std::string value_words(const norms::Parameter& parameter) {
  for (const auto& scelta : kScelte) {
    if (scelta.chiave == parameter.chiave && scelta.valore == parameter.testo) return std::string(scelta.parole);
  }
  for (const auto& nome : kSingolari) {
    if (parameter.intero == 1 && parameter.unita == nome.plurale) return "1 " + std::string(nome.uno);
  }
  return norms::value_text(parameter);
}

void add_norm(Spiegazione& step, const norms::Norms& norms, Date giorno, std::string nome, std::string_view chiave) {
  const auto* parameter = norms.find(chiave, giorno);
  if (parameter == nullptr) return;
  step.fatti.push_back({std::move(nome), value_words(*parameter), "tabella delle norme, " + std::string(chiave)});
  if (step.citazione.empty()) step.citazione = parameter->citazione;
  step.lettura = step.lettura || parameter->mark == norms::Mark::reading;
}

Spiegazione step(std::string affermazione, std::string regola, std::string citazione, bool lettura) {
  Spiegazione s;
  s.affermazione = std::move(affermazione);
  s.regola = std::move(regola);
  s.citazione = std::move(citazione);
  s.lettura = lettura;
  return s;
}

Spiegazione step_of(Quantita quantita, std::string affermazione, std::string regola, std::string citazione) {
  auto s = step(std::move(affermazione), std::move(regola), std::move(citazione));
  s.quantita = std::move(quantita);
  return s;
}

void add_request(Spiegazione& root, const Context& c) {
  if (c.up != nullptr) {
    const auto number = std::to_string(c.up->progressivo);
    root.fatti.push_back(typed("unità produttiva", c.up->denominazione.empty() ? number : number + ", " + c.up->denominazione,
                               "unita_produttiva.progressivo"));
  }
  if (c.periodo) {
    root.fatti.push_back(
        typed("periodo richiesto", weeks_words(c.settimane) + ", " + span(*c.periodo), "periodo.dal e periodo.al"));
  }
  if (c.causale != nullptr) {
    root.fatti.push_back(typed("causale", c.causale->nome + (c.eone ? " (evento non evitabile, EONE)" : ""), "causale.id"));
  }
  if (c.posizione_nota) root.fatti.push_back(worked_out("settore", sector_name(c.settore), "instradamento"));
}

bool has_eone(const Context& c) {
  const auto& all = c.registry.autorizzazioni;
  return c.eone || std::any_of(all.begin(), all.end(), [&](const domain::Autorizzazione& a) {
           return a.eone && c.up != nullptr && a.unita_produttiva == c.up->progressivo;
         });
}

std::string missing_for_counters(const Context& c) {
  if (c.up == nullptr) return "Per contare le settimane scegli l’unità produttiva.";
  if (!c.periodo) return "Per contare le settimane indica la data di inizio e la data di fine del periodo.";
  if (!c.periodo_ragionevole) return "Il periodo richiesto è troppo lungo per contare le settimane: correggi la data di fine.";
  if (!c.contatori.calcolati) return "Prima del 24/09/2015 valeva un’altra legge: le settimane non si contano.";
  return {};
}

domain::Reason missing(std::string testo) { return {"spiegazione.dato_mancante", std::move(testo)}; }

std::string row_words(const counters::RigaContatore& riga, bool months) {
  if (riga.unita < 0) return riga.numero + ", " + span(riga.periodo) + ": toglie " + counters::months_text(-riga.unita) + ".";
  const auto amount = months ? counters::months_text(riga.unita) : counters::weeks_phrase(riga.unita);
  return riga.numero + ", " + span(riga.periodo) + ": " + (riga.conta ? "conta " + amount : "non si conta") + ".";
}

std::string sentence(std::string text) {
  if (text.empty()) return text;
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text + ".";
}

std::string days_words(std::int64_t n) { return n == 1 ? "1 giorno" : std::to_string(n) + " giorni"; }
std::string weeks_words(std::int64_t n) { return n == 1 ? "1 settimana" : std::to_string(n) + " settimane"; }
std::string span(const domain::Period& p) { return "dal " + p.dal.italiano() + " al " + p.al.italiano(); }

}  // namespace omnia::rules::explanation
