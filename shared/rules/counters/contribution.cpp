#include "shared/rules/counters/contribution.hpp"

#include <algorithm>
#include <deque>

#include "shared/domain/quantity.hpp"
#include "shared/rules/counters/checks.hpp"

namespace omnia::rules::counters {
namespace {

using domain::Autorizzazione;
using domain::Date;
using domain::Period;
using domain::StatoAutorizzazione;
using norms::Norms;

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

bool is_cig(std::string_view prestazione) {
  return starts_with(prestazione, "CIGO") || starts_with(prestazione, "CIGS") || starts_with(prestazione, "CIGD");
}

constexpr std::string_view kPending = "In istruttoria: si conta solo nella stima prudente.";

// Why an authorisation fills no tier; empty when it does.
std::string_view not_in_tiers(const Autorizzazione& a, const Norms& norms, Date giorno) {
  if (a.stato == StatoAutorizzazione::respinta || a.stato == StatoAutorizzazione::annullata)
    return "Respinta o annullata: non si conta.";
  if (!is_cig(a.prestazione)) return "Né CIGO né CIGS: non riempie le fasce.";
  if (a.prestazione.find("COVID") != std::string::npos) return "CIG per COVID-19: non si conta (art. 19, comma 3, D.L. 18/2020).";
  if (a.prestazione == "CIGO_44_11Q") return "CIGO in deroga del 2022: non si conta (art. 11 D.L. 21/2022).";
  if (a.prestazione == "CIGS_22TER") return "CIGS per transizione occupazionale: ha un’aliquota propria (art. 22-ter).";
  if (a.prestazione == "CIGS_DL73_40BIS") return "CIGS in deroga del 2021: non si conta (art. 40-bis D.L. 73/2021).";
  if (a.eone && norms.integer("addiz.eone_in_tiers", giorno) == 0)
    return "EONE: nessun contributo, non riempie le fasce (art. 13, comma 3).";
  if (a.stato == StatoAutorizzazione::in_istruttoria) return kPending;
  return {};
}

// The days used are known from UniEmens even without a declaration.
bool days_known(const Autorizzazione& a) { return a.fruito_dichiarato || !a.giorni_fruiti.empty(); }

// The authorisations of a UP inside a window, as the tiers see them. Entries point into `giorni`, so it is never copied.
struct Storia {
  std::deque<std::vector<Date>> giorni;  // used
  std::vector<Voce> voci;
  bool stimato = false;     // somewhere the authorised weeks stand for the used ones
  bool eone_fuori = false;  // an EONE was left out of the tiers, which is a reading
  bool cigs = false;        // CIGS fills the tiers

