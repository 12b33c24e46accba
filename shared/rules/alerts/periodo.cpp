// Section Periodo: whole weeks, 13 at most at a time, extensions, and what the counters say (D.Lgs. 148/2015 artt. 4 and 12).
#include <algorithm>
#include <array>

#include "shared/domain/precedente.hpp"
#include "shared/rules/alerts/sections.hpp"

namespace omnia::rules::alerts {
namespace {

using domain::Autorizzazione;
using domain::Date;
using domain::Period;
using domain::StatoAutorizzazione;
using domain::TipoRichiesta;
using domain::Weekday;

std::string weekday_name(Date d) {
  static constexpr std::array<const char*, 7> kNames = {"lunedì",  "martedì", "mercoledì", "giovedì",
                                                        "venerdì", "sabato",  "domenica"};
  return kNames[static_cast<std::size_t>(d.weekday())];
}

void dates(const Context& c, Collector& out) {
  const auto& p = c.draft.periodo;
  if (p.dal.empty()) out.add("A-FRM-02", "periodo.dal", {{"cosa", "la data di inizio del periodo"}});
  if (p.al.empty()) out.add("A-FRM-02", "periodo.al", {{"cosa", "la data di fine del periodo"}});
  out.formal(p.dal, "periodo.dal", "una data valida");
  out.formal(p.al, "periodo.al", "una data valida");
  if (p.dal && p.al && *p.al < *p.dal) return out.add("A-PER-01", "periodo.al");
  if (p.dal && p.dal->weekday() != Weekday::lunedi) {
    out.add("A-PER-02", "periodo.dal",
            {{"estremo", "inizio"},
             {"giorno", weekday_name(*p.dal)},
             {"data", p.dal->italiano()},
             {"verbo", "parte da"},
             {"attesa", "lunedì " + p.dal->lunedi().italiano()}});
  }
  if (p.al && p.al->weekday() != Weekday::domenica) {
    out.add("A-PER-02", "periodo.al",
            {{"estremo", "fine"},
             {"giorno", weekday_name(*p.al)},
             {"data", p.al->italiano()},
             {"verbo", "finisce"},
             {"attesa", "domenica " + (p.al->lunedi() + 6).italiano()}});
  }
}

void length(const Context& c, Collector& out) {
  if (!c.periodo) return;
  const auto n = std::to_string(c.settimane);
  if (!c.periodo_ragionevole) {
    return out.add("A-FRM-08", "periodo.al", {{"n", n}, {"massimo", std::to_string(kMostWeeks)}});
  }
  const auto most = c.norma("cigo.max_weeks_single");
  if (c.draft.periodo.tipo == TipoRichiesta::prima && c.settimane > most) {
    out.add("A-PER-03", "periodo.al", {{"n", n}, {"massimo", std::to_string(most)}});
  }
}

// Is there a request of the same UP and causale that ends the day before, the one named if one is named?
bool extends_something(const Context& c) {
  const auto& named = c.draft.periodo.domanda_prorogata;
  const auto follows = [&](std::int64_t up, const std::string& causale, const Period& periodo, const std::string& number) {
    return up == c.up->progressivo && causale == c.draft.causale.id && periodo.al + 1 == c.periodo->dal &&
           (blank(named) || domain::precedente::bare(named) == domain::precedente::bare(number));
  };
  const auto& domande = c.registry.domande;
  if (std::any_of(domande.begin(), domande.end(),
                  [&](const auto& d) { return follows(d.unita_produttiva, d.causale, d.periodo, d.protocollo); })) {
    return true;
  }
  const auto& authorised = c.registry.autorizzazioni;
  return std::any_of(authorised.begin(), authorised.end(), [&](const Autorizzazione& a) {
    const bool alive = a.stato == StatoAutorizzazione::autorizzata || a.stato == StatoAutorizzazione::in_istruttoria;
    return alive && follows(a.unita_produttiva, a.causale, a.periodo, a.numero);
  });
}

void extension(const Context& c, Collector& out) {
  if (c.draft.periodo.tipo != TipoRichiesta::proroga) return;
  if (blank(c.draft.periodo.motivi_proroga)) out.add("A-PER-05", "periodo.motivi_proroga");
  if (c.up != nullptr && c.periodo && c.causale != nullptr && !extends_something(c)) {
    out.add("A-PER-04", "periodo.domanda_prorogata");
  }
}

std::string weeks_left(std::int64_t units) {
  if (units <= 0) return "non ne resta nessuna";
  if (units == counters::kUnitsPerWeek) return "ne resta 1";
  return "ne restano " + counters::weeks_text(units);
}

void limits(const Context& c, Collector& out) {
  if (!c.contatori.calcolati) return;
  const auto& [calcolati, biennio, consecutive, quinquennio, terzo] = c.contatori;
  if (biennio.superato) {
    out.add("A-PER-06", "periodo.al",
            {{"limite", counters::weeks_text(biennio.limite)}, {"residuo", weeks_left(biennio.residuo)}},
            {.lettura = biennio.lettura});
  }
  if (consecutive.superato) {
    const auto rest = std::to_string(c.norma("cigo.rest_weeks_after_full_run"));
    out.add("A-PER-07", "periodo.al", {{"limite", counters::weeks_text(consecutive.limite)}, {"ripresa", rest}},
            {.lettura = consecutive.lettura});
  }
  if (quinquennio.superato) {
    const auto months = std::to_string(quinquennio.limite / counters::kUnitsPerMonth);
    out.add("A-PER-08", "periodo.al", {{"limite", months}}, {.lettura = quinquennio.lettura});
  }
  if (terzo.superato) {
    out.add("A-PER-11", "periodo.settimane", {{"ore", domain::format_hundredths(terzo.eccedenti)}}, {.lettura = terzo.lettura});
  }
}

// Art. 12 c. 4: EONE weeks do not count, but for building and stone, which have their own windows by yearly acts.
void eone(const Context& c, Collector& out) {
  if (!c.eone || !c.periodo) return;
  if (c.settore == routing::Settore::industria) out.add("A-PER-09", "periodo.al");
  if (!c.edile()) return;
  constexpr std::string_view kWindow = "cigo.eone.climate_window";
  for (const Period& window : c.norms.windows(kWindow)) {
    if (!window.overlaps(*c.periodo)) continue;
    const Period common{std::max(window.dal, c.periodo->dal), std::min(window.al, c.periodo->al)};
    const auto* norm = c.norms.find(kWindow, common.dal);
    out.add("A-PER-10", "periodo.al", {{"dal", common.dal.italiano()}, {"al", common.al.italiano()}},
            {.lettura = norm != nullptr && norm->mark == norms::Mark::reading,
             .citazione = norm == nullptr ? std::string() : norm->citazione});
  }
}

void same_request(const Context& c, Collector& out) {
  if (!c.periodo || c.up == nullptr || c.causale == nullptr) return;
  const auto clashes = [&](std::int64_t up, const std::string& causale, const Period& periodo) {
    return up == c.up->progressivo && causale == c.causale->id && periodo.overlaps(*c.periodo);
  };
  for (const auto& d : c.registry.domande) {
    if (d.id != c.draft.id && !domain::precedente::is(d.protocollo) && clashes(d.unita_produttiva, d.causale, d.periodo)) {
      return out.add("A-PER-12", "periodo.dal", {{"numero", d.protocollo}});
    }
  }
  for (const auto& a : c.registry.autorizzazioni) {
    const bool alive = a.stato == StatoAutorizzazione::autorizzata || a.stato == StatoAutorizzazione::in_istruttoria;
    if (alive && !domain::precedente::is(a.numero) && clashes(a.unita_produttiva, a.causale, a.periodo)) {
      return out.add("A-PER-12", "periodo.dal", {{"numero", a.numero}});
    }
  }
}

// While the old procedures live beside this one the same request may have gone there: never a block (msg. INPS 2372/2023).
void other_channel(const Context& c, Collector& out) {
  if (!c.periodo || c.up == nullptr) return;
  const auto warn = [&](const std::string& number, std::int64_t up, const Period& periodo) {
    if (!domain::precedente::is(number) || up != c.up->progressivo || !periodo.overlaps(*c.periodo)) return false;
    out.add("A-PER-14", "periodo.dal", {{"numero", number}, {"dal", periodo.dal.italiano()}, {"al", periodo.al.italiano()}});
    return true;
  };
  for (const auto& d : c.registry.domande) {
    if (warn(d.protocollo, d.unita_produttiva, d.periodo)) return;
  }
  for (const auto& a : c.registry.autorizzazioni) {
    const bool alive = a.stato == StatoAutorizzazione::autorizzata || a.stato == StatoAutorizzazione::in_istruttoria;
    if (alive && warn(a.numero, a.unita_produttiva, a.periodo)) return;
  }
}

// msg. INPS 3566/2018: days authorised and not used come back only if the employer declares the fruito.
void unused(const Context& c, Collector& out) {
  if (!c.contatori.calcolati) return;
  std::vector<std::string> numbers;
  for (const auto& a : c.registry.autorizzazioni) {
    const bool counts = a.unita_produttiva == c.up->progressivo && a.prestazione == "CIGO" &&
                        a.stato == StatoAutorizzazione::autorizzata && (!a.eone || c.edile());
    const bool over = a.periodo.al < c.oggi && a.periodo.overlaps(c.contatori.biennio.finestra);
    const int days = a.giorni_settimana != 0 ? a.giorni_settimana : c.up->giorni_settimana;
    const auto authorised = (a.periodo.giorni() + 6) / 7 * days;
    if (counts && over && !a.fruito_dichiarato && static_cast<std::int32_t>(a.giorni_fruiti.size()) < authorised) {
      numbers.push_back(a.numero);
    }
  }
  if (!numbers.empty()) out.add("A-PER-13", "periodo.dal", {{"numeri", join(numbers)}});
}

}  // namespace

void periodo(const Context& c, Collector& out) {
  dates(c, out);
  length(c, out);
  extension(c, out);
  limits(c, out);
  eone(c, out);
  same_request(c, out);
  other_channel(c, out);
  unused(c, out);
}

}  // namespace omnia::rules::alerts
