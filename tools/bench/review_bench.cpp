// How long review() takes on a draft with 1,000 workers. No files: the same program runs natively and under node.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "shared/rules/review.hpp"
#include "tools/demo/drafts.hpp"

int main(int argc, char** argv) {
  using Clock = std::chrono::steady_clock;
  const int workers = argc > 1 ? std::atoi(argv[1]) : 1000;
  const int runs = argc > 2 ? std::atoi(argv[2]) : 200;
  if (workers < 1 || runs < 1) {
    std::fprintf(stderr, "Uso: omnia-bench [LAVORATORI] [RIPETIZIONI]\n");
    return 1;
  }
  const auto caso = omnia::demo::make_large_case(workers);
  const auto& norms = omnia::norms::Norms::builtin();
  std::vector<long> micros;
  std::size_t alerts = 0;
  for (int i = 0; i < runs; ++i) {
    const auto start = Clock::now();
    alerts = omnia::rules::review(caso.bozza, caso.registro, norms, caso.oggi).alerts.size();
    micros.push_back(static_cast<long>(std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count()));
  }
  std::sort(micros.begin(), micros.end());
  const auto at = [&](int percent) { return micros[(micros.size() - 1) * static_cast<std::size_t>(percent) / 100]; };
  std::printf("review(): %d lavoratori, %zu avvisi, %d ripetizioni: mediana %ld us, 95o percentile %ld us, massimo %ld us\n",
              workers, alerts, runs, at(50), at(95), micros.back());
  return 0;
}
