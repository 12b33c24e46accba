#include "shared/rules/routing/routing.hpp"

#include <algorithm>

#include "shared/domain/quantity.hpp"
#include "shared/rules/headcount/headcount.hpp"
#include "shared/rules/routing/walk.hpp"

namespace omnia::rules::routing {
namespace {

using domain::Date;
using norms::FamigliaPrestazione;
using norms::PrestazioneInfo;
using norms::RegolaInstradamento;
using norms::RoutingTable;
using Values = std::vector<std::pair<std::string, std::string>>;

constexpr const char* kUnknown = "DA_VERIFICARE";
constexpr const char* kNone = "NESSUNA";

// Everything the labels of one position depend on.
struct Case {
  const RoutingTable& table;
  Facts facts;
  const RegolaInstradamento* regola = nullptr;  // the row that matched
  const PrestazioneInfo* primaria = nullptr;    // nullptr: none
  std::string blanket;                          // a reason that holds for every benefit: R15, R14…
  headcount::Media media;
  std::int64_t soglia = 0;       // heads above which CIGS opens
  std::int64_t soglia_prof = 0;  // heads above which the fund of the professions took its employers; 0: from the first
  Date tlc_pieno;                // first day on which the fund of telecommunications decides by itself
  Date riforma;                  // first day of the rules of the table, but for those of art. 10
  Values values;                 // what the texts may name; the last two are the fund and the branch of the card being written
};

// A reason of the table as code and filled text.
struct Reason {
  std::string codice;
  std::string testo;
  std::string citazione;
};

Reason reason(const RoutingTable& table, const std::string& key, const Values& values) {
  const auto* motivo = table.motivo(key);
  if (motivo == nullptr) return {key, {}, {}};
  return {key.substr(0, key.find('.')), norms::fill(motivo->testo, values), motivo->citazione};
}

std::string csc_text(const std::string& csc) {
  return csc.size() == 5 ? csc.substr(0, 1) + "." + csc.substr(1, 2) + "." + csc.substr(3) : "non indicato";
}

// "82.20.00", or as much of it as the position has.
std::string ateco_text(const std::string& ateco) {
  std::string text;
  for (std::size_t i = 0; i < ateco.size(); ++i) {
    if (i == 2 || i == 4) text += '.';
    text += ateco[i];
  }
  return text;
}

// Truncated, never rounded up to a threshold that was not passed.
std::string media_text(std::int64_t somma_centesimi, int mesi) {
  return mesi == 0 ? "n.d." : domain::format_hundredths(somma_centesimi / mesi);
}

Values values_of(const Case& c) {
  return {{"csc", csc_text(c.facts.csc)},
          {"ateco", ateco_text(c.facts.ateco)},
          {"data", c.facts.giorno.italiano()},
          {"media", media_text(c.media.somma_centesimi, c.media.mesi)},
          {"soglia", std::to_string(c.soglia)},
          {"fondo", {}},
          {"gestione", {}}};
}

// The values with the fund of one card, in place: a review writes two dozen cards.
const Values& about(Case& c, const std::string& fondo) {
  c.values[c.values.size() - 2].second = fondo;
  c.values.back().second = c.primaria == nullptr ? std::string() : c.primaria->gestione;
  return c.values;
}

bool operative(const PrestazioneInfo& prestazione, Date giorno) {
  return !prestazione.operativa_dal || *prestazione.operativa_dal <= giorno;
}

bool any_size(const RegolaInstradamento* regola) { return regola != nullptr && regola->cigs_ogni_dimensione; }

FamigliaPrestazione family(const Case& c) { return c.primaria->famiglia; }

bool is_fund(FamigliaPrestazione f) {
  return f == FamigliaPrestazione::fondo || f == FamigliaPrestazione::territoriale || f == FamigliaPrestazione::alternativo;
}

// Reason key of the CIGS card: an overlay for the causes of art. 21, never "suggested".
std::string cigs_reason(const Case& c) {
  if (is_fund(family(c))) return "R09";
  if (any_size(c.regola)) return "R07";
  if (c.media.mesi == 0) return "R07.ignota";
  return c.media.compare(c.soglia) > 0 ? "R07" : "R08";
}

// Why `altra` is not compatible with the benefit of the position, the most specific reason first.
std::string reason_key(const Case& c, const PrestazioneInfo& altra) {
  if (!c.blanket.empty()) return c.blanket;
  if (!operative(altra, c.facts.giorno)) return "R20";
  if (const auto other = c.regola->altri_motivi.find(altra.codice); other != c.regola->altri_motivi.end()) return other->second;
  const bool none = c.primaria == nullptr;
  if (!none && family(c) == FamigliaPrestazione::agricola) return "R11";
  switch (altra.famiglia) {
    case FamigliaPrestazione::agricola:
      return "R10";
    case FamigliaPrestazione::cigs:
      return none ? "R01.pubblico" : cigs_reason(c);
    case FamigliaPrestazione::cigo:
      if (none) return "R01";
      if (family(c) == FamigliaPrestazione::cigo) return "R17";
      // A CSC of industry alone would lead to CIGO: what excludes it is the fund of its sector. A provincial fund takes only who
      // is outside art. 10 already.
      return family(c) == FamigliaPrestazione::fondo && c.facts.csc.front() == '1' ? "R03" : "R01";
    default:
      break;
  }
  if (!none && family(c) == FamigliaPrestazione::cigo) return "R02";
  if (altra.famiglia == FamigliaPrestazione::territoriale) return "R13";
  return !none && is_fund(family(c)) && altra.famiglia == FamigliaPrestazione::fis ? "R03" : "R19";
}

// Whose fund the reason speaks of: the competent one (R03, R09) or the one that was asked for (R19, R20).
std::string fund_of(const Case& c, const PrestazioneInfo& altra, const std::string& key) {
  return (key == "R03" || key == "R09") && c.primaria != nullptr ? c.primaria->fondo : altra.fondo;
}

Prestazione card(Case& c, const PrestazioneInfo& altra) {
  Prestazione prestazione{altra.codice, altra.nome, false, {}, {}, altra.citazione};
  if (&altra == c.primaria) {
    prestazione.suggerita = true;
    return prestazione;
  }
  const auto key = reason_key(c, altra);
  const Values& values = about(c, fund_of(c, altra, key));
  const auto why = reason(c.table, key, values);
  prestazione.motivo = why.codice;
  prestazione.testo = why.testo;
  prestazione.citazione = why.citazione;
  if (key == "R09" && c.primaria->esterna) prestazione.testo += " " + reason(c.table, "R05", values).testo;
  return prestazione;
}

// No benefit can be suggested: `blanket` says why, on the whole and on every card.
Esito unsuggested(const Case& c, const char* codice, const char* nome) {
  Esito esito;
  esito.primaria = codice;
  esito.nome_primaria = nome;
  const auto why = reason(c.table, c.blanket, c.values);
  esito.testo = why.testo;
  esito.citazione = why.citazione;
  return esito;
}

// The benefit of the row, but for a fund that did not take yet this employer on this day: the FIS pays in its place.
void stay_with_fis(Case& c, Esito& esito, const char* why_key) {
  auto values = about(c, c.primaria->fondo);
  if (c.soglia_prof > 0) {
    for (auto& [name, value] : values) value = name == "soglia" ? std::to_string(c.soglia_prof) : value;
  }
  const auto why = reason(c.table, why_key, values);
  esito.testo = why.testo;
  esito.citazione = why.citazione;
  esito.lettura = true;
  c.primaria = c.table.prestazione("FIS");
}

// The text and the doubts of the row that matched.
Esito suggested(Case& c) {
  const auto& regola = *c.regola;
  Esito esito;
  esito.regola = regola.id;
  esito.citazione = regola.citazione;
  esito.testo = norms::fill(regola.testo, c.values);
  esito.lettura = regola.mark != norms::Mark::confirmed;
  c.primaria = c.table.prestazione(regola.prestazione);
  if (c.primaria == nullptr) {
    esito.primaria = kNone;
    esito.nome_primaria = "Nessuna prestazione";
    return esito;
  }
  if (!operative(*c.primaria, c.facts.giorno)) {
    // Art. 26 c. 7-bis: until the fund works its employers stay with FIS; from which day is a reading.
    stay_with_fis(c, esito, "S20");
  } else if (c.primaria->codice == "F_PROF" && c.soglia_prof > 0 && c.media.mesi > 0 && c.media.compare(c.soglia_prof) <= 0) {
    stay_with_fis(c, esito, "S21");
  } else if (c.primaria->codice == "F_TLC" && c.facts.giorno < c.tlc_pieno) {
    esito.testo += " " + reason(c.table, "S23", c.values).testo;
    esito.lettura = true;
  }
  if (ateco_doubt(regola, c.facts)) {
    esito.testo += " " + reason(c.table, "S99", c.values).testo;
    esito.lettura = true;
  }
  if (c.facts.giorno < c.riforma && family(c) != FamigliaPrestazione::cigo) {
    esito.testo += " " + reason(c.table, "S22", c.values).testo;
    esito.lettura = true;
  }
  esito.lettura = esito.lettura || (c.primaria->adeguata_dal && c.facts.giorno < *c.primaria->adeguata_dal);
  esito.primaria = c.primaria->codice;
  esito.nome_primaria = c.primaria->nome;
  esito.esterna = c.primaria->esterna;
  return esito;
}

Esito label(Case& c, const domain::Posizione& posizione) {
  if (!active(posizione, c.facts.giorno)) {
    c.blanket = "R15";
    return unsuggested(c, kNone, "Nessuna prestazione");
  }
  c.regola = incoherent(c.table, c.facts) ? nullptr : first_match(c.table, c.facts);
  if (c.regola != nullptr) return suggested(c);
  c.blanket = incoherent(c.table, c.facts) ? "R14" : "R14.nessuna_regola";
  return unsuggested(c, kUnknown, "Da verificare con la Struttura INPS");
}

}  // namespace

Esito route(const domain::Posizione& posizione, Date giorno, const norms::Norms& norms, const std::optional<Date>& presentata) {
  const auto months = static_cast<int>(norms.integer("headcount.months", giorno));
  Case c{norms.routing(),
         facts_of(posizione, giorno),
         nullptr,
         nullptr,
         {},
         headcount::average(posizione.forza, headcount::reference_day(giorno, presentata, norms), months),
         norms.integer("cigs.size_threshold", giorno),
         norms.integer("fondi.prof.size_threshold", giorno),
         Date::from_days(static_cast<std::int32_t>(norms.integer("fondi.tlc.operational_from", giorno))),
         Date::from_days(static_cast<std::int32_t>(norms.integer("routing.reform_from", giorno))),
         {}};
  c.values = values_of(c);
  auto esito = label(c, posizione);
  for (const auto& altra : c.table.prestazioni) esito.prestazioni.push_back(card(c, altra));
  for (auto& prestazione : esito.prestazioni) {
    if (prestazione.suggerita) {
      prestazione.testo = esito.testo;
      prestazione.citazione = esito.citazione;
      esito.cigo_suggerita = family(c) == FamigliaPrestazione::cigo;
    }
  }
  std::stable_partition(esito.prestazioni.begin(), esito.prestazioni.end(), [](const auto& p) { return p.suggerita; });
  if (!esito.cigo_suggerita) {
    const auto cigo = std::find_if(esito.prestazioni.begin(), esito.prestazioni.end(), [&](const auto& p) {
      return c.table.prestazione(p.codice)->famiglia == FamigliaPrestazione::cigo;
    });
    if (cigo != esito.prestazioni.end()) {
      esito.motivo_cigo = cigo->motivo;
      esito.testo_cigo = cigo->testo;
    }
  }
  return esito;
}

Settore settore(const Esito& esito) {
  if (esito.primaria == "CIGO_IND") return Settore::industria;
  if (esito.primaria == "CIGO_EDI") return Settore::edilizia;
  if (esito.primaria == "CIGO_LAP") return Settore::lapidei;
  return Settore::altro;
}

}  // namespace omnia::rules::routing
