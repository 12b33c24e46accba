#include "server/store/attivazioni_store.hpp"

#include "server/store/binding.hpp"

namespace omnia::store {
namespace {

constexpr const char* kSelect =
    "SELECT numero, funzione, sede, prestazione, dal, attiva, motivo, chi, ruolo, quando FROM attivazioni ";

RigaAttivazione read_row(SQLite::Statement& query) {
  Columns c(query);
  RigaAttivazione row;
  row.numero = c.integer();
  row.funzione = c.text();
  row.sede = c.text();
  row.prestazione = c.text();
  row.dal = c.day();
  row.attiva = c.flag();
  row.motivo = c.text();
  row.chi = c.text();
  row.ruolo = c.text();
  row.quando = c.text();
  return row;
}

}  // namespace

std::int64_t insert_attivazione(Connection& db, const RigaAttivazione& riga) {
  SQLite::Statement row(db,
                        "INSERT INTO attivazioni(funzione, sede, prestazione, dal, attiva, motivo, chi, ruolo, quando) "
                        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Binder(row) << riga.funzione << riga.sede << riga.prestazione << riga.dal.iso() << std::int64_t{riga.attiva} << riga.motivo
              << riga.chi << riga.ruolo << riga.quando;
  row.exec();
  return db.getLastInsertRowid();
}

std::vector<RigaAttivazione> list_attivazioni(Connection& db) {
  SQLite::Statement query(db, std::string(kSelect) + "ORDER BY numero DESC");
  std::vector<RigaAttivazione> found;
  while (query.executeStep()) found.push_back(read_row(query));
  return found;
}

std::optional<RigaAttivazione> find_attivazione(Connection& db, std::string_view funzione, std::string_view sede,
                                                std::string_view prestazione, domain::Date giorno) {
  SQLite::Statement query(db, std::string(kSelect) +
                                  "WHERE funzione = ? AND prestazione = ? AND sede IN ('', ?) AND dal <= ? "
                                  "ORDER BY sede <> '' DESC, dal DESC, numero DESC LIMIT 1");
  Binder(query) << funzione << prestazione << sede << giorno.iso();
  if (!query.executeStep()) return std::nullopt;
  return read_row(query);
}

}  // namespace omnia::store
