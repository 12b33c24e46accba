#include "server/store/db.hpp"

#include <unistd.h>

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "assets/migrations.hpp"
#include "tests/unit/server/store/temporary_db.hpp"

namespace {

using omnia::store::Db;
using omnia::tests::TemporaryFolder;

int count(Db& db, const std::string& sql) {
  return db.read([&](SQLite::Database& c) { return c.execAndGet(sql).getInt(); });
}

void add(SQLite::Database& c, int quando) {
  SQLite::Statement row(c, "INSERT INTO consultazioni(identita, ruolo, azione, oggetto, quando) VALUES('x', 'x', 'x', 'x', ?)");
  row.bind(1, quando);
  row.exec();
}
constexpr const char* kCount = "SELECT count(*) FROM consultazioni";

std::string refusal_of(const std::string& file) {
  try {
    const Db db(file);
  } catch (const std::runtime_error& e) {
    return e.what();
  }
  return {};
}

void exec(const std::string& file, const std::string& sql) {
  SQLite::Database raw(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  raw.exec(sql);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(store_db)

BOOST_AUTO_TEST_CASE(a_new_file_gets_every_migration_once_and_only_its_owner_reads_it) {
  const TemporaryFolder folder;
  const std::string file = folder.file("nuovo/omnia.db");
  { const Db db(file); }
  Db again(file);
  BOOST_TEST(count(again, "SELECT count(*) FROM migrazioni") == static_cast<int>(omnia::assets::migrations().size()));
  BOOST_TEST(count(again, "SELECT max(numero) FROM migrazioni") == count(again, "PRAGMA user_version"));
  BOOST_TEST(count(again, "SELECT count(*) FROM sqlite_schema WHERE name IN ('posizioni', 'domande')") == 2);
  const auto permissions = std::filesystem::status(file).permissions();
  BOOST_TEST((permissions == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write)));
}

BOOST_AUTO_TEST_CASE(connections_are_durable_and_check_foreign_keys) {
  const TemporaryFolder folder;
  Db db(folder.file("omnia.db"));
  const auto pragma = [&](const char* name) {
    return db.write([&](SQLite::Database& c) { return c.execAndGet(std::string("PRAGMA ") + name).getString(); });
  };
  BOOST_TEST(pragma("journal_mode") == "wal");
  BOOST_TEST(pragma("synchronous") == "2");
  BOOST_TEST(pragma("foreign_keys") == "1");
  BOOST_CHECK_THROW(
      db.write([](SQLite::Database& c) { c.exec("INSERT INTO domande_lavoratori VALUES('non-esiste', 'XQZWKJ85A01H501M')"); }),
      SQLite::Exception);
}

BOOST_AUTO_TEST_CASE(readers_cannot_write) {
  const TemporaryFolder folder;
  Db db(folder.file("omnia.db"));
  BOOST_CHECK_THROW(db.read([](SQLite::Database& c) { add(c, 1); }), SQLite::Exception);
}

BOOST_AUTO_TEST_CASE(a_failing_job_undoes_only_itself) {
  const TemporaryFolder folder;
  Db db(folder.file("omnia.db"));
  std::vector<std::thread> threads;
  std::atomic<int> failed{0};
  for (int i = 0; i < 16; ++i) {
    threads.emplace_back([&, i] {
      for (int j = 0; j < 25; ++j) {
        try {
          db.write([&](SQLite::Database& c) {
            add(c, i * 100 + j);
            if (j % 5 == 0) throw std::logic_error("di proposito");
          });
        } catch (const std::logic_error& e) {
          failed += std::string(e.what()) == "di proposito" ? 1 : 1000;
        }
      }
    });
  }
  for (auto& thread : threads) thread.join();
  BOOST_TEST(failed == 16 * 5);
  BOOST_TEST(count(db, kCount) == 16 * 20);
  BOOST_TEST(count(db, "SELECT count(*) FROM consultazioni WHERE quando % 5 = 0") == 0);
  const auto stats = db.stats();
  BOOST_TEST(stats.lavori == 400U);
  BOOST_TEST(stats.gruppi <= stats.lavori);
}

BOOST_AUTO_TEST_CASE(what_write_returns_is_on_disk_when_it_returns) {
  const TemporaryFolder folder;
  const std::string file = folder.file("omnia.db");
  Db db(file);
  const int answer = db.write([](SQLite::Database& c) {
    add(c, 7);
    return 42;
  });
  BOOST_TEST(answer == 42);
  SQLite::Database other(file, SQLite::OPEN_READONLY);
  BOOST_TEST(other.execAndGet(kCount).getInt() == 1);
}

BOOST_AUTO_TEST_CASE(a_read_sees_one_snapshot_and_a_read_inside_shares_it) {
  const TemporaryFolder folder;
  Db db(folder.file("omnia.db"));
  db.read([&](SQLite::Database& c) {
    BOOST_TEST(c.execAndGet(kCount).getInt() == 0);
    std::thread([&] { db.write([](SQLite::Database& w) { add(w, 1); }); }).join();
    BOOST_TEST(c.execAndGet(kCount).getInt() == 0);
    BOOST_TEST(count(db, kCount) == 0);
  });
  BOOST_TEST(count(db, kCount) == 1);
}

BOOST_AUTO_TEST_CASE(a_read_that_fails_leaves_no_snapshot_behind) {
  const TemporaryFolder folder;
  Db db(folder.file("omnia.db"));
  BOOST_CHECK_THROW(db.read([](SQLite::Database& c) {
    BOOST_TEST(c.execAndGet(kCount).getInt() == 0);
    throw std::logic_error("di proposito");
  }),
                    std::logic_error);
  db.write([](SQLite::Database& w) { add(w, 1); });
  BOOST_TEST(count(db, kCount) == 1);
}

BOOST_AUTO_TEST_CASE(reads_of_two_databases_one_inside_the_other_keep_apart) {
  const TemporaryFolder folder;
  Db one(folder.file("uno.db"));
  Db two(folder.file("due.db"));
  two.write([](SQLite::Database& w) { add(w, 1); });
  one.read([&](SQLite::Database& c) {
    BOOST_TEST(count(two, kCount) == 1);
    BOOST_TEST(count(one, kCount) == 0);
    BOOST_TEST(c.execAndGet(kCount).getInt() == 0);
  });
}

BOOST_AUTO_TEST_CASE(many_readers_share_few_files) {
  const TemporaryFolder folder;
  Db db(folder.file("omnia.db"));
  const auto open_files = [] {
    const auto entries = std::filesystem::directory_iterator("/proc/self/fd");
    return std::distance(begin(entries), end(entries));
  };
  const auto before = open_files();
  std::atomic<int> read{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 100; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 5; ++j) {
        db.read([](SQLite::Database& c) {
          c.execAndGet(kCount);
          std::this_thread::sleep_for(std::chrono::milliseconds(2));
        });
        ++read;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  BOOST_TEST(read == 500);
  BOOST_TEST(open_files() - before <= 32 * 2 + 2);
}

BOOST_AUTO_TEST_CASE(reads_and_writes_inside_a_write_belong_to_it) {
  const TemporaryFolder folder;
  Db db(folder.file("omnia.db"));
  BOOST_CHECK_THROW(db.write([&](SQLite::Database& c) {
    add(c, 1);
    db.write([](SQLite::Database& inner) { add(inner, 2); });
    BOOST_TEST(count(db, kCount) == 2);
    throw std::logic_error("tutto indietro");
  }),
                    std::logic_error);
  BOOST_TEST(count(db, kCount) == 0);
}

BOOST_AUTO_TEST_CASE(when_the_disk_is_full_nobody_is_told_that_it_went_well) {
  const TemporaryFolder folder;
  Db db(folder.file("omnia.db"));
  db.write([](SQLite::Database& c) { c.exec("CREATE TABLE pieno(testo TEXT)"); });
  db.write([](SQLite::Database& c) {
    c.exec("PRAGMA max_page_count=" + std::to_string(c.execAndGet("PRAGMA page_count").getInt() + 20));
  });
  std::atomic<int> accepted{0};
  std::atomic<int> refused{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 10; ++j) {
        try {
          db.write([](SQLite::Database& c) { c.exec("INSERT INTO pieno VALUES(hex(randomblob(8000)))"); });
          ++accepted;
        } catch (const omnia::store::Unwritable&) {
          ++refused;
        }
      }
    });
  }
  for (auto& thread : threads) thread.join();
  BOOST_TEST(refused > 0);
  BOOST_TEST(count(db, "SELECT count(*) FROM pieno") == accepted);
}

