// The database: SQLite (WAL, synchronous=FULL, foreign keys) with one writer thread and group commit, and a few shared
// read-only connections. When write() returns, the change is on disk.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace omnia::store {

// What a job reads and writes through: only server/store/ knows that it is SQLite's.
using Connection = SQLite::Database;

// The disk refused: full, read-only, broken. Nothing of the job was stored, and the same job may succeed later.
class Unwritable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Db {
 public:
  // Opens or creates `file` and applies the migrations of server/store/sqlite/migrations in number order. Throws
  // std::runtime_error with a sentence that says what to do (folder not writable, file from a newer version…).
  explicit Db(const std::string& file);
  ~Db();
  Db(const Db&) = delete;
  Db& operator=(const Db&) = delete;

  // Runs `job` on the writer thread inside a savepoint of the current group; returns when the group is committed and synced.
  // An exception of `job` undoes only `job` and is rethrown here; what the disk refuses is an Unwritable.
  template <class F>
  auto write(F&& job) -> std::invoke_result_t<F, Connection&> {
    using R = std::invoke_result_t<F, Connection&>;
    if constexpr (std::is_void_v<R>) {
      run_write([&job](Connection& db) { job(db); });
    } else {
      std::unique_ptr<R> answer;
      run_write([&](Connection& db) { answer = std::make_unique<R>(job(db)); });
      return std::move(*answer);
    }
  }

  // Runs `job` in a read transaction (one snapshot) on a read-only connection lent to it. Inside a write() job it reads on the
  // writer's connection, so it sees what the group has written so far.
  template <class F>
  auto read(F&& job) -> std::invoke_result_t<F, Connection&> {
    using R = std::invoke_result_t<F, Connection&>;
    if constexpr (std::is_void_v<R>) {
      run_read([&job](Connection& db) { job(db); });
    } else {
      std::unique_ptr<R> answer;
      run_read([&](Connection& db) { answer = std::make_unique<R>(job(db)); });
      return std::move(*answer);
    }
  }

  // How many groups were committed and how many jobs they held, since the opening.
  struct Stats {
    std::uint64_t gruppi = 0;
    std::uint64_t lavori = 0;
  };
  [[nodiscard]] Stats stats() const;

 private:
  void run_write(const std::function<void(Connection&)>& job);
  void run_read(const std::function<void(Connection&)>& job);
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace omnia::store
