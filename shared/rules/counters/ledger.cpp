#include "shared/rules/counters/ledger.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace omnia::rules::counters {
namespace {

using domain::Autorizzazione;
using domain::Date;
using domain::Period;
using domain::StatoAutorizzazione;

// Longer requests cannot fit anywhere; the ledger need not grow with what is typed by mistake.
constexpr int kMostWeeks = 520;
constexpr std::size_t kDeclaredText = 64;  // bytes: one allocation a row

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }
// Asked of every entry: with a length known at compile time it is one comparison and no call.
bool is_cigo(std::string_view prestazione) { return prestazione.size() == 4 && std::memcmp(prestazione.data(), "CIGO", 4) == 0; }

int divisor(const domain::Registry& registry, std::int64_t progressivo) {
  constexpr int kUsual = 5;
  for (const auto& up : registry.unita_produttive) {
    if (up.progressivo == progressivo && up.giorni_settimana >= 5 && up.giorni_settimana <= 7) return up.giorni_settimana;
  }
  return kUsual;
}

std::string_view not_counted_benefit(const Caso& caso, std::string_view prestazione, Regola regola) {
  if (regola == Regola::terzo && caso.ore_di != "CIGO") return "Prestazione diversa: non si conta in questo limite.";
  if (prestazione == "CIGO_COVID") return "CIGO per COVID-19: non si conta (art. 19, comma 3, D.L. 18/2020).";
  if (prestazione == "CIGO_44_11Q") return "CIGO in deroga del 2022: non si conta (art. 11 D.L. 21/2022).";
  if (prestazione == "CIGS_22TER") return "CIGS per transizione occupazionale: non si conta (art. 22-ter D.Lgs. 148/2015).";
  if (starts_with(prestazione, "CIGS_DL73")) return "CIGS in deroga del 2021: non si conta (artt. 40 e 40-bis D.L. 73/2021).";
  if (prestazione == "CIGS_22BIS") return "Proroga della CIGS: non si conta (art. 22-bis D.Lgs. 148/2015).";
  if (regola != Regola::art4 && starts_with(prestazione, "CIGS")) return "CIGS: non si conta nei limiti della CIGO.";
  return "Prestazione diversa dalla CIGO: non si conta.";
}

// Beside the CIGO itself. Those of the Fondi too are within art. 4 (art. 30 c. 1), but for COVID and the derogation of 2022.
bool other_benefit_counts(std::string_view prestazione, Regola regola) {
  if (regola != Regola::art4) return false;
  if (starts_with(prestazione, "F_")) {
    return prestazione.find("COVID") == std::string_view::npos && prestazione.find("_44_11S") == std::string_view::npos;
  }
  return prestazione == "FIS" || prestazione == "CIGS_RIORGANIZZAZIONE" || prestazione == "CIGS_CRISI" ||
         prestazione == "CIGS_CDS";
}

// Why an EONE entry stays out as a whole; empty when it counts (perhaps but for the days of a climate window).
std::string_view eone_exemption(const Caso& caso, Regola regola) {
  if (regola == Regola::terzo) return caso.eone_fuori_terzo ? "EONE: non si conta in questo limite." : "";
  if (regola == Regola::art4) return caso.eone_fuori_art4 ? "EONE: non si conta nella durata complessiva." : "";
  return caso.eone_fuori_art12 ? "EONE di impresa non edile: non si conta (art. 12, comma 4, D.Lgs. 148/2015)." : "";
}

// Declared days are refused while the authorisation runs (rule of the FIS, msg. INPS 1351/2023, applied to the CIGO too), and
// for building weather if the narrow reading of circ. INPS 116/2009 is in force.
bool declared_days_apply(const Caso& caso, const Autorizzazione& a, Regola regola) {
  if (regola == Regola::art4 && caso.art4_autorizzato) return false;
  if (a.periodo.al >= caso.registry.aggiornato_al) return false;
  if (!caso.meteo_senza_fruito) return true;
  const auto* causale = caso.norms.causale(a.causale);
  return causale == nullptr || !causale->meteo;
}

std::string declared_text(const Voce& voce) {
  const std::vector<Date>& giorni = *voce.giorni;
  if (voce.noti) return "Giorni fruiti: " + std::to_string(giorni.size()) + ".";
  std::string text;
  text.reserve(kDeclaredText);
  text.append("Fruito dichiarato: ").append(std::to_string(giorni.size())).append(giorni.size() == 1 ? " giorno" : " giorni");
  text.append(" su ").append(std::to_string(voce.divisore)).append(" a settimana.");
  const bool sunday = std::any_of(giorni.begin(), giorni.end(), [](Date d) { return d.weekday() == domain::Weekday::domenica; });
  if (sunday && voce.divisore < 7) text += " Tra i giorni c’è una domenica: verifica la dichiarazione.";
  return text;
}

