// The registries that drafts are judged against: one file for all, a folder or a database asked by matricola.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "server/store/db.hpp"
#include "shared/domain/registry.hpp"

namespace omnia::cli {

struct RegistrySource {
  std::string registro;  // file of one matricola
  std::string registri;  // folder of MATRICOLA.json
  std::string db;
};

// Safe from many threads; keeps the last ones read, a bounded number of them.
class Registries {
 public:
  Registries(const RegistrySource& source, domain::Date oggi);
  // Throws std::runtime_error with an Italian sentence when there is none.
  std::shared_ptr<const domain::Registry> find(const std::string& matricola);

 private:
  [[nodiscard]] domain::Registry load(const std::string& matricola);

  RegistrySource source_;
  domain::Date oggi_;
  std::unique_ptr<store::Db> db_;
  std::shared_ptr<const domain::Registry> only_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const domain::Registry>> known_;
};

// A registry written by `omnia registry`, or by hand.
domain::Registry read_registry_file(const std::string& path);

}  // namespace omnia::cli
