// Step B: what becomes of a cause under the benefit of the position (D.Lgs. 148/2015 artt. 11, 20, 21, 29, 30).
#include <algorithm>

#include "shared/domain/quantity.hpp"
#include "shared/rules/headcount/headcount.hpp"
#include "shared/rules/routing/routing.hpp"

namespace omnia::rules::routing {
namespace {

using domain::Date;
using norms::FamigliaPrestazione;
using norms::Norms;
using norms::PrestazioneInfo;
using norms::RegolaInstradamento;

// The benefit of the position, the row that gave it, and the average against the threshold of CIGS.
struct Step {
  const Norms& norms;
  const PrestazioneInfo& primaria;
  const RegolaInstradamento* regola;
  GruppoCausale gruppo;
  headcount::Media media;
  Date inizio;

  [[nodiscard]] bool any_size() const { return regola != nullptr && regola->cigs_ogni_dimensione; }
  [[nodiscard]] bool over(const char* key) const { return media.compare(norms.integer(key, inizio)) > 0; }
  [[nodiscard]] bool fund_leaves_large_to_cigs() const {
    return primaria.codice == "F_PROF" && norms.choice("fondi.prof.gt15_extraordinary", inizio) == "cigs";
  }
};

std::string cigs(const Step& s) {
  switch (s.primaria.famiglia) {
    case FamigliaPrestazione::agricola:
      return "NO_AGR";
    case FamigliaPrestazione::cigo:
    case FamigliaPrestazione::fis:
      if (s.any_size()) return "SI";
      if (s.media.mesi == 0) return "DA_VERIFICARE";
      return s.over("cigs.size_threshold") ? "SI" : "NO_SOGLIA";
    default:
      return s.fund_leaves_large_to_cigs() && s.over("cigs.size_threshold") ? "SI" : "NO_FONDO";
  }
}

// OTD: fixed-term farm workers, admitted only in the exceptional climate windows and for their causes (D.L. 92/2025).
bool admitted_by_window(const Step& s, const std::string& flag) {
  if (flag != "OTD" || s.primaria.famiglia != FamigliaPrestazione::agricola || s.gruppo != GruppoCausale::eone) return false;
  const auto windows = s.norms.windows("cisoa.climate_window.otd");
  return std::any_of(windows.begin(), windows.end(), [&](const auto& window) { return window.contains(s.inizio); });
}

bool worker_excluded(const Step& s, const std::vector<std::string>& flags) {
  const auto listed = [](const std::vector<std::string>& list, const std::string& flag) {
    return std::find(list.begin(), list.end(), flag) != list.end();
  };
  return std::any_of(flags.begin(), flags.end(), [&](const auto& flag) {
    const bool out =
        listed(s.primaria.lavoratori_esclusi, flag) || (s.regola != nullptr && listed(s.regola->lavoratori_esclusi, flag));
    return out && !admitted_by_window(s, flag);
  });
}

// Facts of the UP, which never changes the benefit: they only warn.
bool unit_is_missing(const std::vector<std::string>& flags) {
  return std::any_of(flags.begin(), flags.end(),
                     [](const std::string& flag) { return flag == "UP_NON_CENSITA" || flag == "UP_NON_ATTIVA"; });
}

void explain(const Step& s, EsitoCausale& esito, const std::string& key) {
  const auto* motivo = s.norms.routing().motivo(key);
  if (motivo == nullptr) return;
  const auto media = s.media.mesi == 0 ? std::string("n.d.") : domain::format_hundredths(s.media.somma_centesimi / s.media.mesi);
  const auto text = norms::fill(motivo->testo, {{"fondo", s.primaria.fondo},
                                                {"media", media},
                                                {"data", s.inizio.italiano()},
                                                {"soglia", std::to_string(s.norms.integer("cigs.size_threshold", s.inizio))}});
  esito.testo += (esito.testo.empty() ? "" : " ") + text;
  if (!esito.motivo.empty()) return;  // the first reason is the one; what follows says what to do
  esito.motivo = key.substr(0, key.find('.'));
  esito.citazione = motivo->citazione;
}

// CIGO never covers the causes of art. 21; FIS does up to 15 heads; funds and CISOA have rules of their own.
std::string extraordinary(const Step& s, EsitoCausale& esito) {
  const char* refused = s.primaria.famiglia == FamigliaPrestazione::cigo ? "R06.cigo" : "R06";
  const auto to_ministry = [&] {
    explain(s, esito, refused);
    explain(s, esito, "R07");
    return std::string("CIGS_MLPS");
  };
  const bool by_size = s.primaria.famiglia == FamigliaPrestazione::cigo || s.primaria.famiglia == FamigliaPrestazione::fis;
  if (!by_size) return s.fund_leaves_large_to_cigs() && s.over("cigs.size_threshold") ? to_ministry() : "OK";
  if (s.any_size()) {
    explain(s, esito, "R07");
    return "CIGS_MLPS";
  }
  if (s.media.mesi == 0) {
    explain(s, esito, "R06.ignota");
    return "DA_VERIFICARE";
  }
  if (s.primaria.famiglia == FamigliaPrestazione::fis) return s.over("fis.size_extraordinary_max") ? to_ministry() : "OK";
  if (s.over("cigs.size_threshold")) return to_ministry();
  explain(s, esito, refused);
  explain(s, esito, "R08");
  return "NESSUNA";
}

}  // namespace

EsitoCausale route_cause(const Esito& esito, const domain::Posizione& posizione, GruppoCausale gruppo,
                         std::int64_t somma_centesimi, int mesi, const std::vector<std::string>& flags, Date inizio,
                         const Norms& norms) {
  const auto* primaria = norms.routing().prestazione(esito.primaria);
  if (primaria == nullptr) return {esito.primaria, "NO", esito.motivo_cigo, esito.testo, esito.citazione};
  // Without an average from the caller, the one of the flows.
  const auto months = static_cast<int>(norms.integer("headcount.months", inizio));
  const auto media = mesi > 0 ? headcount::Media{somma_centesimi, mesi} : headcount::average(posizione.forza, inizio, months);
  const Step step{norms, *primaria, norms.routing().regola(esito.regola), gruppo, media, inizio};
  EsitoCausale answer;
  answer.cigs = cigs(step);
  if (primaria->esterna) {
    answer.esito = "ESTERNA";
    explain(step, answer, "R05");
  } else if (worker_excluded(step, flags)) {
    answer.esito = "LAVORATORE_ESCLUSO";
    explain(step, answer, "R12.gruppo");
  } else {
    answer.esito = gruppo == GruppoCausale::straordinaria ? extraordinary(step, answer) : "OK";
  }
  if (unit_is_missing(flags)) explain(step, answer, "R16");
  return answer;
}

}  // namespace omnia::rules::routing
