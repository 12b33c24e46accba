// Values into a statement and out of a row, one after the other, so that a long row stays readable.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/domain/date.hpp"

namespace omnia::store {

class Binder {
 public:
  explicit Binder(SQLite::Statement& statement) : statement_(statement) {}
  Binder& operator<<(const std::string& text) {
    statement_.bind(++index_, text);
    return *this;
  }
  Binder& operator<<(std::string_view text) { return *this << std::string(text); }
  Binder& operator<<(std::int64_t n) {
    statement_.bind(++index_, n);
    return *this;
  }
  // NULL when there is no value.
  Binder& operator<<(const std::optional<std::int64_t>& n) { return n ? *this << *n : null(); }
  Binder& operator<<(const std::optional<domain::Date>& day) { return day ? *this << day->iso() : null(); }

 private:
  Binder& null() {
    statement_.bind(++index_);
    return *this;
  }

  SQLite::Statement& statement_;
  int index_ = 0;
};

class Columns {
 public:
  explicit Columns(SQLite::Statement& statement) : statement_(statement) {}
  std::string text() { return statement_.getColumn(index_++).getString(); }
  std::int64_t integer() { return statement_.getColumn(index_++).getInt64(); }

 private:
  SQLite::Statement& statement_;
  int index_ = 0;
};

}  // namespace omnia::store
