#include "shared/norms/value_text.hpp"

#include "shared/domain/quantity.hpp"

namespace omnia::norms {

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : ", ") + item;
  return text;
}

std::string value_text(const Parameter& p) {
  const auto& unit = p.unita;
  if (unit == "scelta") return p.testo;
  if (unit == "booleano") return p.intero == 1 ? "sì" : "no";
  if (unit == "data") return domain::Date::from_days(static_cast<std::int32_t>(p.intero)).italiano();
  if (unit == "elenco") return joined(p.elenco);
  if (unit == "frazione") return std::to_string(p.intero) + "/" + std::to_string(p.denominatore);
  if (unit == "finestra") return "finestra";
  if (unit == "cent") return domain::Money{p.intero}.italiano();
  if (unit == "centesimi") return domain::format_hundredths(p.intero);
  if (unit == "percento_centesimi") return domain::format_hundredths(p.intero) + " %";
  return domain::format_integer(p.intero) + " " + unit;
}

}  // namespace omnia::norms
