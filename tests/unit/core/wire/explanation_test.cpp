#include <boost/test/unit_test.hpp>

#include "shared/wire/wire.hpp"

using omnia::rules::explanation::Quantita;
using omnia::rules::explanation::Spiegazione;

BOOST_AUTO_TEST_SUITE(wire_explanation)

BOOST_AUTO_TEST_CASE(a_tree_is_written_with_what_each_step_has) {
  Spiegazione step;
  step.affermazione = "A1, dal 03/03/2025 al 25/05/2025: conta 12 settimane.";
  step.quantita = Quantita{7560, "unita"};
  step.fatti.push_back({"prestazione", "CIGO", "registro INPS, autorizzazione A1"});
  Spiegazione root;
  root.codice = "biennio";
  root.affermazione = "Restano 40 settimane.";
  root.regola = "Al massimo 52 settimane.";
  root.citazione = "Art. 12, comma 3, D.Lgs. 148/2015";
  root.lettura = true;
  root.quantita = Quantita{7560, "unita"};
  root.somma = true;
  root.passi.push_back(step);
  BOOST_TEST(omnia::wire::write(root) ==
             R"({"affermazione":"Restano 40 settimane.","citazione":"Art. 12, comma 3, D.Lgs. 148/2015","codice":"biennio",)"
             R"("fatti":[],"lettura":true,"passi":[{"affermazione":"A1, dal 03/03/2025 al 25/05/2025: conta 12 settimane.",)"
             R"("fatti":[{"fonte":"registro INPS, autorizzazione A1","nome":"prestazione","valore":"CIGO"}],"lettura":false,)"
             R"("passi":[],"quantita":{"misura":"unita","valore":7560},"somma":false}],"quantita":{"misura":"unita",)"
             R"("valore":7560},"regola":"Al massimo 52 settimane.","somma":true})");
}

BOOST_AUTO_TEST_SUITE_END()
