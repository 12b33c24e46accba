// What a keystroke and a request cost: review(), the counters, and the JSON in and out. No files and one clock, so the same
// program runs natively and, with the flags of the shipped client, as WebAssembly under node.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "shared/rules/review.hpp"
#include "shared/wire/wire.hpp"
#include "tools/demo/drafts.hpp"

namespace {

using namespace omnia;
using Clock = std::chrono::steady_clock;

// Runs the measures whose name holds `wanted` (all when empty), so that a profiler sees one alone. One line a measure, with a
// name without spaces first: tools/measures/rules/compare.mjs puts two runs side by side.
class Bench {
 public:
  Bench(int runs, std::string wanted) : runs_(runs), wanted_(std::move(wanted)) {}

  [[nodiscard]] bool wants(const std::string& name) const { return name.find(wanted_) != std::string::npos; }

  template <class Work>
  void measure(const std::string& name, Work work) {
    if (!wants(name)) return;
    std::size_t checked = 0;
    for (int i = 0; i < 3; ++i) checked += work();
    std::vector<double> times;
    const auto limit = Clock::now() + std::chrono::seconds(2);
    for (int i = 0; i < runs_ && (i < 20 || Clock::now() < limit); ++i) {
      const auto start = Clock::now();
      checked += work();
      times.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    std::printf("%-28s %10.1f %10.1f us  (%zu prove, %zu)\n", name.c_str(), times[times.size() / 2],
                times[times.size() * 95 / 100], times.size(), checked);
  }

 private:
  int runs_;
  std::string wanted_;
};

domain::Autorizzazione granted(domain::Date monday, int n) {
  domain::Autorizzazione a;
  a.numero = "B" + std::to_string(n);
  a.prestazione = "CIGO";
  a.causale = "MANC_LAVORO";
  a.unita_produttiva = 1;
  a.periodo = {monday, monday + 6};
  if (n % 3 == 0) {
    a.fruito_dichiarato = true;
    a.giorni_fruiti = {monday, monday + 1, monday + 3};
  }
  return a;
}

// Weeks of CIGO spread over ten years before the request, `n` authorisations in all.
void add_history(domain::Registry& registro, domain::Date oggi, int n) {
  registro.autorizzazioni.clear();
  const domain::Date start = oggi.lunedi() - 7 * 520;
  for (int i = 0; i < n; ++i) registro.autorizzazioni.push_back(granted(start + 7 * (i * 520 / n), i));
  for (auto& a : registro.autorizzazioni) a.unita_produttiva = registro.unita_produttive.front().progressivo;
}

void measure_review(Bench& bench, const std::string& name, const demo::Caso& caso) {
  const auto& norms = norms::Norms::builtin();
  bench.measure(name, [&] { return rules::review(caso.bozza, caso.registro, norms, caso.oggi).alerts.size(); });
}

// Growth: the same case from 10 workers to 10,000.
void measure_growth(Bench& bench) {
  for (const int workers : {10, 20, 100, 1000, 10000}) {
    const std::string name = "review_" + std::to_string(workers);
    if (bench.wants(name)) measure_review(bench, name, demo::make_large_case(workers));
  }
}

void measure_wire(Bench& bench, const demo::Caso& caso) {
  const std::string bozza = wire::write(caso.bozza);
  const std::string registro = wire::write(caso.registro);
  const std::string request = demo::write(caso);
  bench.measure("scrivi_bozza_1000", [&] { return wire::write(caso.bozza).size(); });
  bench.measure("leggi_bozza_1000", [&] { return wire::read_draft(bozza).value().lavoratori.beneficiari.size(); });
  bench.measure("leggi_registro_1000", [&] { return wire::read_registry(registro).value().lavoratori.size(); });
  bench.measure("richiesta_json_1000", [&] { return wire::review_json(request).size(); });
}

void measure_count(Bench& bench, const demo::Caso& caso) {
  const rules::counters::Richiesta request{caso.registro.unita_produttive.front().progressivo, caso.oggi.lunedi(), 13, false, 0};
  const auto& norms = norms::Norms::builtin();
  bench.measure("contatori_500_autorizzazioni", [&] {
    return rules::counters::count(caso.registro, request, rules::routing::Settore::industria, norms).biennio.righe.size();
  });
}

}  // namespace

int main(int argc, char** argv) {
  const int runs = argc > 1 ? std::atoi(argv[1]) : 500;
  if (runs < 1 || argc > 3) {
    std::fprintf(stderr, "Uso: omnia-bench [RIPETIZIONI [PARTE_DEL_NOME]]\n");
    return 1;
  }
  Bench bench(runs, argc > 2 ? argv[2] : "");
  std::printf("%-28s %10s %10s\n", "misura", "mediana", "95o perc.");
  measure_growth(bench);
  demo::Caso caso = demo::make_large_case(1000);
  measure_wire(bench, caso);
  add_history(caso.registro, caso.oggi, 120);
  measure_review(bench, "review_1000_10_anni", caso);
  add_history(caso.registro, caso.oggi, 500);
  measure_count(bench, caso);
  return 0;
}
