#include "shared/rules/union_consultation/union_consultation.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/core/norm_variant.hpp"

namespace {

using omnia::domain::Date;
using omnia::norms::Norms;
using omnia::rules::routing::Settore;
using omnia::tests::with_parameter;
namespace consultation = omnia::rules::union_consultation;
using consultation::Caso;
using consultation::Dovere;

Date day(std::string_view iso) { return Date::parse(iso).value(); }
consultation::Esito evaluate(const Caso& caso) { return consultation::evaluate(caso, day("2026-11-24"), Norms::builtin()); }

Caso ordinary(std::int64_t employees_hundredths) {
  Caso caso;
  caso.dipendenti_centesimi = employees_hundredths;
  caso.comunicazione = day("2026-11-02");
  caso.inizio = day("2026-11-30");
  return caso;
}

Caso unavoidable(std::int64_t hours) {
  Caso caso;
  caso.eone = true;
  caso.ore_massime_settimana_centesimi = caso.ore_medie_settimana_centesimi = hours * 100;
  caso.comunicazione = day("2026-11-02");
  caso.inizio = day("2026-10-30");
  return caso;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(union_consultation)

BOOST_AUTO_TEST_CASE(up_to_fifty_employees_the_procedure_lasts_ten_days) {
  const auto e = evaluate(ordinary(5000));
  BOOST_TEST((e.dovere == Dovere::preventiva));
  BOOST_TEST(e.giorni_procedura == 10);
  BOOST_TEST(e.fine_procedura.value().iso() == "2026-11-12");
  BOOST_TEST((!e.inizio_anticipato && !e.lettura));
  BOOST_TEST(
      e.testo ==
      "Prima di iniziare, comunica ai sindacati cause, entità, durata prevista e numero dei lavoratori. Fino a 50 dipendenti "
      "la procedura dura al massimo 10 giorni dalla comunicazione.");
  BOOST_TEST(e.citazione == "Art. 14, comma 1, D.Lgs. 148/2015; Art. 14, comma 3, D.Lgs. 148/2015");
  BOOST_REQUIRE(e.passi.size() == 2U);
  BOOST_TEST(e.passi[0].testo ==
             "Comunicazione preventiva a RSA o RSU e alle sedi territoriali dei sindacati più rappresentativi");
  BOOST_TEST(e.passi[0].entro.value().iso() == "2026-11-30");
  BOOST_TEST(e.passi[1].entro.value().iso() == "2026-11-12");
}

BOOST_AUTO_TEST_CASE(beyond_fifty_it_lasts_twenty_five_and_the_average_is_not_rounded) {
  const auto e = evaluate(ordinary(5001));
  BOOST_TEST(e.giorni_procedura == 25);
  BOOST_TEST(e.fine_procedura.value().iso() == "2026-11-27");
  auto unknown = ordinary(0);
  unknown.dipendenti_centesimi.reset();
  BOOST_TEST(evaluate(unknown).giorni_procedura == 25);
  BOOST_TEST(
      evaluate(unknown).testo ==
      "Prima di iniziare, comunica ai sindacati cause, entità, durata prevista e numero dei lavoratori. Numero di dipendenti "
      "non noto: vale il termine più lungo, 25 giorni dalla comunicazione.");
}

BOOST_AUTO_TEST_CASE(a_start_before_the_end_of_the_procedure_is_told) {
  auto caso = ordinary(8000);
  caso.inizio = day("2026-11-23");
  const auto e = evaluate(caso);
  BOOST_TEST(e.inizio_anticipato);
  BOOST_TEST(
      e.testo ==
      "Prima di iniziare, comunica ai sindacati cause, entità, durata prevista e numero dei lavoratori. Oltre 50 dipendenti "
      "la procedura dura al massimo 25 giorni dalla comunicazione. La sospensione inizia il 23/11/2026, prima della fine "
      "della procedura (27/11/2026): serve un verbale, o che nessuno abbia chiesto l’esame.");
  caso.verbale = day("2026-11-20");
  const auto closed = evaluate(caso);
  BOOST_TEST((!closed.inizio_anticipato && closed.lettura));
  BOOST_TEST(closed.fine_procedura.value().iso() == "2026-11-20");
  BOOST_TEST(closed.testo.find("Il verbale del 20/11/2026 chiude prima la procedura.") != std::string::npos);
  caso.comunicazione.reset();
  BOOST_TEST(!evaluate(caso).fine_procedura.has_value());
  BOOST_TEST(evaluate(caso).testo.find("Manca la data della comunicazione.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_unavoidable_event_within_sixteen_hours_asks_only_the_notice) {
  const auto e = evaluate(unavoidable(16));
  BOOST_TEST((e.dovere == Dovere::comunicazione));
  BOOST_TEST((!e.fine_procedura && !e.inizio_anticipato && !e.lettura));
  BOOST_TEST(
      e.testo ==
      "Evento non evitabile: comunica ai sindacati la durata prevista e il numero dei lavoratori. Con 16,00 ore alla settimana "
      "per il lavoratore più sospeso (soglia 16) l’esame congiunto non è dovuto.");
  BOOST_TEST(e.citazione == "Art. 14, comma 4, D.Lgs. 148/2015");
}

BOOST_AUTO_TEST_CASE(beyond_sixteen_hours_the_examination_is_asked_in_three_days_and_closed_in_five) {
  auto caso = unavoidable(17);
  const auto quiet = evaluate(caso);
  BOOST_TEST((quiet.dovere == Dovere::comunicazione_esame));
  BOOST_TEST(quiet.ultimo_giorno_richiesta.value().iso() == "2026-11-05");
  BOOST_TEST(quiet.fine_procedura.value().iso() == "2026-11-05");
  caso.richiesta_esame = day("2026-11-04");
  const auto asked = evaluate(caso);
  BOOST_TEST(asked.giorni_procedura == 5);
  BOOST_TEST(asked.fine_procedura.value().iso() == "2026-11-09");
  BOOST_TEST(!asked.inizio_anticipato);
  BOOST_TEST(
      asked.testo ==
      "Evento non evitabile con 17,00 ore alla settimana per il lavoratore più sospeso, oltre 16: se lo chiedono entro 3 giorni "
      "dalla comunicazione si fa l’esame congiunto, da chiudere in 5 giorni dalla richiesta.");
  caso.richiesta_esame = day("2026-11-06");
  BOOST_TEST(evaluate(caso).testo.find("La richiesta del 06/11/2026 è oltre il termine del 05/11/2026.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_measure_of_the_sixteen_hours_is_a_switch_and_is_told_when_it_matters) {
  auto caso = unavoidable(20);
  caso.ore_medie_settimana_centesimi = 1000;
  BOOST_TEST((evaluate(caso).dovere == Dovere::comunicazione_esame));
  BOOST_TEST(evaluate(caso).lettura);
  const auto other =
      consultation::evaluate(caso, day("2026-11-24"), with_parameter("union.eone.hours_unit", "average_worker_week"));
  BOOST_TEST((other.dovere == Dovere::comunicazione));
  BOOST_TEST(other.lettura);
  BOOST_TEST(other.testo.find("10,00 ore alla settimana in media per lavoratore") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(building_has_duties_only_for_extensions_beyond_thirteen_continuous_weeks) {
  auto caso = ordinary(8000);
  for (const auto settore : {Settore::edilizia, Settore::lapidei}) {
    caso.settore = settore;
    caso.proroga = false;
    caso.settimane_continuative = 20;
    const auto first = evaluate(caso);
    BOOST_TEST((first.dovere == Dovere::nessuno));
    BOOST_TEST(first.testo ==
               "Edilizia e lapidei: la procedura è dovuta solo per le proroghe con sospensione oltre 13 settimane continuative. "
               "Questa è una prima richiesta.");
    BOOST_TEST(first.citazione == "Art. 14, comma 5, D.Lgs. 148/2015");
    caso.proroga = true;
    caso.settimane_continuative = 13;
    BOOST_TEST(evaluate(caso).testo ==
               "Edilizia e lapidei: la procedura è dovuta solo per le proroghe con sospensione oltre 13 settimane continuative. "
               "Questa proroga arriva a 13 settimane.");
    caso.settimane_continuative = 14;
    BOOST_TEST((evaluate(caso).dovere == Dovere::preventiva));
  }
}

BOOST_AUTO_TEST_CASE(cisoa_has_no_consultation) {
  auto caso = ordinary(8000);
  caso.cisoa = true;
  const auto e = evaluate(caso);
  BOOST_TEST((e.dovere == Dovere::nessuno && e.passi.empty()));
  BOOST_TEST(e.testo == "Per la CISOA la consultazione sindacale non è prevista.");
  BOOST_TEST(e.citazione == "L. 457/1972: nessuna consultazione sindacale prevista per la CISOA");
}

BOOST_AUTO_TEST_SUITE_END()
