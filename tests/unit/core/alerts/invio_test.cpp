#include <boost/test/unit_test.hpp>

#include "tests/unit/core/alerts/cases.hpp"

namespace omnia::test {

namespace {

Change ticket(const char* text) {
  return [=](World& w) { w.d.invio.ticket = text; };
}

// Another authorised CIGO on the same UP with days used in those asked, under that ticket.
Change used_under(const char* number) {
  return [=](World& w) {
    auto a = authorised("2026-11-02", "2026-11-22");
    a.causale = "GUASTO_MACCHINARI";
    a.ticket = number;
    w.r.autorizzazioni = {a};
  };
}

// `n` characters of two bytes each.
Change causes(int n) {
  return [n](World& w) {
    w.d.relazione.cause.clear();
    for (int i = 0; i < n; ++i) w.d.relazione.cause += "è";
  };
}

}  // namespace

std::vector<Case> invio_cases() {
  const std::string campo = "invio.ticket";
  const std::string shape = "ha la forma attesa del ticket: 16 lettere e cifre.";
  const auto silent = [](World& w) { w.d.invio.dichiarazioni = false; };
  return {
      {"A-DIC-01", kErrore, "invio.dichiarazioni", "Mancano le dichiarazioni obbligatorie.", silent, {}},
      {"A-DIC-02",
       kInformazione,
       "invio.dichiarazioni",
       "Le dichiarazioni mendaci comportano decadenza dai benefici e sanzioni penali.",
       silent,
       {}},
      {"A-FRM-12", kErrore, "relazione.cause", "Il testo ha 10.001 caratteri: al massimo sono 10.000.", causes(10001),
       causes(10000)},
      {"A-TIC-01", kErrore, campo, "Manca il ticket UniEmens da associare alla domanda.", ticket("  "),
       ticket(" A1B2C3D4E5F6G7H8 ")},
      {"A-TIC-02", kAvviso, campo, "«A1B2C3D4E5F6G7H» non " + shape, ticket("A1B2C3D4E5F6G7H"), ticket("a1b2c3d4e5f6g7h8")},
      {"A-TIC-02", kAvviso, campo, "«A1B2-C3D4-E5F6-G» non " + shape, ticket("A1B2-C3D4-E5F6-G"), {}},
      {"A-TIC-03", kAvviso, campo, "Il ticket è già associato all’autorizzazione 700000000123.", used_under("A1B2C3D4E5F6G7H8"),
       used_under("ALTRO00000000001")},
      {"A-TIC-04", kAvviso, campo,
       "In UniEmens ci sono eventi di cassa integrazione negli stessi giorni con un altro ticket (autorizzazione 700000000123).",
       used_under("ALTRO00000000001"), used_under("A1B2C3D4E5F6G7H8")},
  };
}

}  // namespace omnia::test

BOOST_AUTO_TEST_SUITE(alerts_invio)

BOOST_AUTO_TEST_CASE(every_alert_of_the_declarations_is_raised_and_spared) { omnia::test::check(omnia::test::invio_cases()); }

BOOST_AUTO_TEST_SUITE_END()
