#include "tests/unit/face/raster.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <string_view>

namespace omnia::test {
namespace {

struct Texture {
  const unsigned char* alpha = nullptr;
  int width = 0, height = 0;

  [[nodiscard]] float texel(int x, int y) const {
    x = std::clamp(x, 0, width - 1);
    y = std::clamp(y, 0, height - 1);
    return static_cast<float>(alpha[y * width + x]) / 255.0F;
  }
  [[nodiscard]] float sample(ImVec2 uv) const {  // bilinear
    const float x = uv.x * static_cast<float>(width) - 0.5F;
    const float y = uv.y * static_cast<float>(height) - 0.5F;
    const float fx = x - std::floor(x), fy = y - std::floor(y);
    const int ix = static_cast<int>(std::floor(x)), iy = static_cast<int>(std::floor(y));
    const float top = texel(ix, iy) * (1 - fx) + texel(ix + 1, iy) * fx;
    const float low = texel(ix, iy + 1) * (1 - fx) + texel(ix + 1, iy + 1) * fx;
    return top * (1 - fy) + low * fy;
  }
};

float edge(ImVec2 a, ImVec2 b, ImVec2 p) { return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x); }

// A pixel on an edge shared by two triangles belongs to one of them: top-left rule.
bool covers(float w, ImVec2 a, ImVec2 b) {
  if (w != 0) return w > 0;
  return (a.y == b.y && b.x > a.x) || b.y < a.y;
}

void blend(Picture& picture, int x, int y, ImVec4 colour) {
  std::uint8_t* p = &picture.rgb[static_cast<std::size_t>((y * picture.width + x) * 3)];
  const std::array<float, 3> c = {colour.x, colour.y, colour.z};
  for (std::size_t i = 0; i < 3; ++i) {
    const float mixed = static_cast<float>(p[i]) * (1 - colour.w) + c[i] * 255.0F * colour.w;
    p[i] = static_cast<std::uint8_t>(std::lround(mixed));
  }
}

void triangle(Picture& picture, const Texture& texture, const ImDrawVert& va, ImDrawVert vb, ImDrawVert vc, const ImVec4& clip) {
  float area = edge(va.pos, vb.pos, vc.pos);
  if (area == 0) return;
  if (area < 0) {
    std::swap(vb, vc);
    area = -area;
  }
  const int x0 = static_cast<int>(std::max(clip.x, std::floor(std::min({va.pos.x, vb.pos.x, vc.pos.x}))));
  const int y0 = static_cast<int>(std::max(clip.y, std::floor(std::min({va.pos.y, vb.pos.y, vc.pos.y}))));
  const int x1 = static_cast<int>(std::min(clip.z, std::ceil(std::max({va.pos.x, vb.pos.x, vc.pos.x}))));
  const int y1 = static_cast<int>(std::min(clip.w, std::ceil(std::max({va.pos.y, vb.pos.y, vc.pos.y}))));
  const ImVec4 ca = ImGui::ColorConvertU32ToFloat4(va.col), cb = ImGui::ColorConvertU32ToFloat4(vb.col),
               cc = ImGui::ColorConvertU32ToFloat4(vc.col);
  for (int y = y0; y < y1; ++y) {
    for (int x = x0; x < x1; ++x) {
      const ImVec2 p(static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F);
      const float wa = edge(vb.pos, vc.pos, p), wb = edge(vc.pos, va.pos, p), wc = edge(va.pos, vb.pos, p);
      if (!covers(wa, vb.pos, vc.pos) || !covers(wb, vc.pos, va.pos) || !covers(wc, va.pos, vb.pos)) continue;
      const auto weighed = [&](float a, float b, float c) { return (a * wa + b * wb + c * wc) / area; };
      const float alpha = texture.sample({weighed(va.uv.x, vb.uv.x, vc.uv.x), weighed(va.uv.y, vb.uv.y, vc.uv.y)});
      blend(picture, x, y,
            {weighed(ca.x, cb.x, cc.x), weighed(ca.y, cb.y, cc.y), weighed(ca.z, cb.z, cc.z), weighed(ca.w, cb.w, cc.w) * alpha});
    }
  }
}

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

std::string big(std::uint32_t v) {
  return {static_cast<char>(v >> 24U), static_cast<char>(v >> 16U), static_cast<char>(v >> 8U), static_cast<char>(v)};
}

std::string chunk(const std::string& type, const std::string& body) {
  return big(static_cast<std::uint32_t>(body.size())) + type + body + big(crc32(type + body));
}

std::string zlib_stored(const std::string& raw) {
  std::string out = "\x78\x01";
  std::uint32_t a = 1, b = 0;
  for (const char c : raw) {
    a = (a + static_cast<unsigned char>(c)) % 65521U;
    b = (b + a) % 65521U;
  }
  for (std::size_t at = 0; at < raw.size(); at += 65535) {
    const std::size_t n = std::min<std::size_t>(65535, raw.size() - at);
    const std::size_t inverse = ~n;
    out += static_cast<char>(at + n == raw.size() ? 1 : 0);
    for (const std::size_t v : {n, inverse}) {
      out += static_cast<char>(v & 0xFFU);
      out += static_cast<char>((v >> 8U) & 0xFFU);
    }
    out.append(raw, at, n);
  }
  return out + big(b << 16U | a);
}

}  // namespace

std::uint32_t Picture::at(int x, int y) const {
  const std::uint8_t* p = &rgb[static_cast<std::size_t>((y * width + x) * 3)];
  return static_cast<std::uint32_t>(p[0] << 16 | p[1] << 8 | p[2]);
}

int Picture::ink(int x, int y, int w, int h) const {
  const std::uint32_t ground = at(x, y);
  int count = 0;
  for (int j = y; j < std::min(y + h, height); ++j) {
    for (int i = x; i < std::min(x + w, width); ++i) count += at(i, j) != ground ? 1 : 0;
  }
  return count;
}

void Picture::save_png(const std::string& path) const {
  std::string raw;
  for (int y = 0; y < height; ++y) {
    raw += '\0';
    raw.append(reinterpret_cast<const char*>(&rgb[static_cast<std::size_t>(y * width * 3)]), static_cast<std::size_t>(width * 3));
  }
  const std::string head =
      big(static_cast<std::uint32_t>(width)) + big(static_cast<std::uint32_t>(height)) + std::string("\x08\x02\0\0\0", 5);
  std::ofstream(path, std::ios::binary) << "\x89PNG\r\n\x1a\n"
                                        << chunk("IHDR", head) << chunk("IDAT", zlib_stored(raw)) << chunk("IEND", "");
}

Picture rasterise(const ImDrawData& data, ImFontAtlas& atlas) {
  Picture picture;
  picture.width = static_cast<int>(data.DisplaySize.x);
  picture.height = static_cast<int>(data.DisplaySize.y);
  picture.rgb.assign(static_cast<std::size_t>(picture.width * picture.height * 3), 255);
  unsigned char* pixels = nullptr;
  Texture texture;
  atlas.GetTexDataAsAlpha8(&pixels, &texture.width, &texture.height);
  texture.alpha = pixels;
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      for (unsigned int i = 0; i + 2 < command.ElemCount; i += 3) {
        const auto vertex = [&](unsigned int k) {
          return list
              ->VtxBuffer[static_cast<int>(list->IdxBuffer[static_cast<int>(command.IdxOffset + i + k)] + command.VtxOffset)];
        };
        triangle(picture, texture, vertex(0), vertex(1), vertex(2), command.ClipRect);
      }
    }
  }
  return picture;
}

}  // namespace omnia::test
