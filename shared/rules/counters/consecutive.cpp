// T2: at most 52 consecutive weeks, then 52 weeks of normal activity (art. 12 cc. 1-2 D.Lgs. 148/2015).
#include <algorithm>
#include <utility>

#include "shared/rules/counters/checks.hpp"

namespace omnia::rules::counters {
namespace {

using domain::Date;
using domain::Period;

constexpr int kForwardWeeks = 104;  // weeks already authorised after a late request
constexpr std::string_view kLimitKey = "cigo.max_weeks_consecutive";

// What a week is for this test. A stop is a CIGS at zero hours: no CIGO, but no normal activity either.
enum class Tipo : std::uint8_t { attivita, contata, ferma };

struct Corsa {  // consecutive counted weeks, both ends included
  int from = 0;
  int to = -1;
  [[nodiscard]] int weeks() const { return to - from + 1; }
};

struct Calendario {
  std::vector<Tipo> settimane;

  [[nodiscard]] int size() const { return static_cast<int>(settimane.size()); }
  [[nodiscard]] Tipo at(int i) const { return i < 0 || i >= size() ? Tipo::attivita : settimane[static_cast<std::size_t>(i)]; }
  [[nodiscard]] bool counted(int i) const { return at(i) == Tipo::contata; }
  void set(int i, Tipo tipo) { settimane[static_cast<std::size_t>(i)] = tipo; }

