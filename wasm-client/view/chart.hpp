// A chart as a few shapes that both faces draw: places across in ten-thousandths of the width, down in CSS pixels. So one
// geometry serves a telephone and a wide screen, and neither face knows what a chart is.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wasm-client/view/node.hpp"

namespace omnia::view {

inline constexpr std::int64_t kAcross = 10000;

struct ChartShape {
  enum class What : std::uint8_t { box, line, dot, text };
  What what = What::box;
  // Colour by its role: series0…series3, info, success, warning, error, axis, limit, today, text, soft.
  std::string_view ink;
  std::int64_t x = 0, x2 = 0;  // ten-thousandths of the width
  int y = 0, y2 = 0;           // CSS px
  int indent = 0;              // CSS px to the right of x
  std::uint8_t align = 0;      // text: 0 begins at x, 1 is centred on it, 2 ends there
  bool strong = false;         // text in bold, line thicker
  bool fine = false;           // text left out where the chart is narrow
  std::string text;
};

inline constexpr int kChartNarrow = 520;  // CSS px: below, the fine texts are left out

struct ChartPicture {
  int height = 0;
  std::vector<ChartShape> shapes;
};

ChartPicture picture(const Chart& chart);

}  // namespace omnia::view
