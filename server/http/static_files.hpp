// The built client (web/dist) held in memory: chosen encoding, ETag, cache rules, MIME types. What is not in the folder at
// start does not exist, so no path can lead outside it.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "server/http/message.hpp"

namespace omnia::http {

class StaticFiles {
 public:
  StaticFiles() = default;
  // Throws std::runtime_error with a sentence when the folder or its index.html is missing.
  explicit StaticFiles(const std::string& folder);
  // nullopt: no such file.
  [[nodiscard]] std::optional<Answer> find(const Request& request) const;
  [[nodiscard]] std::size_t size() const { return files_.size(); }

 private:
  struct File {
    std::string tipo;
    std::string etag;
    std::string cache;
    std::shared_ptr<const std::string> identity, brotli, gzip;
  };
  std::map<std::string, File> files_;
};

// Does Accept-Encoding admit this coding (RFC 9110 §12.5.3: q=0 refuses, * stands for the rest)?
bool accepts_encoding(std::string_view accept, std::string_view coding);

}  // namespace omnia::http
