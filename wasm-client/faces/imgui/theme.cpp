#include "wasm-client/faces/imgui/theme.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "assets/tokens.hpp"

namespace omnia::faces {
namespace {

using nlohmann::json;

ImU32 colour(const json& theme, const char* name) {
  const auto rgb = static_cast<ImU32>(std::stoul(theme.at(name).get<std::string>().substr(1), nullptr, 16));
  return IM_COL32((rgb >> 16U) & 0xFFU, (rgb >> 8U) & 0xFFU, rgb & 0xFFU, 0xFFU);
}

Palette read(const json& theme) {
  Palette p;
  p.action = colour(theme, "azione");
  p.action_strong = colour(theme, "azione_scura");
  p.on_action = colour(theme, "su_azione");
  p.text = colour(theme, "testo");
  p.text_soft = colour(theme, "testo_tenue");
  p.ground = colour(theme, "fondo");
  p.ground_soft = colour(theme, "fondo_tenue");
  p.line = colour(theme, "bordo");
  p.line_soft = colour(theme, "bordo_tenue");
  p.error = colour(theme, "errore");
  p.error_ground = colour(theme, "errore_fondo");
  p.warning = colour(theme, "avviso");
  p.warning_ground = colour(theme, "avviso_fondo");
  p.success = colour(theme, "successo");
  p.success_ground = colour(theme, "successo_fondo");
  p.info = colour(theme, "informazione");
  p.info_ground = colour(theme, "informazione_fondo");
  p.band = colour(theme, "banda");
  p.on_band = colour(theme, "su_banda");
  p.focus = colour(theme, "fuoco");
  return p;
}

std::array<Palette, 3> read_all() {
  const json themes = json::parse(assets::tokens().at("tokens.json")).at("temi");
  std::array<Palette, 3> all = {read(themes.at("chiaro")), read(themes.at("scuro")), read(themes.at("contrasto"))};
  all[2].outlined = true;
  return all;
}

}  // namespace

ImU32 Palette::tone(view::Tone tone) const {
  switch (tone) {
    case view::Tone::info:
      return info;
    case view::Tone::success:
      return success;
    case view::Tone::warning:
      return warning;
    case view::Tone::error:
      return error;
    case view::Tone::neutral:
      break;
  }
  return text_soft;
}

ImU32 Palette::tone_ground(view::Tone tone) const {
  switch (tone) {
    case view::Tone::info:
      return info_ground;
    case view::Tone::success:
      return success_ground;
    case view::Tone::warning:
      return warning_ground;
    case view::Tone::error:
      return error_ground;
    case view::Tone::neutral:
      break;
  }
  return ground_soft;
}

const Palette& palette(int theme) {
  static const std::array<Palette, 3> all = read_all();
  return all[theme == 1 || theme == 2 ? static_cast<std::size_t>(theme) : 0U];
}

ImU32 mix(ImU32 under, ImU32 over, float opacity) {
  const ImVec4 a = ImGui::ColorConvertU32ToFloat4(under);
  const ImVec4 b = ImGui::ColorConvertU32ToFloat4(over);
  const float rest = 1 - opacity;
  return ImGui::ColorConvertFloat4ToU32(
      {a.x * rest + b.x * opacity, a.y * rest + b.y * opacity, a.z * rest + b.z * opacity, a.w});
}

}  // namespace omnia::faces
