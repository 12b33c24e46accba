// Who may act for whom, in the record of changes: each delegation, sub-delegation, grant and identity is recorded there with its
// digest whenever it changes, so that one that was altered, added or taken away behind the office is found. Functions run inside
// the write() or read() of the caller.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/audit_store.hpp"
#include "server/store/db.hpp"

namespace omnia::store {

// Who makes a change, and when; by default the system itself, now.
struct Autore {
  std::string quando = utc_now();
  std::string chi = "sistema";
  std::string ruolo = "sistema";
};

enum class Potere { delega, subdelega, abilitazione, identita };

// Records what the row is now. `passo`: what was done to it ("concessa"). A row that is as it was last recorded is not recorded
// again: registry files state how things are, and are read many times.
void record_potere(Connection& db, Potere tipo, std::string_view id, std::string_view passo, const Autore& autore);

// At the opening of an archive made before they were recorded: all there are, as they are, once. From then on one that the record
// does not know is a defect. `nuovo`: the record has just begun, with kPoteriAnnotati in its first row.
void record_poteri_trovati(Connection& db, bool nuovo);
inline constexpr const char* kPoteriAnnotati = "poteri_annotati";  // true in the detail of a change of the archive: from here on

struct VerificaPoteri {
  std::vector<std::string> difetti;  // sentences
  std::int64_t non_annotati = 0;     // of an archive that this program has not opened yet: they are held against nothing
};
VerificaPoteri check_poteri(Connection& db);

}  // namespace omnia::store
