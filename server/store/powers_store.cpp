#include "server/store/powers_store.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "server/store/ambito_sql.hpp"
#include "server/store/binding.hpp"

namespace omnia::store {

namespace {

// `a`: the table's alias with its dot, or nothing.
std::string in_force(const char* a) {
  return fmt::format(
      "{0}dal <= :oggi AND ({0}al IS NULL OR {0}al >= :oggi) AND ({0}revocata_il IS NULL OR {0}revocata_il > :oggi)", a);
}

// A delegation that covers :servizio, as pattern() binds it.
std::string covers(const char* a) { return fmt::format(" AND (:servizio = '' OR ' ' || {}servizi || ' ' LIKE :servizio)", a); }

// A word among words; empty: any.
std::string pattern(std::string_view servizio) { return servizio.empty() ? std::string() : fmt::format("% {} %", servizio); }

// Every subquery names all three parameters, so that whoever uses one binds them without asking which it is. A matricola that is
// delegated twice comes twice: who counts or lists takes each once, and IN does not mind. `of_one`: each part is narrowed to the
// position :matricola, so that its index finds it.
std::string reach(Relazione relazione, bool of_one) {
  const auto only = [&](const char* a) { return of_one ? fmt::format(" AND {}matricola = :matricola", a) : std::string(); };
  switch (relazione) {
    case Relazione::propria:
      return "SELECT matricola FROM posizioni WHERE codice_fiscale = :chi AND :oggi <> '' AND :servizio IS NOT NULL" + only("");
    case Relazione::delegata:  // directly, or through a sub-delegation that is valid too
      return "SELECT matricola FROM deleghe WHERE intermediario_cf = :chi AND " + in_force("") + covers("") + only("") +
             " UNION ALL SELECT d.matricola FROM subdeleghe s JOIN deleghe d ON d.id = s.delega WHERE s.dipendente_cf = :chi "
             "AND " +
             in_force("s.") + " AND " + in_force("d.") + covers("d.") + only("d.");
    case Relazione::della_sede:
      return "SELECT matricola FROM posizioni WHERE sede = :chi AND :oggi <> '' AND :servizio IS NOT NULL" + only("");
    case Relazione::nessuna:
    case Relazione::personale:
    case Relazione::ufficio:
      break;
  }
  return "SELECT matricola FROM posizioni WHERE :chi <> :chi AND :oggi <> '' AND :servizio IS NOT NULL" + only("");
}

const std::string& reach_of(Relazione relazione, bool of_one) {
  static const auto kTexts = [] {
    std::map<std::pair<Relazione, bool>, std::string> texts;
    for (const auto one : {Relazione::nessuna, Relazione::propria, Relazione::delegata, Relazione::della_sede,
                           Relazione::personale, Relazione::ufficio}) {
      for (const bool single : {false, true}) texts[{one, single}] = reach(one, single);
    }
    return texts;
  }();
  return kTexts.at({relazione, of_one});
}

}  // namespace

const char* ambito_sql(Relazione relazione) { return reach_of(relazione, false).c_str(); }

void bind_ambito(SQLite::Statement& query, const Ambito& ambito, domain::Date oggi) {
  query.bind(":chi", ambito.chi);
  query.bind(":oggi", oggi.iso());
  query.bind(":servizio", pattern(ambito.servizio));
}

std::optional<Luogo> find_luogo_domanda(Connection& db, std::string_view id) {
  SQLite::Statement query(db, "SELECT matricola, sede FROM domande WHERE id = ?");
  Binder(query) << id;
  if (!query.executeStep()) return std::nullopt;
  Columns columns(query);
  Luogo found;
  found.matricola = columns.text();
  found.sede = columns.text();
  return found;
}

std::vector<Ambito> list_interessati(Connection& db, const Luogo& luogo, std::string_view servizio, domain::Date oggi) {
  std::vector<Ambito> found{{Relazione::della_sede, luogo.sede}};
  SQLite::Statement owner(db, "SELECT codice_fiscale FROM posizioni WHERE matricola = ?");
  Binder(owner) << luogo.matricola;
  if (owner.executeStep()) found.push_back({Relazione::propria, owner.getColumn(0).getString()});
  SQLite::Statement others(db, "SELECT intermediario_cf FROM deleghe WHERE matricola = :matricola AND " + in_force("") +
                                   covers("") +
                                   " UNION SELECT s.dipendente_cf FROM deleghe d JOIN subdeleghe s ON s.delega = d.id WHERE "
                                   "d.matricola = :matricola AND " +
                                   in_force("s.") + " AND " + in_force("d.") + covers("d."));
  others.bind(":matricola", luogo.matricola);
  others.bind(":oggi", oggi.iso());
  others.bind(":servizio", pattern(servizio));
  while (others.executeStep()) found.push_back({Relazione::delegata, others.getColumn(0).getString()});
  return found;
}

bool comprende(Db& db, const Ambito& ambito, std::string_view matricola, domain::Date oggi) {
  if (ambito.relazione == Relazione::nessuna || ambito.chi.empty()) return false;
  return db.read([&](Connection& r) {
    SQLite::Statement query(r, reach_of(ambito.relazione, true));
    bind_ambito(query, ambito, oggi);
    query.bind(":matricola", std::string(matricola));
    return query.executeStep();
  });
}

std::vector<std::string> list_matricole(Db& db, const Ambito& ambito, domain::Date oggi) {
  std::vector<std::string> found;
  if (ambito.relazione == Relazione::nessuna || ambito.chi.empty()) return found;
  db.read([&](Connection& r) {
    SQLite::Statement query(
        r, std::string("SELECT DISTINCT matricola FROM (") + ambito_sql(ambito.relazione) + ") ORDER BY matricola");
    bind_ambito(query, ambito, oggi);
    while (query.executeStep()) found.push_back(query.getColumn(0).getString());
  });
  return found;
}

std::size_t count_matricole(Db& db, const Ambito& ambito, domain::Date oggi) {
  if (ambito.relazione == Relazione::nessuna || ambito.chi.empty()) return 0;
  return db.read([&](Connection& r) {
    SQLite::Statement query(r, std::string("SELECT count(DISTINCT matricola) FROM (") + ambito_sql(ambito.relazione) + ")");
    bind_ambito(query, ambito, oggi);
    query.executeStep();
    return static_cast<std::size_t>(query.getColumn(0).getInt64());
  });
}

std::optional<domain::Date> fine_delega(Db& db, std::string_view intermediario_cf, std::string_view matricola) {
  return db.read([&](Connection& r) -> std::optional<domain::Date> {
    SQLite::Statement query(
        r,
        "SELECT CASE fine WHEN '9999-12-31' THEN '' ELSE fine END FROM ("
        "SELECT coalesce(al, '9999-12-31') AS fine FROM deleghe WHERE intermediario_cf = ?1 AND matricola = ?2 "
        "UNION ALL SELECT CASE WHEN d.al IS NULL OR s.al <= d.al THEN coalesce(s.al, '9999-12-31') ELSE d.al END "
        "FROM subdeleghe s JOIN deleghe d ON d.id = s.delega WHERE s.dipendente_cf = ?1 AND d.matricola = ?2) "
        "ORDER BY fine DESC LIMIT 1");
    Binder(query) << intermediario_cf << matricola;
    if (!query.executeStep()) return std::nullopt;
    const auto al = domain::Date::parse(query.getColumn(0).getString());
    return al.ok() ? std::optional<domain::Date>(al.value()) : std::nullopt;
  });
}

}  // namespace omnia::store
