// What crosses the border between program and page.
#include "wasm-client/platform/messages.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "wasm-client/view/build.hpp"

using namespace omnia;

BOOST_AUTO_TEST_SUITE(messages)

BOOST_AUTO_TEST_CASE(an_event_of_the_page_becomes_the_event_of_the_node_s_key) {
  view::Node node = view::button("azienda.pec", "PEC");
  const auto input = platform::event_of(&node, 1, "a@b.it");
  BOOST_REQUIRE(input.has_value());
  BOOST_TEST(std::get<app::Input>(*input).key == "azienda.pec");
  BOOST_TEST(std::get<app::Input>(*input).text == "a@b.it");
  BOOST_TEST(std::get<app::Change>(platform::event_of(&node, 2, "x").value()).text == "x");
  BOOST_TEST(std::get<app::Click>(platform::event_of(&node, 3, "").value()).key == "azienda.pec");
  BOOST_TEST(std::get<app::Paste>(platform::event_of(&node, 4, "1\t2").value()).text == "1\t2");
  BOOST_TEST(std::get<app::FillDown>(platform::event_of(&node, 5, "").value()).key == "azienda.pec");
  BOOST_TEST(std::get<app::Scroll>(platform::event_of(&node, 6, "4992").value()).first_row == 4992);
}

BOOST_AUTO_TEST_CASE(a_file_arrives_whole_and_only_in_a_field_of_files) {
  view::Node node = view::keyed(view::Kind::field, "relazione.pdf", "Relazione");
  const app::FileChosen file{{}, "perché.pdf", "application/pdf", 4, std::string("%\0PD", 4)};
  BOOST_TEST(!platform::file_of(&node, file).has_value());
  BOOST_TEST(!platform::file_of(nullptr, file).has_value());
  node.field_kind = view::FieldKind::file;
  const auto chosen = std::get<app::FileChosen>(platform::file_of(&node, file).value());
  BOOST_TEST(chosen.key == "relazione.pdf");
  BOOST_TEST(chosen.nome == "perché.pdf");
  BOOST_TEST(chosen.dimensione == 4);
  BOOST_TEST(chosen.bytes == file.bytes);
  node.disabled = true;
  BOOST_TEST(!platform::file_of(&node, file).has_value());
}

BOOST_AUTO_TEST_CASE(an_event_of_a_node_that_is_gone_or_disabled_is_dropped) {
  view::Node node = view::button("invia", "Invia");
  node.disabled = true;
  BOOST_TEST(!platform::event_of(nullptr, 3, "").has_value());
  BOOST_TEST(!platform::event_of(&node, 3, "").has_value());
  node.disabled = false;
  BOOST_TEST(!platform::event_of(&node, 7, "").has_value());
}

BOOST_AUTO_TEST_CASE(half_of_a_surrogate_pair_becomes_the_replacement_character) {
  BOOST_TEST(platform::clean("Šarić €") == "Šarić €");
  const std::string cleaned = platform::clean(
      "a\xED\xA0\xBD"
      "b");
  BOOST_TEST(cleaned.find("\xEF\xBF\xBD") != std::string::npos);
  BOOST_TEST(cleaned.find('\xED') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(answers_of_the_page_become_events) {
  const app::Event http = platform::answer_of(R"({"tipo":"http","tag":"sessione","stato":401,"corpo":"{}"})").value();
  BOOST_TEST(std::get<app::HttpAnswer>(http).tag == "sessione");
  BOOST_TEST(std::get<app::HttpAnswer>(http).stato == 401);
  BOOST_TEST(std::get<app::HttpAnswer>(http).corpo == "{}");
  BOOST_TEST(std::get<app::DraftsLoaded>(platform::answer_of(R"({"tipo":"bozze","testi":["a","b"]})").value()).testi.size() ==
             2U);
  BOOST_TEST(!std::get<app::DraftStored>(platform::answer_of(R"({"tipo":"bozza_salvata","id":"1","ok":false})").value()).ok);
  BOOST_TEST(!std::get<app::Connectivity>(platform::answer_of(R"({"tipo":"rete","online":false})").value()).online);
  BOOST_TEST(!platform::answer_of(R"({"tipo":"altro"})").has_value());
  BOOST_TEST(platform::start_of(R"({"oggi":"2026-11-24","faccia":"canvas"})").faccia == "canvas");
}

// The program in the browser has no exceptions: a value of the wrong kind must be nothing to it.
BOOST_AUTO_TEST_CASE(a_message_of_wrong_kinds_is_read_as_empty) {
  for (const char* text : {"", "[]", "{", "7", R"({"tipo":7})", R"({"tipo":["http"]})"}) {
    BOOST_TEST_CONTEXT(text) BOOST_TEST(!platform::answer_of(text).has_value());
  }
  const app::Event http = platform::answer_of(R"({"tipo":"http","tag":[],"stato":"401","corpo":{}})").value();
  BOOST_TEST(std::get<app::HttpAnswer>(http).tag.empty());
  BOOST_TEST(std::get<app::HttpAnswer>(http).stato == 0);
  BOOST_TEST(std::get<app::HttpAnswer>(http).corpo.empty());
  BOOST_TEST(std::get<app::DraftsLoaded>(platform::answer_of(R"({"tipo":"bozze","testi":["a",7,{}]})").value()).testi ==
             std::vector<std::string>{"a"});
  BOOST_TEST(platform::start_of(R"({"oggi":7,"preferenze":{"tema":"scuro","altra":1}})").preferenze.size() == 1U);
  BOOST_TEST(platform::start_of("no").oggi.empty());
}

BOOST_AUTO_TEST_CASE(effects_leave_as_json) {
  BOOST_TEST(
      platform::effect_json(app::Http{"invio", "POST", "/api/v1/domande", "{\"a\":1}", "chiave-1"}) ==
      R"({"chiave_idempotenza":"chiave-1","corpo":"{\"a\":1}","metodo":"POST","percorso":"/api/v1/domande","tag":"invio","tipo":"http"})");
  BOOST_TEST(platform::effect_json(app::Http{"sessione", "GET", "/api/v1/sessione", "", ""}) ==
             R"({"metodo":"GET","percorso":"/api/v1/sessione","tag":"sessione","tipo":"http"})");
  BOOST_TEST(platform::effect_json(app::StoreDraft{"b1"}) == R"({"id":"b1","tipo":"salva_bozza"})");
  BOOST_TEST(platform::effect_json(app::StoreDraft{"b1", "{}"}) == R"({"id":"b1","testo":"{}","tipo":"salva_bozza"})");
  BOOST_TEST(platform::effect_json(app::DeleteDraft{"b1"}) == R"({"id":"b1","tipo":"elimina_bozza"})");
  BOOST_TEST(platform::effect_json(app::LoadDrafts{}) == R"({"tipo":"carica_bozze"})");
  BOOST_TEST(platform::effect_json(app::FocusNode{"azienda.pec"}) ==
             "{\"id\":" + std::to_string(view::id_of("azienda.pec")) + ",\"tipo\":\"fuoco\"}");
  BOOST_TEST(platform::effect_json(app::SwitchFace{"html"}) == R"({"faccia":"html","tipo":"faccia"})");
  BOOST_TEST(platform::effect_json(app::Download{"a.json", "application/json", "è"}) ==
             R"({"contenuto":"è","nome":"a.json","tipo":"scarica","tipo_mime":"application/json"})");
}

BOOST_AUTO_TEST_SUITE_END()
