#include "server/store/db.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <limits>
#include <map>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "assets/migrations.hpp"
#include "server/store/audit_store.hpp"
#include "server/store/istruttoria_store.hpp"
#include "server/store/poteri_check.hpp"

namespace omnia::store {
namespace {

constexpr int kBusyMs = 10000;
// More jobs than this in one group would only delay the first of them.
constexpr std::size_t kMaxGroup = 256;
// "OMNI": tells this project's files from any other SQLite file.
constexpr int kApplicationId = 0x4F4D4E49;

std::map<int, std::pair<std::string, std::string>> numbered_migrations() {
  std::map<int, std::pair<std::string, std::string>> numbered;
  for (const auto& [name, sql] : assets::migrations()) numbered[std::stoi(name)] = {name, sql};
  return numbered;
}

// Created here, not by SQLite, because the file holds personal data: only its owner may read it (-wal and -shm inherit).
void create_private(const std::string& file) {
  const auto folder = std::filesystem::path(file).parent_path();
  if (!folder.empty()) {
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
  }
  const int fd = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0) {
    throw std::runtime_error("Il database «" + file +
                             "» non si può aprire in scrittura: verifica che la cartella esista e che sia scrivibile, "
                             "oppure indica un altro file.");
  }
  ::close(fd);
}

void check_identity(SQLite::Database& db, const std::string& file) {
  const int id = db.execAndGet("PRAGMA application_id").getInt();
  const int tables = db.execAndGet("SELECT count(*) FROM sqlite_schema").getInt();
  if (id != kApplicationId && tables > 0) {
    throw std::runtime_error("Il file «" + file + "» è un database di un altro programma: indica un altro file.");
  }
  db.exec("PRAGMA application_id=" + std::to_string(kApplicationId));
}

void check_foreign_keys(SQLite::Database& db, const std::string& migration) {
  SQLite::Statement broken(db, "PRAGMA foreign_key_check");
  if (broken.executeStep()) {
    throw std::runtime_error("L’aggiornamento «" + migration + "» del database non è riuscito: una riga della tabella «" +
                             broken.getColumn(0).getString() + "» resta senza quella a cui rimanda. Ripristina una copia.");
  }
}

// Every migration runs once, in its own transaction, in number order. Foreign keys are checked at the end of each and not
// meanwhile: a table made anew must not take the rows that refer to it away.
void migrate(SQLite::Database& db, const std::string& file) {
  const auto known = numbered_migrations();
  const int newest = known.empty() ? 0 : known.rbegin()->first;
  const int present = db.execAndGet("PRAGMA user_version").getInt();
  if (present > newest) {
    throw std::runtime_error("Il database «" + file + "» è di una versione più recente (" + std::to_string(present) +
                             ") di quella che questo programma conosce (" + std::to_string(newest) +
                             "): aggiorna il programma oppure indica un altro file.");
  }
  db.exec("PRAGMA foreign_keys=OFF");
  db.exec("CREATE TABLE IF NOT EXISTS migrazioni(numero INTEGER PRIMARY KEY, nome TEXT NOT NULL, applicata_il TEXT NOT NULL)");
  std::set<int> done;
  {
    SQLite::Statement query(db, "SELECT numero FROM migrazioni");
    while (query.executeStep()) done.insert(query.getColumn(0).getInt());
  }
  for (const auto& [number, migration] : known) {
    if (done.count(number) != 0) continue;
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    db.exec(migration.second);
    check_foreign_keys(db, migration.first);
    SQLite::Statement row(db, "INSERT INTO migrazioni VALUES(?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))");
    row.bind(1, number);
    row.bind(2, migration.first);
    row.exec();
    db.exec("PRAGMA user_version=" + std::to_string(std::max(number, present)));
    transaction.commit();
  }
}

// What the program brings to the database: the table of transitions, and the first rows of the record of changes, which say
// what was there before it began.
void prepare(SQLite::Database& db) {
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  put_transizioni(db);
  const bool begins = testa_catena(db, catena_modifiche()).numero == 0;
  if (begins) {
    const std::string domande = db.execAndGet("SELECT count(*) FROM domande").getString();
    append_modifica(db, {utc_now(), "sistema", "sistema", "", "archivio.aperto", "archivio", "",
                         "{\"domande\":" + domande + ",\"" + kPoteriAnnotati + "\":true}"});
  }
  record_poteri_trovati(db, begins);
  transaction.commit();
}

// Pages kept by each connection: there is one writer, and as many readers as there were reads at once.
constexpr int kWriterCacheKiB = 16000;
constexpr int kReaderCacheKiB = 2000;
constexpr std::size_t kReaders = 32;  // more than the processors have work for; SQLite frees no file while another is open

void tune(SQLite::Database& db, int cache_kib) {
  db.exec("PRAGMA foreign_keys=ON");
  db.exec("PRAGMA temp_store=MEMORY");
  db.exec("PRAGMA cache_size=-" + std::to_string(cache_kib));
}

std::unique_ptr<SQLite::Database> open_writer(const std::string& file) {
  create_private(file);
  try {
    auto db = std::make_unique<SQLite::Database>(file, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX, kBusyMs);
    check_identity(*db, file);
    const std::string mode = db->execAndGet("PRAGMA journal_mode=WAL").getString();
    if (mode != "wal") {
      throw std::runtime_error("Il database «" + file +
                               "» sta su un disco che non ammette la modalità WAL: usa un disco locale.");
    }
    db->exec("PRAGMA synchronous=FULL");
    db->exec("PRAGMA wal_autocheckpoint=4000");
    migrate(*db, file);
    prepare(*db);
    tune(*db, kWriterCacheKiB);
    return db;
  } catch (const SQLite::Exception& e) {
    if (e.getErrorCode() == SQLITE_NOTADB) {
      throw std::runtime_error("Il file «" + file + "» non è un database SQLite: indica un altro file.");
    }
    throw std::runtime_error("Il database «" + file + "» non si apre (" + e.what() +
                             "): chiudi gli altri programmi che lo usano e verifica lo spazio su disco.");
  }
}

// The disk's refusals among SQLite's errors: what the job asked was right.
[[noreturn]] void rethrow(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const SQLite::Exception& e) {
    switch (e.getErrorCode()) {
      case SQLITE_FULL:
      case SQLITE_IOERR:
      case SQLITE_READONLY:
      case SQLITE_CANTOPEN:
        throw Unwritable(e.what());
      default:
        throw;
    }
  }
}

