// Alerts on a domanda already filed: the inquiry and the outcome, the terms of set-off and of the direct-payment flows. Apart
// from review(), which speaks of drafts: the facts come from whoever follows the file.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "shared/rules/review.hpp"

namespace omnia::rules::pratica {

enum class Esito { nessuno, accolta, parziale, respinta };
enum class Flusso { nessuno, uniemens_cig, sr41 };

struct Pratica {
  domain::Period periodo;                      // asked, or authorised once it is
  std::optional<domain::Date> interlocuzione;  // a request of the office was received
  std::optional<domain::Date> risposta;        // and answered
  Esito esito = Esito::nessuno;
  std::optional<domain::Date> esito_ricevuto;  // day of its notice
  std::vector<std::string> esclusioni;         // weeks, hours or workers left out of a partial acceptance
  std::optional<domain::Date> autorizzazione;  // its date
  std::string numero_autorizzazione;
  domain::ModalitaPagamento pagamento = domain::ModalitaPagamento::conguaglio;
  std::optional<domain::Date> conguaglio;  // the set-off was made
  Flusso flusso = Flusso::nessuno;         // direct payment: the flow sent, or about to be
  std::string autorizzazione_nel_flusso;
};

// By gravity and code; the section of each is "pratica" and the field is that of this struct.
std::vector<Alert> check(const Pratica& pratica, const norms::Norms& norms, domain::Date oggi);

}  // namespace omnia::rules::pratica
