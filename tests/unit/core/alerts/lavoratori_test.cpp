#include <boost/test/unit_test.hpp>

#include "tests/unit/core/alerts/cases.hpp"

namespace omnia::test {

using namespace omnia::domain;

namespace {

Change qualified(const char* qualifica) {
  return [=](World& w) { w.d.lavoratori.beneficiari[2].qualifica = qualifica; };
}

Change hired(const char* iso) {
  return [=](World& w) { w.r.lavoratori[2].assunzione = day(iso); };
}

Change moved_here(YearMonth flows_from) {
  return [=](World& w) {
    w.r.lavoratori[2].primo_mese = {2026, 11};
    std::vector<ForzaMese> kept;
    for (const auto& f : w.r.posizione.forza) {
      if (f.mese >= flows_from) kept.push_back(f);
    }
    w.r.posizione.forza = kept;
  };
}

Change taken(const char* dal, const char* al) {
  return [=](World& w) { w.r.domande = {filed(dal, al, "CRISI_MERCATO", 1)}; };
}

}  // namespace

namespace {

Change workforce(const char* workers, const char* clerks, const char* total) {
  return [=](World& w) {
    auto& o = w.d.lavoratori.organico;
    o.operai = domain::enter<domain::Count>(workers);
    o.impiegati = domain::enter<domain::Count>(clerks);
    o.totale = domain::enter<domain::Count>(total);
  };
}

}  // namespace

std::vector<Case> lavoratori_cases() {
  const std::string third = "lavoratori.beneficiari[2].codice_fiscale";
  const std::string third_kind = "lavoratori.beneficiari[2].qualifica";
  const std::string young =
      "Riga 3: anzianità inferiore a 30 giorni di effettivo lavoro nell’unità produttiva alla data di invio, lavoratore non "
      "ammesso.";
  return {
      {"A-LAV-06",
       kErrore,
       "lavoratori.beneficiari",
       "Inserisci almeno un lavoratore beneficiario.",
       [](World& w) { w.d.lavoratori.beneficiari.clear(); },
       {}},
      {"A-LAV-07",
       kErrore,
       third,
       "Riga 3: codice fiscale non valido.",
       [](World& w) { w.d.lavoratori.beneficiari[2].codice_fiscale = enter<CodiceFiscale>("XQZWKA80A01Z002A"); },
       {}},
      {"A-LAV-07",
       kErrore,
       third,
       "Riga 3: codice fiscale non valido.",
       [](World& w) { w.d.lavoratori.beneficiari[2].codice_fiscale = {}; },
       {}},
      {"A-LAV-08",
       kErrore,
       third,
       "Riga 3: codice fiscale ripetuto nell’elenco, già alla riga 1.",
       [](World& w) { w.d.lavoratori.beneficiari[2].codice_fiscale = w.d.lavoratori.beneficiari[0].codice_fiscale; },
       {}},
      {"A-LAV-02", kErrore, third_kind, "Riga 3: i dirigenti non possono essere beneficiari.", qualified("dirigente"),
       qualified("quadro")},
      {"A-LAV-02",
       kErrore,
       third_kind,
       "Riga 3: i dirigenti non possono essere beneficiari.",
       [](World& w) { w.r.lavoratori[2].qualifica = "dirigente"; },
       {}},
      {"A-FRM-07", kErrore, third_kind, "Riga 3: manca la qualifica o non è fra quelle previste.", qualified(""),
       qualified("altro")},
      {"A-LAV-03",
       kInformazione,
       third_kind,
       "Dal 2022 sono ammessi tutti i tipi di apprendistato.",
       qualified("apprendista"),
       {}},
      {"A-LAV-04",
       kInformazione,
       third_kind,
       "I lavoratori a domicilio sono ammessi dal 1° gennaio 2022.",
       qualified("domicilio"),
       {}},
      {"A-LAV-05",
       kAvviso,
       "lavoratori.beneficiari",
       "Manca l’organico medio del semestre precedente: non è possibile controllare il limite di un terzo delle ore.",
       [](World& w) { up(w).organico.clear(); },
       {}},
      {"A-LAV-09",
       kAvviso,
       third,
       "Riga 3: lavoratore non presente in UniEmens per questa unità produttiva.",
       [](World& w) { w.d.lavoratori.beneficiari[2] = beneficiario(50); },
       {}},
      {"A-LAV-09",
       kAvviso,
       third,
       "Riga 3: lavoratore non presente in UniEmens per questa unità produttiva.",
       [](World& w) { w.r.lavoratori[2].unita_produttiva = 2; },
       {}},
      // Hired on 27 October: 29 days on 24 November, the day of the filing.
      {"A-LAV-10", kErrore, third, young, hired("2026-10-27"), hired("2026-10-26")},
      {"A-LAV-10", kErrore, third, young, hired("2026-10-27"),
       [](World& w) {
         hired("2026-10-27")(w);
         w.d.lavoratori.beneficiari[2].cambio_appalto = true;
       }},
      // In this UP since November by the flows, which go back to 2024; if they begin in November they prove nothing.
      {"A-LAV-10", kErrore, third, young, moved_here({2024, 11}), moved_here({2026, 11})},
      {"A-LAV-11", kInformazione, third,
       "Riga 3: meno di 30 giorni di anzianità; per gli eventi oggettivamente non evitabili non è richiesta.",
       [](World& w) {
         bad_weather(w);
         hired("2026-10-27")(w);
       },
       hired("2026-10-27")},
      {"A-LAV-12",
       kInformazione,
       "lavoratori.beneficiari[2].cambio_appalto",
       "Riga 3: si conta anche il periodo di lavoro nell’attività appaltata presso l’impresa uscente.",
       [](World& w) { w.d.lavoratori.beneficiari[2].cambio_appalto = true; },
       {}},
      {"A-LAV-13", kAvviso, third, "Riga 3: assunto il 17/11/2026, dopo l’inizio della sospensione.", hired("2026-11-17"),
       hired("2026-11-16")},
      {"A-LAV-14", kAvviso, third, "Riga 3: rapporto cessato il 28/11/2026, prima della fine del periodo.",
       [](World& w) { w.r.lavoratori[2].cessazione = day("2026-11-28"); },
       [](World& w) { w.r.lavoratori[2].cessazione = day("2026-11-29"); }},
      {"A-LAV-15", kErrore, "lavoratori.beneficiari[0].codice_fiscale",
       "Riga 1: lavoratore già compreso nella domanda INPS.7000.10/11/2026.0000007 per gli stessi giorni.",
       taken("2026-11-02", "2026-11-22"), taken("2026-11-02", "2026-11-15")},
      {"A-LAV-15", kErrore, "lavoratori.beneficiari[0].codice_fiscale",
       "Riga 1: lavoratore già compreso nella domanda INPS.7000.10/11/2026.0000007 per gli stessi giorni.",
       taken("2026-11-23", "2026-11-29"),
       // The domanda itself, read again after the filing.
       [](World& w) {
         taken("2026-11-23", "2026-11-29")(w);
         w.r.domande[0].id = w.d.id;
       }},
      {"A-LAV-16",
       kAvviso,
       "lavoratori.altra_attivita",
       "Altra attività lavorativa: niente cassa integrazione per le giornate lavorate e comunicazione preventiva all’INPS, a "
       "pena "
       "di decadenza.",
       [](World& w) { w.d.lavoratori.altra_attivita = true; },
       {}},
      {"A-LAV-17", kInformazione, "lavoratori.altra_attivita",
       "Dal 18/12/2025 il lavoratore deve avvisare subito anche il datore di lavoro dell’altra attività.",
       [](World& w) {
         w.d.lavoratori.altra_attivita = true;
         ask(w, "2025-12-15", 1);
       },
       [](World& w) {
         w.d.lavoratori.altra_attivita = true;
         ask(w, "2025-12-08", 1);
       }},
      {"A-LAV-01", kErrore, "lavoratori.organico.totale", "La somma per categoria (19) non corrisponde all’organico totale (20).",
       workforce("15", "4", "20"), workforce("15", "5", "20")},
      {"A-LAV-01", kErrore, "lavoratori.organico.totale",
       "La somma per categoria (1.015) non corrisponde all’organico totale (20).", workforce("15", "1.000", "20"),
       workforce("", "", "20")},
      {"A-FRM-01", kErrore, "lavoratori.organico.operai", "«venti» non è un numero intero.", workforce("venti", "", ""), {}},
      {"A-FRM-01", kErrore, "lavoratori.organico.totale", "«venti» non è un numero intero.", workforce("15", "5", "venti"), {}},
  };
}

}  // namespace omnia::test

