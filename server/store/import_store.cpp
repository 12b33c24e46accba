#include "server/store/import_store.hpp"

#include <nlohmann/json.hpp>

#include "server/store/audit_store.hpp"
#include "server/store/binding.hpp"
#include "server/store/search_key.hpp"

namespace omnia::store {
namespace {

void replace_ca(Connection& db, const RigaPosizione& posizione) {
  SQLite::Statement drop(db, "DELETE FROM posizioni_ca WHERE matricola = ?");
  Binder(drop) << posizione.matricola;
  drop.exec();
  SQLite::Statement insert(db,
                           "INSERT INTO posizioni_ca(matricola, codice, dal, al) VALUES(?, ?, ?, ?) "
                           "ON CONFLICT(matricola, codice, dal) DO UPDATE SET al = excluded.al");
  for (const auto& ca : posizione.ca) {
    insert.reset();
    Binder(insert) << posizione.matricola << ca.codice << ca.dal.iso() << ca.al;
    insert.exec();
  }
}

}  // namespace

bool is_file_importato(Connection& db, std::string_view impronta) {
  SQLite::Statement query(db, "SELECT 1 FROM file_importati WHERE impronta = ?");
  Binder(query) << impronta;
  return query.executeStep();
}

void insert_file_importato(Connection& db, const FileImportato& file) {
  SQLite::Statement row(db, "INSERT INTO file_importati(impronta, nome, tipo, righe, rifiuti) VALUES(?, ?, ?, ?, ?)");
  Binder(row) << file.impronta << file.nome << file.tipo << file.righe << file.rifiuti;
  row.exec();
  const nlohmann::json detail = {{"nome", file.nome}, {"tipo", file.tipo}, {"righe", file.righe}, {"rifiuti", file.rifiuti}};
  append_modifica(
      db, {utc_now(), std::string(file.chi), std::string(file.ruolo), "", "registro.importato",
           "file:" + std::string(file.impronta), "", detail.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)});
}

void forget_file_importati(Connection& db, std::string_view tipo) {
  SQLite::Statement row(db, "DELETE FROM file_importati WHERE tipo = ?");
  Binder(row) << tipo;
  row.exec();
}

bool is_posizione(Connection& db, std::string_view matricola) {
  SQLite::Statement query(db, "SELECT 1 FROM posizioni WHERE matricola = ?");
  Binder(query) << matricola;
  return query.executeStep();
}

bool is_unita_produttiva(Connection& db, std::string_view matricola, std::int64_t progressivo) {
  SQLite::Statement query(db, "SELECT 1 FROM unita_produttive WHERE matricola = ? AND progressivo = ?");
  Binder(query) << matricola << progressivo;
  return query.executeStep();
}

void put_posizione(Connection& db, const RigaPosizione& p) {
  SQLite::Statement row(
      db,
      "INSERT INTO posizioni(matricola, codice_fiscale, denominazione, ricerca, csc, ateco2007, ateco2025, stato, dal, al, sede, "
      "pec, indirizzo, comune, provincia, capitale_interamente_pubblico, qualita) "
      "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
      "codice_fiscale = excluded.codice_fiscale, denominazione = excluded.denominazione, ricerca = excluded.ricerca, "
      "csc = excluded.csc, ateco2007 = excluded.ateco2007, ateco2025 = excluded.ateco2025, stato = excluded.stato, "
      "dal = excluded.dal, al = excluded.al, sede = excluded.sede, pec = excluded.pec, indirizzo = excluded.indirizzo, "
      "comune = excluded.comune, provincia = excluded.provincia, capitale_interamente_pubblico = "
      "excluded.capitale_interamente_pubblico, qualita = excluded.qualita");
  Binder(row) << p.matricola << p.codice_fiscale << p.denominazione << search_key(p.denominazione) << p.csc << p.ateco2007
              << p.ateco2025 << p.stato << p.dal << p.al << p.sede << p.pec << p.indirizzo << p.comune << p.provincia
              << std::int64_t{p.capitale_interamente_pubblico} << p.qualita;
  row.exec();
  replace_ca(db, p);
  // Number 0 is the main workplace, which INPS makes by itself with the position.
  SQLite::Statement unit(
      db,
      "INSERT INTO unita_produttive(matricola, progressivo, indirizzo, comune, provincia) VALUES(?, 0, ?, ?, ?) "
      "ON CONFLICT DO NOTHING");
  Binder(unit) << p.matricola << p.indirizzo << p.comune << p.provincia;
  unit.exec();
}

void put_unita_produttiva(Connection& db, const RigaUnitaProduttiva& u) {
  SQLite::Statement row(
      db,
      "INSERT INTO unita_produttive(matricola, progressivo, tipo, denominazione, indirizzo, comune, provincia, "
      "giorni_settimana, dal, al) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET tipo = excluded.tipo, "
      "denominazione = excluded.denominazione, indirizzo = excluded.indirizzo, comune = excluded.comune, provincia = "
      "excluded.provincia, giorni_settimana = excluded.giorni_settimana, dal = excluded.dal, al = excluded.al");
  Binder(row) << u.matricola << u.progressivo << u.tipo << u.denominazione << u.indirizzo << u.comune << u.provincia
              << u.giorni_settimana << u.dal << u.al;
  row.exec();
}

void put_autorizzazione(Connection& db, const RigaAutorizzazione& a) {
  SQLite::Statement row(
      db,
      "INSERT INTO autorizzazioni(numero, matricola, unita_produttiva, prestazione, causale, eone, stato, dal, al, "
      "ore_centesimi, ticket, fruito_dichiarato, giorni_settimana) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
      "COALESCE(NULLIF(?13, 0), "
      "(SELECT giorni_settimana FROM unita_produttive WHERE matricola = ?2 AND progressivo = ?3), 5)) ON CONFLICT(numero) DO "
      "UPDATE SET "
      "matricola = excluded.matricola, unita_produttiva = excluded.unita_produttiva, prestazione = excluded.prestazione, "
      "causale = excluded.causale, eone = excluded.eone, stato = excluded.stato, dal = excluded.dal, al = excluded.al, "
      "ore_centesimi = excluded.ore_centesimi, ticket = excluded.ticket, fruito_dichiarato = excluded.fruito_dichiarato, "
      "giorni_settimana = COALESCE(NULLIF(?13, 0), giorni_settimana)");
  Binder(row) << a.numero << a.matricola << a.unita_produttiva << a.prestazione << a.causale << std::int64_t{a.eone} << a.stato
              << a.dal.iso() << a.al.iso() << a.ore_centesimi << a.ticket << std::int64_t{a.fruito_dichiarato}
              << a.giorni_settimana;
  row.exec();
}

void put_delega(Connection& db, const RigaDelega& d) {
  SQLite::Statement row(
      db,
      "INSERT INTO deleghe(id, intermediario_cf, matricola, dal, al, revocata_il, servizi) VALUES(?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT(id) DO UPDATE SET intermediario_cf = excluded.intermediario_cf, matricola = excluded.matricola, "
      "dal = excluded.dal, al = excluded.al, revocata_il = excluded.revocata_il, servizi = excluded.servizi");
  Binder(row) << d.id << d.intermediario_cf << d.matricola << d.dal.iso() << d.al << d.revocata_il << d.servizi;
  row.exec();
}

}  // namespace omnia::store
