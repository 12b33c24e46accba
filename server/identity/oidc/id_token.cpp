#include "server/identity/oidc/id_token.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <optional>

#include "server/identity/secrets.hpp"

namespace omnia::identity::oidc {
namespace {

using nlohmann::json;

std::string text(const json& claims, const char* name) {
  const auto found = claims.find(name);
  return found != claims.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::int64_t> instant(const json& claims, const char* name) {
  const auto found = claims.find(name);
  if (found == claims.end() || !found->is_number_integer()) return std::nullopt;
  return found->get<std::int64_t>();
}

// A string, or a list with us alone: a token that serves others too is not ours.
bool for_us(const json& claims, const std::string& client_id) {
  const auto found = claims.find("aud");
  if (found == claims.end()) return false;
  if (found->is_array()) return found->size() == 1 && found->front() == client_id;
  return *found == client_id;
}

// The left half of the digest of the access token, with the hash of the signature.
std::string half_digest(const std::string& access_token, const std::string& alg) {
  const EVP_MD* kind = alg.substr(2) == "512" ? EVP_sha512() : alg.substr(2) == "384" ? EVP_sha384() : EVP_sha256();
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(access_token.data(), access_token.size(), digest.data(), &size, kind, nullptr);
  return base64url({reinterpret_cast<const char*>(digest.data()), size / 2});
}

std::string wrong_time(const json& claims, std::int64_t now) {
  const auto exp = instant(claims, "exp");
  const auto iat = instant(claims, "iat");
  const auto nbf = instant(claims, "nbf");
  if (!exp || *exp <= now - kSkewSeconds) return "exp";
  if (!iat || *iat > now + kSkewSeconds || *iat > *exp) return "iat";
  return nbf && *nbf > now + kSkewSeconds ? "nbf" : "";
}

}  // namespace

std::string wrong_claim(const json& claims, const Atteso& atteso, std::int64_t now) {
  if (text(claims, "iss") != atteso.issuer) return "iss";
  if (!for_us(claims, atteso.client_id)) return "aud";
  if (std::string wrong = wrong_time(claims, now); !wrong.empty()) return wrong;
  if (!same_secret(text(claims, "nonce"), atteso.nonce)) return "nonce";
  if (std::find(atteso.acr.begin(), atteso.acr.end(), text(claims, "acr")) == atteso.acr.end()) return "acr";
  // What is there must be right, whatever its type.
  const bool speaks = atteso.esige_at_hash || claims.contains("at_hash");
  if (speaks && text(claims, "at_hash") != half_digest(atteso.access_token, atteso.alg)) return "at_hash";
  return text(claims, "sub").empty() ? "sub" : "";
}

}  // namespace omnia::identity::oidc
