#include "shared/domain/quantity.hpp"

#include <optional>

#include "shared/domain/ascii.hpp"

namespace omnia::domain {
namespace {

constexpr std::string_view kEuro = "€";
constexpr std::string_view kDegrees = "°C";
constexpr std::string_view kMinus = "\u2212";  // the typographic sign
constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::size_t kMaxIntegerDigits = 12;  // below a thousand billions: sums and products by 100 stay in 64 bits
constexpr std::int64_t kMaxCount = 9'999'999;

std::string magnitude_text(std::uint64_t n) {
  std::string digits = std::to_string(n);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, '.');
  return digits;
}

std::uint64_t magnitude(std::int64_t n) { return n < 0 ? ~static_cast<std::uint64_t>(n) + 1 : static_cast<std::uint64_t>(n); }

// Words that change with the quantity in the reasons of refusal.
struct Words {
  std::string_view codice;    // "importo"
  std::string_view soggetto;  // "L’importo"
  std::string_view esempio;   // "1.234,56"
};

Reason refuse(const Words& words, std::string_view defect, std::string_view sentence) {
  return {std::string(words.codice) + '.' + std::string(defect), std::string(words.soggetto) + ' ' + std::string(sentence)};
}

Reason bad_format(const Words& words) {
  return refuse(words, "formato",
                "non è scritto nel modo atteso: usa la virgola per i decimali, per esempio " + std::string(words.esempio) + '.');
}

// Integer digits without the dots of thousands; nullopt when the dots are misplaced.
std::optional<std::string> integer_digits(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text.find('.') == std::string_view::npos) {
    if (!ascii::all_digits(text)) return std::nullopt;
    return std::string(text);
  }
  std::string digits;
  for (bool first = true; !text.empty(); first = false) {
    const auto dot = text.find('.');
    const std::string_view group = text.substr(0, dot);
    const bool right_size = first ? !group.empty() && group.size() <= 3 : group.size() == 3;
    if (!right_size || !ascii::all_digits(group)) return std::nullopt;
    digits += group;
    if (dot == std::string_view::npos) return digits;
    text.remove_prefix(dot + 1);
  }
  return std::nullopt;  // it ended with a dot
}

// Where the decimals begin: the comma, or a single dot followed by one or two digits ("1234.56"); npos for none.
std::size_t decimal_mark(std::string_view text) {
  const auto comma = text.find(',');
  if (comma != std::string_view::npos) return comma;
  const auto dot = text.rfind('.');
  if (dot == std::string_view::npos || text.find('.') != dot) return std::string_view::npos;
  const auto decimals = text.size() - dot - 1;
  return decimals == 1 || decimals == 2 ? dot : std::string_view::npos;
}

// Hundredths of an unsigned decimal figure.
Result<std::int64_t> parse_hundredths(std::string_view text, const Words& words) {
  const auto mark = decimal_mark(text);
  const auto integer = integer_digits(text.substr(0, mark));
  const std::string_view decimals = mark == std::string_view::npos ? "00" : text.substr(mark + 1);
  if (!integer || decimals.empty() || !ascii::all_digits(decimals)) return bad_format(words);
  if (decimals.size() > 2) return refuse(words, "decimali", "ha più di due decimali: arrotonda a due cifre dopo la virgola.");
  const auto significant = integer->find_first_not_of('0');
  if (significant != std::string::npos && integer->size() - significant > kMaxIntegerDigits) {
    return refuse(words, "grande", "è troppo grande: verifica il numero di cifre.");
  }
  std::int64_t value = 0;
  for (const char c : *integer) value = value * 10 + ascii::digit(c);
  value = value * 100 + std::int64_t{10} * ascii::digit(decimals[0]);
  return value + (decimals.size() == 2 ? ascii::digit(decimals[1]) : 0);
}

bool drop_prefix(std::string_view& text, std::string_view prefix) {
  if (text.substr(0, prefix.size()) != prefix) return false;
  text.remove_prefix(prefix.size());
  return true;
}

bool drop_suffix(std::string_view& text, std::string_view suffix) {
  if (text.size() < suffix.size() || text.substr(text.size() - suffix.size()) != suffix) return false;
  text.remove_suffix(suffix.size());
  return true;
}

