#include "shared/csv/beneficiari.hpp"

#include <boost/test/unit_test.hpp>

#include "shared/rules/alerts/elenco_csv.hpp"
#include "tests/unit/core/review/base.hpp"

using namespace omnia;

namespace {

std::string cf(int n) { return test::codice_fiscale(n); }

void unreadable(const std::string& bytes, std::int64_t riga, const std::string& motivo) {
  const auto elenco = csv::read_beneficiari(bytes);
  BOOST_TEST(!elenco.ok());
  BOOST_TEST(elenco.beneficiari.empty());
  const auto alert = rules::alerts::elenco_illeggibile(elenco, norms::Norms::builtin());
  BOOST_REQUIRE(alert.has_value());
  BOOST_TEST(alert->codice == "A-LAV-18");
  BOOST_TEST((alert->gravita == norms::Gravita::errore));
  BOOST_TEST(alert->sezione == "lavoratori");
  BOOST_TEST(alert->campo == "lavoratori.beneficiari");
  BOOST_TEST(alert->testo == "File CSV non leggibile: servono le colonne «codice_fiscale» e «qualifica».");
  BOOST_TEST(alert->rimedio == "Riga " + std::to_string(riga) + ". " + motivo);
  BOOST_TEST(alert->citazione == "Controllo formale; msg. INPS 3566/2018");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(csv_beneficiari)

BOOST_AUTO_TEST_CASE(a_list_is_read_whatever_program_wrote_it) {
  const auto expected = csv::read_beneficiari("codice_fiscale;cognome;nome;qualifica;cambio_appalto\n" + cf(1) +
                                              ";Niccolò;Anna;operaio;S\n" + cf(2) + ";Rossi;Ugo;impiegato;\n");
  BOOST_REQUIRE(expected.ok());
  BOOST_REQUIRE(expected.beneficiari.size() == 2u);
  BOOST_TEST(expected.beneficiari[0].codice_fiscale->str() == cf(1));
  BOOST_TEST(expected.beneficiari[0].cognome == "Niccolò");
  BOOST_TEST(expected.beneficiari[0].qualifica == "operaio");
  BOOST_TEST(expected.beneficiari[0].cambio_appalto);
  BOOST_TEST(!expected.beneficiari[1].cambio_appalto);
  BOOST_TEST(!rules::alerts::elenco_illeggibile(expected, norms::Norms::builtin()).has_value());
  // CP1252, commas, other order and words, an extra column.
  const auto excel = csv::read_beneficiari("Nome,Cognome,Codice Fiscale,Matricola,Qualifica,Cambio appalto\r\nAnna,Niccol\xF2," +
                                           cf(1) + ",001,OPERAIA,si\r\nUgo,Rossi," + cf(2) + ",002,Impiegati,no\r\n");
  BOOST_TEST((excel == expected));
  const auto tabs = csv::read_beneficiari(
      "\xEF\xBB\xBF"
      "CF\tqualifica\tcognome\tnome\tcambio_appalto\n" +
      cf(1) + "\toperaio\tNiccolò\tAnna\t1\n" + cf(2) + "\timpiegato\tRossi\tUgo\t0\n");
  BOOST_TEST((tabs == expected));
}

BOOST_AUTO_TEST_CASE(every_qualification_of_the_form_is_admitted) {
  const auto elenco =
      csv::read_beneficiari("cf;qualifica\n" + cf(1) + ";operaio\n" + cf(2) + ";impiegato\n" + cf(3) + ";quadro\n" + cf(4) +
                            ";dirigente\n" + cf(5) + ";apprendista\n" + cf(6) + ";Lavorante a domicilio\n" + cf(7) + ";altro\n");
  BOOST_REQUIRE(elenco.ok());
  BOOST_TEST(elenco.beneficiari[5].qualifica == "domicilio");
  BOOST_TEST(elenco.beneficiari[6].qualifica == "altro");
}

BOOST_AUTO_TEST_CASE(a_file_without_its_columns_is_refused_whole_with_the_alert) {
  unreadable("codice_fiscale|qualifica\n" + cf(1) + "|operaio\n", 1,
             "Manca la colonna «qualifica»: aggiungila alla prima riga del file.");
  unreadable("lavoratore;qualifica\n" + cf(1) + ";operaio\n", 1,
             "Manca la colonna «codice_fiscale»: aggiungila alla prima riga del file.");
  unreadable("codice_fiscale;qualifica\n\n", 1, "Dopo l’intestazione non c’è alcun lavoratore: aggiungi una riga per ciascuno.");
  unreadable(std::string("PK\x03\x04\0\0", 6), 1, "Il file contiene byte nulli: non è un testo CSV. Salvalo come «CSV UTF-8».");
  unreadable("codice_fiscale;qualifica\n" + cf(1) + ";\"operaio\n", 2, "Una virgoletta non è chiusa: correggi la riga.");
}

BOOST_AUTO_TEST_CASE(one_wrong_row_and_nobody_is_taken) {
  const auto elenco =
      csv::read_beneficiari("codice_fiscale;qualifica;cambio_appalto\n" + cf(1) + ";operaio;\nABC;operaio;\n" + cf(2) +
                            ";capo;forse\n;operaio;\n" + cf(1) + ";operaio;\n" + cf(3) + ";operaio;;di troppo\n");
  BOOST_TEST(!elenco.ok());
  BOOST_TEST(elenco.beneficiari.empty());
  BOOST_TEST(!elenco.illeggibile.has_value());
  BOOST_TEST(!rules::alerts::elenco_illeggibile(elenco, norms::Norms::builtin()).has_value());
  const std::vector<csv::Difetto> expected = {
      {3, "codice_fiscale", "csv.valore",
       "Colonna «codice_fiscale», valore «ABC»: Il codice fiscale ha 3 caratteri: deve averne 16, oppure 11 cifre se è "
       "provvisorio."},
      {4, "qualifica", "csv.valore",
       "Colonna «qualifica», valore «capo»: non è tra i valori ammessi (operaio, impiegato, quadro, dirigente, apprendista, "
       "domicilio, altro). Correggila."},
      {4, "cambio_appalto", "csv.valore", "Colonna «cambio_appalto», valore «forse»: non è S o N. Correggilo."},
      {5, "codice_fiscale", "csv.valore", "Colonna «codice_fiscale», è vuota: il valore è obbligatorio. Indicalo."},
      {6, "codice_fiscale", "csv.valore",
       "Colonna «codice_fiscale», valore «" + cf(1) + "»: è già nella riga 2. Lascia una sola riga per lavoratore."},
      {7, {}, "csv.celle", "La riga ha 4 celle e l’intestazione 3: metti tra virgolette i testi che contengono il separatore."}};
  BOOST_REQUIRE(elenco.righe.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    BOOST_TEST(elenco.righe[i].riga == expected[i].riga);
    BOOST_TEST(elenco.righe[i].colonna == expected[i].colonna);
    BOOST_TEST(elenco.righe[i].codice == expected[i].codice);
    BOOST_TEST(elenco.righe[i].motivo == expected[i].motivo);
  }
}

BOOST_AUTO_TEST_SUITE_END()
