#include "server/store/identity_store.hpp"

#include "server/store/binding.hpp"

namespace omnia::store {
namespace {

constexpr const char* kPersona = "SELECT id, codice_fiscale, cognome, nome, ruolo, sede, azienda_cf, supervisore FROM identita";

constexpr const char* kOrdine =
    " ORDER BY CASE ruolo WHEN 'datore' THEN 1 WHEN 'intermediario' THEN 2 WHEN 'operatore' THEN 3 WHEN 'direttore' THEN 4 "
    "WHEN 'advisor' THEN 5 WHEN 'analista' THEN 6 WHEN 'sicurezza' THEN 7 ELSE 8 END, id";
constexpr const char* kSessione =
    "SELECT impronta, identita, csrf, creata, ultimo_uso, id, codice_fiscale, fornitore, indirizzo, agente FROM sessioni";

RigaSessione read_sessione(SQLite::Statement& query) {
  Columns columns(query);
  RigaSessione found;
  found.impronta = columns.text();
  found.identita = columns.text();
  found.csrf = columns.text();
  found.creata = columns.integer();
  found.ultimo_uso = columns.integer();
  for (auto* text : {&found.id, &found.codice_fiscale, &found.fornitore, &found.indirizzo, &found.agente}) *text = columns.text();
  return found;
}

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

std::optional<RigaIdentita> find_identita(Connection& db, std::string_view id) {
  SQLite::Statement query(db, std::string(kPersona) + " WHERE id = ?");
  Binder(query) << id;
  if (!query.executeStep()) return std::nullopt;
  return read_persona(query);
}

std::vector<RigaIdentita> list_identita(Connection& db) {
  SQLite::Statement query(db, std::string(kPersona) + kOrdine);
  std::vector<RigaIdentita> found;
  while (query.executeStep()) found.push_back(read_persona(query));
  return found;
}

void put_identita(Connection& db, const RigaIdentita& p) {
  SQLite::Statement row(db,
                        "INSERT INTO identita(id, codice_fiscale, cognome, nome, ruolo, sede, azienda_cf, supervisore) "
                        "VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET codice_fiscale = excluded.codice_fiscale, "
                        "cognome = excluded.cognome, nome = excluded.nome, ruolo = excluded.ruolo, sede = excluded.sede, "
                        "azienda_cf = excluded.azienda_cf, supervisore = excluded.supervisore");
  Binder(row) << p.id << p.codice_fiscale << p.cognome << p.nome << p.ruolo << p.sede << p.azienda_cf << p.supervisore;
  row.exec();
}

std::string find_denominazione(Connection& db, std::string_view codice_fiscale) {
  SQLite::Statement query(db, "SELECT denominazione FROM posizioni WHERE codice_fiscale = ? ORDER BY matricola LIMIT 1");
  Binder(query) << codice_fiscale;
  return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

std::vector<RigaIdentita> list_poteri(Connection& db, std::string_view codice_fiscale) {
  SQLite::Statement query(db, std::string(kPersona) + " WHERE codice_fiscale = ?" + kOrdine);
  Binder(query) << codice_fiscale;
  std::vector<RigaIdentita> found;
  while (query.executeStep()) found.push_back(read_persona(query));
  return found;
}

void insert_sessione(Connection& db, const RigaSessione& s) {
  SQLite::Statement row(
      db,
      "INSERT INTO sessioni(impronta, identita, csrf, creata, ultimo_uso, id, codice_fiscale, fornitore, indirizzo, agente) "
      "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Binder(row) << s.impronta << s.identita << s.csrf << s.creata << s.ultimo_uso << s.id << s.codice_fiscale << s.fornitore
              << s.indirizzo << s.agente;
  row.exec();
}

std::optional<RigaSessione> find_sessione(Connection& db, std::string_view impronta) {
  SQLite::Statement query(db, std::string(kSessione) + " WHERE impronta = ?");
  Binder(query) << impronta;
  if (!query.executeStep()) return std::nullopt;
  return read_sessione(query);
}

std::vector<RigaSessione> list_sessioni(Connection& db, std::string_view codice_fiscale) {
  SQLite::Statement query(db, std::string(kSessione) + " WHERE codice_fiscale = ? ORDER BY ultimo_uso DESC, id");
  Binder(query) << codice_fiscale;
  std::vector<RigaSessione> found;
  while (query.executeStep()) found.push_back(read_sessione(query));
  return found;
}

void touch_sessione(Connection& db, std::string_view impronta, std::int64_t now) {
  SQLite::Statement row(db, "UPDATE sessioni SET ultimo_uso = ? WHERE impronta = ?");
  Binder(row) << now << impronta;
  row.exec();
}

void delete_sessione(Connection& db, std::string_view impronta) {
  SQLite::Statement row(db, "DELETE FROM sessioni WHERE impronta = ?");
  Binder(row) << impronta;
  row.exec();
}

bool delete_sessione_di(Connection& db, std::string_view codice_fiscale, std::string_view id) {
  SQLite::Statement row(db, "DELETE FROM sessioni WHERE codice_fiscale = ? AND id = ?");
  Binder(row) << codice_fiscale << id;
  return row.exec() > 0;
}

void delete_sessioni_dell_identita(Connection& db, std::string_view identita) {
  SQLite::Statement row(db, "DELETE FROM sessioni WHERE identita = ?");
  Binder(row) << identita;
  row.exec();
}

void delete_sessioni_scadute(Connection& db, std::int64_t usate_prima, std::int64_t create_prima) {
  SQLite::Statement row(db, "DELETE FROM sessioni WHERE ultimo_uso < ? OR creata < ?");
  Binder(row) << usate_prima << create_prima;
  row.exec();
}

}  // namespace omnia::store
