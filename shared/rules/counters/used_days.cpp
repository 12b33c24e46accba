#include "shared/rules/counters/used_days.hpp"

#include <algorithm>

#include "shared/rules/counters/ledger.hpp"

namespace omnia::rules::counters {
namespace {

using domain::Date;

std::int64_t authorised_weeks(const domain::Period& p) { return p.giorni() == 0 ? 0 : (p.al.lunedi() - p.dal.lunedi()) / 7 + 1; }

// Why the declaration is refused; empty when it is good. The rules of the FIS file (msg. INPS 1351/2023), for CIGO too.
std::string refusal(const Dichiarazione& d, const std::vector<Date>& giorni, Date oggi, const norms::Norms& norms) {
  const auto* admitted = norms.find(d.fsba ? "fruito.divisor.fsba" : "fruito.divisor", oggi);
  const std::string divisor = std::to_string(d.divisore);
  const bool known =
      admitted != nullptr && std::find(admitted->elenco.begin(), admitted->elenco.end(), divisor) != admitted->elenco.end();
  if (!known) return "L’orario su " + divisor + " giorni a settimana non è ammesso.";
  if (oggi <= d.periodo.al)
    return "Il periodo autorizzato finisce il " + d.periodo.al.italiano() + ": il fruito si dichiara dopo.";
  if (!d.flussi_completi) return "Mancano flussi di pagamento del periodo: il fruito si dichiara dopo averli inviati tutti.";
  for (const Date giorno : giorni) {
    if (!d.periodo.contains(giorno)) return "Il " + giorno.italiano() + " è fuori dal periodo autorizzato.";
    if (d.divisore < 7 && giorno.weekday() == domain::Weekday::domenica) {
      return "Il " + giorno.italiano() + " è una domenica: con " + divisor + " giorni a settimana non si può usare.";
    }
  }
  return {};
}

}  // namespace

std::vector<Date> used_days(const std::vector<OreGiorno>& ore) {
  std::vector<Date> days;
  for (const auto& o : ore) {
    if (o.ore_centesimi > 0) days.push_back(o.giorno);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

Fruito used_weeks(const Dichiarazione& dichiarazione, Date oggi, const norms::Norms& norms) {
  std::vector<Date> giorni = dichiarazione.giorni;
  std::sort(giorni.begin(), giorni.end());
  giorni.erase(std::unique(giorni.begin(), giorni.end()), giorni.end());
  const std::int64_t weeks = authorised_weeks(dichiarazione.periodo);
  Fruito fruito;
  fruito.citazione = "Circ. INPS 58/2009; msg. INPS 2101/2020 e 3566/2018";
  const std::string why = refusal(dichiarazione, giorni, oggi, norms);
  if (!why.empty()) {
    fruito.usate = weeks * kUnitsPerWeek;
    fruito.testo = why + " Si contano le settimane autorizzate: " + std::to_string(weeks) + ".";
    return fruito;
  }
  fruito.valido = true;
  fruito.usate = static_cast<std::int64_t>(giorni.size()) * (kUnitsPerWeek / dichiarazione.divisore);
  fruito.residue = std::max<std::int64_t>(0, weeks * kUnitsPerWeek - fruito.usate);
  fruito.settimane_intere = static_cast<int>(fruito.residue / kUnitsPerWeek);
  fruito.lettura = fruito.residue % kUnitsPerWeek != 0;  // the known examples are all whole weeks
  fruito.testo = std::to_string(giorni.size()) + (giorni.size() == 1 ? " giorno" : " giorni") + " su " +
                 std::to_string(dichiarazione.divisore) + " a settimana: usate " + weeks_phrase(fruito.usate) + " su " +
                 std::to_string(weeks) + " autorizzate, se ne possono chiedere ancora " +
                 std::to_string(fruito.settimane_intere) + ".";
  return fruito;
}

}  // namespace omnia::rules::counters
