#include "server/store/powers_store.hpp"

#include "server/store/ambito_sql.hpp"
#include "server/store/binding.hpp"

namespace omnia::store {

// Every subquery names all three parameters, so that whoever uses one binds them without asking which it is.
const char* ambito_sql(Relazione relazione) {
  switch (relazione) {
    case Relazione::propria:
      return "SELECT matricola FROM posizioni WHERE codice_fiscale = :chi AND :oggi <> '' AND :servizio <> ''";
    case Relazione::delegata:  // directly, or through a sub-delegation that is valid too
      return "SELECT matricola FROM deleghe WHERE intermediario_cf = :chi AND dal <= :oggi AND (al IS NULL OR al >= :oggi) "
             "AND (revocata_il IS NULL OR revocata_il > :oggi) AND instr(' ' || servizi || ' ', :servizio) > 0 "
             "UNION SELECT d.matricola FROM subdeleghe s JOIN deleghe d ON d.id = s.delega WHERE s.dipendente_cf = :chi "
             "AND s.dal <= :oggi AND (s.al IS NULL OR s.al >= :oggi) AND (s.revocata_il IS NULL OR s.revocata_il > :oggi) "
             "AND d.dal <= :oggi AND (d.al IS NULL OR d.al >= :oggi) AND (d.revocata_il IS NULL OR d.revocata_il > :oggi) "
             "AND instr(' ' || d.servizi || ' ', :servizio) > 0";
    case Relazione::della_sede:
      return "SELECT matricola FROM posizioni WHERE sede = :chi AND :oggi <> '' AND :servizio <> ''";
    case Relazione::nessuna:
    case Relazione::personale:
    case Relazione::ufficio:
      break;
  }
  return "SELECT matricola FROM posizioni WHERE :chi <> :chi AND :oggi <> '' AND :servizio <> ''";
}

void bind_ambito(SQLite::Statement& query, const Ambito& ambito, domain::Date oggi) {
  query.bind(":chi", ambito.chi);
  query.bind(":oggi", oggi.iso());
  query.bind(":servizio", " " + ambito.servizio + (ambito.servizio.empty() ? "" : " "));  // a word between blanks, or any blank
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

std::size_t count_matricole(Db& db, const Ambito& ambito, domain::Date oggi) {
  if (ambito.relazione == Relazione::nessuna || ambito.chi.empty()) return 0;
  return db.read([&](SQLite::Database& r) {
    SQLite::Statement query(r, std::string("SELECT count(DISTINCT matricola) FROM (") + ambito_sql(ambito.relazione) + ")");
    bind_ambito(query, ambito, oggi);
    query.executeStep();
    return static_cast<std::size_t>(query.getColumn(0).getInt64());
  });
}

std::optional<domain::Date> fine_delega(Db& db, std::string_view intermediario_cf, std::string_view matricola) {
  return db.read([&](SQLite::Database& r) -> std::optional<domain::Date> {
    SQLite::Statement query(
        r,
        "SELECT CASE fine WHEN '9999-12-31' THEN '' ELSE fine END FROM ("
        "SELECT coalesce(al, '9999-12-31') AS fine FROM deleghe WHERE intermediario_cf = ?1 AND matricola = ?2 "
        "UNION ALL SELECT min(coalesce(s.al, '9999-12-31'), coalesce(d.al, '9999-12-31')) "
        "FROM subdeleghe s JOIN deleghe d ON d.id = s.delega WHERE s.dipendente_cf = ?1 AND d.matricola = ?2) "
        "ORDER BY fine DESC LIMIT 1");
    Binder(query) << intermediario_cf << matricola;
    if (!query.executeStep()) return std::nullopt;
    const auto al = domain::Date::parse(query.getColumn(0).getString());
    return al.ok() ? std::optional<domain::Date>(al.value()) : std::nullopt;
  });
}

}  // namespace omnia::store