void measure(const Caso& caso, const Autorizzazione& a, Regola regola, Voce& voce) {
  if (voce.cigs) {
    voce.motivo = voce.cds ? "Contratto di solidarietà: mesi autorizzati." : "CIGS: mesi autorizzati.";
  } else if (regola == Regola::terzo) {
    voce.motivo = "Ore delle settimane che cadono nel biennio.";
  } else if (!a.fruito_dichiarato) {
    voce.motivo = "Settimane autorizzate: fruito non dichiarato.";
  } else if (!declared_days_apply(caso, a, regola)) {
    voce.motivo = "Fruito dichiarato ma non ancora valido: si contano le settimane autorizzate.";
  } else {
    voce.giorni = &a.giorni_fruiti;
  }
}

// Written in place: hundreds of entries are made for each question.
void describe(const Caso& caso, const Autorizzazione& a, Regola regola, Voce& voce) {
  voce.numero = a.numero;
  voce.periodo = a.periodo;
  voce.divisore = week_of(caso, a);
  voce.ore = a.ore_centesimi;
  if (a.stato == StatoAutorizzazione::respinta || a.stato == StatoAutorizzazione::annullata) {
    voce.motivo = a.stato == StatoAutorizzazione::respinta ? "Respinta: non si conta." : "Annullata: non si conta.";
    return;
  }
  const bool cigo = regola == Regola::terzo ? a.prestazione == caso.ore_di : is_cigo(a.prestazione);
  if (!cigo && !other_benefit_counts(a.prestazione, regola)) {
    voce.motivo = not_counted_benefit(caso, a.prestazione, regola);
    return;
  }
  if (a.eone) voce.motivo = eone_exemption(caso, regola);
  if (!voce.motivo.empty()) return;
  voce.cigs = !cigo && starts_with(a.prestazione, "CIGS");
  voce.cds = voce.cigs && a.prestazione == "CIGS_CDS";
  voce.deroga = regola == Regola::art12 && a.eone;
  if (a.stato == StatoAutorizzazione::in_istruttoria) {
    voce.prudente = true;
    voce.motivo = "In istruttoria: si conta solo nella stima prudente.";
    return;
  }
  voce.conta = true;
  measure(caso, a, regola, voce);
}

void describe_pending(const Caso& caso, const domain::DomandaPresentata& domanda, Regola regola, Voce& voce) {
  Autorizzazione a;
  a.prestazione = "CIGO";
  a.stato = StatoAutorizzazione::in_istruttoria;
  a.periodo = domanda.periodo;
  a.ore_centesimi = domanda.ore_centesimi;
  const auto* causale = caso.norms.causale(domanda.causale);
  a.eone = causale != nullptr && causale->eone;
  describe(caso, a, regola, voce);
  voce.numero = domanda.protocollo;
}

}  // namespace

int week_of(const Caso& caso, const Autorizzazione& a) {
  return a.giorni_settimana >= 5 && a.giorni_settimana <= 7 ? a.giorni_settimana : caso.divisore;
}

bool still_pending(const Caso& caso, const domain::DomandaPresentata& domanda) {
  const auto& all = caso.registry.autorizzazioni;
  return std::none_of(all.begin(), all.end(), [&](const Autorizzazione& a) {
    return a.unita_produttiva == domanda.unita_produttiva && a.periodo == domanda.periodo;
  });
}

