#include "server/services/clock.hpp"

#include <fmt/format.h>

#include <chrono>

namespace omnia::services {
namespace {

constexpr std::int64_t kDay = 86400;

domain::Date last_sunday(int anno, int mese) {
  domain::Date day = domain::Date::of(anno, mese, 1).fine_mese();
  while (day.weekday() != domain::Weekday::domenica) day = day - 1;
  return day;
}

bool summer_time(std::int64_t unix_seconds) {
  const int anno = domain::Date::from_days(static_cast<std::int32_t>(unix_seconds / kDay)).anno();
  const std::int64_t begin = std::int64_t{last_sunday(anno, 3).days()} * kDay + 3600;
  const std::int64_t end = std::int64_t{last_sunday(anno, 10).days()} * kDay + 3600;
  return unix_seconds >= begin && unix_seconds < end;
}

}  // namespace

std::string RomeTime::iso() const {
  return fmt::format("{}T{:02}:{:02}:{:02}+{:02}:00", giorno.iso(), secondi / 3600, secondi / 60 % 60, secondi % 60, scarto_ore);
}

RomeTime rome_time(std::int64_t unix_seconds) {
  const int scarto = summer_time(unix_seconds) ? 2 : 1;
  const std::int64_t local = unix_seconds + std::int64_t{3600} * scarto;
  return {domain::Date::from_days(static_cast<std::int32_t>(local / kDay)), static_cast<int>(local % kDay), scarto};
}

std::int64_t Clock::now() const {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

RomeTime Clock::roma() const {
  RomeTime time = rome_time(now());
  if (fisso_) {
    // The offset must be the one of the fixed day: taken at its noon.
    const auto noon = rome_time(std::int64_t{fisso_->days()} * kDay + kDay / 2);
    time.giorno = *fisso_;
    time.scarto_ore = noon.scarto_ore;
  }
  return time;
}

}  // namespace omnia::services
