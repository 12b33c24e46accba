#include "server/store/istruttoria_store.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "server/store/binding.hpp"
#include "shared/workflow/workflow.hpp"

namespace omnia::store {
namespace {

// NULL for an empty text: a day that has not come.
std::string or_null(const char* parameter) { return fmt::format("nullif({}, '')", parameter); }

void set_domanda(Connection& db, const char* column, std::string_view value, std::string_view domanda) {
  SQLite::Statement row(db, std::string("UPDATE domande SET ") + column + " = ? WHERE id = ?");
  Binder(row) << value << domanda;
  if (row.exec() != 1) throw std::runtime_error("no domanda " + std::string(domanda));
}

std::int64_t next_n(Connection& db, const char* table, std::string_view domanda) {
  SQLite::Statement query(db, std::string("SELECT coalesce(max(n), 0) + 1 FROM ") + table + " WHERE domanda_id = ?");
  Binder(query) << domanda;
  query.executeStep();
  return query.getColumn(0).getInt64();
}

void add_documents(Connection& db, std::vector<RichiestaIntegrazione>& richieste) {
  if (richieste.empty() || !db.tableExists("documenti_richieste")) return;  // a copy made before there were any
  SQLite::Statement query(db, "SELECT impronta FROM documenti_richieste WHERE protocollo = ?");
  for (auto& one : richieste) {
    query.reset();
    Binder(query) << one.protocollo;
    if (query.executeStep()) one.documento = query.getColumn(0).getString();
  }
}

}  // namespace

void insert_controlli(Connection& db, std::string_view domanda, const std::vector<Controllo>& controlli) {
  SQLite::Statement row(
      db, "INSERT INTO controlli(domanda_id, n, codice, nome, esito, spiegazione, citazione) VALUES(?, ?, ?, ?, ?, ?, ?)");
  std::int64_t n = 0;
  for (const auto& one : controlli) {
    row.reset();
    Binder(row) << domanda << ++n << one.codice << one.nome << one.esito << one.spiegazione << one.citazione;
    row.exec();
  }
}

std::vector<Controllo> list_controlli(Connection& db, std::string_view domanda) {
  SQLite::Statement query(db,
                          "SELECT codice, nome, esito, spiegazione, citazione FROM controlli WHERE domanda_id = ? ORDER BY n");
  Binder(query) << domanda;
  std::vector<Controllo> found;
  while (query.executeStep()) {
    Columns c(query);
    found.push_back({c.text(), c.text(), c.text(), c.text(), c.text()});
  }
  return found;
}

void set_stato_domanda(Connection& db, std::string_view domanda, std::string_view stato) {
  set_domanda(db, "stato", stato, domanda);
}
void set_assegnata(Connection& db, std::string_view domanda, std::string_view operatore) {
  set_domanda(db, "assegnata_a", operatore, domanda);
}
void set_ultimo_giorno(Connection& db, std::string_view domanda, domain::Date giorno) {
  set_domanda(db, "ultimo_giorno_decisione", giorno.iso(), domanda);
}

std::vector<Carico> list_carichi(Connection& db, std::string_view sede, domain::Date oggi) {
  SQLite::Statement query(
      db,
      "SELECT i.id, i.nome, i.cognome, count(d.numero), "
      "count(CASE WHEN d.ultimo_giorno_decisione BETWEEN ? AND ? THEN 1 END), "
      "count(CASE WHEN d.ultimo_giorno_decisione < ? THEN 1 END) FROM identita i LEFT JOIN domande d "
      "ON d.assegnata_a = i.id AND d.stato IN ('protocollata', 'in_istruttoria', 'in_attesa', 'in_firma') "
      "WHERE i.ruolo = 'operatore' AND i.sede = ? GROUP BY i.id, i.nome, i.cognome ORDER BY i.cognome, i.nome, i.id");
  Binder(query) << oggi.iso() << (oggi + 7).iso() << oggi.iso() << sede;
  std::vector<Carico> found;
  while (query.executeStep()) {
    Columns c(query);
    found.push_back({c.text(), c.text(), c.text(), c.integer(), c.integer(), c.integer()});
  }
  return found;
}

std::vector<AltraDomanda> list_altre_domande(Connection& db, std::string_view domanda) {
  SQLite::Statement query(
      db,
      "SELECT o.protocollo, o.matricola, o.denominazione, o.dal, o.al, o.stato, o.origine, o.protocollo_origine, count(*) "
      "FROM domande d JOIN domande_lavoratori mine ON mine.domanda_id = d.id "
      "JOIN domande_lavoratori theirs ON theirs.codice_fiscale = mine.codice_fiscale AND theirs.domanda_id <> d.id "
      "JOIN domande o ON o.id = theirs.domanda_id AND o.dal <= d.al AND o.al >= d.dal "
      "WHERE d.id = ?1 GROUP BY o.id "
      "UNION ALL SELECT o.protocollo, o.matricola, o.denominazione, o.dal, o.al, o.stato, o.origine, o.protocollo_origine, 0 "
      "FROM domande d JOIN domande o ON o.matricola = d.matricola AND o.unita_produttiva = d.unita_produttiva "
      "AND o.origine <> d.origine AND o.dal <= d.al AND o.al >= d.dal "
      "WHERE d.id = ?1 AND NOT EXISTS(SELECT 1 FROM domande_lavoratori mine JOIN domande_lavoratori theirs USING "
      "(codice_fiscale) "
      "WHERE mine.domanda_id = d.id AND theirs.domanda_id = o.id) "
      "ORDER BY 4, 1 LIMIT 50");
  Binder(query) << domanda;
  std::vector<AltraDomanda> found;
  while (query.executeStep()) {
    Columns c(query);
    found.push_back({c.text(), c.text(), c.text(), c.text(), c.text(), c.text(), c.text(), c.text(), c.integer()});
  }
  return found;
}

std::vector<std::string> list_lavoratori(Connection& db, std::string_view domanda) {
  SQLite::Statement query(db, "SELECT codice_fiscale FROM domande_lavoratori WHERE domanda_id = ? ORDER BY codice_fiscale");
  Binder(query) << domanda;
  std::vector<std::string> found;
  while (query.executeStep()) found.push_back(query.getColumn(0).getString());
  return found;
}

void put_visita(Connection& db, std::string_view identita, std::string_view domanda) {
  SQLite::Statement row(db,
                        "INSERT INTO visite(identita, domanda_id, modifica) "
                        "VALUES(?, ?, (SELECT coalesce(max(numero), 0) FROM modifiche WHERE oggetto = ?)) "
                        "ON CONFLICT(identita, domanda_id) DO UPDATE SET modifica = excluded.modifica");
  Binder(row) << identita << domanda << "domanda:" + std::string(domanda);
  row.exec();
}

std::int64_t find_visita(Connection& db, std::string_view identita, std::string_view domanda) {
  SQLite::Statement query(db, "SELECT modifica FROM visite WHERE identita = ? AND domanda_id = ?");
  Binder(query) << identita << domanda;
  return query.executeStep() ? query.getColumn(0).getInt64() : 0;
}

std::int64_t insert_richiesta(Connection& db, std::string_view domanda, const RichiestaIntegrazione& r) {
  const std::int64_t n = next_n(db, "richieste_integrazione", domanda);
  SQLite::Statement row(db,
                        "INSERT INTO richieste_integrazione(domanda_id, n, stato, protocollo, elementi, testo, canale, sospende, "
                        "inviata_da, inviata_il) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Binder(row) << domanda << n << r.stato << r.protocollo << r.elementi << r.testo << r.canale << std::int64_t{r.sospende}
              << r.inviata_da << r.inviata_il;
  row.exec();
  if (r.documento.empty()) return n;
  SQLite::Statement letter(db, "INSERT INTO documenti_richieste(protocollo, impronta) VALUES(?, ?)");
  Binder(letter) << r.protocollo << r.documento;
  letter.exec();
  return n;
}

void update_richiesta(Connection& db, std::string_view domanda, const RichiestaIntegrazione& r) {
  static const std::string kSql = "UPDATE richieste_integrazione SET stato = ?, consegnata_il = " + or_null("?") +
                                  ", prova_consegna = ?, scadenza = " + or_null("?") + ", risposta_il = " + or_null("?") +
                                  ", risposta = ? WHERE domanda_id = ? AND n = ?";
  SQLite::Statement row(db, kSql);
  Binder(row) << r.stato << r.consegnata_il << r.prova_consegna << r.scadenza << r.risposta_il << r.risposta << domanda << r.n;
  row.exec();
}

std::vector<RichiestaIntegrazione> list_richieste(Connection& db, std::string_view domanda) {
  SQLite::Statement query(
      db,
      "SELECT n, stato, protocollo, elementi, testo, canale, sospende, inviata_da, inviata_il, "
      "coalesce(consegnata_il, ''), prova_consegna, coalesce(scadenza, ''), coalesce(risposta_il, ''), risposta "
      "FROM richieste_integrazione WHERE domanda_id = ? ORDER BY n");
  Binder(query) << domanda;
  std::vector<RichiestaIntegrazione> found;
  while (query.executeStep()) {
    Columns c(query);
    found.push_back({c.integer(), c.text(), c.text(), c.text(), c.text(), c.text(), c.flag(), c.text(), c.text(), c.text(),
                     c.text(), c.text(), c.text(), c.text()});
  }
  add_documents(db, found);
  return found;
}

std::int64_t insert_provvedimento(Connection& db, std::string_view domanda, const Provvedimento& p) {
  const std::int64_t n = next_n(db, "provvedimenti", domanda);
  static const std::string kSql =
      "INSERT INTO provvedimenti(domanda_id, n, tipo, stato, precedente, dal, al, settimane, ore_centesimi, lavoratori, "
      "contenuto, "
      "proposto_da, proposto_da_nome, proposto_il) VALUES(?, ?, ?, ?, ?, " +
      or_null("?") + ", " + or_null("?") + ", ?, ?, ?, ?, ?, ?, ?)";
  SQLite::Statement row(db, kSql);
  Binder(row) << domanda << n << p.tipo << p.stato << p.precedente << p.dal << p.al << p.settimane << p.ore_centesimi
              << p.lavoratori << p.contenuto << p.proposto_da << p.proposto_da_nome << p.proposto_il;
  row.exec();
  return n;
}

void set_stato_provvedimento(Connection& db, std::string_view domanda, std::int64_t n, std::string_view stato) {
  SQLite::Statement row(db, "UPDATE provvedimenti SET stato = ? WHERE domanda_id = ? AND n = ?");
  Binder(row) << stato << domanda << n;
  row.exec();
}

void rinvia_provvedimento(Connection& db, std::string_view domanda, std::int64_t n, std::string_view chi,
                          std::string_view motivo) {
  SQLite::Statement row(
      db, "UPDATE provvedimenti SET stato = 'rinviato', rinviato_da = ?, motivo_rinvio = ? WHERE domanda_id = ? AND n = ?");
  Binder(row) << chi << motivo << domanda << n;
  row.exec();
}

void firma_provvedimento(Connection& db, std::string_view domanda, const Provvedimento& p) {
  SQLite::Statement row(db,
                        "UPDATE provvedimenti SET stato = ?, firmato_da = ?, firmato_da_nome = ?, firmato_il = ?, numero = ?, "
                        "protocollo = ?, documento = ? WHERE domanda_id = ? AND n = ?");
  Binder(row) << p.stato << p.firmato_da << p.firmato_da_nome << p.firmato_il << p.numero << p.protocollo << p.documento
              << domanda << p.n;
  row.exec();
}

std::vector<Provvedimento> list_provvedimenti(Connection& db, std::string_view domanda) {
  SQLite::Statement query(
      db,
      "SELECT n, tipo, stato, precedente, coalesce(dal, ''), coalesce(al, ''), settimane, ore_centesimi, lavoratori, contenuto, "
      "proposto_da, proposto_da_nome, proposto_il, rinviato_da, motivo_rinvio, coalesce(firmato_da, ''), firmato_da_nome, "
      "coalesce(firmato_il, ''), coalesce(numero, ''), coalesce(protocollo, ''), coalesce(documento, '') FROM provvedimenti "
      "WHERE domanda_id = ? ORDER BY n");
  Binder(query) << domanda;
  std::vector<Provvedimento> found;
  while (query.executeStep()) {
    Columns c(query);
    Provvedimento p;
    p.n = c.integer();
    p.tipo = c.text();
    p.stato = c.text();
    p.precedente = c.optional_integer();
    p.dal = c.text();
    p.al = c.text();
    p.settimane = c.integer();
    p.ore_centesimi = c.integer();
    p.lavoratori = c.integer();
    for (auto* text : {&p.contenuto, &p.proposto_da, &p.proposto_da_nome, &p.proposto_il, &p.rinviato_da, &p.motivo_rinvio,
                       &p.firmato_da, &p.firmato_da_nome, &p.firmato_il, &p.numero, &p.protocollo, &p.documento}) {
      *text = c.text();
    }
    found.push_back(std::move(p));
  }
  return found;
}

std::string next_numero_provvedimento(Connection& db, std::string_view sede) {
  SQLite::Statement counter(db,
                            "INSERT INTO contatori_provvedimenti(sede, ultimo) VALUES(?, 1) "
                            "ON CONFLICT(sede) DO UPDATE SET ultimo = ultimo + 1 RETURNING ultimo");
  SQLite::Statement taken(db, "SELECT 1 FROM autorizzazioni WHERE numero = ?");
  for (;;) {  // an authorisation of the old procedures may have the number already
    counter.reset();
    Binder(counter) << sede;
    counter.executeStep();
    std::string numero = fmt::format("{}{:08}", sede, counter.getColumn(0).getInt64());
    taken.reset();
    Binder(taken) << numero;
    if (!taken.executeStep()) return numero;
  }
}

void set_stato_autorizzazione(Connection& db, std::string_view numero, std::string_view stato) {
  SQLite::Statement row(db, "UPDATE autorizzazioni SET stato = ? WHERE numero = ?");
  Binder(row) << stato << numero;
  row.exec();
}

void set_fine_autorizzazione(Connection& db, std::string_view numero, std::string_view al, std::int64_t ore_centesimi) {
  SQLite::Statement row(db, "UPDATE autorizzazioni SET al = ?, ore_centesimi = ? WHERE numero = ?");
  Binder(row) << al << ore_centesimi << numero;
  row.exec();
}

std::string find_contenuto(Connection& db, std::string_view impronta) {
  SQLite::Statement query(db, "SELECT contenuto FROM contenuti WHERE impronta = ?");
  Binder(query) << impronta;
  if (!query.executeStep()) throw std::runtime_error("no content " + std::string(impronta));
  const auto blob = query.getColumn(0);
  return {static_cast<const char*>(blob.getBlob()), static_cast<std::size_t>(blob.getBytes())};
}

void put_transizioni(Connection& db) {
  db.exec("DELETE FROM transizioni");
  SQLite::Statement row(db, "INSERT INTO transizioni(oggetto, da, evento, a) VALUES(?, ?, ?, ?)");
  for (const auto& one : workflow::transizioni()) {
    row.reset();
    Binder(row) << one.oggetto << one.da << one.evento << one.a;
    row.exec();
  }
}

}  // namespace omnia::store
