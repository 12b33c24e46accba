// T4: CIGO hours authorised within one third of the workable hours of the biennio (art. 12 cc. 5-6 D.Lgs. 148/2015). The
// law gives no formula: 104 weeks of the contractual hours of the average headcount is the reading used here.
#include <algorithm>

#include "shared/domain/quantity.hpp"
#include "shared/rules/counters/checks.hpp"
#include "shared/rules/headcount/headcount.hpp"

namespace omnia::rules::counters {
namespace {

using domain::Date;
using domain::Period;
using domain::YearMonth;

const domain::UnitaProduttiva* find_unit(const Caso& caso) {
  for (const auto& up : caso.registry.unita_produttive) {
    if (up.progressivo == caso.richiesta.unita_produttiva) return &up;
  }
  return nullptr;
}

// The calendar months before the month of the start (msg. INPS 3566/2018), or of the filing as the reading says. A month without
// workers stays in the average, unless the UP was not yet open or the registry holds no UniEmens of that month at all.
std::vector<MeseOrganico> half_year(const Caso& caso, const domain::UnitaProduttiva& up) {
  std::vector<MeseOrganico> mesi;
  const YearMonth start =
      YearMonth::of(headcount::reference_day(caso.richiesta.primo_lunedi, caso.richiesta.presentata, caso.norms));
  const int months = static_cast<int>(caso.norms.integer("headcount.months", caso.giorno));
  const auto& forza = caso.registry.posizione.forza;
  for (int back = months; back >= 1; --back) {
    MeseOrganico m;
    m.mese = start.add(-back);
    for (const auto& o : up.organico) {
      if (o.mese != m.mese) continue;
      m.nella_media = true;
      m.teste += o.teste;
      m.ore += o.teste * o.ore_settimanali_centesimi;
    }
    const bool known = std::any_of(forza.begin(), forza.end(), [&](const domain::ForzaMese& f) { return f.mese == m.mese; });
    const bool open = !up.dal || YearMonth::of(*up.dal) <= m.mese;
    m.nella_media = m.nella_media || (known && open);
    mesi.push_back(m);
  }
  return mesi;
}

// Days of the window on which the UP works: of its week, but for the public holidays.
std::int64_t working_days(const Caso& caso, const Period& finestra) {
  std::int64_t days = 0;
  for (Date d = finestra.dal; d <= finestra.al; d = d + 1) {
    const bool sunday_of_seven = caso.divisore == 7 && d.weekday() == domain::Weekday::domenica;
    days += static_cast<int>(d.weekday()) < caso.divisore && (sunday_of_seven || !domain::is_holiday(d)) ? 1 : 0;
  }
  return days;
}

bool eone_is_out(const Caso& caso) { return caso.richiesta.eone && caso.eone_fuori_terzo; }

// Hours of an authorisation or of a domanda in the weeks of the window, by the share of its weeks that fall there; rounded up.
std::int64_t hours_inside(const Voce& voce, const Period& inside) {
  const auto weeks = [](const Period& p) { return (p.al.lunedi() - p.dal.lunedi()) / 7 + 1; };
  const std::int64_t all = weeks(voce.periodo);
  return (voce.ore * weeks(inside) + all - 1) / all;
}

// What was authorised in the window, and asked and not decided yet: requests of other procedures, and domande of this office.
void add_history(const Caso& caso, TerzoOre& t) {
  const auto voci = entries(caso, Regola::terzo, &t.finestra);
  t.righe.reserve(voci.size());
  for (const auto& voce : voci) {
    auto& riga = t.righe.emplace_back();
    riga.numero = voce.numero;
    riga.periodo = {std::max(voce.periodo.dal, t.finestra.dal), std::min(voce.periodo.al, t.finestra.al)};
    riga.conta = voce.conta;
    riga.motivo = domain::Frase::of_constant(voce.motivo);
    const std::int64_t hours = voce.conta || voce.prudente ? hours_inside(voce, riga.periodo) : 0;
    if (voce.conta) riga.unita = hours;
    t.autorizzate += riga.unita;
    t.autorizzate_prudenti += hours;
  }
}

std::string finding(const TerzoOre& t) {
  const auto hours = [](std::int64_t h) { return domain::format_hundredths(h); };
  if (!t.calcolabile) {
    return "L’organico del semestre precedente non è disponibile: il limite di un terzo delle ore lavorabili non si calcola e lo "
           "verifica la Sede INPS.";
  }
  const std::string facts = "Ore già autorizzate " + hours(t.autorizzate) + ", richieste " + hours(t.richieste) + ": ";
  if (!t.superato) return facts + "il limite di un terzo delle ore lavorabili nel biennio è " + hours(t.limite) + ".";
  return facts + "superano di " + hours(t.eccedenti) + " il limite di " + hours(t.limite) +
         ", un terzo delle ore lavorabili nel biennio.";
}

}  // namespace

std::vector<MeseOrganico> third_months(const Caso& caso) {
  const auto* up = find_unit(caso);
  return up == nullptr ? std::vector<MeseOrganico>() : half_year(caso, *up);
}

TerzoOre check_terzo(const Caso& caso) {
  TerzoOre t;
  const auto* fraction = caso.norms.find("cigo.third.fraction", caso.giorno);
  const auto* weeks = caso.norms.find("cigo.third.weeks", caso.giorno);
  if (fraction == nullptr || weeks == nullptr) return t;
  t.citazione = fraction->citazione;
  t.lettura = weeks->mark == norms::Mark::reading;
  t.finestra = {caso.lunedi(caso.richiesta.settimane) - 7 * static_cast<std::int32_t>(weeks->intero), caso.ultima_domenica()};
  add_history(caso, t);
  t.richieste = eone_is_out(caso) ? 0 : caso.richiesta.ore_centesimi;
  std::int64_t hours = 0;  // sum over the months of heads x weekly hours, hundredths
  std::int64_t months = 0;
  for (const auto& m : third_months(caso)) {
    hours += m.ore;
    months += m.nella_media ? 1 : 0;
  }
  if (hours > 0 && months > 0) {
    t.calcolabile = true;
    // H = weeks x hours / months; the limit is H x intero / denominatore. Compared without dividing. By the calendar the weeks
    // are the working days of the window over those of a week.
    const bool calendar = caso.norms.choice("cigo.third.formula", caso.giorno) == "calendar";
    const std::int64_t workable = (calendar ? working_days(caso, t.finestra) : weeks->intero) * hours;
    months *= calendar ? caso.divisore : 1;
    const std::int64_t parts = months * fraction->denominatore;
    const std::int64_t over = (t.autorizzate + t.richieste) * parts - workable * fraction->intero;
    t.lavorabili = workable / months;
    t.limite = workable * fraction->intero / parts;
    t.residuo = std::max<std::int64_t>(0, t.limite - t.autorizzate);
    t.superato = over > 0;
    t.eccedenti = t.superato ? (over + parts - 1) / parts : 0;
  }
  t.testo = finding(t);
  return t;
}

}  // namespace omnia::rules::counters
