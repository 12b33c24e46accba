// Command `review-stream`: one review request a line.
#include <iostream>

#include "server/services/norme.hpp"
#include "shared/wire/wire.hpp"
#include "tools/cli/commands.hpp"

namespace omnia::cli {

int review_stream(const std::string& norme) {
  std::ios::sync_with_stdio(false);
  const auto norms = services::load_norms(norme);
  std::string line;
  while (std::getline(std::cin, line)) {
    if (!line.empty()) std::cout << wire::review_json(line, norms) << '\n';
  }
  std::cout.flush();
  return std::cin.bad() || !std::cout ? 1 : 0;
}

}  // namespace omnia::cli
