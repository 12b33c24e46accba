// The face drawn by a small rasteriser. With OMNIA_PICTURES=folder the pictures are written there, to be looked at.
#include <imgui.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <string>

#include "tests/unit/face/fonts.hpp"
#include "tests/unit/face/raster.hpp"
#include "tests/unit/face/sample.hpp"
#include "wasm-client/faces/imgui/face.hpp"

using namespace omnia;

namespace {

struct Shot {
  float width = 1440, height = 900, dpr = 1;
  int theme = 0;
  float pointer_x = -1, pointer_y = -1, scroll = 0;
};

test::Picture shoot(const std::string& name, const view::Node& tree, const Shot& shot) {
  faces::ImGuiFace face(test::fonts());
  face.set_viewport({shot.width * shot.dpr, shot.height * shot.dpr, shot.dpr});
  face.set_theme(shot.theme);
  face.set_pointer(shot.pointer_x, shot.pointer_y);
  face.set_scroll(shot.scroll);
  const ImDrawData* data = face.frame(tree);
  test::Picture picture = test::rasterise(*data, face.atlas());
  if (const char* folder = std::getenv("OMNIA_PICTURES")) picture.save_png(std::string(folder) + "/" + name + ".png");
  return picture;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pictures)

BOOST_AUTO_TEST_CASE(the_header_is_a_blue_band_with_white_words_on_a_white_page) {
  const test::Picture p = shoot("domanda", test::domanda(), {1440, 1250});
  BOOST_TEST(p.at(2, 2) == 0x0066CCU);
  BOOST_TEST(p.at(1438, 2) == 0x0066CCU);
  BOOST_TEST(p.at(2, 600) == 0xFFFFFFU);
  BOOST_TEST(p.ink(4, 10, 300, 40) > 200);
}

BOOST_AUTO_TEST_CASE(each_theme_has_its_own_ground) {
  BOOST_TEST(shoot("domanda-scuro", test::domanda(), {1440, 1250, 1, 1}).at(2, 700) == 0x0F1E2DU);
  BOOST_TEST(shoot("domanda-contrasto", test::domanda(), {1440, 1250, 1, 2}).at(2, 700) == 0x000000U);
}

BOOST_AUTO_TEST_CASE(tables_cards_and_dialogs_are_drawn) {
  BOOST_TEST(shoot("elenco", test::worklist(14), {1440, 1000}).ink(170, 300, 1000, 500) > 5000);
  BOOST_TEST(shoot("panoramica", test::overview(), {1440, 1400}).ink(170, 100, 1000, 700) > 5000);
  BOOST_TEST(shoot("dialogo", test::with_dialog(), {1440, 900}).at(2, 500) != 0xFFFFFFU);
  BOOST_TEST(shoot("domanda-1024", test::domanda(), {1024, 1400}).at(2, 2) == 0x0066CCU);
  BOOST_TEST(shoot("domanda-2x", test::domanda(), {1024, 700, 2}).at(2, 2) == 0x0066CCU);
}

BOOST_AUTO_TEST_CASE(charts_are_drawn_in_every_theme_and_width) {
  const char* names[] = {"dati", "dati-scuro", "dati-contrasto"};
  for (int theme = 0; theme < 3; ++theme)
    BOOST_TEST(shoot(names[theme], test::data(), {1440, 2200, 1, theme}).ink(170, 200, 700, 500) > 5000);
  BOOST_TEST(shoot("dati-1024", test::data(), {1024, 2200, 1.25F}).ink(40, 200, 700, 500) > 5000);
}

BOOST_AUTO_TEST_CASE(rows_outside_the_region_are_not_drawn_over_what_follows) {
  const test::Picture p = shoot("regione", test::scrolling(10000, 0, 24), {1440, 900});
  BOOST_TEST(p.ink(170, 40, 1000, 380) > 5000);
  BOOST_TEST(p.ink(170, 480, 1000, 400) == 0);
}

BOOST_AUTO_TEST_CASE(the_page_scrolls_and_what_has_passed_is_not_drawn) {
  const test::Picture p = shoot("scorsa", test::domanda(), {1440, 900, 1, 0, -1, -1, 200});
  BOOST_TEST(p.at(2, 2) == 0xFFFFFFU);
}

BOOST_AUTO_TEST_SUITE_END()
