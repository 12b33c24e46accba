#include "tests/unit/face/fonts.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace omnia::test {
namespace {

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (bytes.empty()) throw std::runtime_error("font missing: " + path);
  return bytes;
}

faces::Fonts load() {
  const std::string source = OMNIA_SOURCE_DIR;
  if (std::filesystem::exists(source + "/web/node_modules/@fontsource/titillium-web")) {
    const std::string folder = std::string(OMNIA_BINARY_DIR) + "/test-fonts";
    const std::string command = "'" + source + "/tools/lib/fonts.sh' '" + folder + "' >/dev/null 2>&1";
    if (std::system(command.c_str()) == 0) {
      return {read(folder + "/titillium-regular.ttf"), read(folder + "/titillium-semibold.ttf"),
              read(folder + "/roboto-mono.ttf")};
    }
  }
  const std::string folder = "/usr/share/fonts/truetype/dejavu/";
  return {read(folder + "DejaVuSans.ttf"), read(folder + "DejaVuSans-Bold.ttf"), read(folder + "DejaVuSansMono.ttf")};
}

}  // namespace

const faces::Fonts& fonts() {
  static const faces::Fonts loaded = load();
  return loaded;
}

}  // namespace omnia::test
