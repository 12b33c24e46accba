// T3: at most 52 weeks in a biennio mobile of 104 (art. 12 cc. 3-4 D.Lgs. 148/2015; circ. MLPS 17/2017).
#include <algorithm>
#include <string_view>

#include "shared/rules/counters/checks.hpp"
#include "shared/rules/counters/sliding.hpp"

namespace omnia::rules::counters {
namespace {

using domain::Date;

constexpr std::string_view kLimitKey = "cigo.biennio.limit_weeks";

Scorrimento rules_of(const Caso& caso) {
  return {caso.norms.integer(kLimitKey, caso.giorno) * kUnitsPerWeek,
          static_cast<int>(caso.norms.integer("cigo.biennio.window_weeks", caso.giorno)),
          caso.norms.choice("cigo.biennio.anchor", caso.giorno)};
}

Esente exempt_weeks(const Caso& caso) {
  return [&caso](Date lunedi) { return week_is_exempt(caso, lunedi); };
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
  const std::string weeks = weeks_words(n);
  const auto first = first_biennio_fit(caso, voci, caso.richiesta.primo_lunedi + 7);
  if (first) return " C’è spazio per " + weeks + " dal " + first->italiano() + ".";
  return " Nei prossimi quattro anni non c’è spazio per " + weeks + " di seguito.";
}

std::string finding(const Caso& caso, const std::vector<Voce>& voci, const Contatore& c, int weeks_limit) {
  if (c.esente) {
    return caso.edile_lapideo ? "Le settimane richieste non si contano nel biennio mobile: evento oggettivamente non evitabile "
                                "(EONE) nel periodo di deroga climatica."
                              : "Le settimane richieste non si contano nel biennio mobile: evento oggettivamente non evitabile "
                                "(EONE) di impresa non edile (art. 12, "
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
  return first_sliding_fit(caso, voci, rules_of(caso), exempt_weeks(caso), dal);
}

std::vector<int> biennio_course(const Caso& caso, const std::vector<Voce>& voci, int quanti) {
  return sliding_course(caso, voci, rules_of(caso), exempt_weeks(caso), quanti);
}

Contatore check_biennio(const Caso& caso, const std::vector<Voce>& voci) {
  const Scorrimento regole = rules_of(caso);
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
  // How a part of a week made of declared days is rounded is not written anywhere.
  c.lettura = registri.lettura || c.usato % kUnitsPerWeek != 0;
  c.richiesto = requested_units(caso, registri.ufficiale, back, c.lettura);
  c.settimane_richieste = n;
  const auto sums = window_sums(registri.ufficiale, regole.finestra);
  c.settimane_ammesse = admitted_weeks(regole, registri.ufficiale, sums, back, n, exempt_weeks(caso));
  c.lettura = c.lettura || anchor_matters(caso, regole, registri.ufficiale, sums, back, c.settimane_ammesse, exempt_weeks(caso));
  c.superato = c.settimane_ammesse < n;
  c.esente = wholly_exempt(caso);
  c.righe = std::move(registri.righe);
  if (const auto* parameter = caso.norms.find(kLimitKey, caso.giorno)) c.citazione = parameter->citazione;
  c.testo = finding(caso, voci, c, static_cast<int>(regole.limite / kUnitsPerWeek));
  return c;
}

}  // namespace omnia::rules::counters
