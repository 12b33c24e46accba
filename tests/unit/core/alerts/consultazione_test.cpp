#include <boost/test/unit_test.hpp>

#include "tests/unit/core/alerts/cases.hpp"

namespace omnia::test {

using namespace omnia::domain;

namespace {

Change noticed(const char* date) {
  return [=](World& w) { w.d.consultazione.data_comunicazione = enter<Date>(date); };
}

// Building, an extension that follows thirteen authorised weeks.
void long_extension(World& w) {
  builder(w);
  w.d.causale.id = "MANC_LAVORO";
  w.d.periodo.tipo = TipoRichiesta::proroga;
  w.d.periodo.motivi_proroga = "La gara è sospesa.";
  w.r.autorizzazioni = {authorised("2026-08-17", "2026-11-15")};
}

// Weather that stops ten people of two weeks; `hours` a week for each of them.
Change weather_with(const char* hours, bool asked, const char* asked_on, const char* held_on) {
  return [=](World& w) {
    bad_weather(w);
    for (auto& week : w.d.periodo.settimane) week.ore = enter<Hours>(hours);
    w.d.consultazione.esame_richiesto = asked;
    w.d.consultazione.esame_richiesto_il = enter<Date>(asked_on);
    w.d.consultazione.esame_data = enter<Date>(held_on);
  };
}

std::vector<Case> ordinary_cases() {
  const std::string date = "consultazione.data_comunicazione";
  return {
      {"A-SIN-01", kErrore, date, "Manca la data della comunicazione preventiva alle organizzazioni sindacali.", noticed(""),
       [](World& w) {
         bad_weather(w);
         noticed("")(w);
       }},
      {"A-SIN-02", kAvviso, date,
       "La comunicazione del 17/11/2026 è successiva all’inizio del 16/11/2026: la procedura deve essere preventiva.",
       noticed("17/11/2026"), noticed("16/11/2026")},
      {"A-SIN-03", kAvviso, date,
       "La procedura si esaurisce il 17/11/2026 (10 giorni dalla comunicazione), dopo l’inizio del 16/11/2026.",
       noticed("07/11/2026"), noticed("06/11/2026")},
      {"A-SIN-03", kAvviso, date,
       "La procedura si esaurisce il 27/11/2026 (25 giorni dalla comunicazione), dopo l’inizio del 16/11/2026.",
       [](World& w) { w.d.azienda.dipendenti_medi = enter<Decimal>("50,01"); },
       [](World& w) {
         w.d.azienda.dipendenti_medi = enter<Decimal>("50,01");
         w.d.consultazione.esito = "accordo";
         w.d.consultazione.esame_data = enter<Date>("13/11/2026");
       }},
      {"A-SIN-03", kAvviso, date,
       "La procedura si esaurisce il 19/11/2026 (10 giorni dalla comunicazione), dopo l’inizio del 16/11/2026.",
       noticed("09/11/2026"),
       [](World& w) {
         noticed("09/11/2026")(w);
         w.d.consultazione.esito = "non_richiesto";
       }},
      {"A-SIN-04", kInformazione, date, "Fino a 50 dipendenti la procedura sindacale dura al massimo 10 giorni.",
       [](World& w) { w.d.azienda.dipendenti_medi = enter<Decimal>("50"); },
       [](World& w) { w.d.azienda.dipendenti_medi = enter<Decimal>("50,01"); }},
      {"A-FRM-01", kErrore, date, "«prima» non è una data valida.", noticed("prima"), {}},
      {"A-FRM-01",
       kErrore,
       "consultazione.lavoratori_comunicati",
       "«tutti» non è un numero intero.",
       [](World& w) { w.d.consultazione.lavoratori_comunicati = enter<Count>("tutti"); },
       {}},
      {"A-FRM-01",
       kErrore,
       "consultazione.ore_comunicate",
       "«poche» non è un numero di ore.",
       [](World& w) { w.d.consultazione.ore_comunicate = enter<Hours>("poche"); },
       {}},
      {"A-SIN-09", kAvviso, "consultazione.comunicata_rsu", "La comunicazione va anche alle RSA o RSU esistenti.",
       [](World& w) { w.d.consultazione.rsu_presente = true; },
       [](World& w) { w.d.consultazione.rsu_presente = w.d.consultazione.comunicata_rsu = true; }},
      {"A-SIN-10", kErrore, "consultazione.dichiarazione", "Manca la conferma degli adempimenti sindacali.",
       [](World& w) { w.d.consultazione.dichiarazione = false; },
       [](World& w) {  // building: nothing is due
         builder(w);
         w.d.consultazione.dichiarazione = false;
       }},
      {"A-SIN-11", kAvviso, "consultazione.lavoratori_comunicati",
       "I lavoratori della domanda (10) superano quelli comunicati ai sindacati (9).",
       [](World& w) { w.d.consultazione.lavoratori_comunicati = enter<Count>("9"); },
       [](World& w) { w.d.consultazione.lavoratori_comunicati = {}; }},
  };
}

std::vector<Case> special_cases() {
  const std::string date = "consultazione.data_comunicazione";
  const std::string exam =
      "Oltre 16 ore settimanali l’esame congiunto si chiede entro 3 giorni dalla comunicazione e si chiude entro 5 dalla "
      "richiesta: mancano le date.";
  return {
      {"A-SIN-05", kAvviso, "consultazione.esame_richiesto_il", exam, weather_with("160,10", true, "", ""),
       weather_with("160", true, "", "")},
      {"A-SIN-05", kAvviso, "consultazione.esame_data", exam, weather_with("160,10", true, "04/11/2026", ""),
       weather_with("160,10", true, "04/11/2026", "06/11/2026")},
      {"A-SIN-05", kAvviso, "consultazione.esame_richiesto_il", exam,
       [](World& w) {  // one worker at zero hours passes the threshold alone
         weather_with("160", true, "", "")(w);
         w.d.periodo.settimane[1].zero_ore = enter<Count>("1");
       },
       weather_with("160,10", false, "", "")},
      {"A-FRM-01",
       kErrore,
       "consultazione.esame_richiesto_il",
       "«poi» non è una data valida.",
       weather_with("160", true, "poi", ""),
       {}},
      {"A-FRM-01", kErrore, "consultazione.esame_data", "«poi» non è una data valida.", weather_with("160", true, "", "poi"), {}},
      {"A-SIN-06", kAvviso, date, "Manca la comunicazione ai sindacati della durata prevedibile e del numero di lavoratori.",
       [](World& w) {
         bad_weather(w);
         noticed("")(w);
       },
       bad_weather},
      {"A-SIN-07", kInformazione, date,
       "Edilizia e lapidei: informazione e consultazione sindacale non sono dovute per questa domanda.", builder, long_extension},
      {"A-SIN-08", kErrore, date,
       "Oltre 13 settimane continuative la consultazione sindacale è obbligatoria: manca la data della comunicazione.",
       [](World& w) {
         long_extension(w);
         noticed("")(w);
       },
       long_extension},
      {"A-SIN-08", kErrore, date,
       "Oltre 13 settimane continuative la consultazione sindacale è obbligatoria: manca la data della comunicazione.",
       [](World& w) {  // the weeks before were asked here, and not decided yet
         long_extension(w);
         noticed("")(w);
         w.r.autorizzazioni.clear();
         w.r.domande = {filed("2026-08-17", "2026-11-15", "MANC_LAVORO", 1)};
       },
       [](World& w) {  // a week of work in between
         long_extension(w);
         noticed("")(w);
         w.r.autorizzazioni = {authorised("2026-08-10", "2026-11-08")};
       }},
  };
}

}  // namespace

std::vector<Case> consultazione_cases() {
  auto all = ordinary_cases();
  const auto more = special_cases();
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace omnia::test

BOOST_AUTO_TEST_SUITE(alerts_consultazione)

BOOST_AUTO_TEST_CASE(every_alert_of_the_consultation_is_raised_and_spared) {
  omnia::test::check(omnia::test::consultazione_cases());
}

BOOST_AUTO_TEST_CASE(without_a_causale_there_is_no_duty_to_speak_of) {
  omnia::test::World w;
  w.d.causale.id = "";
  w.d.consultazione = {};
  const auto review = w.review();
  BOOST_TEST(!review.consultazione.has_value());
  for (const auto& alert : review.alerts) BOOST_TEST(alert.sezione != "consultazione", alert.codice);
}

BOOST_AUTO_TEST_SUITE_END()
