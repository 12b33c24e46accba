#include "shared/rules/counters/what_if.hpp"

#include <algorithm>

#include "shared/rules/counters/checks.hpp"
#include "shared/rules/counters/single_request.hpp"
#include "shared/rules/counters/sliding.hpp"

namespace omnia::rules::counters {
namespace {

using domain::Date;

void add(std::vector<Vincolo>& out, const Contatore& c) {
  if (c.superato) out.push_back({c.codice, c.nome, c.testo, c.citazione, c.lettura});
}

// The limits that a request of that length exceeds.
std::vector<Vincolo> exceeded(const domain::Registry& registry, const Ipotesi& ipotesi, int settimane, routing::Settore settore,
                              const norms::Norms& norms) {
  Richiesta richiesta = ipotesi.richiesta;
  richiesta.settimane = settimane;
  richiesta.ore_centesimi = ipotesi.ore_settimana_centesimi * settimane;
  std::vector<Vincolo> out;
  add(out, single_request(registry, richiesta, ipotesi.proroga, settore, norms));
  const Caso caso = open_case(registry, richiesta, settore, norms);
  const auto voci = entries(caso, Regola::art12);
  add(out, check_consecutive(caso, voci));
  add(out, check_biennio(caso, voci));
  if (ipotesi.ore_settimana_centesimi > 0) {
    const TerzoOre t = check_terzo(caso);
    if (t.superato) out.push_back({"terzo", "Un terzo delle ore lavorabili", t.testo, t.citazione, t.lettura});
  }
  add(out, check_quinquennio(caso));
  return out;
}

std::string finding(const Massimo& m, Date dal) {
  if (m.vincoli.empty())
    return "Dal " + dal.italiano() + " entrano tutte le settimane volute: " + std::to_string(m.settimane) + ".";
  std::string names;
  for (const auto& v : m.vincoli) names += (names.empty() ? "" : ", ") + v.nome;
  const std::string binding = " Il limite che ferma la settimana successiva: " + names + ".";
  if (m.settimane == 0) return "Dal " + dal.italiano() + " non entra alcuna settimana." + binding;
  return "Dal " + dal.italiano() + (m.settimane == 1 ? " si può" : " si possono") + " chiedere al massimo " +
         weeks_words(m.settimane) + ", fino al " + m.periodo->al.italiano() + "." + binding;
}

std::vector<PuntoBiennio> timeline(const Caso& caso, const std::vector<Voce>& voci, int settimane) {
  std::vector<PuntoBiennio> out;
  const auto* limit = caso.norms.find("cigo.biennio.limit_weeks", caso.giorno);
  const int window = static_cast<int>(caso.norms.integer("cigo.biennio.window_weeks", caso.giorno));
  if (limit == nullptr || window <= 0 || settimane <= 0) return out;
  const Date origin = caso.giorno - 7 * (window - 1);
  const Registri registri = fill(caso, voci, origin, window - 1 + settimane, {origin, origin});
  const auto official = window_sums(registri.ufficiale, window);
  const auto prudent = window_sums(registri.prudente, window);
  for (int k = 0; k < settimane; ++k) {
    const auto at = static_cast<std::size_t>(window - 1) + static_cast<std::size_t>(k);
    out.push_back(
        {caso.lunedi(k), official[at], std::max<std::int64_t>(0, limit->intero * kUnitsPerWeek - official[at]), prudent[at]});
  }
  return out;
}

}  // namespace

std::vector<Voce> with_granted(const Caso& caso, std::vector<Voce> voci, Regola regola, int settimane) {
  const bool eone = caso.richiesta.eone;
  if (eone && (regola == Regola::art12 ? caso.eone_fuori_art12 : caso.eone_fuori_art4)) return voci;
  Voce& voce = voci.emplace_back();
  voce.periodo = {caso.richiesta.primo_lunedi, caso.lunedi(settimane) - 1};
  voce.conta = true;
  voce.deroga = eone && regola == Regola::art12;
  return voci;
}

Massimo longest_period(const domain::Registry& registry, const Ipotesi& ipotesi, routing::Settore settore,
                       const norms::Norms& norms) {
  Massimo m;
  const Date dal = ipotesi.richiesta.primo_lunedi.lunedi();
  if (ipotesi.richiesta.settimane <= 0 || norms.find("cigo.biennio.limit_weeks", dal) == nullptr) return m;
  // Nothing longer than a full run fits anywhere: art. 12 c. 1.
  const int most = std::min(ipotesi.richiesta.settimane, static_cast<int>(norms.integer("cigo.max_weeks_consecutive", dal)) + 1);
  // From the shortest on, so that what stops the first week too long is at hand.
  for (int n = 1; n <= most; ++n) {
    auto stops = exceeded(registry, ipotesi, n, settore, norms);
    if (!stops.empty()) {
      m.vincoli = std::move(stops);
      break;
    }
    m.settimane = n;
  }
  if (m.settimane > 0) m.periodo = domain::Period{dal, dal + 7 * m.settimane - 1};
  m.lettura = std::any_of(m.vincoli.begin(), m.vincoli.end(), [](const Vincolo& v) { return v.lettura; });
  m.testo = finding(m, dal);
  return m;
}

std::optional<Date> first_date(const domain::Registry& registry, const Richiesta& richiesta, routing::Settore settore,
                               const norms::Norms& norms, Date dal) {
  const Date start = dal == dal.lunedi() ? dal : dal.lunedi() + 7;
  const Date end = start + 7 * kSearchWeeks;
  Richiesta attempt = richiesta;
  for (Date monday = start; monday < end;) {
    attempt.primo_lunedi = monday;
    const auto roomy = first_fit(registry, attempt, settore, norms, monday);
    if (!roomy || *roomy >= end) return std::nullopt;
    attempt.primo_lunedi = *roomy;
    const Caso caso = open_case(registry, attempt, settore, norms);
    if (!check_consecutive(caso, entries(caso, Regola::art12)).superato && !check_quinquennio(caso).superato) return roomy;
    monday = *roomy + 7;
  }
  return std::nullopt;
}

std::vector<PuntoBiennio> biennio_timeline(const domain::Registry& registry, std::int64_t unita_produttiva,
                                           routing::Settore settore, const norms::Norms& norms, Date dal, int settimane) {
  const Caso caso = open_case(registry, {unita_produttiva, dal, 1, false, 0}, settore, norms);
  return timeline(caso, entries(caso, Regola::art12), settimane);
}

std::vector<PuntoBiennio> biennio_timeline_with(const domain::Registry& registry, const Richiesta& richiesta,
                                                routing::Settore settore, const norms::Norms& norms, int settimane) {
  const Caso caso = open_case(registry, richiesta, settore, norms);
  return timeline(caso, with_granted(caso, entries(caso, Regola::art12), Regola::art12, caso.richiesta.settimane), settimane);
}

}  // namespace omnia::rules::counters
