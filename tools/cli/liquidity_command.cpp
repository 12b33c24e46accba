// Command `liquidity`: the index of one case by options, or of a table of cases.
#include <stdexcept>

#include "server/services/norme.hpp"
#include "shared/rules/liquidity/liquidity.hpp"
#include "shared/wire/wire.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/table.hpp"
#include "tools/cli/text.hpp"

namespace omnia::cli {
namespace {

using domain::Date;
namespace liquidity = rules::liquidity;

const char* word(liquidity::Verdetto verdetto) {
  switch (verdetto) {
    case liquidity::Verdetto::difficolta:
      return "difficolta";
    case liquidity::Verdetto::non_dimostrata:
      return "non_dimostrata";
    case liquidity::Verdetto::altri_motivi:
      return "altri_motivi";
    case liquidity::Verdetto::non_calcolabile:
      return "non_calcolabile";
    default:
      return "incompleta";
  }
}

template <class T>
domain::Entry<T> option(const std::string& text, const char* name) {
  auto entry = domain::enter<T>(text);
  if (entry.invalid()) throw std::runtime_error(std::string(name) + ": " + T::parse(text).reason().testo);
  return entry;
}

domain::SezionePagamento payment_of(const LiquidityCase& c) {
  domain::SezionePagamento p;
  p.modalita = domain::ModalitaPagamento::diretto;
  p.liquidita_immediate = option<domain::Money>(c.liquidita_immediate, "liquidita_immediate");
  p.liquidita_differite = option<domain::Money>(c.liquidita_differite, "liquidita_differite");
  p.rimanenze = option<domain::Money>(c.rimanenze, "rimanenze");
  p.passivita_correnti = option<domain::Money>(c.passivita_correnti, "passivita_correnti");
  p.procedura_concorsuale = c.procedura_concorsuale;
  p.cessazione = c.cessazione;
  p.credito_rifiutato = c.credito_rifiutato;
  return p;
}

int liquidity_table(const LiquidityArgs& args, Date oggi, const norms::Norms& norms, const Console& console) {
  const CaseTable table(args.casi, {"liquidita_immediate", "passivita_correnti"}, console.in);
  std::ostream& out = console.out;
  out << "id;liquidita_immediate;liquidita_differite;rimanenze;passivita_correnti;verdetto;variante;indice;indice_altra;"
         "discordanti;calcolo;testo\n";
  for (const auto& row : table.rows()) {
    const auto cell = [&](const char* column) { return table.cell(row, column); };
    const LiquidityCase c{cell("liquidita_immediate"),
                          cell("liquidita_differite"),
                          cell("rimanenze"),
                          cell("passivita_correnti"),
                          table.flag(row, "procedura_concorsuale"),
                          table.flag(row, "cessazione"),
                          table.flag(row, "credito_rifiutato")};
    try {
      const auto e = liquidity::evaluate(payment_of(c), oggi, norms);
      out << csv_line({cell("id"), c.liquidita_immediate, c.liquidita_differite, c.rimanenze, c.passivita_correnti,
                       word(e.verdetto), e.variante, e.indice, e.indice_altra, e.discordanti ? "S" : "N", e.calcolo, e.testo});
    } catch (const std::runtime_error& e) {
      throw std::runtime_error(args.casi + ", riga " + std::to_string(row.riga) + ", colonna " + e.what());
    }
  }
  return 0;
}

}  // namespace

int liquidity(const LiquidityArgs& args, const Console& console) {
  const auto norms = services::load_norms(args.norme);
  const auto oggi = day_or_today(args.oggi);
  const auto& c = args.caso;
  const bool options = !c.liquidita_immediate.empty() || !c.liquidita_differite.empty() || !c.rimanenze.empty() ||
                       !c.passivita_correnti.empty() || c.procedura_concorsuale || c.cessazione || c.credito_rifiutato;
  refuse_mixed(args.casi, options, args.json);
  if (!args.casi.empty()) return liquidity_table(args, oggi, norms, console);
  if (args.caso.liquidita_immediate.empty() && args.caso.passivita_correnti.empty())
    throw std::runtime_error("indica --liquidita-immediate e --passivita-correnti, oppure un file di casi.");
  const auto esito = rules::liquidity::evaluate(payment_of(args.caso), oggi, norms);
  if (args.json) {
    console.out << wire::write(esito) << '\n';
    return 0;
  }
  console.out << "Verdetto: " << word(esito.verdetto) << "\n  " << esito.testo << source_phrase(esito.citazione, esito.lettura)
              << '\n';
  if (!esito.calcolo.empty()) console.out << "  " << esito.variante << ": " << esito.calcolo << '\n';
  if (!esito.indice_altra.empty()) console.out << "  Con l’altra variante: " << esito.indice_altra << '\n';
  return 0;
}

}  // namespace omnia::cli
