// Command `check`: drafts in batches, each batch reviewed by all the threads and written in the order of the names, so that
// memory stays bounded and two runs give the same bytes.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <stdexcept>
#include <thread>

#include "server/services/norme.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/draft_source.hpp"
#include "tools/cli/draft_table.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kBatch = 512;

struct Esito {
  std::string testo;
  int errori = 0;
  int avvisi = 0;
  bool illeggibile = false;
  std::vector<std::string> codici;
};

class Checker {
 public:
  Checker(const CheckArgs& args, domain::Date oggi)
      : args_(args), oggi_(oggi), norms_(services::load_norms(args.norme)), registries_(args.fonte, oggi) {}

  [[nodiscard]] const norms::Norms& tables() const { return norms_; }

  Esito check(const DraftInput& input) {
    Esito esito;
    try {
      auto draft = draft_of(input);
      const auto& matricola = draft.azienda.matricola;
      const auto registry = registries_.find(matricola ? matricola->str() : std::string());
      if (input.tabella) complete(draft, *registry);
      const auto review = rules::review(draft, *registry, norms_, oggi_);
      esito.errori = review.errori;
      esito.avvisi = review.avvisi;
      if (args_.riassunto) {
        for (const auto& alert : review.alerts) esito.codici.push_back(alert.codice);
      } else {
        esito.testo = render(args_.formato, input.nome, review);
      }
    } catch (const std::exception& e) {
      esito.illeggibile = true;
      esito.testo = render_defect(args_.formato, input.nome, e.what());
    }
    return esito;
  }

 private:
  const CheckArgs& args_;
  domain::Date oggi_;
  norms::Norms norms_;
  Registries registries_;
};

std::vector<Esito> check_batch(Checker& checker, const std::vector<DraftInput>& batch, std::size_t threads) {
  std::vector<Esito> outcomes(batch.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < batch.size(); i = next++) outcomes[i] = checker.check(batch[i]);
  };
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < std::min(threads, batch.size()); ++i) others.emplace_back(work);
  work();
  for (auto& thread : others) thread.join();
  return outcomes;
}

// One line on the terminal, written over itself.
class Progress {
 public:
  Progress(std::ostream& err, bool shown, std::optional<std::int64_t> total) : err_(err), shown_(shown), total_(total) {}

  void show(std::int64_t done) {
    if (!shown_) return;
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start_).count();
    const auto rate = domain::format_integer(done * 1000 / std::max<std::int64_t>(1, ms)) + " bozze/s";
    if (!total_) {
      err_ << '\r' << domain::format_integer(done) << " bozze, " << rate << std::flush;
      return;
    }
    constexpr std::int64_t kWidth = 30;
    const auto full = static_cast<std::size_t>(done * kWidth / std::max<std::int64_t>(1, *total_));
    err_ << "\r[" << std::string(full, '#') << std::string(kWidth - full, ' ') << "] " << domain::format_integer(done) << " di "
         << domain::format_integer(*total_) << ", " << rate << std::flush;
  }
  void end() {
    if (shown_) err_ << '\n';
  }

 private:
  std::ostream& err_;
  bool shown_;
  std::optional<std::int64_t> total_;
  Clock::time_point start_ = Clock::now();
};

void add_up(const Esito& esito, Totali& totali) {
  ++totali.bozze;
  if (esito.illeggibile) ++totali.illeggibili;
  if (esito.errori > 0) ++totali.con_errori;
  if (esito.errori == 0 && esito.avvisi > 0) ++totali.con_avvisi;
  for (const auto& codice : esito.codici) ++totali.per_codice[codice];
}

void print_codes(const Totali& totali, const norms::Norms& norms, std::ostream& out) {
  for (const auto& [codice, quante] : totali.per_codice) {
    const auto* alert = norms.alert(codice);
    out << domain::format_integer(quante) << " × " << codice << (alert == nullptr ? std::string() : ": " + alert->testo) << '\n';
  }
}

}  // namespace

int check(const CheckArgs& args, const Console& console) {
  if (args.riassunto && args.formato != Formato::testo) throw std::runtime_error("--riassunto non si usa con --json o --sarif.");
  Checker checker(args, day_or_today(args.oggi));
  DraftSource source(args.bozze, console.in);
  const auto threads = args.paralleli > 0 ? static_cast<std::size_t>(args.paralleli)
                                          : std::max<std::size_t>(1, std::thread::hardware_concurrency());
  Progress progress(console.err, console.terminal && !args.silenzioso, source.total());
  Totali totali;
  console.out << opening(args.formato, checker.tables());
  bool first = true;
  for (bool more = true; more;) {
    std::vector<DraftInput> batch;
    while (batch.size() < kBatch) {
      auto input = source.next();
      more = input.has_value();
      if (!more) break;
      batch.push_back(std::move(*input));
    }
    for (const auto& esito : check_batch(checker, batch, threads)) {
      add_up(esito, totali);
      const bool comma = args.formato == Formato::sarif && first && !esito.testo.empty();
      console.out << (comma ? esito.testo.substr(1) : esito.testo);
      first = first && esito.testo.empty();
    }
    progress.show(totali.bozze);
  }
  progress.end();
  print_codes(totali, checker.tables(), console.out);
  console.out << closing(args.formato, totali, checker.tables()) << std::flush;
  if (!console.out) throw std::runtime_error("l’uscita non si può scrivere: verifica lo spazio su disco.");
  if (totali.bozze == 0) throw std::runtime_error("non c’è nessuna bozza da esaminare: verifica il file o l’ingresso.");
  if (totali.illeggibili > 0) return 1;
  if (totali.con_errori > 0) return 2;
  return args.severo && totali.con_avvisi > 0 ? 3 : 0;
}

}  // namespace omnia::cli