BOOST_AUTO_TEST_CASE(a_database_of_a_newer_program_is_refused_with_what_to_do) {
  const TemporaryFolder folder;
  const std::string file = folder.file("omnia.db");
  { const Db db(file); }
  exec(file, "PRAGMA user_version=999");
  const std::string refusal = refusal_of(file);
  BOOST_TEST(refusal.find("Il database «" + file +
                          "» è di una versione più recente (999) di quella che questo programma conosce (") == 0U);
  BOOST_TEST(refusal.find("aggiorna il programma oppure indica un altro file.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_file_of_another_program_is_left_alone) {
  const TemporaryFolder folder;
  const std::string file = folder.file("altro.db");
  exec(file, "CREATE TABLE cose(x)");
  BOOST_TEST(refusal_of(file) == "Il file «" + file + "» è un database di un altro programma: indica un altro file.");
  SQLite::Database untouched(file);
  BOOST_TEST(untouched.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 1);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_database_is_named) {
  const TemporaryFolder folder;
  const std::string file = folder.file("testo.db");
  std::ofstream(file) << std::string(5000, 'x');
  BOOST_TEST(refusal_of(file) == "Il file «" + file + "» non è un database SQLite: indica un altro file.");
}

BOOST_AUTO_TEST_CASE(protocol_registrations_can_be_neither_changed_nor_deleted) {
  const TemporaryFolder folder;
  Db db(folder.file("omnia.db"));
  db.write([](SQLite::Database& c) {
    c.exec(
        "INSERT INTO protocolli(sede, anno, numero, protocollo, registrato_il, oggetto, impronta) VALUES('4900', 2026, 1, "
        "'INPS.4900.24/11/2026.0000001', '2026-11-24T10:00:00+01:00', 'prova', "
        "'x')");
  });
  for (const char* sql : {"UPDATE protocolli SET numero = 2", "DELETE FROM protocolli"}) {
    BOOST_CHECK_THROW(db.write([&](SQLite::Database& c) { c.exec(sql); }), SQLite::Exception);
  }
  BOOST_TEST(count(db, "SELECT count(*) FROM protocolli WHERE numero = 1") == 1);
}

BOOST_AUTO_TEST_SUITE_END()
