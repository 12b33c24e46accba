#include "wasm-client/faces/imgui/fonts.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "shared/domain/defect.hpp"

namespace omnia::faces {
namespace {

// ASCII and Latin-1, Latin Extended-A, Romanian comma letters, typographic marks, euro, trade mark, minus; of these the letters
// that the files have (tools/lib/fonts.sh).
constexpr ImWchar kRanges[] = {0x20,   0x7E,   0xA0,   0x17F,  0x218,  0x21B,  0x2010, 0x2014, 0x2018,
                               0x201E, 0x2020, 0x2022, 0x2026, 0x2026, 0x2032, 0x2033, 0x2039, 0x203A,
                               0x20AC, 0x20AC, 0x2122, 0x2122, 0x2212, 0x2212, 0};
constexpr float kTextCss = 16;
constexpr float kMonoCss = 15;
constexpr std::array<float, 4> kHeadingCss = {28, 22, 18, 16};

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  if (at + count > bytes.size()) domain::defect("truncated font");
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::size_t table_offset(std::string_view ttf, std::string_view tag) {
  const std::uint32_t count = big_endian(ttf, 4, 2);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t record = 12 + i * 16;
    if (ttf.substr(record, 4) == tag) return big_endian(ttf, record + 8, 4);
  }
  domain::defect("font without a table " + std::string(tag));
}

const ImFont* add(ImFontAtlas& atlas, const std::string& ttf, float css, float dpr) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.OversampleH = dpr < 1.5F && css <= kTextCss ? 2 : 1;
  config.GlyphRanges = kRanges;
  config.SizePixels = std::trunc(css * line_em(ttf) * dpr);
  // The atlas does not write to data that it does not own.
  return atlas.AddFontFromMemoryTTF(const_cast<char*>(ttf.data()), static_cast<int>(ttf.size()), config.SizePixels, &config,
                                    kRanges);
}

struct Decoded {
  unsigned int code = 0;
  int bytes = 1;
};

Decoded decode(const char* at, const char* end) {
  Decoded d;
  d.bytes = std::max(1, ImTextCharFromUtf8(&d.code, at, end));
  return d;
}

// A missing glyph will be shown by the mirror with a font of the browser: one em is a fair guess of its width.
float advance(const ImFont& font, unsigned int code) {
  const ImFontGlyph* glyph = font.FindGlyphNoFallback(static_cast<ImWchar>(code));
  return glyph != nullptr ? glyph->AdvanceX : font.FontSize * 0.66F;
}

bool is_space(unsigned int code) { return code == ' ' || code == '\t'; }

constexpr std::string_view kPartEnds = " \n.-_@";
constexpr std::string_view kWordEnds = kPartEnds.substr(0, 2);
constexpr std::string_view kJoints = kPartEnds.substr(2);

bool is_joint(unsigned int code) { return code < 0x80 && kJoints.find(static_cast<char>(code)) != std::string_view::npos; }

float widest_part(const ImFont& font, std::string_view text, std::string_view ends) {
  float widest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(ends, at), text.size());
    const bool joint = end < text.size() && is_joint(static_cast<unsigned char>(text[end]));  // stays with what is before it
    widest = std::max(widest, text_width(font, text.substr(at, end - at + (joint ? 1 : 0))));
    at = end + 1;
  }
  return widest;
}

}  // namespace

float line_em(std::string_view ttf) {
  const std::uint32_t units = big_endian(ttf, table_offset(ttf, "head") + 18, 2);
  const std::size_t hhea = table_offset(ttf, "hhea");
  const auto ascent = static_cast<std::int16_t>(big_endian(ttf, hhea + 4, 2));
  const auto descent = static_cast<std::int16_t>(big_endian(ttf, hhea + 6, 2));
  return static_cast<float>(ascent - descent) / static_cast<float>(units);
}

FontSet build_fonts(ImFontAtlas& atlas, const Fonts& fonts, float dpr) {
  atlas.Clear();
  FontSet set;
  set.text = add(atlas, fonts.regular, kTextCss, dpr);
  set.strong = add(atlas, fonts.bold, kTextCss, dpr);
  for (std::size_t i = 0; i + 1 < kHeadingCss.size(); ++i) set.heading[i] = add(atlas, fonts.bold, kHeadingCss[i], dpr);
  set.heading[3] = set.strong;
  set.mono = fonts.mono.empty() ? set.text : add(atlas, fonts.mono, kMonoCss, dpr);
  if (!atlas.Build()) domain::defect("the font atlas cannot be built");
  return set;
}

Measure wrap(const ImFont& font, std::string_view text, float width) {
  Measure m;
  const char* const end = text.data() + text.size();
  Line line{text.data(), text.data(), 0};
  const char* word_begin = text.data();  // first byte after the last space
  float word = 0;                        // width from word_begin
  float spaces = 0;                      // width of the spaces before word_begin
  const char* joint = nullptr;           // after the last joint of the word
  float before_joint = 0;
  const auto close = [&](const char* next) {
    m.lines.push_back(line);
    m.width = std::max(m.width, line.width);
    line = {next, next, 0};
  };
  for (const char* at = text.data(); at < end;) {
    const Decoded d = decode(at, end);
    if (d.code == '\n' || is_space(d.code)) {
      line.width += spaces + word;
      line.end = at;
      spaces = d.code == '\n' ? 0 : (line.end == line.begin ? 0 : advance(font, ' '));
      word = 0;
      word_begin = at + d.bytes;
      joint = nullptr;
      if (d.code == '\n') close(word_begin);
      if (line.begin == line.end) line.begin = line.end = word_begin;
      at += d.bytes;
      continue;
    }
    const float glyph = advance(font, d.code);
    m.covered = m.covered && font.FindGlyphNoFallback(static_cast<ImWchar>(d.code)) != nullptr;
    if (line.width + spaces + word + glyph > width) {
      if (line.end > line.begin) {  // the word moves to the next line
        close(word_begin);
        spaces = 0;
      } else if (at > line.begin) {  // a word wider than the line
        const char* const cut = joint != nullptr ? joint : at;
        const float kept = joint != nullptr ? before_joint : word;
        line.end = cut;
        line.width = kept;
        close(cut);
        word -= kept;
        word_begin = cut;
        joint = nullptr;
      }
    }
    word += glyph;
    at += d.bytes;
    if (is_joint(d.code)) {
      joint = at;
      before_joint = word;
    }
  }
  if (word > 0 || m.lines.empty()) {
    line.width += spaces + word;
    line.end = end;
  }
  if (line.end > line.begin || m.lines.empty()) close(end);
  return m;
}

float text_width(const ImFont& font, std::string_view text) { return wrap(font, text, std::numeric_limits<float>::max()).width; }

float word_width(const ImFont& font, std::string_view text) { return widest_part(font, text, kWordEnds); }

float part_width(const ImFont& font, std::string_view text) { return widest_part(font, text, kPartEnds); }

bool covered(const ImFont& font, std::string_view text) { return wrap(font, text, std::numeric_limits<float>::max()).covered; }

}  // namespace omnia::faces
