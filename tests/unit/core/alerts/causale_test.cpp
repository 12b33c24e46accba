#include <boost/test/unit_test.hpp>

#include "tests/unit/core/alerts/cases.hpp"

namespace omnia::test {

using namespace omnia::domain;

namespace {

Change chosen(const char* id) {
  return [id](World& w) { w.d.causale.id = id; };
}

void order(World& w) {
  w.d.causale.id = "ORDINE_AUTORITA";
  w.d.causale.ordinanza = {"Comune di Roma", "45", enter<Date>("12/11/2026"), {}};
  w.d.periodo.giorni_evento = {day("2026-11-16"), day("2026-11-17"), day("2026-11-23"), day("2026-11-24")};
}

Change order_without(void (*drop)(Ordinanza&)) {
  return [drop](World& w) {
    order(w);
    drop(w.d.causale.ordinanza);
  };
}

// CIGS or a solidarity contract of 2026 on the UP, and a request of some weeks.
Change beside(const char* prestazione, int weeks, bool distinct) {
  return [=](World& w) {
    ask(w, "2026-11-16", weeks);
    w.d.lavoratori.distinti_da_cigs = distinct;
    w.r.autorizzazioni = {authorised("2026-06-01", "2026-11-22", prestazione, "")};
  };
}

Change stopped_in(const char* monday_1, const char* monday_2) {
  return [=](World& w) {
    for (const char* monday : {monday_1, monday_2}) {
      w.r.autorizzazioni.push_back(authorised(monday, (day(monday) + 6).iso().c_str()));
    }
  };
}

}  // namespace

std::vector<Case> causale_cases() {
  const std::string details = "Mancano gli estremi dell’ordinanza (ente, numero, data): non è necessario allegarla.";
  return {
      {"A-CAU-01", kErrore, "causale.id", "Scegli la causale della domanda.", chosen(""), {}},
      {"A-CAU-01", kErrore, "causale.id", "Scegli la causale della domanda.", chosen("INVENTATA"), {}},
      {"A-CAU-02", kAvviso, "causale.id",
       "La causale «Fine cantiere o fine lavoro» è prevista di norma per edilizia, lapidei e impiantistica: verifica che sia "
       "quella giusta.",
       chosen("FINE_CANTIERE"),
       [](World& w) {
         builder(w);
         w.d.causale.id = "FINE_CANTIERE";
       }},
      {"A-CAU-02", kAvviso, "causale.id",
       "La causale «Mancanza di materie prime, difficoltà energetiche» è prevista di norma per l’industria: verifica che sia "
       "quella giusta.",
       [](World& w) {
         builder(w);
         w.d.causale.id = "MANC_MATERIE_ENERGIA";
       },
       chosen("MANC_MATERIE_ENERGIA")},
      {"A-CAU-03", kErrore, "causale.id", "Evento meteo: usa la causale «Evento meteo, industria», coerente con l’inquadramento.",
       chosen("METEO_EDIL"), chosen("METEO_IND")},
      {"A-CAU-03", kErrore, "causale.id", "Evento meteo: usa la causale «Evento meteo, edilizia», coerente con l’inquadramento.",
       [](World& w) {
         builder(w);
         w.d.causale.id = "METEO_IND";
       },
       [](World& w) {
         builder(w);
         w.d.causale.id = "METEO_CALDO";
       }},
      {"A-CAU-04", kErrore, "causale.id",
       "La causale «Crisi di mercato, conflitto in Ucraina» non è utilizzabile per il periodo indicato.",
       chosen("CRISI_MERCATO_UCRAINA"), chosen("CRISI_MERCATO")},
      {"A-CAU-05", kAvviso, "causale.id",
       "Attività avviata da meno di un trimestre: la CIGO non è concedibile, salvo eventi oggettivamente non evitabili.",
       [](World& w) { w.d.azienda.data_inizio_attivita = enter<Date>("17/08/2026"); },
       [](World& w) { w.d.azienda.data_inizio_attivita = enter<Date>("16/08/2026"); }},
      {"A-CAU-05", kAvviso, "causale.id",
       "Attività avviata da meno di un trimestre: la CIGO non è concedibile, salvo eventi oggettivamente non evitabili.",
       [](World& w) {
         w.d.azienda.data_inizio_attivita = {};
         w.r.posizione.dal = day("2026-09-01");
       },
       [](World& w) {
         w.d.azienda.data_inizio_attivita = enter<Date>("17/08/2026");
         bad_weather(w);
       }},
      {"A-CAU-06", kAvviso, "periodo.al", "Per fine cantiere o fine lavoro la sosta non può superare 3 mesi.",
       [](World& w) {
         builder(w);
         w.d.causale.id = "FINE_CANTIERE";
         ask(w, "2026-11-16", 14);
       },
       [](World& w) {
         builder(w);
         w.d.causale.id = "FINE_FASE";
         ask(w, "2026-11-16", 13);
       }},
      {"A-CAU-07", kErrore, "causale.interruzione_programmata",
       "Interruzione di energia programmata: la causale non è integrabile.",
       [](World& w) {
         bad_weather(w);
         w.d.causale.id = "MANC_ENERGIA";
         w.d.causale.interruzione_programmata = true;
       },
       [](World& w) { w.d.causale.interruzione_programmata = true; }},
      {"A-CAU-08", kAvviso, "causale.attestazione_ditta",
       "Serve l’attestazione della ditta intervenuta, con tipo di intervento e imprevedibilità del guasto.",
       chosen("GUASTO_MACCHINARI"),
       [](World& w) {
         w.d.causale.id = "GUASTO_MACCHINARI";
         w.d.causale.attestazione_ditta = true;
       }},
      {"A-CAU-09", kAvviso, "causale.manutenzione_documentata", "Va documentata la regolare manutenzione del macchinario.",
       chosen("GUASTO_MACCHINARI"),
       [](World& w) {
         w.d.causale.id = "GUASTO_MACCHINARI";
         w.d.causale.manutenzione_documentata = true;
       }},
      {"A-CAU-10", kAvviso, "causale.variante_del_committente", "Variante voluta dal committente: non è un evento integrabile.",
       [](World& w) {
         builder(w);
         w.d.causale.id = "PERIZIA_VARIANTE";
         w.d.causale.variante_del_committente = true;
       },
       [](World& w) {
         builder(w);
         w.d.causale.id = "PERIZIA_VARIANTE";
       }},
      {"A-CAU-11", kErrore, "causale.ordinanza.ente", details, order_without([](Ordinanza& o) { o.ente = " "; }), order},
      {"A-CAU-11", kErrore, "causale.ordinanza.numero", details, order_without([](Ordinanza& o) { o.numero.clear(); }), order},
      {"A-CAU-11", kErrore, "causale.ordinanza.data", details, order_without([](Ordinanza& o) { o.data = {}; }), order},
      {"A-FRM-01", kErrore, "causale.ordinanza.data", "«12 luglio» non è una data valida.",
       order_without([](Ordinanza& o) { o.data = enter<Date>("12 luglio"); }), order},
      // Two days of 8 hours for ten people are 160 hours; with four hours forbidden only 80 fit the band.
      {"A-CAU-12", kAvviso, "periodo.settimane[1].ore",
       "Settimana del 23/11/2026: le ore richieste eccedono la fascia oraria vietata dall’ordinanza.",
       order_without([](Ordinanza& o) { o.ore_vietate = enter<Hours>("4"); }),
       order_without([](Ordinanza& o) { o.ore_vietate = enter<Hours>("8"); })},
      {"A-CAU-13", kErrore, "causale.id",
       "Per gli stessi lavoratori e giorni esiste già una domanda con altra causale: INPS.7000.10/11/2026.0000007.",
       [](World& w) { w.r.domande = {filed("2026-11-23", "2026-11-29", "METEO_IND", 1)}; },
       [](World& w) { w.r.domande = {filed("2026-11-30", "2026-12-06", "METEO_IND", 1)}; }},
      {"A-CAU-14",
       kInformazione,
       "causale.id",
       "Evento oggettivamente non evitabile: termine a fine mese successivo, niente anzianità minima né contributo addizionale.",
       bad_weather,
       {}},
      {"A-CAU-15", kAvviso, "causale.descrizione",
       "La sosta ricorre nelle stesse settimane degli anni 2024 e 2025: spiega che non è lavoro stagionale.",
       stopped_in("2024-11-18", "2025-11-17"), stopped_in("2024-11-18", "2025-08-04")},
      {"A-CAU-16", kAvviso, "causale.aderenti_allo_sciopero",
       "Tra i beneficiari ci sono lavoratori che aderiscono allo sciopero.",
       [](World& w) {
         w.d.causale.id = "SCIOPERO";
         w.d.causale.aderenti_allo_sciopero = true;
       },
       chosen("SCIOPERO")},
      {"A-CAU-17", kErrore, "lavoratori.distinti_da_cigs",
       "Con il contratto di solidarietà in corso (autorizzazione 700000000123) la CIGO è ammessa solo per lavoratori diversi.",
       beside("CIGS_CDS", 2, false), beside("CIGS_CDS", 2, true)},
      {"A-CAU-18", kErrore, "periodo.al",
       "Con il contratto di solidarietà in corso (autorizzazione 700000000123) la CIGO non può superare 3 mesi.",
       beside("CIGS_CDS", 14, true), beside("CIGS_CDS", 13, true)},
      {"A-CAU-19", kErrore, "lavoratori.distinti_da_cigs",
       "Nell’unità produttiva è in corso una cassa integrazione straordinaria (CIGS, autorizzazione 700000000123): gli elenchi "
       "dei lavoratori devono essere "
       "distinti per tutta la coesistenza.",
       beside("CIGS_CRISI", 2, false), beside("CIGS_CRISI", 2, true)},
  };
}

}  // namespace omnia::test

BOOST_AUTO_TEST_SUITE(alerts_causale)

BOOST_AUTO_TEST_CASE(every_alert_of_the_causale_is_raised_and_spared) { omnia::test::check(omnia::test::causale_cases()); }

BOOST_AUTO_TEST_SUITE_END()
