// Commands `norms check`, `norms explain`, `norms list`: the law tables as a reviewer reads them.
#include <stdexcept>

#include "server/services/norme.hpp"
#include "shared/norms/check.hpp"
#include "shared/norms/keys.hpp"
#include "shared/norms/value_text.hpp"
#include "tools/cli/acts.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

using norms::Mark;
using norms::Parameter;

std::string validity_of(const Parameter& p) {
  const std::string from = p.valid_from ? "dal " + p.valid_from->italiano() : "da sempre";
  return from + (p.valid_to ? " al " + p.valid_to->italiano() : ", senza fine");
}

const char* mark_text(Mark mark) {
  if (mark == Mark::confirmed) return "confermato: letto nel testo";
  return mark == Mark::knowledge ? "conoscenza del settore, testo non riletto" : "lettura da confermare";
}

const char* mark_word(Mark mark) {
  if (mark == Mark::confirmed) return "confirmed";
  return mark == Mark::knowledge ? "knowledge" : "reading";
}

void explain(const Parameter& p, std::ostream& out) {
  out << "  Valore: " << norms::value_text(p) << "\n  Unità: " << p.unita << "\n  Validità: " << validity_of(p)
      << "\n  Fonte: " << p.citazione << '\n';
  for (const auto& atto : acts_of(p.citazione)) {
    if (!atto.url.empty()) out << "    " << atto.nome << ": " << atto.url << '\n';
  }
  out << "  Stato: " << mark_text(p.mark) << '\n';
  if (!p.alternative.empty()) out << "  Alternative: " << norms::joined(p.alternative) << '\n';
}

}  // namespace

int norms_check(const NormsArgs& args, const Console& console) {
  const auto tables = services::norm_tables(args.norme);
  const auto defects = norms::check(tables);
  for (const auto& defect : defects) console.out << defect << '\n';
  if (!defects.empty()) {
    console.out << (defects.size() == 1 ? "Trovato 1 difetto.\n" : "Trovati " + std::to_string(defects.size()) + " difetti.\n");
    return 1;
  }
  const auto norms = services::load_norms(args.norme);
  console.out << "Le norme sono in ordine: versione " << norms.versione() << ", " << norms.parameters().size()
              << " righe di parametri, impronta " << norms.impronta() << ".\n";
  return 0;
}

int norms_explain(const NormsArgs& args, const Console& console) {
  const auto norms = services::load_norms(args.norme);
  const auto day = day_or_today(args.giorno, "--at");
  const auto* key = norms::known_key(args.chiave);
  const auto* parameter = norms.find(args.chiave, day);
  if (parameter == nullptr) {
    if (norms.windows(args.chiave).empty())
      throw std::runtime_error("la chiave «" + args.chiave + "» non c’è: vedi l’elenco con «omnia norms list».");
    throw std::runtime_error("la chiave «" + args.chiave + "» non ha un valore il " + day.italiano() +
                             ": vedi le sue righe con «omnia norms list».");
  }
  console.out << args.chiave << " il " << day.italiano() << '\n';
  explain(*parameter, console.out);
  const bool used = key != nullptr && !key->uso.empty();
  console.out << "  Usata da: " << (used ? key->uso : "nessuna regola, per ora") << '\n';
  return 0;
}

int norms_list(const NormsArgs& args, const Console& console) {
  const auto norms = services::load_norms(args.norme);
  for (const auto& p : norms.parameters()) {
    if (!args.mark.empty() && args.mark != mark_word(p.mark)) continue;
    console.out << p.chiave << ": " << norms::value_text(p) << ", " << validity_of(p) << " [" << mark_word(p.mark) << "] "
                << p.citazione;
    if (!p.alternative.empty()) console.out << " (alternative: " << norms::joined(p.alternative) << ")";
    console.out << '\n';
  }
  return 0;
}

}  // namespace omnia::cli
