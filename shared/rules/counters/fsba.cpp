// FSBA: 26 weeks as 130, 156 or 182 days in a biennio, for the whole company (regulation of 14/12/2022).
#include <algorithm>
#include <iterator>

#include "shared/rules/counters/funds.hpp"
#include "shared/rules/counters/ledger.hpp"

namespace omnia::rules::counters {
namespace {

using domain::Autorizzazione;
using domain::Date;
using domain::Period;
using domain::StatoAutorizzazione;

// What each day is worth from an origin on, in units; the request needs a whole window before and after it. Of two weeks that
// hold the same day the shorter one says.
class Giorni {
 public:
  Giorni(Date origine, std::int32_t n) : origine_(origine), valori_(static_cast<std::size_t>(n)) {}
  [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(valori_.size()); }
  [[nodiscard]] std::int64_t units(Date d) const { return inside(d) ? valori_[at(d)] : 0; }
  // Whether the day was free.
  bool mark(Date d, std::int64_t units) {
    if (!inside(d)) return false;
    auto& value = valori_[at(d)];
    const bool was_free = value == 0;
    value = std::max(value, static_cast<std::uint8_t>(units));
    return was_free;
  }
  [[nodiscard]] std::int64_t sum(const Period& p) const {
    std::int64_t n = 0;
    for (Date d = p.dal; d <= p.al; d = d + 1) n += units(d);
    return n;
  }

 private:
  [[nodiscard]] bool inside(Date d) const { return origine_ <= d && d - origine_ < size(); }
  [[nodiscard]] std::size_t at(Date d) const { return static_cast<std::size_t>(d - origine_); }
  Date origine_;
  std::vector<std::uint8_t> valori_;
};

// The question, and whether a day is a share of its own week or one day whatever the week.
struct Domanda {
  const Caso& caso;
  bool a_settimana = true;

