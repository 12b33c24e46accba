// How long the duration counters of every UP of a country take. Histories are made as they are counted, in blocks, so that
// memory does not grow with the country; the same seed gives the same country whatever the threads.
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "shared/rules/counters/counters.hpp"
#include "tools/demo/random.hpp"

namespace {

using namespace omnia;
using domain::Autorizzazione;
using domain::Date;
using domain::StatoAutorizzazione;
using rules::routing::Settore;
using Clock = std::chrono::steady_clock;

constexpr std::int64_t kBlock = 256;
const Date kOggi = Date::of(2026, 11, 24);

struct Unita {
  domain::Registry registro;
  rules::counters::Richiesta richiesta;
  Settore settore = Settore::industria;
};

// Most UPs never asked; some did now and then; few ask every year; a tail lives near the limits.
enum class Storia { nessuna, occasionale, abituale, al_limite };

Storia history_of(demo::Random& random) {
  const int p = random.below(1000);
  if (p < 700) return Storia::nessuna;
  if (p < 930) return Storia::occasionale;
  return p < 990 ? Storia::abituale : Storia::al_limite;
}

class Maker {
 public:
  Maker(Unita& unita, std::int64_t numero) : u_(unita), random_(20261124, static_cast<std::uint64_t>(numero)) {
    const int s = random_.below(100);
    u_.settore = s < 68 ? Settore::industria : s < 95 ? Settore::edilizia : Settore::lapidei;
    meteo_ = u_.settore == Settore::industria ? "METEO_IND" : "METEO_EDIL";
  }

  void make() {
    position();
    history();
    const int settimane = random_.percent(50) ? random_.between(1, 4) : random_.between(5, 13);
    const Date monday = kOggi.lunedi() + 7 * random_.below(4);
    u_.richiesta = {0, monday, settimane, random_.percent(u_.settore == Settore::industria ? 8 : 45),
                    teste_ * 1600 * static_cast<std::int64_t>(settimane)};
  }

 private:
  void position() {
    auto& r = u_.registro;
    r.aggiornato_al = kOggi;
    r.autorizzazioni.clear();
    r.domande.clear();
    r.posizione.matricola = "4900000000";
    r.posizione.forza.clear();
    r.unita_produttive.resize(1);
    auto& up = r.unita_produttive.front();
    up.giorni_settimana = random_.percent(80) ? 5 : 6;
    up.organico.clear();
    teste_ = random_.percent(70) ? random_.between(1, 15) : random_.between(16, 250);
    for (auto mese = domain::YearMonth::of(kOggi).add(-12); mese < domain::YearMonth::of(kOggi); mese = mese.add(1)) {
      r.posizione.forza.push_back({mese, teste_ * 100});
      up.organico.push_back({mese, 4000, teste_});
      if (teste_ > 8) up.organico.push_back({mese, 2000, teste_ / 8});
    }
  }

  void history() {
    switch (history_of(random_)) {
      case Storia::nessuna:
        return;
      case Storia::occasionale:
        return spread(random_.between(1, 4), 260, 8);
      case Storia::abituale:
        return spread(random_.between(5, 20), 260, 13);
      case Storia::al_limite:
        spread(random_.between(4, 12), 400, 13);
        return run(random_.between(34, 54));
    }
  }

  // Authorisations here and there in the last weeks, in order of time.
  void spread(int quante, int weeks_back, int longest) {
    std::vector<int> starts(static_cast<std::size_t>(quante));
    for (int& back : starts) back = random_.between(2, weeks_back);
    std::sort(starts.rbegin(), starts.rend());
    for (const int back : starts) {
      const bool eone = random_.percent(u_.settore == Settore::industria ? 15 : 60);
      authorise(kOggi.lunedi() - 7 * back, eone ? random_.between(1, 2) : random_.between(2, longest), eone);
    }
  }

  // Quarter after quarter up to a few weeks ago, as firms in a long crisis do.
  void run(int weeks) {
    Date monday = kOggi.lunedi() - 7 * (weeks + random_.below(30));
    for (int left = weeks; left > 0; left -= 13) {
      authorise(monday, std::min(left, 13), false);
      monday = monday + 7 * 13;
    }
  }

  void authorise(Date monday, int weeks, bool eone) {
    Autorizzazione a;
    a.numero = std::to_string(490000000000 + static_cast<std::int64_t>(u_.registro.autorizzazioni.size()));
    a.prestazione = !eone && random_.percent(4) ? "CIGS_CDS" : "CIGO";
    if (a.prestazione == "CIGO") a.causale = eone ? meteo_ : "MANC_LAVORO";
    a.eone = eone;
    a.periodo = {monday, monday + 7 * weeks - 1};
    a.ore_centesimi = teste_ * 1600 * weeks;
    const int p = random_.below(100);
    const bool recent = kOggi - a.periodo.al < 75;
    if (p < 6) a.stato = StatoAutorizzazione::respinta;
    if (p >= 6 && recent && p < 60) a.stato = StatoAutorizzazione::in_istruttoria;
    a.fruito_dichiarato = a.stato == StatoAutorizzazione::autorizzata && random_.percent(30);
    for (Date d = monday; a.fruito_dichiarato && d <= a.periodo.al; d = d + 1) {
      if ((d - monday) % 7 < 5 && random_.percent(70)) a.giorni_fruiti.push_back(d);
    }
    u_.registro.autorizzazioni.push_back(std::move(a));
  }

