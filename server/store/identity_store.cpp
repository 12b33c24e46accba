#include "server/store/identity_store.hpp"

#include "server/store/binding.hpp"

namespace omnia::store {
namespace {

constexpr const char* kPersona = "SELECT id, codice_fiscale, cognome, nome, ruolo, sede, azienda_cf, supervisore FROM identita";

RigaIdentita read_persona(SQLite::Statement& query) {
  Columns columns(query);
  RigaIdentita found;
  found.id = columns.text();
  found.codice_fiscale = columns.text();
  found.cognome = columns.text();
  found.nome = columns.text();
  found.ruolo = columns.text();
  found.sede = columns.text();
  found.azienda_cf = columns.text();
  found.supervisore = columns.text();
  return found;
}

}  // namespace

std::optional<RigaIdentita> find_identita(SQLite::Database& db, std::string_view id) {
  SQLite::Statement query(db, std::string(kPersona) + " WHERE id = ?");
  Binder(query) << id;
  if (!query.executeStep()) return std::nullopt;
  return read_persona(query);
}

std::vector<RigaIdentita> list_identita(SQLite::Database& db) {
  SQLite::Statement query(
      db, std::string(kPersona) +
              " ORDER BY instr('datore intermediario operatore direttore advisor analista sicurezza amministratore', "
              "ruolo), id");
  std::vector<RigaIdentita> found;
  while (query.executeStep()) found.push_back(read_persona(query));
  return found;
}

void put_identita(SQLite::Database& db, const RigaIdentita& p) {
  SQLite::Statement row(db,
                        "INSERT INTO identita(id, codice_fiscale, cognome, nome, ruolo, sede, azienda_cf, supervisore) "
                        "VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET codice_fiscale = excluded.codice_fiscale, "
                        "cognome = excluded.cognome, nome = excluded.nome, ruolo = excluded.ruolo, sede = excluded.sede, "
                        "azienda_cf = excluded.azienda_cf, supervisore = excluded.supervisore");
  Binder(row) << p.id << p.codice_fiscale << p.cognome << p.nome << p.ruolo << p.sede << p.azienda_cf << p.supervisore;
  row.exec();
}

std::string find_denominazione(SQLite::Database& db, std::string_view codice_fiscale) {
  SQLite::Statement query(db, "SELECT denominazione FROM posizioni WHERE codice_fiscale = ? ORDER BY matricola LIMIT 1");
  Binder(query) << codice_fiscale;
  return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

void insert_sessione(SQLite::Database& db, const RigaSessione& s) {
  SQLite::Statement row(db, "INSERT INTO sessioni(impronta, identita, csrf, creata, ultimo_uso) VALUES(?, ?, ?, ?, ?)");
  Binder(row) << s.impronta << s.identita << s.csrf << s.creata << s.ultimo_uso;
  row.exec();
}

std::optional<RigaSessione> find_sessione(SQLite::Database& db, std::string_view impronta) {
  SQLite::Statement query(db, "SELECT identita, csrf, creata, ultimo_uso FROM sessioni WHERE impronta = ?");
  Binder(query) << impronta;
  if (!query.executeStep()) return std::nullopt;
  Columns columns(query);
  RigaSessione found;
  found.impronta = std::string(impronta);
  found.identita = columns.text();
  found.csrf = columns.text();
  found.creata = columns.integer();
  found.ultimo_uso = columns.integer();
  return found;
}

void touch_sessione(SQLite::Database& db, std::string_view impronta, std::int64_t now) {
  SQLite::Statement row(db, "UPDATE sessioni SET ultimo_uso = ? WHERE impronta = ?");
  Binder(row) << now << impronta;
  row.exec();
}

void delete_sessione(SQLite::Database& db, std::string_view impronta) {
  SQLite::Statement row(db, "DELETE FROM sessioni WHERE impronta = ?");
  Binder(row) << impronta;
  row.exec();
}

void delete_sessioni_scadute(SQLite::Database& db, std::int64_t usate_prima, std::int64_t create_prima) {
  SQLite::Statement row(db, "DELETE FROM sessioni WHERE ultimo_uso < ? OR creata < ?");
  Binder(row) << usate_prima << create_prima;
  row.exec();
}

}  // namespace omnia::store