// What failed for a whole group is told to each of its threads by an exception of its own: none shares memory with the others.
std::exception_ptr own_copy(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const SQLite::Exception& e) {
    return std::make_exception_ptr(SQLite::Exception(std::string(e.what()), e.getErrorCode()));
  } catch (const std::exception& e) {
    return std::make_exception_ptr(std::runtime_error(std::string(e.what())));
  }
}

struct Job {
  const std::function<void(SQLite::Database&)>* run = nullptr;
  std::exception_ptr error;
  bool done = false;
  std::condition_variable finished;  // its own, so that a group wakes only those who wait for it
};

// What this thread is reading: a read inside a read shares the snapshot.
struct Reading {
  const void* owner = nullptr;
  SQLite::Database* db = nullptr;
};
thread_local Reading reading;

}  // namespace

struct Db::Impl {
  std::string file;
  std::unique_ptr<SQLite::Database> writer_db;
  std::mutex queue_mutex;
  std::condition_variable work;
  std::deque<Job*> queue;
  bool stopping = false;
  std::atomic<std::uint64_t> groups{0};
  std::atomic<std::uint64_t> jobs{0};
  std::mutex readers_mutex;
  std::condition_variable reader_back;
  std::size_t readers_made = 0;
  std::vector<std::unique_ptr<SQLite::Database>> readers;  // that nobody uses now: the last one back is the first to go out
  std::thread writer;

