#include "server/identity/oidc/jose.hpp"

#include <cjose/cjose.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

#include "server/identity/secrets.hpp"

namespace omnia::identity::oidc {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxToken = std::size_t{16} * 1024;
constexpr std::size_t kMinRsaBytes = 256;  // 2048 bits

struct JwkEnd {
  void operator()(cjose_jwk_t* one) const { cjose_jwk_release(one); }
};
struct JwsEnd {
  void operator()(cjose_jws_t* one) const { cjose_jws_release(one); }
};
struct HeaderEnd {
  void operator()(cjose_header_t* one) const { cjose_header_release(one); }
};
using Jwk = std::unique_ptr<cjose_jwk_t, JwkEnd>;
using Jws = std::unique_ptr<cjose_jws_t, JwsEnd>;

std::string text(const json& object, const char* name) {
  const auto found = object.is_object() ? object.find(name) : object.end();
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

json parse(const std::optional<std::string>& bytes) { return bytes ? json::parse(*bytes, nullptr, false) : json(); }

// The kind of key that the algorithm asks for, long enough.
bool fits(const json& jwk, std::string_view alg) {
  if (text(jwk, "use") == "enc") return false;
  const std::string own = text(jwk, "alg");
  if (!own.empty() && own != alg) return false;
  if (alg.front() == 'E') return text(jwk, "kty") == "EC";
  const auto modulus = from_base64url(text(jwk, "n"));
  return text(jwk, "kty") == "RSA" && modulus && modulus->size() >= kMinRsaBytes;
}

Jwk import(const std::string& jwk) {
  cjose_err error{};
  return Jwk(cjose_jwk_import(jwk.data(), jwk.size(), &error));
}

}  // namespace

bool is_signature_algorithm(std::string_view alg) {
  constexpr std::array<std::string_view, 9> kAdmitted{"RS256", "RS384", "RS512", "PS256", "PS384",
                                                      "PS512", "ES256", "ES384", "ES512"};
  return std::find(kAdmitted.begin(), kAdmitted.end(), alg) != kAdmitted.end();
}

bool is_private_jwk(const std::string& jwk) {
  const json key = json::parse(jwk, nullptr, false);
  const bool known = text(key, "kty") == "EC" ? fits(key, text(key, "alg").empty() ? "ES256" : text(key, "alg"))
                                              : fits(key, text(key, "alg").empty() ? "RS256" : text(key, "alg"));
  return known && !text(key, "d").empty() && !text(key, "kid").empty() && import(jwk) != nullptr;
}

std::string sign(const std::string& private_jwk, const std::string& alg, const json& claims) {
  cjose_err error{};
  const Jwk key = import(private_jwk);
  const std::unique_ptr<cjose_header_t, HeaderEnd> header(cjose_header_new(&error));
  if (!key || !header) throw std::runtime_error("our key of the identity provider cannot be used");
  const std::string kid = text(json::parse(private_jwk), "kid");
  const std::string payload = claims.dump();
  const char* compact = nullptr;
  const bool named = cjose_header_set(header.get(), CJOSE_HDR_ALG, alg.c_str(), &error) &&
                     cjose_header_set(header.get(), CJOSE_HDR_KID, kid.c_str(), &error) &&
                     cjose_header_set(header.get(), "typ", "JWT", &error);
  const Jws jws(named ? cjose_jws_sign(key.get(), header.get(), reinterpret_cast<const std::uint8_t*>(payload.data()),
                                       payload.size(), &error)
                      : nullptr);
  if (!jws || !cjose_jws_export(jws.get(), &compact, &error)) throw std::runtime_error("the client assertion cannot be signed");
  return compact;  // owned by the jws: copied here
}

Letto read_signed(std::string_view token, const json& jwks, const std::vector<std::string>& algorithms) {
  const auto first = token.find('.');
  if (token.size() > kMaxToken || std::count(token.begin(), token.end(), '.') != 2) return {};
  const json header = parse(from_base64url(token.substr(0, first)));
  const std::string alg = text(header, "alg");
  if (!header.is_object()) return {};
  if (!is_signature_algorithm(alg) || std::find(algorithms.begin(), algorithms.end(), alg) == algorithms.end()) {
    return {Difetto::algoritmo};
  }
  const auto keys = jwks.is_object() && jwks.contains("keys") && jwks["keys"].is_array() ? jwks["keys"] : json::array();
  const std::string kid = text(header, "kid");
  const auto found = std::find_if(keys.begin(), keys.end(),
                                  [&](const json& one) { return !kid.empty() && text(one, "kid") == kid && fits(one, alg); });
  if (found == keys.end()) return {Difetto::chiave};
  cjose_err error{};
  const Jwk key = import(found->dump());
  const Jws jws(cjose_jws_import(token.data(), token.size(), &error));
  std::uint8_t* bytes = nullptr;
  std::size_t size = 0;
  if (!key || !jws || !cjose_jws_verify(jws.get(), key.get(), &error) ||
      !cjose_jws_get_plaintext(jws.get(), &bytes, &size, &error)) {
    return {Difetto::firma};
  }
  json claims = json::parse(bytes, bytes + size, nullptr, false);
  if (!claims.is_object()) return {};
  return {Difetto::nessuno, std::move(claims), alg};
}

}  // namespace omnia::identity::oidc
