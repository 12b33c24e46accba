#include "wasm-client/view/chart.hpp"

#include <algorithm>
#include <array>
#include <utility>

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

// Where the names of the lanes stand, on the left, a pole shows beside the bars only: it would run through the names.
void pole_of_lanes(Pen& pen, const Chart& chart, std::string_view ink, const Tick& tick, int top, int first_lane, int bottom) {
  if (pen.at(tick.at) >= kAcross / 3) return pole(pen, ink, tick, top, bottom);
  for (std::size_t lane = 0; lane < chart.series.size(); ++lane) {
    const int bar = first_lane + static_cast<int>(lane) * (kLine + 2 + kBar + 8) + kLine + 2;
    pole(pen, ink, tick, bar - 2, bar + kBar + 4);
  }
}

struct Flag {
  const Tick* tick = nullptr;
  std::string_view ink;
  std::uint8_t align = 0;
  int y = 0;
};

// Today and limit: their words lean away from each other, so that neither's pole runs through the other's. Near an end of the
// axis, where one cannot, it stands a line above the other.
std::vector<Flag> flags(const Pen& pen, const Chart& chart) {
  std::vector<Flag> out;
  if (!chart.today.label.empty()) out.push_back({&chart.today, "today"});
  if (!chart.limit.label.empty()) out.push_back({&chart.limit, "limit"});
  if (out.size() == 1) out.front().align = Pen::leaning(pen.at(out.front().tick->at));
  if (out.size() < 2) return out;
  if (out[0].tick->at > out[1].tick->at) std::swap(out[0], out[1]);
  const bool left = pen.at(out[0].tick->at) >= kAcross / 4;
  const bool right = pen.at(out[1].tick->at) <= kAcross * 3 / 4;
  out[0].align = left ? 2 : 0;
  out[1].align = right ? 0 : 2;
  if (left && !right) out[0].y = kLine;
  if (!left && right) out[1].y = kLine;
  return out;
}

ChartPicture timeline(const Chart& chart) {
  Pen pen;
  pen.low = chart.min;
  pen.high = chart.max;
  int top = 0;
  const std::vector<Flag> above = flags(pen, chart);
  for (const Flag& flag : above) {
    pen.write(flag.ink, pen.at(flag.tick->at), flag.y, flag.tick->label, flag.align).strong = true;
    top = std::max(top, flag.y + kLine);
  }
  const int bottom = lanes(pen, chart, top + 4);
  for (const Flag& flag : above) pole_of_lanes(pen, chart, flag.ink, *flag.tick, flag.y + kLine, top + 4, bottom);
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
