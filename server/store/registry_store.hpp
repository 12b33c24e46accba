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

// The positions of the rows of a page, in the same read and in their order, with what decides their benefit: classifications and
// headcount by month.
std::vector<domain::Posizione> find_posizioni(Connection& db, const std::vector<PosizioneBreve>& righe);

}  // namespace omnia::store
