// What a spreadsheet's block and a fill write into which fields.
#include "wasm-client/app/grid.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/unit/client/office.hpp"
#include "wasm-client/view/build.hpp"

using namespace omnia;
using app::CellTexts;
using view::Kind;
using view::Node;

namespace {

// Two columns of fields beside a column of words, three rows; the last field is disabled.
Node grid() {
  Node table = view::keyed(Kind::table, "piano", "Piano", {view::header_row({"Settimana", "Lavoratori", "Ore"})});
  table.grid = true;
  for (int i = 0; i < 3; ++i) {
    const std::string n = std::to_string(i);
    Node people = view::keyed(Kind::field, "lavoratori." + n, "Lavoratori");
    people.value = "v" + n;
    Node hours = view::keyed(Kind::field, "ore." + n, "Ore");
    hours.disabled = i == 2;
    table.children.push_back(view::node(Kind::table_row, {view::cell("Settimana"), view::node(Kind::table_cell, {people}),
                                                          view::node(Kind::table_cell, {hours})}));
  }
  Node page = view::node(Kind::page, {view::node(Kind::main, {view::text("Prima"), table})});
  view::seal(page);
  return page;
}

std::string shown(const CellTexts& cells) {
  std::string out;
  for (const auto& [key, text] : cells) out += key + "=" + text + ";";
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(grid_of_fields)

BOOST_AUTO_TEST_CASE(a_block_fills_to_the_right_and_down_and_stops_at_the_edges) {
  BOOST_TEST(shown(app::pasted(grid(), "lavoratori.0", "10\t38,5\n12\t40\n")) ==
             "lavoratori.0=10;ore.0=38,5;lavoratori.1=12;ore.1=40;");
  BOOST_TEST(shown(app::pasted(grid(), "ore.1", "1\t2\r\n3\t4\r\n5\t6")) == "ore.1=1;");
  BOOST_TEST(shown(app::pasted(grid(), "lavoratori.2", "7\t8")) == "lavoratori.2=7;");
}

BOOST_AUTO_TEST_CASE(quotes_of_a_spreadsheet_hold_tabs_and_line_breaks) {
  BOOST_TEST(shown(app::pasted(grid(), "lavoratori.0", "\"a\tb\"\t\"dice \"\"sì\"\"\nsubito\"\n")) ==
             "lavoratori.0=a\tb;ore.0=dice \"sì\"\nsubito;");
}

BOOST_AUTO_TEST_CASE(a_fill_takes_the_value_down_to_the_last_row) {
  BOOST_TEST(shown(app::filled_down(grid(), "lavoratori.1")) == "lavoratori.2=v1;");
  BOOST_TEST(shown(app::filled_down(grid(), "lavoratori.2")).empty());
  BOOST_TEST(shown(app::filled_down(grid(), "altro")).empty());
}

BOOST_AUTO_TEST_CASE(a_pasted_block_is_saved_once) {
  const app::Effects kept =
      app::only_last_draft({app::StoreDraft{"b", "1"}, app::LoadDrafts{}, app::StoreDraft{"c", "1"}, app::StoreDraft{"b", "2"}});
  BOOST_REQUIRE(kept.size() == 3U);
  BOOST_TEST(std::get<app::StoreDraft>(kept[2]).testo.value_or("") == "2");
}

BOOST_AUTO_TEST_CASE(text_pasted_outside_a_grid_is_the_field_s) {
  test::Driver d;
  test::open_new(d);
  d.send(app::Paste{"azienda.pec", "a@pec.example"});
  BOOST_TEST(d.field("PEC").value == "a@pec.example");
}

BOOST_AUTO_TEST_SUITE_END()
