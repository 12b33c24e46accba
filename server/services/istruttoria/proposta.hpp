// The decision that the facts of a fascicolo suggest (shared/rules/proposta), in the words of the act and with a motivation
// half written. The person decides.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "server/services/istruttoria/fascicolo.hpp"
#include "shared/rules/explanation/spiegazione.hpp"
#include "shared/rules/proposta/proposta.hpp"

namespace omnia::services {

// Facts → documents considered → rule → conclusion (msg. INPS 1396/2018).
struct Motivazione {
  std::string fatti, documenti, norma, conclusione;
};

struct Motivo {
  std::string codice;  // one of kMotivi
  std::string testo;
};
// Reasons of a refusal, with the words that a person reads.
struct MotivoNoto {
  const char* codice;
  const char* nome;
};
const std::vector<MotivoNoto>& motivi_noti();

struct Proposta {
  std::string tipo;  // "accoglimento", "accoglimento_parziale", "reiezione"
  std::optional<domain::Period> periodo;
  std::int64_t settimane = 0, ore_centesimi = 0, lavoratori = 0;
  std::vector<std::string> esclusioni;  // what is left out of a partial acceptance, as sentences
  std::vector<rules::proposta::LavoratoreEscluso> lavoratori_esclusi;
  std::vector<Motivo> motivi;  // of a refusal
  Motivazione motivazione;
  rules::explanation::Spiegazione spiegazione;
};
Proposta propose_decision(const Fascicolo& fascicolo, const norms::Norms& norme);

}  // namespace omnia::services
