// Routing: which benefit a position is classified for ("suggerita") and why the others are "non compatibile".
// Sources: D.Lgs. 148/2015 artt. 10, 20, 26-30, 40; msg. INPS 2372/2023. Table in assets/norms/routing.json.
#pragma once
#include <string>
#include <vector>

#include "shared/domain/registry.hpp"
#include "shared/norms/norms.hpp"

namespace omnia::rules::routing {

// Benefit codes: CIGO_IND, CIGO_EDI, CIGO_LAP, FIS, F_PROF, F_AMB, F_TPL, F_SOLIMARE, F_ORMEGGIATORI, F_TLC, F_CREDITO,
// F_CREDCOOP, F_ASSIC, F_TRIBUTI, F_POSTE, F_FS, F_TN, F_BZ, FSBA, FORMATEMP, CISOA, CIGS, NESSUNA, DA_VERIFICARE.
struct Prestazione {
  std::string codice;
  std::string nome;  // "Cassa integrazione ordinaria, edilizia"
  bool suggerita = false;
  std::string motivo;  // R01..R20; empty when suggested. R07 on the CIGS card: open, but at the Ministry
  std::string testo;   // Italian sentence, placeholders filled
  std::string citazione;
  bool operator==(const Prestazione&) const = default;
};

struct Esito {
  std::string primaria;  // code of the suggested benefit, or DA_VERIFICARE, or NESSUNA
  std::string nome_primaria;
  std::string regola;  // row of the table that matched: "routing.13"
  std::string citazione;
  bool lettura = false;                  // the row is knowledge or a reading
  bool esterna = false;                  // the fund is not run by INPS (FSBA, Forma.Temp)
  std::string testo;                     // why it is suggested, Italian
  std::vector<Prestazione> prestazioni;  // every benefit with its label, suggested first
  // For the CIGO form: is one of CIGO_* suggested?
  bool cigo_suggerita = false;
  std::string motivo_cigo;  // reason code when not
  std::string testo_cigo;
  bool operator==(const Esito&) const = default;
};

// Sector of a position in the sense of art. 10: letters m), n), o) are edilizia or lapidei.
enum class Settore { industria, edilizia, lapidei, altro };

// Step A (docs: domain routing 8.1): the label of the position on a day.
// `presentata`: day of the filing, for the reading of the half-year that looks at it.
Esito route(const domain::Posizione& posizione, domain::Date giorno, const norms::Norms& norms,
            const std::optional<domain::Date>& presentata = std::nullopt);
Settore settore(const Esito& esito);

enum class GruppoCausale { ordinaria, eone, straordinaria };
// Step B: what becomes of a cause under the benefit of step A: "OK", "CIGS_MLPS", "NESSUNA", "ESTERNA",
// "LAVORATORE_ESCLUSO", "DA_VERIFICARE"; whether CIGS is open: "SI", "NO_SOGLIA", "NO_FONDO", "NO_AGR", "NO", "DA_VERIFICARE".
struct EsitoCausale {
  std::string esito;
  std::string cigs;
  std::string motivo;  // R05, R06, R12, R14, R16; empty when the cause is admitted and nothing warns
  std::string testo;   // Italian, empty as the reason is
  std::string citazione;
};
// media: sum of the monthly figures (hundredths) over n months; `flags`: of the workers ("OTD") and of the UP ("UP_NON_CENSITA").
EsitoCausale route_cause(const Esito& esito, const domain::Posizione& posizione, GruppoCausale gruppo,
                         std::int64_t somma_centesimi, int mesi, const std::vector<std::string>& flags, domain::Date inizio,
                         const norms::Norms& norms);

}  // namespace omnia::rules::routing
