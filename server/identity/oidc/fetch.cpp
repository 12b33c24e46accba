#include "server/identity/oidc/fetch.hpp"

#include <curl/curl.h>

#include <memory>

namespace omnia::identity::oidc {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{256} * 1024;
constexpr long kTimeoutMs = 8000;

struct Handle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct List {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* out) {
  auto& text = *static_cast<std::string*>(out);
  if (text.size() + size * count > kMaxBytes) return 0;
  text.append(bytes, size * count);
  return size * count;
}

std::optional<Risposta> perform(const std::string& url, const std::string& bearer, const std::string* form) {
  static const CURLcode kReady = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (kReady != CURLE_OK || !is_safe_address(url)) return std::nullopt;
  const std::unique_ptr<CURL, Handle> handle(curl_easy_init());
  if (!handle) return std::nullopt;
  Risposta out;
  curl_easy_setopt(handle.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, "https,http");
  curl_easy_setopt(handle.get(), CURLOPT_PROXY, "");
  curl_easy_setopt(handle.get(), CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT_MS, kTimeoutMs);
  curl_easy_setopt(handle.get(), CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &out.corpo);
  std::unique_ptr<curl_slist, List> headers(curl_slist_append(nullptr, "Accept: application/json, application/jwt"));
  if (!bearer.empty()) headers.reset(curl_slist_append(headers.release(), ("Authorization: Bearer " + bearer).c_str()));
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  if (form != nullptr) {
    curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(form->size()));
    curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, form->c_str());
  }
  if (curl_easy_perform(handle.get()) != CURLE_OK) return std::nullopt;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &out.stato);
  const char* type = nullptr;
  curl_easy_getinfo(handle.get(), CURLINFO_CONTENT_TYPE, &type);
  if (type != nullptr) out.tipo = type;
  return out;
}

std::string percent(std::string_view text) {
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (kPlain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    }
  }
  return out;
}

}  // namespace

bool is_safe_address(std::string_view url) {
  for (const std::string_view local : {"http://127.0.0.1", "http://localhost", "http://[::1]"}) {
    if (url.substr(0, local.size()) != local) continue;
    const std::string_view rest = url.substr(local.size());
    return rest.empty() || rest.front() == ':' || rest.front() == '/';
  }
  return url.substr(0, 8) == "https://" && url.size() > 8;
}

std::optional<Risposta> fetch(const std::string& url, const std::string& bearer) { return perform(url, bearer, nullptr); }

std::optional<Risposta> post_form(const std::string& url, const Campi& campi) {
  const std::string form = form_encode(campi);
  return perform(url, {}, &form);
}

std::string form_encode(const Campi& campi) {
  std::string out;
  for (const auto& [name, value] : campi) out += (out.empty() ? "" : "&") + percent(name) + "=" + percent(value);
  return out;
}

}  // namespace omnia::identity::oidc
