#include "server/uniemens/store_sink.hpp"

#include "server/store/search_key.hpp"

namespace omnia::uniemens {
namespace {

constexpr std::size_t kMaxRifiuti = 200;

// The index by worker is named because without statistics SQLite would read the whole company instead; a + before a column keeps
// it, for the same reason, from that index where the month decides.
constexpr const char* kFindCompany = "SELECT codice_fiscale FROM posizioni WHERE matricola = ?";
constexpr const char* kAddCompany =
    "INSERT INTO posizioni (matricola, codice_fiscale, denominazione, ricerca, sede) VALUES (?, ?, ?, ?, ?)";
constexpr const char* kOldWorkers = "SELECT codice_fiscale FROM presenze WHERE matricola = ? AND mese = ?";
constexpr const char* kDropMonth = "DELETE FROM mesi_uniemens WHERE matricola = ? AND mese = ?";
constexpr const char* kAddMonth = "INSERT INTO mesi_uniemens (matricola, mese, impronta) VALUES (?, ?, ?)";
constexpr const char* kAddUnit = "INSERT OR IGNORE INTO unita_produttive (matricola, progressivo) VALUES (?, ?)";
constexpr const char* kAddPresence = "INSERT INTO presenze VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
// Two denunce of one worker may show the same day: the hours add up.
constexpr const char* kAddEvent =
    "INSERT INTO eventi_cig VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET ore_centesimi = ore_centesimi + "
    "excluded.ore_centesimi";
constexpr const char* kKnownWorker = "SELECT 1 FROM lavoratori WHERE matricola = ? AND codice_fiscale = ?";
constexpr const char* kCloseMonth =
    "UPDATE mesi_uniemens SET forza_centesimi = ?3, lavoratori = (SELECT count(DISTINCT +codice_fiscale) FROM presenze "
    "WHERE matricola = ?1 AND mese = ?2) WHERE matricola = ?1 AND mese = ?2";
// Heads by own weekly time: a worker with several denunce in the unit counts once, with the last of them.
constexpr const char* kSummariseHeads =
    "INSERT INTO organico SELECT ?1, unita_produttiva, ?2, ore, count(*) FROM (SELECT unita_produttiva, codice_fiscale, "
    "ore_settimanali_centesimi AS ore, max(progressivo) FROM presenze WHERE matricola = ?1 AND mese = ?2 "
    "GROUP BY +unita_produttiva, +codice_fiscale) GROUP BY unita_produttiva, ore";
// A day is used when at least one worker was in CIG for any part of an hour (msg. INPS 2101/2020).
constexpr const char* kSummariseDays =
    "INSERT INTO giorni_cig SELECT ?1, unita_produttiva, ticket, giorno, ?2, count(DISTINCT codice_fiscale), sum(ore_centesimi) "
    "FROM eventi_cig WHERE matricola = ?1 AND mese = ?2 AND ore_centesimi > 0 GROUP BY unita_produttiva, ticket, giorno";
constexpr const char* kDropWorker = "DELETE FROM lavoratori WHERE matricola = ? AND codice_fiscale = ?";
// One row a unit, as the last month shows the worker there (max() makes SQLite take the other columns from that row). A leaving
// counts only if it is in his last month at all and no later hiring follows it.
constexpr const char* kSummariseWorker = R"(
  INSERT INTO lavoratori
  SELECT matricola, unita_produttiva, codice_fiscale, cognome, nome, qualifica, ore_settimanali_centesimi, part_time_centesimi,
         assunto, CASE WHEN cessato >= coalesce(assunto, '') THEN cessato END,
         (SELECT min(mese) FROM presenze q INDEXED BY presenze_lavoratore
          WHERE q.matricola = ?1 AND q.codice_fiscale = ?2 AND q.unita_produttiva = r.unita_produttiva),
         mese
  FROM (SELECT *, max(mese || printf('%07d', progressivo)),
               (SELECT max(assunzione) FROM presenze q INDEXED BY presenze_lavoratore
                WHERE q.matricola = ?1 AND q.codice_fiscale = ?2) AS assunto,
               (SELECT max(cessazione) FROM presenze q INDEXED BY presenze_lavoratore
                WHERE q.matricola = ?1 AND q.codice_fiscale = ?2 AND q.mese =
                      (SELECT max(mese) FROM presenze u INDEXED BY presenze_lavoratore
                       WHERE u.matricola = ?1 AND u.codice_fiscale = ?2)) AS cessato
        FROM presenze WHERE matricola = ?1 AND codice_fiscale = ?2 GROUP BY unita_produttiva) r)";

void bind_day(SQLite::Statement& statement, int column, const std::optional<domain::Date>& day) {
  if (day) {
    statement.bind(column, day->iso());
  } else {
    statement.bind(column);
  }
}

template <class... Args>
void run(SQLite::Statement& statement, const Args&... args) {
  SQLite::bind(statement, args...);
  statement.exec();
}

}  // namespace

void add_refusal(ImportReport& report, const std::string& file, const Difetto& difetto) {
  report.rifiuti_totali += 1;
  if (report.rifiuti.size() < kMaxRifiuti) report.rifiuti.push_back({file, difetto.riga, difetto.codice, difetto.motivo});
}

