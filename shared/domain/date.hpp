// Calendar days of the field: Date, Period (both ends included), Week (Monday to Sunday) and the UniEmens week number.
// This is the one calendar of the project: no other file does arithmetic on years, months or days.
#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/domain/result.hpp"

namespace omnia::domain {

enum class Weekday : std::uint8_t { lunedi = 0, martedi, mercoledi, giovedi, venerdi, sabato, domenica };

class Date {
 public:
  Date() = default;  // 1970-01-01
  // Accepts 2026-11-23, 23/11/2026, 23.11.2026, 23-11-2026 and one-digit days and months; years 1900 to 2199.
  static Result<Date> parse(std::string_view text);
  // Precondition: the day exists (checked by `exists`).
  static Date of(int anno, int mese, int giorno);
  static bool exists(int anno, int mese, int giorno);
  static Date from_days(std::int32_t days_since_1970) { return Date(days_since_1970); }

  [[nodiscard]] std::int32_t days() const { return days_; }
  [[nodiscard]] int anno() const;
  [[nodiscard]] int mese() const;
  [[nodiscard]] int giorno() const;
  [[nodiscard]] Weekday weekday() const;
  [[nodiscard]] std::string iso() const;         // 2026-11-23
  [[nodiscard]] std::string italiano() const;    // 23/11/2026
  [[nodiscard]] std::string per_esteso() const;  // lunedì 23 novembre 2026

  [[nodiscard]] Date lunedi() const;  // Monday of its week
  [[nodiscard]] Date primo_del_mese() const;
  [[nodiscard]] Date fine_mese() const;
  // Clamps to the last day of the target month: 31 August + 6 months is 28 or 29 February.
  [[nodiscard]] Date add_months(int mesi) const;

  Date operator+(std::int32_t giorni) const { return Date(days_ + giorni); }
  Date operator-(std::int32_t giorni) const { return Date(days_ - giorni); }
  std::int32_t operator-(Date other) const { return days_ - other.days_; }
  auto operator<=>(const Date&) const = default;

 private:
  explicit Date(std::int32_t days) : days_(days) {}
  std::int32_t days_ = 0;
};

// Both ends included; empty when al < dal.
struct Period {
  Date dal;
  Date al;
  [[nodiscard]] bool contains(Date d) const { return dal <= d && d <= al; }
  [[nodiscard]] bool overlaps(const Period& o) const { return dal <= o.al && o.dal <= al && dal <= al && o.dal <= o.al; }
  [[nodiscard]] std::int32_t giorni() const { return al < dal ? 0 : al - dal + 1; }
  bool operator==(const Period&) const = default;
};

// A Monday-to-Sunday week (msg. INPS 4067/2017), known by its Monday.
struct Week {
  Date lunedi;
  static Week of(Date d) { return {d.lunedi()}; }
  [[nodiscard]] Date domenica() const { return lunedi + 6; }
  [[nodiscard]] Week next(int n = 1) const { return {lunedi + 7 * n}; }
  auto operator<=>(const Week&) const = default;
};

// IdSettimana of UniEmens: Sunday-to-Saturday weeks, number 1 contains 1 January (1 to 53).
int uniemens_week(Date d);

// Easter Sunday (Gregorian).
Date easter(int anno);
// National holidays and Sundays (L. 260/1949 and later; 4 October from 2026, L. 151/2025). Saturdays are not holidays.
bool is_holiday(Date d);
// The day itself, or the first following one that is not a holiday.
Date roll_forward(Date d);
// The day itself, or the last preceding one that is not a holiday.
Date roll_back(Date d);

// A month of competence, "2026-10".
struct YearMonth {
  int anno = 1970;
  int mese = 1;
  static Result<YearMonth> parse(std::string_view text);
  static YearMonth of(Date d) { return {d.anno(), d.mese()}; }
  [[nodiscard]] std::string iso() const;       // 2026-10
  [[nodiscard]] std::string italiano() const;  // 10/2026
  [[nodiscard]] Date primo() const { return Date::of(anno, mese, 1); }
  [[nodiscard]] Date ultimo() const { return primo().fine_mese(); }
  [[nodiscard]] YearMonth add(int mesi) const;
  auto operator<=>(const YearMonth&) const = default;
};

}  // namespace omnia::domain
