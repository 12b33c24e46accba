#include <boost/test/unit_test.hpp>

#include "shared/domain/precedente.hpp"
#include "tests/unit/core/alerts/cases.hpp"

namespace omnia::test {

using namespace omnia::domain;

namespace {

Change after(Autorizzazione a) {
  return [a](World& w) { w.r.autorizzazioni = {a}; };
}

Autorizzazione with_hours(Autorizzazione a, std::int64_t centesimi) {
  a.ore_centesimi = centesimi;
  return a;
}

Autorizzazione half_used(bool declared) {
  auto a = authorised("2026-03-02", "2026-03-15");
  a.giorni_fruiti.resize(9);
  a.fruito_dichiarato = declared;
  return a;
}

Autorizzazione in_state(StatoAutorizzazione stato) {
  auto a = authorised("2026-11-16", "2026-11-22");
  a.stato = stato;
  return a;
}

Change dates(const char* dal, const char* al) {
  return [=](World& w) {
    w.d.periodo.dal = enter<Date>(dal);
    w.d.periodo.al = enter<Date>(al);
  };
}

// An extension of a domanda that ended on `al`, by its number if one is given.
Change extension(const char* al, const char* causale, const std::string& number) {
  return [=](World& w) {
    w.d.periodo.tipo = TipoRichiesta::proroga;
    w.d.periodo.motivi_proroga = "Gli ordini rinviati non sono ancora tornati.";
    w.d.periodo.domanda_prorogata = number;
    w.r.domande = {filed("2026-11-02", al, causale, 0)};
  };
}

Change building_weather(const char* monday) {
  return [=](World& w) {
    bad_weather(w);
    builder(w);
    w.d.causale.id = "METEO_EDIL";
    ask(w, monday, 1);
    w.d.periodo.giorni_evento = {day(monday) + 2, day(monday) + 3};
  };
}

}  // namespace

std::vector<Case> periodo_cases() {
  const std::string number = "INPS.7000.10/11/2026.0000007";
  return {
      {"A-FRM-02", kErrore, "periodo.dal", "Manca la data di inizio del periodo.", dates("", "29/11/2026"), {}},
      {"A-FRM-02", kErrore, "periodo.al", "Manca la data di fine del periodo.", dates("16/11/2026", ""), {}},
      {"A-FRM-01", kErrore, "periodo.dal", "«16/13/2026» non è una data valida.", dates("16/13/2026", "29/11/2026"), {}},
      {"A-FRM-01", kErrore, "periodo.al", "«presto» non è una data valida.", dates("16/11/2026", "presto"), {}},
      {"A-PER-01", kErrore, "periodo.al", "La data finale precede quella iniziale.", dates("16/11/2026", "15/11/2026"),
       dates("16/11/2026", "22/11/2026")},
      {"A-PER-02", kAvviso, "periodo.dal",
       "La data di inizio cade di mercoledì 25/11/2026: la settimana parte da lunedì 23/11/2026.",
       dates("25/11/2026", "29/11/2026"), dates("23/11/2026", "29/11/2026")},
      {"A-PER-02", kAvviso, "periodo.al", "La data di fine cade di venerdì 27/11/2026: la settimana finisce domenica 29/11/2026.",
       dates("16/11/2026", "27/11/2026"), dates("16/11/2026", "29/11/2026")},
      {"A-PER-03", kErrore, "periodo.al", "Chiedi 14 settimane: una domanda iniziale può averne al massimo 13 continuative.",
       [](World& w) { ask(w, "2026-11-16", 14); }, [](World& w) { ask(w, "2026-11-16", 13); }},
      {"A-FRM-08", kErrore, "periodo.al", "Il periodo richiesto dura 61 settimane: il massimo per una domanda è 60.",
       [](World& w) {
         w.d.periodo.tipo = TipoRichiesta::proroga;
         ask(w, "2026-11-16", 61);
       },
       [](World& w) {
         w.d.periodo.tipo = TipoRichiesta::proroga;
         ask(w, "2026-11-16", 60);
       }},
      {"A-PER-04", kAvviso, "periodo.domanda_prorogata",
       "La proroga deve seguire senza interruzione e con la stessa causale una domanda della stessa unità produttiva.",
       extension("2026-11-08", "MANC_LAVORO", ""), extension("2026-11-15", "MANC_LAVORO", "")},
      {"A-PER-04", kAvviso, "periodo.domanda_prorogata",
       "La proroga deve seguire senza interruzione e con la stessa causale una domanda della stessa unità produttiva.",
       extension("2026-11-15", "CRISI_MERCATO", ""), extension("2026-11-15", "MANC_LAVORO", number)},
      {"A-PER-04", kAvviso, "periodo.domanda_prorogata",
       "La proroga deve seguire senza interruzione e con la stessa causale una domanda della stessa unità produttiva.",
       extension("2026-11-15", "MANC_LAVORO", "INPS.7000.10/11/2026.0000008"),
       [](World& w) {
         extension("2026-11-08", "MANC_LAVORO", "700000000123")(w);
         w.r.autorizzazioni = {authorised("2026-11-09", "2026-11-15")};
       }},
      {"A-PER-05", kErrore, "periodo.motivi_proroga", "Anche la proroga richiede una relazione con i motivi del perdurare.",
       [](World& w) {
         extension("2026-11-15", "MANC_LAVORO", "")(w);
         w.d.periodo.motivi_proroga = "\n";
       },
       extension("2026-11-15", "MANC_LAVORO", "")},
      // 51 weeks of 2025 and two more; 50 and two fit.
      {"A-PER-06", kAvviso, "periodo.al", "Superate le 52 settimane nel biennio mobile: ne resta 1 prima di questa domanda.",
       after(authorised("2025-01-06", "2025-12-28")), after(authorised("2025-01-06", "2025-12-21"))},
      {"A-PER-06",
       kAvviso,
       "periodo.al",
       "Superate le 52 settimane nel biennio mobile: non ne resta nessuna prima di questa domanda.",
       after(authorised("2025-01-06", "2026-01-04")),
       {}},
      // 52 weeks in a row, then 6 weeks of work; the near miss rests 52 weeks.
      {"A-PER-07", kAvviso, "periodo.al", "Dopo 52 settimane consecutive serve una ripresa del lavoro di almeno 52 settimane.",
       after(authorised("2025-10-06", "2026-10-04")), after(authorised("2024-11-18", "2025-11-16"))},
      {"A-PER-08", kAvviso, "periodo.al",
       "Superata la durata massima complessiva nel quinquennio: 24 mesi fra cassa ordinaria (CIGO) e straordinaria (CIGS).",
       after(authorised("2024-01-01", "2025-12-31", "CIGS_RIORGANIZZAZIONE", "")),
       after(authorised("2024-01-01", "2025-11-30", "CIGS_RIORGANIZZAZIONE", ""))},
      {"A-PER-09", kInformazione, "periodo.al",
       "Gli eventi oggettivamente non evitabili non contano nel limite delle 52 settimane (eccetto edilizia e lapideo, salvo "
       "norme temporanee).",
       bad_weather, building_weather("2026-11-16")},
      {"A-PER-10", kInformazione, "periodo.al", "Giornate dal 16/11/2026 al 22/11/2026 escluse dal conteggio delle 52 settimane.",
       building_weather("2026-11-16"), bad_weather},
      {"A-PER-10", kInformazione, "periodo.al", "Giornate dal 01/07/2026 al 05/07/2026 escluse dal conteggio delle 52 settimane.",
       building_weather("2026-06-29"), building_weather("2026-06-22")},
      // A third of 104 weeks x 20 people x 40 hours is 27.733,33 hours; 320 are asked here.
      {"A-PER-11", kAvviso, "periodo.settimane", "Ore oltre un terzo delle lavorabili nel biennio: 86,67 eccedenti.",
       after(with_hours(authorised("2026-01-05", "2026-02-01"), 2750000)),
       after(with_hours(authorised("2026-01-05", "2026-02-01"), 2741333))},
      {"A-PER-12", kErrore, "periodo.dal",
       "Esiste già una domanda per la stessa unità produttiva, causale e settimane: " + number + ".",
       [](World& w) { w.r.domande = {filed("2026-11-09", "2026-11-22", "MANC_LAVORO", 0)}; },
       [](World& w) {
         w.r.domande = {filed("2026-11-09", "2026-11-22", "MANC_LAVORO", 0)};
         w.r.domande[0].unita_produttiva = 2;
       }},
      {"A-PER-12", kErrore, "periodo.dal",
       "Esiste già una domanda per la stessa unità produttiva, causale e settimane: 700000000123.",
       after(in_state(StatoAutorizzazione::in_istruttoria)), after(in_state(StatoAutorizzazione::respinta))},
      {"A-PER-14", kAvviso, "periodo.dal",
       "Per la stessa unità produttiva e giorni in comune c’è già una richiesta di un altro canale: PROT-7 (procedura "
       "precedente), dal 09/11/2026 al 22/11/2026.",
       [](World& w) {
         w.r.domande = {filed("2026-11-09", "2026-11-22", "MANC_LAVORO", 0)};
         w.r.domande[0].protocollo = precedente::number("PROT-7");
       },
       [](World& w) {
         w.r.domande = {filed("2026-11-02", "2026-11-08", "MANC_LAVORO", 0)};
         w.r.domande[0].protocollo = precedente::number("PROT-7");
       }},
      {"A-PER-14", kAvviso, "periodo.dal",
       "Per la stessa unità produttiva e giorni in comune c’è già una richiesta di un altro canale: 490000000012 (procedura "
       "precedente), dal 16/11/2026 al 22/11/2026.",
       [](World& w) {
         w.r.autorizzazioni = {in_state(StatoAutorizzazione::autorizzata)};
         w.r.autorizzazioni[0].numero = precedente::number("490000000012");
       },
       [](World& w) {
         w.r.autorizzazioni = {in_state(StatoAutorizzazione::respinta)};
         w.r.autorizzazioni[0].numero = precedente::number("490000000012");
       }},
      {"A-PER-13", kInformazione, "periodo.dal",
       "Autorizzazioni non usate per intero (700000000123): se il fruito è inferiore all’autorizzato, dichiaralo con "
       "autocertificazione.",
       after(half_used(false)), after(half_used(true))},
  };
}

}  // namespace omnia::test

