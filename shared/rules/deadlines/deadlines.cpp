#include "shared/rules/deadlines/deadlines.hpp"

#include <algorithm>

namespace omnia::rules::deadlines {
namespace {

using domain::Date;
using norms::Norms;

// A term in days as it stands on `giorno`; a date typed by mistake before the D.Lgs. 148/2015 is judged by its first text.
std::int32_t days(const Norms& norms, std::string_view key, Date giorno) {
  static const Date kInForce = Date::of(2015, 9, 24);
  return static_cast<std::int32_t>(norms.integer(key, std::max(giorno, kInForce)));
}

std::string citation(const Norms& norms, std::string_view key, Date giorno) {
  const auto* parameter = norms.find(key, giorno);
  return parameter == nullptr ? std::string() : parameter->citazione;
}

Date unmoved_ordinary(Date inizio, const Norms& norms) { return inizio + days(norms, "deadlines.ordinary_days", inizio); }

Scadenza ordinary_term(Date inizio, const Norms& norms) {
  Scadenza scadenza;
  scadenza.senza_proroga = unmoved_ordinary(inizio, norms);
  scadenza.data = ordinary(inizio, norms);
  scadenza.spostata = scadenza.data != scadenza.senza_proroga;
  scadenza.regola = std::to_string(scadenza.senza_proroga - inizio) + " giorni dall’inizio, giorno iniziale escluso";
  if (scadenza.spostata) {
    scadenza.regola += "; il " + scadenza.senza_proroga.italiano() + " è festivo e il termine passa al primo giorno non festivo";
  }
  scadenza.citazione = citation(norms, "deadlines.ordinary_days", inizio);
  return scadenza;
}

Scadenza eone_term(Date evento, const Norms& norms) {
  const bool rolls = norms.choice("deadlines.eone.rolls", evento) == "yes";
  Scadenza scadenza;
  scadenza.eone = true;
  scadenza.senza_proroga = eone(evento, false, norms);
  scadenza.data = eone(evento, rolls, norms);
  scadenza.spostata = scadenza.data != scadenza.senza_proroga;
  scadenza.regola = "fine del mese successivo all’evento del " + evento.italiano();
  scadenza.citazione = citation(norms, "deadlines.eone_months", evento);
  if (domain::is_holiday(scadenza.senza_proroga)) {
    // No act says whether the month's end moves, so both dates are shown.
    scadenza.prudenziale = domain::roll_back(scadenza.senza_proroga);
    scadenza.con_proroga = eone(evento, true, norms);
    scadenza.lettura = true;
    scadenza.regola += "; il " + scadenza.senza_proroga.italiano() + " è festivo: la proroga al " +
                       scadenza.con_proroga->italiano() + " è da confermare";
  }
  return scadenza;
}

bool from_the_filing(Date invio, const Norms& norms) { return norms.choice("deadlines.late_policy", invio) == "FILING_MINUS_7"; }

// Art. 15 c. 3: a week back from the filing to the day, or from the Monday of its week.
Date payable_from(Date inizio, Date invio, bool literal, const Norms& norms) {
  return std::max(inizio, (literal ? invio : invio.lunedi()) - days(norms, "deadlines.late_days", invio));
}

}  // namespace

Date ordinary(Date inizio, const Norms& norms) { return domain::roll_forward(unmoved_ordinary(inizio, norms)); }

Date eone(Date evento, bool roll, const Norms& norms) {
  static const Date kFirst = Date::of(2016, 10, 8);  // applications before it are judged by the text that replaced theirs
  const auto months = static_cast<int>(norms.integer("deadlines.eone_months", std::max(evento, kFirst)));
  const auto end = evento.primo_del_mese().add_months(months).fine_mese();
  return roll ? domain::roll_forward(end) : end;
}

Date first_payable(Date inizio, Date invio, Date scadenza, const Norms& norms) {
  return invio <= scadenza ? inizio : payable_from(inizio, invio, from_the_filing(invio, norms), norms);
}

Date first_payable_other(Date inizio, Date invio, Date scadenza, const Norms& norms) {
  return invio <= scadenza ? inizio : payable_from(inizio, invio, !from_the_filing(invio, norms), norms);
}

Scadenza cigo(Date inizio, const std::vector<Date>& giorni_evento, bool eone, Date oggi, const Norms& norms) {
  const auto first_event = std::min_element(giorni_evento.begin(), giorni_evento.end());
  auto scadenza =
      eone ? eone_term(first_event == giorni_evento.end() ? inizio : *first_event, norms) : ordinary_term(inizio, norms);
  scadenza.giorni_rimasti = scadenza.data - oggi;
  scadenza.tardiva = oggi > scadenza.data;
  if (scadenza.tardiva) {
    scadenza.primo_giorno_autorizzabile = first_payable(inizio, oggi, scadenza.data, norms);
    const auto* policy = norms.find("deadlines.late_policy", oggi);
    scadenza.lettura = scadenza.lettura || policy == nullptr || policy->mark == norms::Mark::reading;
  }
  return scadenza;
}

Date last_day_for_decision(Date invio, const Norms& norms) { return invio + days(norms, "procedure.decision_days", invio); }

}  // namespace omnia::rules::deadlines
