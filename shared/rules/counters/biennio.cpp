// T3: at most 52 weeks in a biennio mobile of 104 (art. 12 cc. 3-4 D.Lgs. 148/2015; circ. MLPS 17/2017).
#include <algorithm>
#include <string_view>

#include "shared/rules/counters/checks.hpp"

namespace omnia::rules::counters {
namespace {

using domain::Date;

constexpr int kSearchWeeks = 209;  // four years
constexpr std::string_view kLimitKey = "cigo.biennio.limit_weeks";

struct Regole {
  std::int64_t limite = 0;  // units
  int settimane_limite = 0;
  int finestra = 0;  // weeks
  // Which windows are tried (norm cigo.biennio.anchor): all those that hold a requested week, or one alone.
  std::string ancora;
};

Regole rules_of(const Caso& caso) {
  const auto weeks = caso.norms.integer(kLimitKey, caso.giorno);
  return {weeks * kUnitsPerWeek, static_cast<int>(weeks),
          static_cast<int>(caso.norms.integer("cigo.biennio.window_weeks", caso.giorno)),
          caso.norms.choice("cigo.biennio.anchor", caso.giorno)};
}

// Sum of the window that ends with each week of the ledger.
std::vector<std::int64_t> window_sums(const Ledger& ledger, int window) {
  std::vector<std::int64_t> sums(static_cast<std::size_t>(ledger.size()));
  std::int64_t sum = 0;
  for (int i = 0; i < ledger.size(); ++i) {
    sum += ledger.units(i) - ledger.units(i - window);
    sums[static_cast<std::size_t>(i)] = sum;
  }
  return sums;
}

// Leading weeks of a request that fit, from week `first` of the ledger on. Each week that is not yet authorised is worth a
// whole one, since its use is still unknown, and raises every window that holds it: also the later ones, where weeks
// already authorised may follow a late request.
int admitted(const Caso& caso, const Regole& regole, const Ledger& ledger, const std::vector<std::int64_t>& sums, int first) {
  const int n = caso.richiesta.settimane;
  std::vector<std::int64_t> local(sums.begin() + first, sums.begin() + first + n + regole.finestra - 1);
  for (int k = 0; k < n; ++k) {
    const std::int64_t added = kUnitsPerWeek - ledger.units(first + k);
    if (added == 0 || week_is_exempt(caso, ledger.lunedi(first + k))) continue;
    int from = k;
    int to = k + regole.finestra - 1;
    bool fits = true;
    for (int e = from; e <= to; ++e) local[static_cast<std::size_t>(e)] += added;
    if (regole.ancora == "first_requested_week") from = to = 0;
    if (regole.ancora == "last_requested_week") from = to = n - 1;
    for (int e = from; e <= to && fits; ++e) fits = local[static_cast<std::size_t>(e)] <= regole.limite;
    if (!fits) return k;
  }
  return n;
}

// Units that the request adds, and whether a climate window of an act not yet confirmed spared some.
std::int64_t requested_units(const Caso& caso, const Ledger& ledger, int first, bool& lettura) {
  std::int64_t units = 0;
  for (int k = 0; k < caso.richiesta.settimane; ++k) {
    const Date lunedi = caso.lunedi(k);
    if (!week_is_exempt(caso, lunedi)) {
      units += kUnitsPerWeek - ledger.units(first + k);
      continue;
    }
    const auto* window = caso.edile_lapideo ? climate_window(caso, {lunedi, lunedi + 6}) : nullptr;
    lettura = lettura || (window != nullptr && window->lettura);
  }
  return units;
}

bool wholly_exempt(const Caso& caso) {
  for (int k = 0; k < caso.richiesta.settimane; ++k) {
    if (!week_is_exempt(caso, caso.lunedi(k))) return false;
  }
  return true;
}

std::string when_there_is_room(const Caso& caso, const std::vector<Voce>& voci) {
  const int n = caso.richiesta.settimane;
  const std::string weeks = n == 1 ? "1 settimana" : std::to_string(n) + " settimane";
  const auto first = first_biennio_fit(caso, voci, caso.richiesta.primo_lunedi + 7);
  if (first) return " C'è spazio per " + weeks + " dal " + first->italiano() + ".";
  return " Nei prossimi quattro anni non c'è spazio per " + weeks + " di seguito.";
}

std::string finding(const Caso& caso, const std::vector<Voce>& voci, const Contatore& c, int weeks_limit) {
  if (c.esente) {
    return caso.edile_lapideo ? "Le settimane richieste non si contano nel biennio mobile: EONE nel periodo di deroga climatica."
                              : "Le settimane richieste non si contano nel biennio mobile: EONE di impresa non edile (art. 12, "
                                "comma 4, D.Lgs. 148/2015).";
  }
  if (c.superato) {
    return admitted_phrase(c.settimane_richieste, c.settimane_ammesse,
                           std::to_string(weeks_limit) + " settimane del biennio mobile") +
           when_there_is_room(caso, voci);
  }
  const std::string use = c.richiesto == 0 ? "la richiesta non ne usa altre" : "la richiesta ne usa " + weeks_text(c.richiesto);
  return left_phrase(c.residuo) + " nel biennio mobile che finisce il " + c.finestra.al.italiano() + ": " + use + ".";
}

}  // namespace

std::optional<Date> first_biennio_fit(const Caso& caso, const std::vector<Voce>& voci, Date dal) {
  const Regole regole = rules_of(caso);
  const Date start = dal == dal.lunedi() ? dal : dal.lunedi() + 7;
  const int back = regole.finestra - 1;
  const int weeks = back + kSearchWeeks + caso.richiesta.settimane + back;
  const Date origin = start - 7 * back;
  const Registri registri = fill(caso, voci, origin, weeks, {origin, origin});
  const auto sums = window_sums(registri.ufficiale, regole.finestra);
  for (int k = 0; k < kSearchWeeks; ++k) {
    if (admitted(caso, regole, registri.ufficiale, sums, back + k) == caso.richiesta.settimane) return start + 7 * k;
  }
  return std::nullopt;
}

Contatore check_biennio(const Caso& caso, const std::vector<Voce>& voci) {
  const Regole regole = rules_of(caso);
  const int n = caso.richiesta.settimane;
  const int back = regole.finestra - 1;
  Contatore c;
  c.codice = "biennio";
  c.nome = "Biennio mobile";
  c.limite = regole.limite;
  c.finestra = {caso.lunedi(n - 1 - back), caso.ultima_domenica()};
  Registri registri = fill(caso, voci, caso.lunedi(-back), back + n + back, c.finestra);
  const int last = back + n - 1;
  c.usato = registri.ufficiale.sum(last - back, last);
  c.usato_prudente = registri.prudente.sum(last - back, last);
  c.residuo = std::max<std::int64_t>(0, c.limite - c.usato);
  c.lettura = registri.lettura;
  c.richiesto = requested_units(caso, registri.ufficiale, back, c.lettura);
  c.settimane_richieste = n;
  c.settimane_ammesse = admitted(caso, regole, registri.ufficiale, window_sums(registri.ufficiale, regole.finestra), back);
  c.superato = c.settimane_ammesse < n;
  c.esente = wholly_exempt(caso);
  c.righe = std::move(registri.righe);
  if (const auto* parameter = caso.norms.find(kLimitKey, caso.giorno)) c.citazione = parameter->citazione;
  c.testo = finding(caso, voci, c, regole.settimane_limite);
  return c;
}

}  // namespace omnia::rules::counters
