#include "shared/domain/date.hpp"

#include <algorithm>
#include <array>

#include "shared/domain/ascii.hpp"

namespace omnia::domain {
namespace {

struct Civil {
  int anno;
  int mese;
  int giorno;
};

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

constexpr int floor_div(int a, int b) { return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0); }

constexpr bool leap(int anno) { return (anno % 4 == 0 && anno % 100 != 0) || anno % 400 == 0; }

constexpr int month_length(int anno, int mese) {
  constexpr std::array<int, 12> kLengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return mese == 2 && leap(anno) ? 29 : kLengths[static_cast<std::size_t>(mese - 1)];
}

// Proleptic Gregorian calendar by 400-year eras of 146,097 days, with the year beginning on 1 March so that the leap day
// is the last one.
constexpr std::int32_t to_days(int anno, int mese, int giorno) {
  const int y = mese <= 2 ? anno - 1 : anno;
  const int era = floor_div(y, 400);
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (mese > 2 ? mese - 3 : mese + 9) + 2) / 5 + giorno - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

constexpr Civil to_civil(std::int32_t days) {
  const int shifted = days + 719468;
  const int era = floor_div(shifted, 146097);
  const int day_of_era = shifted - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int mese = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {year_of_era + era * 400 + (mese <= 2 ? 1 : 0), mese, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

Reason bad_date_format() {
  return {"data.formato", "La data non è scritta nel modo atteso: indicala come giorno/mese/anno, per esempio 23/11/2026."};
}

// Three groups of digits with the same separator twice; empty views when the text has another shape.
struct Groups {
  std::string_view first, second, third;
  char separator = 0;
};

Groups split_date(std::string_view text) {
  const auto a = text.find_first_of("-/.");
  if (a == std::string_view::npos) return {};
  const auto b = text.find(text[a], a + 1);
  if (b == std::string_view::npos) return {};
  return {text.substr(0, a), text.substr(a + 1, b - a - 1), text.substr(b + 1), text[a]};
}

// Writes `value` over the zeros of `text` from `at` on; a review writes hundreds of dates.
void put(std::string& text, std::size_t at, std::size_t width, int value) {
  for (std::size_t i = width; i > 0; --i, value /= 10) text[at + i - 1] = static_cast<char>('0' + value % 10);
}

constexpr bool short_number(std::string_view text) { return text.size() == 1 || text.size() == 2; }

}  // namespace

Result<Date> Date::parse(std::string_view text) {
  const Groups groups = split_date(ascii::trim(text));
  const bool year_first = groups.separator == '-' && groups.first.size() == 4;
  const std::string_view year_text = year_first ? groups.first : groups.third;
  const std::string_view day_text = year_first ? groups.third : groups.first;
  if (year_text.size() != 4 || !short_number(day_text) || !short_number(groups.second)) return bad_date_format();
  const auto anno = ascii::to_int(year_text);
  const auto mese = ascii::to_int(groups.second);
  const auto giorno = ascii::to_int(day_text);
  if (!anno || !mese || !giorno) return bad_date_format();
  if (*anno < kFirstYear || *anno > kLastYear) {
    return Reason{"data.anno", "L’anno della data deve essere compreso tra 1900 e 2199: verifica le quattro cifre dell’anno."};
  }
  if (!exists(*anno, *mese, *giorno)) {
    return Reason{"data.inesistente", "Il giorno indicato non esiste nel calendario: verifica giorno e mese della data."};
  }
  return of(*anno, *mese, *giorno);
}

Date Date::of(int anno, int mese, int giorno) { return Date(to_days(anno, mese, giorno)); }

bool Date::exists(int anno, int mese, int giorno) {
  return mese >= 1 && mese <= 12 && giorno >= 1 && giorno <= month_length(anno, mese);
}

int Date::anno() const { return to_civil(days_).anno; }
int Date::mese() const { return to_civil(days_).mese; }
int Date::giorno() const { return to_civil(days_).giorno; }

Weekday Date::weekday() const {
  // 1970-01-01 was a Thursday, the day number 3 of a week that begins on Monday.
  return static_cast<Weekday>(days_ + 3 - floor_div(days_ + 3, 7) * 7);
}

std::string Date::iso() const {
  const Civil c = to_civil(days_);
  std::string text = "0000-00-00";
  put(text, 0, 4, c.anno);
  put(text, 5, 2, c.mese);
  put(text, 8, 2, c.giorno);
  return text;
}

std::string Date::italiano() const {
  const Civil c = to_civil(days_);
  std::string text = "00/00/0000";
  put(text, 0, 2, c.giorno);
  put(text, 3, 2, c.mese);
  put(text, 6, 4, c.anno);
  return text;
}

std::string Date::per_esteso() const {
  constexpr std::array<std::string_view, 7> kDays{"lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"};
  constexpr std::array<std::string_view, 12> kMonths{"gennaio", "febbraio", "marzo",     "aprile",  "maggio",   "giugno",
                                                     "luglio",  "agosto",   "settembre", "ottobre", "novembre", "dicembre"};
  const Civil c = to_civil(days_);
  std::string text(kDays[static_cast<std::size_t>(weekday())]);
  text += ' ';
  text += c.giorno == 1 ? "1º" : std::to_string(c.giorno);
  text += ' ';
  text += kMonths[static_cast<std::size_t>(c.mese - 1)];
  return text + ' ' + std::to_string(c.anno);
}

Date Date::lunedi() const { return Date(days_ - static_cast<std::int32_t>(weekday())); }

Date Date::primo_del_mese() const { return Date(days_ - giorno() + 1); }

Date Date::fine_mese() const {
  const Civil c = to_civil(days_);
  return of(c.anno, c.mese, month_length(c.anno, c.mese));
}

Date Date::add_months(int mesi) const {
  const Civil c = to_civil(days_);
  const YearMonth target = YearMonth{c.anno, c.mese}.add(mesi);
  return of(target.anno, target.mese, std::min(c.giorno, month_length(target.anno, target.mese)));
}

int uniemens_week(Date d) {
  const Date capodanno = Date::of(d.anno(), 1, 1);
  const int days_since_sunday = (static_cast<int>(capodanno.weekday()) + 1) % 7;
  // A leap year that begins on Saturday (2028) ends with a Sunday that would be week 54: the stump of December stays 53.
  return std::min(53, (d - capodanno + days_since_sunday) / 7 + 1);
}

Result<YearMonth> YearMonth::parse(std::string_view text) {
  text = ascii::trim(text);
  const Reason bad{"mese.formato", "Il mese non è scritto nel modo atteso: indicalo come mese/anno, per esempio 10/2026."};
  const auto separator = text.find_first_of("-/");
  if (separator == std::string_view::npos) return bad;
  const std::string_view first = text.substr(0, separator);
  const std::string_view second = text.substr(separator + 1);
  const bool year_first = text[separator] == '-' && first.size() == 4;
  const std::string_view year_text = year_first ? first : second;
  const std::string_view month_text = year_first ? second : first;
  const auto anno = ascii::to_int(year_text);
  const auto mese = ascii::to_int(month_text);
  if (!anno || !mese || year_text.size() != 4 || !short_number(month_text)) return bad;
  if (*mese < 1 || *mese > 12) {
    return Reason{"mese.inesistente", "Il mese deve essere compreso tra 1 e 12: verifica la cifra del mese."};
  }
  if (*anno < kFirstYear || *anno > kLastYear) {
    return Reason{"mese.anno", "L’anno deve essere compreso tra 1900 e 2199: verifica le quattro cifre dell’anno."};
  }
  return YearMonth{*anno, *mese};
}

std::string YearMonth::iso() const { return ascii::padded(anno, 4) + '-' + ascii::padded(mese, 2); }
std::string YearMonth::italiano() const { return ascii::padded(mese, 2) + '/' + ascii::padded(anno, 4); }

YearMonth YearMonth::add(int mesi) const {
  const int months = anno * 12 + mese - 1 + mesi;
  const int year = floor_div(months, 12);
  return {year, months - year * 12 + 1};
}

}  // namespace omnia::domain