Caso open_case(const domain::Registry& registry, const Richiesta& richiesta, routing::Settore settore,
               const norms::Norms& norms) {
  Caso caso{registry, norms, richiesta, richiesta.primo_lunedi.lunedi()};
  caso.richiesta.primo_lunedi = caso.giorno;
  caso.richiesta.settimane = std::clamp(richiesta.settimane, 0, kMostWeeks);
  caso.edilizia = settore == routing::Settore::edilizia;
  caso.edile_lapideo = caso.edilizia || settore == routing::Settore::lapidei;
  caso.divisore = divisor(registry, richiesta.unita_produttiva);
  caso.eone_fuori_art12 = !caso.edile_lapideo && norms.integer("cigo.eone.exempt_c2_c3", caso.giorno) != 0;
  caso.eone_fuori_art4 = norms.choice("art4.eone", caso.giorno) == "exempt";
  caso.art4_autorizzato = norms.choice("art4.cigo_measure", caso.giorno) == "authorised";
  caso.meteo_senza_fruito = caso.edile_lapideo && norms.integer("fruito.building_weather", caso.giorno) == 0;
  caso.eone_fuori_terzo = norms.choice("cigo.third.eone", caso.giorno) == "exempt";
  caso.festivi_esclusi = norms.choice("fruito.holidays", caso.giorno) == "never";
  for (const auto& periodo : norms.windows("cigo.eone.climate_window")) {
    const auto* parameter = norms.find("cigo.eone.climate_window", periodo.dal);
    caso.clima.push_back({periodo, parameter != nullptr && parameter->mark == norms::Mark::reading});
  }
  return caso;
}

const Finestra* climate_window(const Caso& caso, const Period& periodo) {
  for (const auto& finestra : caso.clima) {
    if (finestra.periodo.contains(periodo.dal) && finestra.periodo.contains(periodo.al)) return &finestra;
  }
  return nullptr;
}

bool week_is_exempt(const Caso& caso, Date lunedi) {
  if (!caso.richiesta.eone) return false;
  if (!eone_exemption(caso, Regola::art12).empty()) return true;
  return climate_window(caso, {lunedi, lunedi + 6}) != nullptr;
}

std::vector<Voce> entries(const Caso& caso, Regola regola, const Period* entro) {
  const auto inside = [entro](const Period& p) { return entro == nullptr || p.overlaps(*entro); };
  std::vector<Voce> voci;
  if (entro == nullptr) voci.reserve(caso.registry.autorizzazioni.size());
  const Date oldest = caso.lunedi(-kMemoryWeeks);
  for (const auto& a : caso.registry.autorizzazioni) {
    if (a.unita_produttiva != caso.richiesta.unita_produttiva || a.periodo.al < oldest || a.periodo.al < a.periodo.dal) continue;
    if (inside(a.periodo)) describe(caso, a, regola, voci.emplace_back());
  }
  for (const auto& domanda : caso.registry.domande) {
    if (domanda.unita_produttiva != caso.richiesta.unita_produttiva || domanda.periodo.giorni() == 0) continue;
    if (inside(domanda.periodo) && still_pending(caso, domanda)) describe_pending(caso, domanda, regola, voci.emplace_back());
  }
  return voci;
}

std::int64_t Ledger::sum(int from, int to) const {
  std::int64_t total = 0;
  for (int i = std::max(from, 0); i <= std::min(to, size() - 1); ++i) total += units(i);
  return total;
}

std::int64_t Ledger::mark_week(int i) {
  if (i < 0 || i >= size()) return 0;
  Cella& cella = celle_[static_cast<std::size_t>(i)];
  const std::int64_t added = kUnitsPerWeek - cella.unita;
  cella.unita = kUnitsPerWeek;
  return added;
}

std::int64_t Ledger::mark_day(Date giorno, int divisore) {
  const int i = index(giorno);
  if (i < 0 || i >= size()) return 0;
  Cella& cella = celle_[static_cast<std::size_t>(i)];
  const unsigned place = 2u * static_cast<unsigned>(giorno - lunedi(i));
  const unsigned known = cella.giorni >> place & 3u;
  const auto worth = static_cast<unsigned>(8 - divisore);
  if (worth <= known) return 0;
  cella.giorni = static_cast<std::uint16_t>((cella.giorni & ~(3u << place)) | worth << place);
  const std::int64_t before = known == 0 ? 0 : kUnitsPerWeek / (8 - static_cast<int>(known));
  const std::int64_t added = std::min(kUnitsPerWeek / divisore - before, kUnitsPerWeek - cella.unita);
  cella.unita = static_cast<std::int16_t>(cella.unita + added);
  return added;
}

