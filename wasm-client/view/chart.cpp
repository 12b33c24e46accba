#include "wasm-client/view/chart.hpp"

#include <algorithm>
#include <array>

namespace omnia::view {
namespace {

using What = ChartShape::What;

constexpr int kLine = 24;  // of text
constexpr int kBar = 18;
constexpr int kThinBar = 12;
constexpr int kPlot = 160;  // height of a line chart

constexpr std::array<std::string_view, 4> kSeriesInk = {"series0", "series1", "series2", "series3"};

std::string_view ink_of(const Mark& mark) {
  switch (mark.tone) {
    case Tone::info:
      return "info";
    case Tone::success:
      return "success";
    case Tone::warning:
      return "warning";
    case Tone::error:
      return "error";
    case Tone::neutral:
      break;
  }
  return kSeriesInk[std::min<std::size_t>(mark.series, kSeriesInk.size() - 1)];
}

struct Pen {
  ChartPicture out;
  std::int64_t low = 0, high = 1;  // ends of the axis across

  [[nodiscard]] std::int64_t at(std::int64_t value) const {
    const std::int64_t range = std::max<std::int64_t>(1, high - low);
    return std::clamp<std::int64_t>((value - low) * kAcross / range, 0, kAcross);
  }
  ChartShape& add(What what, std::string_view ink, std::int64_t x, std::int64_t x2, int y, int y2) {
    ChartShape& s = out.shapes.emplace_back();
    s.what = what;
    s.ink = ink;
    s.x = x;
    s.x2 = x2;
    s.y = y;
    s.y2 = y2;
    return s;
  }
  ChartShape& write(std::string_view ink, std::int64_t x, int y, const std::string& text, std::uint8_t align = 0) {
    ChartShape& s = add(What::text, ink, x, x, y, y + kLine);
    s.text = text;
    s.align = align;
    return s;
  }
  void bar(std::string_view ink, std::int64_t from, std::int64_t to, int y, int h) {
    add(What::box, ink, from, std::max(to, from + 40), y, y + h);  // something is always seen
  }
  // Words near an end of the axis lean inwards.
  static std::uint8_t leaning(std::int64_t x) { return x < kAcross / 6 ? 0 : x > kAcross * 5 / 6 ? 2 : 1; }
};

// One lane for each series that has a name: name above, bars below, as on a telephone so on a wide screen.
int lanes(Pen& pen, const Chart& chart, int y) {
  for (std::size_t lane = 0; lane < chart.series.size(); ++lane) {
    pen.write("text", 0, y, chart.series[lane]);
    y += kLine + 2;
    pen.add(What::box, "track", 0, kAcross, y, y + kBar);
    for (const Mark& mark : chart.marks) {
      if (mark.series == lane) pen.bar(ink_of(mark), pen.at(mark.from), pen.at(mark.to), y, kBar);
    }
    y += kBar + 8;
  }
  return y;
}

void axis(Pen& pen, const Chart& chart, int y) {
  pen.add(What::line, "axis", 0, kAcross, y, y);
  for (std::size_t i = 0; i < chart.ticks.size(); ++i) {
    const std::int64_t x = pen.at(chart.ticks[i].at);
    pen.add(What::line, "axis", x, x, y, y + 6);
    pen.write("soft", x, y + 6, chart.ticks[i].label, Pen::leaning(x)).fine = i % 2 == 1;
  }
}

// The words of today and of the limit stand above everything, each on a line of its own: they never run into each other.
int flag(Pen& pen, std::string_view ink, const Tick& tick, int y) {
  if (tick.label.empty()) return y;
  const std::int64_t x = pen.at(tick.at);
  pen.write(ink, x, y, tick.label, Pen::leaning(x)).strong = true;
  return y + kLine;
}

void pole(Pen& pen, std::string_view ink, const Tick& tick, int top, int bottom) {
  if (tick.label.empty()) return;
  const std::int64_t x = pen.at(tick.at);
  pen.add(What::line, ink, x, x, top, bottom).strong = true;
}

ChartPicture timeline(const Chart& chart) {
  Pen pen;
  pen.low = chart.min;
  pen.high = chart.max;
  const int below_today = flag(pen, "today", chart.today, 0);
  const int below_limit = flag(pen, "limit", chart.limit, below_today);
  const int bottom = lanes(pen, chart, below_limit + 4);
  pole(pen, "today", chart.today, below_today, bottom);
  pole(pen, "limit", chart.limit, below_limit, bottom);
  axis(pen, chart, bottom);
  pen.out.height = bottom + 6 + kLine;
  return pen.out;
}

int legend(Pen& pen, const Chart& chart, int y) {
  if (chart.series.size() < 2) return y;
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    pen.add(What::dot, kSeriesInk[std::min<std::size_t>(i, kSeriesInk.size() - 1)], 0, 0, y + kLine / 2, y + kLine / 2).indent =
        6;
    pen.write("text", 0, y, chart.series[i]).indent = 20;
    y += kLine;
  }
  return y + 4;
}

ChartPicture bars(const Chart& chart) {
  Pen pen;
  pen.low = std::min<std::int64_t>(0, chart.limit.label.empty() ? 0 : chart.limit.at);
  pen.high = std::max<std::int64_t>(1, chart.limit.label.empty() ? 0 : chart.limit.at);
  for (const Mark& mark : chart.marks) {
    pen.low = std::min(pen.low, mark.value);
    pen.high = std::max(pen.high, mark.value);
  }
  const int top = flag(pen, "limit", chart.limit, legend(pen, chart, 0));
  int y = top;
  for (std::size_t i = 0; i < chart.marks.size(); ++i) {
    const Mark& mark = chart.marks[i];
    if (i == 0 || mark.label != chart.marks[i - 1].label) {
      y += i == 0 ? 0 : 8;
      pen.write("text", 0, y, mark.label);
      if (!mark.note.empty()) pen.write("text", kAcross, y, mark.note, 2).strong = true;
      y += kLine + 2;
    }
    pen.bar(ink_of(mark), pen.at(std::min<std::int64_t>(0, mark.value)), pen.at(std::max<std::int64_t>(0, mark.value)), y,
            kThinBar);
    if (pen.low < 0) pen.add(What::line, "axis", pen.at(0), pen.at(0), y - 1, y + kThinBar + 1);
    y += kThinBar + 2;
  }
  pole(pen, "limit", chart.limit, top, y);
  pen.out.height = y + 2;
  return pen.out;
}

ChartPicture lines(const Chart& chart) {
  Pen pen;
  pen.low = chart.min;
  pen.high = chart.max;
  std::int64_t most = std::max<std::int64_t>(1, chart.limit.label.empty() ? 0 : chart.limit.at);
  for (const Mark& mark : chart.marks) most = std::max(most, mark.value);
  const int below_legend = legend(pen, chart, 0);
  const int top = flag(pen, "today", chart.today, below_legend) + kLine;
  const auto height = [&](std::int64_t value) {
    return top + kPlot - static_cast<int>(std::max<std::int64_t>(0, value) * kPlot / most);
  };
  if (!chart.limit.label.empty()) {
    const int y = height(chart.limit.at);
    pen.add(What::line, "limit", 0, kAcross, y, y).strong = true;
    pen.write("limit", kAcross, y - kLine, chart.limit.label, 2).strong = true;
  }
  pole(pen, "today", chart.today, top - kLine, top + kPlot);
  std::array<const Mark*, 4> before{};
  for (const Mark& mark : chart.marks) {
    const Mark*& last = before[std::min<std::size_t>(mark.series, before.size() - 1)];
    if (last != nullptr)
      pen.add(What::line, ink_of(*last), pen.at(last->from), pen.at(mark.from), height(last->value), height(mark.value)).strong =
          true;
    pen.add(What::dot, ink_of(mark), pen.at(mark.from), pen.at(mark.from), height(mark.value), height(mark.value));
    last = &mark;
  }
  axis(pen, chart, top + kPlot);
  pen.out.height = top + kPlot + 6 + kLine;
  return pen.out;
}

}  // namespace

ChartPicture picture(const Chart& chart) {
  switch (chart.kind) {
    case ChartKind::timeline:
      return timeline(chart);
    case ChartKind::bars:
      return bars(chart);
    case ChartKind::line:
      return lines(chart);
  }
  return {};
}

}  // namespace omnia::view