  [[nodiscard]] Corsa run_at(int i) const {
    Corsa corsa{i, i};
    while (counted(corsa.from - 1)) --corsa.from;
    while (counted(corsa.to + 1)) ++corsa.to;
    return corsa;
  }
  // The last run of at least `limit` weeks that ends before week `i`.
  [[nodiscard]] std::optional<Corsa> full_run_before(int i, int limit) const {
    for (int to = i - 1; to >= 0; --to) {
      if (!counted(to)) continue;
      const Corsa corsa = run_at(to);
      if (corsa.weeks() >= limit) return corsa;
      to = corsa.from;
    }
    return std::nullopt;
  }
  // First week with `rest` weeks of normal activity between the run and itself.
  [[nodiscard]] int restart(const Corsa& corsa, int rest) const {
    int i = corsa.to + 1;
    for (int activity = 0; activity < rest; ++i) activity += at(i) == Tipo::attivita ? 1 : 0;
    return i;
  }
};

struct Regole {
  int limite = 0;
  int pausa = 0;
};

// The weeks as they are. The reading of what breaks a run (norm cigo.run.break): a whole free week, or one free day.
Calendario calendar(const Caso& caso, const Ledger& ledger) {
  const bool one_day = caso.norms.choice("cigo.run.break", caso.giorno) == "one_free_day";
  const std::int64_t least = one_day ? kUnitsPerWeek : 1;
  Calendario calendario{std::vector<Tipo>(static_cast<std::size_t>(ledger.size()), Tipo::attivita)};
  for (int i = 0; i < ledger.size(); ++i) {
    if (ledger.units(i) >= least) calendario.set(i, Tipo::contata);
  }
  return calendario;
}

// CIGS at zero hours is not normal activity, at reduced hours it is (msg. INPS 19350/2011). The registry tells only that a
// contratto di solidarietà reduces the hours: any other CIGS counts as a stop, and the finding says it is a reading.
bool stop_for_cigs(const Caso& caso, const Ledger& ledger, Calendario& calendario) {
  bool any = false;
  for (const auto& a : caso.registry.autorizzazioni) {
    if (a.unita_produttiva != caso.richiesta.unita_produttiva || a.stato != domain::StatoAutorizzazione::autorizzata) continue;
    if (a.prestazione.compare(0, 4, "CIGS") != 0 || a.prestazione == "CIGS_CDS" || a.periodo.giorni() == 0) continue;
    const int last = std::min(ledger.index(a.periodo.al), calendario.size() - 1);
    for (int i = std::max(ledger.index(a.periodo.dal), 0); i <= last; ++i) {
      if (calendario.counted(i)) continue;
      calendario.set(i, Tipo::ferma);
      any = true;
    }
  }
  return any;
}

// Leading weeks that fit of a request that starts `later` weeks after its own Monday.
int admitted(const Caso& caso, const Regole& regole, Calendario calendario, int later = 0) {
  const int n = caso.richiesta.settimane;
  std::optional<Corsa> full;  // the full run before the one being lengthened, looked up once for each
  int asked = -1;
  for (int k = 0; k < n; ++k) {
    const int week = kMemoryWeeks + later + k;
    if (calendario.counted(week) || week_is_exempt(caso, caso.lunedi(later + k))) continue;
    calendario.set(week, Tipo::contata);
    const Corsa corsa = calendario.run_at(week);
    if (corsa.weeks() > regole.limite) return k;
    if (asked != corsa.from) full = calendario.full_run_before(corsa.from, regole.limite);
    asked = corsa.from;
    if (full && calendario.restart(*full, regole.pausa) > corsa.from) return k;
  }
  return n;
}

// Adds the whole request and answers the weeks added and the longest run that holds one of its weeks.
struct Aggiunta {
  int settimane = 0;
  Corsa corsa;
  int nella_corsa = 0;  // weeks added in that run
};

Aggiunta add_request(const Caso& caso, Calendario calendario) {
  Aggiunta aggiunta;
  std::vector<int> added;
  const int n = caso.richiesta.settimane;
  for (int k = 0; k < n; ++k) {
    const int week = kMemoryWeeks + k;
    if (calendario.counted(week) || week_is_exempt(caso, caso.lunedi(k))) continue;
    calendario.set(week, Tipo::contata);
    added.push_back(week);
  }
  aggiunta.settimane = static_cast<int>(added.size());
  for (int week = kMemoryWeeks; week < kMemoryWeeks + n; ++week) {
    if (!calendario.counted(week)) continue;
    const Corsa corsa = calendario.run_at(week);
    if (corsa.weeks() > aggiunta.corsa.weeks()) aggiunta.corsa = corsa;
    week = corsa.to;
  }
  aggiunta.nella_corsa = static_cast<int>(std::count_if(
      added.begin(), added.end(), [&](int week) { return aggiunta.corsa.from <= week && week <= aggiunta.corsa.to; }));
  return aggiunta;
}

// The full run that still asks for its pause when the request begins, if any.
std::optional<Corsa> run_without_pause(const Calendario& calendario, const Regole& regole) {
  const auto full = calendario.full_run_before(kMemoryWeeks, regole.limite);
  if (full && calendario.restart(*full, regole.pausa) > kMemoryWeeks) return full;
  return std::nullopt;
}

std::string finding(const Serie& serie, const Regole& regole) {
  const Contatore& c = serie.contatore;
  if (c.esente)
    return "Le settimane richieste non si contano tra le consecutive: un evento oggettivamente non evitabile (EONE) è escluso "
           "dal limite.";
  const std::string limit = std::to_string(regole.limite);
  if (serie.piena) {
    return "L’unità produttiva ha usato " + std::to_string(serie.piena->giorni() / 7) + " settimane consecutive, fino al " +
           serie.piena->al.italiano() + ": dopo " + std::to_string(regole.pausa) +
           " settimane di normale attività la nuova richiesta può iniziare dal " + serie.ripresa->italiano() + ".";
  }
  if (c.superato) return admitted_phrase(c.settimane_richieste, c.settimane_ammesse, limit + " settimane consecutive");
  return "Settimane consecutive con questa richiesta: " + std::to_string(c.finestra.giorni() / 7) + " su " + limit + ".";
}

// Rows of the entries inside the run, by whole weeks.
std::vector<RigaContatore> rows(const std::vector<Voce>& voci, const Caso& caso, const Period& finestra) {
  const Date origin = finestra.dal.lunedi();
  return fill(caso, voci, origin, static_cast<int>((finestra.al - origin) / 7) + 1, finestra).righe;
}

Regole rules_of(const Caso& caso) {
  return {static_cast<int>(caso.norms.integer(kLimitKey, caso.giorno)),
          static_cast<int>(caso.norms.integer("cigo.rest_weeks_after_full_run", caso.giorno))};
}

}  // namespace

std::vector<int> consecutive_course(const Caso& caso, const std::vector<Voce>& voci, int quanti) {
  const Regole regole = rules_of(caso);
  const Date origin = caso.lunedi(-kMemoryWeeks);
  const int weeks = kMemoryWeeks + quanti + caso.richiesta.settimane + kForwardWeeks;
  const Registri registri = fill(caso, voci, origin, weeks, {origin, origin});
  Calendario calendario = calendar(caso, registri.ufficiale);
  stop_for_cigs(caso, registri.ufficiale, calendario);
  std::vector<int> course;
  course.reserve(static_cast<std::size_t>(quanti));
  for (int k = 0; k < quanti; ++k) course.push_back(admitted(caso, regole, calendario, k));
  return course;
}

Serie examine_consecutive(const Caso& caso, const std::vector<Voce>& voci) {
  const Regole regole = rules_of(caso);
  const int n = caso.richiesta.settimane;
  const Date origin = caso.lunedi(-kMemoryWeeks);
  const Registri registri = fill(caso, voci, origin, kMemoryWeeks + n + kForwardWeeks, {origin, origin});
  Calendario calendario = calendar(caso, registri.ufficiale);
  const auto days = [&](const Corsa& corsa) {
    return Period{registri.ufficiale.lunedi(corsa.from), registri.ufficiale.lunedi(corsa.to) + 6};
  };
  Serie serie;
  serie.cigs = stop_for_cigs(caso, registri.ufficiale, calendario);
  const Aggiunta aggiunta = add_request(caso, calendario);
  const Aggiunta prudente = registri.pendenti ? add_request(caso, calendar(caso, registri.prudente)) : aggiunta;
  serie.aggiunte = aggiunta.nella_corsa;
  serie.corsa = days(aggiunta.corsa);
  const auto full = run_without_pause(calendario, regole);

  Contatore& c = serie.contatore;
  c.codice = "consecutive";
  c.nome = "Settimane consecutive";
  c.limite = regole.limite * kUnitsPerWeek;
  c.usato = (aggiunta.corsa.weeks() - aggiunta.nella_corsa) * kUnitsPerWeek;
  c.usato_prudente = std::max(c.usato, (prudente.corsa.weeks() - prudente.nella_corsa) * kUnitsPerWeek);
  c.residuo = std::max<std::int64_t>(0, c.limite - c.usato);
  c.richiesto = aggiunta.settimane * kUnitsPerWeek;
  c.settimane_richieste = n;
  c.settimane_ammesse = admitted(caso, regole, calendario);
  c.superato = c.settimane_ammesse < n;
  c.esente = aggiunta.corsa.weeks() == 0;
  c.finestra = c.esente ? Period{caso.richiesta.primo_lunedi, caso.ultima_domenica()} : serie.corsa;
  if (c.superato && full) {
    serie.piena = days(*full);
    serie.ripresa = registri.ufficiale.lunedi(calendario.restart(*full, regole.pausa));
    c.finestra.dal = serie.piena->dal;
  }
  const auto* reading = caso.norms.find("cigo.run.break", caso.giorno);
  c.lettura = c.superato && (serie.cigs || (reading != nullptr && reading->mark == norms::Mark::reading));
  c.righe = rows(voci, caso, c.finestra);
  if (const auto* parameter = caso.norms.find(kLimitKey, caso.giorno)) c.citazione = parameter->citazione;
  c.testo = finding(serie, regole);
  return serie;
}

Contatore check_consecutive(const Caso& caso, const std::vector<Voce>& voci) {
  Serie serie = examine_consecutive(caso, voci);
  return std::move(serie.contatore);
}

}  // namespace omnia::rules::counters