  Storia() = default;
  Storia(const Storia&) = delete;
  Storia& operator=(const Storia&) = delete;
};

void read_history(Storia& storia, const Caso& caso, std::int64_t up, const Period& finestra) {
  const bool by_months = caso.norms.choice("addiz.cigs_measure", finestra.al) == "months";
  for (const auto& a : caso.registry.autorizzazioni) {
    if (a.unita_produttiva != up || !a.periodo.overlaps(finestra)) continue;
    Voce voce;
    voce.numero = a.numero;
    voce.periodo = {std::max(a.periodo.dal, finestra.dal), std::min(a.periodo.al, finestra.al)};
    voce.divisore = week_of(caso, a);
    voce.motivo = not_in_tiers(a, caso.norms, finestra.al);
    voce.conta = voce.motivo.empty();
    voce.prudente = voce.motivo == kPending;
    const bool cigs = starts_with(a.prestazione, "CIGS") && (voce.conta || voce.prudente);
    storia.cigs = storia.cigs || (cigs && voce.conta);
    voce.cigs = cigs && by_months;
    if (voce.cigs) {
      if (voce.conta) voce.motivo = "CIGS: mesi autorizzati.";
    } else if (voce.conta && days_known(a)) {
      auto& inside = storia.giorni.emplace_back();
      std::copy_if(a.giorni_fruiti.begin(), a.giorni_fruiti.end(), std::back_inserter(inside),
                   [&](Date d) { return voce.periodo.contains(d); });
      voce.giorni = &inside;
      voce.noti = true;
    } else if (voce.conta) {
      voce.motivo = "Fruito non noto: si contano le settimane autorizzate.";
      storia.stimato = true;
    }
    storia.eone_fuori = storia.eone_fuori || (!voce.conta && starts_with(voce.motivo, "EONE"));
    storia.voci.push_back(voce);
  }
}

// The domande of this office that wait, CIGO all of them.
void read_pending(Storia& storia, const Caso& caso, std::int64_t up, const Period& finestra, const Norms& norms) {
  for (const auto& d : caso.registry.domande) {
    if (d.unita_produttiva != up || d.periodo.giorni() == 0 || !d.periodo.overlaps(finestra) || !still_pending(caso, d)) continue;
    Autorizzazione a;
    a.prestazione = "CIGO";
    a.stato = StatoAutorizzazione::in_istruttoria;
    const auto* causale = norms.causale(d.causale);
    a.eone = causale != nullptr && causale->eone;
    Voce& voce = storia.voci.emplace_back();
    voce.numero = d.protocollo;
    voce.periodo = {std::max(d.periodo.dal, finestra.dal), std::min(d.periodo.al, finestra.al)};
    voce.motivo = not_in_tiers(a, norms, finestra.al);
    voce.prudente = voce.motivo == kPending;
  }
}

Caso case_of(const domain::Registry& registry, std::int64_t up, const Period& finestra, const Norms& norms) {
  return open_case(registry, {up, finestra.al, 1, false, 0}, routing::Settore::altro, norms);
}

int weeks_of(const Period& finestra) { return static_cast<int>((finestra.al - finestra.dal.lunedi()) / 7) + 1; }

// Units used in the window, without the rows that explain them; `prudente` with what is not decided yet.
std::int64_t used_units(const Caso& caso, const Storia& storia, const Period& finestra, bool prudente = false) {
  Ledger ledger(finestra.dal.lunedi(), weeks_of(finestra));
  std::vector<Period> months;
  for (const auto& voce : storia.voci) {
    if (!voce.conta && !(prudente && voce.prudente)) continue;
    if (voce.cigs) {
      months.push_back(voce.periodo);
    } else {
      record(caso, voce, ledger, 0, ledger.size() - 1);
    }
  }
  return ledger.sum(0, ledger.size() - 1) + months_inside(united(std::move(months)), finestra);
}

std::vector<RigaContatore> rows(const Caso& caso, const Storia& storia, const Period& finestra) {
  auto out = fill(caso, storia.voci, finestra.dal.lunedi(), weeks_of(finestra), finestra).righe;
  std::vector<Period> months;
  insert_months(storia.voci, finestra, out, [&](const Voce& voce) {
    const std::int64_t before = months_inside(months, finestra);
    if (voce.conta) months.push_back(voce.periodo);
    months = united(std::move(months));
    return months_inside(months, finestra) - before;
  });
  return out;
}

// More than which used_units() cannot be: every week that an authorisation of the UP touches, once for each, and one more for
// the months of a CIGS, which may be worth more than their weeks. Most histories stay below the thresholds by this alone.
std::int64_t most_units(const domain::Registry& registry, std::int64_t up, const Period& finestra) {
  std::int64_t weeks = 0;
  for (const auto& a : registry.autorizzazioni) {
    if (a.unita_produttiva != up || !a.periodo.overlaps(finestra)) continue;
    weeks += (std::min(a.periodo.al, finestra.al).lunedi() - std::max(a.periodo.dal, finestra.dal).lunedi()) / 7 + 1;
    if (starts_with(a.prestazione, "CIGS")) ++weeks;
  }
  return weeks * kUnitsPerWeek;
}

Period window_to(Date last, const Norms& norms, Date giorno) {
  return years_back(last, static_cast<int>(norms.integer("art4.window_years", giorno)));
}

struct Trattamento {  // a use of CIG as the bonus sees it
  Date inizio;
  Date fine;
};

std::vector<Trattamento> uses(const domain::Registry& registry, const RichiestaAliquota& r, const Norms& norms) {
  const bool by_unit = norms.choice("addiz.bonus_level", r.inizio_trattamento) == "unit";
  const bool eone_is_use = norms.integer("addiz.bonus_eone_use", r.inizio_trattamento) != 0;
  std::vector<Trattamento> out;
  for (const auto& a : registry.autorizzazioni) {
    if (a.stato != StatoAutorizzazione::autorizzata || !is_cig(a.prestazione) || (a.eone && !eone_is_use)) continue;
    if ((by_unit && a.unita_produttiva != r.unita_produttiva) || a.periodo.giorni() == 0) continue;
    if (a.fruito_dichiarato && a.giorni_fruiti.empty()) continue;  // authorised and never used
    const bool known = !a.giorni_fruiti.empty();
    out.push_back({known ? *std::min_element(a.giorni_fruiti.begin(), a.giorni_fruiti.end()) : a.periodo.dal,
                   known ? *std::max_element(a.giorni_fruiti.begin(), a.giorni_fruiti.end()) : a.periodo.al});
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.inizio < b.inizio; });
  return out;
}

// Opens with a treatment that follows 24 free months, and goes on over the next ones until the second threshold is passed
// (INPS, 4 November 2025).
Premialita bonus(const domain::Registry& registry, const RichiestaAliquota& r, const Norms& norms) {
  Premialita p;
  std::optional<Date> last;
  const auto consider = [&](Date inizio) {
    const auto* months = norms.find("addiz.bonus_free_months", inizio);
    if (p.dal) {
      const Period finestra = window_to(inizio - 1, norms, inizio);
      const auto second = norms.integer("addiz.tier_weeks.t2", inizio) * kUnitsPerWeek;
      if (most_units(registry, r.unita_produttiva, finestra) <= second) return;
      const Caso caso = case_of(registry, r.unita_produttiva, finestra, norms);
      Storia storia;
      read_history(storia, caso, r.unita_produttiva, finestra);
      if (used_units(caso, storia, finestra) <= second) return;
      p.dal.reset();
    }
    if (months == nullptr) return;
    p.citazione = months->citazione;
    if (last && inizio < (*last + 1).add_months(static_cast<int>(months->intero))) return;
    p.dal = inizio;
    p.ultimo_uso = last;
  };
  for (const auto& t : uses(registry, r, norms)) {
    if (t.inizio >= r.inizio_trattamento) break;
    consider(t.inizio);
    last = last ? std::max(*last, t.fine) : t.fine;
  }
  consider(r.inizio_trattamento);
  p.spetta = p.dal.has_value();
  if (p.spetta) {
    p.testo = p.ultimo_uso ? "Misura ridotta: prima del trattamento del " + p.dal->italiano() + " l’ultimo uso era finito il " +
                                 p.ultimo_uso->italiano() + "."
                           : "Misura ridotta: prima del trattamento del " + p.dal->italiano() + " non risulta alcun uso di CIG.";
  } else if (last) {
    const auto* months = norms.find("addiz.bonus_free_months", r.inizio_trattamento);
    if (months != nullptr) {
      p.testo = "Misura piena: l’ultimo uso è finito il " + last->italiano() +
                ", la ridotta spetta ai trattamenti iniziati dal " +
                (*last + 1).add_months(static_cast<int>(months->intero)).italiano() + ".";
    }
  }
  return p;
}

// Rate and citation of a parameter, for what is due whatever the weeks.
Aliquota flat(const Norms& norms, std::string_view key, Date giorno, const std::string& why) {
  Aliquota a;
  if (const auto* p = norms.find(key, giorno)) {
    a.calcolabile = true;
    a.percento_centesimi = p->intero;
    a.citazione = p->citazione;
    a.testo = why + ": contributo addizionale " + percent_text(a.percento_centesimi) + ".";
  }
  return a;
}

void choose_tier(Aliquota& a, const RichiestaAliquota& r, const Norms& norms) {
  const Date giorno = r.mese.primo();
  const std::int64_t first = norms.integer("addiz.tier_weeks.t1", giorno) * kUnitsPerWeek;
  const std::int64_t second = norms.integer("addiz.tier_weeks.t2", giorno) * kUnitsPerWeek;
  a.fascia = a.usato <= first ? 1 : a.usato <= second ? 2 : 3;
  a.limite = a.fascia == 1 ? first : a.fascia == 2 ? second : 0;
  a.residuo = std::max<std::int64_t>(0, a.limite - a.usato);
  const std::string kind = a.premialita.spetta ? "addiz.bonus_rate.t" : "addiz.rate.t";
  if (const auto* rate = norms.find(kind + std::to_string(a.fascia), giorno)) {
    a.calcolabile = true;
    a.percento_centesimi = rate->intero;
    a.citazione = rate->citazione;
  }
}

// How far the next rate is; nothing in the last tier.
std::string to_the_threshold(const Aliquota& a) {
  if (a.limite == 0) return {};
  const std::string threshold = weeks_text(a.limite);
  if (a.residuo == 0) return " La soglia di " + threshold + " settimane è raggiunta: oltre, l’aliquota sale dal mese successivo.";
  return (a.residuo == kUnitsPerWeek ? " Manca " : " Mancano ") + weeks_phrase(a.residuo) + " alla soglia di " + threshold + ".";
}

}  // namespace

