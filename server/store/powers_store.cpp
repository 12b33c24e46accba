#include "server/store/powers_store.hpp"

#include "server/store/ambito_sql.hpp"
#include "server/store/binding.hpp"

namespace omnia::store {

// Every subquery names both parameters, so that whoever uses one binds them without asking which it is.
const char* ambito_sql(Relazione relazione) {
  switch (relazione) {
    case Relazione::propria:
      return "SELECT matricola FROM posizioni WHERE codice_fiscale = :chi AND :oggi <> ''";
    case Relazione::delegata:
      return "SELECT matricola FROM deleghe WHERE intermediario_cf = :chi AND dal <= :oggi AND (al IS NULL OR al >= :oggi) "
             "AND (revocata_il IS NULL OR revocata_il > :oggi)";
    case Relazione::della_sede:
      return "SELECT matricola FROM posizioni WHERE sede = :chi AND :oggi <> ''";
    case Relazione::nessuna:
    case Relazione::personale:
    case Relazione::ufficio:
      break;
  }
  return "SELECT matricola FROM posizioni WHERE :chi <> :chi AND :oggi <> ''";
}

void bind_ambito(SQLite::Statement& query, const Ambito& ambito, domain::Date oggi) {
  query.bind(":chi", ambito.chi);
  query.bind(":oggi", oggi.iso());
}

std::optional<Luogo> find_luogo_domanda(SQLite::Database& db, std::string_view id) {
  SQLite::Statement query(db, "SELECT matricola, sede FROM domande WHERE id = ?");
  Binder(query) << id;
  if (!query.executeStep()) return std::nullopt;
  Columns columns(query);
  Luogo found;
  found.matricola = columns.text();
  found.sede = columns.text();
  return found;
}

bool comprende(Db& db, const Ambito& ambito, std::string_view matricola, domain::Date oggi) {
  if (ambito.relazione == Relazione::nessuna || ambito.chi.empty()) return false;
  return db.read([&](SQLite::Database& r) {
    SQLite::Statement query(r, std::string("SELECT 1 FROM (") + ambito_sql(ambito.relazione) + ") WHERE matricola = :matricola");
    bind_ambito(query, ambito, oggi);
    query.bind(":matricola", std::string(matricola));
    return query.executeStep();
  });
}

std::vector<std::string> list_matricole(Db& db, const Ambito& ambito, domain::Date oggi) {
  std::vector<std::string> found;
  if (ambito.relazione == Relazione::nessuna || ambito.chi.empty()) return found;
  db.read([&](SQLite::Database& r) {
    SQLite::Statement query(
        r, std::string("SELECT DISTINCT matricola FROM (") + ambito_sql(ambito.relazione) + ") ORDER BY matricola");
    bind_ambito(query, ambito, oggi);
    while (query.executeStep()) found.push_back(query.getColumn(0).getString());
  });
  return found;
}

std::optional<domain::Date> fine_delega(Db& db, std::string_view intermediario_cf, std::string_view matricola) {
  return db.read([&](SQLite::Database& r) -> std::optional<domain::Date> {
    SQLite::Statement query(r,
                            "SELECT coalesce(al, '') FROM deleghe WHERE intermediario_cf = ? AND matricola = ? "
                            "ORDER BY al IS NULL DESC, al DESC LIMIT 1");
    Binder(query) << intermediario_cf << matricola;
    if (!query.executeStep()) return std::nullopt;
    const auto al = domain::Date::parse(query.getColumn(0).getString());
    return al.ok() ? std::optional<domain::Date>(al.value()) : std::nullopt;
  });
}

}  // namespace omnia::store
