#include "wasm-client/view/publisher.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "wasm-client/view/build.hpp"

using namespace omnia::view;

namespace {

Node page(std::vector<Node> children) { return keyed(Kind::page, "pagina", "Prova", std::move(children)); }

Node input(const std::string& value) {
  Node field = keyed(Kind::field, "azienda.pec", "PEC");
  field.field_kind = FieldKind::email;
  field.value = value;
  return field;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(publisher)

BOOST_AUTO_TEST_CASE(json_leaves_defaults_out_and_escapes_text) {
  Node field = input("a\"b\\c\n\x01 è €");
  field.target = "altro";
  field.tone = Tone::warning;
  field.options = {{"1", "uno"}};
  seal(field);
  const auto json = nlohmann::json::parse(to_json(field));
  BOOST_TEST(json.size() == 8U);
  BOOST_TEST(json["id"] == id_of("azienda.pec"));
  BOOST_TEST(json["k"] == "field");
  BOOST_TEST(json["field"] == "email");
  BOOST_TEST(json["value"] == "a\"b\\c\n\x01 è €");
  BOOST_TEST(json["target"] == id_of("altro"));
  BOOST_TEST(json["tone"] == "warning");
  BOOST_TEST(json["options"][0]["label"] == "uno");
}

BOOST_AUTO_TEST_CASE(the_first_time_the_whole_tree_then_only_what_changed) {
  Publisher publisher;
  const auto first = nlohmann::json::parse(publisher.publish(page({input("a"), text("x")})));
  BOOST_TEST(first["tree"]["children"].size() == 2U);
  BOOST_TEST(publisher.publish(page({input("a"), text("x")})).empty());
  const auto change = nlohmann::json::parse(publisher.publish(page({input("ab"), text("x")})));
  BOOST_TEST(change["nodes"].size() == 1U);
  BOOST_TEST(change["nodes"][0]["value"] == "ab");
  BOOST_TEST(!change["nodes"][0].contains("children"));
  const auto more = nlohmann::json::parse(publisher.publish(page({input("ab"), text("x"), button("invia", "Invia")})));
  BOOST_TEST(more.contains("tree"));
  BOOST_REQUIRE(publisher.find(id_of("invia")) != nullptr);
  BOOST_TEST(publisher.find(id_of("invia"))->label == "Invia");
  BOOST_TEST(publisher.find(12345) == nullptr);
}

BOOST_AUTO_TEST_CASE(every_kind_has_its_name) {
  for (int k = 0; k <= static_cast<int>(Kind::disclosure); ++k) {
    Node node = keyed(static_cast<Kind>(k), "x", "y");
    seal(node);
    BOOST_TEST(!nlohmann::json::parse(to_json(node))["k"].get<std::string>().empty());
  }
}

BOOST_AUTO_TEST_CASE(a_chart_leaves_as_shapes_and_a_changed_mark_is_a_change) {
  Chart drawn;
  drawn.series = {"Usate"};
  drawn.max = 100;
  drawn.marks = {{"", "", 25, 50, 0, 0}};
  const auto tree = [&] {
    return page({chart("g", "Restano 5 settimane", "", drawn, "Dati", keyed(Kind::table, "g.tabella", "Dati"))});
  };
  Publisher publisher;
  const auto first = nlohmann::json::parse(publisher.publish(tree()))["tree"]["children"][0];
  BOOST_TEST(first["k"] == "chart");
  BOOST_TEST(first["children"][0]["k"] == "disclosure");
  const auto& shapes = first["chart"]["shapes"];
  const auto bar = std::find_if(shapes.begin(), shapes.end(), [](const auto& s) { return s["ink"] == "series0"; });
  BOOST_REQUIRE(bar != shapes.end());
  BOOST_TEST((*bar)["x"] == 2500);
  BOOST_TEST((*bar)["x2"] == 5000);
  BOOST_TEST(publisher.publish(tree()).empty());
  drawn.marks[0].to = 60;
  BOOST_TEST(!publisher.publish(tree()).empty());
}

BOOST_AUTO_TEST_CASE(two_nodes_with_one_key_are_a_defect) {
  Publisher publisher;
  BOOST_CHECK_THROW(publisher.publish(page({button("a", "1"), button("a", "2")})), std::logic_error);
}

BOOST_AUTO_TEST_CASE(a_node_that_appears_does_not_rename_its_neighbours) {
  Node before = page({text("uno"), input("x")});
  Node after = page({badge("nuovo", Tone::info), text("uno"), input("x")});
  seal(before);
  seal(after);
  BOOST_TEST(before.children[0].id == after.children[1].id);
}

BOOST_AUTO_TEST_SUITE_END()
