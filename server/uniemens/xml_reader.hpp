// XML as a stream of events, with everything refused that a payroll file has no business to hold: DOCTYPE, other encodings
// than UTF-8, and sizes beyond the limits. Memory does not grow with the file.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "server/uniemens/difetto.hpp"

namespace omnia::uniemens {

inline constexpr int kMaxDepth = 32;
inline constexpr int kMaxAttributes = 32;
inline constexpr std::size_t kMaxText = std::size_t{64} * 1024;
// A tag longer than this cannot be shown to the handler and only fills the memory.
inline constexpr std::int64_t kMaxToken = std::int64_t{256} * 1024;

// `attributes`: name, value, name, value, nullptr. An element in a namespace has the name "uri|name".
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(std::string_view name, const char** attributes, std::int64_t riga) = 0;
  virtual void end() = 0;
  virtual void text(std::string_view text) = 0;
  // A comment, a processing instruction or a CDATA mark: text on both sides of it is not one plain value.
  virtual void interruption() = 0;

  // Set by the handler to stop the reading.
  std::optional<Difetto> fatale;
};

class XmlReader {
 public:
  explicit XmlReader(XmlHandler& handler);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;
  // False when the file is refused: see defect(). After the last piece call finish().
  bool feed(const char* data, std::size_t n);
  bool finish();
  [[nodiscard]] const std::optional<Difetto>& defect() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace omnia::uniemens
