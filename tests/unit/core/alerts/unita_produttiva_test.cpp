#include <boost/test/unit_test.hpp>

#include "tests/unit/core/alerts/cases.hpp"

namespace omnia::test {

using namespace omnia::domain;

std::vector<Case> unita_produttiva_cases() {
  const auto lasting = [](const char* al) {
    return [al](World& w) {
      builder(w);
      w.d.unita_produttiva.appalto_dal = {day("2026-11-01"), {}};
      w.d.unita_produttiva.appalto_al = {day(al), {}};
    };
  };
  return {
      {"A-UP-01",
       kErrore,
       "unita_produttiva.progressivo",
       "Scegli l’unità produttiva dall’elenco: ogni domanda riguarda una sola unità produttiva.",
       [](World& w) { w.d.unita_produttiva.progressivo = {}; },
       {}},
      {"A-FRM-01",
       kErrore,
       "unita_produttiva.progressivo",
       "«uno» non è un numero di unità produttiva.",
       [](World& w) { w.d.unita_produttiva.progressivo = enter<Count>("uno"); },
       {}},
      {"A-UP-02",
       kErrore,
       "unita_produttiva.progressivo",
       "L’unità produttiva 9 non risulta in Anagrafica aziendale.",
       [](World& w) { w.d.unita_produttiva.progressivo = enter<Count>("9"); },
       {}},
      {"A-UP-03", kErrore, "unita_produttiva.progressivo", "L’unità produttiva non è attiva alla data di inizio 16/11/2026.",
       [](World& w) { up(w).dal = day("2026-11-17"); }, [](World& w) { up(w).dal = day("2026-11-16"); }},
      {"A-UP-03", kErrore, "unita_produttiva.progressivo", "L’unità produttiva non è attiva alla data di inizio 16/11/2026.",
       [](World& w) { up(w).al = day("2026-11-15"); }, [](World& w) { up(w).al = day("2026-11-16"); }},
      {"A-UP-04", kAvviso, "unita_produttiva.appalto_al",
       "Cantiere con appalto inferiore a un mese: di norma non costituisce unità produttiva.", lasting("2026-11-29"),
       lasting("2026-11-30")},
      {"A-FRM-09", kErrore, "unita_produttiva.appalto_al", "La fine dell’appalto precede l’inizio.", lasting("2026-10-31"),
       lasting("2026-11-01")},
      {"A-FRM-01", kErrore, "unita_produttiva.appalto_dal", "«ieri» non è una data valida.",
       [](World& w) {
         builder(w);
         w.d.unita_produttiva.appalto_dal = enter<Date>("ieri");
       },
       [](World& w) { w.d.unita_produttiva.appalto_dal = enter<Date>("ieri"); }},
      {"A-UP-05", kAvviso, "unita_produttiva.contratto_appalto", "Manca il contratto di appalto del cantiere.",
       [](World& w) {
         builder(w);
         w.d.unita_produttiva.contratto_appalto.clear();
       },
       builder},
      {"A-UP-06",
       kErrore,
       "unita_produttiva.autocertificazione",
       "Manca l’autocertificazione dei requisiti dell’unità produttiva.",
       [](World& w) { w.d.unita_produttiva.autocertificazione = false; },
       {}},
      {"A-UP-07", kAvviso, "unita_produttiva.progressivo",
       "Nessun lavoratore risulta attribuito a questa unità produttiva nelle denunce UniEmens.",
       [](World& w) {
         for (auto& l : w.r.lavoratori) l.unita_produttiva = 2;
       },
       [](World& w) {
         for (std::size_t i = 1; i < w.r.lavoratori.size(); ++i) w.r.lavoratori[i].unita_produttiva = 2;
       }},
      {"A-UP-08", kInformazione, "unita_produttiva.progressivo",
       "L’indirizzo del cantiere coincide con quello dell’azienda: verifica il tipo di unità produttiva.",
       [](World& w) {
         builder(w);
         up(w).indirizzo = "VIA DEL LAVORO 1";
       },
       [](World& w) { up(w).indirizzo = "Via del Lavoro 1"; }},
  };
}

}  // namespace omnia::test

BOOST_AUTO_TEST_SUITE(alerts_unita_produttiva)

BOOST_AUTO_TEST_CASE(every_alert_of_the_unit_is_raised_and_spared) { omnia::test::check(omnia::test::unita_produttiva_cases()); }

BOOST_AUTO_TEST_SUITE_END()
