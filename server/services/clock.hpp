// The office's time: the system clock read as Europe/Rome, or a fixed day for tests and demonstrations.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "shared/domain/date.hpp"

namespace omnia::services {

// Wall time in Italy at an instant: CET, or CEST from the last Sunday of March to the last of October, 01:00 UTC
// (Directive 2000/84/EC; D.Lgs. of every year since 1996 agree).
struct RomeTime {
  domain::Date giorno;
  int secondi = 0;                        // since midnight
  int scarto_ore = 1;                     // offset from UTC
  [[nodiscard]] std::string iso() const;  // 2026-11-24T06:41:12+01:00
};
RomeTime rome_time(std::int64_t unix_seconds);

class Clock {
 public:
  explicit Clock(std::optional<domain::Date> oggi = std::nullopt) : fisso_(oggi) {}
  [[nodiscard]] std::int64_t now() const;  // Unix seconds: ages of sessions, never a legal date
  // Day and time of the office; with a fixed day, that day at the present time.
  [[nodiscard]] RomeTime roma() const;
  [[nodiscard]] domain::Date oggi() const { return roma().giorno; }

 private:
  std::optional<domain::Date> fisso_;
};

}  // namespace omnia::services
