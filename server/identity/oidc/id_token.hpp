// The claims of an id_token against what this login asked for (OpenID Connect Core §3.1.3.7; Linee guida OIDC SPID e CIE).
#pragma once
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace omnia::identity::oidc {

inline constexpr std::int64_t kSkewSeconds = 60;

struct Atteso {
  std::string issuer, client_id, nonce, access_token, alg;
  std::vector<std::string> acr;
  bool esige_at_hash = false;  // OpenID Connect leaves it out of the code flow at will; SPID and CIE demand it
};
// Empty: good. Otherwise the claim that is wrong: "iss", "aud", "exp", "iat", "nbf", "nonce", "acr", "at_hash", "sub".
std::string wrong_claim(const nlohmann::json& claims, const Atteso& atteso, std::int64_t now);

}  // namespace omnia::identity::oidc
