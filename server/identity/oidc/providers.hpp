// The identity providers of a configuration file: SPID, CIE, the internal one of the operators.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/identity/powers.hpp"

namespace omnia::identity::oidc {

// Names of claims differ from provider to provider and nothing is guessed: exactly these are read.
struct Attributi {
  std::string codice_fiscale, nome, cognome;
};

struct Fornitore {
  std::string id;    // in the address of the login
  std::string nome;  // on the screen
  std::string issuer;
  std::string client_id;
  std::string chiave;                  // our private JWK: signs the client assertion
  std::string alg;                     // of that signature
  std::string ambiti;                  // scope
  std::vector<std::string> algoritmi;  // admitted for the id_token
  std::vector<std::string> acr;        // admitted levels, in order of preference
  Attributi attributi;
  std::string prefisso;      // before the codice fiscale: TINIT-
  std::vector<Ruolo> ruoli;  // who may come this way; empty: everybody
  bool esige_at_hash = false;
};

struct Fornitori {
  std::string indirizzo;  // public address of this service, without a final slash
  std::vector<Fornitore> elenco;
  [[nodiscard]] const Fornitore* find(std::string_view id) const;
  [[nodiscard]] bool empty() const { return elenco.empty(); }
};

// Throws std::runtime_error with a sentence that names the file, the field and the remedy. Paths of keys are relative to the
// file's folder. A key that others than its owner can read is refused.
Fornitori load_providers(const std::string& file);

// May somebody of this role log in through the provider?
bool admits(const Fornitore& fornitore, Ruolo ruolo);

}  // namespace omnia::identity::oidc
