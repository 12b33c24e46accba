#include "shared/workflow/workflow.hpp"

#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

using namespace omnia::workflow;

namespace {

std::string joined(const std::vector<std::string_view>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + std::string(word);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(workflow)

BOOST_AUTO_TEST_CASE(a_domanda_goes_from_the_protocol_to_the_signature) {
  BOOST_TEST(next("domanda", "protocollata", "assegna").value() == "in_istruttoria");
  BOOST_TEST(next("domanda", "in_istruttoria", "proponi").value() == "in_firma");
  BOOST_TEST(next("domanda", "in_firma", "accogli").value() == "accolta");
  BOOST_TEST(next("domanda", "in_firma", "accogli_in_parte").value() == "accolta_in_parte");
  BOOST_TEST(next("domanda", "in_firma", "respingi").value() == "respinta");
  BOOST_TEST(next("domanda", "in_firma", "rinvia").value() == "in_istruttoria");
}

BOOST_AUTO_TEST_CASE(what_is_not_in_the_table_does_not_exist) {
  BOOST_TEST(!next("domanda", "protocollata", "accogli").has_value());
  BOOST_TEST(!next("domanda", "protocollata", "proponi").has_value());
  BOOST_TEST(!next("domanda", "accolta", "respingi").has_value());
  BOOST_TEST(!next("domanda", "revocata", "annulla").has_value());
  BOOST_TEST(!next("provvedimento", "rinviato", "firma").has_value());
  BOOST_TEST(!next("provvedimento", "annullato", "riprendi").has_value());
  BOOST_TEST(!next("richiesta", "inviata", "rispondi").has_value());
  BOOST_TEST(!next("cosa", "protocollata", "assegna").has_value());
  BOOST_TEST(eventi("domanda", "revocata").empty());
}

BOOST_AUTO_TEST_CASE(each_state_offers_its_events) {
  BOOST_TEST(joined(eventi("domanda", "in_attesa")) ==
             "assegna chiedi_integrazione ricevi_integrazione annulla_richiesta proponi");
  BOOST_TEST(joined(eventi("domanda", "sospesa")) == "assegna riprendi riprendi_in_parte revoca annulla");
  BOOST_TEST(joined(eventi("provvedimento", "firmato")) == "rettifica annulla revoca sospendi");
  BOOST_TEST(joined(stati("domanda")) ==
             "protocollata in_istruttoria in_attesa in_firma accolta accolta_in_parte respinta sospesa revocata");
}

BOOST_AUTO_TEST_CASE(an_act_that_follows_another_is_an_event_of_it) {
  for (const char* type : {"rettifica", "annullamento", "revoca", "sospensione"})
    BOOST_TEST(next("provvedimento", "firmato", evento_di(type)).has_value(), type);
  BOOST_TEST(*next("provvedimento", "sospeso", evento_di("ripresa")) == "firmato");
}

BOOST_AUTO_TEST_CASE(an_event_leads_from_a_state_to_one_place_only) {
  std::set<std::string> seen;
  for (const auto& one : transizioni()) {
    BOOST_TEST(seen.insert(std::string(one.oggetto) + "/" + std::string(one.da) + "/" + std::string(one.evento)).second);
  }
}

BOOST_AUTO_TEST_CASE(the_office_works_on_a_domanda_until_it_is_decided) {
  for (const auto& stato : stati("domanda")) {
    const bool open = stato == "protocollata" || stato == "in_istruttoria" || stato == "in_attesa" || stato == "in_firma";
    BOOST_TEST(in_lavorazione(stato) == open, stato);
  }
}

BOOST_AUTO_TEST_SUITE_END()
