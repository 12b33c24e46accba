#include <boost/test/unit_test.hpp>

#include "tests/unit/core/alerts/cases.hpp"

namespace omnia::test {

using namespace omnia::domain;

std::vector<Case> azienda_cases() {
  return {
      {"A-AZI-01",
       kErrore,
       "azienda.codice_fiscale",
       "Codice fiscale dell’azienda non valido: controlla le cifre e il carattere di controllo.",
       [](World& w) { w.d.azienda.codice_fiscale = enter<CodiceFiscaleAzienda>("12345678901"); },
       {}},
      {"A-FRM-02", kErrore, "azienda.codice_fiscale", "Manca il codice fiscale dell’azienda.",
       [](World& w) { w.d.azienda.codice_fiscale = {}; },
       [](World& w) { w.d.azienda.codice_fiscale = enter<CodiceFiscaleAzienda>("12345678901"); }},
      {"A-AZI-02",
       kErrore,
       "azienda.matricola",
       "La matricola INPS deve avere 10 cifre.",
       [](World& w) { w.d.azienda.matricola = enter<Matricola>("700012345"); },
       {}},
      {"A-FRM-02", kErrore, "azienda.matricola", "Manca la matricola INPS.", [](World& w) { w.d.azienda.matricola = {}; }, {}},
      {"A-FRM-02",
       kErrore,
       "azienda.denominazione",
       "Manca la denominazione dell’azienda.",
       [](World& w) { w.d.azienda.denominazione = "  "; },
       {}},
      {"A-FRM-04", kErrore, "azienda.codice_fiscale",
       "La matricola " + matricola() + " non risulta assegnata al codice fiscale " + codice_fiscale(7) + ".",
       [](World& w) { w.d.azienda.codice_fiscale = enter<CodiceFiscaleAzienda>(codice_fiscale(7)); },
       [](World& w) { w.r.posizione.matricola.clear(); }},
      {"A-FRM-04",
       kErrore,
       "azienda.matricola",
       "La matricola " + matricola() + " non risulta assegnata al codice fiscale " + codice_fiscale_azienda() + ".",
       [](World& w) { w.r.posizione.matricola = "7000000000"; },
       {}},
      {"A-FRM-06",
       kErrore,
       "prestazione",
       "Con questo modulo si chiede solo la cassa integrazione ordinaria (CIGO), non «FIS».",
       [](World& w) { w.d.prestazione = "FIS"; },
       {}},
      {"A-AZI-03", kErrore, "azienda.matricola",
       "La matricola risulta cessata il 15/11/2026: la domanda non può riferirsi a questa posizione.",
       [](World& w) {
         w.r.posizione.stato = StatoPosizione::cessata;
         w.r.posizione.al = day("2026-11-15");
       },
       [](World& w) {
         w.r.posizione.stato = StatoPosizione::cessata;
         w.r.posizione.al = day("2026-11-16");
       }},
      {"A-AZI-03", kErrore, "azienda.matricola",
       "La matricola risulta sospesa dal 16/11/2026: la domanda non può riferirsi a questa posizione.",
       [](World& w) {
         w.r.posizione.stato = StatoPosizione::sospesa;
         w.r.posizione.al = day("2026-11-16");
       },
       [](World& w) {
         w.r.posizione.stato = StatoPosizione::sospesa;
         w.r.posizione.al = day("2026-11-17");
       }},
      {"A-AZI-03",
       kErrore,
       "azienda.matricola",
       "La matricola risulta cessata: la domanda non può riferirsi a questa posizione.",
       [](World& w) { w.r.posizione.stato = StatoPosizione::cessata; },
       {}},
      {"A-AZI-04",
       kAvviso,
       "forzata",
       "Prestazione «non compatibile» con l’inquadramento: puoi proseguire, ma la Sede valuterà se spetta un altro "
       "ammortizzatore. Il codice statistico contributivo (CSC) 7.01.01 non appartiene ai settori della cassa integrazione "
       "ordinaria (art. 10 D.Lgs. 148/2015).",
       trader,
       {}},
      {"A-AZI-05",
       kInformazione,
       "azienda.matricola",
       "Per questo inquadramento la prestazione suggerita è: Assegno di integrazione salariale, FIS.",
       trader,
       {}},
      {"A-FRM-05", kErrore, "forzata", "Per proseguire con una prestazione non compatibile servono la tua conferma e una nota.",
       trader,
       [](World& w) {
         trader(w);
         w.d.forzata = true;
       }},
      {"A-FRM-05", kErrore, "nota_forzatura",
       "Per proseguire con una prestazione non compatibile servono la tua conferma e una nota.",
       [](World& w) {
         trader(w);
         w.d.forzata = true;
         w.d.nota_forzatura = " ";
       },
       [](World& w) {
         trader(w);
         w.d.forzata = true;
         w.d.nota_forzatura = "Variazione di inquadramento in corso.";
       }},
      {"A-AZI-06",
       kErrore,
       "azienda.pec",
       "Indica una PEC valida: qui arriveranno le richieste di integrazione e l’esito.",
       [](World& w) { w.d.azienda.pec = {}; },
       {}},
      {"A-AZI-06",
       kErrore,
       "azienda.pec",
       "Indica una PEC valida: qui arriveranno le richieste di integrazione e l’esito.",
       [](World& w) { w.d.azienda.pec = enter<Pec>("prova"); },
       {}},
      {"A-AZI-07",
       kErrore,
       "azienda.legale_rappresentante.cognome",
       "Mancano i dati del legale rappresentante che sottoscrive la relazione tecnica.",
       [](World& w) { w.d.azienda.legale_rappresentante = {}; },
       {}},
      {"A-AZI-07",
       kErrore,
       "azienda.legale_rappresentante.nome",
       "Mancano i dati del legale rappresentante che sottoscrive la relazione tecnica.",
       [](World& w) { w.d.azienda.legale_rappresentante.nome.clear(); },
       {}},
      {"A-AZI-07", kErrore, "azienda.legale_rappresentante.codice_fiscale",
       "Mancano i dati del legale rappresentante che sottoscrive la relazione tecnica.",
       [](World& w) { w.d.azienda.legale_rappresentante.codice_fiscale = {}; },
       [](World& w) { w.d.azienda.legale_rappresentante.codice_fiscale = enter<CodiceFiscale>("ABC"); }},
      {"A-FRM-01", kErrore, "azienda.legale_rappresentante.codice_fiscale", "«ABC» non è un codice fiscale valido.",
       [](World& w) { w.d.azienda.legale_rappresentante.codice_fiscale = enter<CodiceFiscale>("ABC"); },
       [](World& w) { w.d.azienda.legale_rappresentante.codice_fiscale = {}; }},
      {"A-AZI-08", kErrore, "azienda.matricola",
       "Delega non attiva: come intermediario non puoi inviare la domanda per questa matricola.",
       [](World& w) {
         w.r.titolo = {RuoloTitolo::intermediario, false, {}};
       },
       [](World& w) {
         w.r.titolo = {RuoloTitolo::intermediario, true, day("2026-12-31")};
       }},
      // September's flow was due by 31 October; October's is due by 30 November, after today.
      {"A-AZI-09", kAvviso, "azienda.matricola",
       "Mancano denunce UniEmens dei mesi precedenti (08/2026 e 09/2026): l’INPS può chiedere il file CSV e sospendere il "
       "controllo dei limiti.",
       [](World& w) { w.r.posizione.forza.resize(w.r.posizione.forza.size() - 3); },
       [](World& w) { w.r.posizione.forza.pop_back(); }},
      {"A-AZI-10", kErrore, "azienda.dipendenti_medi",
       "Indica il numero medio di dipendenti: serve per il termine di consultazione sindacale (25 o 10 giorni).",
       [](World& w) { w.d.azienda.dipendenti_medi = {}; }, [](World& w) { w.d.azienda.dipendenti_medi = enter<Decimal>("0"); }},
      {"A-FRM-01",
       kErrore,
       "azienda.dipendenti_medi",
       "«molti» non è un numero medio di dipendenti.",
       [](World& w) { w.d.azienda.dipendenti_medi = enter<Decimal>("molti"); },
       {}},
      {"A-AZI-11", kErrore, "azienda.data_inizio_attivita",
       "La data di inizio attività, 17/11/2026, è successiva al periodo richiesto.",
       [](World& w) { w.d.azienda.data_inizio_attivita = enter<Date>("17/11/2026"); },
       [](World& w) { w.d.azienda.data_inizio_attivita = enter<Date>("16/11/2026"); }},
      {"A-FRM-01", kErrore, "azienda.data_inizio_attivita", "«31/02/2010» non è una data valida.",
       [](World& w) { w.d.azienda.data_inizio_attivita = enter<Date>("31/02/2010"); },
       [](World& w) { w.d.azienda.data_inizio_attivita = {}; }},
  };
}

}  // namespace omnia::test

