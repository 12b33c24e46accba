// Values into a statement and out of a row, one after the other, so that a long row stays readable.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <stdexcept>
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

// What the tables hold was checked when it was written: a day that does not parse means a damaged database.
class Columns {
 public:
  explicit Columns(SQLite::Statement& statement) : statement_(statement) {}
  std::string text() { return next().getString(); }
  std::int64_t integer() { return next().getInt64(); }
  std::optional<std::int64_t> optional_integer() {
    const auto column = next();
    return column.isNull() ? std::nullopt : std::optional<std::int64_t>(column.getInt64());
  }
  bool flag() { return next().getInt() != 0; }
  domain::Date day() { return parsed<domain::Date>(next().getString(), "la data"); }
  std::optional<domain::Date> optional_day() {
    const auto column = next();
    if (column.isNull()) return std::nullopt;
    return parsed<domain::Date>(column.getString(), "la data");
  }
  domain::YearMonth month() { return parsed<domain::YearMonth>(next().getString(), "il mese"); }
  domain::Period period() {
    const auto dal = day();
    return {dal, day()};
  }

 private:
  SQLite::Column next() { return statement_.getColumn(index_++); }
  template <class T>
  static T parsed(const std::string& text, const char* what) {
    const auto value = T::parse(text);
    if (value) return value.value();
    throw std::runtime_error("Il database contiene " + std::string(what) + " «" + text +
                             "», che non esiste: ripristina una copia.");
  }

  SQLite::Statement& statement_;
  int index_ = 0;
};

}  // namespace omnia::store
