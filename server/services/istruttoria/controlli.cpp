#include "server/services/istruttoria/controlli.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "shared/domain/precedente.hpp"
#include "shared/domain/quantity.hpp"

namespace omnia::services {
namespace {

using rules::Alert;
using store::Controllo;

constexpr const char* kOk = "ok";
constexpr const char* kAttention = "attenzione";
constexpr const char* kBlocking = "bloccante";

void add_once(std::string& text, const std::string& part, const char* between) {
  if (part.empty() || text.find(part) != std::string::npos) return;
  text += (text.empty() ? "" : between) + part;
}

// What the alerts of some sections of the form come to. Information is for who compiles and says nothing here.
struct Gruppo {
  const char* codice;
  const char* nome;
  std::vector<std::string_view> sezioni;
  const char* va_bene;
  const char* citazione;
  // Alerts that a check of their own tells better.
  std::vector<std::string_view> altrove = {};
};

Controllo from_alerts(const Gruppo& gruppo, const rules::Review& esame) {
  Controllo out{gruppo.codice, gruppo.nome, kOk, "", ""};
  for (const Alert& alert : esame.alerts) {
    const auto in = [](const std::vector<std::string_view>& list, const std::string& what) {
      return std::find(list.begin(), list.end(), what) != list.end();
    };
    if (alert.gravita == norms::Gravita::informazione || !in(gruppo.sezioni, alert.sezione) || in(gruppo.altrove, alert.codice))
      continue;
    if (alert.gravita == norms::Gravita::errore) out.esito = kBlocking;
    if (out.esito == kOk) out.esito = kAttention;
    add_once(out.spiegazione, alert.testo, " ");
    add_once(out.citazione, alert.citazione, "; ");
  }
  if (out.spiegazione.empty()) {
    out.spiegazione = gruppo.va_bene;
    out.citazione = gruppo.citazione;
  }
  return out;
}

Controllo routing(const domain::Draft& bozza, const rules::Review& esame) {
  const auto& found = esame.instradamento;
  if (found.cigo_suggerita) return {"inquadramento", "Inquadramento", kOk, found.testo, found.citazione};
  std::string text = found.testo_cigo.empty() ? found.testo : found.testo_cigo;
  if (bozza.forzata) text += " L’azienda ha proseguito lo stesso: «" + bozza.nota_forzatura + "»";
  return {"inquadramento", "Inquadramento", kBlocking, text, found.citazione};
}

Controllo title(const domain::Registry& registro) {
  const bool agent = registro.titolo.ruolo == domain::RuoloTitolo::intermediario;
  return {"titolo", "Chi ha presentato la domanda", kOk,
          agent ? "Presentata da un intermediario con delega valida quel giorno." : "Presentata dal datore di lavoro.",
          "L. 12/1979; circ. INPS 28/2011"};
}

Controllo deadline(const domain::Draft& bozza, const rules::Review& esame) {
  Controllo out{"termini", "Termine di presentazione", kOk, "", ""};
  if (!esame.scadenza)
    return {"termini", "Termine di presentazione", kAttention, "Il termine non si può calcolare: manca l’inizio.", ""};
  const auto& term = *esame.scadenza;
  out.citazione = term.citazione;
  if (!term.tardiva) {
    out.spiegazione = "Presentata entro il " + term.data.italiano() + ".";
    return out;
  }
  const auto first = term.primo_giorno_autorizzabile;
  const bool nothing = first && bozza.periodo.al && *bozza.periodo.al < *first;
  out.esito = nothing ? kBlocking : kAttention;
  out.spiegazione = "Tardiva: il termine era il " + term.data.italiano() + ".";
  if (first) out.spiegazione += " Si possono autorizzare solo le ore dal " + first->italiano() + ".";
  return out;
}

Controllo counter(const rules::counters::Contatore& contatore) {
  Controllo out{contatore.codice, contatore.nome, kOk, contatore.testo, contatore.citazione};
  if (contatore.superato) out.esito = contatore.settimane_ammesse == 0 ? kBlocking : kAttention;
  if (contatore.lettura) out.spiegazione += " Lettura da confermare.";
  return out;
}

Controllo third(const rules::counters::TerzoOre& terzo) {
  Controllo out{"terzo_ore", "Un terzo delle ore lavorabili", kOk, terzo.testo, terzo.citazione};
  if (!terzo.calcolabile) out.esito = kAttention;
  if (terzo.superato) out.esito = terzo.eccedenti >= terzo.richieste ? kBlocking : kAttention;
  return out;
}

Controllo liquidity(const domain::Draft& bozza, const rules::Review& esame) {
  const char* kName = "Modalità di pagamento";
  if (bozza.pagamento.modalita == domain::ModalitaPagamento::conguaglio)
    return {"pagamento", kName, kOk, "Pagamento a conguaglio: nessuna condizione.", "art. 7 c. 3 D.Lgs. 148/2015"};
  if (!esame.liquidita) return {"pagamento", kName, kAttention, "Pagamento diretto senza i dati per l’indice di liquidità.", ""};
  using rules::liquidity::Verdetto;
  const auto& found = *esame.liquidita;
  const bool shown = found.verdetto == Verdetto::difficolta || found.verdetto == Verdetto::altri_motivi;
  return {"pagamento", kName, shown ? kOk : kAttention, found.testo, found.citazione};
}

const std::array<Gruppo, 7>& groups() {
  static const std::array<Gruppo, 7> kGroups{{
      {"unita_produttiva",
       "Unità produttiva",
       {"azienda", "unita_produttiva"},
       "L’unità produttiva è registrata e attiva; i dati dell’azienda coincidono con l’anagrafica.",
       "circ. INPS 9/2017"},
      {"causale", "Causale", {"causale"}, "La causale è ammessa per l’azienda.", "D.M. 95442/2016"},
      {"periodo",
       "Periodo e piano delle settimane",
       {"periodo", "piano"},
       "Settimane intere, continue, senza sovrapposizioni.",
       "art. 12 D.Lgs. 148/2015",
       {"A-PER-06", "A-PER-07", "A-PER-08", "A-PER-11"}},
      {"lavoratori",
       "Lavoratori",
       {"lavoratori"},
       "I lavoratori risultano in UniEmens e hanno l’anzianità richiesta.",
       "art. 1 D.Lgs. 148/2015",
       {"A-LAV-05"}},
      {"relazione",
       "Relazione tecnica",
       {"relazione", "indicatori"},
       "La relazione ha gli elementi che la causale richiede.",
       "art. 2 D.M. 95442/2016"},
      {"consultazione",
       "Consultazione sindacale",
       {"consultazione"},
       "Informazione e consultazione dichiarate nei termini.",
       "art. 14 D.Lgs. 148/2015"},
      {"dichiarazioni",
       "Dichiarazioni e importi",
       {"importi", "invio"},
       "Dichiarazioni rese; nessuna osservazione.",
       "D.P.R. 445/2000 artt. 46 e 47"},
  }};
  return kGroups;
}

}  // namespace

std::vector<Controllo> run_checks(const domain::Draft& bozza, const domain::Registry& registro, const rules::Review& esame) {
  std::vector<Controllo> out{routing(bozza, esame), title(registro), deadline(bozza, esame)};
  for (const Gruppo& gruppo : groups()) out.push_back(from_alerts(gruppo, esame));
  if (esame.contatori.calcolati) {
    for (const auto* one : {&esame.contatori.biennio, &esame.contatori.consecutive, &esame.contatori.quinquennio})
      out.push_back(counter(*one));
    out.push_back(third(esame.contatori.terzo));
  }
  out.push_back(liquidity(bozza, esame));
  for (Controllo& one : out) {
    if (one.spiegazione.empty()) one.spiegazione = "Nessuna osservazione.";
  }
  return out;
}

Controllo check_other_domande(const std::vector<store::AltraDomanda>& altre) {
  Controllo out{"altre_domande", "Altre domande per gli stessi lavoratori", kOk,
                "Nessun lavoratore è in un’altra domanda per gli stessi giorni.", "art. 1 D.Lgs. 148/2015"};
  if (altre.empty()) return out;
  out.esito = kAttention;
  out.spiegazione.clear();
  for (const auto& one : altre) {
    if (one.lavoratori == 0) {
      add_once(out.spiegazione,
               "Stessa unità produttiva e giorni in comune con una richiesta di un altro canale: " +
                   (one.protocollo_origine.empty() ? one.protocollo : domain::precedente::number(one.protocollo_origine)) + ".",
               " ");
      continue;
    }
    add_once(out.spiegazione,
             fmt::format("{} {} anche nella domanda {}.", domain::format_integer(one.lavoratori),
                         one.lavoratori == 1 ? "lavoratore è" : "lavoratori sono", one.protocollo),
             " ");
  }
  return out;
}

}  // namespace omnia::services
