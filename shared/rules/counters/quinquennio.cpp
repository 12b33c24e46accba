// T5: CIGO and CIGS together within 24 months of a quinquennio mobile, 30 for letters m), n), o) (artt. 4 and 22 cc. 5-6
// D.Lgs. 148/2015; circ. MLPS 17/2017).
#include <algorithm>

#include "shared/domain/quantity.hpp"
#include "shared/rules/counters/checks.hpp"

namespace omnia::rules::counters {
namespace {

using domain::Date;
using domain::Period;

constexpr std::int64_t kUnitsPerDay = kUnitsPerMonth / 30;  // a day left over from whole months

struct Regole {
  std::int64_t limite = 0;
  int anni = 0;
  Date dal;                      // nothing before this day counts
  std::int64_t meta_fino_a = 0;  // units of contratto di solidarietà counted at half; 0: none
};

Regole rules_of(const Caso& caso) {
  const auto at = [&](std::string_view key) { return caso.norms.integer(key, caso.giorno); };
  Regole regole;
  regole.limite = at(caso.edile_lapideo ? "art4.limit_months_mno" : "art4.limit_months") * kUnitsPerMonth;
  regole.anni = static_cast<int>(at("art4.window_years"));
  regole.dal = Date::from_days(static_cast<std::int32_t>(at("art4.count_from")));
  const bool half = !caso.edilizia || at("art4.cds_half_building") != 0;
  regole.meta_fino_a = half ? at("art4.cds_half_up_to_months") * kUnitsPerMonth : 0;
  return regole;
}

// Five years counted back from the last day.
Period window(const Regole& regole, Date last) { return {std::max((last + 1).add_months(-12 * regole.anni), regole.dal), last}; }

// Whole calendar months, and the days left at one thirtieth each.
std::int64_t month_units(const Period& periodo) {
  if (periodo.giorni() == 0) return 0;
  int months = 0;
  while (periodo.dal.add_months(months + 1) - 1 <= periodo.al) ++months;
  return months * kUnitsPerMonth + (periodo.al - periodo.dal.add_months(months) + 1) * kUnitsPerDay;
}

// The part of each period outside `cover`; both sorted and disjoint.
std::vector<Period> minus(const std::vector<Period>& periods, const std::vector<Period>& cover) {
  std::vector<Period> out;
  for (Period rest : periods) {
    for (const auto& c : cover) {
      if (!rest.overlaps(c)) continue;
      if (rest.dal < c.dal) out.push_back({rest.dal, c.dal - 1});
      rest.dal = c.al + 1;
    }
    if (rest.giorni() > 0) out.push_back(rest);
  }
  return out;
}

// CIGS of the UP. A day under both kinds counts as ordinary CIGS, in full.
class Mesi {
 public:
  void add(const Voce& voce) {
    (voce.cds ? solidarieta_ : piena_).push_back(voce.periodo);
    piena_ = united(std::move(piena_));
    solidarieta_ = united(std::move(solidarieta_));
    sola_solidarieta_ = minus(solidarieta_, piena_);
  }
  [[nodiscard]] std::int64_t units(const Regole& regole, const Period& finestra) const {
    const std::int64_t raw = months_inside(sola_solidarieta_, finestra);
    return months_inside(piena_, finestra) + raw - std::min(raw, regole.meta_fino_a) / 2;
  }

