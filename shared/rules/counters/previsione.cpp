#include "shared/rules/counters/previsione.hpp"

#include <algorithm>

#include "shared/rules/counters/checks.hpp"

namespace omnia::rules::counters {
namespace {

using domain::Date;

// The entries of the unit as each rule sees them.
struct Storia {
  std::vector<Voce> art12;
  std::vector<Voce> art4;
};

struct Passo {
  int settimane = 0;
  Fermano fermano;
};

struct Corso {
  std::vector<Passo> passi;
  std::vector<std::int64_t> residui_quinquennio;
};

Corso course(const Caso& caso, const Storia& storia, int quanti) {
  const auto t2 = consecutive_course(caso, storia.art12, quanti);
  const auto t3 = biennio_course(caso, storia.art12, quanti);
  auto t5 = quinquennio_course(caso, storia.art4, quanti);
  Corso out;
  out.residui_quinquennio = std::move(t5.residui);
  for (std::size_t k = 0; k < static_cast<std::size_t>(quanti); ++k) {
    const int least = std::min({t2[k], t3[k], t5.ammesse[k]});
    const bool all = least == caso.richiesta.settimane;
    out.passi.push_back({least, all ? Fermano{} : Fermano{t2[k] == least, t3[k] == least, t5.ammesse[k] == least}});
  }
  return out;
}

// First step, from `from` on, where the weeks fit.
std::optional<int> first_step(const Corso& corso, int weeks, int from) {
  for (std::size_t k = static_cast<std::size_t>(from); k < corso.passi.size(); ++k) {
    if (corso.passi[k].settimane >= weeks) return static_cast<int>(k);
  }
  return std::nullopt;
}

// The same readings that the counters declare.
bool rests_on_a_reading(const Caso& caso, const Storia& storia, const Previsione& p) {
  const auto* run_break = caso.norms.find("cigo.run.break", caso.giorno);
  const bool open = run_break != nullptr && run_break->mark == norms::Mark::reading;
  for (const auto& punto : p.punti) {
    if (punto.fermano.quinquennio || (open && punto.fermano.consecutive)) return true;
  }
  // Which windows of the biennio are tried is judged on the request itself.
  if (p.punti.front().fermano.biennio && check_biennio(caso, storia.art12).lettura) return true;
  for (const auto& voce : storia.art12) {
    if (!voce.deroga || !voce.conta) continue;
    for (const auto& finestra : caso.clima) {
      if (finestra.lettura && finestra.periodo.overlaps(voce.periodo)) return true;
    }
  }
  return false;
}

std::string they_fit(int n) { return n == 1 ? "entra 1 settimana" : "entrano " + std::to_string(n) + " settimane"; }

std::string finding(const Previsione& p) {
  const auto& now = p.punti.front();
  const std::string from = "Dal " + p.dal.italiano() + " ";
  if (now.settimane >= p.settimane) {
    std::string text = from + they_fit(p.settimane) + ".";
    if (p.di_nuovo)
      return text + " Dopo questa richiesta " + they_fit(p.settimane) + " di nuovo dal " + p.di_nuovo->italiano() + ".";
    return text + " Dopo questa richiesta, nei prossimi 24 mesi non c’è spazio per altre " + weeks_words(p.settimane) + ".";
  }
  std::string text =
      from + (now.settimane == 0 ? "non entra alcuna settimana" : they_fit(now.settimane) + " di " + std::to_string(p.settimane));
  text += ". Il limite che ferma: " + names(now.fermano) + ".";
  if (p.prima_data) return text + " Per " + weeks_words(p.settimane) + " la prima data è " + p.prima_data->per_esteso() + ".";
  return text + " Nei prossimi quattro anni non c’è una data per " + weeks_words(p.settimane) + ".";
}

}  // namespace

std::string names(const Fermano& fermano) {
  std::string text;
  const auto add = [&](bool stops, const char* name) {
    if (stops) text += (text.empty() ? "" : ", ") + std::string(name);
  };
  add(fermano.consecutive, "Settimane consecutive");
  add(fermano.biennio, "Biennio mobile");
  add(fermano.quinquennio, "Quinquennio mobile");
  return text;
}

Previsione forecast(const domain::Registry& registry, const Richiesta& richiesta, routing::Settore settore,
                    const norms::Norms& norms) {
  Previsione p;
  p.dal = richiesta.primo_lunedi.lunedi();
  p.calcolata = richiesta.settimane > 0 && norms.find("cigo.biennio.limit_weeks", p.dal) != nullptr;
  if (!p.calcolata) return p;
  // Nothing longer than a full run fits anywhere: art. 12 c. 1.
  p.settimane = std::min(richiesta.settimane, static_cast<int>(norms.integer("cigo.max_weeks_consecutive", p.dal)) + 1);
  p.provate = std::max(p.settimane, static_cast<int>(norms.integer("cigo.max_weeks_single", p.dal)));
  const Richiesta tried{richiesta.unita_produttiva, p.dal, p.provate, richiesta.eone, 0};
  const Caso caso = open_case(registry, tried, settore, norms);
  const Storia storia{entries(caso, Regola::art12), entries(caso, Regola::art4)};
  const Corso corso = course(caso, storia, kForecastWeeks);
  const auto biennio = biennio_timeline(registry, richiesta.unita_produttiva, settore, norms, p.dal, kForecastWeeks);
  for (std::size_t k = 0; k < corso.passi.size() && k < biennio.size(); ++k) {
    p.punti.push_back({biennio[k], corso.residui_quinquennio[k], corso.passi[k].settimane, corso.passi[k].fermano});
  }
  if (const auto k = first_step(corso, p.settimane, 0)) {
    p.prima_data = caso.lunedi(*k);
  } else {
    p.prima_data = first_date(registry, {richiesta.unita_produttiva, p.dal, p.settimane, richiesta.eone, 0}, settore, norms,
                              caso.lunedi(kForecastWeeks));
  }
  if (p.prima_data == p.dal && p.settimane < kForecastWeeks) {
    const Storia granted{with_granted(caso, storia.art12, Regola::art12, p.settimane),
                         with_granted(caso, storia.art4, Regola::art4, p.settimane)};
    const auto again = course(caso, granted, kForecastWeeks);
    if (const auto k = first_step(again, p.settimane, p.settimane)) p.di_nuovo = caso.lunedi(*k);
  }
  p.lettura = rests_on_a_reading(caso, storia, p);
  p.citazione = "Artt. 4 e 12 D.Lgs. 148/2015";
  p.testo = finding(p);
  return p;
}

std::optional<Previsione> forecast(const domain::Draft& draft, const domain::Registry& registry, const norms::Norms& norms,
                                   Date oggi) {
  const auto& unit = draft.unita_produttiva.progressivo;
  const auto& all = registry.unita_produttive;
  if (!unit || std::none_of(all.begin(), all.end(), [&](const auto& up) { return up.progressivo == unit->n; }))
    return std::nullopt;
  const auto& periodo = draft.periodo;
  const Date next = oggi == oggi.lunedi() ? oggi : oggi.lunedi() + 7;
  Richiesta richiesta{unit->n, periodo.dal ? periodo.dal->lunedi() : next, 0, false, 0};
  richiesta.settimane = static_cast<int>(norms.integer("cigo.max_weeks_single", richiesta.primo_lunedi));
  if (periodo.dal && periodo.al && *periodo.dal <= *periodo.al) {
    constexpr std::int32_t kMost = 520;
    richiesta.settimane = std::min((periodo.al->lunedi() - richiesta.primo_lunedi) / 7 + 1, kMost);
  }
  const auto* causale = norms.causale(draft.causale.id);
  richiesta.eone = causale != nullptr && causale->eone;
  const auto route = routing::route(registry.posizione, richiesta.primo_lunedi, norms);
  auto p = forecast(registry, richiesta, routing::settore(route), norms);
  if (!p.calcolata) return std::nullopt;
  return p;
}

std::vector<TrattoPrevisione> stretches(const Previsione& previsione) {
  std::vector<TrattoPrevisione> out;
  for (const auto& punto : previsione.punti) {
    const Date lunedi = punto.biennio.lunedi;
    if (!out.empty() && out.back().settimane == punto.settimane && out.back().fermano == punto.fermano) {
      out.back().ultimo = lunedi;
    } else {
      out.push_back({lunedi, lunedi, punto.settimane, punto.fermano});
    }
  }
  return out;
}

}  // namespace omnia::rules::counters
