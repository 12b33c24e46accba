#include "tools/cli/text.hpp"

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace omnia::cli {

std::string read_file(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) throw std::runtime_error("«" + path + "» è una cartella: indica un file.");
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("il file «" + path + "» non si può leggere: verifica il percorso.");
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string read_input(const std::string& path, std::istream& in) {
  if (path != "-") return read_file(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

void refuse_mixed(const std::string& casi, bool opzioni, bool json) {
  if (casi.empty()) return;
  if (opzioni)
    throw std::runtime_error("c’è un file di casi e un caso scritto con le opzioni: lascia il file oppure le opzioni.");
  if (json) throw std::runtime_error("--json risponde a un caso solo: toglilo, oppure scrivi il caso con le opzioni.");
}

domain::Date day_or_today(const std::string& text, const std::string& opzione) {
  if (!text.empty()) {
    const auto day = domain::Date::parse(text);
    if (!day) throw std::runtime_error(opzione + ": «" + text + "» non è una data: scrivila come 2026-11-24.");
    return day.value();
  }
  ::setenv("TZ", "Europe/Rome", 1);
  ::tzset();
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return domain::Date::of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

std::string source_phrase(const std::string& citazione, bool lettura) {
  return " (" + citazione + (lettura ? "; lettura da confermare)" : ")");
}

}  // namespace omnia::cli
