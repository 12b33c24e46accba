#include "server/http/guard.hpp"

#include <boost/test/unit_test.hpp>

#include "server/http/application.hpp"
#include "server/http/json_body.hpp"
#include "server/http/log.hpp"
#include "server/http/metrics.hpp"
#include "server/http/problem.hpp"
#include "tests/unit/server/refused.hpp"

namespace {

using namespace omnia::http;
using omnia::tests::code_of;

Request with(Pairs headers) {
  Request request;
  request.percorso = "/api/v1/domande";
  request.intestazioni = std::move(headers);
  return request;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(http_guard)

BOOST_AUTO_TEST_CASE(control_characters_are_refused_wherever_they_hide) {
  Request request = with({{"Host", "x"}});
  BOOST_TEST(code_of([&] { check_characters(request); }) == "");
  request.parametri = {{"q", "a\r\nb"}};
  BOOST_TEST(code_of([&] { check_characters(request); }) == "richiesta.caratteri");
  request.parametri = {{"q\n", "a"}};
  BOOST_TEST(code_of([&] { check_characters(request); }) == "richiesta.caratteri");
  BOOST_TEST(code_of([&] { check_characters(with({{"X", "a\x7f"}})); }) == "richiesta.caratteri");
  request = with({});
  request.percorso = std::string("/a\0b", 4);
  BOOST_TEST(code_of([&] { check_characters(request); }) == "richiesta.caratteri");
}

BOOST_AUTO_TEST_CASE(accented_letters_are_no_control_characters) {
  Request request = with({});
  request.parametri = {{"q", "Società è Šarić"}};
  BOOST_TEST(code_of([&] { check_characters(request); }) == "");
}

BOOST_AUTO_TEST_CASE(an_address_that_is_not_utf8_is_refused) {
  Request request = with({});
  request.parametri = {{"q", "a\xff"}};
  BOOST_TEST(code_of([&] { check_characters(request); }) == "richiesta.caratteri");
  request.parametri = {{"\xc3", "a"}};
  BOOST_TEST(code_of([&] { check_characters(request); }) == "richiesta.caratteri");
  request.parametri.clear();
  request.percorso = "/api/v1/\xc3";
  BOOST_TEST(code_of([&] { check_characters(request); }) == "richiesta.caratteri");
  BOOST_TEST(code_of([&] { check_characters(with({{"User-Agent", "Caff\xe8"}})); }) == "");
}

BOOST_AUTO_TEST_CASE(only_the_own_origin_may_change_things) {
  const auto judge = [](Pairs headers, bool https = false) {
    headers.emplace_back("Host", "omnia.invalid:8080");
    return code_of([&] { check_origin(with(headers), https); });
  };
  BOOST_TEST(judge({}) == "");
  BOOST_TEST(judge({{"Origin", "http://omnia.invalid:8080"}}) == "");
  BOOST_TEST(judge({{"Origin", "http://omnia.invalid:8080"}, {"Sec-Fetch-Site", "same-origin"}}) == "");
  BOOST_TEST(judge({{"Sec-Fetch-Site", "none"}}) == "");
  BOOST_TEST(judge({{"Origin", "https://omnia.invalid:8080"}}, true) == "");
  for (const char* origin : {"null", "http://omnia.invalid", "http://omnia.invalid:8081", "https://omnia.invalid:8080",
                             "http://omnia.invalid:8080.evil"}) {
    BOOST_TEST(judge({{"Origin", origin}}) == "origine.estranea", origin);
  }
  for (const char* site : {"cross-site", "same-site"}) BOOST_TEST(judge({{"Sec-Fetch-Site", site}}) == "origine.estranea", site);
}

BOOST_AUTO_TEST_CASE(media_types_are_compared_without_parameters) {
  BOOST_TEST(media_type("application/JSON; charset=utf-8") == "application/json");
  BOOST_TEST(media_type(" text/xml ;x=y") == "text/xml");
  BOOST_TEST(media_type("") == "");
}

BOOST_AUTO_TEST_CASE(an_answer_with_its_own_cache_rule_keeps_it) {
  const auto cache = [](Pairs headers) {
    add_security_headers(headers, false);
    std::string all;
    for (const auto& [key, value] : headers) all += key == "Cache-Control" ? value + "|" : "";
    return all;
  };
  BOOST_TEST(cache({}) == "no-store|");
  BOOST_TEST(cache({{"Cache-Control", "no-cache"}}) == "no-cache|");
}

BOOST_AUTO_TEST_CASE(cookies_and_headers_are_found_by_name) {
  const Request request = with({{"COOKIE", "a=1; omnia_sessione=abc=d;  b=2"}, {"Host", "x"}});
  BOOST_TEST(request.cookie("omnia_sessione") == "abc=d");
  BOOST_TEST(request.cookie("b") == "2");
  BOOST_TEST(request.cookie("omnia") == "");
  BOOST_TEST(request.intestazione("host") == "x");
}

BOOST_AUTO_TEST_CASE(strict_json_refuses_what_the_library_tolerates) {
  const auto code = [](std::string_view text) { return code_of([&] { parse_json_body(text); }); };
  BOOST_TEST(code(R"({"a":[1,2,{"b":null}]})") == "");
  BOOST_TEST(code(R"({"a":1,"b":{"a":2}})") == "", "the same key in another object");
  BOOST_TEST(code(R"({"a":1,"a":2})") == "json.chiave_doppia");
  BOOST_TEST(code(R"([{"a":1},{"a":1,"\u0061":2}])") == "json.chiave_doppia");
  BOOST_TEST(code(R"({"a":"\u0000"})") == "json.carattere_nullo");
  BOOST_TEST(code(std::string_view("{}\0", 3)) == "json.carattere_nullo");
  BOOST_TEST(code(std::string(40, '[') + std::string(40, ']')) == "json.annidamento");
  BOOST_TEST(code(std::string(32, '[') + std::string(32, ']')) == "");
  BOOST_TEST(code("{") == "json.sintassi");
  BOOST_TEST(code("") == "json.sintassi");
  BOOST_TEST(code("\"\xff\"") == "json.sintassi");
}

BOOST_AUTO_TEST_CASE(a_problem_names_code_text_field_and_remedy) {
  const Answer answer = problem(
      omnia::services::Refusal(omnia::services::Esito::non_accettabile, "prova.codice", "Non va.", "Correggi.", "azienda.pec"));
  BOOST_TEST(answer.stato == 422);
  BOOST_TEST(answer.tipo == "application/problem+json");
  BOOST_TEST(
      answer.corpo ==
      R"({"campo":"azienda.pec","codice":"prova.codice","detail":"Non va.","rimedio":"Correggi.","status":422,"title":"Contenuto non accettabile","type":"about:blank"})");
}

BOOST_AUTO_TEST_CASE(the_statuses_of_the_library_become_problems_too) {
  for (const int status : {400, 404, 408, 413, 414, 415, 416, 417, 500, 505}) {
    const Answer answer = problem(status);
    BOOST_TEST(answer.tipo == "application/problem+json");
    BOOST_TEST(answer.corpo.find("\"rimedio\":\"") != std::string::npos);
  }
  BOOST_TEST(problem(500).corpo.find("Si è verificato un errore del server.") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(codici_fiscali_are_masked_in_the_log) {
  BOOST_TEST(mask_codici_fiscali("lavoratore XQZWKJ85A01H501M, matricola 4977777750") ==
             "lavoratore XQZWKJ********1M, matricola 4977777750");
  BOOST_TEST(mask_codici_fiscali("xqzwkj85a01h501m") == "xqzwkj********1m");
  BOOST_TEST(mask_codici_fiscali("nessuno qui") == "nessuno qui");
}

BOOST_AUTO_TEST_CASE(metrics_count_by_route_and_status_and_keep_cumulative_buckets) {
  Metrics metrics;
  metrics.request("GET", "/x", 200, 0.004);
  metrics.request("GET", "/x", 200, 0.2);
  metrics.submission("accolta");
  const std::string text = metrics.text({3, 7});
  for (const char* line : {"omnia_http_requests_total{method=\"GET\",route=\"/x\",status=\"200\"} 2\n",
                           "omnia_http_request_duration_seconds_bucket{route=\"/x\",le=\"0.0025\"} 0\n",
                           "omnia_http_request_duration_seconds_bucket{route=\"/x\",le=\"0.005\"} 1\n",
                           "omnia_http_request_duration_seconds_bucket{route=\"/x\",le=\"+Inf\"} 2\n",
                           "omnia_domande_invii_total{esito=\"accolta\"} 1\n", "omnia_db_commit_gruppi_total 3\n",
                           "omnia_db_commit_lavori_total 7\n"}) {
    BOOST_TEST(text.find(line) != std::string::npos, line);
  }
}

BOOST_AUTO_TEST_SUITE_END()
