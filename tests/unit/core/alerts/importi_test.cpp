#include <boost/test/unit_test.hpp>

#include "tests/unit/core/alerts/cases.hpp"

namespace omnia::test {

std::vector<Case> importi_cases() {
  const std::string campo = "pagamento.modalita";
  const auto late = [](const char* monday) { return [=](World& w) { ask(w, monday, 1); }; };
  return {
      {"A-IMP-01", kAvviso, campo,
       "Il massimale del 2027 non è ancora caricato: gli importi di quell’anno non si possono stimare.", late("2026-12-28"),
       late("2026-12-21")},
      {"A-IMP-02", kInformazione, campo, "Intemperie in edilizia e lapidei: si applica il massimale maggiorato del 20%.",
       [](World& w) {
         builder(w);
         bad_weather(w);
         w.d.causale.id = "METEO_EDIL";
       },
       bad_weather},
      {"A-IMP-03", kInformazione, campo, "Contributo addizionale stimato: 6% della retribuzione persa.", [](World&) {},
       bad_weather},
      {"A-IMP-03", kInformazione, campo, "Contributo addizionale stimato: 9% della retribuzione persa.",
       [](World& w) { w.r.autorizzazioni = {authorised("2024-12-02", "2024-12-29")}; }, bad_weather},
      {"A-IMP-04", kInformazione, campo, "Contributo addizionale non dovuto: l’evento non è evitabile.", bad_weather, {}},
  };
}

}  // namespace omnia::test

BOOST_AUTO_TEST_SUITE(alerts_importi)

BOOST_AUTO_TEST_CASE(every_alert_of_the_amounts_is_raised_and_spared) { omnia::test::check(omnia::test::importi_cases()); }

BOOST_AUTO_TEST_SUITE_END()
