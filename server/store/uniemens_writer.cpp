#include "server/store/uniemens_writer.hpp"

#include "server/store/binding.hpp"
#include "server/store/search_key.hpp"
#include "server/store/sqlite/summaries.hpp"

namespace omnia::store {
namespace {

constexpr const char* kFindCompany = "SELECT codice_fiscale FROM posizioni WHERE matricola = ?";
constexpr const char* kAddCompany =
    "INSERT INTO posizioni (matricola, codice_fiscale, denominazione, ricerca, sede) VALUES (?, ?, ?, ?, ?)";
constexpr const char* kOldWorkers = "SELECT codice_fiscale FROM presenze WHERE matricola = ? AND mese = ?";
constexpr const char* kDropMonth = "DELETE FROM mesi_uniemens WHERE matricola = ? AND mese = ?";
constexpr const char* kAddMonth = "INSERT INTO mesi_uniemens (matricola, mese, impronta) VALUES (?, ?, ?)";
constexpr const char* kAddUnit = "INSERT INTO unita_produttive (matricola, progressivo) VALUES (?, ?) ON CONFLICT DO NOTHING";
constexpr const char* kAddPresence =
    "INSERT INTO presenze (matricola, mese, progressivo, unita_produttiva, codice_fiscale, cognome, nome, qualifica, "
    "orario_centesimi, part_time_centesimi, ore_settimanali_centesimi, assunzione, cessazione) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kAddEvent =
    "INSERT INTO eventi_cig (matricola, mese, giorno, codice_fiscale, codice_evento, ticket, unita_produttiva, ore_centesimi) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (matricola, mese, giorno, codice_fiscale, codice_evento, ticket, "
    "unita_produttiva) "
    "DO UPDATE SET ore_centesimi = eventi_cig.ore_centesimi + excluded.ore_centesimi";
constexpr const char* kKnownWorker = "SELECT 1 FROM lavoratori WHERE matricola = ? AND codice_fiscale = ?";
// A day is used when at least one worker was in CIG for any part of an hour (msg. INPS 2101/2020).
constexpr const char* kSummariseDays =
    "INSERT INTO giorni_cig SELECT ?1, unita_produttiva, ticket, giorno, ?2, count(DISTINCT codice_fiscale), sum(ore_centesimi) "
    "FROM eventi_cig WHERE matricola = ?1 AND mese = ?2 AND ore_centesimi > 0 GROUP BY unita_produttiva, ticket, giorno";
constexpr const char* kDropWorker = "DELETE FROM lavoratori WHERE matricola = ? AND codice_fiscale = ?";
template <class... Args>
void run(SQLite::Statement& statement, const Args&... args) {
  Binder binder(statement);
  (binder << ... << args);
  statement.exec();
}

}  // namespace

SQLite::Statement& UniemensWriter::prepared(const char* sql) {
  auto& statement = statements_[sql];
  if (!statement) statement = std::make_unique<SQLite::Statement>(db_, sql);
  statement->reset();
  return *statement;
}

std::optional<std::string> UniemensWriter::find_titolare(const std::string& matricola) {
  auto& query = prepared(kFindCompany);
  Binder(query) << matricola;
  if (!query.executeStep()) return std::nullopt;
  return query.getColumn(0).getString();
}

void UniemensWriter::add_posizione(const std::string& matricola, const std::string& codice_fiscale,
                                   const std::string& denominazione, const std::string& sede) {
  run(prepared(kAddCompany), matricola, codice_fiscale, denominazione, search_key(denominazione), sede);
}

void UniemensWriter::open_mese(const std::string& matricola, domain::YearMonth mese, const std::string& impronta) {
  matricola_ = matricola;
  mese_ = mese.iso();
  progressivo_ = 0;
  unita_.clear();
  toccati_.clear();
  auto& old = prepared(kOldWorkers);
  Binder(old) << matricola_ << mese_;
  while (old.executeStep()) toccati_.insert(old.getColumn(0).getString());
  run(prepared(kDropMonth), matricola_, mese_);
  run(prepared(kAddMonth), matricola_, mese_, impronta);
  // Number 0 is the main workplace, which INPS makes by itself with the position.
  ensure_unit(0);
}

void UniemensWriter::ensure_unit(std::int64_t progressivo) {
  if (unita_.insert(progressivo).second) run(prepared(kAddUnit), matricola_, progressivo);
}

bool UniemensWriter::add_presenza(const RigaPresenza& p) {
  ensure_unit(p.unita_produttiva);
  bool nuovo = false;
  if (toccati_.insert(p.codice_fiscale).second) {
    auto& known = prepared(kKnownWorker);
    Binder(known) << matricola_ << p.codice_fiscale;
    nuovo = !known.executeStep();
  }
  run(prepared(kAddPresence), matricola_, mese_, ++progressivo_, p.unita_produttiva, p.codice_fiscale, p.cognome, p.nome,
      p.qualifica, p.orario_centesimi, p.part_time_centesimi, p.ore_settimanali_centesimi, p.assunzione, p.cessazione);
  return nuovo;
}

void UniemensWriter::add_evento(const RigaEventoCig& e) {
  run(prepared(kAddEvent), matricola_, mese_, e.giorno.iso(), e.codice_fiscale, e.codice, e.ticket, e.unita_produttiva,
      e.ore_centesimi);
}

void UniemensWriter::close_mese(const std::optional<std::int64_t>& forza_centesimi) {
  run(prepared(sqlite::kCloseMonth), matricola_, mese_, forza_centesimi);
  run(prepared(sqlite::kSummariseHeads), matricola_, mese_);
  run(prepared(kSummariseDays), matricola_, mese_);
  for (const std::string& codice_fiscale : toccati_) {
    run(prepared(kDropWorker), matricola_, codice_fiscale);
    run(prepared(sqlite::kSummariseWorker), matricola_, codice_fiscale);
  }
}

}  // namespace omnia::store
