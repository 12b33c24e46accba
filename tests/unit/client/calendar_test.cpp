#include "wasm-client/app/calendar.hpp"

#include <boost/test/unit_test.hpp>
#include <sstream>

#include "tests/unit/client/office.hpp"

using namespace omnia;
using test::Driver;

namespace {

domain::Date day(const char* iso) { return domain::Date::parse(iso).value(); }

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  std::size_t from = 0;
  for (std::size_t to = text.find("\r\n"); to != std::string::npos; to = text.find("\r\n", from)) {
    out.push_back(text.substr(from, to - from));
    from = to + 2;
  }
  BOOST_TEST(from == text.size(), "every line ends in CRLF");
  return out;
}

// Folded lines put together again (RFC 5545 §3.1).
std::string unfolded(std::string text) {
  for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(calendars)

BOOST_AUTO_TEST_CASE(an_event_is_a_day_with_two_alarms) {
  const std::string text =
      app::calendar({{"a1", day("2026-12-07"), "Invia; subito, \\ ora", "Riga uno\nRiga due"}}, day("2026-11-24"));
  const std::vector<std::string> expected = {"BEGIN:VCALENDAR",
                                             "VERSION:2.0",
                                             "PRODID:-//OMNIA IS aperta//IT",
                                             "CALSCALE:GREGORIAN",
                                             "BEGIN:VEVENT",
                                             "UID:a1@omnia-is-aperta",
                                             "DTSTAMP:20261124T000000Z",
                                             "DTSTART;VALUE=DATE:20261207",
                                             "DTEND;VALUE=DATE:20261208",
                                             "SUMMARY:Invia\\; subito\\, \\\\ ora",
                                             "DESCRIPTION:Riga uno\\nRiga due",
                                             "TRANSP:TRANSPARENT",
                                             "BEGIN:VALARM",
                                             "ACTION:DISPLAY",
                                             "TRIGGER:-P2DT15H",
                                             "DESCRIPTION:Invia\\; subito\\, \\\\ ora",
                                             "END:VALARM",
                                             "BEGIN:VALARM",
                                             "ACTION:DISPLAY",
                                             "TRIGGER:-PT15H",
                                             "DESCRIPTION:Invia\\; subito\\, \\\\ ora",
                                             "END:VALARM",
                                             "END:VEVENT",
                                             "END:VCALENDAR"};
  const auto found = lines(text);
  BOOST_TEST(found == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(long_lines_are_folded_at_75_octets_and_never_inside_a_character) {
  std::string title;
  for (int i = 0; i < 60; ++i) title += i % 3 == 0 ? "è" : "€";
  const std::string text = app::calendar({{"a", day("2026-12-07"), title, title}}, day("2026-11-24"));
  for (const std::string& line : lines(text)) {
    BOOST_TEST(line.size() <= 75U);
    const std::size_t first = line.rfind(' ', 0) == 0 ? 1 : 0;
    BOOST_TEST((static_cast<unsigned char>(line[first]) & 0xC0U) != 0x80U, "starts inside a character");
  }
  BOOST_TEST(unfolded(text).find("SUMMARY:" + title + "\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_draft_s_terms_are_in_one_file) {
  Driver d;
  test::open_new(d);
  test::fill_all(d);
  d.click("Aggiungi le scadenze al calendario");
  BOOST_REQUIRE(d.last<app::Download>() != nullptr);
  const app::Download& file = *d.last<app::Download>();
  BOOST_TEST(file.nome == "scadenze-officine-di-prova-s-r-l.ics");
  BOOST_TEST(file.tipo == "text/calendar;charset=utf-8");
  const std::string text = unfolded(file.contenuto);
  BOOST_TEST(text.find("SUMMARY:Ultimo giorno utile per inviare la domanda di Officine di Prova S.r.l.") != std::string::npos);
  BOOST_TEST(text.find("DTSTART;VALUE=DATE:20261201") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_receipt_s_file_has_the_last_day_for_the_decision_and_what_to_do) {
  app::Ricevuta receipt;
  receipt.riga.protocollo = "INPS.7000.24/11/2026.0000001";
  receipt.riga.ultimo_giorno_decisione = day("2027-01-08");
  receipt.prossimi_passi = {"Conserva il numero.", "Aspetta."};
  const auto terms = app::terms_of(receipt);
  BOOST_REQUIRE(terms.size() == 1U);
  BOOST_TEST(terms[0].titolo == "Ultimo giorno per la decisione sulla domanda INPS.7000.24/11/2026.0000001");
  BOOST_TEST(terms[0].nota == "Conserva il numero.\nAspetta.");
  BOOST_TEST(app::terms_of(app::Ricevuta()).empty());
}

BOOST_AUTO_TEST_SUITE_END()