void drop_blanks(std::string_view& text) {
  do text = ascii::trim(text);
  while (drop_prefix(text, kNoBreakSpace) || drop_suffix(text, kNoBreakSpace));
}

Result<std::int64_t> parse_not_negative(std::string_view text, const Words& words) {
  drop_blanks(text);
  if (drop_prefix(text, "-")) return refuse(words, "negativo", "non può essere negativo: togli il segno meno.");
  return parse_hundredths(text, words);
}

}  // namespace

std::string format_integer(std::int64_t n) { return (n < 0 ? "-" : "") + magnitude_text(magnitude(n)); }

std::string format_hundredths(std::int64_t hundredths) {
  const std::uint64_t size = magnitude(hundredths);
  return (hundredths < 0 ? "-" : "") + magnitude_text(size / 100) + ',' + ascii::padded(static_cast<int>(size % 100), 2);
}

Result<Money> Money::parse(std::string_view text) {
  constexpr Words kWords{"importo", "L’importo", "1.234,56"};
  drop_blanks(text);
  bool euro = drop_prefix(text, kEuro);
  drop_blanks(text);
  const bool negative = drop_prefix(text, "-");
  drop_blanks(text);
  if (!euro && (drop_prefix(text, kEuro) || drop_suffix(text, kEuro))) drop_blanks(text);
  const auto cents = parse_hundredths(text, kWords);
  if (!cents) return cents.reason();
  return Money{negative ? -cents.value() : cents.value()};
}

std::string Money::italiano() const { return format_hundredths(cent) + " €"; }

Result<Hours> Hours::parse(std::string_view text) {
  constexpr Words kWords{"ore", "Il numero di ore", "38,50 oppure 38:30"};
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) {
    const auto hundredths = parse_not_negative(text, kWords);
    if (!hundredths) return hundredths.reason();
    return Hours{hundredths.value()};
  }
  const std::string_view minutes_text = ascii::trim(text.substr(colon + 1));
  const auto hours = ascii::to_int(ascii::trim(text.substr(0, colon)));
  const auto minutes = ascii::to_int(minutes_text);
  if (!hours || !minutes || minutes_text.size() != 2) return bad_format(kWords);
  if (*minutes > 59) return refuse(kWords, "minuti", "ha più di 59 minuti: verifica le cifre dopo i due punti.");
  // Minutes become hundredths, the nearest one.
  return Hours{std::int64_t{*hours} * 100 + (*minutes * 100 + 30) / 60};
}

std::string Hours::italiano() const { return format_hundredths(centesimi); }

Result<Decimal> Decimal::parse(std::string_view text) {
  const auto hundredths = parse_not_negative(text, {"numero", "Il numero", "12,50"});
  if (!hundredths) return hundredths.reason();
  return Decimal{hundredths.value()};
}

std::string Decimal::italiano() const { return format_hundredths(centesimi); }

Result<Temperature> Temperature::parse(std::string_view text) {
  drop_blanks(text);
  if (drop_suffix(text, kDegrees)) drop_blanks(text);
  const bool negative = drop_prefix(text, "-") || drop_prefix(text, kMinus);
  drop_blanks(text);
  const auto hundredths = parse_hundredths(text, {"temperatura", "Il valore della temperatura", "36,5"});
  if (!hundredths) return hundredths.reason();
  return Temperature{negative ? -hundredths.value() : hundredths.value()};
}

std::string Temperature::italiano() const { return format_hundredths(centesimi); }

Result<Count> Count::parse(std::string_view text) {
  constexpr Words kWords{"intero", "Il numero", "12"};
  drop_blanks(text);
  if (drop_prefix(text, "-")) return refuse(kWords, "negativo", "non può essere negativo: togli il segno meno.");
  const auto digits = integer_digits(text);
  if (!digits) return refuse(kWords, "formato", "deve essere intero: indica solo cifre, per esempio 12.");
  std::int64_t n = 0;
  for (const char c : *digits) {
    n = n * 10 + ascii::digit(c);
    if (n > kMaxCount) return refuse(kWords, "grande", "è troppo grande: il massimo è 9.999.999.");
  }
  return Count{n};
}

std::string Count::italiano() const { return format_integer(n); }

}  // namespace omnia::domain