StoreSink::StoreSink(SQLite::Database& db, std::string nome, std::string impronta, const ImportOptions& options,
                     ImportReport& report)
    : db_(db), nome_(std::move(nome)), impronta_(std::move(impronta)), options_(options), report_(report) {}

SQLite::Statement& StoreSink::prepared(const char* sql) {
  auto& statement = statements_[sql];
  if (!statement) statement = std::make_unique<SQLite::Statement>(db_, sql);
  statement->reset();
  return *statement;
}

std::optional<Difetto> StoreSink::check_company(const Testata& testata) {
  if (options_.ammesse && options_.ammesse->count(testata.matricola) == 0) {
    return Difetto{testata.riga, "uniemens.non_ammessa",
                   "La matricola " + testata.matricola +
                       " non è tra quelle per cui si può operare: invia il flusso con l’azienda o con la delega giusta.",
                   true};
  }
  auto& query = prepared(kFindCompany);
  query.bind(1, testata.matricola);
  if (!query.executeStep()) {
    run(prepared(kAddCompany), testata.matricola, testata.codice_fiscale, testata.denominazione,
        store::search_key(testata.denominazione), testata.sede);
    return std::nullopt;
  }
  if (query.getColumn(0).getString() == testata.codice_fiscale) return std::nullopt;
  return Difetto{testata.riga, "uniemens.azienda_diversa",
                 "La matricola " + testata.matricola +
                     " risulta di un altro codice fiscale: correggi CFAzienda o aggiorna il registro con aziende.csv.",
                 true};
}

std::optional<Difetto> StoreSink::position(const Testata& testata) {
  if (!scritte_.insert({testata.matricola, testata.mese.iso()}).second) {
    return Difetto{testata.riga, "uniemens.posizione_doppia",
                   "La matricola " + testata.matricola + " compare due volte per il mese " + testata.mese.italiano() +
                       " nello stesso file: unisci le denunce in una sola posizione."};
  }
  if (auto difetto = check_company(testata)) return difetto;
  replace_month(testata);
  report_.aziende += azienda_contata_ ? 0 : 1;
  azienda_contata_ = true;
  return std::nullopt;
}

void StoreSink::replace_month(const Testata& testata) {
  testata_ = testata;
  mese_ = testata.mese.iso();
  progressivo_ = 0;
  unita_.clear();
  toccati_.clear();
  auto& old = prepared(kOldWorkers);
  SQLite::bind(old, testata.matricola, mese_);
  while (old.executeStep()) toccati_.insert(old.getColumn(0).getString());
  run(prepared(kDropMonth), testata.matricola, mese_);
  run(prepared(kAddMonth), testata.matricola, mese_, impronta_);
  // Number 0 is the main workplace, which INPS makes by itself with the position.
  ensure_unit(0);
}

void StoreSink::ensure_unit(std::int64_t progressivo) {
  if (unita_.insert(progressivo).second) run(prepared(kAddUnit), testata_.matricola, progressivo);
}

void StoreSink::denuncia(const Denuncia& d) {
  ensure_unit(d.unita_produttiva);
  if (toccati_.insert(d.codice_fiscale).second) {
    auto& known = prepared(kKnownWorker);
    SQLite::bind(known, testata_.matricola, d.codice_fiscale);
    report_.lavoratori_nuovi += known.executeStep() ? 0 : 1;
  }
  auto& insert = prepared(kAddPresence);
  SQLite::bind(insert, testata_.matricola, mese_, ++progressivo_, d.unita_produttiva, d.codice_fiscale, d.cognome, d.nome,
               d.qualifica, d.orario_centesimi, d.part_time_centesimi, d.ore_settimanali_centesimi);
  bind_day(insert, 12, d.assunzione);
  bind_day(insert, 13, d.cessazione);
  insert.exec();
  write_events(d);
  report_.denunce += 1;
}

void StoreSink::write_events(const Denuncia& d) {
  for (const EventoCig& evento : d.eventi) {
    run(prepared(kAddEvent), testata_.matricola, mese_, evento.giorno.iso(), d.codice_fiscale, evento.codice, evento.ticket,
        d.unita_produttiva, evento.ore_centesimi);
  }
  report_.eventi += static_cast<std::int64_t>(d.eventi.size());
}

void StoreSink::end_position(std::optional<std::int64_t> forza_centesimi) {
  auto& close = prepared(kCloseMonth);
  close.bind(1, testata_.matricola);
  close.bind(2, mese_);
  if (forza_centesimi) {
    close.bind(3, *forza_centesimi);
  } else {
    close.bind(3);
  }
  close.exec();
  run(prepared(kSummariseHeads), testata_.matricola, mese_);
  run(prepared(kSummariseDays), testata_.matricola, mese_);
  summarise_workers();
}

void StoreSink::summarise_workers() {
  for (const std::string& codice_fiscale : toccati_) {
    run(prepared(kDropWorker), testata_.matricola, codice_fiscale);
    run(prepared(kSummariseWorker), testata_.matricola, codice_fiscale);
  }
}

void StoreSink::refuse(const Difetto& difetto) {
  dipende_dallo_stato_ = dipende_dallo_stato_ || difetto.dipende_dallo_stato;
  add_refusal(report_, nome_, difetto);
}

void StoreSink::skipped_section(std::string_view) { report_.sezioni_saltate += 1; }

}  // namespace omnia::uniemens
