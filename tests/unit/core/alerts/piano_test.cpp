#include <boost/test/unit_test.hpp>

#include "tests/unit/core/alerts/cases.hpp"

namespace omnia::test {

using namespace omnia::domain;

namespace {

// The second week of the plan as typed.
Change second_week(const char* workers, const char* idle, const char* hours) {
  return [=](World& w) {
    auto& s = w.d.periodo.settimane[1];
    s.lavoratori = enter<Count>(workers);
    s.zero_ore = enter<Count>(idle);
    s.ore = enter<Hours>(hours);
  };
}

Change long_contracts(const char* hours) {
  return [=](World& w) {
    for (auto& l : w.r.lavoratori) l.ore_settimanali_centesimi = 4800;
    second_week("10", "0", hours)(w);
  };
}

Change weather_on(std::vector<const char*> days) {
  return [=](World& w) {
    bad_weather(w);
    w.d.periodo.giorni_evento.clear();
    for (const char* d : days) w.d.periodo.giorni_evento.push_back(day(d));
  };
}

}  // namespace

std::vector<Case> piano_cases() {
  return {
      {"A-FRM-03",
       kErrore,
       "periodo.settimane",
       "Il piano delle settimane non corrisponde al periodo dal 16/11/2026 al 29/11/2026.",
       [](World& w) { w.d.periodo.settimane.pop_back(); },
       {}},
      {"A-FRM-03", kErrore, "periodo.settimane",
       "Il piano delle settimane non corrisponde al periodo dal 16/11/2026 al 29/11/2026.",
       [](World& w) { w.d.periodo.settimane[1].lunedi = day("2026-11-30"); },
       // While the dates are not whole weeks the plan may still be on its way.
       [](World& w) {
         w.d.periodo.dal = enter<Date>("18/11/2026");
         w.d.periodo.settimane.pop_back();
       }},
      {"A-FRM-10",
       kErrore,
       "periodo.settimane",
       "Nessuna settimana del piano ha ore richieste.",
       [](World& w) { w.d.periodo.settimane.clear(); },
       {}},
      {"A-FRM-10", kErrore, "periodo.settimane[0].ore", "Nessuna settimana del piano ha ore richieste.",
       [](World& w) {
         second_week("", "", "0")(w);
         w.d.periodo.settimane[0] = {day("2026-11-16"), {}, {}, {}};
       },
       second_week("", "", "")},
      {"A-FRM-11", kErrore, "periodo.giorni_evento", "Giorni di evento fuori dal periodo richiesto: 13/11/2026 e 30/11/2026.",
       weather_on({"2026-11-13", "2026-11-16", "2026-11-17", "2026-11-23", "2026-11-24", "2026-11-30"}),
       [](World& w) { w.d.periodo.giorni_evento = {day("2026-11-13")}; }},
      {"A-FRM-01",
       kErrore,
       "periodo.settimane[1].lavoratori",
       "«dieci» non è un numero di lavoratori.",
       second_week("dieci", "0", "160"),
       {}},
      {"A-FRM-01",
       kErrore,
       "periodo.settimane[1].zero_ore",
       "«?» non è un numero di lavoratori.",
       second_week("10", "?", "160"),
       {}},
      {"A-FRM-01", kErrore, "periodo.settimane[1].ore", "«-3» non è un numero di ore.", second_week("10", "0", "-3"), {}},
      {"A-PIA-01", kAvviso, "periodo.settimane[1].lavoratori", "La settimana del 23/11/2026 è senza lavoratori: eliminala.",
       second_week("0", "0", "0"), second_week("1", "0", "0")},
      {"A-PIA-02", kErrore, "periodo.settimane[1].zero_ore",
       "Settimana del 23/11/2026: i lavoratori a zero ore superano quelli coinvolti.", second_week("10", "11", "400"),
       second_week("10", "10", "400")},
      {"A-PIA-03", kErrore, "periodo.settimane[1].ore",
       "Settimana del 23/11/2026: ore richieste superiori all’orario contrattuale settimanale (400,00 per 10 lavoratori).",
       second_week("10", "0", "400,01"), second_week("10", "0", "400,00")},
      // Two part-timers of 20 hours: the ten longest times of the list make 360 hours.
      {"A-PIA-03", kErrore, "periodo.settimane[1].ore",
       "Settimana del 23/11/2026: ore richieste superiori all’orario contrattuale settimanale (360,00 per 10 lavoratori).",
       [](World& w) {
         second_week("10", "0", "361")(w);
         w.r.lavoratori[0].ore_settimanali_centesimi = w.r.lavoratori[1].ore_settimanali_centesimi = 2000;
       },
       [](World& w) {
         second_week("8", "0", "320")(w);
         w.r.lavoratori[0].ore_settimanali_centesimi = w.r.lavoratori[1].ore_settimanali_centesimi = 2000;
       }},
      {"A-PIA-04", kErrore, "periodo.settimane[1].lavoratori",
       "Settimana del 23/11/2026: i lavoratori coinvolti superano l’organico dell’unità produttiva (20).",
       second_week("21", "0", "160"),
       [](World& w) {
         second_week("21", "0", "160")(w);
         w.d.lavoratori.beneficiari.push_back(beneficiario(50));  // a new hire that UniEmens does not show yet
       }},
      {"A-PIA-04", kErrore, "periodo.settimane[1].lavoratori",
       "Settimana del 23/11/2026: i lavoratori coinvolti superano l’organico dell’unità produttiva (19).",
       [](World& w) {
         second_week("20", "0", "160")(w);
         w.r.lavoratori[19].cessazione = day("2026-11-22");
       },
       [](World& w) {
         second_week("20", "0", "160")(w);
         w.r.lavoratori[19].cessazione = day("2026-11-23");
       }},
      {"A-PIA-05", kAvviso, "periodo.settimane[1].ore", "Settimana del 23/11/2026: sono richieste ore in giorni senza evento.",
       weather_on({"2026-11-16", "2026-11-17", "2026-11-23"}),
       weather_on({"2026-11-16", "2026-11-17", "2026-11-23", "2026-11-24"})},
      {"A-PIA-06", kAvviso, "periodo.settimane[1].ore",
       "Settimana del 23/11/2026: orario oltre le 40 ore ordinarie per lavoratore, verifica il contratto collettivo.",
       long_contracts("400,01"), long_contracts("400")},
      {"A-PIA-07", kAvviso, "periodo.giorni_evento",
       "Giorni festivi fra i giorni di evento (22/11/2026): verifica se sono integrabili.",
       weather_on({"2026-11-17", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24"}),
       weather_on({"2026-11-17", "2026-11-21", "2026-11-23", "2026-11-24"})},
  };
}

}  // namespace omnia::test

BOOST_AUTO_TEST_SUITE(alerts_piano)

BOOST_AUTO_TEST_CASE(every_alert_of_the_plan_is_raised_and_spared) { omnia::test::check(omnia::test::piano_cases()); }

BOOST_AUTO_TEST_SUITE_END()