std::string percent_text(std::int64_t percento_centesimi) {
  std::string text = domain::format_hundredths(percento_centesimi);
  while (text.back() == '0') text.pop_back();
  if (text.back() == ',') text.pop_back();
  return text + "%";
}

Aliquota contribution_rate(const domain::Registry& registry, const RichiestaAliquota& richiesta, const Norms& norms) {
  const Date giorno = richiesta.mese.primo();
  const auto& kind = richiesta.prestazione;
  if (richiesta.eone && (kind == "CIGO" || kind == "FIS")) return flat(norms, "addiz.eone", giorno, "Evento non evitabile");
  if (kind == "CIGS_22TER") return flat(norms, "addiz.22ter", giorno, "CIGS per transizione occupazionale");
  if (kind == "FIS") return flat(norms, "addiz.fis", giorno, "Assegno del FIS");
  Aliquota a;
  if (!is_cig(kind) || kind.find("COVID") != std::string::npos) {
    a.testo = "L’aliquota di questa prestazione non è nella tabella delle norme.";
    return a;
  }
  // A threshold passed in a month raises the rate from the next: what counts is the use up to the end of the month before.
  a.finestra = window_to(giorno - 1, norms, giorno);
  const Caso caso = case_of(registry, richiesta.unita_produttiva, a.finestra, norms);
  Storia storia;
  read_history(storia, caso, richiesta.unita_produttiva, a.finestra);
  a.cigs = storia.cigs;
  a.usato = used_units(caso, storia, a.finestra);
  a.premialita = bonus(registry, richiesta, norms);
  choose_tier(a, richiesta, norms);
  a.lettura = storia.stimato || a.premialita.spetta || storia.eone_fuori || storia.cigs;
  if (richiesta.solo_aliquota) return a;
  read_pending(storia, caso, richiesta.unita_produttiva, a.finestra, norms);
  a.usato_prudente = used_units(caso, storia, a.finestra, true);
  a.righe = rows(caso, storia, a.finestra);
  a.testo = "Fino al " + a.finestra.al.italiano() + (a.usato == kUnitsPerWeek ? " risulta usata " : " risultano usate ") +
            weeks_phrase(a.usato) + " nel quinquennio mobile: per " + richiesta.mese.italiano() +
            " il contributo addizionale è " + percent_text(a.percento_centesimi) + "." + to_the_threshold(a);
  if (!a.premialita.testo.empty()) a.testo += " " + a.premialita.testo;
  return a;
}

}  // namespace omnia::rules::counters
