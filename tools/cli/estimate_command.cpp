// Command `estimate`: what the week plan of each draft is worth to the workers and costs to the employer.
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "server/services/norme.hpp"
#include "shared/rules/outlook/outlook.hpp"
#include "shared/wire/answers.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/draft_source.hpp"
#include "tools/cli/draft_table.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

using domain::Money;
using rules::outlook::Preventivo;

// Cents of one hour; 0 when not given.
std::int64_t pay_of(const std::string& text) {
  if (text.empty()) return 0;
  const auto pay = Money::parse(text);
  if (!pay) throw std::runtime_error("retribuzione oraria: " + pay.reason().testo);
  if (pay.value().cent <= 0) throw std::runtime_error("retribuzione oraria: scrivi un importo maggiore di zero, come 14,50.");
  return pay.value().cent;
}

std::string euro(std::int64_t cent) { return Money{cent}.italiano(); }

void print_weeks(const Preventivo& p, std::ostream& out) {
  for (const auto& w : p.stima.settimane) {
    out << "  Settimana dal " << w.lunedi.italiano() << ": ";
    if (!w.calcolabile) {
      out << w.testo << '\n';
      continue;
    }
    out << "ai lavoratori " << (p.al_massimo ? "al massimo " : "") << euro(w.netto_cent) << " netti (" << euro(w.lordo_cent)
        << " lordi)";
    if (!p.al_massimo) {
      out << " su " << euro(w.retribuzione_persa_cent) << " di retribuzione persa" << (w.al_tetto ? ", al massimale" : "")
          << "; contributo addizionale " << (p.aliquota.empty() ? "da calcolare" : euro(w.contributo_cent));
    }
    out << ".\n";
  }
}

void print_totals(const Preventivo& p, std::ostream& out) {
  const auto& s = p.stima;
  out << "  In tutto: ai lavoratori " << (p.al_massimo ? "al massimo " : "") << euro(s.netto_cent) << " netti ("
      << euro(s.lordo_cent) << " lordi)";
  if (!p.al_massimo) {
    out << "; l’azienda non paga " << euro(s.retribuzione_persa_cent) << " di retribuzione";
    if (!p.aliquota.empty()) out << " e versa " << euro(s.contributo_cent) << " di contributo addizionale";
  }
  out << '.' << source_phrase(s.citazione, s.lettura) << '\n';
  if (!s.completa) out << "  Mancano le settimane che non si possono stimare.\n";
  if (!p.aliquota.empty()) {
    out << "  Aliquota del contributo addizionale: " << p.aliquota << ". " << p.testo_aliquota
        << source_phrase(p.citazione_aliquota, p.lettura_aliquota) << '\n';
  }
  if (p.al_massimo) out << "  Indica la retribuzione oraria per una stima più vicina e per il contributo.\n";
}

class Estimator {
 public:
  explicit Estimator(const EstimateArgs& args)
      : oggi_(day_or_today(args.oggi)),
        norms_(services::load_norms(args.norme)),
        registries_(args.fonte, oggi_),
        pay_(pay_of(args.retribuzione)) {}

  Preventivo estimate(const DraftInput& input) {
    auto draft = draft_of(input);
    const auto& matricola = draft.azienda.matricola;
    const auto registry = registries_.find(matricola ? matricola->str() : std::string());
    if (input.tabella) complete(draft, *registry);
    const auto day = draft.periodo.dal ? draft.periodo.dal->lunedi() : oggi_;
    const auto settore = rules::routing::settore(rules::routing::route(registry->posizione, day, norms_));
    const auto pay = input.retribuzione.empty() ? pay_ : pay_of(input.retribuzione);
    auto found = rules::outlook::estimate({draft, *registry, norms_, settore, oggi_}, pay);
    if (!found) throw std::runtime_error("il piano non ha settimane con lavoratori e ore: compilale per avere la stima.");
    return std::move(*found);
  }

 private:
  domain::Date oggi_;
  norms::Norms norms_;
  Registries registries_;
  std::int64_t pay_;
};

}  // namespace

int estimate(const EstimateArgs& args, const Console& console) {
  Estimator estimator(args);
  DraftSource source(args.bozze, console.in);
  int exit = 0;
  while (const auto input = source.next()) {
    std::string defect;
    Preventivo p;
    try {
      p = estimator.estimate(*input);
    } catch (const std::exception& e) {
      defect = e.what();
      exit = 1;
    }
    if (args.json) {
      console.out << (defect.empty()
                          ? R"({"bozza":)" + nlohmann::json(input->nome).dump() + R"(,"stima":)" + wire::write(p) + "}\n"
                          : render_defect(Formato::json, input->nome, defect));
    } else if (defect.empty()) {
      console.out << input->nome << '\n';
      print_weeks(p, console.out);
      print_totals(p, console.out);
    } else {
      console.out << input->nome << ": " << defect << '\n';
    }
  }
  return exit;
}

}  // namespace omnia::cli
