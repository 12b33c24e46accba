#include "server/services/norme.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "assets/norms.hpp"

namespace omnia::services {
namespace {

namespace fs = std::filesystem;

std::string read_table(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("la tabella «" + file.string() + "» non si può leggere: verifica i permessi.");
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string names(const std::map<std::string, std::string>& tables) {
  std::string text;
  for (const auto& [name, content] : tables) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace

std::map<std::string, std::string> norm_tables(const std::string& cartella) {
  auto tables = assets::norms();
  if (cartella.empty()) return tables;
  std::error_code error;
  fs::directory_iterator files(cartella, error);
  if (error) throw std::runtime_error("la cartella delle norme «" + cartella + "» non si può leggere: verifica il percorso.");
  bool any = false;
  for (const auto& entry : files) {
    if (!entry.is_regular_file() || entry.path().extension() != ".json") continue;
    const auto table = tables.find(entry.path().filename().string());
    if (table == tables.end()) {
      throw std::runtime_error("il file «" + entry.path().string() + "» non è una tabella delle norme: i nomi ammessi sono " +
                               names(tables) + ".");
    }
    table->second = read_table(entry.path());
    any = true;
  }
  if (!any) {
    throw std::runtime_error("nella cartella delle norme «" + cartella + "» non c’è nessuna tabella: i nomi ammessi sono " +
                             names(tables) + ".");
  }
  return tables;
}

norms::Norms load_norms(const std::string& cartella) {
  if (cartella.empty()) return norms::Norms::builtin();
  auto parsed = norms::Norms::parse(norm_tables(cartella));
  if (!parsed.ok())
    throw std::runtime_error("le norme della cartella «" + cartella + "» non sono valide: " + parsed.reason().testo);
  return std::move(parsed.value());
}

}  // namespace omnia::services
