// How fast the importer reads UniEmens (one company, 1,000 workers, 26 months) and how long its registry takes to load.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "server/store/registry_store.hpp"
#include "server/uniemens/import.hpp"
#include "tools/demo/demo.hpp"
#include "tools/demo/drafts.hpp"

namespace {

using Clock = std::chrono::steady_clock;
using namespace omnia;

double ms_since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

uniemens::Source text_source(const std::string& text, std::size_t& at) {
  return [&text, &at](char* buffer, std::size_t n) {
    const std::size_t take = std::min(n, text.size() - at);
    std::copy_n(text.data() + at, take, buffer);
    at += take;
    return take;
  };
}

void bench_import(store::Db& db, const demo::World& world, const demo::Azienda& azienda) {
  double ms = 0;
  std::size_t bytes = 0;
  std::int64_t denunce = 0;
  for (auto mese = world.primo_mese(); mese <= world.options.until; mese = mese.add(1)) {
    const std::string flow = demo::uniemens({&azienda}, mese, azienda.addetti.front().persona);
    std::size_t at = 0;
    const auto start = Clock::now();
    const auto report = uniemens::import_xml(db, mese.iso(), text_source(flow, at), {});
    ms += ms_since(start);
    bytes += flow.size();
    denunce += report.denunce;
    if (report.rifiuti_totali > 0) std::printf("%s", report.testo().c_str());
  }
  std::printf("importazione: %.1f MB, %lld denunce in %.2f s: %.1f MB/s, %.0f denunce/s\n", static_cast<double>(bytes) / 1e6,
              static_cast<long long>(denunce), ms / 1000, static_cast<double>(bytes) / 1000 / ms,
              static_cast<double>(denunce) * 1000 / ms);
}

void bench_load(store::Db& db, const demo::Azienda& azienda) {
  std::vector<double> times;
  std::size_t workers = 0;
  for (int i = 0; i < 100; ++i) {
    const auto start = Clock::now();
    workers = store::load_registry(db, azienda.matricola, domain::Date::of(2026, 11, 24))->lavoratori.size();
    times.push_back(ms_since(start));
  }
  std::sort(times.begin(), times.end());
  std::printf("load_registry: %zu lavoratori: mediana %.2f ms, 95o percentile %.2f ms\n", workers, times[times.size() / 2],
              times[times.size() * 95 / 100]);
}

}  // namespace

int main(int argc, char** argv) {
  const int workers = argc > 1 ? std::atoi(argv[1]) : 1000;
  if (workers < 1) {
    std::fprintf(stderr, "Uso: omnia-bench-import [LAVORATORI]\n");
    return 1;
  }
  const auto folder = std::filesystem::temp_directory_path() / ("omnia-bench-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  {
    store::Db db((folder / "bench.db").string());
    const demo::World world;
    const demo::Azienda azienda = demo::large_company(world, workers);
    bench_import(db, world, azienda);
    bench_load(db, azienda);
  }
  std::filesystem::remove_all(folder);
  return 0;
}
