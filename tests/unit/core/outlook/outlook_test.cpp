#include "shared/rules/outlook/outlook.hpp"

#include <boost/test/unit_test.hpp>

#include "shared/forms/fields.hpp"
#include "tests/unit/core/review/base.hpp"

using namespace omnia;
using rules::outlook::Capienza;
using rules::outlook::Posto;
using rules::outlook::Tratto;

namespace {

rules::outlook::Domanda question(const domain::Draft& draft, const domain::Registry& registry) {
  return {draft, registry, norms::Norms::builtin(), rules::routing::Settore::industria, test::kOggi};
}

domain::Autorizzazione authorised(const char* dal, const char* al, const char* numero = "490020260001") {
  domain::Autorizzazione a;
  a.numero = numero;
  a.unita_produttiva = 1;
  a.prestazione = "CIGO";
  a.causale = "MANC_LAVORO";
  a.periodo = {test::day(dal), test::day(al)};
  return a;
}

// Fifty of the 52 weeks of the biennio are used.
domain::Registry nearly_full() {
  auto registry = test::clean_registry();
  registry.autorizzazioni = {authorised("2025-01-06", "2025-07-06", "1"), authorised("2025-12-01", "2026-05-17", "2")};
  return registry;
}

domain::Draft six_weeks() {
  auto draft = test::clean_draft();
  draft.periodo.al = domain::enter<domain::Date>("27/12/2026");
  forms::align_weeks(draft);
  return draft;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(outlook)

BOOST_AUTO_TEST_CASE(a_request_that_fits_says_so_and_what_is_left) {
  const auto draft = test::clean_draft();
  const auto registry = test::clean_registry();
  const Capienza room = rules::outlook::capacity(question(draft, registry));
  BOOST_TEST((room.posto == Posto::entra));
  BOOST_TEST(room.testo == "Questa richiesta entra tutta: 2 settimane.");
  BOOST_TEST(room.titolo == "Con questa richiesta restano 50 settimane su 52 nel biennio, al 29/11/2026");
  BOOST_TEST(!room.prima_data.has_value());
  BOOST_REQUIRE(room.tratti.size() == 1U);
  BOOST_TEST((room.tratti[0].natura == Tratto::Natura::richiesta));
  BOOST_TEST(room.punti.size() == 104U);
}

BOOST_AUTO_TEST_CASE(a_request_that_is_too_long_says_how_many_weeks_fit_and_from_when_all_do) {
  const auto draft = six_weeks();
  const auto registry = nearly_full();
  const Capienza room = rules::outlook::capacity(question(draft, registry));
  BOOST_TEST((room.posto == Posto::in_parte));
  BOOST_TEST(room.settimane_chieste == 6);
  BOOST_TEST(room.settimane_ammesse == 2);
  BOOST_TEST(room.entra.value().al.italiano() == "29/11/2026");
  BOOST_REQUIRE(room.prima_data.has_value());
  BOOST_TEST(room.testo ==
             "Entrano solo 2 settimane su 6, fino al 29/11/2026. Limite raggiunto: Biennio mobile. Entrano tutte dal " +
                 room.prima_data->italiano() + ".");
  BOOST_TEST((*room.prima_data > test::day("2026-11-23")));
  BOOST_TEST(room.tratti.size() == 3U);
}

BOOST_AUTO_TEST_CASE(nothing_is_said_before_unit_and_weeks_are_known) {
  const auto registry = test::clean_registry();
  domain::Draft draft = test::clean_draft();
  draft.unita_produttiva.progressivo = {};
  BOOST_TEST((rules::outlook::capacity(question(draft, registry)).posto == Posto::ignoto));
  BOOST_TEST(rules::outlook::capacity_key(question(draft, registry)).empty());
  draft = test::clean_draft();
  draft.periodo.al = domain::enter<domain::Date>("01/01/2036");
  BOOST_TEST((rules::outlook::capacity(question(draft, registry)).posto == Posto::ignoto));
}

BOOST_AUTO_TEST_CASE(what_changes_the_room_changes_its_key) {
  const auto registry = test::clean_registry();
  domain::Draft draft = test::clean_draft();
  const std::string before = rules::outlook::capacity_key(question(draft, registry));
  draft.azienda.pec = domain::enter<domain::Pec>("altra@pec.example");
  BOOST_TEST(rules::outlook::capacity_key(question(draft, registry)) == before);
  draft.periodo.settimane[0].ore = domain::enter<domain::Hours>("100");
  BOOST_TEST(rules::outlook::capacity_key(question(draft, registry)) != before);
}

BOOST_AUTO_TEST_CASE(hours_beyond_the_third_leave_fewer_weeks) {
  auto registry = test::clean_registry();
  for (auto& month : registry.unita_produttive[0].organico) month.teste = 1;  // 104 × 40 / 3 = 1.386,66 hours
  const auto draft = test::clean_draft();                                     // 160 hours a week
  BOOST_TEST((rules::outlook::capacity(question(draft, registry)).posto == Posto::entra));
  auto longer = draft;
  longer.periodo.al = domain::enter<domain::Date>("14/02/2027");  // 13 weeks
  forms::align_weeks(longer);
  for (auto& week : longer.periodo.settimane) week.ore = domain::enter<domain::Hours>("160");
  const Capienza room = rules::outlook::capacity(question(longer, registry));
  BOOST_TEST((room.posto == Posto::in_parte));
  BOOST_TEST(room.settimane_ammesse == 8);
  BOOST_REQUIRE(room.vincoli.size() == 1U);
  BOOST_TEST(room.vincoli[0].codice == "terzo");
  BOOST_TEST(!room.prima_data.has_value());
}

BOOST_AUTO_TEST_CASE(without_a_pay_the_estimate_is_the_most_that_can_be_due) {
  const auto draft = test::clean_draft();
  const auto registry = test::clean_registry();
  const auto most = rules::outlook::estimate(question(draft, registry), 0);
  BOOST_REQUIRE(most.has_value());
  BOOST_TEST(most->al_massimo);
  const auto paid = rules::outlook::estimate(question(draft, registry), 1000);  // 10,00 euro an hour
  BOOST_REQUIRE(paid.has_value());
  BOOST_TEST(!paid->al_massimo);
  BOOST_REQUIRE(paid->stima.settimane.size() == 2U);
  // 160 hours × 10 euro; 80 % of it is within the ceiling.
  BOOST_TEST(paid->stima.settimane[0].retribuzione_persa_cent == 160000);
  BOOST_TEST(paid->stima.settimane[0].lordo_cent <= 128000);
  BOOST_TEST(paid->stima.netto_cent < most->stima.netto_cent);
  BOOST_TEST(paid->aliquota == "6%");
  BOOST_TEST(paid->stima.contributo_cent == 19200);
  BOOST_TEST(!rules::outlook::estimate(question(domain::Draft(), registry), 0).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
