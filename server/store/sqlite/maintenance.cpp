#include "server/store/maintenance.hpp"

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "server/store/access_store.hpp"
#include "server/store/binding.hpp"
#include "server/store/fascicoli_check.hpp"
#include "server/store/office_store.hpp"
#include "server/store/poteri_check.hpp"
#include "server/store/segnature_store.hpp"
#include "shared/norms/sha256.hpp"

namespace omnia::store {

namespace fs = std::filesystem;

void require_there(const std::string& file) {
  if (!fs::exists(file)) throw std::runtime_error("Il database «" + file + "» non esiste: indica un altro file.");
}

namespace {

using Defects = std::vector<std::string>;

SQLite::Database open_to_read(const std::string& file) {
  require_there(file);
  SQLite::Database db(file, SQLite::OPEN_READONLY, 10000);
  try {
    SQLite::Statement(db, "PRAGMA schema_version").executeStep();  // the first that reads the file
  } catch (const SQLite::Exception& e) {
    if (e.getErrorCode() != SQLITE_NOTADB) throw;
    throw std::runtime_error("Il file «" + file + "» non è un database SQLite: indica un altro file.");
  }
  return db;
}

void check_structure(SQLite::Database& db, Defects& defects) {
  SQLite::Statement integrity(db, "PRAGMA integrity_check");
  while (integrity.executeStep()) {
    const std::string line = integrity.getColumn(0).getString();
    if (line != "ok") defects.push_back("Struttura del file: " + line);
  }
  SQLite::Statement keys(db, "PRAGMA foreign_key_check");
  while (keys.executeStep()) {
    defects.push_back(fmt::format("Una riga della tabella {} rimanda a una di {} che non c’è.", keys.getColumn(0).getString(),
                                  keys.getColumn(2).getString()));
  }
}

std::int64_t check_contents(SQLite::Database& db, Defects& defects) {
  std::int64_t count = 0;
  SQLite::Statement query(db, "SELECT impronta, contenuto FROM contenuti");
  while (query.executeStep()) {
    ++count;
    const auto blob = query.getColumn(1);
    const auto* bytes = static_cast<const char*>(blob.getBlob());
    const std::string_view content(bytes == nullptr ? "" : bytes, static_cast<std::size_t>(blob.getBytes()));
    const std::string name = query.getColumn(0).getString();
    if (norms::sha256_hex(content) != name) defects.push_back("Il contenuto " + name + " non corrisponde alla sua impronta.");
  }
  return count;
}

// The columns that lists and powers read are those of the draft, whose digest the chain knows.
bool is_of_draft(const std::string& bozza, const std::string& matricola, const std::string& dal, const std::string& al) {
  const auto draft = nlohmann::json::parse(bozza, nullptr, false);
  const auto agrees = [&](const char* section, const char* name, const std::string& value) {
    if (!draft.is_object() || !draft.contains(section) || !draft[section].is_object()) return true;
    return draft[section].value(name, nlohmann::json(value)) == nlohmann::json(value);
  };
  return agrees("azienda", "matricola", matricola) && agrees("periodo", "dal", dal) && agrees("periodo", "al", al);
}

// A domanda is as the chain says that it was sent, and is where the chain says that it went.
std::int64_t check_domande(SQLite::Database& db, Defects& defects) {
  std::int64_t count = 0;
  const bool papers = db.tableExists("provvedimenti");  // not in a copy made before there were any
  SQLite::Statement query(
      db,
      "SELECT d.id, d.protocollo, d.bozza, d.stato, d.impronta, d.matricola, d.dal, d.al, coalesce((SELECT m.dettaglio FROM "
      "modifiche m "
      "WHERE m.oggetto = 'domanda:' || d.id AND m.azione IN ('domanda.inviata', 'domanda.importata')), '') FROM domande d");
  while (query.executeStep()) {
    ++count;
    Columns columns(query);
    const std::string id = columns.text();
    const std::string protocollo = columns.text();
    const std::string bozza = columns.text();
    const std::string stato = columns.text();
    const std::string impronta = columns.text();
    const std::string matricola = columns.text();
    const std::string dal = columns.text();
    const std::string al = columns.text();
    const std::string sent = columns.text();
    if (!is_of_draft(bozza, matricola, dal, al))
      defects.push_back("La domanda " + protocollo + " non ha la matricola e i giorni della sua bozza.");
    if (norms::sha256_hex(bozza) != impronta)
      defects.push_back("La domanda " + protocollo + " non corrisponde alla sua impronta.");
    if (sent.empty()) continue;  // filed before the record began: counted below
    const auto detail = nlohmann::json::parse(sent, nullptr, false);
    if (!detail.is_object() || detail.value("impronta", "") != impronta || detail.value("protocollo", "") != protocollo)
      defects.push_back("La domanda " + protocollo + " non è quella del registro delle modifiche.");
    if (papers) {
      for (auto& defect : check_fascicolo(db, id, protocollo)) defects.push_back(std::move(defect));
    }
    std::string expected;
    for (const auto& row : list_modifiche(db, "domanda:" + id)) {
      const auto step = nlohmann::json::parse(row.modifica.dettaglio, nullptr, false);
      if (step.is_object() && step.contains("stato") && step["stato"].is_string()) expected = step["stato"].get<std::string>();
    }
    if (expected != stato)
      defects.push_back(
          fmt::format("La domanda {} è «{}», ma l’ultima modifica registrata la vuole «{}».", protocollo, stato, expected));
  }
  return count;
}

void check_numbers(SQLite::Database& db, Defects& defects) {
  SQLite::Statement began(db, "SELECT dettaglio FROM modifiche WHERE azione = 'archivio.aperto'");
  const std::string detail = began.executeStep() ? began.getColumn(0).getString() : "{}";
  const auto opening = nlohmann::json::parse(detail, nullptr, false);
  const auto before = opening.is_object() ? opening.value("domande", std::int64_t{0}) : 0;
  SQLite::Statement sent(db,
                         "SELECT (SELECT count(*) FROM modifiche WHERE azione IN ('domanda.inviata', 'domanda.importata')), "
                         "(SELECT count(*) FROM domande)");
  sent.executeStep();
  const std::int64_t recorded = sent.getColumn(0).getInt64() + before;
  if (recorded != sent.getColumn(1).getInt64())
    defects.push_back(
        fmt::format("Le domande sono {}, ma il registro delle modifiche ne conta {}.", sent.getColumn(1).getInt64(), recorded));
}

// A copy made before the log was a chain has none.
std::vector<std::string> check_access_log(SQLite::Database& db) {
  if (!db.tableExists(catena_accessi().tabella)) return {};
  auto found = check_catena(db, catena_accessi()).difetti;
  for (auto& defect : found) defect.insert(0, "Registro degli accessi. ");
  return found;
}

Verifica verify_all(SQLite::Database& db, const std::optional<Testa>& atteso) {
  Verifica out;
  if (!db.tableExists("domande")) {
    out.difetti.emplace_back("Il file non è un archivio di OMNIA IS aperta: indica un altro file.");
    return out;
  }
  check_structure(db, out.difetti);
  for (auto& defect : check_catena(db, catena_modifiche(), atteso).difetti) out.difetti.push_back(std::move(defect));
  for (auto& defect : check_access_log(db)) out.difetti.push_back(std::move(defect));
  out.contenuti = check_contents(db, out.difetti);
  out.domande = check_domande(db, out.difetti);
  check_numbers(db, out.difetti);
  for (auto& defect : check_protocolli(db, out.protocolli)) out.difetti.push_back(std::move(defect));
  auto powers = check_poteri(db);
  for (auto& defect : powers.difetti) out.difetti.push_back(std::move(defect));
  out.poteri_non_annotati = powers.non_annotati;
  for (auto& defect : check_segnature(db)) out.difetti.push_back(std::move(defect));
  if (db.tableExists("segnature")) out.senza_segnatura = count_senza_segnatura(db);
  out.testa = testa_catena(db, catena_modifiche());
  return out;
}

void sync_path(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

void remove_beside(const std::string& file) {
  std::error_code ignored;
  for (const char* suffix : {"-wal", "-shm"}) fs::remove(file + suffix, ignored);
}

// Copies page by page with SQLite's own means, so that a writer may go on; the result is one file without a WAL.
void copy(const std::string& from, const std::string& to) {
  std::error_code ignored;
  fs::remove(to, ignored);
  const int fd = ::open(to.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0) throw std::runtime_error("Il file «" + to + "» non si può scrivere: verifica la cartella e i permessi.");
  ::close(fd);
  SQLite::Database source = open_to_read(from);
  {
    SQLite::Database target(to, SQLite::OPEN_READWRITE, 10000);
    SQLite::Backup(target, source).executeStep(-1);
    target.exec("PRAGMA journal_mode=DELETE");
  }
  remove_beside(to);
  sync_path(to);
}

std::string first_defects(const Verifica& verifica) {
  return verifica.difetti.front() +
         (verifica.difetti.size() > 1 ? fmt::format(" E altri {} difetti.", verifica.difetti.size() - 1) : "");
}

// Fails when somebody else has the file open.
void require_unused(const std::string& file) {
  try {
    SQLite::Database db(file, SQLite::OPEN_READWRITE, 200);
    db.exec("PRAGMA locking_mode=EXCLUSIVE");
    db.exec("PRAGMA journal_mode=DELETE");
  } catch (const SQLite::Exception&) {
    throw std::runtime_error("Il database «" + file + "» è in uso: ferma il server e riprova.");
  }
}

std::int64_t count_old(SQLite::Database& db, const std::string& oggetto, const std::string& colonna, std::int64_t prima) {
  SQLite::Statement query(db, "SELECT count(*) FROM " + oggetto + " WHERE " + colonna + " < ?");
  Binder(query) << prima;
  query.executeStep();
  return query.getColumn(0).getInt64();
}

}  // namespace

Verifica verify(const std::string& file, const std::optional<Testa>& atteso) {
  require_there(file);
  try {
    SQLite::Database db = open_to_read(file);
    return verify_all(db, atteso);
  } catch (const std::exception& e) {  // a row that cannot be read is a defect like another
    Verifica broken;
    broken.difetti.push_back(std::string("Il file non si legge fino in fondo: ") + e.what());
    return broken;
  }
}

std::vector<std::string> verify_audit(const std::string& file, const std::optional<Testa>& atteso) {
  SQLite::Database db = open_to_read(file);
  auto defects = check_catena(db, catena_modifiche(), atteso).difetti;
  for (auto& defect : check_access_log(db)) defects.push_back(std::move(defect));
  return defects;
}

Testa audit_head(const std::string& file) {
  SQLite::Database db = open_to_read(file);
  return testa_catena(db, catena_modifiche());
}

void backup(const std::string& file, const std::string& copia) {
  if (fs::exists(copia)) throw std::runtime_error("Il file «" + copia + "» esiste già: indica un altro nome.");
  const std::string partial = copia + ".in_corso";
  try {
    copy(file, partial);
    const Verifica verifica = verify(partial);
    if (!verifica.difetti.empty())
      throw std::runtime_error("La copia non è stata fatta, il database ha difetti: " + first_defects(verifica));
  } catch (...) {
    std::error_code ignored;
    fs::remove(partial, ignored);
    throw;
  }
  fs::rename(partial, copia);
  sync_path(fs::absolute(copia).parent_path().string());
}

void restore(const std::string& copia, const std::string& file, bool sostituisci) {
  const Verifica verifica = verify(copia);
  if (!verifica.difetti.empty()) throw std::runtime_error("La copia non si ripristina, ha difetti: " + first_defects(verifica));
  if (fs::exists(file)) {
    if (!sostituisci) throw std::runtime_error("Il database «" + file + "» esiste già: per sostituirlo aggiungi --sostituisci.");
    require_unused(file);
  }
  const std::string partial = file + ".in_corso";
  copy(copia, partial);
  remove_beside(file);
  fs::rename(partial, file);
  sync_path(fs::absolute(file).parent_path().string());
}

std::vector<Scaduti> retention(Db& db, domain::Date oggi, const std::string& quando, bool prova) {
  return db.write([&](SQLite::Database& w) {
    std::vector<Scaduti> found;
    SQLite::Statement rules(w,
                            "SELECT oggetto, giorni, fonte FROM conservazione c WHERE dal = (SELECT max(dal) FROM conservazione "
                            "WHERE oggetto = c.oggetto AND dal <= ?) ORDER BY oggetto");
    Binder(rules) << oggi.iso();
    while (rules.executeStep()) {
      Columns columns(rules);
      Scaduti one;
      one.oggetto = columns.text();
      const domain::Date before = oggi - static_cast<std::int32_t>(columns.integer());
      one.fonte = columns.text();
      one.prima_del = before.iso();
      const std::string column = one.oggetto == "idempotenza" ? "creata" : "quando";
      const std::int64_t limit = std::int64_t{before.days()} * 86400;
      one.righe = count_old(w, one.oggetto, column, limit);
      const bool consultations = one.oggetto == "consultazioni";  // those before the chain, and the chain
      if (consultations) one.righe += count_accessi(w, before);
      found.push_back(one);
      if (prova || one.righe == 0) continue;
      SQLite::Statement row(w, "DELETE FROM " + one.oggetto + " WHERE " + column + " < ?");
      Binder(row) << limit;
      row.exec();
      if (consultations) forget_accessi(w, before);
      const nlohmann::json detail = {{"righe", one.righe}, {"prima_del", one.prima_del}};
      append_modifica(
          w, {quando, "sistema", "sistema", "", "conservazione.scarto", "tabella:" + one.oggetto, one.fonte, detail.dump()});
    }
    return found;
  });
}

}  // namespace omnia::store
