// HTTPS to the identity providers, with libcurl: no redirects, no proxies of the environment, bounded time and size.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace omnia::identity::oidc {

// https, or http to this very machine (a provider of the tests).
bool is_safe_address(std::string_view url);

struct Risposta {
  long stato = 0;
  std::string tipo;
  std::string corpo;
};
// nullopt: no answer (network, certificate, too slow, too large) or an address that is not safe.
std::optional<Risposta> fetch(const std::string& url, const std::string& bearer = {});
using Campi = std::vector<std::pair<std::string, std::string>>;
std::optional<Risposta> post_form(const std::string& url, const Campi& campi);

// "a=1&b=2", percent-encoded.
std::string form_encode(const Campi& campi);

}  // namespace omnia::identity::oidc
