#include "tools/cli/registries.hpp"

#include <filesystem>
#include <stdexcept>

#include "server/store/registry_store.hpp"
#include "shared/wire/wire.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

constexpr std::size_t kMostKept = 256;

}  // namespace

domain::Registry read_registry_file(const std::string& path) {
  auto registry = wire::read_registry(read_file(path));
  if (!registry) throw std::runtime_error(path + ": " + registry.reason().testo);
  return std::move(registry.value());
}

Registries::Registries(const RegistrySource& source, domain::Date oggi) : source_(source), oggi_(oggi) {
  const int given = (source.registro.empty() ? 0 : 1) + (source.registri.empty() ? 0 : 1) + (source.db.empty() ? 0 : 1);
  if (given != 1)
    throw std::runtime_error("indica da dove leggere il registro: --registro FILE, --registri CARTELLA oppure --db FILE.");
  if (!source.registro.empty()) only_ = std::make_shared<const domain::Registry>(read_registry_file(source.registro));
  if (!source.registri.empty() && !std::filesystem::is_directory(source.registri))
    throw std::runtime_error("la cartella dei registri «" + source.registri + "» non esiste: verifica il percorso.");
  if (source.db.empty()) return;
  if (!std::filesystem::exists(source.db))
    throw std::runtime_error("il database «" + source.db + "» non esiste: verifica il percorso.");
  db_ = std::make_unique<store::Db>(source.db);
}

domain::Registry Registries::load(const std::string& matricola) {
  if (db_) {
    if (auto found = store::load_registry(*db_, matricola, oggi_)) return std::move(*found);
    throw std::runtime_error("la matricola " + matricola + " non è nel database: importa prima i suoi dati.");
  }
  const auto path = (std::filesystem::path(source_.registri) / (matricola + ".json")).string();
  if (!std::filesystem::exists(path))
    throw std::runtime_error("manca il registro della matricola " + matricola + ": scrivilo in «" + path + "».");
  return read_registry_file(path);
}

std::shared_ptr<const domain::Registry> Registries::find(const std::string& matricola) {
  if (only_) return only_;
  if (matricola.empty())
    throw std::runtime_error("nella bozza la matricola manca o non è di dieci cifre: senza non si sa quale registro usare.");
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = known_.find(matricola); known != known_.end()) return known->second;
  }
  auto registry = std::make_shared<const domain::Registry>(load(matricola));
  const std::lock_guard lock(mutex_);
  if (known_.size() >= kMostKept) known_.clear();
  known_[matricola] = registry;
  return registry;
}

}  // namespace omnia::cli
