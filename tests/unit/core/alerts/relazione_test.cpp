#include <boost/test/unit_test.hpp>

#include "tests/unit/core/alerts/cases.hpp"

namespace omnia::test {

using namespace omnia::domain;

namespace {

// Bad weather on a building site, told as the circolari want it.
void site_in_the_rain(World& w) {
  builder(w);
  bad_weather(w);
  w.d.causale.id = "METEO_EDIL";
  auto& r = w.d.relazione;
  r.evento = "pioggia";
  r.lavorazione = "scavi";
  r.fase_in_corso = "Scavo delle fondazioni del lotto B.";
  r.conseguenze_evento = "Pareti dello scavo instabili e fondo allagato.";
  r.pioggia_mm = enter<Decimal>("1,5");
}

Change rain(const char* kind_of_work, const char* mm) {
  return [=](World& w) {
    site_in_the_rain(w);
    w.d.relazione.lavorazione = kind_of_work;
    w.d.relazione.pioggia_mm = enter<Decimal>(mm);
  };
}

Change frost(const char* degrees) {
  return [=](World& w) {
    site_in_the_rain(w);
    w.d.relazione.evento = "gelo";
    w.d.relazione.temperatura = enter<Temperature>(degrees);
  };
}

Change heat(const char* degrees, const char* felt) {
  return [=](World& w) {
    bad_weather(w);
    w.d.causale.id = "METEO_CALDO";
    w.d.relazione.fase_in_corso = "Posa dell’asfalto.";
    w.d.relazione.conseguenze_evento = "Rischio di colpo di calore.";
    w.d.relazione.temperatura = enter<Temperature>(degrees);
    w.d.relazione.temperatura_percepita = enter<Temperature>(felt);
  };
}

Change materials(const char* ordered, const char* stock, const char* search) {
  return [=](World& w) {
    w.d.causale.id = "MANC_MATERIE";
    w.d.relazione.ordine_materie_data = enter<Date>(ordered);
    w.d.relazione.scorte = stock;
    w.d.relazione.ricerca_alternative = search;
  };
}

Change pdf(const char* name, const char* bytes) {
  return [=](World& w) {
    w.d.relazione = {};
    w.d.relazione.modalita = ModalitaRelazione::pdf;
    w.d.relazione.pdf_nome = name;
    w.d.relazione.pdf_dimensione = enter<Count>(bytes);
    w.d.relazione.dichiarazione = true;
  };
}

Change text(std::string SezioneRelazione::*field, const std::string& value) {
  return [=](World& w) { w.d.relazione.*field = value; };
}

Change days_of_report(const char* dal, const char* al) {
  return [=](World& w) {
    w.d.relazione.dal = enter<Date>(dal);
    w.d.relazione.al = enter<Date>(al);
  };
}

Change signed_by(int n, bool procura) {
  return [=](World& w) {
    w.d.relazione.firmatario_codice_fiscale = enter<CodiceFiscale>(codice_fiscale(n));
    w.d.relazione.procura = procura;
  };
}

void nothing(World& w) {
  w.d.relazione = {};
  w.d.relazione.dichiarazione = true;
}

std::vector<Case> common_cases() {
  using R = SezioneRelazione;
  const std::string enough(200, 'x');
  return {
      {"A-REL-01", kErrore, "relazione.cause", "Manca la relazione tecnica: è obbligatoria.", nothing,
       [](World& w) {
         nothing(w);
         w.d.relazione.effetti = "Reparto fermo.";
       }},
      {"A-REL-01", kErrore, "relazione.pdf_nome", "Manca la relazione tecnica: è obbligatoria.", pdf(" ", "1000"),
       pdf("relazione.pdf", "1000")},
      {"A-REL-02",
       kErrore,
       "relazione.dichiarazione",
       "Manca la dichiarazione sostitutiva: la relazione tecnica si rende sotto la tua responsabilità.",
       [](World& w) { w.d.relazione.dichiarazione = false; },
       {}},
      {"A-REL-03", kAvviso, "relazione.cause",
       "Le ragioni della sospensione sono descritte in 199 caratteri: la Sede può chiedere più dettagli.",
       text(&R::cause, " " + enough.substr(1) + "\n"), text(&R::cause, enough)},
      {"A-REL-03",
       kAvviso,
       "relazione.cause",
       "Le ragioni della sospensione sono descritte in 4 caratteri: la Sede può chiedere più dettagli.",
       text(&R::cause, "però"),
       {}},
      {"A-REL-04", kAvviso, "relazione.ripresa", "Mancano la previsione di ripresa e la prova che l’impresa resta sul mercato.",
       text(&R::ripresa, " "), text(&R::ripresa, "A dicembre.")},
      {"A-REL-05", kAvviso, "relazione.non_imputabilita",
       "Non hai spiegato perché l’evento non dipende dall’impresa o dai lavoratori.", text(&R::non_imputabilita, ""),
       text(&R::non_imputabilita, "Scelta del cliente.")},
      {"A-REL-13", kErrore, "relazione.pdf_nome",
       "La relazione allegata deve essere un file PDF non vuoto, al massimo di 5.242.880 byte.", pdf("relazione.docx", "1000"),
       pdf("Relazione.PDF", "5.242.880")},
      {"A-REL-13", kErrore, "relazione.pdf_nome",
       "La relazione allegata deve essere un file PDF non vuoto, al massimo di 5.242.880 byte.",
       pdf("relazione.pdf", "5.242.881"), pdf("relazione.pdf", "1")},
      {"A-REL-13",
       kErrore,
       "relazione.pdf_nome",
       "La relazione allegata deve essere un file PDF non vuoto, al massimo di 5.242.880 byte.",
       pdf("relazione.pdf", "0"),
       {}},
      {"A-REL-14", kAvviso, "relazione.dal",
       "Il periodo della relazione, dal 16/11/2026 al 22/11/2026, non coincide con quello della domanda.",
       days_of_report("16/11/2026", "22/11/2026"), days_of_report("16/11/2026", "29/11/2026")},
      {"A-FRM-01", kErrore, "relazione.al", "«dopo» non è una data valida.", days_of_report("16/11/2026", "dopo"), {}},
      {"A-REL-15", kAvviso, "relazione.firmatario_codice_fiscale", "Chi firma la relazione non risulta legale rappresentante.",
       signed_by(901, false), signed_by(901, true)},
      {"A-REL-15", kAvviso, "relazione.firmatario_codice_fiscale", "Chi firma la relazione non risulta legale rappresentante.",
       signed_by(901, false), signed_by(900, false)},
  };
}

std::vector<Case> weather_cases() {
  using R = SezioneRelazione;
  const auto without = [](std::string R::*field) {
    return [=](World& w) {
      site_in_the_rain(w);
      w.d.relazione.*field = "";
    };
  };
  const std::string low = "Pioggia di 1,49 mm, sotto la soglia orientativa di 1,50 mm per questa lavorazione.";
  return {
      {"A-REL-06", kAvviso, "relazione.fase_in_corso", "Manca la fase di lavoro in atto al momento dell’evento.",
       without(&R::fase_in_corso), site_in_the_rain},
      {"A-REL-07", kAvviso, "relazione.conseguenze_evento", "Mancano gli effetti dell’evento sulle lavorazioni.",
       without(&R::conseguenze_evento), site_in_the_rain},
      {"A-REL-08", kAvviso, "relazione.pioggia_mm", low, rain("scavi", "1,49"), rain("scavi", "1,5")},
      {"A-REL-08", kAvviso, "relazione.pioggia_mm",
       "Pioggia di 1,99 mm, sotto la soglia orientativa di 2,00 mm per questa lavorazione.", rain("costruzione", "1,99"),
       rain("costruzione", "2")},
      {"A-REL-08", kAvviso, "relazione.pioggia_mm",
       "Pioggia di 0,99 mm, sotto la soglia orientativa di 1,00 mm per questa lavorazione.", rain("finiture", "0,99"),
       rain("", "0")},
      {"A-REL-09", kAvviso, "relazione.temperatura_percepita",
       "Con 35,00 °C, non oltre la soglia orientativa di 35,00 °C, manca la temperatura percepita.", heat("35", ""),
       heat("35,01", "")},
      {"A-REL-09", kAvviso, "relazione.temperatura_percepita",
       "Con 33,50 °C, non oltre la soglia orientativa di 35,00 °C, manca la temperatura percepita.", heat("33,5", ""),
       heat("33,5", "38")},
      {"A-REL-10", kAvviso, "relazione.temperatura", "Gelo con 0,50 °C, sopra la soglia orientativa di 0,00 °C.", frost("0,5"),
       frost("0")},
      {"A-REL-10", kAvviso, "relazione.temperatura", "Gelo con 0,50 °C, sopra la soglia orientativa di 0,00 °C.",
       frost("0,50 °C"), frost("-4")},
      {"A-FRM-01", kErrore, "relazione.temperatura", "«fresco» non è una temperatura.", frost("fresco"), frost("-4")},
      {"A-FRM-01", kErrore, "relazione.pioggia_mm", "«tanta» non è un numero di millimetri.", rain("scavi", "tanta"),
       site_in_the_rain},
      {"A-FRM-01", kErrore, "relazione.temperatura_percepita", "«afa» non è una temperatura.", heat("36", "afa"), heat("36", "")},
      {"A-REL-11",
       kInformazione,
       "relazione.fase_in_corso",
       "Non è necessario allegare il bollettino meteo: lo acquisisce l’INPS.",
       site_in_the_rain,
       {}},
  };
}

std::vector<Case> material_cases() {
  const std::string missing = "Mancano la data dell’ordine, le scorte o la ricerca di alternative.";
  const Change all = materials("01/10/2026", "Due settimane.", "Tre fornitori, nessuna risposta.");
  return {
      {"A-REL-12", kAvviso, "relazione.ordine_materie_data", missing, materials("", "Due settimane.", "Tre fornitori."), all},
      {"A-REL-12", kAvviso, "relazione.scorte", missing, materials("01/10/2026", "", "Tre fornitori."), all},
      {"A-REL-12", kAvviso, "relazione.ricerca_alternative", missing, materials("01/10/2026", "Due settimane.", " "), all},
      {"A-FRM-01", kErrore, "relazione.ordine_materie_data", "«ieri» non è una data valida.",
       materials("ieri", "Due settimane.", "Tre fornitori."), all},
  };
}

}  // namespace

std::vector<Case> relazione_cases() {
  auto all = common_cases();
  for (const auto& more : {weather_cases(), material_cases()}) all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace omnia::test

BOOST_AUTO_TEST_SUITE(alerts_relazione)

BOOST_AUTO_TEST_CASE(every_alert_of_the_report_is_raised_and_spared) { omnia::test::check(omnia::test::relazione_cases()); }

BOOST_AUTO_TEST_CASE(weather_thresholds_are_readings_and_only_warn) {
  omnia::test::World w;
  omnia::test::rain("scavi", "1,49")(w);
  for (const auto& alert : w.review().alerts) {
    if (alert.codice != "A-REL-08") continue;
    BOOST_TEST(alert.lettura);
    BOOST_TEST((alert.gravita == omnia::norms::Gravita::avviso));
    return;
  }
  BOOST_FAIL("A-REL-08 was not raised");
}

BOOST_AUTO_TEST_CASE(weather_fields_of_another_causale_are_not_judged) {
  omnia::test::World w;
  w.d.relazione.temperatura = omnia::domain::enter<omnia::domain::Temperature>("fresco");
  w.d.relazione.evento = "gelo";
  BOOST_TEST(w.review().inviabile);
}

BOOST_AUTO_TEST_SUITE_END()