  explicit Impl(const std::string& name) : file(name), writer_db(open_writer(name)) {
    writer = std::thread([this] { write_loop(); });
  }
  ~Impl() {
    {
      const std::lock_guard lock(queue_mutex);
      stopping = true;
    }
    work.notify_all();
    writer.join();
    readers.clear();
    try {
      writer_db->exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (const SQLite::Exception&) {  // another process still reads: the WAL stays, nothing is lost
    }
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void write_loop() {
    std::vector<Job*> group;
    for (;;) {
      {
        std::unique_lock lock(queue_mutex);
        work.wait(lock, [this] { return stopping || !queue.empty(); });
        if (queue.empty()) return;
        const auto count = std::min(queue.size(), kMaxGroup);
        group.assign(queue.begin(), queue.begin() + static_cast<std::ptrdiff_t>(count));
        queue.erase(queue.begin(), queue.begin() + static_cast<std::ptrdiff_t>(count));
      }
      run_group(group);
      groups += 1;
      jobs += group.size();
      {
        const std::lock_guard lock(queue_mutex);
        for (Job* job : group) {
          job->done = true;
          job->finished.notify_one();  // under the lock: the job dies as soon as its owner has it
        }
      }
    }
  }

  // One transaction for the group, a savepoint for each job. If SQLite undoes the whole transaction by itself (disk full,
  // I/O error) or the COMMIT fails, nobody in the group is told that it went well.
  void run_group(const std::vector<Job*>& group) {
    try {
      writer_db->exec("BEGIN IMMEDIATE");
      for (Job* job : group) run_in_savepoint(*job);
      writer_db->exec("COMMIT");
    } catch (...) {
      const auto error = std::current_exception();
      if (sqlite3_get_autocommit(writer_db->getHandle()) == 0) writer_db->tryExec("ROLLBACK");
      for (Job* job : group) {
        if (!job->error) job->error = own_copy(error);
      }
    }
  }

  void run_in_savepoint(Job& job) {
    writer_db->exec("SAVEPOINT lavoro");
    try {
      (*job.run)(*writer_db);
      writer_db->exec("RELEASE lavoro");
    } catch (...) {
      job.error = std::current_exception();
      if (sqlite3_get_autocommit(writer_db->getHandle()) != 0) throw;
      writer_db->exec("ROLLBACK TO lavoro");
      writer_db->exec("RELEASE lavoro");
    }
  }

  std::unique_ptr<SQLite::Database> take_reader() {
    std::unique_lock lock(readers_mutex);
    reader_back.wait(lock, [this] { return !readers.empty() || readers_made < kReaders; });
    if (readers.empty()) {
      auto made = std::make_unique<SQLite::Database>(file, SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX, kBusyMs);
      tune(*made, kReaderCacheKiB);
      ++readers_made;
      return made;
    }
    auto mine = std::move(readers.back());
    readers.pop_back();
    return mine;
  }

  void give_back(std::unique_ptr<SQLite::Database> reader) {
    const std::lock_guard lock(readers_mutex);
    readers.push_back(std::move(reader));
    reader_back.notify_one();
  }

  [[nodiscard]] bool on_writer_thread() const { return std::this_thread::get_id() == writer.get_id(); }
};

Db::Db(const std::string& file) : impl_(std::make_unique<Impl>(file)) {}
Db::~Db() = default;

void Db::run_write(const std::function<void(SQLite::Database&)>& job) {
  if (impl_->on_writer_thread()) {  // part of the job that is running: same savepoint, same fate
    job(*impl_->writer_db);
    return;
  }
  Job mine;
  mine.run = &job;
  {
    std::unique_lock lock(impl_->queue_mutex);
    if (impl_->stopping) throw std::runtime_error("Il database si sta chiudendo.");
    impl_->queue.push_back(&mine);
    impl_->work.notify_one();
    mine.finished.wait(lock, [&mine] { return mine.done; });
  }
  if (mine.error) rethrow(mine.error);
}

void Db::run_read(const std::function<void(SQLite::Database&)>& job) {
  if (impl_->on_writer_thread()) {  // inside a write: sees what the group has written so far
    job(*impl_->writer_db);
    return;
  }
  if (reading.owner == impl_.get()) {
    job(*reading.db);
    return;
  }
  auto reader = impl_->take_reader();
  const Reading before = std::exchange(reading, {impl_.get(), reader.get()});
  try {
    reader->exec("BEGIN");
    job(*reader);
    reader->exec("COMMIT");
  } catch (...) {
    reading = before;
    if (sqlite3_get_autocommit(reader->getHandle()) == 0) reader->tryExec("ROLLBACK");
    impl_->give_back(std::move(reader));
    throw;
  }
  reading = before;
  impl_->give_back(std::move(reader));
}

Db::Stats Db::stats() const { return {impl_->groups.load(), impl_->jobs.load()}; }

}  // namespace omnia::store
