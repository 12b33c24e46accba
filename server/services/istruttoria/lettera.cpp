#include "server/services/istruttoria/lettera.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "server/services/istruttoria/atto.hpp"

namespace omnia::services {
namespace {

using documents::Dati;
using documents::Elenco;
using documents::Paragrafo;
using documents::Titolo;

std::string channel_name(const std::string& canale) {
  constexpr std::array<std::pair<const char*, const char*>, 4> kNames{{{"cassetto", "Cassetto previdenziale"},
                                                                       {"pec", "PEC"},
                                                                       {"raccomandata", "Raccomandata con ricevuta di ritorno"},
                                                                       {"email", "E-mail"}}};
  const auto* found = std::find_if(kNames.begin(), kNames.end(), [&](const auto& one) { return canale == one.first; });
  return found == kNames.end() ? canale : found->second;
}

// Art. 11 c. 2 D.M. 95442/2016; msg. INPS 1396/2018.
std::vector<std::string> term_of(const store::RichiestaIntegrazione& richiesta, const norms::Norms& norme, domain::Date giorno) {
  std::vector<std::string> out{"Invia gli elementi mancanti sullo stesso canale della richiesta."};
  if (richiesta.canale == "email") {
    out.emplace_back("La posta elettronica non prova la consegna: il termine per rispondere non parte.");
    return out;
  }
  out.push_back(fmt::format("Il termine per rispondere è di {} giorni dalla consegna (art. 11 c. 2 D.M. 95442/2016).",
                            norme.integer("procedure.inquiry_days", giorno)));
  out.emplace_back(
      "Se il termine passa senza risposta la Sede decide sugli atti: la domanda può essere respinta per mancanza di elementi, e "
      "la mancata risposta entra nel provvedimento (msg. INPS 1396/2018).");
  out.emplace_back("Una risposta tardiva vale ancora, se arriva prima della decisione (msg. INPS 1396/2018).");
  if (richiesta.sospende) {
    out.push_back(fmt::format(
        "La richiesta sospende il termine della decisione: una volta sola per domanda, per {} giorni al massimo (art. 2 c. 7 L. "
        "241/1990).",
        norme.integer("procedure.suspension_days", giorno)));
  }
  return out;
}

}  // namespace

documents::Documento lettera_documento(const store::RigaDomanda& domanda, const store::RichiestaIntegrazione& richiesta,
                                       const std::string& responsabile, const norms::Norms& norme, const std::string& istante) {
  documents::Documento out;
  out.titolo = "Richiesta di integrazione " + richiesta.protocollo;
  out.piede = "Richiesta " + richiesta.protocollo;
  out.creato = istante;
  out.blocchi = {Titolo{1, "Richiesta di integrazione"},
                 Dati{{{"Protocollo", richiesta.protocollo},
                       {"Data", italian_day(richiesta.inviata_il)},
                       {"Struttura", "INPS, Sede " + domanda.sede},
                       {"Destinatario", domanda.denominazione + " (codice fiscale " + domanda.codice_fiscale + ")"},
                       {"Canale", channel_name(richiesta.canale)},
                       {"Responsabile del procedimento", responsabile}}},
                 Titolo{2, "Domanda"},
                 domanda_dati(domanda),
                 Titolo{2, "Che cosa manca"},
                 Elenco{nlohmann::json::parse(richiesta.elementi).get<std::vector<std::string>>()}};
  if (!richiesta.testo.empty()) out.blocchi.emplace_back(Paragrafo{richiesta.testo});
  out.blocchi.emplace_back(Titolo{2, "Termine per rispondere"});
  out.blocchi.emplace_back(Elenco{term_of(richiesta, norme, domain::Date::parse(richiesta.inviata_il).value())});
  out.blocchi.emplace_back(Paragrafo{"L’impronta di questo documento è nel registro delle modifiche dell’ufficio."});
  return out;
}

}  // namespace omnia::services
