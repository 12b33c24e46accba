#include "server/services/ricevuta.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

namespace {

nlohmann::json receipt(omnia::domain::ModalitaPagamento modalita) {
  omnia::store::DomandaIntera domanda;
  domanda.riga.protocollo = "INPS.4900.24/11/2026.0000001";
  domanda.riga.sede = "4900";
  domanda.riga.ultimo_giorno_decisione = "2027-02-07";
  return nlohmann::json::parse(omnia::services::write_ricevuta(domanda, modalita, true))["ricevuta"];
}

}  // namespace

BOOST_AUTO_TEST_SUITE(services_ricevuta)

BOOST_AUTO_TEST_CASE(the_next_steps_say_who_decides_and_until_when) {
  const auto steps = receipt(omnia::domain::ModalitaPagamento::conguaglio)["prossimi_passi"];
  BOOST_TEST(steps[1] == "La Sede 4900 esamina la domanda: la decisione è attesa entro il 07/02/2027.");
  BOOST_TEST(
      steps[2] ==
      "Segui lo stato nella pagina iniziale, tra le «Domande inviate»; le richieste della Sede arrivano alla PEC dell’azienda.");
  BOOST_TEST(steps[3] ==
             "Anticipa le integrazioni ai lavoratori e recuperale a conguaglio entro sei mesi dalla fine del periodo di paga in "
             "corso alla scadenza "
             "dell’autorizzazione o, se successiva, dalla data in cui è concessa.");
}

BOOST_AUTO_TEST_CASE(with_direct_payment_the_data_of_the_workers_have_a_term) {
  BOOST_TEST(receipt(omnia::domain::ModalitaPagamento::diretto)["prossimi_passi"][3] ==
             "Hai chiesto il pagamento diretto: invia i dati dei lavoratori entro la fine del secondo mese successivo a quello "
             "in cui inizia il "
             "periodo o, se successivo, entro 60 giorni dall’autorizzazione.");
}

BOOST_AUTO_TEST_SUITE_END()
