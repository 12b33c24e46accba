#include "server/store/grants_store.hpp"

#include "server/store/binding.hpp"

namespace omnia::store {
namespace {

// The name of who works as an intermediary with the codice fiscale of a column, in the same statement: a list of five thousand
// delegations asks once. Other powers of that person are nobody's business here.
std::string name_of(const std::string& column) {
  return "coalesce((SELECT i.nome || ' ' || i.cognome FROM identita i WHERE i.codice_fiscale = " + column +
         " AND i.ruolo = 'intermediario' ORDER BY i.id LIMIT 1), '')";
}
const std::string kDelega = "SELECT d.id, d.intermediario_cf, " + name_of("d.intermediario_cf") +
                            ", d.matricola, coalesce(p.denominazione, ''), d.servizi, d.dal, d.al, d.revocata_il "
                            "FROM deleghe d LEFT JOIN posizioni p ON p.matricola = d.matricola ";
const std::string kSubdelega = "SELECT s.id, s.delega, s.dipendente_cf, " + name_of("s.dipendente_cf") +
                               ", d.matricola, coalesce(p.denominazione, ''), s.dal, s.al, s.revocata_il "
                               "FROM subdeleghe s JOIN deleghe d ON d.id = s.delega "
                               "LEFT JOIN posizioni p ON p.matricola = d.matricola ";
constexpr const char* kAbilitazione =
    "SELECT a.id, a.identita, a.atto, a.protocollo, a.richiesta_il, a.dal, a.al, a.revisione_entro, a.concessa_da, "
    "a.concessa_il, "
    "a.revocata_da, a.revocata_il, a.motivo_revoca, i.id IS NOT NULL, coalesce(i.codice_fiscale, ''), coalesce(i.cognome, ''), "
    "coalesce(i.nome, ''), coalesce(i.ruolo, ''), coalesce(i.sede, ''), coalesce(i.supervisore, '') "
    "FROM abilitazioni a LEFT JOIN identita i ON i.id = a.identita ";

RigaDelegata read_delega(SQLite::Statement& query) {
  Columns columns(query);
  RigaDelegata row;
  for (auto* text : {&row.id, &row.intermediario_cf, &row.intermediario, &row.matricola, &row.denominazione, &row.servizi}) {
    *text = columns.text();
  }
  row.dal = columns.day();
  row.al = columns.optional_day();
  row.revocata_il = columns.optional_day();
  return row;
}

RigaSubdelega read_subdelega(SQLite::Statement& query) {
  Columns columns(query);
  RigaSubdelega row;
  for (auto* text : {&row.id, &row.delega, &row.dipendente_cf, &row.dipendente, &row.matricola, &row.denominazione}) {
    *text = columns.text();
  }
  row.dal = columns.day();
  row.al = columns.optional_day();
  row.revocata_il = columns.optional_day();
  return row;
}

RigaAbilitazione read_abilitazione(SQLite::Statement& query) {
  Columns columns(query);
  RigaAbilitazione row;
  for (auto* text : {&row.id, &row.identita, &row.atto, &row.protocollo}) *text = columns.text();
  for (auto* day : {&row.richiesta_il, &row.dal, &row.al, &row.revisione_entro}) *day = columns.day();
  for (auto* text : {&row.concessa_da, &row.concessa_il, &row.revocata_da}) *text = columns.text();
  row.revocata_il = columns.optional_day();
  row.motivo_revoca = columns.text();
  const bool known = columns.flag();
  RigaAbilitazione::Chi who;
  for (auto* text : {&who.codice_fiscale, &who.cognome, &who.nome, &who.ruolo, &who.sede, &who.supervisore})
    *text = columns.text();
  if (known) row.chi = std::move(who);
  return row;
}

template <class Row>
std::vector<Row> all(SQLite::Statement& query, Row (*read)(SQLite::Statement&)) {
  std::vector<Row> found;
  while (query.executeStep()) found.push_back(read(query));
  return found;
}

template <class Row>
std::optional<Row> one(Connection& db, const std::string& sql, std::string_view key, Row (*read)(SQLite::Statement&)) {
  SQLite::Statement query(db, sql);
  Binder(query) << key;
  if (!query.executeStep()) return std::nullopt;
  return read(query);
}

}  // namespace

void insert_delega(Connection& db, const RigaDelegata& d, std::string_view creata_da) {
  SQLite::Statement row(
      db, "INSERT INTO deleghe(id, intermediario_cf, matricola, dal, al, servizi, creata_da) VALUES(?, ?, ?, ?, ?, ?, ?)");
  Binder(row) << d.id << d.intermediario_cf << d.matricola << std::optional(d.dal) << d.al << d.servizi << creata_da;
  row.exec();
}

std::optional<RigaDelegata> find_delega(Connection& db, std::string_view id) {
  return one(db, kDelega + "WHERE d.id = ?", id, &read_delega);
}

std::vector<RigaDelegata> list_deleghe_di_azienda(Connection& db, std::string_view azienda_cf) {
  SQLite::Statement query(db, kDelega + "WHERE p.codice_fiscale = ? ORDER BY d.matricola, d.dal DESC, d.id");
  Binder(query) << azienda_cf;
  return all(query, &read_delega);
}

std::vector<RigaDelegata> list_deleghe_di_intermediario(Connection& db, std::string_view intermediario_cf) {
  SQLite::Statement query(db, kDelega + "WHERE d.intermediario_cf = ? ORDER BY d.matricola, d.dal DESC, d.id");
  Binder(query) << intermediario_cf;
  return all(query, &read_delega);
}

bool ha_delega(Connection& db, const RigaDelegata& nuova) {
  SQLite::Statement query(db,
                          "SELECT 1 FROM deleghe WHERE intermediario_cf = ? AND matricola = ? AND revocata_il IS NULL "
                          "AND (al IS NULL OR al >= ?) AND dal <= ?");
  const std::string last = nuova.al ? nuova.al->iso() : "9999-12-31";
  Binder(query) << nuova.intermediario_cf << nuova.matricola << nuova.dal.iso() << last;
  return query.executeStep();
}

void revoke_delega(Connection& db, std::string_view id, domain::Date giorno) {
  SQLite::Statement row(db, "UPDATE deleghe SET revocata_il = CASE WHEN dal > ?1 THEN dal ELSE ?1 END WHERE id = ?2");
  Binder(row) << giorno.iso() << id;
  row.exec();
}

bool ha_subdelega(Connection& db, const RigaSubdelega& s) {
  SQLite::Statement query(db,
                          "SELECT 1 FROM subdeleghe WHERE delega = ? AND dipendente_cf = ? AND revocata_il IS NULL "
                          "AND (al IS NULL OR al >= ?) AND (? IS NULL OR dal <= ?) LIMIT 1");
  Binder(query) << s.delega << s.dipendente_cf << std::optional(s.dal) << s.al << s.al;
  return query.executeStep();
}

void insert_subdelega(Connection& db, const RigaSubdelega& s, std::string_view creata_da) {
  SQLite::Statement row(db, "INSERT INTO subdeleghe(id, delega, dipendente_cf, dal, al, creata_da) VALUES(?, ?, ?, ?, ?, ?)");
  Binder(row) << s.id << s.delega << s.dipendente_cf << std::optional(s.dal) << s.al << creata_da;
  row.exec();
}

std::optional<RigaSubdelega> find_subdelega(Connection& db, std::string_view id) {
  return one(db, kSubdelega + "WHERE s.id = ?", id, &read_subdelega);
}

// Given, then received: an OR over the two tables would read all of both.
std::vector<RigaSubdelega> list_subdeleghe(Connection& db, std::string_view intermediario_cf) {
  SQLite::Statement query(db, kSubdelega +
                                  "WHERE s.id IN (SELECT g.id FROM deleghe o JOIN subdeleghe g ON g.delega = o.id "
                                  "WHERE o.intermediario_cf = ?1 UNION SELECT id FROM subdeleghe WHERE dipendente_cf = ?1) "
                                  "ORDER BY d.matricola, s.dal DESC, s.id");
  Binder(query) << intermediario_cf;
  return all(query, &read_subdelega);
}

void revoke_subdelega(Connection& db, std::string_view id, domain::Date giorno) {
  SQLite::Statement row(db, "UPDATE subdeleghe SET revocata_il = CASE WHEN dal > ?1 THEN dal ELSE ?1 END WHERE id = ?2");
  Binder(row) << giorno.iso() << id;
  row.exec();
}

void insert_abilitazione(Connection& db, const RigaAbilitazione& a) {
  SQLite::Statement row(db,
                        "INSERT INTO abilitazioni(id, identita, atto, protocollo, richiesta_il, dal, al, revisione_entro, "
                        "concessa_da, concessa_il) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Binder(row) << a.id << a.identita << a.atto << a.protocollo << a.richiesta_il.iso() << a.dal.iso() << a.al.iso()
              << a.revisione_entro.iso() << a.concessa_da << a.concessa_il;
  row.exec();
}

std::optional<RigaAbilitazione> find_abilitazione(Connection& db, std::string_view id) {
  return one(db, std::string(kAbilitazione) + "WHERE a.id = ?", id, &read_abilitazione);
}

std::vector<RigaAbilitazione> list_abilitazioni(Connection& db) {
  SQLite::Statement query(db, std::string(kAbilitazione) + "ORDER BY a.revocata_il IS NOT NULL, a.revisione_entro, a.id");
  return all(query, &read_abilitazione);
}

std::optional<RigaAbilitazione> abilitazione_di(Connection& db, std::string_view identita, domain::Date oggi) {
  SQLite::Statement query(
      db, std::string(kAbilitazione) + "WHERE a.identita = ? ORDER BY a.revocata_il IS NOT NULL, a.dal > ?, a.al DESC LIMIT 1");
  Binder(query) << identita << oggi.iso();
  if (!query.executeStep()) return std::nullopt;
  return read_abilitazione(query);
}

void review_abilitazione(Connection& db, std::string_view id, domain::Date entro) {
  SQLite::Statement row(db, "UPDATE abilitazioni SET revisione_entro = ? WHERE id = ? AND revocata_il IS NULL");
  Binder(row) << entro.iso() << id;
  row.exec();
}

void revoke_abilitazione(Connection& db, std::string_view id, std::string_view da, domain::Date giorno, std::string_view motivo) {
  SQLite::Statement row(
      db, "UPDATE abilitazioni SET revocata_da = ?, revocata_il = ?, motivo_revoca = ? WHERE id = ? AND revocata_il IS NULL");
  Binder(row) << da << giorno.iso() << motivo << id;
  row.exec();
}

}  // namespace omnia::store