BOOST_AUTO_TEST_SUITE(alerts_azienda)

BOOST_AUTO_TEST_CASE(every_alert_of_the_company_is_raised_and_spared) { omnia::test::check(omnia::test::azienda_cases()); }

BOOST_AUTO_TEST_CASE(a_refused_text_brings_the_remedy_of_its_parser) {
  omnia::test::World w;
  w.d.azienda.data_inizio_attivita = omnia::domain::enter<omnia::domain::Date>("31/02/2010");
  for (const auto& alert : w.review().alerts) {
    if (alert.codice == "A-FRM-01") {
      BOOST_TEST(alert.rimedio == "Il giorno indicato non esiste nel calendario: verifica giorno e mese della data.");
    }
  }
  BOOST_TEST(w.review().errori == 1);
}

BOOST_AUTO_TEST_CASE(a_long_text_is_repeated_only_in_part) {
  omnia::test::World w;
  std::string typed;
  for (int i = 0; i < 40; ++i) typed += "è";
  w.d.azienda.dipendenti_medi = omnia::domain::enter<omnia::domain::Decimal>(typed);
  const auto review = w.review();
  BOOST_REQUIRE(review.errori == 1);
  BOOST_TEST(review.alerts.front().testo == "«" + typed.substr(0, 40) + "…» non è un numero medio di dipendenti.");
}

// «Non compatibile» never blocks by itself: a confirmation and a note are enough.
BOOST_AUTO_TEST_CASE(a_benefit_that_is_not_compatible_can_be_forced_with_a_note) {
  omnia::test::World w;
  omnia::test::trader(w);
  BOOST_TEST(!w.review().inviabile);
  w.d.forzata = true;
  w.d.nota_forzatura = "Variazione di inquadramento in corso.";
  BOOST_TEST(w.review().inviabile);
}

BOOST_AUTO_TEST_SUITE_END()
