#include "server/services/istruttoria/proposta.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "shared/rules/counters/counters.hpp"

namespace omnia::services {
namespace {

using rules::counters::Contatore;
using rules::counters::Contatori;
using rules::counters::Richiesta;

std::string plural(std::int64_t n, const char* one, const char* many) {
  return domain::format_integer(n) + " " + (n == 1 ? one : many);
}

// The weeks of the plan that are left, as the checks take them away.
struct Conto {
  const Fascicolo& fascicolo;
  const norms::Norms& norme;
  Proposta& proposta;
  std::size_t prima = 0;   // first week that is left
  std::size_t quante = 0;  // weeks that are left

  [[nodiscard]] const std::vector<domain::SettimanaPiano>& piano() const { return fascicolo.bozza.periodo.settimane; }
  [[nodiscard]] std::int64_t ore() const {
    std::int64_t sum = 0;
    for (std::size_t i = prima; i < prima + quante; ++i) sum += piano()[i].ore ? piano()[i].ore->centesimi : 0;
    return sum;
  }
  [[nodiscard]] Contatori count(std::int64_t ore_centesimi) const {
    const auto* causale = norme.causale(fascicolo.bozza.causale.id);
    Richiesta richiesta;
    richiesta.unita_produttiva = fascicolo.riga().unita_produttiva;
    richiesta.primo_lunedi = piano()[prima].lunedi;
    richiesta.settimane = static_cast<int>(quante);
    richiesta.eone = causale != nullptr && causale->eone;
    richiesta.ore_centesimi = ore_centesimi;
    return rules::counters::count(fascicolo.registro, richiesta, rules::routing::settore(fascicolo.esame.instradamento), norme);
  }
};

void leave_out_late_weeks(Conto& conto) {
  const auto& term = conto.fascicolo.esame.scadenza;
  if (!term || !term->tardiva || !term->primo_giorno_autorizzabile) return;
  const domain::Date first = *term->primo_giorno_autorizzabile;
  while (conto.quante > 0 && conto.piano()[conto.prima].lunedi + 6 < first) {
    ++conto.prima;
    --conto.quante;
  }
  conto.proposta.esclusioni.push_back(
      fmt::format("Sono escluse le ore prima del {}: la domanda è stata presentata il {}, dopo il termine del {} (art. 15 c. 3 "
                  "D.Lgs. 148/2015).",
                  first.italiano(), conto.fascicolo.inviata().italiano(), term->data.italiano()));
  if (conto.quante == 0)
    conto.proposta.motivi.push_back(
        {"tardiva", "L’intero periodo precede il " + first.italiano() + ", primo giorno autorizzabile."});
}

void leave_out_weeks_over_limits(Conto& conto) {
  if (conto.quante == 0) return;
  const Contatori found = conto.count(conto.ore());
  std::size_t admitted = conto.quante;
  for (const Contatore* one : {&found.biennio, &found.consecutive, &found.quinquennio}) {
    if (!one->superato) continue;
    admitted = std::min(admitted, static_cast<std::size_t>(std::max(one->settimane_ammesse, 0)));
    conto.proposta.esclusioni.push_back(one->testo + " (" + one->citazione + ")");
    if (one->settimane_ammesse <= 0) conto.proposta.motivi.push_back({"limiti_durata", one->testo});
  }
  conto.quante = admitted;
}

std::int64_t hours_within_the_third(Conto& conto) {
  if (conto.quante == 0) return 0;
  const std::int64_t hours = conto.ore();
  const auto third = conto.count(hours).terzo;
  if (!third.superato) return hours;
  conto.proposta.esclusioni.push_back(third.testo + " (" + third.citazione + ")");
  const std::int64_t left = std::max<std::int64_t>(0, hours - third.eccedenti);
  if (left == 0) conto.proposta.motivi.push_back({"limiti_durata", third.testo});
  return left;
}

std::string documents_considered(const Fascicolo& f) {
  const auto& report = f.bozza.relazione;
  std::string text = "Domanda e dichiarazioni del richiedente; relazione tecnica ";
  text += report.modalita == domain::ModalitaRelazione::pdf ? "allegata («" + report.pdf_nome + "»)" : "scritta nella domanda";
  if (f.registro.ultimo_uniemens) text += "; denunce UniEmens fino a " + f.registro.ultimo_uniemens->italiano();
  text += "; autorizzazioni dell’unità produttiva; controlli automatici registrati all’invio";
  for (const auto& one : f.richieste) {
    if (one.stato == "risposta")
      text += fmt::format("; risposta del {} alla richiesta {}", italian_day(one.risposta_il), one.protocollo);
  }
  return text + ".";
}

std::string rules_applied(const Conto& conto) {
  std::string text = "D.Lgs. 148/2015, artt. 1, 10, 11, 12, 14 e 15; D.M. 95442/2016";
  const auto* causale = conto.norme.causale(conto.fascicolo.bozza.causale.id);
  if (causale != nullptr && !causale->citazione.empty()) text += "; " + causale->citazione;
  return text + ".";
}

std::string conclusion(const Proposta& p) {
  if (p.tipo == "reiezione") {
    std::string text = "La domanda è respinta.";
    for (const auto& one : p.motivi) text += " " + one.testo;
    return text;
  }
  const std::string what =
      fmt::format("{} {}, per {} ore e {}", plural(p.settimane, "settimana", "settimane"),
                  italian_period(p.periodo->dal.iso(), p.periodo->al.iso()), domain::Hours{p.ore_centesimi}.italiano(),
                  plural(p.lavoratori, "lavoratore", "lavoratori"));
  if (p.tipo == "accoglimento") return "Ricorrono i presupposti: si autorizzano " + what + ".";
  std::string text = "La domanda è accolta in parte: si autorizzano " + what + ".";
  for (const auto& one : p.esclusioni) text += " " + one;
  return text;
}

}  // namespace

const std::vector<MotivoNoto>& motivi_noti() {
  static const std::vector<MotivoNoto> kMotivi{
      {"inquadramento", "L’azienda non rientra nel campo della CIGO"},
      {"tardiva", "Domanda presentata fuori termine"},
      {"limiti_durata", "Limiti di durata esauriti"},
      {"causale_non_provata", "La causale non risulta dai fatti"},
      {"imputabilita", "Evento imputabile all’impresa o ai lavoratori"},
      {"ripresa_non_prevedibile", "La ripresa del lavoro non era prevedibile"},
      {"consultazione", "Manca la consultazione sindacale"},
      {"carenza_elementi", "Mancano elementi chiesti e non ricevuti"},
      {"altro", "Altro motivo"},
  };
  return kMotivi;
}

Proposta propose_decision(const Fascicolo& fascicolo, const norms::Norms& norme) {
  Proposta out;
  const auto& riga = fascicolo.riga();
  Conto conto{fascicolo, norme, out, 0, fascicolo.bozza.periodo.settimane.size()};
  if (!fascicolo.esame.instradamento.cigo_suggerita) {
    const auto& found = fascicolo.esame.instradamento;
    out.motivi.push_back({"inquadramento", found.testo_cigo.empty() ? found.testo : found.testo_cigo});
  }
  leave_out_late_weeks(conto);
  leave_out_weeks_over_limits(conto);
  out.ore_centesimi = hours_within_the_third(conto);
  out.settimane = static_cast<std::int64_t>(conto.quante);
  out.lavoratori = riga.lavoratori;
  if (conto.quante > 0)
    out.periodo = domain::Period{conto.piano()[conto.prima].lunedi, conto.piano()[conto.prima + conto.quante - 1].lunedi + 6};
  if (!out.motivi.empty()) {
    out.tipo = "reiezione";
    out.periodo.reset();
    out.settimane = out.ore_centesimi = out.lavoratori = 0;
  } else {
    out.tipo = out.esclusioni.empty() ? "accoglimento" : "accoglimento_parziale";
  }
  out.motivazione.fatti = fmt::format(
      "Con la domanda {} del {} {} (matricola {}) ha chiesto {} {} di integrazione salariale ordinaria, {}, per {} "
      "dell’unità produttiva {}, causale «{}».",
      riga.protocollo, italian_day(riga.data_invio), riga.denominazione, riga.matricola, riga.settimane,
      riga.settimane == 1 ? "settimana" : "settimane", italian_period(riga.dal, riga.al),
      plural(riga.lavoratori, "lavoratore", "lavoratori"), riga.unita_produttiva, riga.nome_causale);
  out.motivazione.documenti = documents_considered(fascicolo);
  out.motivazione.norma = rules_applied(conto);
  out.motivazione.conclusione = conclusion(out);
  return out;
}

}  // namespace omnia::services
