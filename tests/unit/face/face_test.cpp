// Every visible leaf and part has a place; places do not overlap; words wrap; what the fonts lack is told.
#include "wasm-client/faces/imgui/face.hpp"

#include <imgui.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/unit/face/fonts.hpp"
#include "tests/unit/face/sample.hpp"
#include "wasm-client/faces/imgui/fonts.hpp"
#include "wasm-client/view/build.hpp"

using namespace omnia;
using view::Kind;
using view::Node;
using view::NodeId;

namespace {

struct Screen {
  float css_width = 1440;
  float dpr = 1;
};

const std::vector<Screen> kScreens = {{1024, 1}, {1024, 1.25F}, {1024, 2},     {1440, 1}, {1440, 1.25F},
                                      {1440, 2}, {3840, 1},     {3840, 1.25F}, {3840, 2}};

std::vector<std::pair<std::string, Node>> trees() {
  return {{"domanda", test::domanda()}, {"worklist", test::worklist(25)}, {"overview", test::overview()}, {"data", test::data()}};
}

void draw(faces::ImGuiFace& face, const Node& tree, const Screen& screen) {
  face.set_viewport({screen.css_width * screen.dpr, 900 * screen.dpr, screen.dpr});
  face.frame(tree);
}

// The ids that the contract between canvas and mirror promises for a node.
void promised(const Node& n, std::vector<NodeId>& leaves, std::vector<NodeId>& boxes) {
  const auto part = [&](NodeId offset, const std::string& text) {
    if (!text.empty()) leaves.push_back(n.id + offset);
  };
  switch (n.kind) {
    case Kind::heading:
    case Kind::text:
    case Kind::badge:
    case Kind::status:
    case Kind::step:
    case Kind::button:
    case Kind::link:
      leaves.push_back(n.id);
      break;
    case Kind::table_header:
    case Kind::table_cell:
      if (n.children.empty()) leaves.push_back(n.id);
      break;
    case Kind::alert:
      (n.children.empty() ? leaves : boxes).push_back(n.id);
      break;
    case Kind::field:
    case Kind::select:
    case Kind::checkbox:
    case Kind::radio:
      leaves.push_back(n.id);
      [[fallthrough]];
    case Kind::radio_group:
    case Kind::group:
      part(1, n.label);
      part(2, n.help);
      part(3, n.error);
      break;
    case Kind::definition:
    case Kind::meter:
      leaves.push_back(n.id);
      part(1, n.label);
      part(2, n.kind == Kind::meter ? n.value : n.help);
      break;
    case Kind::chart:
      leaves.push_back(n.id);
      part(1, n.label);
      part(2, n.help);
      break;
    case Kind::disclosure:
      leaves.push_back(n.id);
      if (!n.checked) return;  // closed, its content has no place
      break;
    case Kind::table:
    case Kind::card:
    case Kind::dialog:
    case Kind::empty_state:
      boxes.push_back(n.id);
      part(1, n.label);
      part(2, n.help);
      break;
    default:
      break;
  }
  for (const Node& child : n.children) promised(child, leaves, boxes);
}

std::map<NodeId, faces::Rect> places(const faces::ImGuiFace& face) {
  std::map<NodeId, faces::Rect> map;
  for (const faces::Rect& r : face.rects()) {
    BOOST_TEST(map.count(r.id) == 0U, "two places for " << r.id);
    map[r.id] = r;
  }
  return map;
}

bool overlap(const faces::Rect& a, const faces::Rect& b) {
  constexpr float kSlack = 0.01F;
  return a.x + a.w > b.x + kSlack && b.x + b.w > a.x + kSlack && a.y + a.h > b.y + kSlack && b.y + b.h > a.y + kSlack;
}

faces::Rect place_of(const faces::ImGuiFace& face, std::string_view key, NodeId part = 0) {
  for (const faces::Rect& r : face.rects()) {
    if (r.id == view::id_of(key) + part) return r;
  }
  BOOST_FAIL("no place for " << key);
  return {};
}

Node page(std::vector<Node> children) {
  Node p = view::keyed(Kind::page, "pagina", "", {view::keyed(Kind::main, "centro", "", std::move(children))});
  view::seal(p);
  return p;
}

Node field(const std::string& key, const std::string& label, const std::string& value) {
  Node n = view::keyed(Kind::field, key, label);
  n.value = value;
  return n;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(face)

BOOST_AUTO_TEST_CASE(every_visible_leaf_and_part_has_a_place_inside_the_page) {
  faces::ImGuiFace face(test::fonts());
  for (const auto& [name, tree] : trees()) {
    std::vector<NodeId> leaves, boxes;
    promised(tree, leaves, boxes);
    for (const Screen& screen : kScreens) {
      draw(face, tree, screen);
      const auto map = places(face);
      std::vector<NodeId> all = leaves;
      all.insert(all.end(), boxes.begin(), boxes.end());
      for (const NodeId id : all) {
        BOOST_TEST_CONTEXT(name << " at " << screen.css_width << "x" << screen.dpr << " id " << id) {
          BOOST_REQUIRE(map.count(id) == 1U);
          const faces::Rect& r = map.at(id);
          BOOST_TEST(r.w > 0);
          BOOST_TEST(r.h > 0);
          BOOST_TEST(r.x >= 0);
          BOOST_TEST(r.y >= 0);
          BOOST_TEST(r.x + r.w <= screen.css_width + 0.01F);
          BOOST_TEST(r.y + r.h <= face.content_height() + 0.01F);
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(places_of_leaves_do_not_overlap) {
  faces::ImGuiFace face(test::fonts());
  for (const auto& [name, tree] : trees()) {
    std::vector<NodeId> leaves, boxes;
    promised(tree, leaves, boxes);
    for (const Screen& screen : kScreens) {
      draw(face, tree, screen);
      const auto map = places(face);
      for (std::size_t i = 0; i < leaves.size(); ++i) {
        for (std::size_t j = i + 1; j < leaves.size(); ++j) {
          const bool apart = !overlap(map.at(leaves[i]), map.at(leaves[j]));
          BOOST_TEST(apart,
                     name << " at " << screen.css_width << "x" << screen.dpr << ": " << leaves[i] << " over " << leaves[j]);
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_disclosure_opens_where_it_stands_and_pushes_down_what_follows) {
  faces::ImGuiFace face(test::fonts());
  const Node tree = test::data();
  draw(face, tree, {1440, 1});
  const NodeId inside = view::id_of("barre.tabella") + 1;
  const faces::Rect closed = place_of(face, "curva", 1);
  BOOST_TEST(places(face).count(inside) == 0U);
  face.set_open(view::id_of("barre.dati"), true);
  face.frame(tree);
  BOOST_TEST(places(face).count(inside) == 1U);
  BOOST_TEST(place_of(face, "curva", 1).y > closed.y + 60);
  BOOST_TEST(place_of(face, "barre.dati").y < places(face).at(inside).y);
  face.set_open(view::id_of("barre.dati"), false);
  face.frame(tree);
  BOOST_TEST(place_of(face, "curva", 1).y == closed.y);
}

BOOST_AUTO_TEST_CASE(rows_of_a_region_stand_in_its_whole_length_and_its_header_stays_in_sight) {
  faces::ImGuiFace face(test::fonts());
  draw(face, test::scrolling(10000, 0, 24), {1440, 1});
  const faces::Rect region = place_of(face, "lunga");
  const faces::Rect head = place_of(face, "ordina:nome");
  const faces::Rect first = place_of(face, "lunga.scelto.0");
  const float head_h = place_of(face, "lunga", 3).h - 10000 * 44;
  BOOST_TEST(region.h == head_h + 8 * 44);
  face.set_region_scroll(view::id_of("lunga"), 5000 * 44);
  draw(face, test::scrolling(10000, 4992, 24), {1440, 1});
  BOOST_TEST(place_of(face, "lunga").y == region.y);
  BOOST_TEST(place_of(face, "lunga").h == region.h);
  BOOST_TEST(place_of(face, "lunga.scelto.5000").y == first.y + 5000 * 44);  // scrolls with the region
  BOOST_TEST(place_of(face, "ordina:nome").y == head.y + 5000 * 44);         // scrolls against it
  BOOST_TEST(place_of(face, "ordina:nome").x == head.x);                     // columns do not move with the rows
  face.set_region_scroll(view::id_of("lunga"), 1e9F);                        // past the end: as far as there are rows
  draw(face, test::scrolling(10000, 9976, 24), {1440, 1});
  BOOST_TEST(place_of(face, "ordina:nome").y == head.y + (10000 - 8) * 44);
}

BOOST_AUTO_TEST_CASE(a_long_name_in_a_region_is_cut_at_its_column) {
  faces::ImGuiFace face(test::fonts());
  draw(face, test::scrolling(100, 0, 20), {1024, 1});
  const faces::Rect name = place_of(face, "lunga.scelto.0", 1);
  BOOST_TEST(name.x + name.w <= place_of(face, "ordina:codice").x);
}

BOOST_AUTO_TEST_CASE(places_in_css_pixels_hardly_depend_on_the_density) {
  faces::ImGuiFace face(test::fonts());
  const Node tree = test::domanda();
  draw(face, tree, {1440, 1});
  const auto one = places(face);
  draw(face, tree, {1440, 2});
  for (const auto& [id, r] : places(face)) {
    BOOST_TEST(std::abs(one.at(id).x - r.x) <= 2);
    BOOST_TEST(std::abs(one.at(id).w - r.w) <= 4);
  }
}

BOOST_AUTO_TEST_CASE(a_long_text_wraps_and_a_narrow_page_makes_it_taller) {
  faces::ImGuiFace face(test::fonts());
  std::string words;
  for (int i = 0; i < 60; ++i) words += "sospensione ";
  Node text = view::text(words);
  text.key = "testo";
  const Node tree = page({text});
  draw(face, tree, {1440, 1});
  const faces::Rect wide = place_of(face, "testo");
  draw(face, tree, {400, 1});
  const faces::Rect narrow = place_of(face, "testo");
  BOOST_TEST(wide.h > 24 * 3);
  BOOST_TEST(wide.w <= 720);
  BOOST_TEST(narrow.w <= 400);
  BOOST_TEST(narrow.h > wide.h);
}

BOOST_AUTO_TEST_CASE(wrapping_keeps_words_whole_and_cuts_only_what_is_wider_than_the_line) {
  faces::ImGuiFace face(test::fonts());
  const ImFont& font = *face.atlas().Fonts[0];
  const auto lines = [&](const std::string& text, float width) {
    std::vector<std::string> out;
    for (const faces::Line& l : faces::wrap(font, text, width).lines) out.emplace_back(l.begin, l.end);
    return out;
  };
  const float width = faces::text_width(font, "la settimana") + 1;
  BOOST_TEST(lines("la settimana parte", width) == (std::vector<std::string>{"la settimana", "parte"}),
             boost::test_tools::per_element());
  BOOST_TEST(lines("prima\nseconda", 1000) == (std::vector<std::string>{"prima", "seconda"}), boost::test_tools::per_element());
  BOOST_TEST(lines("", 100).size() == 1U);
  std::string joined;
  for (const std::string& l : lines("precipitevolissimevolmente", width)) joined += l;
  BOOST_TEST(joined == "precipitevolissimevolmente");
  BOOST_TEST(lines("precipitevolissimevolmente", width).size() > 1U);
  for (const faces::Line& l : faces::wrap(font, "la precipitevolissimevolmente lunga parola", width).lines)
    BOOST_TEST(l.width <= width);
  // A number of protocol is cut where a person would cut it.
  const float date = faces::text_width(font, "INPS.4900.24/11/2026.") + 1;
  BOOST_TEST(lines("INPS.4900.24/11/2026.0000001", date) == (std::vector<std::string>{"INPS.4900.24/11/2026.", "0000001"}),
             boost::test_tools::per_element());
  BOOST_TEST(
      lines("n. INPS.4900.24/11/2026.0000001", date) == (std::vector<std::string>{"n.", "INPS.4900.24/11/2026.", "0000001"}),
      boost::test_tools::per_element());
  BOOST_TEST(faces::part_width(font, "INPS.4900.24/11/2026.0000001") == faces::text_width(font, "24/11/2026."));
  BOOST_TEST(faces::part_width(font, "parola intera") == faces::word_width(font, "parola intera"));
}

// The worklist on a screen of a thousand pixels: its numbers of protocol take two lines before any name is broken.
BOOST_AUTO_TEST_CASE(in_a_narrow_table_codes_give_way_before_words) {
  faces::ImGuiFace face(test::fonts());
  Node table = view::keyed(Kind::table, "t");
  table.children = {
      view::header_row({"N.", "A"}),
      view::node(Kind::table_row, {view::node(Kind::table_cell, {view::link("numero", "INPS.4900.24/11/2026.0000001")}),
                                   view::node(Kind::table_cell, {view::link("nome", "IMMAGINARIE")})})};
  const Node tree = page({table});
  draw(face, tree, {600, 1});
  const float line = place_of(face, "nome").h;
  BOOST_TEST(place_of(face, "numero").h == line);
  draw(face, tree, {360, 1});
  BOOST_TEST(place_of(face, "numero").h == line * 2);
  BOOST_TEST(place_of(face, "nome").h == line);
}

BOOST_AUTO_TEST_CASE(italian_and_latin_extended_letters_and_the_euro_have_glyphs) {
  faces::ImGuiFace face(test::fonts());
  draw(face,
       page({field("a", "Perché è così: àèéìòù ÀÈÉÌÒÙ", "Šarić, Kovač, Žižek, Őri, Ştefan, Țepeș"),
             field("b", "€ – — … ’ “ ” « » • § ° ² ½", "1.250,00 €")}),
       {1440, 1});
  BOOST_TEST(face.uncovered().empty());
}

BOOST_AUTO_TEST_CASE(the_part_with_a_code_point_outside_the_atlas_is_told) {
  faces::ImGuiFace face(test::fonts());
  Node select = view::keyed(Kind::select, "c", "Scelta");
  select.options = {{"1", "漢字"}, {"2", "latino"}};
  select.value = "2";
  draw(face, page({field("a", "Nome", "漢"), field("b", "Nome 漢", "Rossi"), select}), {1440, 1});
  const std::set<NodeId> told(face.uncovered().begin(), face.uncovered().end());
  BOOST_TEST(told == (std::set<NodeId>{view::id_of("a"), view::id_of("b") + 1}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(hover_scroll_focus_and_theme_change_no_place) {
  faces::ImGuiFace face(test::fonts());
  const Node tree = test::domanda();
  draw(face, tree, {1440, 1});
  const auto before = places(face);
  const faces::Rect button = place_of(face, "continua");
  face.set_pointer(button.x + 5, button.y - 100 + 5);
  face.set_scroll(100);
  face.set_focus(view::id_of("ore"));
  face.set_theme(2);
  face.frame(tree);
  const auto after = places(face);
  BOOST_REQUIRE(before.size() == after.size());
  for (const auto& [id, r] : before) {
    BOOST_TEST(after.at(id).x == r.x);
    BOOST_TEST(after.at(id).y == r.y);
    BOOST_TEST(after.at(id).w == r.w);
    BOOST_TEST(after.at(id).h == r.h);
  }
}

BOOST_AUTO_TEST_CASE(one_frame_is_final) {
  faces::ImGuiFace face(test::fonts());
  const Node tree = test::with_dialog();
  face.set_scroll(300);
  face.frame(tree);
  BOOST_TEST(!face.wants_another_frame());
  const auto first = places(face);
  face.frame(tree);
  for (const auto& [id, r] : places(face)) BOOST_TEST(first.at(id).y == r.y);
}

BOOST_AUTO_TEST_CASE(a_dialog_opens_where_the_person_is_looking_and_stays_there) {
  faces::ImGuiFace face(test::fonts());
  face.set_scroll(300);
  face.frame(test::with_dialog());
  const faces::Rect opened = place_of(face, "conferma");
  BOOST_TEST(opened.y > 300);
  BOOST_TEST(opened.y < 300 + 900);
  face.set_scroll(500);
  face.frame(test::with_dialog());
  BOOST_TEST(place_of(face, "conferma").y == opened.y);
}

BOOST_AUTO_TEST_CASE(the_focused_text_field_is_left_to_the_mirror_and_the_others_are_drawn) {
  faces::ImGuiFace face(test::fonts());
  const Node tree = page({field("a", "Nome", "Lucia"), field("b", "Cognome", "Rossi")});
  const int all = face.frame(tree)->TotalVtxCount;
  face.set_focus(view::id_of("a"));
  BOOST_TEST(all - face.frame(tree)->TotalVtxCount == 4 * 5);
}

BOOST_AUTO_TEST_CASE(the_three_columns_of_a_domanda_stand_side_by_side) {
  faces::ImGuiFace face(test::fonts());
  const Node tree = test::domanda();
  for (const Screen& screen : kScreens) {
    draw(face, tree, screen);
    const faces::Rect step = place_of(face, "passo.azienda");
    const faces::Rect start = place_of(face, "periodo.data_inizio");
    const faces::Rect alert = place_of(face, "avviso.1");
    BOOST_TEST(step.x + step.w < start.x);
    BOOST_TEST(start.x + start.w < alert.x);
    BOOST_TEST(std::abs(step.w - (screen.css_width < 1200 ? 200 : 240)) < 1);
  }
}

BOOST_AUTO_TEST_CASE(help_and_error_stand_under_the_control_and_the_label_above) {
  faces::ImGuiFace face(test::fonts());
  draw(face, test::domanda(), {1440, 1});
  const faces::Rect control = place_of(face, "periodo.data_inizio");
  BOOST_TEST(place_of(face, "periodo.data_inizio", 1).y < control.y);
  BOOST_TEST(place_of(face, "periodo.data_inizio", 2).y >= control.y + control.h);
  BOOST_TEST(place_of(face, "periodo.data_inizio", 3).y > place_of(face, "periodo.data_inizio", 2).y);
}

BOOST_AUTO_TEST_CASE(a_font_of_1521_thousandths_of_an_em_has_24_pixels_at_16) {
  faces::ImGuiFace face(test::fonts());
  const float em = faces::line_em(test::fonts().regular);
  BOOST_TEST(face.atlas().Fonts[0]->FontSize == std::trunc(16 * em));
  face.set_viewport({1440, 900, 1.25F});
  BOOST_TEST(face.atlas().Fonts[0]->FontSize == std::trunc(16 * em * 1.25F));
}

BOOST_AUTO_TEST_CASE(a_thousand_nodes_take_a_few_milliseconds) {
  faces::ImGuiFace face(test::fonts());
  const Node tree = test::large(1000);
  draw(face, tree, {1440, 1});
  double best = 1e9;
  for (int i = 0; i < 9; ++i) {
    const auto start = std::chrono::steady_clock::now();
    face.frame(tree);
    best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  BOOST_TEST_MESSAGE("1,000 fields laid out and drawn in " << best << " ms");
  BOOST_TEST(best < 100);  // generous: the sanitizers and a busy machine pass here too
}

// The first screen has no figures: their font comes with the first of them.
BOOST_AUTO_TEST_CASE(the_font_of_figures_may_come_later) {
  auto without = test::fonts();
  const std::string mono = std::exchange(without.mono, {});
  faces::ImGuiFace early(without);
  const Screen screen{1440, 1};
  draw(early, test::worklist(25), screen);
  BOOST_TEST(early.uncovered().empty());
  const auto place = [](const faces::ImGuiFace& face) { return face.rects().size(); };
  const auto before = early.atlas().Fonts.Size;
  early.set_figures(mono);
  draw(early, test::worklist(25), screen);
  BOOST_TEST(early.atlas().Fonts.Size == before + 1);
  faces::ImGuiFace whole(test::fonts());
  draw(whole, test::worklist(25), screen);
  BOOST_REQUIRE(place(early) == place(whole));
  for (std::size_t i = 0; i < place(whole); ++i) {
    BOOST_TEST(early.rects()[i].w == whole.rects()[i].w);
    BOOST_TEST(early.rects()[i].h == whole.rects()[i].h);
  }
}

BOOST_AUTO_TEST_SUITE_END()