BOOST_AUTO_TEST_SUITE(alerts_lavoratori)

BOOST_AUTO_TEST_CASE(every_alert_of_the_workers_is_raised_and_spared) { omnia::test::check(omnia::test::lavoratori_cases()); }

BOOST_AUTO_TEST_CASE(all_the_repetitions_of_a_code_are_told_in_the_order_of_the_rows) {
  omnia::test::World w;
  auto& people = w.d.lavoratori.beneficiari;
  people[7].codice_fiscale = people[5].codice_fiscale = people[0].codice_fiscale;
  people[6].codice_fiscale = people[1].codice_fiscale;
  std::string rows;
  for (const auto& alert : w.review().alerts) {
    if (alert.codice == "A-LAV-08") rows += alert.testo.substr(0, 7);
  }
  BOOST_TEST(rows == "Riga 6:Riga 7:Riga 8:");
}

BOOST_AUTO_TEST_CASE(notes_on_kinds_of_worker_come_once) {
  omnia::test::World w;
  for (auto& b : w.d.lavoratori.beneficiari) b.qualifica = "apprendista";
  int notes = 0;
  for (const auto& alert : w.review().alerts) notes += alert.codice == "A-LAV-03" ? 1 : 0;
  BOOST_TEST(notes == 1);
}

BOOST_AUTO_TEST_SUITE_END()
