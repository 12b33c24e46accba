// Command `drafts`: review requests for tests, from a database or from the demo's own world.
#include <iostream>
#include <stdexcept>
#include <vector>

#include "server/store/registry_store.hpp"
#include "tools/cli/commands.hpp"
#include "tools/demo/drafts.hpp"
#include "tools/demo/registry_of.hpp"

namespace omnia::cli {
namespace {

const domain::Date kOggi = domain::Date::of(2026, 11, 24);

std::vector<domain::Registry> from_database(const std::string& file) {
  store::Db db(file);
  std::vector<domain::Registry> out;
  std::string cursor;
  do {
    const auto page = store::search_posizioni(db, "", std::nullopt, kOggi, cursor, 200);
    for (const auto& row : page.righe) {
      if (auto registry = store::load_registry(db, row.matricola, kOggi)) out.push_back(std::move(*registry));
    }
    cursor = page.cursore;
  } while (!cursor.empty());
  if (out.empty()) throw std::runtime_error("il database «" + file + "» non contiene posizioni: importa prima i dati.");
  return out;
}

std::vector<domain::Registry> from_demo(std::uint64_t seed) {
  demo::Options options;
  options.seed = seed;
  const auto world = demo::make_world(options);
  std::vector<domain::Registry> out;
  for (const auto& azienda : world.aziende) out.push_back(demo::registry_of(world, azienda, kOggi));
  return out;
}

}  // namespace

int drafts(const DraftsArgs& args) {
  std::ios::sync_with_stdio(false);
  const auto registries = args.db.empty() ? from_demo(args.seed) : from_database(args.db);
  demo::Random random(args.seed, 99);
  for (int i = 0; i < args.count; ++i) {
    // A long list of workers now and then; the companies within reach of the CIGO come first in the cast and more often here.
    const auto n = registries.size();
    const auto reach = random.percent(60) ? std::min<std::size_t>(n, 14) : n;
    const auto& registry = registries[static_cast<std::size_t>(random.below(static_cast<int>(reach)))];
    const bool large = i % 100 == 99;
    std::cout << demo::write(demo::make_case(large ? demo::make_large_case(1000).registro : registry, random, i)) << '\n';
  }
  std::cout.flush();
  return std::cout ? 0 : 1;
}

}  // namespace omnia::cli
