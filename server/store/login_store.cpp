#include "server/store/login_store.hpp"

#include "server/store/binding.hpp"

namespace omnia::store {

void insert_accesso_in_corso(Connection& db, const AccessoInCorso& a) {
  SQLite::Statement row(
      db, "INSERT INTO accessi_in_corso(stato, fornitore, nonce, verificatore, legame, creato) VALUES(?, ?, ?, ?, ?, ?)");
  Binder(row) << a.stato << a.fornitore << a.nonce << a.verificatore << a.legame << a.creato;
  row.exec();
}

std::optional<AccessoInCorso> take_accesso_in_corso(Connection& db, std::string_view stato) {
  SQLite::Statement query(db, "SELECT fornitore, nonce, verificatore, legame, creato FROM accessi_in_corso WHERE stato = ?");
  Binder(query) << stato;
  if (!query.executeStep()) return std::nullopt;
  Columns columns(query);
  AccessoInCorso found;
  found.stato = std::string(stato);
  found.fornitore = columns.text();
  found.nonce = columns.text();
  found.verificatore = columns.text();
  found.legame = columns.text();
  found.creato = columns.integer();
  query.reset();
  SQLite::Statement gone(db, "DELETE FROM accessi_in_corso WHERE stato = ?");
  Binder(gone) << stato;
  gone.exec();
  return found;
}

void delete_accessi_in_corso(Connection& db, std::int64_t creati_prima) {
  SQLite::Statement row(db, "DELETE FROM accessi_in_corso WHERE creato < ?");
  Binder(row) << creati_prima;
  row.exec();
}

}  // namespace omnia::store
