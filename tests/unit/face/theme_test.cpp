// Every pair of colours that carries words or a boundary is readable in every theme: WCAG 2.1, 1.4.3 and 1.4.11.
#include "wasm-client/faces/imgui/theme.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <string>
#include <vector>

using namespace omnia;
using faces::Palette;

namespace {

double channel(ImU32 colour, unsigned shift) {
  const double c = static_cast<double>((colour >> shift) & 0xFFU) / 255;
  return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(ImU32 c) {
  return 0.2126 * channel(c, IM_COL32_R_SHIFT) + 0.7152 * channel(c, IM_COL32_G_SHIFT) + 0.0722 * channel(c, IM_COL32_B_SHIFT);
}

double contrast(ImU32 a, ImU32 b) {
  const double high = std::max(luminance(a), luminance(b));
  const double low = std::min(luminance(a), luminance(b));
  return (high + 0.05) / (low + 0.05);
}

struct Pair {
  std::string name;
  ImU32 over, under;
};

std::vector<Pair> words(const Palette& p) {
  std::vector<Pair> all = {{"words on the band", p.on_band, p.band},
                           {"words on a primary button", p.on_action, p.action},
                           {"words on a primary button under the pointer", p.on_action, p.action_strong}};
  struct Ink {
    const char* name;
    ImU32 colour;
  };
  const Ink inks[] = {{"text", p.text},   {"soft text", p.text_soft}, {"action", p.action},   {"strong action", p.action_strong},
                      {"error", p.error}, {"warning", p.warning},     {"success", p.success}, {"info", p.info}};
  for (const Ink& ink : inks) {
    all.push_back({std::string(ink.name) + " on the ground", ink.colour, p.ground});
    all.push_back({std::string(ink.name) + " on the soft ground", ink.colour, p.ground_soft});
  }
  all.push_back({"error on its ground", p.error, p.error_ground});
  all.push_back({"warning on its ground", p.warning, p.warning_ground});
  all.push_back({"success on its ground", p.success, p.success_ground});
  all.push_back({"info on its ground", p.info, p.info_ground});
  for (const ImU32 ground : {p.error_ground, p.warning_ground, p.success_ground, p.info_ground}) {
    all.push_back({"text on a toned ground", p.text, ground});
    all.push_back({"soft text on a toned ground", p.text_soft, ground});
  }
  all.push_back({"action on a chosen row", p.action, p.info_ground});
  return all;
}

std::vector<Pair> boundaries(const Palette& p) {
  return {{"edge of a field", p.line, p.ground},
          {"edge of a field on the soft ground", p.line, p.ground_soft},
          {"focus on the ground", p.focus, p.ground},
          {"focus on the soft ground", p.focus, p.ground_soft},
          {"focus on a chosen row", p.focus, p.info_ground},
          {"focus on the band", p.on_band, p.band}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(themes)

BOOST_AUTO_TEST_CASE(words_have_a_contrast_of_four_and_a_half) {
  for (int theme = 0; theme < 3; ++theme) {
    for (const Pair& pair : words(faces::palette(theme))) {
      BOOST_TEST(contrast(pair.over, pair.under) >= 4.5,
                 "theme " << theme << ": " << pair.name << " has " << contrast(pair.over, pair.under));
    }
  }
}

BOOST_AUTO_TEST_CASE(boundaries_and_the_focus_have_a_contrast_of_three) {
  for (int theme = 0; theme < 3; ++theme) {
    for (const Pair& pair : boundaries(faces::palette(theme))) {
      BOOST_TEST(contrast(pair.over, pair.under) >= 3,
                 "theme " << theme << ": " << pair.name << " has " << contrast(pair.over, pair.under));
    }
  }
}

BOOST_AUTO_TEST_CASE(high_contrast_means_seven) {
  for (const Pair& pair : words(faces::palette(2))) {
    BOOST_TEST(contrast(pair.over, pair.under) >= 7, pair.name << " has " << contrast(pair.over, pair.under));
  }
}

BOOST_AUTO_TEST_SUITE_END()
