#include "server/identity/oidc/relying_party.hpp"

#include <openssl/sha.h>

#include <algorithm>
#include <array>

#include "server/identity/oidc/fetch.hpp"
#include "server/identity/oidc/id_token.hpp"
#include "server/identity/oidc/jose.hpp"
#include "server/identity/secrets.hpp"
#include "server/services/refusal.hpp"
#include "server/store/login_store.hpp"
#include "shared/domain/identifiers.hpp"

namespace omnia::identity::oidc {
namespace {

using nlohmann::json;
using services::Esito;
using services::Refusal;

constexpr std::int64_t kMetadataSeconds = 3600;
constexpr std::int64_t kAssertionSeconds = 60;

[[noreturn]] void refuse(const std::string& reason) {
  throw Refusal(Esito::non_autenticata, "accesso." + reason, "L’accesso con l’identità digitale non è riuscito.",
                "Torna alla pagina iniziale e riprova.");
}

std::string text(const json& object, const std::string& name) {
  const auto found = object.is_object() ? object.find(name) : object.end();
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

json read_json(const std::optional<Risposta>& answer) {
  if (!answer || answer->stato != 200) refuse("rete");
  json body = json::parse(answer->corpo, nullptr, false);
  if (!body.is_object()) refuse("rete");
  return body;
}

// RFC 7636 §4.2.
std::string challenge_of(const std::string& verifier) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size(), digest.data());
  return base64url({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// What is asked to be in the id_token or in the answer of userinfo, whichever the provider prefers.
std::string wanted_claims(const Attributi& names) {
  json wanted = json::object();
  for (const auto& name : {names.codice_fiscale, names.nome, names.cognome}) wanted[name] = {{"essential", true}};
  return json{{"id_token", wanted}, {"userinfo", wanted}}.dump();
}

std::string reason_of(Difetto difetto) {
  switch (difetto) {
    case Difetto::algoritmo:
      return "alg";
    case Difetto::chiave:
      return "chiave";
    case Difetto::firma:
      return "firma";
    case Difetto::forma:
    case Difetto::nessuno:
      break;
  }
  return "token";
}

// Exactly one prefix is taken away, then the code must be right by itself: a wrong one in a signed token is not mended.
Persona person(const json& claims, const Fornitore& fornitore) {
  std::string code = text(claims, fornitore.attributi.codice_fiscale);
  if (code.substr(0, fornitore.prefisso.size()) != fornitore.prefisso) refuse("codice_fiscale");
  code.erase(0, fornitore.prefisso.size());
  const auto parsed = domain::CodiceFiscale::parse(code);
  if (!parsed || parsed.value().str() != code) refuse("codice_fiscale");
  return {parsed.value().str(), text(claims, fornitore.attributi.nome), text(claims, fornitore.attributi.cognome), {}};
}

bool complete(const json& claims, const Attributi& names) {
  return !text(claims, names.codice_fiscale).empty() && !text(claims, names.nome).empty() && !text(claims, names.cognome).empty();
}

}  // namespace

std::shared_ptr<const RelyingParty::Metadati> RelyingParty::discover(const Fornitore& fornitore, std::int64_t now) const {
  const json found = read_json(fetch(fornitore.issuer + "/.well-known/openid-configuration"));
  auto out = std::make_shared<Metadati>();
  out->authorization = text(found, "authorization_endpoint");
  out->token = text(found, "token_endpoint");
  out->userinfo = text(found, "userinfo_endpoint");
  out->jwks_uri = text(found, "jwks_uri");
  out->letti = now;
  const bool safe = is_safe_address(out->authorization) && is_safe_address(out->token) && is_safe_address(out->jwks_uri);
  if (text(found, "issuer") != fornitore.issuer || !safe) refuse("rete");
  out->jwks = read_json(fetch(out->jwks_uri));
  return out;
}

std::shared_ptr<const RelyingParty::Metadati> RelyingParty::metadata(const Fornitore& fornitore, std::int64_t now,
                                                                     bool fresh_keys) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(fornitore.id);
    if (!fresh_keys && found != known_.end() && found->second->letti + kMetadataSeconds > now) return found->second;
  }
  auto fresh = discover(fornitore, now);  // not under the lock: a slow provider must not stop the others
  const std::lock_guard lock(mutex_);
  return known_[fornitore.id] = std::move(fresh);
}

RelyingParty::Avvio RelyingParty::begin(const Fornitore& fornitore, std::int64_t now) {
  const auto meta = metadata(fornitore, now);
  const std::string state = random_token();
  const store::AccessoInCorso login{sha256_hex(state), fornitore.id, random_token(), random_token(), {}, now};
  const std::string legame = random_token();
  db_.write([&](store::Connection& db) {
    store::delete_accessi_in_corso(db, now - kLoginSeconds);
    auto row = login;
    row.legame = sha256_hex(legame);
    store::insert_accesso_in_corso(db, row);
  });
  const Campi query{{"response_type", "code"},
                    {"client_id", fornitore.client_id},
                    {"redirect_uri", return_address()},
                    {"scope", fornitore.ambiti},
                    {"state", state},
                    {"nonce", login.nonce},
                    {"code_challenge", challenge_of(login.verificatore)},
                    {"code_challenge_method", "S256"},
                    {"acr_values", joined(fornitore.acr)},
                    {"prompt", "login"},
                    {"claims", wanted_claims(fornitore.attributi)}};
  const char* join = meta->authorization.find('?') == std::string::npos ? "?" : "&";
  return {meta->authorization + join + form_encode(query), legame};
}

json RelyingParty::exchange(const Fornitore& fornitore, std::string_view code, const std::string& verifier, std::int64_t now) {
  const auto meta = metadata(fornitore, now);
  const json assertion = {{"iss", fornitore.client_id},     {"sub", fornitore.client_id}, {"aud", meta->token}, {"iat", now},
                          {"exp", now + kAssertionSeconds}, {"jti", random_uuid()}};
  return read_json(post_form(meta->token, {{"grant_type", "authorization_code"},
                                           {"code", std::string(code)},
                                           {"redirect_uri", return_address()},
                                           {"client_id", fornitore.client_id},
                                           {"code_verifier", verifier},
                                           {"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
                                           {"client_assertion", sign(fornitore.chiave, fornitore.alg, assertion)}}));
}

// A key that is not known may be a new one: the provider's keys are read again, once.
json RelyingParty::verified(std::string_view token, const Fornitore& fornitore, std::int64_t now, std::string& alg) {
  Letto read = read_signed(token, metadata(fornitore, now)->jwks, fornitore.algoritmi);
  if (read.difetto == Difetto::chiave) read = read_signed(token, metadata(fornitore, now, true)->jwks, fornitore.algoritmi);
  if (read.difetto != Difetto::nessuno) refuse(reason_of(read.difetto));
  alg = read.alg;
  return std::move(read.claims);
}

json RelyingParty::userinfo(const Fornitore& fornitore, const std::string& access_token, std::int64_t now) {
  const auto meta = metadata(fornitore, now);
  const auto answer = fetch(meta->userinfo, access_token);
  if (answer && answer->stato == 200 && answer->tipo.substr(0, 15) == "application/jwt") {
    std::string alg;
    json claims = verified(answer->corpo, fornitore, now, alg);
    if (text(claims, "iss") != fornitore.issuer || text(claims, "aud") != fornitore.client_id) refuse("userinfo");
    return claims;
  }
  return read_json(answer);
}

RelyingParty::Entrato RelyingParty::finish(const Ritorno& ritorno, std::int64_t now) {
  const auto login = db_.write([&](store::Connection& db) {
    auto found = store::take_accesso_in_corso(db, sha256_hex(ritorno.state));
    store::delete_accessi_in_corso(db, now - kLoginSeconds);
    return found;
  });
  const bool ours = login && login->creato + kLoginSeconds > now && same_secret(login->legame, sha256_hex(ritorno.legame));
  const Fornitore* fornitore = ours ? fornitori_.find(login->fornitore) : nullptr;
  if (fornitore == nullptr) refuse("stato");
  if (!ritorno.iss.empty() && ritorno.iss != fornitore->issuer) refuse("iss");  // RFC 9207: answers of another provider
  if (!ritorno.error.empty() || ritorno.code.empty()) refuse("annullato");
  const json tokens = exchange(*fornitore, ritorno.code, login->verificatore, now);
  const std::string access_token = text(tokens, "access_token");
  std::string alg;
  json claims = verified(text(tokens, "id_token"), *fornitore, now, alg);
  const std::string wrong = wrong_claim(
      claims,
      {fornitore->issuer, fornitore->client_id, login->nonce, access_token, alg, fornitore->acr, fornitore->esige_at_hash}, now);
  if (!wrong.empty()) refuse(wrong);
  if (!complete(claims, fornitore->attributi)) {
    const json more = userinfo(*fornitore, access_token, now);
    if (text(more, "sub") != text(claims, "sub")) refuse("sub");
    for (const auto& [name, value] : more.items()) {
      if (!claims.contains(name)) claims[name] = value;
    }
  }
  Entrato out{person(claims, *fornitore), fornitore};
  out.persona.acr = text(claims, "acr");
  return out;
}

}  // namespace omnia::identity::oidc
