#include "server/services/istruttoria/proposta.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "shared/rules/explanation/proposta.hpp"

namespace omnia::services {
namespace {

using rules::proposta::Tipo;

std::string plural(std::int64_t n, const char* one, const char* many) {
  return domain::format_integer(n) + " " + (n == 1 ? one : many);
}

std::string type_name(Tipo tipo) {
  switch (tipo) {
    case Tipo::accoglimento:
      return "accoglimento";
    case Tipo::accoglimento_parziale:
      return "accoglimento_parziale";
    case Tipo::reiezione:
      break;
  }
  return "reiezione";
}

// A finding as a sentence of the act, with its source.
std::string quoted(std::string text, const std::string& citation) {
  if (!text.empty() && text.back() == '.') text.pop_back();
  return citation.empty() ? text + "." : text + " (" + citation + ").";
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

std::string rules_applied(const Fascicolo& f, const norms::Norms& norme) {
  std::string text = "D.Lgs. 148/2015, artt. 1, 10, 11, 12, 14 e 15; D.M. 95442/2016";
  const auto* causale = norme.causale(f.bozza.causale.id);
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
      {"lavoratori", "Nessun lavoratore può essere ammesso"},
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
  const auto found = rules::proposta::propose(fascicolo.bozza, fascicolo.registro, norme, fascicolo.inviata());
  out.tipo = type_name(found.tipo);
  out.periodo = found.periodo;
  out.settimane = found.settimane;
  out.ore_centesimi = found.ore_centesimi;
  for (const auto& one : found.esclusioni) out.esclusioni.push_back(quoted(one.testo, one.citazione));
  for (const auto& one : found.motivi) out.motivi.push_back({one.codice, one.testo});
  out.lavoratori_esclusi = found.lavoratori_esclusi;
  if (found.tipo != Tipo::reiezione)
    out.lavoratori = riga.lavoratori - static_cast<std::int64_t>(found.lavoratori_esclusi.size());
  out.motivazione.fatti = fmt::format(
      "Con la domanda {} del {} {} (matricola {}) ha chiesto {} {} di integrazione salariale ordinaria, {}, per {} "
      "dell’unità produttiva {}, causale «{}».",
      riga.protocollo, italian_day(riga.data_invio), riga.denominazione, riga.matricola, riga.settimane,
      riga.settimane == 1 ? "settimana" : "settimane", italian_period(riga.dal, riga.al),
      plural(riga.lavoratori, "lavoratore", "lavoratori"), riga.unita_produttiva, riga.nome_causale);
  out.motivazione.documenti = documents_considered(fascicolo);
  out.motivazione.norma = rules_applied(fascicolo, norme);
  out.motivazione.conclusione = conclusion(out);
  out.spiegazione = rules::explanation::explain_proposal(found, fascicolo.bozza, fascicolo.registro, norme, fascicolo.inviata());
  return out;
}

}  // namespace omnia::services
