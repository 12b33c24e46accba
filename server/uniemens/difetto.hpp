// What is wrong with a piece of an imported file, and where.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>

namespace omnia::uniemens {

struct Difetto {
  std::int64_t riga = 0;
  std::string codice;
  std::string motivo;                // Italian sentence with the remedy
  bool dipende_dallo_stato = false;  // the same bytes may be accepted another day (permissions, other files)
};

// The whole file is refused: what it wrote so far is undone with the transaction.
class FileRifiutato : public std::runtime_error {
 public:
  explicit FileRifiutato(Difetto d) : std::runtime_error(d.motivo), difetto(std::move(d)) {}
  Difetto difetto;
};

}  // namespace omnia::uniemens
