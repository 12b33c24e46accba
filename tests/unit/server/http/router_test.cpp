#include "server/http/router.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace omnia::http;

Router sample() {
  Router router;
  for (const auto& [metodo, modello] : std::vector<std::pair<std::string, std::string>>{
           {"GET", "/domande"}, {"POST", "/domande"}, {"GET", "/domande/{id}"}, {"GET", "/domande/{id}/allegati/{n}"}}) {
    Route route;
    route.metodo = metodo;
    route.modello = modello;
    route.azione = omnia::identity::Azione::legge_domanda;
    router.add(std::move(route));
  }
  return router;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(http_router)

BOOST_AUTO_TEST_CASE(a_route_that_names_no_power_cannot_be_added) {
  Router router;
  Route route;
  route.metodo = "GET";
  route.modello = "/dimenticata";
  BOOST_CHECK_EXCEPTION(router.add(route), std::logic_error,
                        [](const auto& e) { return std::string(e.what()) == "no power is named for GET /dimenticata"; });
  route.sessione = false;
  router.add(route);
  BOOST_TEST(router.routes().size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_values_of_the_segments_come_in_order) {
  const Router router = sample();
  const auto found = router.match("GET", "/domande/abc/allegati/2");
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(found->route->modello == "/domande/{id}/allegati/{n}");
  BOOST_TEST(found->segmenti == (std::vector<std::string>{"abc", "2"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_known_path_with_another_method_tells_those_admitted) {
  const Router router = sample();
  const auto found = router.match("DELETE", "/domande");
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(found->route == nullptr);
  BOOST_TEST(found->ammessi == "GET, HEAD, POST");
  BOOST_TEST(router.match("HEAD", "/domande")->route->metodo == "GET");
}

BOOST_AUTO_TEST_CASE(paths_that_are_almost_a_route_are_none) {
  const Router router = sample();
  for (const char* path : {"", "/", "domande", "/domande/", "/domande//allegati/1", "/domande/a/allegati", "/domande/a/b/c/d",
                           "//domande", "/Domande"}) {
    BOOST_TEST(!router.match("GET", path).has_value(), path);
  }
}

BOOST_AUTO_TEST_SUITE_END()
