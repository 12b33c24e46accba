#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "tests/unit/core/alerts/cases.hpp"

namespace omnia::test {

using namespace omnia::domain;

namespace {

const std::string kInizio = "periodo.data_inizio_effettivo";

// The same domanda filed on another day.
Change on(const char* oggi) {
  return [oggi](World& w) { w.oggi = day(oggi); };
}

Change weather(std::vector<const char*> days, const char* oggi, const char* monday, int weeks) {
  return [=](World& w) {
    bad_weather(w);
    ask(w, monday, weeks);
    w.d.periodo.giorni_evento.clear();
    for (const char* d : days) w.d.periodo.giorni_evento.push_back(day(d));
    w.oggi = day(oggi);
  };
}

// A domanda for the FIS: from 30 days before the start to 15 after it.
Change fis_on(const char* oggi) {
  return [oggi](World& w) {
    trader(w);
    w.d.prestazione = "FIS";
    w.oggi = day(oggi);
  };
}

}  // namespace

std::vector<Case> termini_cases() {
  return {
      {"A-TER-14", kErrore, kInizio, "Assegno FIS: la domanda non può precedere di oltre 30 giorni l’inizio del 16/11/2026.",
       fis_on("2026-10-16"), fis_on("2026-10-17")},
      // Filed on Wednesday 2 December: the Monday of the week before is 23 November.
      {"A-TER-15", kAvviso, kInizio,
       "Assegno FIS tardivo: il termine del 01/12/2026 è superato e l’assegno decorre dal 23/11/2026.", fis_on("2026-12-02"),
       fis_on("2026-12-01")},
      {"A-TER-01",
       kAvviso,
       kInizio,
       "Manca la data di inizio effettivo: l’INPS considera il lunedì della prima settimana richiesta.",
       [](World& w) { w.d.periodo.data_inizio_effettivo = {}; },
       {}},
      {"A-FRM-01",
       kErrore,
       kInizio,
       "«lunedì» non è una data valida.",
       [](World& w) { w.d.periodo.data_inizio_effettivo = enter<Date>("lunedì"); },
       {}},
      {"A-TER-02", kErrore, kInizio,
       "La data di inizio effettivo deve cadere nella prima settimana richiesta, dal 16/11/2026 al 22/11/2026.",
       [](World& w) { w.d.periodo.data_inizio_effettivo = enter<Date>("23/11/2026"); },
       [](World& w) { w.d.periodo.data_inizio_effettivo = enter<Date>("22/11/2026"); }},
      {"A-TER-03", kAvviso, kInizio, "Mancano 5 giorni alla scadenza del 01/12/2026.", on("2026-11-26"), on("2026-11-25")},
      {"A-TER-03", kAvviso, kInizio, "Manca 1 giorno alla scadenza del 01/12/2026.", on("2026-11-30"), {}},
      {"A-TER-03", kAvviso, kInizio, "Manca meno di un giorno alla scadenza del 01/12/2026.", on("2026-12-01"), on("2026-12-02")},
      {"A-TER-04", kInformazione, kInizio, "Scadenza per l’invio: 01/12/2026 (15 giorni, giorno iniziale escluso).",
       on("2026-11-25"), on("2026-11-26")},
      // Filed on Thursday 3 December: the Monday of the week before is 23 November (art. 15 c. 3).
      {"A-TER-05", kAvviso, kInizio, "Domanda tardiva: le ore prima del 23/11/2026 non saranno autorizzate.", on("2026-12-03"),
       on("2026-12-01")},
      {"A-TER-06", kErrore, "periodo.al",
       "L’intero periodo richiesto è anteriore al 30/11/2026: la domanda non produrrebbe effetti.", on("2026-12-07"),
       on("2026-12-06")},
      {"A-TER-07", kAvviso, "periodo.giorni_evento",
       "Termine per gli eventi non evitabili superato il 31/10/2026: il periodo prima del 26/10/2026 non è autorizzabile.",
       weather({"2026-09-28"}, "2026-11-04", "2026-09-28", 1), weather({"2026-10-01"}, "2026-11-04", "2026-09-28", 1)},
      // 31 May 2026 is a Sunday.
      {"A-TER-08", kInformazione, "periodo.giorni_evento",
       "La fine del mese cade in un giorno festivo: per prudenza invia entro il 30/05/2026, giorno lavorativo precedente.",
       weather({"2026-04-13"}, "2026-05-04", "2026-04-13", 1), weather({"2026-03-31"}, "2026-04-13", "2026-03-30", 1)},
      {"A-TER-09", kAvviso, "periodo.giorni_evento", "Gli eventi di 09/2026 sono fuori termine: separa le domande per mese.",
       weather({"2026-09-28", "2026-10-05"}, "2026-11-04", "2026-09-28", 2),
       weather({"2026-09-28", "2026-10-05"}, "2026-10-31", "2026-09-28", 2)},
      {"A-TER-10", kAvviso, "periodo.giorni_evento",
       "La settimana del 23/11/2026 non contiene giorni di evento: ogni settimana di questa domanda deve averne.",
       weather({"2026-11-16"}, "2026-11-24", "2026-11-16", 2),
       weather({"2026-11-16", "2026-11-29"}, "2026-11-24", "2026-11-16", 2)},
      {"A-TER-10",
       kAvviso,
       "periodo.giorni_evento",
       "Le settimane del 16/11/2026 e 23/11/2026 non contengono giorni di evento: ogni settimana di questa domanda deve averne.",
       weather({}, "2026-11-24", "2026-11-16", 2),
       {}},
      // 23 November + 15 is 8 December, Immacolata.
      {"A-TER-11",
       kInformazione,
       kInizio,
       "La scadenza del 08/12/2026 è prorogata al 09/12/2026 perché cade in giorno festivo.",
       [](World& w) { ask(w, "2026-11-23", 2); },
       {}},
      {"A-TER-12", kAvviso, kInizio, "Domanda molto anticipata rispetto all’inizio del 28/12/2026: verifica la data.",
       [](World& w) { ask(w, "2026-12-28", 2); }, [](World& w) { ask(w, "2026-12-21", 2); }},
      {"A-TER-13", kAvviso, kInizio, "Il datore di lavoro risponde verso i lavoratori della somma persa per la domanda tardiva.",
       on("2026-12-02"), on("2026-12-01")},
  };
}

}  // namespace omnia::test

