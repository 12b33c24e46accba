// Registry tables: positions, UPs, workers and days in CIG as imported from UniEmens and from the registry files.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/db.hpp"
#include "server/store/powers_store.hpp"
#include "shared/domain/registry.hpp"

namespace omnia::store {

// Everything the office knows of a matricola, with the domande filed here (table `domande`). `titolo` is left for the caller.
std::optional<domain::Registry> load_registry(Db& db, std::string_view matricola, domain::Date oggi);

// The position alone, with what decides its benefit: classifications and headcount by month.
std::optional<domain::Posizione> find_posizione(Connection& db, std::string_view matricola);

struct PosizioneBreve {
  std::string matricola, codice_fiscale, denominazione, csc, sede, comune, stato;
  std::int64_t lavoratori = 0;
};
// Positions whose matricola or codice fiscale starts with `testo`, or whose name contains it; only those that
// `ambito` reaches on the day `oggi`, or all when it is nullopt. Ordered by denominazione, matricola; at most `limite`, after the
// cursor (exclusive, opaque).
struct PaginaPosizioni {
  std::vector<PosizioneBreve> righe;
  std::string cursore;  // empty: no more
};
PaginaPosizioni search_posizioni(Db& db, std::string_view testo, const std::optional<Ambito>& ambito, domain::Date oggi,
                                 std::string_view cursore, int limite);

}  // namespace omnia::store
