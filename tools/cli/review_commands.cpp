// Command `review-stream`: one review request a line, answered with the review or with an explanation.
#include <iostream>

#include "server/services/norme.hpp"
#include "shared/wire/wire.hpp"
#include "tools/cli/commands.hpp"

namespace omnia::cli {

int review_stream(const StreamArgs& args) {
  std::ios::sync_with_stdio(false);
  const auto norms = services::load_norms(args.norme);
  std::string line;
  while (std::getline(std::cin, line)) {
    if (line.empty()) continue;
    std::cout << (args.spiega.empty() ? wire::review_json(line, norms)
                                      : wire::explain_json(line, args.spiega == "tutto" ? "" : args.spiega, norms))
              << '\n';
  }
  std::cout.flush();
  return std::cin.bad() || !std::cout ? 1 : 0;
}

}  // namespace omnia::cli