BOOST_AUTO_TEST_SUITE(alerts_termini)

BOOST_AUTO_TEST_CASE(every_alert_of_the_terms_is_raised_and_spared) { omnia::test::check(omnia::test::termini_cases()); }

// How the lost days are counted is a reading, so a request is refused only when nothing is left under both.
BOOST_AUTO_TEST_CASE(a_late_domanda_says_that_its_first_day_is_a_reading) {
  omnia::test::World w;
  w.oggi = omnia::test::day("2026-12-03");
  const auto review = w.review();
  BOOST_TEST(review.inviabile);
  int late = 0;
  for (const auto& alert : review.alerts) {
    if (alert.codice != "A-TER-05") continue;
    ++late;
    BOOST_TEST(alert.lettura);
  }
  BOOST_TEST(late == 1);
}

BOOST_AUTO_TEST_CASE(without_a_causale_there_is_no_term_yet) {
  omnia::test::World w;
  w.d.causale.id.clear();
  BOOST_TEST(!w.review().scadenza.has_value());
}

BOOST_AUTO_TEST_CASE(the_fis_has_its_own_terms_and_not_those_of_the_cigo) {
  using namespace omnia;
  test::World w;
  test::trader(w);
  w.d.prestazione = "FIS";
  for (const char* oggi : {"2026-10-16", "2026-11-26", "2026-12-02"}) {
    w.oggi = test::day(oggi);
    for (const auto& alert : w.review().alerts) {
      BOOST_TEST(alert.codice != "A-TER-03");
      BOOST_TEST(alert.codice != "A-TER-04");
      BOOST_TEST(alert.codice != "A-TER-05");
      BOOST_TEST(alert.codice != "A-TER-12");
      BOOST_TEST(alert.codice != "A-TER-13");
    }
  }
  // A domanda for the CIGO has only the terms of the CIGO, also when the position is of the FIS and the choice is forced.
  w.d.prestazione = "CIGO";
  w.d.forzata = true;
  for (const auto& alert : w.review().alerts) {
    BOOST_TEST(alert.codice != "A-TER-14");
    BOOST_TEST(alert.codice != "A-TER-15");
  }
}

// An unavoidable event may be filed for from its day to the end of the following month.
BOOST_AUTO_TEST_CASE(the_fis_for_an_unavoidable_event_is_late_after_the_end_of_the_following_month) {
  using namespace omnia;
  test::World w;
  test::bad_weather(w);
  w.d.prestazione = "FIS";
  const auto late = [&](const char* oggi) {
    w.oggi = test::day(oggi);
    const auto alerts = w.review().alerts;
    return std::any_of(alerts.begin(), alerts.end(), [](const auto& a) { return a.codice == "A-TER-15"; });
  };
  BOOST_TEST(!late("2026-12-31"));
  BOOST_TEST(late("2027-01-01"));
}

BOOST_AUTO_TEST_SUITE_END()