 private:
  std::vector<Period> piena_, solidarieta_, sola_solidarieta_;
};

// Whole Monday weeks that touch the window: a week is never divided.
std::int64_t week_units(const Ledger& ledger, const Period& finestra) {
  return ledger.sum(ledger.index(finestra.dal), ledger.index(finestra.al));
}

struct Conti {
  Ledger settimane;
  Mesi mesi;
  [[nodiscard]] std::int64_t units(const Regole& regole, const Period& finestra) const {
    return week_units(settimane, finestra) + mesi.units(regole, finestra);
  }
};

// The window moves while the request goes on, `later` weeks after its own Monday: each week is judged in the one that ends
// with it.
int admitted(const Caso& caso, const Regole& regole, Conti conti, int later = 0) {
  Ledger& settimane = conti.settimane;
  std::int64_t sum = 0;  // of the weeks from `from` to `to`
  int from = 0;
  int to = -1;
  for (int k = 0; k < caso.richiesta.settimane; ++k) {
    const Date lunedi = caso.lunedi(later + k);
    const int week = settimane.index(lunedi);
    if (settimane.units(week) == kUnitsPerWeek) continue;
    settimane.mark_week(week);
    const Period finestra = window(regole, lunedi + 6);
    while (to < week) sum += settimane.units(++to);
    for (const int first = settimane.index(finestra.dal); from < first; ++from) sum -= settimane.units(from);
    if (sum + conti.mesi.units(regole, finestra) > regole.limite) return k;
  }
  return caso.richiesta.settimane;
}

std::string finding(const Contatore& c) {
  if (c.esente) return "Le settimane richieste non si contano nella durata complessiva.";
  if (c.superato) {
    return admitted_phrase(c.settimane_richieste, c.settimane_ammesse,
                           months_text(c.limite) + " di cassa ordinaria (CIGO) e straordinaria (CIGS) nel quinquennio mobile");
  }
  const std::string left = c.residuo == 0 ? "Non restano mesi"
                                          : (c.residuo == kUnitsPerMonth ? "Resta " : "Restano ") + months_text(c.residuo) +
                                                " (" + weeks_phrase(c.residuo) + ")";
  const std::string use = c.richiesto == 0 ? "non usa altre settimane" : "usa " + weeks_phrase(c.richiesto);
  return left + " nel quinquennio mobile che finisce il " + c.finestra.al.italiano() + ": la richiesta " + use + ".";
}

}  // namespace

std::vector<Period> united(std::vector<Period> periods) {
  std::sort(periods.begin(), periods.end(), [](const Period& a, const Period& b) { return a.dal < b.dal; });
  std::vector<Period> out;
  for (const auto& p : periods) {
    if (!out.empty() && p.dal <= out.back().al + 1) {
      out.back().al = std::max(out.back().al, p.al);
    } else {
      out.push_back(p);
    }
  }
  return out;
}

std::int64_t months_inside(const std::vector<Period>& periods, const Period& finestra) {
  std::int64_t units = 0;
  for (const auto& p : periods) units += month_units({std::max(p.dal, finestra.dal), std::min(p.al, finestra.al)});
  return units;
}

void insert_months(const std::vector<Voce>& voci, const Period& finestra, std::vector<RigaContatore>& righe,
                   const std::function<std::int64_t(const Voce&)>& aggiunte) {
  std::size_t at = 0;
  for (const auto& voce : voci) {
    const bool visible = voce.periodo.overlaps(finestra);
    if (voce.cigs && (voce.conta || voce.prudente)) {
      auto riga = row(voce, finestra, aggiunte(voce));
      if (riga.unita < 0) {
        riga.conta = true;
        riga.motivo =
            "Unisce altri periodi di CIGS: i giorni sciolti diventano mesi interi, da 30 giorni ciascuno, e il totale "
            "diminuisce.";
      }
      if (visible) righe.insert(righe.begin() + static_cast<std::ptrdiff_t>(at), riga);
    }
    if (visible) ++at;
  }
}

std::string months_text(std::int64_t units) {
  std::string text = domain::format_hundredths(units * 100 / kUnitsPerMonth);
  while (text.back() == '0') text.pop_back();
  if (text.back() == ',') text.pop_back();
  return text + (units == kUnitsPerMonth ? " mese" : " mesi");
}

Period years_back(Date last, int years) { return {(last + 1).add_months(-12 * years), last}; }

CorsoQuinquennio quinquennio_course(const Caso& caso, const std::vector<Voce>& voci, int quanti) {
  const Regole regole = rules_of(caso);
  const int n = caso.richiesta.settimane;
  const Date origin = window(regole, caso.lunedi(1) - 1).dal.lunedi();
  const int weeks = static_cast<int>((caso.lunedi(quanti + n) - origin) / 7);
  Conti conti{fill(caso, voci, origin, weeks, {origin, origin}).ufficiale, {}};
  for (const Voce& voce : voci) {
    if (voce.cigs && voce.conta) conti.mesi.add(voce);
  }
  // What is left in the window that ends with each week; may be negative.
  std::vector<std::int64_t> left;
  left.reserve(static_cast<std::size_t>(quanti) + static_cast<std::size_t>(n));
  for (int k = 0; k < quanti + n; ++k) {
    left.push_back(regole.limite - conti.units(regole, window(regole, caso.lunedi(k) + 6)));
  }
  CorsoQuinquennio course;
  for (int k = 0; k < quanti; ++k) {
    const auto first = left.begin() + k;
    course.residui.push_back(std::max<std::int64_t>(0, *first));
    const bool roomy = (caso.richiesta.eone && caso.eone_fuori_art4) || *std::min_element(first, first + n) >= n * kUnitsPerWeek;
    course.ammesse.push_back(roomy ? n : admitted(caso, regole, conti, k));
  }
  return course;
}

Contatore check_quinquennio(const Caso& caso) {
  const Regole regole = rules_of(caso);
  const auto voci = entries(caso, Regola::art4);
  const int n = caso.richiesta.settimane;
  Contatore c;
  c.codice = "quinquennio";
  c.nome = "Quinquennio mobile";
  c.limite = regole.limite;
  c.finestra = window(regole, caso.ultima_domenica());
  const Date origin = window(regole, caso.lunedi(1) - 1).dal.lunedi();
  const int weeks = static_cast<int>((caso.ultima_domenica() - origin) / 7) + 1;
  // The rows follow the whole weeks that count.
  const Period settimane{c.finestra.dal.lunedi(), c.finestra.al};
  Registri registri = fill(caso, voci, origin, weeks, settimane);
  c.righe = std::move(registri.righe);
  Conti ufficiale{std::move(registri.ufficiale), {}};
  Conti prudente{std::move(registri.prudente), {}};
  insert_months(voci, settimane, c.righe, [&](const Voce& voce) {
    const std::int64_t before = ufficiale.mesi.units(regole, c.finestra);
    if (voce.conta) ufficiale.mesi.add(voce);
    prudente.mesi.add(voce);
    return ufficiale.mesi.units(regole, c.finestra) - before;
  });

  c.usato = ufficiale.units(regole, c.finestra);
  c.usato_prudente = prudente.units(regole, c.finestra);
  c.residuo = std::max<std::int64_t>(0, c.limite - c.usato);
  c.settimane_richieste = n;
  c.settimane_ammesse = n;
  c.esente = caso.richiesta.eone && caso.norms.choice("art4.eone", caso.giorno) == "exempt";
  if (!c.esente) {
    const int first = ufficiale.settimane.index(caso.richiesta.primo_lunedi);
    c.richiesto = n * kUnitsPerWeek - ufficiale.settimane.sum(first, first + n - 1);
    c.settimane_ammesse = admitted(caso, regole, ufficiale);
  }
  c.superato = c.settimane_ammesse < n;
  // EONE inside the 24 months, the exact month of a broken CIGS and the days really used are all readings of a silent law.
  const bool declared = std::any_of(voci.begin(), voci.end(), [](const Voce& v) { return v.conta && v.giorni != nullptr; });
  c.lettura = c.superato || declared;
  if (const auto* parameter = caso.norms.find(caso.edile_lapideo ? "art4.limit_months_mno" : "art4.limit_months", caso.giorno)) {
    c.citazione = parameter->citazione;
  }
  c.testo = finding(c);
  return c;
}

}  // namespace omnia::rules::counters
