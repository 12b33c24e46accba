// FSBA: 26 weeks as 130, 156 or 182 days in a biennio, for the whole company (regulation of 14/12/2022).
#include <algorithm>

#include "shared/rules/counters/funds.hpp"
#include "shared/rules/counters/ledger.hpp"

namespace omnia::rules::counters {
namespace {

using domain::Autorizzazione;
using domain::Date;
using domain::Period;
using domain::StatoAutorizzazione;

// One flag a day from an origin on; the request needs a whole window before and after it.
class Giorni {
 public:
  Giorni(Date origine, std::int32_t n) : origine_(origine), usati_(static_cast<std::size_t>(n)) {}
  [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(usati_.size()); }
  [[nodiscard]] bool used(Date d) const { return inside(d) && usati_[at(d)]; }
  // Whether the day was free.
  bool mark(Date d) {
    if (!inside(d) || usati_[at(d)]) return false;
    return usati_[at(d)] = true;
  }
  [[nodiscard]] std::int64_t count(const Period& p) const {
    std::int64_t n = 0;
    for (Date d = p.dal; d <= p.al; d = d + 1) n += used(d) ? 1 : 0;
    return n;
  }

 private:
  [[nodiscard]] bool inside(Date d) const { return origine_ <= d && d - origine_ < size(); }
  [[nodiscard]] std::size_t at(Date d) const { return static_cast<std::size_t>(d - origine_); }
  Date origine_;
  std::vector<bool> usati_;
};

// Days of the authorisation: those used if declared, or every working day of its period, by the week of its own time.
std::vector<Date> days_of(const Autorizzazione& a, int divisore) {
  if (a.fruito_dichiarato) return a.giorni_fruiti;
  if (a.giorni_settimana != 0) divisore = a.giorni_settimana;
  std::vector<Date> days;
  for (Date d = a.periodo.dal; d <= a.periodo.al; d = d + 1) {
    if (static_cast<int>(d.weekday()) < divisore) days.push_back(d);
  }
  return days;
}

RigaContatore row(const Autorizzazione& a, const Caso& caso, const Period& finestra, Giorni& giorni) {
  RigaContatore riga;
  riga.numero = a.numero;
  riga.periodo = {std::max(a.periodo.dal, finestra.dal), std::min(a.periodo.al, finestra.al)};
  const std::string unit = " UP " + std::to_string(a.unita_produttiva) + ".";
  if (a.prestazione != "FSBA") {
    riga.motivo = "Prestazione diversa da FSBA: non si conta.";
  } else if (a.stato != StatoAutorizzazione::autorizzata) {
    riga.motivo = a.stato == StatoAutorizzazione::in_istruttoria ? "In istruttoria: si conta solo nella stima prudente."
                                                                 : "Respinta o annullata: non si conta.";
  } else {
    for (const Date d : days_of(a, caso.divisore)) {
      if (giorni.mark(d) && finestra.contains(d)) ++riga.unita;
    }
    riga.conta = riga.unita > 0;
    riga.motivo = a.fruito_dichiarato ? "Giornate dichiarate," + unit : "Giornate autorizzate,";
    if (!a.fruito_dichiarato) riga.motivo += unit;
    if (!riga.conta) riga.motivo = "Giornate già contate con un’altra autorizzazione, o fuori dal biennio.";
  }
  return riga;
}

// Days used in the window if every pending request were granted.
std::int64_t prudent(const domain::Registry& registry, const Caso& caso, const Period& finestra, Giorni giorni) {
  for (const auto& a : registry.autorizzazioni) {
    if (a.prestazione != "FSBA" || a.stato != StatoAutorizzazione::in_istruttoria) continue;
    for (const Date d : days_of(a, caso.divisore)) giorni.mark(d);
  }
  return giorni.count(finestra);
}

bool fits(const Giorni& giorni, Date d, std::int32_t window, std::int64_t limit) {
  std::int64_t sum = giorni.count({d - (window - 1), d});
  for (Date end = d; end < d + window; end = end + 1) {
    if (end > d) sum += (giorni.used(end) ? 1 : 0) - (giorni.used(end - window) ? 1 : 0);
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
  Giorni giorni(caso.richiesta.primo_lunedi - window, 2 * window + 7 * n);
  for (const auto& a : registry.autorizzazioni) {
    RigaContatore riga = row(a, caso, c.finestra, giorni);
    if (a.periodo.overlaps(c.finestra)) c.righe.push_back(std::move(riga));
  }
  c.usati = giorni.count(c.finestra);
  c.usati_prudenti = prudent(registry, caso, c.finestra, giorni);
  c.residui = std::max<std::int64_t>(0, c.limite - c.usati);
  for (Date d = caso.richiesta.primo_lunedi; d <= last; d = d + 1) {
    if (static_cast<int>(d.weekday()) >= caso.divisore || !giorni.mark(d)) continue;
    ++c.richiesti;
    if (!c.superato && fits(giorni, d, window, c.limite)) {
      ++c.ammessi;
    } else {
      c.superato = true;
    }
  }
  c.citazione = limit->citazione;
  c.lettura = weeks->mark == norms::Mark::reading;
  c.testo = finding(c);
  return c;
}

}  // namespace omnia::rules::counters
