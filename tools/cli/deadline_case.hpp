// One case of `omnia deadlines`: of which kind the term is, the days it runs from, and the answer of the rule.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "shared/domain/date.hpp"
#include "shared/norms/norms.hpp"

namespace omnia::cli {

// The kinds of term, as a person writes them; of a Fondo also its code in the routing table ("F_PROF").
inline constexpr const char* kTipiTermine =
    "CIGO, FIS, FONDO, CISOA, CONGUAGLIO, DIRETTO, SUPPLEMENTO, DECISIONE, DECISIONE_CIGS, RICORSO, TAR";

struct CasoTermine {
  std::string tipo = "CIGO";
  domain::Date inizio;                                  // of the suspension, of the period authorised, or the day it runs from
  std::optional<domain::Date> fine;                     // last day of the period authorised
  std::optional<domain::Date> atto;                     // of the authorisation, or of its notice
  std::optional<domain::Date> sospesa_dal, sospesa_al;  // the request of documents that stopped the decision
  std::vector<domain::Date> eventi;
  bool eone = false;
  domain::Date oggi;
};

struct RispostaTermine {
  std::string titolo;    // "Termine della domanda"
  bool domanda = false;  // of a domanda, which can be late
  domain::Date data, senza_proroga;
  std::optional<domain::Date> prudenziale, con_proroga;
  int giorni_rimasti = 0;
  bool tardiva = false;
  std::optional<domain::Date> primo_giorno_invio, primo_giorno_autorizzabile, primo_giorno_altra_lettura;
  std::string regola, citazione;
  bool lettura = false;
  std::vector<std::string> note;  // sentences beside the rule
  std::string json;
};

// What the case lacks for its kind: the name of the column and the sentence.
struct DatoMancante {
  std::string colonna, testo;
};

// Throws DatoMancante.
RispostaTermine answer(const CasoTermine& caso, const norms::Norms& norms);

}  // namespace omnia::cli
