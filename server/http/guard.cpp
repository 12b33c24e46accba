#include "server/http/guard.hpp"

#include <algorithm>

#include "server/http/application.hpp"
#include "server/services/refusal.hpp"
#include "shared/csv/encoding.hpp"

namespace omnia::http {
namespace {

using services::Esito;
using services::Refusal;

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

bool has_control(const Pairs& pairs) {
  return std::any_of(pairs.begin(), pairs.end(),
                     [](const auto& pair) { return has_control(pair.first) || has_control(pair.second); });
}

bool is_utf8(const Pairs& pairs) {
  return std::all_of(pairs.begin(), pairs.end(),
                     [](const auto& pair) { return csv::is_utf8(pair.first) && csv::is_utf8(pair.second); });
}

}  // namespace

void check_characters(const Request& request) {
  if (has_control(request.percorso) || has_control(request.parametri) || has_control(request.intestazioni)) {
    throw Refusal(Esito::malformata, "richiesta.caratteri", "La richiesta contiene caratteri di controllo.",
                  "Togli a capo e caratteri nulli.");
  }
  // It would stand in the log of accesses, and nobody could read its page.
  if (!csv::is_utf8(request.percorso) || !is_utf8(request.parametri)) {
    throw Refusal(Esito::malformata, "richiesta.caratteri", "L’indirizzo contiene caratteri che non sono UTF-8.",
                  "Scrivi l’indirizzo in UTF-8.");
  }
}

void check_origin(const Request& request, bool https) {
  const auto site = request.intestazione("Sec-Fetch-Site");
  const auto origin = request.intestazione("Origin");
  const std::string own = std::string(https ? "https://" : "http://") + std::string(request.intestazione("Host"));
  const bool foreign_site = !site.empty() && site != "same-origin" && site != "none";
  const bool foreign_origin = !origin.empty() && !equal_ignoring_case(origin, own);
  if (foreign_site || foreign_origin) {
    throw Refusal(Esito::vietata, "origine.estranea", "La richiesta arriva da un altro sito.",
                  "Apri il servizio dal suo indirizzo e riprova.");
  }
}

std::string media_type(std::string_view content_type) {
  std::string type(content_type.substr(0, content_type.find(';')));
  type.erase(std::remove_if(type.begin(), type.end(), [](char c) { return c == ' ' || c == '\t'; }), type.end());
  std::transform(type.begin(), type.end(), type.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return type;
}

void add_security_headers(Pairs& headers, bool https) {
  const auto has = [&](std::string_view name, std::string_view word) {
    return std::any_of(headers.begin(), headers.end(),
                       [&](const auto& pair) { return pair.first == name && pair.second.find(word) != std::string::npos; });
  };
  headers.emplace_back("X-Content-Type-Options", "nosniff");
  headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  if (https) headers.emplace_back("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  // The program's parts, named by their content: none of them is ever a document, so what is said to documents would only be
  // downloaded nine times with the first screen.
  if (has("Cache-Control", "immutable") && !has("Content-Type", "svg")) return;
  if (!has("Cache-Control", "")) headers.emplace_back("Cache-Control", "no-store");
  headers.emplace_back(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
      "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'");
  headers.emplace_back("X-Frame-Options", "DENY");
  headers.emplace_back("Referrer-Policy", "no-referrer");
  headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  headers.emplace_back("Permissions-Policy",
                       "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()");
}

}  // namespace omnia::http