std::int64_t record(const Caso& caso, const Voce& voce, Ledger& ledger, int from, int to) {
  std::int64_t total = 0;
  const auto count = [&](int i, std::int64_t added) { total += i >= from && i <= to ? added : 0; };
  if (voce.giorni != nullptr) {
    const Period arco{std::max(voce.periodo.dal, ledger.arco().dal), std::min(voce.periodo.al, ledger.arco().al)};
    for (const Date giorno : *voce.giorni) {
      if (!arco.contains(giorno)) continue;
      if (voce.deroga && climate_window(caso, {giorno, giorno}) != nullptr) continue;
      if (caso.festivi_esclusi && domain::is_holiday(giorno)) continue;
      count(ledger.index(giorno), ledger.mark_day(giorno, voce.divisore));
    }
    return total;
  }
  const int last = std::min(ledger.index(voce.periodo.al), ledger.size() - 1);
  for (int i = std::max(ledger.index(voce.periodo.dal), 0); i <= last; ++i) {
    // A week that a climate window holds only in part counts whole: nothing says on which days the work stopped.
    if (voce.deroga && climate_window(caso, {std::max(voce.periodo.dal, ledger.lunedi(i)),
                                             std::min(voce.periodo.al, ledger.lunedi(i) + 6)}) != nullptr) {
      continue;
    }
    count(i, ledger.mark_week(i));
  }
  return total;
}

RigaContatore row(const Voce& voce, const Period& finestra, std::int64_t unita) {
  RigaContatore riga;
  riga.numero = voce.numero;
  riga.periodo = {std::max(voce.periodo.dal, finestra.dal), std::min(voce.periodo.al, finestra.al)};
  riga.unita = unita;
  riga.conta = unita > 0;
  if (voce.motivo.empty() && voce.giorni != nullptr) {
    riga.motivo = declared_text(voce);
  } else {
    riga.motivo = domain::Frase::of_constant(voce.motivo);
  }
  if (!voce.conta || unita > 0) return riga;
  const auto in_window = [&](Date giorno) { return riga.periodo.contains(giorno); };
  const bool something = voce.giorni == nullptr || std::any_of(voce.giorni->begin(), voce.giorni->end(), in_window);
  if (voce.deroga) {
    riga.motivo = "EONE nel periodo di deroga climatica: non si conta.";
  } else if (something) {
    riga.motivo = "Già contata con un’altra autorizzazione.";
  }
  return riga;
}

Registri fill(const Caso& caso, const std::vector<Voce>& voci, Date primo, int weeks, const Period& finestra) {
  Ledger ufficiale(primo, weeks);
  const int from = ufficiale.index(finestra.dal);
  const int to = ufficiale.index(finestra.al);
  const Period arco = ufficiale.arco();
  const auto touches = [&](const Voce& voce) { return !voce.cigs && voce.periodo.overlaps(arco); };
  std::vector<RigaContatore> righe;
  righe.reserve(std::min(voci.size(), static_cast<std::size_t>(std::max(0, to - from + 1))));
  bool lettura = false;
  bool pending = false;
  for (const auto& voce : voci) {
    const std::int64_t unita = voce.conta && touches(voce) ? record(caso, voce, ufficiale, from, to) : 0;
    pending = pending || voce.prudente;
    if (!voce.cigs && voce.periodo.overlaps(finestra)) righe.push_back(row(voce, finestra, unita));
    if (!voce.deroga || !voce.conta) continue;
    for (const auto& window : caso.clima) lettura = lettura || (window.lettura && window.periodo.overlaps(voce.periodo));
  }
  Ledger prudente = ufficiale;
  for (std::size_t i = 0; pending && i < voci.size(); ++i) {
    if (voci[i].prudente && touches(voci[i])) record(caso, voci[i], prudente, from, to);
  }
  return {std::move(ufficiale), std::move(prudente), std::move(righe), lettura, pending};
}

std::string weeks_words(int n) { return n == 1 ? "1 settimana" : std::to_string(n) + " settimane"; }

std::string weeks_phrase(std::int64_t units) {
  const std::string number = weeks_text(units);
  return number + (number == "1" ? " settimana" : " settimane");
}

std::string admitted_phrase(int richieste, int ammesse, std::string_view limite) {
  const std::string limit(limite);
  if (richieste == 1) return "La settimana richiesta non entra nel limite di " + limit + ".";
  const std::string asked = std::to_string(richieste) + " settimane richieste";
  if (ammesse == 0) return "Nessuna delle " + asked + " entra nel limite di " + limit + ".";
  if (ammesse == 1) return "Delle " + asked + " ne entra 1 nel limite di " + limit + ".";
  return "Delle " + asked + " ne entrano " + std::to_string(ammesse) + " nel limite di " + limit + ".";
}

std::string left_phrase(std::int64_t units) {
  if (units == 0) return "Non restano settimane";
  const std::string weeks = weeks_phrase(units);
  return (weeks == "1 settimana" ? "Resta " : "Restano ") + weeks;
}

}  // namespace omnia::rules::counters
