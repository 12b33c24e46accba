#include "server/identity/oidc/id_token.hpp"

#include <boost/test/unit_test.hpp>

#include "server/identity/oidc/fetch.hpp"
#include "server/identity/oidc/jose.hpp"

namespace {

using namespace omnia::identity::oidc;
using nlohmann::json;

constexpr std::int64_t kNow = 1'800'000'000;
const Atteso kAtteso{"https://idp.invalid", "omnia", "n-1", "token-di-accesso", "RS256", {"L2", "L3"}};

json good() {
  return {{"iss", "https://idp.invalid"},
          {"aud", "omnia"},
          {"exp", kNow + 300},
          {"iat", kNow},
          {"nonce", "n-1"},
          {"acr", "L2"},
          {"sub", "p"}};
}
std::string with(const char* name, const json& value) {
  json claims = good();
  claims[name] = value;
  return wrong_claim(claims, kAtteso, kNow);
}
std::string without(const char* name) {
  json claims = good();
  claims.erase(name);
  return wrong_claim(claims, kAtteso, kNow);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(identity_oidc_id_token)

BOOST_AUTO_TEST_CASE(a_good_token_passes_and_every_claim_that_is_asked_for_must_be_there) {
  BOOST_TEST(wrong_claim(good(), kAtteso, kNow) == "");
  for (const char* name : {"iss", "aud", "exp", "iat", "nonce", "acr", "sub"}) BOOST_TEST(without(name) == name);
}

BOOST_AUTO_TEST_CASE(the_audience_is_us_alone) {
  BOOST_TEST(with("aud", json::array({"omnia"})) == "");
  BOOST_TEST(with("aud", json::array({"omnia", "altro"})) == "aud");
  BOOST_TEST(with("aud", "altro") == "aud");
  BOOST_TEST(with("aud", json::array()) == "aud");
}

BOOST_AUTO_TEST_CASE(times_are_forgiven_a_minute_and_no_more) {
  BOOST_TEST(with("exp", kNow - 59) == "iat", "still valid, but issued after its end");
  json late = good();
  late["iat"] = kNow - 500;
  late["exp"] = kNow - 59;
  BOOST_TEST(wrong_claim(late, kAtteso, kNow) == "");
  late["exp"] = kNow - 60;
  BOOST_TEST(wrong_claim(late, kAtteso, kNow) == "exp");
  BOOST_TEST(with("iat", kNow + 60) == "");
  BOOST_TEST(with("iat", kNow + 61) == "iat");
  BOOST_TEST(with("nbf", kNow + 60) == "");
  BOOST_TEST(with("nbf", kNow + 61) == "nbf");
  BOOST_TEST(with("exp", "1800000300") == "exp", "a number, not its text");
}

BOOST_AUTO_TEST_CASE(the_level_is_one_of_those_admitted_to_the_letter) {
  BOOST_TEST(with("acr", "L3") == "");
  for (const char* level : {"L1", "l2", "L2 ", ""}) BOOST_TEST(with("acr", level) == "acr");
}

BOOST_AUTO_TEST_CASE(the_access_token_is_the_one_that_the_id_token_speaks_of) {
  BOOST_TEST(with("at_hash", "altro") == "at_hash");
  // Left half of SHA-256("token-di-accesso"), base64url.
  BOOST_TEST(with("at_hash", "M8GNKO4ub6DAe6MPS5XiVQ") == "");
  BOOST_TEST(with("at_hash", "") == "at_hash", "there, and of no token");
  for (const json& value : {json(7), json(), json::array({"M8GNKO4ub6DAe6MPS5XiVQ"})})
    BOOST_TEST(with("at_hash", value) == "at_hash");
  Atteso strict = kAtteso;
  strict.esige_at_hash = true;
  BOOST_TEST(wrong_claim(good(), strict, kNow) == "at_hash", "a provider that must send it");
  json claims = good();
  claims["at_hash"] = "M8GNKO4ub6DAe6MPS5XiVQ";
  BOOST_TEST(wrong_claim(claims, strict, kNow) == "");
}

BOOST_AUTO_TEST_CASE(algorithms_are_ours_to_choose) {
  for (const char* alg : {"RS256", "PS512", "ES384"}) BOOST_TEST(is_signature_algorithm(alg));
  for (const char* alg : {"none", "None", "HS256", "RSA1_5", "", "RS256 "}) BOOST_TEST(!is_signature_algorithm(alg));
  const auto defect = [](const char* token) { return read_signed(token, json::object(), {"RS256"}).difetto; };
  BOOST_TEST((defect("eyJhbGciOiJub25lIn0.e30.") == Difetto::algoritmo));
  BOOST_TEST((defect("eyJhbGciOiJFUzI1NiIsImtpZCI6ImEifQ.e30.AA") == Difetto::algoritmo), "ES256 is good, but not admitted here");
  BOOST_TEST((defect("eyJhbGciOiJSUzI1NiIsImtpZCI6ImEifQ.e30.AA") == Difetto::chiave));
  for (const char* token : {"", ".", "..", "a.b.c", "e30.e30.e30.e30"}) BOOST_TEST((defect(token) != Difetto::nessuno), token);
}

BOOST_AUTO_TEST_CASE(a_short_key_and_one_that_is_not_private_cannot_be_ours) {
  BOOST_TEST(!is_private_jwk("{}"));
  BOOST_TEST(!is_private_jwk("non è JSON"));
  BOOST_TEST(!is_private_jwk(R"({"kty":"RSA","kid":"a","n":"AQAB","e":"AQAB","d":"AQAB"})"));
  BOOST_TEST(!is_private_jwk(R"({"kty":"oct","kid":"a","k":"AQAB"})"));
}

BOOST_AUTO_TEST_CASE(addresses_are_https_or_of_this_machine) {
  for (const char* url : {"https://idp.invalid", "http://127.0.0.1:8080/x", "http://localhost", "http://[::1]:1/"})
    BOOST_TEST(is_safe_address(url), url);
  for (const char* url : {"http://idp.invalid", "http://127.0.0.1.altro.invalid", "http://localhost@altro.invalid", "https://",
                          "file:///etc/passwd", ""})
    BOOST_TEST(!is_safe_address(url), url);
  BOOST_TEST(form_encode({{"a b", "à&="}, {"c", "~-._"}}) == "a%20b=%C3%A0%26%3D&c=~-._");
}

BOOST_AUTO_TEST_SUITE_END()
