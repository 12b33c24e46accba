// Commands about data: demo, import, registry.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <stdexcept>

#include "server/store/registry_store.hpp"
#include "server/uniemens/import.hpp"
#include "shared/domain/quantity.hpp"
#include "shared/wire/wire.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/text.hpp"
#include "tools/demo/demo.hpp"

namespace omnia::cli {
namespace {

namespace fs = std::filesystem;

void write_file(const fs::path& path, const std::string& content) {
  std::ofstream out(path, std::ios::binary);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
  out.flush();
  if (!out) throw std::runtime_error("il file «" + path.string() + "» non si può scrivere: verifica permessi e spazio su disco.");
}

}  // namespace

int demo(const DemoArgs& args) {
  demo::Options options;
  options.seed = args.seed;
  options.companies = args.companies;
  options.months = args.months;
  if (!args.until.empty()) {
    const auto until = domain::YearMonth::parse(args.until);
    if (!until) throw std::runtime_error("--until: «" + args.until + "» non è un mese: scrivilo come 2026-10.");
    options.until = until.value();
  }
  const fs::path root(args.out);
  // Flows of an earlier run with other arguments would be imported with these.
  fs::remove_all(root / "uniemens");
  std::set<fs::path> folders;
  const auto summary = demo::generate(options, [&](const std::string& path, const std::string& content) {
    const fs::path file = root / path;
    if (folders.insert(file.parent_path()).second) fs::create_directories(file.parent_path());
    write_file(file, content);
  });
  std::cout << "Scritti " << domain::format_integer(summary.files) << " file (" << domain::format_integer(summary.bytes / 1024)
            << " KiB) in " << root.string() << ": " << args.companies << " aziende inventate, " << args.months << " mesi fino al "
            << options.until.italiano() << ".\n";
  return 0;
}

int import(const ImportArgs& args) {
  store::Db db(args.db);
  uniemens::ImportOptions options;
  const bool terminal = !args.quiet;
  if (terminal) options.progresso = [](const std::string& line) { std::cerr << line << '\n'; };
  const auto start = std::chrono::steady_clock::now();
  const auto report = uniemens::import_paths(db, args.paths, options);
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start).count();
  std::cout << (args.json ? report.json() + "\n" : report.testo());
  if (!args.json) std::cout << "Tempo: " << domain::format_hundredths(ms / 10) << " s.\n";
  return report.rifiuti_totali > 0 ? 1 : 0;
}

int registry(const RegistryArgs& args) {
  const auto matricola = domain::Matricola::parse(args.matricola);
  if (!matricola) throw std::runtime_error(matricola.reason().testo);
  store::Db db(args.db);
  const auto found = store::load_registry(db, matricola.value().str(), day_or_today(args.oggi));
  if (!found)
    throw std::runtime_error("la matricola " + matricola.value().str() + " non è nel registro: importa prima i suoi dati.");
  std::cout << wire::write(*found) << '\n';
  return 0;
}

}  // namespace omnia::cli
