#include "shared/domain/quantity.hpp"

#include <boost/test/unit_test.hpp>
#include <limits>
#include <string>
#include <vector>

using omnia::domain::Count;
using omnia::domain::Decimal;
using omnia::domain::format_hundredths;
using omnia::domain::format_integer;
using omnia::domain::Hours;
using omnia::domain::Money;
using omnia::domain::Temperature;

namespace {

struct Case {
  const char* text;
  std::int64_t value;
};

template <class T>
std::string code_of(std::string_view text) {
  const auto parsed = T::parse(text);
  return parsed ? "valido" : parsed.reason().codice;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(domain_quantity)

BOOST_AUTO_TEST_CASE(figures_are_written_with_comma_and_dots) {
  BOOST_TEST(format_hundredths(0) == "0,00");
  BOOST_TEST(format_hundredths(5) == "0,05");
  BOOST_TEST(format_hundredths(99999) == "999,99");
  BOOST_TEST(format_hundredths(123456) == "1.234,56");
  BOOST_TEST(format_hundredths(-123456789) == "-1.234.567,89");
  BOOST_TEST(format_hundredths(-5) == "-0,05");
  BOOST_TEST(format_integer(0) == "0");
  BOOST_TEST(format_integer(999) == "999");
  BOOST_TEST(format_integer(1234) == "1.234");
  BOOST_TEST(format_integer(-1234567) == "-1.234.567");
}

BOOST_AUTO_TEST_CASE(the_extremes_of_the_type_are_written_whole) {
  BOOST_TEST(format_hundredths(std::numeric_limits<std::int64_t>::max()) == "92.233.720.368.547.758,07");
  BOOST_TEST(format_hundredths(std::numeric_limits<std::int64_t>::min()) == "-92.233.720.368.547.758,08");
  BOOST_TEST(format_integer(std::numeric_limits<std::int64_t>::min()) == "-9.223.372.036.854.775.808");
}

BOOST_AUTO_TEST_CASE(money_is_read_in_the_ways_people_write_it) {
  const std::vector<Case> cases{{"1.234,56", 123456},
                                {"1234,56", 123456},
                                {"1234.56", 123456},
                                {"1234", 123400},
                                {"1.234", 123400},
                                {"1.234.567", 123456700},
                                {"1.234.567,8", 123456780},
                                {"0", 0},
                                {"0,01", 1},
                                {"12,5", 1250},
                                {"12.5", 1250},
                                {"007", 700},
                                {"-3,20", -320},
                                {"- 3,20", -320},
                                {"€ 1.234,56", 123456},
                                {"€1.234,56", 123456},
                                {"1.234,56 €", 123456},
                                {"1.234,56€", 123456},
                                {"1.234,56\u00A0€", 123456},
                                {"-1.234,56 €", -123456},
                                {"-€ 1.234,56", -123456},
                                {"€ -1.234,56", -123456},
                                {" 5 ", 500},
                                {"999.999.999.999,99", 99'999'999'999'999},
                                {"00000000000000999999999999", 99'999'999'999'900}};
  for (const auto& c : cases) {
    const auto parsed = Money::parse(c.text);
    BOOST_REQUIRE_MESSAGE(parsed.ok(), c.text);
    BOOST_TEST(parsed.value().cent == c.value, c.text);
  }
  BOOST_TEST(Money{-123456}.italiano() == "-1.234,56 €");
}

BOOST_AUTO_TEST_CASE(money_of_another_shape_is_refused_with_the_remedy) {
  for (const char* text :
       {"",   "€",        "-",      "--3",      "+3",  "abc",   "1,2,3", "1.23.456", "1234.567", ".5",    ",5",  "5,",
        "5.", "1.234.56", "1..234", "1,234.56", "4e3", "1'234", "１２",  "€ 5 €",    "5 € 3",    "1 234", "0x10"}) {
    BOOST_TEST(code_of<Money>(text) == "importo.formato", text);
  }
  BOOST_TEST(Money::parse("abc").reason().testo ==
             "L’importo non è scritto nel modo atteso: usa la virgola per i decimali, per esempio 1.234,56.");
}

BOOST_AUTO_TEST_CASE(more_than_two_decimals_are_refused_and_not_rounded) {
  BOOST_TEST(code_of<Money>("1,999") == "importo.decimali");
  BOOST_TEST(Money::parse("0,001").reason().testo == "L’importo ha più di due decimali: arrotonda a due cifre dopo la virgola.");
}

BOOST_AUTO_TEST_CASE(a_figure_that_does_not_fit_is_refused_before_it_overflows) {
  for (const char* text : {"1000000000000", "9223372036854775808", "99999999999999999999999999,99", "1.000.000.000.000,00"}) {
    BOOST_TEST(code_of<Money>(text) == "importo.grande", text);
  }
  BOOST_TEST(Money::parse("1000000000000").reason().testo == "L’importo è troppo grande: verifica il numero di cifre.");
  BOOST_TEST(code_of<Hours>("999999999999999999:30") == "ore.formato");
  BOOST_TEST(code_of<Count>("99999999999999999999999") == "intero.grande");
}

BOOST_AUTO_TEST_CASE(hours_are_decimals_or_hours_and_minutes) {
  const std::vector<Case> cases{{"38,50", 3850}, {"38.5", 3850},       {"38", 3800},     {"38:30", 3850},
                                {"0:00", 0},     {"0:20", 33},         {"0:10", 17},     {"8:59", 898},
                                {"7:45", 775},   {"1.234,50", 123450}, {"120:15", 12025}};
  for (const auto& c : cases) {
    const auto parsed = Hours::parse(c.text);
    BOOST_REQUIRE_MESSAGE(parsed.ok(), c.text);
    BOOST_TEST(parsed.value().centesimi == c.value, c.text);
  }
  BOOST_TEST(Hours{3850}.italiano() == "38,50");
}

BOOST_AUTO_TEST_CASE(hours_that_are_not_hours_are_refused) {
  for (const char* text : {"", ":30", "38:", "38:3", "38:300", "38,5:30", "38:3a", "1:2:3", "-1:30", "tre"}) {
    BOOST_TEST(code_of<Hours>(text) == "ore.formato", text);
  }
  BOOST_TEST(code_of<Hours>("38:60") == "ore.minuti");
  BOOST_TEST(Hours::parse("38:60").reason().testo == "Il numero di ore ha più di 59 minuti: verifica le cifre dopo i due punti.");
  BOOST_TEST(code_of<Hours>("-3") == "ore.negativo");
  BOOST_TEST(Hours::parse("-3").reason().testo == "Il numero di ore non può essere negativo: togli il segno meno.");
  BOOST_TEST(Hours::parse("x").reason().testo ==
             "Il numero di ore non è scritto nel modo atteso: usa la virgola per i decimali, per esempio 38,50 oppure 38:30.");
}

BOOST_AUTO_TEST_CASE(decimals_are_not_negative_and_have_two_decimals_at_most) {
  BOOST_TEST(Decimal::parse("12,5").value().centesimi == 1250);
  BOOST_TEST(Decimal::parse("50").value().centesimi == 5000);
  BOOST_TEST(Decimal{1250}.italiano() == "12,50");
  BOOST_TEST(code_of<Decimal>("12,505") == "numero.decimali");
  BOOST_TEST(code_of<Decimal>("-1") == "numero.negativo");
  BOOST_TEST(code_of<Decimal>("12 %") == "numero.formato");
}

BOOST_AUTO_TEST_CASE(counts_are_whole_numbers_up_to_seven_digits) {
  const std::vector<Case> cases{
      {"0", 0}, {"12", 12}, {"007", 7}, {"1.234", 1234}, {" 12 ", 12}, {"9999999", 9'999'999}, {"9.999.999", 9'999'999}};
  for (const auto& c : cases) {
    const auto parsed = Count::parse(c.text);
    BOOST_REQUIRE_MESSAGE(parsed.ok(), c.text);
    BOOST_TEST(parsed.value().n == c.value, c.text);
  }
  for (const char* text : {"", "1,0", "1.5", "12a", "+1", "1e3", "1.23", "."})
    BOOST_TEST(code_of<Count>(text) == "intero.formato", text);
  BOOST_TEST(Count::parse("1,0").reason().testo == "Il numero deve essere intero: indica solo cifre, per esempio 12.");
  BOOST_TEST(code_of<Count>("10000000") == "intero.grande");
  BOOST_TEST(Count::parse("10000000").reason().testo == "Il numero è troppo grande: il massimo è 9.999.999.");
  BOOST_TEST(code_of<Count>("-1") == "intero.negativo");
  BOOST_TEST(Count{1234}.italiano() == "1.234");
}

BOOST_AUTO_TEST_CASE(a_temperature_may_be_below_zero_and_may_say_its_unit) {
  BOOST_TEST(Temperature::parse("36,5").value().centesimi == 3650);
  BOOST_TEST(Temperature::parse(" -2 °C ").value().centesimi == -200);
  BOOST_TEST(Temperature::parse("\u22120,5").value().italiano() == "-0,50");
  BOOST_TEST(Temperature::parse("36.5").value().italiano() == "36,50");
  for (const char* text : {"", "caldo", "--2", "36,555", "36 F"}) BOOST_TEST(!Temperature::parse(text).ok(), text);
  BOOST_TEST(Temperature::parse("caldo").reason().testo ==
             "Il valore della temperatura non è scritto nel modo atteso: usa la virgola per i decimali, per esempio 36,5.");
}

BOOST_AUTO_TEST_SUITE_END()
