// OpenID Connect relying party: authorization code with PKCE S256, private_key_jwt, state and nonce used once. Out comes a
// person with a verified codice fiscale; which powers that person has is asked elsewhere.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "server/identity/oidc/providers.hpp"
#include "server/store/db.hpp"

namespace omnia::identity::oidc {

inline constexpr std::int64_t kLoginSeconds = 600;  // from the choice of the provider to the return

struct Persona {
  std::string codice_fiscale, nome, cognome, acr;
};

class RelyingParty {
 public:
  RelyingParty(store::Db& db, Fornitori fornitori) : db_(db), fornitori_(std::move(fornitori)) {}

  [[nodiscard]] const Fornitori& fornitori() const { return fornitori_; }

  struct Avvio {
    std::string indirizzo;  // where the browser goes
    std::string legame;     // secret for a cookie: only the browser that began may end
  };
  // Throws Refusal "accesso.rete" when the provider does not answer.
  Avvio begin(const Fornitore& fornitore, std::int64_t now);

  struct Ritorno {
    std::string_view code, state, iss, error, legame;
  };
  struct Entrato {
    Persona persona;
    const Fornitore* fornitore = nullptr;
  };
  // Throws Refusal "accesso.<reason>": annullato, stato, rete, token, firma, alg, chiave, sub, codice_fiscale, or the claim that
  // is wrong. Whatever happens, this state and its nonce are spent.
  Entrato finish(const Ritorno& ritorno, std::int64_t now);

 private:
  struct Metadati {
    std::string authorization, token, userinfo, jwks_uri;
    nlohmann::json jwks;
    std::int64_t letti = 0;
  };
  std::shared_ptr<const Metadati> metadata(const Fornitore& fornitore, std::int64_t now, bool fresh_keys = false);
  std::shared_ptr<const Metadati> discover(const Fornitore& fornitore, std::int64_t now) const;
  nlohmann::json verified(std::string_view token, const Fornitore& fornitore, std::int64_t now, std::string& alg);
  nlohmann::json exchange(const Fornitore& fornitore, std::string_view code, const std::string& verifier, std::int64_t now);
  nlohmann::json userinfo(const Fornitore& fornitore, const std::string& access_token, std::int64_t now);
  [[nodiscard]] std::string return_address() const { return fornitori_.indirizzo + "/api/v1/ritorno"; }

  store::Db& db_;
  Fornitori fornitori_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const Metadati>> known_;  // by id of the provider
};

}  // namespace omnia::identity::oidc
