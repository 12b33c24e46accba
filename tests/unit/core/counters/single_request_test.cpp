// T1: the length of one request.
#include "shared/rules/counters/single_request.hpp"

#include <boost/test/unit_test.hpp>

#include "history.hpp"

using namespace omnia::tests;
using omnia::norms::Norms;
using omnia::rules::routing::Settore;

namespace {

auto single(const omnia::domain::Registry& r, const omnia::rules::counters::Richiesta& richiesta, bool proroga) {
  return omnia::rules::counters::single_request(r, richiesta, proroga, Settore::industria, Norms::builtin());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(counters_single_request)

BOOST_AUTO_TEST_CASE(a_first_request_asks_thirteen_weeks_at_most) {
  const auto fits = single(registry({}), ask("2026-11-23", 13), false);
  BOOST_TEST((!fits.superato && fits.settimane_ammesse == 13));
  BOOST_TEST(fits.testo == "La richiesta è di 13 settimane, entro le 13 di una sola domanda.");
  BOOST_TEST(fits.citazione == "Art. 12, comma 1, D.Lgs. 148/2015");
  const auto over = single(registry({}), ask("2026-11-23", 14), false);
  BOOST_TEST((over.superato && over.settimane_ammesse == 13));
  BOOST_TEST(over.testo == "La richiesta è di 14 settimane: una sola domanda ne ammette 13. Per le altre invia una proroga.");
}

BOOST_AUTO_TEST_CASE(an_extension_goes_on_up_to_fifty_two_weeks_eone_included) {
  const auto r = registry({eone("A1", weeks_from("2025-11-24", 20)), cigo("A2", weeks_from("2026-04-13", 25))});
  const auto fits = single(r, ask("2026-10-05", 7), true);  // 45 + 7
  BOOST_TEST(fits.usato == 45 * 630);
  BOOST_TEST(!fits.superato);
  BOOST_TEST(fits.testo == "Proroga di 7 settimane dopo 45 settimane senza interruzione: in tutto 52 su 52.");
  BOOST_TEST(fits.righe.size() == 2U);
  const auto over = single(r, ask("2026-10-05", 8), true);
  BOOST_TEST((over.superato && over.settimane_ammesse == 7));
  BOOST_TEST(
      over.testo ==
      "Con le 45 settimane già autorizzate senza interruzione, la proroga di 8 settimane può arrivare a 7: al massimo 13 alla "
      "volta e 52 in tutto.");
  BOOST_TEST(single(r, ask("2026-10-12", 13), true).usato == 0);  // a free week before it
}

BOOST_AUTO_TEST_CASE(what_is_asked_and_not_decided_is_only_in_the_prudent_figure) {
  auto r = registry({cigo("A1", weeks_from("2026-01-05", 13))});
  omnia::domain::DomandaPresentata filed;
  filed.protocollo = "INPS.4900.01/04/2026.0000001";
  filed.causale = "MANC_LAVORO";
  filed.periodo = weeks_from("2026-04-06", 13);
  r.domande.push_back(filed);
  const auto c = single(r, ask("2026-07-06", 13), true);
  BOOST_TEST(c.usato == 0);  // the last authorised week is thirteen weeks away
  BOOST_TEST(c.usato_prudente == 26 * 630);
  BOOST_REQUIRE(c.righe.size() == 2U);
  BOOST_TEST((c.righe[0].conta && !c.righe[1].conta));
  BOOST_TEST(c.righe[1].motivo == "In istruttoria: si conta solo nella stima prudente.");
}

BOOST_AUTO_TEST_CASE(fourteen_weeks_of_an_unavoidable_event_are_too_many_too) {
  BOOST_TEST(single(registry({}), ask("2026-11-23", 14, true), false).superato);
  BOOST_TEST(!single(registry({}), ask("2026-11-23", 13, true), false).superato);
}

BOOST_AUTO_TEST_SUITE_END()
