// review(): everything there is to say about a draft. Pure and deterministic; the same compiled code runs in the browser
// at every keystroke, in the command line and in the server at submission, where it alone decides.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/domain/draft.hpp"
#include "shared/domain/registry.hpp"
#include "shared/norms/norms.hpp"
#include "shared/rules/counters/counters.hpp"
#include "shared/rules/deadlines/deadlines.hpp"
#include "shared/rules/indicators/indicators.hpp"
#include "shared/rules/liquidity/liquidity.hpp"
#include "shared/rules/routing/routing.hpp"
#include "shared/rules/union_consultation/union_consultation.hpp"

namespace omnia::rules {

struct Alert {
  std::string codice;  // "A-AZI-01"
  norms::Gravita gravita = norms::Gravita::avviso;
  std::string sezione;  // section of the form where it shows
  std::string campo;    // field path: "azienda.pec", "lavoratori.beneficiari[3].codice_fiscale"
  std::string testo;    // Italian, placeholders filled
  std::string rimedio;  // what to do, Italian
  std::string citazione;
  bool lettura = false;  // depends on a reading to be confirmed
  bool operator==(const Alert&) const = default;
};

enum class Stato { vuota, parziale, completa };

struct StatoSezione {
  std::string sezione;  // of the form: alerts::kSections
  Stato stato = Stato::vuota;
  int errori = 0;
  int avvisi = 0;
  bool operator==(const StatoSezione&) const = default;
};

struct Review {
  std::string norme_versione;
  std::string norme_impronta;  // of the norm tables that judged: the same tables give the same review again
  domain::Date oggi;
  std::vector<Alert> alerts;  // by section of the form, then gravity, code, field
  routing::Esito instradamento;
  std::optional<deadlines::Scadenza> scadenza;
  counters::Contatori contatori;
  std::optional<liquidity::Esito> liquidita;
  std::optional<indicators::Esito> indicatori;             // for the screen: not in the JSON of the review
  std::optional<union_consultation::Esito> consultazione;  // likewise
  std::vector<StatoSezione> sezioni;
  int errori = 0;
  int avvisi = 0;
  bool inviabile = false;  // no error
};

Review review(const domain::Draft& draft, const domain::Registry& registry, const norms::Norms& norms, domain::Date oggi);

}  // namespace omnia::rules
