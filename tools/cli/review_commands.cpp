// Commands about drafts: check, review-stream.
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "shared/rules/review.hpp"
#include "shared/wire/wire.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

const char* label(norms::Gravita gravita) {
  switch (gravita) {
    case norms::Gravita::errore:
      return "ERRORE";
    case norms::Gravita::avviso:
      return "Avviso";
    default:
      return "Informazione";
  }
}

void print_text(const std::string& path, const rules::Review& review) {
  std::cout << path << ": " << (review.inviabile ? "si può inviare" : "non si può inviare") << " (" << review.errori
            << " errori, " << review.avvisi << " avvisi)\n";
  for (const auto& alert : review.alerts) {
    std::cout << "  " << label(alert.gravita) << ' ' << alert.codice << ' ' << alert.campo << ": " << alert.testo;
    if (!alert.rimedio.empty()) std::cout << ' ' << alert.rimedio;
    if (!alert.citazione.empty()) std::cout << " (" << alert.citazione << (alert.lettura ? "; lettura da confermare)" : ")");
    std::cout << '\n';
  }
}

// A registry written by `omnia registry`, or by hand.
domain::Registry load(const std::string& path) {
  auto registry = wire::read_registry(read_file(path));
  if (!registry) throw std::runtime_error(path + ": " + registry.reason().testo);
  return std::move(registry.value());
}

}  // namespace

int check(const CheckArgs& args) {
  const auto registry = load(args.registro);
  const auto oggi = day_or_today(args.oggi);
  bool sendable = true;
  bool readable = true;
  for (const std::string& path : args.bozze) {
    try {
      const auto draft = wire::read_draft(read_file(path));
      if (!draft) throw std::runtime_error(path + ": " + draft.reason().testo);
      const auto review = rules::review(draft.value(), registry, norms::Norms::builtin(), oggi);
      sendable = sendable && review.inviabile;
      if (args.testo) {
        print_text(path, review);
      } else {
        std::cout << wire::write(review) << '\n';
      }
    } catch (const std::runtime_error& e) {
      readable = false;
      std::cerr << "omnia: " << e.what() << '\n';
    }
  }
  return !readable ? 1 : sendable ? 0 : 2;
}

int review_stream() {
  std::ios::sync_with_stdio(false);
  std::string line;
  while (std::getline(std::cin, line)) {
    if (!line.empty()) std::cout << wire::review_json(line) << '\n';
  }
  std::cout.flush();
  return std::cin.bad() || !std::cout ? 1 : 0;
}

}  // namespace omnia::cli
