#include "server/store/access_store.hpp"

#include "server/store/ambito_sql.hpp"
#include "server/store/binding.hpp"

namespace omnia::store {
namespace {

constexpr const char* kColumns =
    "SELECT numero, quando, chi, persona, ruolo, per_conto, azione, oggetto, matricola, motivo, indirizzo, "
    "coalesce((SELECT p.denominazione FROM posizioni p WHERE p.matricola = accessi.matricola), '') FROM accessi";

}  // namespace

const Catena& catena_accessi() {
  static const Catena kCatena{
      "accessi",
      "riga",
      {"quando", "chi", "persona", "ruolo", "per_conto", "azione", "oggetto", "matricola", "motivo", "indirizzo"}};
  return kCatena;
}

void append_accesso(Connection& db, const Accesso& a) {
  append_anello(db, catena_accessi(),
                {a.quando, a.chi, a.persona, a.ruolo, a.per_conto, a.azione, a.oggetto, a.matricola, a.motivo, a.indirizzo});
}

std::vector<AccessoScritto> list_accessi(Connection& db, const FiltroAccessi& filtro) {
  std::string where = " WHERE numero < :prima";
  if (filtro.ambito) where += std::string(" AND matricola IN (") + ambito_sql(filtro.ambito->relazione) + ")";
  if (!filtro.persona.empty()) where += " AND persona = :persona";
  if (!filtro.matricola.empty()) where += " AND matricola = :matricola";
  if (!filtro.chi.empty()) {  // by the person, whose rows are indexed, also when one of its identities is asked for
    where +=
        " AND persona IN (:utente, (SELECT codice_fiscale FROM identita WHERE id = :utente)) "
        "AND (chi = :utente OR persona = :utente)";
  }
  if (!filtro.dal.empty()) where += " AND substr(quando, 1, 10) >= :dal";
  if (!filtro.al.empty()) where += " AND substr(quando, 1, 10) <= :al";
  SQLite::Statement query(db, kColumns + where + " ORDER BY numero DESC LIMIT :limite");
  query.bind(":prima", filtro.prima_di.value_or(INT64_MAX));
  if (filtro.ambito) bind_ambito(query, *filtro.ambito, filtro.oggi);
  if (!filtro.persona.empty()) query.bind(":persona", filtro.persona);
  if (!filtro.matricola.empty()) query.bind(":matricola", filtro.matricola);
  if (!filtro.chi.empty()) query.bind(":utente", filtro.chi);
  if (!filtro.dal.empty()) query.bind(":dal", filtro.dal);
  if (!filtro.al.empty()) query.bind(":al", filtro.al);
  query.bind(":limite", filtro.limite + 1);
  std::vector<AccessoScritto> found;
  while (query.executeStep()) {
    Columns columns(query);
    AccessoScritto row;
    row.numero = columns.integer();
    Accesso& a = row.accesso;
    for (auto* text :
         {&a.quando, &a.chi, &a.persona, &a.ruolo, &a.per_conto, &a.azione, &a.oggetto, &a.matricola, &a.motivo, &a.indirizzo}) {
      *text = columns.text();
    }
    row.denominazione = columns.text();
    found.push_back(std::move(row));
  }
  return found;
}

std::int64_t count_accessi(Connection& db, domain::Date prima_del) {
  SQLite::Statement query(db, "SELECT count(*) FROM accessi WHERE substr(quando, 1, 10) < ?");
  Binder(query) << prima_del.iso();
  query.executeStep();
  return query.getColumn(0).getInt64();
}

void forget_accessi(Connection& db, domain::Date giorno) {
  SQLite::Statement query(db, "SELECT coalesce(max(numero), 0) FROM accessi WHERE substr(quando, 1, 10) < ?");
  Binder(query) << giorno.iso();
  query.executeStep();
  const std::int64_t last = query.getColumn(0).getInt64();
  query.reset();
  forget_anelli(db, catena_accessi(), last);
}

}  // namespace omnia::store
