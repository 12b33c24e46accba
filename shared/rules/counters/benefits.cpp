#include "shared/rules/counters/benefits.hpp"

#include <algorithm>
#include <array>

namespace omnia::rules::counters {
namespace {

using norms::FamigliaPrestazione;

// D.Lgs. 148/2015 artt. 10, 21, 22, 22-bis, 22-ter and 44 c. 11-quinquies; D.L. 18/2020 artt. 19 and 22; D.L. 73/2021 artt. 40
// and 40-bis.
constexpr std::array<std::string_view, 11> kCassa = {
    "CIGO",         "CIGS_RIORGANIZZAZIONE", "CIGS_CRISI", "CIGS_CDS",    "CIGS_22TER", "CIGS_22BIS",
    "CIGS_DL73_40", "CIGS_DL73_40BIS",       "CIGO_COVID", "CIGO_44_11Q", "CIGD_COVID"};

constexpr std::array<std::string_view, 2> kSuffixes = {"_COVID", "_44_11S"};

bool pays_an_allowance(FamigliaPrestazione famiglia) {
  return famiglia == FamigliaPrestazione::fis || famiglia == FamigliaPrestazione::fondo ||
         famiglia == FamigliaPrestazione::territoriale || famiglia == FamigliaPrestazione::alternativo;
}

std::string_view without_suffix(std::string_view name) {
  for (const auto suffix : kSuffixes) {
    if (name.size() > suffix.size() && name.substr(name.size() - suffix.size()) == suffix)
      return name.substr(0, name.size() - suffix.size());
  }
  return name;
}

}  // namespace

bool is_benefit(std::string_view prestazione, const norms::RoutingTable& table) {
  if (std::find(kCassa.begin(), kCassa.end(), prestazione) != kCassa.end()) return true;
  const auto* info = table.prestazione(without_suffix(prestazione));
  return info != nullptr && pays_an_allowance(info->famiglia);
}

std::string not_a_benefit(const norms::RoutingTable& table) {
  std::string text = "non è tra i valori ammessi (";
  const auto add = [&](std::string_view name) { text.append(text.back() == '(' ? "" : ", ").append(name); };
  for (const auto name : kCassa) add(name);
  for (const auto& p : table.prestazioni) {
    if (pays_an_allowance(p.famiglia)) add(p.codice);
  }
  return text + "; assegni e Fondi anche con _COVID o _44_11S). Correggila.";
}

}  // namespace omnia::rules::counters