BOOST_AUTO_TEST_SUITE(alerts_periodo)

BOOST_AUTO_TEST_CASE(every_alert_of_the_period_is_raised_and_spared) { omnia::test::check(omnia::test::periodo_cases()); }

BOOST_AUTO_TEST_CASE(the_remedy_for_a_wrong_weekday_names_the_day_to_use) {
  omnia::test::World w;
  w.d.periodo.dal = omnia::domain::enter<omnia::domain::Date>("25/11/2026");
  int found = 0;
  for (const auto& alert : w.review().alerts) {
    if (alert.codice != "A-PER-02") continue;
    ++found;
    BOOST_TEST(alert.rimedio == "Usa lunedì 23/11/2026.");
  }
  BOOST_TEST(found == 1);
}

// The window of 2026 rests on an act that was not read: the alert says so and cites it.
BOOST_AUTO_TEST_CASE(a_climate_window_cites_its_own_act) {
  for (const auto& c : omnia::test::periodo_cases()) {
    if (c.codice != "A-PER-10") continue;
    omnia::test::World w;
    c.raises(w);
    for (const auto& alert : w.review().alerts) {
      if (alert.codice != "A-PER-10") continue;
      BOOST_TEST(alert.lettura);
      BOOST_TEST(alert.citazione.find("107/2026") != std::string::npos, alert.citazione);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
