// A table that only grows, each row chained to the one before by its digest: an edit, a deletion or a change of order shows.
// The table has `numero`, the text columns of `campi`, `precedente` and `impronta`; beside it `<tabella>_catena` holds the
// last row and the one before the first, so that a cut at either end shows too.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/store/db.hpp"

namespace omnia::store {

struct Catena {
  std::string tabella;
  std::string riga;  // what a row is called in the sentences: "modifica"
  std::vector<std::string> campi;
};

// Values in the order of the fields. Inside a write() of the caller.
void append_anello(Connection& db, const Catena& catena, const std::vector<std::string>& valori);

// The last row: noted elsewhere, it proves later that nothing before it was touched.
struct Testa {
  std::int64_t numero = 0;
  std::string impronta;
};
Testa testa_catena(Connection& db, const Catena& catena);

struct VerificaCatena {
  std::int64_t righe = 0;
  std::vector<std::string> difetti;  // sentences; empty: every row is there, in its place, as it was written
};
// `atteso`: a head noted earlier, which must still be in the chain.
VerificaCatena check_catena(Connection& db, const Catena& catena, const std::optional<Testa>& atteso = std::nullopt);

// Forgets the rows up to `numero` included, which the law no longer wants kept; the chain then begins after them.
void forget_anelli(Connection& db, const Catena& catena, std::int64_t numero);

}  // namespace omnia::store