  Unita& u_;
  demo::Random random_;
  std::int64_t teste_ = 0;
  const char* meteo_ = "";
};

struct Conto {
  std::int64_t unita = 0;
  std::int64_t con_storia = 0;
  std::int64_t autorizzazioni = 0;
  std::int64_t oltre_biennio = 0;
  std::int64_t oltre_consecutive = 0;
  std::int64_t oltre_quinquennio = 0;
  std::int64_t oltre_terzo = 0;
  std::int64_t residui = 0;  // units left in the biennio, all together: the same for every number of threads
  double secondi_generazione = 0;
  double secondi_calcolo = 0;

  void add(const Conto& o) {
    unita += o.unita;
    con_storia += o.con_storia;
    autorizzazioni += o.autorizzazioni;
    oltre_biennio += o.oltre_biennio;
    oltre_consecutive += o.oltre_consecutive;
    oltre_quinquennio += o.oltre_quinquennio;
    oltre_terzo += o.oltre_terzo;
    residui += o.residui;
    secondi_generazione += o.secondi_generazione;
    secondi_calcolo += o.secondi_calcolo;
  }
};

// Of this thread alone: a machine busy with other work changes the wall clock, not this.
double processor_seconds() {
  timespec t{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
}

void take(const rules::counters::Contatori& c, Conto& conto) {
  conto.oltre_biennio += c.biennio.superato ? 1 : 0;
  conto.oltre_consecutive += c.consecutive.superato ? 1 : 0;
  conto.oltre_quinquennio += c.quinquennio.superato ? 1 : 0;
  conto.oltre_terzo += c.terzo.superato ? 1 : 0;
  conto.residui += c.biennio.residuo;
}

void work(std::atomic<std::int64_t>& next, std::int64_t all, Conto& conto) {
  const auto& norms = norms::Norms::builtin();
  std::vector<Unita> block(kBlock);
  for (std::int64_t first = next.fetch_add(kBlock); first < all; first = next.fetch_add(kBlock)) {
    const auto n = static_cast<std::size_t>(std::min(kBlock, all - first));
    const double start = processor_seconds();
    for (std::size_t i = 0; i < n; ++i) Maker(block[i], first + static_cast<std::int64_t>(i)).make();
    const double made = processor_seconds();
    for (std::size_t i = 0; i < n; ++i) {
      const auto& u = block[i];
      take(rules::counters::count(u.registro, u.richiesta, u.settore, norms), conto);
      conto.con_storia += u.registro.autorizzazioni.empty() ? 0 : 1;
      conto.autorizzazioni += static_cast<std::int64_t>(u.registro.autorizzazioni.size());
    }
    conto.unita += static_cast<std::int64_t>(n);
    conto.secondi_generazione += made - start;
    conto.secondi_calcolo += processor_seconds() - made;
  }
}

void print(const Conto& c, double wall, int threads) {
  const auto n = [](std::int64_t value) { return static_cast<long long>(value); };
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const double rate = static_cast<double>(c.unita);
  std::printf(
      "contatori di %lld unità produttive (%lld con storia, %lld autorizzazioni), %d thread: %.1f s in tutto, "
      "%.0f UP/s\n",
      n(c.unita), n(c.con_storia), n(c.autorizzazioni), threads, wall, rate / wall);
  std::printf(
      "  calcolo: %.1f s di processore, %.1f us per UP; generazione delle storie, a parte: %.1f s, %.1f us per UP; "
      "memoria massima %.0f MB\n",
      c.secondi_calcolo, c.secondi_calcolo * 1e6 / rate, c.secondi_generazione, c.secondi_generazione * 1e6 / rate,
      static_cast<double>(usage.ru_maxrss) / 1024);
  std::printf(
      "  richieste oltre il biennio %lld, oltre le 52 consecutive %lld, oltre il quinquennio %lld, oltre un terzo delle ore "
      "%lld; residuo complessivo %lld\n",
      n(c.oltre_biennio), n(c.oltre_consecutive), n(c.oltre_quinquennio), n(c.oltre_terzo), n(c.residui));
}

}  // namespace

int main(int argc, char** argv) {
  const std::int64_t all = argc > 1 ? std::atoll(argv[1]) : 2'000'000;
  const int threads = argc > 2 ? std::atoi(argv[2]) : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  if (all < 1 || threads < 1 || threads > 256) {
    std::fprintf(stderr, "Uso: omnia-bench-country [UNITÀ] [THREAD]\n");
    return 1;
  }
  std::atomic<std::int64_t> next{0};
  std::vector<Conto> partial(static_cast<std::size_t>(threads));
  std::vector<std::thread> crew;
  crew.reserve(partial.size());
  const auto start = Clock::now();
  for (auto& conto : partial) crew.emplace_back([&next, all, &conto] { work(next, all, conto); });
  for (auto& thread : crew) thread.join();
  Conto total;
  for (const auto& conto : partial) total.add(conto);
  print(total, std::chrono::duration<double>(Clock::now() - start).count(), threads);
  return 0;
}
