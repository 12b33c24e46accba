#include "shared/rules/counters/cisoa.hpp"

#include <algorithm>

namespace omnia::rules::counters {
namespace {

using domain::Date;
using domain::Period;

struct Finestre {
  std::vector<Period> clima, giornata_intera, senza_requisiti;
  static bool in(const std::vector<Period>& windows, Date d) {
    return std::any_of(windows.begin(), windows.end(), [d](const Period& p) { return p.contains(d); });
  }
  // A day asked for the climate that its window takes out of the 90. A whole day only where the act admits it.
  [[nodiscard]] bool spared(const GiornataCisoa& g) const {
    return g.climatica && in(clima, g.giorno) && (g.mezza || in(giornata_intera, g.giorno));
  }
};

Finestre windows_of(const norms::Norms& norms) {
  return {norms.windows("cisoa.climate_window"), norms.windows("cisoa.climate_window.whole_day"),
          norms.windows("cisoa.climate_window.otd")};
}

// Sorted, one for each day: of two on the same day the whole one stays.
std::vector<GiornataCisoa> distinct(std::vector<GiornataCisoa> giornate) {
  std::stable_sort(giornate.begin(), giornate.end(),
                   [](const auto& a, const auto& b) { return a.giorno != b.giorno ? a.giorno < b.giorno : a.mezza < b.mezza; });
  const auto same = [](const auto& a, const auto& b) { return a.giorno == b.giorno; };
  giornate.erase(std::unique(giornate.begin(), giornate.end(), same), giornate.end());
  return giornate;
}

struct Stato {
  const LavoratoreCisoa& lavoratore;
  const Finestre& finestre;
  const norms::Norms& norms;
  bool requisito = false;
};

// A day given counts, or not, for a reason; days in a row of the same reason are one row.
void add_day(std::vector<RigaContatore>& righe, Date giorno, bool conta, const char* motivo) {
  if (righe.empty() || !(righe.back().motivo == motivo)) righe.push_back({"", {giorno, giorno}, 0, conta, motivo});
  righe.back().periodo.al = giorno;
  righe.back().unita += conta ? 1 : 0;
}

ContatoreGiorni open_year(const Stato& s, const std::vector<GiornataCisoa>& past, int anno) {
  ContatoreGiorni c;
  c.codice = "cisoa";
  c.nome = "Giornate CISOA " + std::to_string(anno);
  c.finestra = {Date::of(anno, 1, 1), Date::of(anno, 12, 31)};
  if (const auto* limit = s.norms.find("cisoa.days_per_year", c.finestra.dal)) {
    c.limite = limit->intero;
    c.citazione = limit->citazione;
  }
  for (const auto& g : past) {
    if (!c.finestra.contains(g.giorno)) continue;
    if (s.finestre.spared(g)) {
      add_day(c.righe, g.giorno, false, "Giornate per eventi climatici eccezionali: fuori dalle 90.");
    } else if (g.mezza) {
      add_day(c.righe, g.giorno, false, "Mezze giornate: non si contano.");
    } else {
      ++c.usati;
      add_day(c.righe, g.giorno, true, "Giornate intere già autorizzate.");
    }
  }
  c.usati_prudenti = c.usati;
  for (const auto& g : distinct(s.lavoratore.in_istruttoria)) {
    const bool given = std::any_of(past.begin(), past.end(), [&](const auto& p) { return p.giorno == g.giorno; });
    if (given || g.mezza || !c.finestra.contains(g.giorno) || s.finestre.spared(g)) continue;
    ++c.usati_prudenti;
    add_day(c.righe, g.giorno, false, "In istruttoria: si conta solo nella stima prudente.");
  }
  c.residui = std::max<std::int64_t>(0, c.limite - c.usati);
  return c;
}

EsitoGiornata judge(const Stato& s, const GiornataCisoa& g, bool already, ContatoreGiorni& c) {
  EsitoGiornata e;
  e.giorno = g.giorno;
  const auto* window = s.norms.find("cisoa.climate_window", g.giorno);
  if (already) {
    e.motivo = "Giornata già autorizzata al lavoratore.";
    return e;
  }
  if (s.finestre.spared(g)) {
    c.lettura = c.lettura || (window != nullptr && window->mark == norms::Mark::reading);
    e.pagabile = Finestre::in(s.finestre.senza_requisiti, g.giorno) || (s.lavoratore.tempo_indeterminato && s.requisito);
    e.motivo = e.pagabile
                   ? "Evento climatico eccezionale: pagabile e fuori dalle 90 giornate."
                   : "In questo periodo l’evento climatico spetta solo ai lavoratori a tempo indeterminato con 181 giornate.";
    if (window != nullptr) e.motivo += " (" + window->citazione + ")";
    return e;
  }
  if (g.mezza) {
    e.motivo = "Mezza giornata fuori dai periodi di deroga climatica: non è pagabile e non si conta.";
    return e;
  }
  if (!s.lavoratore.tempo_indeterminato || !s.requisito) {
    e.motivo = s.lavoratore.tempo_indeterminato ? "Manca il requisito delle 181 giornate annue presso l’azienda."
                                                : "La CISOA spetta ai lavoratori a tempo indeterminato.";
    return e;
  }
  if (!g.climatica && Finestre::in(s.finestre.senza_requisiti, g.giorno)) {
    e.motivo = "Nel periodo di deroga climatica la causale 01 non è ammessa: usa le causali 17 o 18.";
    return e;
  }
  ++c.richiesti;
  e.conta = e.pagabile = c.ammessi < c.residui;
  if (e.pagabile) {
    ++c.ammessi;
    e.motivo = "Giornata " + std::to_string(c.usati + c.ammessi) + " di " + std::to_string(c.limite) + " dell’anno.";
  } else {
    c.superato = true;
    e.motivo = "Oltre le " + std::to_string(c.limite) + " giornate dell’anno.";
  }
  return e;
}

std::string finding(const ContatoreGiorni& c) {
  const std::string year = std::to_string(c.finestra.dal.anno());
  return "Nel " + year + " il lavoratore ha usato " + std::to_string(c.usati) +
         (c.usati == 1 ? " giornata su " : " giornate su ") + std::to_string(c.limite) +
         (c.superato
              ? ": giornate richieste " + std::to_string(c.richiesti) + ", ammesse " + std::to_string(c.ammessi) + "."
              : (c.residui == 1 ? ": ne resta " : ": ne restano ") + std::to_string(c.residui) + " prima della richiesta.");
}

}  // namespace

EsitoCisoa cisoa_days(const LavoratoreCisoa& lavoratore, const norms::Norms& norms) {
  const Finestre finestre = windows_of(norms);
  const auto past = distinct(lavoratore.autorizzate);
  const auto asked = distinct(lavoratore.richieste);
  EsitoCisoa out;
  out.giornate_utili =
      lavoratore.giornate_lavorate +
      static_cast<int>(std::count_if(past.begin(), past.end(), [&](const auto& g) { return finestre.spared(g); }));
  const auto* least = norms.find("cisoa.min_days_per_year", asked.empty() ? Date::of(2022, 1, 1) : asked.front().giorno);
  out.requisito = least != nullptr && out.giornate_utili >= least->intero;
  if (least != nullptr) {
    out.citazione_requisito = least->citazione;
    out.testo_requisito = std::to_string(out.giornate_utili) +
                          " giornate presso l’azienda, comprese quelle per eventi climatici: ne servono " +
                          std::to_string(least->intero) + ".";
  }
  const Stato stato{lavoratore, finestre, norms, out.requisito};
  for (const auto& g : asked) {
    if (out.anni.empty() || !out.anni.back().finestra.contains(g.giorno))
      out.anni.push_back(open_year(stato, past, g.giorno.anno()));
    const bool already = std::any_of(past.begin(), past.end(), [&](const auto& p) { return p.giorno == g.giorno; });
    out.giornate.push_back(judge(stato, g, already, out.anni.back()));
  }
  for (auto& anno : out.anni) anno.testo = finding(anno);
  return out;
}

}  // namespace omnia::rules::counters
