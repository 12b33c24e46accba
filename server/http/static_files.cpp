#include "server/http/static_files.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "server/identity/secrets.hpp"

namespace omnia::http {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kTypes{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".wasm", "application/wasm"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".ttf", "font/ttf"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".ico", "image/x-icon"},
    {".pdf", "application/pdf"},
    {".xml", "application/xml"},
    {".txt", "text/plain; charset=utf-8"},
}};

std::string type_of(const std::string& extension) {
  for (const auto& [known, type] : kTypes) {
    if (known == extension) return std::string(type);
  }
  return "application/octet-stream";
}

std::shared_ptr<const std::string> read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return nullptr;
  return std::make_shared<const std::string>(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

std::shared_ptr<const std::string> read_beside(fs::path path, const char* suffix) {
  path += suffix;
  return fs::is_regular_file(path) ? read_file(path) : nullptr;
}

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// "0", "0.0", "0.000" mean: not acceptable.
bool zero_quality(std::string_view parameters) {
  const auto q = parameters.find("q=");
  if (q == std::string_view::npos) return false;
  return parameters.substr(q + 2).find_first_of("123456789") == std::string_view::npos;
}

bool etag_matches(std::string_view header, std::string_view etag) {
  while (!header.empty()) {
    const auto end = header.find(',');
    auto candidate = trim(header.substr(0, end));
    if (candidate.substr(0, 2) == "W/") candidate.remove_prefix(2);
    if (candidate == "*" || candidate == etag) return true;
    header = end == std::string_view::npos ? std::string_view() : header.substr(end + 1);
  }
  return false;
}

}  // namespace

bool accepts_encoding(std::string_view accept, std::string_view coding) {
  bool by_star = false;
  while (!accept.empty()) {
    const auto end = accept.find(',');
    const auto item = accept.substr(0, end);
    const auto semicolon = item.find(';');
    const auto name = trim(item.substr(0, semicolon));
    const bool refused = semicolon != std::string_view::npos && zero_quality(item.substr(semicolon + 1));
    if (equal_ignoring_case(name, coding)) return !refused;
    if (name == "*") by_star = !refused;
    accept = end == std::string_view::npos ? std::string_view() : accept.substr(end + 1);
  }
  return by_star;
}

StaticFiles::StaticFiles(const std::string& folder) {
  const fs::path root(folder);
  if (!fs::is_regular_file(root / "index.html")) {
    throw std::runtime_error(
        "Nella cartella «" + folder +
        "» manca index.html: costruisci il programma per il browser oppure indica un’altra cartella con --web.");
  }
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const auto extension = entry.path().extension().string();
    if (!entry.is_regular_file() || extension == ".br" || extension == ".gz") continue;
    File file;
    file.identity = read_file(entry.path());
    if (!file.identity) continue;
    file.brotli = read_beside(entry.path(), ".br");
    file.gzip = read_beside(entry.path(), ".gz");
    file.tipo = type_of(extension);
    file.etag = identity::sha256_hex(*file.identity).substr(0, 32);
    const std::string path = "/" + entry.path().lexically_relative(root).generic_string();
    // Names under assets carry the hash of their content, so they never change.
    file.cache = path.rfind("/assets/", 0) == 0 ? "public, max-age=31536000, immutable" : "no-cache";
    files_[path] = file;
    if (path == "/index.html") files_["/"] = std::move(file);
  }
}

std::optional<Answer> StaticFiles::find(const Request& request) const {
  const auto found = files_.find(request.percorso);
  if (found == files_.end()) return std::nullopt;
  const File& file = found->second;
  const auto accept = request.intestazione("Accept-Encoding");
  const char* coding = nullptr;
  if (file.brotli && accepts_encoding(accept, "br")) {
    coding = "br";
  } else if (file.gzip && accepts_encoding(accept, "gzip")) {
    coding = "gzip";
  }
  Answer answer;
  answer.tipo = file.tipo;
  const std::string etag = "\"" + file.etag + (coding != nullptr ? std::string("-") + coding : "") + "\"";
  answer.intestazioni = {{"Cache-Control", file.cache}, {"ETag", etag}, {"Vary", "Accept-Encoding"}};
  if (etag_matches(request.intestazione("If-None-Match"), etag)) {
    answer.stato = 304;
    return answer;
  }
  if (coding != nullptr) answer.intestazioni.emplace_back("Content-Encoding", coding);
  answer.corpo_condiviso = coding == nullptr ? file.identity : std::string_view(coding) == "br" ? file.brotli : file.gzip;
  return answer;
}

}  // namespace omnia::http