  [[nodiscard]] std::int64_t of_today() const { return kUnitsPerWeek / caso.divisore; }
  [[nodiscard]] std::int64_t of(const Autorizzazione& a) const {
    return a_settimana ? kUnitsPerWeek / week_of(caso, a) : of_today();
  }
  // Days of a week of today, the last one whole.
  [[nodiscard]] std::int64_t days(std::int64_t units) const { return (units + of_today() - 1) / of_today(); }
};

// Days of the authorisation: those used inside it if declared, or every working day of its period, by the week of its own time.
std::vector<Date> days_of(const Autorizzazione& a, int divisore) {
  std::vector<Date> days;
  if (a.fruito_dichiarato) {
    std::copy_if(a.giorni_fruiti.begin(), a.giorni_fruiti.end(), std::back_inserter(days),
                 [&](Date d) { return a.periodo.contains(d); });
    return days;
  }
  for (Date d = a.periodo.dal; d <= a.periodo.al; d = d + 1) {
    if (static_cast<int>(d.weekday()) < divisore) days.push_back(d);
  }
  return days;
}

RigaContatore row(const Autorizzazione& a, const Domanda& domanda, const Period& finestra, Giorni& giorni) {
  RigaContatore riga;
  riga.numero = a.numero;
  riga.periodo = {std::max(a.periodo.dal, finestra.dal), std::min(a.periodo.al, finestra.al)};
  if (a.prestazione != "FSBA") {
    riga.motivo = "Prestazione diversa da FSBA: non si conta.";
  } else if (a.stato != StatoAutorizzazione::autorizzata) {
    riga.motivo = a.stato == StatoAutorizzazione::in_istruttoria ? "In istruttoria: si conta solo nella stima prudente."
                                                                 : "Respinta o annullata: non si conta.";
  } else {
    for (const Date d : days_of(a, week_of(domanda.caso, a))) {
      if (giorni.mark(d, domanda.of(a)) && finestra.contains(d)) ++riga.unita;
    }
    riga.conta = riga.unita > 0;
    riga.motivo = (a.fruito_dichiarato ? "Giornate dichiarate, UP " : "Giornate autorizzate, UP ") +
                  std::to_string(a.unita_produttiva) + ".";
    if (!riga.conta) riga.motivo = "Giornate già contate con un’altra autorizzazione, o fuori dal biennio.";
  }
  return riga;
}

// Days used in the window if every pending request were granted.
std::int64_t prudent(const domain::Registry& registry, const Domanda& domanda, const Period& finestra, Giorni giorni) {
  for (const auto& a : registry.autorizzazioni) {
    if (a.prestazione != "FSBA" || a.stato != StatoAutorizzazione::in_istruttoria) continue;
    for (const Date d : days_of(a, week_of(domanda.caso, a))) giorni.mark(d, domanda.of(a));
  }
  return domanda.days(giorni.sum(finestra));
}

// The days of the rows are those of their own weeks: what their conversion adds or takes away is a row of its own.
void add_conversion(ContatoreGiorni& c, int divisore) {
  std::int64_t rows = 0;
  for (const auto& riga : c.righe) rows += riga.unita;
  if (rows == c.usati) return;
  c.lettura = true;
  c.righe.push_back({"", c.finestra, c.usati - rows, true,
                     "Settimane di un altro numero di giorni: riportate a quella di " + std::to_string(divisore) + "."});
}

bool fits(const Giorni& giorni, Date d, std::int32_t window, std::int64_t limit) {
  std::int64_t sum = giorni.sum({d - (window - 1), d});
  for (Date end = d; end < d + window; end = end + 1) {
    if (end > d) sum += giorni.units(end) - giorni.units(end - window);
    if (sum > limit) return false;
  }
  return true;
}

std::string finding(const ContatoreGiorni& c) {
  const std::string room = "Restano " + std::to_string(c.residui) + " giornate su " + std::to_string(c.limite) +
                           " nel biennio che finisce il " + c.finestra.al.italiano() + " per tutta l’azienda";
  if (!c.superato) return room + ": la richiesta ne usa " + std::to_string(c.richiesti) + ".";
  return room + ": delle " + std::to_string(c.richiesti) + " giornate richieste ne entrano " + std::to_string(c.ammessi) + ".";
}

}  // namespace

ContatoreGiorni fsba_days(const domain::Registry& registry, const Richiesta& richiesta, const norms::Norms& norms) {
  const Caso caso = open_case(registry, richiesta, routing::Settore::altro, norms);
  ContatoreGiorni c;
  c.codice = "fsba";
  c.nome = "Giornate FSBA";
  const auto* limit = norms.find("fsba.limit_days.d" + std::to_string(caso.divisore), caso.giorno);
  const auto* weeks = norms.find("fsba.window_weeks", caso.giorno);
  const int n = caso.richiesta.settimane;
  if (limit == nullptr || weeks == nullptr || n == 0) return c;
  const auto window = static_cast<std::int32_t>(weeks->intero * 7);
  const Date last = caso.lunedi(n - 1) + (caso.divisore - 1);  // last working day asked
  c.limite = limit->intero;
  c.finestra = {last - (window - 1), last};
  const Domanda domanda{caso, norms.choice("fsba.day_worth", caso.giorno) != "day"};
  Giorni giorni(caso.richiesta.primo_lunedi - window, 2 * window + 7 * n);
  for (const auto& a : registry.autorizzazioni) {
    RigaContatore riga = row(a, domanda, c.finestra, giorni);
    if (a.periodo.overlaps(c.finestra)) c.righe.push_back(std::move(riga));
  }
  c.usati = domanda.days(giorni.sum(c.finestra));
  c.usati_prudenti = prudent(registry, domanda, c.finestra, giorni);
  c.residui = std::max<std::int64_t>(0, c.limite - c.usati);
  c.lettura = weeks->mark == norms::Mark::reading;
  add_conversion(c, caso.divisore);
  for (Date d = caso.richiesta.primo_lunedi; d <= last; d = d + 1) {
    if (static_cast<int>(d.weekday()) >= caso.divisore || !giorni.mark(d, domanda.of_today())) continue;
    ++c.richiesti;
    if (!c.superato && fits(giorni, d, window, c.limite * domanda.of_today())) {
      ++c.ammessi;
    } else {
      c.superato = true;
    }
  }
  c.citazione = limit->citazione;
  c.testo = finding(c);
  return c;
}

}  // namespace omnia::rules::counters
