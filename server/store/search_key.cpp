#include "server/store/search_key.hpp"

namespace omnia::store {
namespace {

// Plain letter of each code point from U+00C0 to U+017F.
constexpr std::string_view kPlain =
    "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzz"
    "zzzs";
static_assert(kPlain.size() == 0x180 - 0xC0);

}  // namespace

std::string search_key(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte >= 0xC3 && byte <= 0xC5 && i + 1 < utf8.size()) {
      const unsigned code = ((byte & 0x1FU) << 6U) | (static_cast<unsigned char>(utf8[++i]) & 0x3FU);
      out.push_back(code >= 0xC0 && code < 0x180 ? kPlain[code - 0xC0] : ' ');
    } else if (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r') {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else {
      out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : utf8[i]);
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace omnia::store
