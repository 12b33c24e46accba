// Signed JWT (RFC 7515) with cjose, behind our own list of algorithms: the token never chooses how it is verified.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace omnia::identity::oidc {

// RS, PS and ES with SHA-256 to 512: never "none", never a shared secret.
bool is_signature_algorithm(std::string_view alg);
bool is_private_jwk(const std::string& jwk);

// Compact JWS of `claims` with our private key.
std::string sign(const std::string& private_jwk, const std::string& alg, const nlohmann::json& claims);

enum class Difetto { nessuno, forma, algoritmo, chiave, firma };
struct Letto {
  Difetto difetto = Difetto::forma;
  nlohmann::json claims{};  // only when there is no defect
  std::string alg{};        // of the signature
};
// Algorithm first, then the key by its kid among those of the provider, then the signature. Keys that the token itself brings
// (jwk, jku, x5u) are not looked at.
Letto read_signed(std::string_view token, const nlohmann::json& jwks, const std::vector<std::string>& algorithms);

}  // namespace omnia::identity::oidc
