#include "shared/rules/routing/walk.hpp"

#include <algorithm>

#include "shared/domain/ascii.hpp"

namespace omnia::rules::routing {
namespace {

using norms::RegolaInstradamento;
using Words = std::vector<std::string>;

bool has(const Words& words, const std::string& word) { return std::find(words.begin(), words.end(), word) != words.end(); }

bool has_all(const Words& words, const Words& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const auto& word) { return has(words, word); });
}

bool has_any(const Words& words, const Words& wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [&](const auto& word) { return has(words, word); });
}

// "116" is a prefix; "11301-11305" a range over as many digits as its ends have.
bool fits(const std::string& code, const std::string& pattern) {
  const auto dash = pattern.find('-');
  if (dash == std::string::npos) return code.compare(0, pattern.size(), pattern) == 0;
  const auto head = std::string_view(code).substr(0, dash);
  const auto text = std::string_view(pattern);
  return head.size() == dash && text.substr(0, dash) <= head && head <= text.substr(dash + 1);
}

bool fits_any(const std::string& code, const Words& patterns) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const auto& pattern) { return fits(code, pattern); });
}

bool ateco_fits(const RegolaInstradamento& regola, const Facts& facts) {
  return (regola.ateco.empty() || fits_any(facts.ateco, regola.ateco)) && !fits_any(facts.ateco, regola.ateco_esclusi);
}

bool matches(const RegolaInstradamento& regola, const Facts& facts) {
  return (!regola.dal || *regola.dal <= facts.giorno) && (!regola.al || facts.giorno <= *regola.al) &&
         (regola.csc.empty() || fits_any(facts.csc, regola.csc)) && !fits_any(facts.csc, regola.csc_esclusi) &&
         has_all(facts.ca, regola.ca_tutti) && (regola.ca_uno.empty() || has_any(facts.ca, regola.ca_uno)) &&
         !has_any(facts.ca, regola.ca_esclusi) && has_all(facts.qualita, regola.qualita_tutte) &&
         !has_any(facts.qualita, regola.qualita_escluse) &&
         (!regola.capitale_pubblico || *regola.capitale_pubblico == facts.capitale_pubblico) &&
         (!regola.ateco_decide || ateco_fits(regola, facts));
}

bool leads_to_cigo(const norms::RoutingTable& table, const RegolaInstradamento* regola) {
  if (regola == nullptr) return false;
  const auto* prestazione = table.prestazione(regola->prestazione);
  return prestazione != nullptr && prestazione->famiglia == norms::FamigliaPrestazione::cigo;
}

// Rows of the provincial funds (art. 40) give way to art. 10, so they are tried only when the rest does not lead to CIGO.
const RegolaInstradamento* match(const norms::RoutingTable& table, const Facts& facts, bool provincial) {
  for (const auto& regola : table.regole) {
    if (regola.fuori_art10 && !provincial) continue;
    if (matches(regola, facts)) return &regola;
  }
  return nullptr;
}

std::string digits_only(const std::string& code) {
  auto digits = domain::ascii::clean(code);
  return domain::ascii::all_digits(digits) ? digits : std::string();
}

}  // namespace

Facts facts_of(const domain::Posizione& posizione, domain::Date giorno) {
  Facts facts{digits_only(posizione.csc), digits_only(posizione.ateco2007),        {},
              posizione.qualita,          posizione.capitale_interamente_pubblico, giorno};
  if (facts.csc.size() != 5) facts.csc.clear();
  for (const auto& ca : posizione.ca) {
    if (ca.at(giorno)) facts.ca.push_back(ca.codice);
  }
  return facts;
}

bool active(const domain::Posizione& posizione, domain::Date giorno) {
  if (posizione.dal && giorno < *posizione.dal) return false;
  switch (posizione.stato) {
    case domain::StatoPosizione::attiva:
      return !posizione.al || giorno <= *posizione.al;
    case domain::StatoPosizione::cessata:
      return posizione.al && giorno <= *posizione.al;
    case domain::StatoPosizione::sospesa:  // `al` is the first day of the suspension
      return posizione.al && giorno < *posizione.al;
  }
  return false;
}

bool incoherent(const norms::RoutingTable& table, const Facts& facts) {
  std::string named;
  for (const auto& codice : table.codici_fondo) {
    if (!has(facts.ca, codice.ca)) continue;
    if (!named.empty() && named != codice.prestazione) return true;
    named = codice.prestazione;
  }
  return false;
}

const RegolaInstradamento* first_match(const norms::RoutingTable& table, const Facts& facts) {
  if (facts.csc.empty()) return nullptr;
  const auto* general = match(table, facts, false);
  return leads_to_cigo(table, general) ? general : match(table, facts, true);
}

bool ateco_doubt(const RegolaInstradamento& regola, const Facts& facts) {
  return !regola.ateco_decide && !facts.ateco.empty() && !ateco_fits(regola, facts);
}

}  // namespace omnia::rules::routing
